import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireOperator, type Ctx, type Tx } from '../context.ts';
import { newId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { humanText, parseInput } from '../text.ts';
import {
  isSameSwitch,
  neverSwitched,
  requireShare,
  type Feature,
  type FeatureSetting,
  type FeatureState,
} from './rules.ts';
import { lockSwitches } from './switch-lock.ts';
import { marketFeatures, marketFeatureSwitches, markets } from './tables.ts';

const Switching = z.object({
  reason: humanText(500).refine((text) => text.length >= 3, 'Say why, in three characters at least.'),
});

export interface SwitchFeature {
  readonly country: string;
  readonly feature: Feature;
  readonly state: FeatureState;
  /** Of a pilot, and of nothing else: how many of a hundred people are in. */
  readonly sharePercent?: number | null | undefined;
  /** Shown to who meets it. */
  readonly reason: string;
}

/**
 * Switches a feature of a country. What has begun by the old setting is waited for and finishes; when this returns,
 * nothing new begins by it. The setting that it has already changes nothing. For operators.
 */
export async function switchFeature(ctx: Ctx, input: SwitchFeature): Promise<void> {
  const personId = requireOperator(ctx);
  const { reason } = parseInput(Switching, input);
  const { country, feature, state, sharePercent = null } = input;
  const wanted = { state, sharePercent, reason };
  requireShare(wanted);
  await transact(ctx, async (tx) => {
    await lockSwitches(tx);
    const from = await lockSetting(tx, country, feature);
    if (isSameSwitch(from, wanted)) return;
    const now = tx.now();
    await tx.db
      .insert(marketFeatures)
      .values({ country, feature, ...wanted, changedAt: now })
      .onConflictDoUpdate({
        target: [marketFeatures.country, marketFeatures.feature],
        set: { ...wanted, changedAt: now },
      });
    const id = newId<'featureSwitch'>();
    await tx.db.insert(marketFeatureSwitches).values({
      id,
      country,
      feature,
      fromState: from.state,
      fromSharePercent: from.sharePercent,
      toState: state,
      toSharePercent: sharePercent,
      reason,
      personId,
      switchedAt: now,
    });
    await record(tx, {
      type: 'market.feature_switched',
      subjectId: id,
      topics: [topic.market(country)],
      payload: { feature },
    });
  });
}

/** How a feature stands, its row locked until the commit. */
async function lockSetting(tx: Tx, country: string, feature: Feature): Promise<FeatureSetting> {
  const [row] = await tx.db
    .select()
    .from(marketFeatures)
    .where(and(eq(marketFeatures.country, country), eq(marketFeatures.feature, feature)))
    .for('no key update');
  if (row) return row;
  if ((await tx.db.$count(markets, eq(markets.country, country))) === 0) {
    throw new NotFoundError('market', ['country']);
  }
  return neverSwitched(country, feature);
}
