import type { Check } from './check.ts';

/** All events that are kept: those in the log, and behind them those that are still to be stamped. */
export const EVENTS = `(
  select position, id, type, subject_id, sequence from event_log
  union all select null, id, type, subject_id, sequence from outbox) events`;

/**
 * What happened from here on has its event, since that one is kept; what happened before may have had one that was dropped
 * (src/events/retain.ts). The beginning of time while nothing has been dropped. An event is stamped after it happened,
 * so what happened when the oldest one that is kept was stamped is behind it; the clocks of two processes may differ.
 */
export const KEPT_SINCE = `(
  select case h.oldest when 1 then '-infinity' else coalesce(l.stamped_at, h.stamped_at) + interval '1 minute' end
  from event_log_head h left join event_log l on l.position = h.oldest)`;

/** Of the event log and of what it tells: chats, orders, payments. */
export const EVENT_CHECKS: readonly Check[] = [
  {
    invariant: 5,
    rule: 'Positions in the event log are dense from the oldest that is kept up to its head, and no event has two.',
    sql: `
      select h.position::text as id, format('%s events, %s of them different, from position %s to %s; kept should be %s to %s',
                                            l.count, l.different, l.first, l.last, h.oldest, h.position) as fact
      from event_log_head h cross join lateral (
        select count(*) as count, count(distinct id) as different, min(position) as first, max(position) as last from event_log
      ) l where l.count <> h.position - h.oldest + 1 or l.different <> l.count or l.first <> h.oldest or l.last <> h.position`,
  },
  {
    // Where events have been dropped, a subject's first one that is kept has any number.
    invariant: 5,
    rule: "A subject's events are numbered in their order, without a gap.",
    sql: `
      select e.subject_id::text as id, format('%s events, numbered %s to %s, %s of them out of turn, counted %s', e.count, e.first,
                                              e.last, e.wrong, s.sequence) as fact
      from (
        select subject_id, count(*) as count, min(sequence) as first, max(sequence) as last,
               count(*) filter (where sequence <> previous + 1) as wrong
        from (
          select subject_id, sequence,
                 lag(sequence) over (partition by subject_id order by position nulls last, id) as previous
          from ${EVENTS}
        ) numbered group by subject_id
      ) e cross join event_log_head h left join event_subjects s on s.subject_id = e.subject_id
      where e.wrong > 0 or (e.first <> 1 and h.oldest = 1) or s.sequence is distinct from e.last`,
  },
  {
    invariant: 5,
    rule: 'Messages of a conversation are numbered without a gap.',
    sql: `
      select c.id::text as id, format('last %s, %s messages up to %s', c.last_sequence, m.count, m.last) as fact
      from conversations c cross join lateral (
        select count(*) as count, coalesce(max(sequence), 0) as last from messages where conversation_id = c.id
      ) m where c.last_sequence <> m.last or m.count <> m.last`,
  },
  {
    invariant: 5,
    rule: 'Every message has its event, and every such event its message.',
    sql: `
      select coalesce(c.id, e.subject_id)::text as id,
             format('%s messages, %s of them since events are kept, %s message.sent events', coalesce(c.last_sequence, 0),
                    coalesce(m.count, 0), coalesce(e.count, 0)) as fact
      from conversations c left join (
        select conversation_id, count(*) as count from messages where sent_at >= ${KEPT_SINCE} group by conversation_id
      ) m on m.conversation_id = c.id full join (
        select subject_id, count(*) as count from ${EVENTS} where type = 'message.sent' group by subject_id
      ) e on e.subject_id = c.id
      where coalesce(e.count, 0) not between coalesce(m.count, 0) and coalesce(c.last_sequence, 0)`,
  },
  {
    invariant: 5,
    rule: 'The events of an order are its timeline.',
    sql: `
      select coalesce(t.id, e.id)::text as id, format('%s in the timeline: %s, %s of them since events are kept; in the events: %s',
                                                      coalesce(t.type, e.type), coalesce(t.count, 0), coalesce(t.kept, 0),
                                                      coalesce(e.count, 0)) as fact
      from (
        select order_id as id, 'order.' || case action
          when 'place' then 'placed' when 'pay' then 'paid' when 'ship' then 'shipped' when 'cancel' then 'cancelled'
          when 'confirm' then 'confirmed' when 'deliver' then 'delivered' when 'refund' then 'refunded'
          else action || 'd' end as type, count(*) as count, count(*) filter (where occurred_at >= ${KEPT_SINCE}) as kept
        from order_transitions group by order_id, action
      ) t full join (
        select subject_id as id, type, count(*) as count from ${EVENTS} where type like 'order.%' group by subject_id, type
      ) e on e.id = t.id and e.type = t.type
      where coalesce(e.count, 0) not between coalesce(t.kept, 0) and coalesce(t.count, 0)
      union all
      select id::text, format('order %s was never placed', number) from orders o
      where not exists (select from order_transitions where order_id = o.id and action = 'place')`,
  },
  {
    invariant: 5,
    rule: 'Every succeeded payment has its event, and every such event its payment.',
    sql: `
      select coalesce(p.id, e.id)::text as id, format('payment is %s, payment.succeeded events: %s', p.state, coalesce(e.count, 0)) as fact
      from (select id, state, created_at from payments where state = 'SUCCEEDED') p full join (
        select subject_id as id, count(*) as count from ${EVENTS} where type = 'payment.succeeded' group by subject_id
      ) e on e.id = p.id
      where p.id is null or e.count > 1 or (e.count is null and p.created_at >= ${KEPT_SINCE})`,
  },
];
