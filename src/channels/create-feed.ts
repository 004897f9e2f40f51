import { z } from 'zod';
import { requireStaff } from '../businesses/staff.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type BusinessId, type FeedId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { hashToken } from '../identity/secrets.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { feedAddress, newFeedSecret } from './addresses.ts';
import { requireChannel } from './require-channel.ts';
import type { FeedChannel } from './rules.ts';
import { productFeeds } from './tables.ts';

export interface CreateFeed {
  readonly businessId: BusinessId;
  readonly channel: FeedChannel;
  readonly idempotencyKey?: string | null | undefined;
}

export interface CreatedFeed {
  readonly feedId: FeedId;
  /** Null when the key was used before: only its hash is kept. */
  readonly address: string | null;
}

const Create = z.object({ idempotencyKey: idempotencyKey.nullish() });

/** Makes an address from which a channel fetches the shop's products. A shop may have several, to change them over. */
export async function createFeed(ctx: Ctx, input: CreateFeed): Promise<CreatedFeed> {
  await requireStaff(ctx, input.businessId, 'catalog');
  const { personId: user } = requirePerson(ctx);
  const { idempotencyKey: key } = parseInput(Create, input);
  const { businessId, channel } = input;
  const id = newId<'feed'>();
  const secret = newFeedSecret();
  const { feedId } = await transact(ctx, (tx) =>
    once(tx, { name: 'productFeedCreate', key, input }, async () => {
      await requireChannel(tx, { businessId, user, channel });
      await tx.db
        .insert(productFeeds)
        .values({ id, businessId, channel, secretHash: hashToken(secret), createdAt: tx.now() });
      await recordFeed(tx, 'feed.created', { id, businessId });
      return { feedId: id };
    }),
  );
  return { feedId, address: feedId === id ? feedAddress(ctx.app.publicUrl, secret) : null };
}

export function recordFeed(
  tx: Tx,
  type: 'feed.created' | 'feed.revoked',
  feed: { readonly id: FeedId; readonly businessId: BusinessId },
): Promise<void> {
  return record(tx, {
    type,
    subjectId: feed.id,
    topics: [topic.catalog(feed.businessId)],
    payload: { partyId: feed.businessId },
  });
}
