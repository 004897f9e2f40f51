import type { Check } from './check.ts';

/** A lane: what is sent one after the other. */
const LANE = 'webhook_id, subject_id, replay_id';

/** Of what partners are told by webhook. */
export const WEBHOOK_CHECKS: readonly Check[] = [
  {
    invariant: 5,
    rule: 'What waits to be sent to an active webhook has a job that sends it.',
    sql: `
      with jobs as materialized (
        select data ->> 'webhookId' as webhook, data ->> 'subjectId' as subject, data ->> 'replayId' as replay
        from pgboss.job where name = 'webhook.deliver' and state in ('created', 'retry', 'active')
      )
      select d.id::text, format('an event of %s waits since %s', d.subject_id, d.created_at) as fact
      from (
        select distinct on (${LANE}) * from webhook_deliveries where state = 'PENDING' order by ${LANE}, position
      ) d
      join webhooks w on w.id = d.webhook_id and w.state = 'ACTIVE'
      left join jobs on webhook = d.webhook_id::text and subject = d.subject_id::text
        and replay is not distinct from d.replay_id::text
      where jobs.webhook is null`,
  },
  {
    invariant: 5,
    rule: 'A delivery is sent when those before it of its subject are over, and not earlier.',
    sql: `
      select id::text, format('it was tried %s times while position %s waits', attempts, waiting) as fact
      from (
        select *, min(position) filter (where state = 'PENDING') over (partition by ${LANE}) as waiting
        from webhook_deliveries
      ) d
      where attempts > 0 and position > waiting`,
  },
  {
    invariant: 5,
    rule: 'Every try of a delivery is written down, and one that arrived says so.',
    sql: `
      select d.id::text, format('%s after %s tries, of %s written down, the last with %s', d.state, d.attempts, a.tries, a.last) as fact
      from webhook_deliveries d cross join lateral (
        select count(*) as tries, (array_agg(status order by number desc))[1] as last from webhook_attempts
        where delivery_id = d.id
      ) a
      where d.attempts <> a.tries
        or (d.state = 'DELIVERED') is distinct from (a.last is not null and a.last between 200 and 299)
        or (d.state = 'FAILED' and a.tries = 0)`,
  },
  {
    invariant: 5,
    rule: 'What was made for a webhook or a replay lies before its place in the log.',
    sql: `
      select w.id::text, format('at %s of a log of %s', w.position, h.position) as fact
      from webhooks w, event_log_head h where w.position > h.position
      union all
      select d.id::text, format('made for %s, and its place is %s', d.position, coalesce(r.position, w.position))
      from webhook_deliveries d join webhooks w on w.id = d.webhook_id
      left join webhook_replays r on r.id = d.replay_id
      where d.position > coalesce(r.position, w.position) or d.position <= r.from_position`,
  },
];
