import type { Ctx } from '../context.ts';
import type { BusinessId, PersonId } from '../db/id.ts';
import { FeatureUnavailableError, isAvailable, type Feature, type FeatureSetting } from './rules.ts';

/** Whose market decides: a shop's, for what is bought there, or a person's own. */
export type MarketOf = { readonly businessId: BusinessId } | { readonly personId: PersonId };

/**
 * Throws FeatureUnavailableError unless all the features are on, in that market, for the person who uses them. Nothing
 * is remembered: what one process switches off, every process refuses from the next transaction on.
 */
export async function requireFeatures(
  ctx: Ctx,
  { market, user, path = [] }: { market: MarketOf; user: PersonId; path?: readonly string[] },
  features: readonly Feature[],
): Promise<void> {
  const country =
    'businessId' in market
      ? ctx.sql`select country from businesses where id = ${market.businessId}`
      : ctx.sql`select country from people where id = ${market.personId}`;
  const rows = await ctx.sql<(FeatureSetting & { invited: boolean })[]>`
    /* features_required */
    select c.country, f.feature, coalesce(m.state, 'OFF') as state, m.share_percent as "sharePercent",
           coalesce(m.reason, 'It has not come here.') as reason,
           exists (select from pilot_members p where p.country = c.country and p.person_id = ${user}) as invited
    from (${country}) c cross join unnest(${[...features]}::text[]) with ordinality f (feature, place)
    left join market_features m on m.country = c.country and m.feature = f.feature
    order by f.place`;
  const missing = rows.find(({ invited, ...setting }) => !isAvailable(setting, user, invited));
  if (missing) throw new FeatureUnavailableError(missing, path);
}
