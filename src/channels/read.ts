import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { staffOf } from '../businesses/read.ts';
import type { SalesChannel } from '../catalog/rules.ts';
import { viewerId, type Ctx } from '../context.ts';
import type { BusinessId, FeedId } from '../db/id.ts';
import { anyOf, byId, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { hashToken } from '../identity/secrets.ts';
import type { FeatureState } from '../markets/rules.ts';
import { FEED_SECRET } from './addresses.ts';
import { featuresOf, isFeedOpen } from './rules.ts';
import { productFeeds, type ProductFeed as FeedRow } from './tables.ts';

/** A feed as it is shown: without the hash of its secret. */
export type ProductFeed = Omit<FeedRow, 'secretHash'>;

const { id, businessId, channel, createdAt, lastFetchedAt, revokedAt } = productFeeds;
const shown = { id, businessId, channel, createdAt, lastFetchedAt, revokedAt };

/** Only those of businesses whose staff the caller is. */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  const me = viewerId(ctx);
  return me ? staffOf(productFeeds.businessId, me) : sql`false`;
}

export async function feedsByIds(ctx: Ctx, ids: readonly FeedId[]): Promise<(ProductFeed | null)[]> {
  const rows = await ctx.db
    .select(shown)
    .from(productFeeds)
    .where(and(anyOf(productFeeds.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** The feeds of a business, revoked ones too, newest first; none for who is not on its staff. */
export async function feedsPage(
  ctx: Ctx,
  business: BusinessId,
  page: PageRequest,
): Promise<Page<ProductFeed>> {
  const rows = await ctx.db
    .select(shown)
    .from(productFeeds)
    .where(
      and(
        eq(productFeeds.businessId, business),
        mine(ctx),
        page.after ? lt(productFeeds.id, page.after as FeedId) : undefined,
      ),
    )
    .orderBy(desc(productFeeds.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** A feed that whoever has its address may fetch. */
export interface OpenFeed {
  readonly id: FeedId;
  readonly businessId: BusinessId;
  readonly channel: SalesChannel;
  readonly shopName: string;
}

export type FoundFeed =
  | { readonly kind: 'open'; readonly feed: OpenFeed }
  /** The country has switched the channel off. */
  | { readonly kind: 'off'; readonly reason: string }
  | { readonly kind: 'none' };

/** The feed of an address, as it stands at this moment. Nothing is remembered: see requireFeatures. */
export async function feedBySecret(ctx: Ctx, secret: string): Promise<FoundFeed> {
  if (!FEED_SECRET.test(secret)) return { kind: 'none' };
  const [row] = await ctx.sql<(OpenFeed & { state: FeatureState; reason: string })[]>`
    /* feed_by_secret */
    select f.id, f.business_id as "businessId", f.channel, b.name as "shopName", coalesce(m.state, 'OFF') as state,
           coalesce(m.reason, 'It has not come here.') as reason
    from product_feeds f join businesses b on b.id = f.business_id
    left join market_features m on m.country = b.country and m.feature = f.channel
    where f.secret_hash = ${hashToken(secret)} and f.revoked_at is null`;
  if (!row) return { kind: 'none' };
  const { state, reason, ...feed } = row;
  if (featuresOf(feed.channel).length > 0 && !isFeedOpen(state)) return { kind: 'off', reason };
  return { kind: 'open', feed };
}
