import type { Sql } from '../db/client.ts';
import { WEBHOOK_STATES, type WebhookState } from './rules.ts';

/** What waits to be sent, over all webhooks. */
export interface WebhookBacklog {
  /** Deliveries of active webhooks that are not over: those of paused ones wait for somebody. */
  readonly pending: number;
  /** Of paused ones. */
  readonly held: number;
  /** Since when the oldest of the active ones waits, in seconds; 0 when none does. */
  readonly oldestSeconds: number;
  readonly webhooks: Readonly<Record<WebhookState, number>>;
}

export async function webhookBacklog(sql: Sql): Promise<WebhookBacklog> {
  const [row] = await sql<
    { pending: bigint; held: bigint; oldest: number; webhooks: Partial<Record<WebhookState, number>> }[]
  >`
    /* webhook_backlog */
    select count(*) filter (where w.state = 'ACTIVE') as pending,
           count(*) filter (where w.state <> 'ACTIVE') as held,
           coalesce(extract(epoch from now() - min(d.created_at) filter (where w.state = 'ACTIVE')), 0)::float8 as oldest,
           (select coalesce(jsonb_object_agg(state, count), '{}')
            from (select state, count(*) from webhooks group by state) by_state) as webhooks
    from webhook_deliveries d join webhooks w on w.id = d.webhook_id where d.state = 'PENDING'`;
  const counts = Object.fromEntries(WEBHOOK_STATES.map((state) => [state, row?.webhooks[state] ?? 0]));
  return {
    pending: Number(row?.pending ?? 0),
    held: Number(row?.held ?? 0),
    oldestSeconds: Math.max(0, row?.oldest ?? 0),
    webhooks: counts as Record<WebhookState, number>,
  };
}
