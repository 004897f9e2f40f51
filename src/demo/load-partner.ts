import type { Ctx } from '../context.ts';
import type { PartnerAppId, PersonId } from '../db/id.ts';
import { createApp } from '../partners/apps.ts';
import { grantApp } from '../partners/grant.ts';
import { createKey, revokeKey } from '../partners/keys.ts';
import { appsPage, keysPage } from '../partners/read.ts';
import { SCOPE_NAMES } from '../partners/rules.ts';
import { as, type Cast } from './cast.ts';

/** The partner app of the demo: Ravi has made it, and the grocer lets it act for the shop. */
export const DEMO_APP = { name: 'Mandi Fresh Sync', owner: 'ravi', shop: 'sabzi-mandi' } as const;

/** By this the key of the last start is found again. */
const KEY_NAME = 'the terminal, at the start of the server';

/** Registers and grants it. What was done before is not done again. */
export async function registerPartner(ctx: Ctx, cast: Cast): Promise<void> {
  const { name, owner, shop } = DEMO_APP;
  const appId = await createApp(as(ctx, cast.person(owner)), {
    name,
    description: 'Packs what was ordered from Sabzi Mandi, and keeps its stock in step with the till.',
    scopes: [...SCOPE_NAMES],
    idempotencyKey: 'demo:partner-app',
  });
  await grantApp(as(ctx, cast.ownerOf(shop)), {
    businessId: cast.shop(shop),
    appId,
    scopes: SCOPE_NAMES.filter((scope) => scope !== 'MANAGE_WEBHOOKS'),
  });
}

/** A new key of the app; that of the last start is over. Null when it is no longer here. */
export async function freshKey(
  ctx: Ctx,
  ownerId: PersonId,
): Promise<{ appId: PartnerAppId; key: string } | null> {
  const owner = as(ctx, ownerId);
  const { rows: apps } = await appsPage(owner, ownerId, { limit: 100, after: null });
  const app = apps.find(({ name }) => name === DEMO_APP.name);
  if (!app) return null;
  const { rows: keys } = await keysPage(owner, app.id, { limit: 100, after: null });
  for (const { id, name } of keys) if (name === KEY_NAME) await revokeKey(owner, id);
  const { key } = await createKey(owner, app.id, { name: KEY_NAME, scopes: app.scopes });
  return { appId: app.id, key };
}
