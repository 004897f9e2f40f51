import type { Ctx } from '../context.ts';
import type { BusinessId, PersonId, ProductId } from '../db/id.ts';
import { FeatureUnavailableError, isAvailable, type Feature, type FeatureSetting } from './rules.ts';
import { underSwitches } from './switch-lock.ts';

/** Whose market decides: a shop's, for what is bought there, that of a product's shop, or a person's own. */
export type MarketOf =
  | { readonly businessId: BusinessId }
  | { readonly productId: ProductId }
  | { readonly personId: PersonId };

/** Somebody who would use a feature of a market. */
export interface FeatureUse {
  readonly market: MarketOf;
  readonly user: PersonId;
  readonly feature: Feature;
}

/**
 * Throws FeatureUnavailableError unless all the features are on, in that market, for the person who uses them. Nothing
 * is remembered: what one process switches off, every process refuses from the next transaction on. Comes after
 * conversations, carts and orders in the order of locks, and before stock and ledger accounts.
 */
export async function requireFeatures(
  ctx: Ctx,
  { market, user, path = [] }: { market: MarketOf; user: PersonId; path?: readonly string[] },
  features: readonly Feature[],
): Promise<void> {
  const uses = features.map((feature) => ({ market, user, feature }));
  const missing = (await featuresMissing(ctx, uses)).find((setting) => setting !== null);
  if (missing) throw new FeatureUnavailableError(missing, path);
}

/**
 * The same for several people at once, and without throwing, so that others can go in the same round trip: for each use
 * the setting that stands in its way, or null.
 */
export async function featuresMissing(
  ctx: Ctx,
  uses: readonly FeatureUse[],
): Promise<(FeatureSetting | null)[]> {
  const markets = uses.map(({ market }) => placeOf(market));
  const [, rows] = await Promise.all([
    underSwitches(ctx),
    ctx.sql<(FeatureSetting & { place: bigint; invited: boolean })[]>`
      /* features_required */
      select u.place, c.country, u.feature, coalesce(m.state, 'OFF') as state, m.share_percent as "sharePercent",
             coalesce(m.reason, 'It has not come here.') as reason,
             exists (select from pilot_members p where p.country = c.country and p.person_id = u.person_id) as invited
      from unnest(
        ${markets.map(({ kind }) => kind)}::text[], ${markets.map(({ id }) => id)}::uuid[],
        ${uses.map(({ user }) => user)}::uuid[], ${uses.map(({ feature }) => feature)}::text[]
      ) with ordinality u (kind, id, person_id, feature, place)
      cross join lateral (
        select country from businesses where u.kind = 'business' and id = u.id
        union all select country from people where u.kind = 'person' and id = u.id
        union all select b.country from products p join businesses b on b.id = p.business_id
        where u.kind = 'product' and p.id = u.id
      ) c
      left join market_features m on m.country = c.country and m.feature = u.feature`,
  ]);
  const found = new Map(rows.map(({ place, invited, ...setting }) => [Number(place), { setting, invited }]));
  return uses.map(({ user }, index) => {
    const { setting, invited } = found.get(index + 1) ?? {};
    return setting && !isAvailable(setting, user, invited ?? false) ? setting : null;
  });
}

function placeOf(market: MarketOf): { kind: 'business' | 'product' | 'person'; id: string } {
  if ('businessId' in market) return { kind: 'business', id: market.businessId };
  if ('productId' in market) return { kind: 'product', id: market.productId };
  return { kind: 'person', id: market.personId };
}
