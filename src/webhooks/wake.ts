import type { Ctx, Tx } from '../context.ts';
import type { WebhookId, WebhookReplayId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { CLAIM_MS } from './claim.ts';

/**
 * What is sent one after the other: the deliveries of a subject to a webhook, in the order of the log. What is sent
 * again is a lane of its own for each replay, so that it holds up nothing new.
 */
export interface Lane {
  readonly webhookId: WebhookId;
  readonly subjectId: string;
  readonly replayId: WebhookReplayId | null;
}

/**
 * Gives every lane of a webhook that has something to send a job: call it in the transaction that makes it active. Whoever has
 * it go on has mended what failed, so that nobody waits hours for the pause after a failed try; what is being tried is left alone.
 */
export async function wakeWebhook(tx: Tx, webhookId: WebhookId): Promise<void> {
  const now = tx.now();
  const claimed = new Date(now.getTime() + CLAIM_MS);
  await tx.sql`
    /* webhook_hurry */
    update webhook_deliveries set next_attempt_at = ${now.toISOString()}
    where webhook_id = ${webhookId} and state = 'PENDING' and next_attempt_at > ${claimed.toISOString()}`;
  const lanes = await tx.sql<Lane[]>`
    /* webhook_lanes */
    select distinct webhook_id as "webhookId", subject_id as "subjectId", replay_id as "replayId"
    from webhook_deliveries where webhook_id = ${webhookId} and state = 'PENDING'`;
  await tx.app.jobs.enqueueAll(tx, 'webhook.deliver', lanes);
}

/** Longer than a job that died needs to be found. */
const OVERDUE_MS = 120_000;
const MOST_AT_ONCE = 1_000;

/** Wakes lanes that should have been tried long ago and have no job any more, whatever became of it. */
export async function wakeOverdue(ctx: Ctx): Promise<void> {
  await transact(ctx, async (tx) => {
    const since = new Date(tx.now().getTime() - OVERDUE_MS).toISOString();
    const lanes = await tx.sql<Lane[]>`
      /* webhook_overdue */
      select d.webhook_id as "webhookId", d.subject_id as "subjectId", d.replay_id as "replayId"
      from (
        select distinct on (webhook_id, subject_id, replay_id) webhook_id, subject_id, replay_id, next_attempt_at
        from webhook_deliveries where state = 'PENDING'
        order by webhook_id, subject_id, replay_id, position
      ) d join webhooks w on w.id = d.webhook_id and w.state = 'ACTIVE'
      where d.next_attempt_at < ${since} and not exists (
        select from pgboss.job j
        where j.name = 'webhook.deliver' and j.state in ('created', 'retry', 'active')
          and j.data ->> 'webhookId' = d.webhook_id::text and j.data ->> 'subjectId' = d.subject_id::text
          and j.data ->> 'replayId' is not distinct from d.replay_id::text
      ) limit ${MOST_AT_ONCE}`;
    if (lanes.length > 0)
      tx.log.warn({ lanes: lanes.length }, 'lanes of webhooks were forgotten; waking them');
    await tx.app.jobs.enqueueAll(tx, 'webhook.deliver', lanes);
  });
}
