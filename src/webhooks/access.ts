import { and, eq, sql, type SQL } from 'drizzle-orm';
import { requireApp, requirePerson, viewerId, type Ctx, type Tx } from '../context.ts';
import type { PartnerAppId, PersonId, WebhookId } from '../db/id.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { webhooks, type Webhook } from './tables.ts';

// Who looks after the webhooks of an app: the person who owns it, and the app itself by a key of the scope.

/** The app whose webhooks the caller wants to look after. A key is of one app, which need not be named. */
export async function requireAppOf(ctx: Ctx, appId: PartnerAppId | null): Promise<PartnerAppId> {
  const missing = new NotFoundError('partner app', ['appId']);
  if (ctx.actor.kind === 'app') {
    const own = requireApp(ctx, 'MANAGE_WEBHOOKS').appId;
    if (appId !== null && appId !== own) throw missing;
    return own;
  }
  const { personId } = requirePerson(ctx);
  if (appId === null) throw new InvalidInputError('Say of which app.', ['appId']);
  if (!(await ownsApp(ctx, personId, appId))) throw missing;
  return appId;
}

async function ownsApp({ sql }: Ctx, personId: PersonId, appId: PartnerAppId): Promise<boolean> {
  const found = await sql`
    /* app_owned */
    select from partner_apps where id = ${appId} and owner_id = ${personId}`;
  return found.length > 0;
}

/** A condition on webhooks: those that the caller looks after. */
export function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  if (ctx.actor.kind === 'app') {
    const { appId, scopes } = ctx.actor;
    return scopes.includes('MANAGE_WEBHOOKS') ? eq(webhooks.appId, appId) : sql`false`;
  }
  const me = viewerId(ctx);
  if (!me) return sql`false`;
  return sql`exists (select from partner_apps a where a.id = ${webhooks.appId} and a.owner_id = ${me})`;
}

/** Throws unless the caller is one who may look after webhooks at all. */
export function requireKeeper(ctx: Ctx): void {
  if (ctx.actor.kind === 'app') requireApp(ctx, 'MANAGE_WEBHOOKS');
  else requirePerson(ctx);
}

/** A webhook that the caller looks after, so that nothing else changes it until the commit. */
export async function lockWebhook(tx: Tx, webhookId: WebhookId): Promise<Webhook> {
  requireKeeper(tx);
  const [webhook] = await tx.db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, webhookId), mine(tx)))
    .for('no key update', { of: webhooks });
  if (!webhook) throw new NotFoundError('webhook', ['webhookId']);
  return webhook;
}

/** Throws for one that was deleted: it is there to be read, and for nothing else. */
export function requireKept({ state }: Webhook): void {
  if (state === 'DELETED') {
    throw new InvalidInputError('This webhook was deleted: create another.', ['webhookId']);
  }
}

/** Tells those who look after the app, and the processes that send. */
export function recordWebhook(
  tx: Tx,
  type: 'webhook.created' | 'webhook.updated' | 'webhook.paused' | 'webhook.resumed' | 'webhook.deleted',
  { id, appId }: Pick<Webhook, 'id' | 'appId'>,
): Promise<void> {
  return record(tx, {
    type,
    subjectId: id,
    topics: [topic.app(appId), topic.webhooks],
    payload: { appId, webhookId: id },
  });
}
