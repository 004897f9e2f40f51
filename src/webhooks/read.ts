import { and, asc, desc, eq, inArray, lt, ne } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { PartnerAppId, WebhookDeliveryId, WebhookId, WebhookReplayId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { mine } from './access.ts';
import type { DeliveryState } from './rules.ts';
import {
  webhookAttempts,
  webhookDeliveries,
  webhookReplays,
  webhooks,
  type Webhook as WebhookRow,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookReplay,
} from './tables.ts';

export type { WebhookAttempt, WebhookDelivery, WebhookReplay };

/** A webhook as it is shown: without its secrets. */
export type Webhook = Omit<WebhookRow, 'secret' | 'previousSecret'>;

const {
  id,
  appId,
  url,
  document,
  previousSecretExpiresAt,
  state,
  pauseReason,
  position,
  failuresInRow,
  createdAt,
  updatedAt,
} = webhooks;
const shown = {
  id,
  appId,
  url,
  document,
  previousSecretExpiresAt,
  state,
  pauseReason,
  position,
  failuresInRow,
  createdAt,
  updatedAt,
};

/** Deleted ones too: what was sent to them can still be looked at. */
export async function webhooksByIds(ctx: Ctx, ids: readonly WebhookId[]): Promise<(Webhook | null)[]> {
  const rows = await ctx.db
    .select(shown)
    .from(webhooks)
    .where(and(anyOf(webhooks.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** The webhooks of apps that are not deleted, oldest first; none for who does not look after them. */
export async function webhooksOfApps(ctx: Ctx, apps: readonly PartnerAppId[]): Promise<Webhook[][]> {
  const rows = await ctx.db
    .select(shown)
    .from(webhooks)
    .where(and(anyOf(webhooks.appId, apps), ne(webhooks.state, 'DELETED'), mine(ctx)))
    .orderBy(asc(webhooks.id));
  return groupBy(apps, rows, (row) => row.appId);
}

/** The webhooks that the caller looks after, to be asked whether a delivery or a replay is of one of them. */
const ownOnes = (ctx: Ctx) => ctx.db.select({ id: webhooks.id }).from(webhooks).where(mine(ctx));

export async function deliveriesByIds(
  ctx: Ctx,
  ids: readonly WebhookDeliveryId[],
): Promise<(WebhookDelivery | null)[]> {
  const rows = await ctx.db
    .select()
    .from(webhookDeliveries)
    .where(and(anyOf(webhookDeliveries.id, ids), inArray(webhookDeliveries.webhookId, ownOnes(ctx))));
  return byId(ids, rows);
}

export async function replaysByIds(
  ctx: Ctx,
  ids: readonly WebhookReplayId[],
): Promise<(WebhookReplay | null)[]> {
  const rows = await ctx.db
    .select()
    .from(webhookReplays)
    .where(and(anyOf(webhookReplays.id, ids), inArray(webhookReplays.webhookId, ownOnes(ctx))));
  return byId(ids, rows);
}

/** What was made for a webhook, newest first. The caller must have been given the webhook. */
export async function deliveriesPage(
  ctx: Ctx,
  of: { readonly webhookId: WebhookId; readonly state: DeliveryState | null },
  page: PageRequest,
): Promise<Page<WebhookDelivery>> {
  const rows = await ctx.db
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.webhookId, of.webhookId),
        of.state ? eq(webhookDeliveries.state, of.state) : undefined,
        page.after ? lt(webhookDeliveries.id, page.after as WebhookDeliveryId) : undefined,
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** The replays of a webhook, newest first. The caller must have been given the webhook. */
export async function replaysPage(
  ctx: Ctx,
  webhookId: WebhookId,
  page: PageRequest,
): Promise<Page<WebhookReplay>> {
  const rows = await ctx.db
    .select()
    .from(webhookReplays)
    .where(
      and(
        eq(webhookReplays.webhookId, webhookId),
        page.after ? lt(webhookReplays.id, page.after as WebhookReplayId) : undefined,
      ),
    )
    .orderBy(desc(webhookReplays.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** The tries of deliveries, in their order. The caller must have been given the deliveries. */
export async function attemptsByDelivery(
  ctx: Ctx,
  ids: readonly WebhookDeliveryId[],
): Promise<WebhookAttempt[][]> {
  const rows = await ctx.db
    .select()
    .from(webhookAttempts)
    .where(anyOf(webhookAttempts.deliveryId, ids))
    .orderBy(asc(webhookAttempts.deliveryId), asc(webhookAttempts.number));
  return groupBy(ids, rows, (row) => row.deliveryId);
}

/** How far a webhook is behind the log. */
export interface Lag {
  /** Events of the whole log that it has not been asked about yet. */
  readonly waiting: number;
  /** Deliveries that were made and have not arrived yet. */
  readonly pendingDeliveries: number;
  /** Since when the oldest of either waits; null when nothing does. */
  readonly since: Date | null;
}

/** The lag of each webhook. The caller must have been given them. */
export async function lagByWebhook(ctx: Ctx, ids: readonly WebhookId[]): Promise<Lag[]> {
  const rows = await ctx.sql<{ id: WebhookId; waiting: bigint; pending: bigint; since: string | null }[]>`
    /* webhook_lag */
    select w.id, greatest(h.position - w.position, 0) as waiting, d.pending,
           least(d.since, (select e.stamped_at from event_log e where e.position = w.position + 1)) as since
    from webhooks w cross join event_log_head h cross join lateral (
      select count(*) as pending, min(d.created_at) as since
      from webhook_deliveries d where d.webhook_id = w.id and d.state = 'PENDING'
    ) d
    where w.id = any(${[...ids]})`;
  const lags = new Map(rows.map((row) => [row.id, row]));
  return ids.map((one) => {
    const row = lags.get(one);
    return {
      waiting: Number(row?.waiting ?? 0),
      pendingDeliveries: Number(row?.pending ?? 0),
      since: row?.since == null ? null : new Date(row.since),
    };
  });
}
