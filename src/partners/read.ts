import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { viewerId, type Ctx } from '../context.ts';
import type { ApiKeyId, BusinessId, PartnerAppId, PersonId } from '../db/id.ts';
import { anyOf, byId, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { peopleByIds } from '../identity/read.ts';
import type { Scope } from './rules.ts';
import { apiKeys, partnerApps, partnerGrants, type ApiKey as KeyRow, type PartnerApp } from './tables.ts';

export type { PartnerApp };

/** A key as it is shown: without its hash. */
export type ApiKey = Omit<KeyRow, 'tokenHash' | 'madeUntil'>;

/** A grant, with what it allows: what the business granted, as far as the app still asks for it. */
export interface PartnerGrant {
  readonly appId: PartnerAppId;
  readonly businessId: BusinessId;
  readonly scopes: Scope[];
  readonly grantedBy: PersonId;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whoever has signed in, and apps, may look an app up: a shop owner wants to know what they grant. */
export async function appsByIds(ctx: Ctx, ids: readonly PartnerAppId[]): Promise<(PartnerApp | null)[]> {
  switch (ctx.actor.kind) {
    case 'guest':
    case 'locked':
      return ids.map(() => null);
    case 'person':
    case 'app':
    case 'system':
      return byId(ids, await ctx.db.select().from(partnerApps).where(anyOf(partnerApps.id, ids)));
  }
}

/** The names of who looks after apps. Whoever sees an app may know it. */
export async function ownerNames(ctx: Ctx, ids: readonly PersonId[]): Promise<string[]> {
  const owners = await peopleByIds(ctx, [...new Set(ids)]);
  const names = new Map(owners.flatMap((owner) => (owner ? [[owner.id, owner.name] as const] : [])));
  return ids.map((id) => names.get(id) ?? '');
}

/** The apps of a person, newest first. The caller must have made sure that they are that person. */
export async function appsPage(ctx: Ctx, ownerId: PersonId, page: PageRequest): Promise<Page<PartnerApp>> {
  const before = page.after ? lt(partnerApps.id, page.after as PartnerAppId) : undefined;
  const rows = await ctx.db
    .select()
    .from(partnerApps)
    .where(and(eq(partnerApps.ownerId, ownerId), before))
    .orderBy(desc(partnerApps.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

const shown = {
  id: apiKeys.id,
  appId: apiKeys.appId,
  name: apiKeys.name,
  last4: apiKeys.last4,
  scopes: apiKeys.scopes,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
  expiresAt: apiKeys.expiresAt,
  revokedAt: apiKeys.revokedAt,
};

/** The keys of one's own apps; for an app, the key that it calls with. */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  if (ctx.actor.kind === 'app') return ctx.actor.keyId ? eq(apiKeys.id, ctx.actor.keyId) : sql`false`;
  const me = viewerId(ctx);
  return me
    ? sql`exists (select from ${partnerApps} where ${partnerApps.id} = ${apiKeys.appId} and ${partnerApps.ownerId} = ${me})`
    : sql`false`;
}

export async function keysByIds(ctx: Ctx, ids: readonly ApiKeyId[]): Promise<(ApiKey | null)[]> {
  const rows = await ctx.db
    .select(shown)
    .from(apiKeys)
    .where(and(anyOf(apiKeys.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** The keys of an app, ended ones too, newest first; only those that the caller may see. */
export async function keysPage(ctx: Ctx, appId: PartnerAppId, page: PageRequest): Promise<Page<ApiKey>> {
  const before = page.after ? lt(apiKeys.id, page.after as ApiKeyId) : undefined;
  const rows = await ctx.db
    .select(shown)
    .from(apiKeys)
    .where(and(eq(apiKeys.appId, appId), mine(ctx), before))
    .orderBy(desc(apiKeys.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** What businesses granted an app, or a business granted to apps. The caller must have made sure that it is theirs. */
export async function grantsPage(
  ctx: Ctx,
  of: { readonly appId: PartnerAppId } | { readonly businessId: BusinessId },
  page: PageRequest,
): Promise<Page<PartnerGrant>> {
  const [whose, key] =
    'appId' in of
      ? [eq(partnerGrants.appId, of.appId), partnerGrants.businessId]
      : [eq(partnerGrants.businessId, of.businessId), partnerGrants.appId];
  const { appId, businessId, scopes, grantedBy, createdAt, updatedAt } = partnerGrants;
  const rows = await ctx.db
    .select({ appId, businessId, scopes, grantedBy, createdAt, updatedAt, asked: partnerApps.scopes })
    .from(partnerGrants)
    .innerJoin(partnerApps, eq(partnerApps.id, appId))
    .where(and(whose, page.after ? sql`${key} > ${page.after}` : undefined))
    .orderBy(asc(key))
    .limit(page.limit + 1);
  const grants = rows.map(({ asked, ...grant }) => ({
    ...grant,
    scopes: grant.scopes.filter((scope) => asked.includes(scope)),
  }));
  return pageOf(grants, page.limit);
}

/** What a business granted an app; null for nothing. The caller must have made sure that it is theirs. */
export async function grantOf(
  ctx: Ctx,
  { appId, businessId }: { appId: PartnerAppId; businessId: BusinessId },
): Promise<PartnerGrant | null> {
  const [row] = await ctx.db
    .select({ grant: partnerGrants, asked: partnerApps.scopes })
    .from(partnerGrants)
    .innerJoin(partnerApps, eq(partnerApps.id, partnerGrants.appId))
    .where(and(eq(partnerGrants.appId, appId), eq(partnerGrants.businessId, businessId)));
  return row ? { ...row.grant, scopes: row.grant.scopes.filter((scope) => row.asked.includes(scope)) } : null;
}
