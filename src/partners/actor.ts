import { eq } from 'drizzle-orm';
import type { Actor, Ctx } from '../context.ts';
import type { PartnerAppId } from '../db/id.ts';
import { partnerApps } from './tables.ts';

/** Who calls when the house runs what an app has ordered: the app, with all it asks for and none of its keys. Null when there is none. */
export async function actorOfApp(ctx: Ctx, appId: PartnerAppId): Promise<Actor | null> {
  const [app] = await ctx.db
    .select({ scopes: partnerApps.scopes })
    .from(partnerApps)
    .where(eq(partnerApps.id, appId));
  return app ? { kind: 'app', appId, keyId: null, scopes: app.scopes } : null;
}
