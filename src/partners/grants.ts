import { and, asc, eq, isNull, or, gt, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Actor, Ctx } from '../context.ts';
import type { BusinessId, PartnerAppId } from '../db/id.ts';
import type { Scope } from './rules.ts';
import { apiKeys, partnerApps, partnerGrants } from './tables.ts';

// What apps may do for which businesses: for the reads, verbs and streams of other domains. What a business granted
// counts as far as the app still asks for it.

/** The businesses that let an app do something, in the order of their ids. */
export async function grantedBusinesses(ctx: Ctx, appId: PartnerAppId, scope: Scope): Promise<BusinessId[]> {
  const rows = await ctx.db
    .select({ businessId: partnerGrants.businessId })
    .from(partnerGrants)
    .innerJoin(partnerApps, eq(partnerApps.id, partnerGrants.appId))
    .where(and(eq(partnerGrants.appId, appId), covers(scope)))
    .orderBy(asc(partnerGrants.businessId));
  return rows.map((row) => row.businessId);
}

export async function isGranted(
  ctx: Ctx,
  { appId, businessId, scope }: { appId: PartnerAppId; businessId: BusinessId; scope: Scope },
): Promise<boolean> {
  const found = await ctx.db
    .select({ appId: partnerGrants.appId })
    .from(partnerGrants)
    .innerJoin(partnerApps, eq(partnerApps.id, partnerGrants.appId))
    .where(and(eq(partnerGrants.appId, appId), eq(partnerGrants.businessId, businessId), covers(scope)));
  return found.length > 0;
}

/** For each business whether it lets the app that calls do something; none does for other callers. */
export function grantsIn(scope: Scope): (ctx: Ctx, businessIds: readonly BusinessId[]) => Promise<boolean[]> {
  return async (ctx, businessIds) => {
    if (ctx.actor.kind !== 'app') return businessIds.map(() => false);
    const granted = new Set(await grantedBusinesses(ctx, ctx.actor.appId, scope));
    return businessIds.map((id) => granted.has(id));
  };
}

/** A condition for the reads of other domains: the business in this column lets the app do it. */
export function grantedTo(businessId: AnyColumn, appId: PartnerAppId, scope: Scope): SQL {
  return sql`exists (select from ${partnerGrants} join ${partnerApps} on ${partnerApps.id} = ${partnerGrants.appId}
    where ${partnerGrants.businessId} = ${businessId} and ${partnerGrants.appId} = ${appId} and ${covers(scope)})`;
}

/** Both the grant and its app name the scope. */
function covers(scope: Scope): SQL {
  return sql`${scope} = any(${partnerGrants.scopes}) and ${scope} = any(${partnerApps.scopes})`;
}

/**
 * Whether an app's key still stands, with the scope: what a live stream asks again when it hears of a change, since its
 * context is as old as the stream. Without a key, whether the app still asks for the scope.
 */
export async function standsStill(
  ctx: Ctx,
  { appId, keyId }: Extract<Actor, { kind: 'app' }>,
  scope: Scope,
): Promise<boolean> {
  const asksFor = sql`${scope} = any(${partnerApps.scopes})`;
  const apps = ctx.db.select({ id: partnerApps.id }).from(partnerApps);
  if (keyId === null) return (await apps.where(and(eq(partnerApps.id, appId), asksFor))).length > 0;
  const found = await apps
    .innerJoin(apiKeys, eq(apiKeys.appId, partnerApps.id))
    .where(
      and(
        eq(apiKeys.id, keyId),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, ctx.now())),
        sql`${scope} = any(${apiKeys.scopes})`,
        asksFor,
      ),
    );
  return found.length > 0;
}
