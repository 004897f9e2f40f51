import { and, desc, eq, lt } from 'drizzle-orm';
import { viewerId, type Ctx } from '../context.ts';
import type { PersonId } from '../db/id.ts';
import { anyOf, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { FEATURES, isAvailable, neverSwitched, type FeatureSetting } from './rules.ts';
import { marketFeatures, marketFeatureSwitches, pilotMembers, type FeatureSwitch } from './tables.ts';

export type { FeatureSwitch };

/** A feature of a country as it is shown. */
export interface ShownFeature extends FeatureSetting {
  /** Null: nobody has ever switched it. */
  readonly changedAt: Date | null;
}

/** For each country all the features that there are, in their order. */
export async function featuresByCountry(ctx: Ctx, countries: readonly string[]): Promise<ShownFeature[][]> {
  const rows = await ctx.db.select().from(marketFeatures).where(anyOf(marketFeatures.country, countries));
  return groupBy(countries, rows, (row) => row.country).map((known, index) =>
    FEATURES.map(
      (feature): ShownFeature =>
        known.find((row) => row.feature === feature) ?? {
          ...neverSwitched(countries[index] ?? '', feature),
          changedAt: null,
        },
    ),
  );
}

/** A feature of a country for somebody. */
export interface FeatureStanding extends FeatureSetting {
  readonly isAvailable: boolean;
}

/** For each country what the caller has there; a guest is in no pilot. */
export async function standingsByCountry(
  ctx: Ctx,
  countries: readonly string[],
): Promise<FeatureStanding[][]> {
  const me = viewerId(ctx);
  const [features, invited] = await Promise.all([
    featuresByCountry(ctx, countries),
    invitedTo(ctx, me, countries),
  ]);
  return features.map((settings) =>
    settings.map((setting) => ({
      ...setting,
      isAvailable: isAvailable(setting, me, invited.has(setting.country)),
    })),
  );
}

/** In which of the countries a person takes part in every pilot. */
async function invitedTo(
  { db }: Ctx,
  personId: PersonId | null,
  countries: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!personId) return new Set();
  const rows = await db
    .select({ country: pilotMembers.country })
    .from(pilotMembers)
    .where(and(eq(pilotMembers.personId, personId), anyOf(pilotMembers.country, countries)));
  return new Set(rows.map(({ country }) => country));
}

/** Every switch that was moved in a country, the last one first. */
export async function switchesPage(
  ctx: Ctx,
  country: string,
  page: PageRequest,
): Promise<Page<FeatureSwitch>> {
  const { id, country: where } = marketFeatureSwitches;
  const rows = await ctx.db
    .select()
    .from(marketFeatureSwitches)
    .where(and(eq(where, country), page.after ? lt(id, page.after as FeatureSwitch['id']) : undefined))
    .orderBy(desc(id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}
