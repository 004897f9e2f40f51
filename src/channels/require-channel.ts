import type { SalesChannel } from '../catalog/rules.ts';
import type { Ctx } from '../context.ts';
import type { BusinessId, PersonId } from '../db/id.ts';
import { requireFeatures } from '../markets/require-feature.ts';
import { featuresOf } from './rules.ts';

/** Throws FeatureUnavailableError where the market of a shop does not have this channel, for the person who uses it. */
export async function requireChannel(
  ctx: Ctx,
  use: { businessId: BusinessId; user: PersonId; channel: SalesChannel },
): Promise<void> {
  const { businessId, user, channel } = use;
  const features = featuresOf(channel);
  if (features.length > 0)
    await requireFeatures(ctx, { market: { businessId }, user, path: ['channel'] }, features);
}
