import { eq } from 'drizzle-orm';
import { requireStaff } from '../businesses/staff.ts';
import { requirePerson, type Ctx } from '../context.ts';
import type { FeedId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { recordFeed } from './create-feed.ts';
import { productFeeds } from './tables.ts';

/** Takes the address of a feed back: from now on it is as absent as one that never was. Again changes nothing. */
export async function revokeFeed(ctx: Ctx, feedId: FeedId): Promise<void> {
  requirePerson(ctx);
  await transact(ctx, async (tx) => {
    const [feed] = await tx.db
      .select()
      .from(productFeeds)
      .where(eq(productFeeds.id, feedId))
      .for('no key update');
    const missing = new NotFoundError('feed', ['feedId']);
    if (!feed) throw missing;
    await requireStaff(tx, feed.businessId, 'catalog', missing);
    if (feed.revokedAt) return;
    await tx.db.update(productFeeds).set({ revokedAt: tx.now() }).where(eq(productFeeds.id, feed.id));
    await recordFeed(tx, 'feed.revoked', feed);
  });
}
