import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx, Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type PartnerAppId, type WebhookId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { recordWebhook, requireAppOf } from './access.ts';
import { checkAddress } from './address.ts';
import { positionBehind } from './range.ts';
import { MOST_WEBHOOKS, TooManyWebhooksError } from './rules.ts';
import { newSigningSecret } from './secrets.ts';
import { webhooks } from './tables.ts';

export interface CreateWebhook {
  /** May be left out by a key of the app. */
  readonly appId: PartnerAppId | null;
  readonly url: string;
  readonly document: string;
  /** The cursor behind which it begins; now, when left out. */
  readonly after?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface CreatedWebhook {
  readonly webhookId: WebhookId;
  /** What signs its deliveries, shown this once; null when the key was used before. */
  readonly secret: string | null;
}

const Create = z.object({ idempotencyKey: idempotencyKey.nullish() });

/** Names an address at which an app is told what its document selects. */
export async function createWebhook(ctx: Ctx, input: CreateWebhook): Promise<CreatedWebhook> {
  const appId = await requireAppOf(ctx, input.appId);
  const { idempotencyKey: key } = parseInput(Create, input);
  const { document, after } = input;
  const url = checkAddress(ctx.app, input.url);
  await ctx.app.liveDocuments.check(appId, document);
  const position = await positionBehind(ctx, after, ['after']);
  const id = newId<'webhook'>();
  const secret = newSigningSecret();
  const { webhookId } = await transact(ctx, (tx) =>
    once(tx, { name: 'webhookCreate', key, input }, async () => {
      await requireRoom(tx, appId);
      const now = tx.now();
      await tx.db
        .insert(webhooks)
        .values({ id, appId, url, document, secret, position, createdAt: now, updatedAt: now });
      await recordWebhook(tx, 'webhook.created', { id, appId });
      return { webhookId: id };
    }),
  );
  return { webhookId, secret: webhookId === id ? secret : null };
}

/** Locks the app, so that the count holds until the commit. */
async function requireRoom(tx: Tx, appId: PartnerAppId): Promise<void> {
  await tx.sql`select from partner_apps where id = ${appId} for no key update`;
  const kept = await tx.db.$count(webhooks, and(eq(webhooks.appId, appId), ne(webhooks.state, 'DELETED')));
  if (kept >= MOST_WEBHOOKS) {
    throw new TooManyWebhooksError(`An app has ${MOST_WEBHOOKS} webhooks at most: delete one.`);
  }
}
