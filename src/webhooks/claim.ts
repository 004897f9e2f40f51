import type { Ctx } from '../context.ts';
import type { PartnerAppId, WebhookDeliveryId } from '../db/id.ts';
import { deliveryKey } from './payload.ts';
import { secretsInForce } from './rules.ts';
import { SEND_TIMEOUT_MS } from './send.ts';
import type { Lane } from './wake.ts';

/** How long a delivery is nobody else's to try: longer than a try takes. Of a process that died it is over by then. */
export const CLAIM_MS = SEND_TIMEOUT_MS + 5_000;

/** A delivery that is this process's to try, and with what. */
export interface Claim {
  readonly deliveryId: WebhookDeliveryId;
  readonly lane: Lane;
  readonly appId: PartnerAppId;
  /** By which it is known whether the claim still holds: nobody else's ends at the same moment. */
  readonly until: Date;
  readonly startedAt: Date;
  /** Before this one. */
  readonly attempts: number;
  readonly failuresInRow: number;
  readonly url: string;
  readonly secrets: readonly string[];
  readonly key: string;
  readonly body: string;
}

interface Row {
  id: WebhookDeliveryId;
  app_id: PartnerAppId;
  event_id: bigint;
  body: string;
  attempts: number;
  failures_in_row: number;
  url: string;
  secret: string;
  previous_secret: string | null;
  previous_secret_expires_at: string | null;
  log_id: string;
}

/**
 * Takes the first delivery of a lane that is not over; null when there is none, its time has not come, somebody else is
 * at it or the webhook is paused. Later ones wait for it: that keeps the order.
 */
export async function claimNext(ctx: Ctx, lane: Lane): Promise<Claim | null> {
  const startedAt = ctx.now();
  const until = new Date(startedAt.getTime() + CLAIM_MS);
  const [row] = await ctx.sql<Row[]>`
    /* webhook_claim */
    update webhook_deliveries d set next_attempt_at = ${until.toISOString()}
    from webhooks w, event_log_head h
    where d.id = (
        select id from webhook_deliveries
        where webhook_id = ${lane.webhookId} and subject_id = ${lane.subjectId}
          and replay_id is not distinct from ${lane.replayId} and state = 'PENDING'
        order by position limit 1
      )
      and d.state = 'PENDING' and d.next_attempt_at <= ${startedAt.toISOString()}
      and w.id = d.webhook_id and w.state = 'ACTIVE'
    returning d.id, w.app_id, d.event_id, d.body, d.attempts, w.failures_in_row, w.url, w.secret,
      w.previous_secret, w.previous_secret_expires_at, h.log_id`;
  if (!row) return null;
  const ends = row.previous_secret_expires_at;
  return {
    deliveryId: row.id,
    lane,
    appId: row.app_id,
    until,
    startedAt,
    attempts: row.attempts,
    failuresInRow: row.failures_in_row,
    url: row.url,
    secrets: secretsInForce(
      {
        secret: row.secret,
        previousSecret: row.previous_secret,
        previousSecretExpiresAt: ends === null ? null : new Date(ends),
      },
      startedAt,
    ),
    key: deliveryKey(row.log_id, row.event_id),
    body: row.body,
  };
}

/** When the first delivery of a lane that is not over may be tried; null when there is none, or its webhook is not active. */
export async function nextDue(ctx: Ctx, lane: Lane): Promise<Date | null> {
  const [row] = await ctx.sql<{ due: string }[]>`
    /* webhook_next_due */
    select d.next_attempt_at as due
    from webhook_deliveries d join webhooks w on w.id = d.webhook_id and w.state = 'ACTIVE'
    where d.webhook_id = ${lane.webhookId} and d.subject_id = ${lane.subjectId}
      and d.replay_id is not distinct from ${lane.replayId} and d.state = 'PENDING'
    order by d.position limit 1`;
  return row ? new Date(row.due) : null;
}
