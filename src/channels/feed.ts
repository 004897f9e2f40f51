import { eq } from 'drizzle-orm';
import { soldPage } from '../catalog/read.ts';
import type { Ctx, Tx } from '../context.ts';
import type { FeedId, ProductId } from '../db/id.ts';
import type { FeedRow } from './feed-fields.ts';
import { feedRow } from './feed-rows.ts';
import { feedBySecret } from './read.ts';
import { productFeeds } from './tables.ts';

const PAGE = 500;

/** The address was taken back, or the channel switched off, while the feed was being read. */
export class FeedClosedError extends Error {}

/**
 * The rows of a feed, read page by page as they are taken: neither memory nor a connection is held for the whole, however
 * long the reader takes. Each product is as it was when its page was read; one that is added or withdrawn meanwhile may be in
 * or not.
 */
export async function* feedRows(ctx: Ctx, secret: string): AsyncGenerator<FeedRow, void> {
  let after: ProductId | null = null;
  for (;;) {
    const found = await feedBySecret(ctx, secret);
    if (found.kind !== 'open') throw new FeedClosedError('The feed was closed while it was read.');
    const { feed } = found;
    const page = await soldPage(ctx, feed, { limit: PAGE, after });
    const of = { shopName: feed.shopName, channel: feed.channel, publicUrl: ctx.app.publicUrl };
    const now = ctx.now();
    for (const product of page.rows) yield feedRow(product, of, now);
    after = page.rows.at(-1)?.id ?? null;
    if (!page.hasMore) return;
  }
}

/** Notes that a channel has come for a feed, so that the shop sees that its address is in use. */
export async function markFetched(tx: Tx, feedId: FeedId): Promise<void> {
  await tx.db.update(productFeeds).set({ lastFetchedAt: tx.now() }).where(eq(productFeeds.id, feedId));
}
