import type { Check } from './check.ts';

/** All events: those in the log and those that are still to be stamped. */
export const EVENTS = `(select type, subject_id, sequence from event_log union all select type, subject_id, sequence from outbox) events`;

/** Of the event log and of what it tells: chats, orders, payments. */
export const EVENT_CHECKS: readonly Check[] = [
  {
    invariant: 5,
    rule: 'Positions in the event log are dense up to its head.',
    sql: `
      select h.position::text as id, format('%s events up to position %s, the last one %s', l.count, h.position, l.last) as fact
      from event_log_head h cross join lateral (
        select count(*) as count, coalesce(max(position), 0) as last, coalesce(min(position), 1) as first from event_log
      ) l where l.last <> h.position or l.count <> l.last - l.first + 1`,
  },
  {
    invariant: 5,
    rule: "A subject's events are numbered without a gap.",
    sql: `
      select e.subject_id::text as id, format('%s events, numbered %s to %s, counted %s', e.count, e.first, e.last, s.sequence) as fact
      from (
        select subject_id, count(*) as count, min(sequence) as first, max(sequence) as last
        from ${EVENTS}
        group by subject_id
      ) e left join event_subjects s on s.subject_id = e.subject_id
      where e.first <> 1 or e.last <> e.count or s.sequence is distinct from e.last`,
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
             format('%s messages, %s message.sent events', coalesce(c.last_sequence, 0), coalesce(e.count, 0)) as fact
      from conversations c full join (
        select subject_id, count(*) as count from ${EVENTS} where type = 'message.sent' group by subject_id
      ) e on e.subject_id = c.id
      where coalesce(e.count, 0) is distinct from c.last_sequence`,
  },
  {
    invariant: 5,
    rule: 'The events of an order are its timeline.',
    sql: `
      select coalesce(t.id, e.id)::text as id, format('%s in the timeline: %s, in the events: %s', coalesce(t.type, e.type),
                                                      coalesce(t.count, 0), coalesce(e.count, 0)) as fact
      from (
        select order_id as id, 'order.' || case action
          when 'place' then 'placed' when 'pay' then 'paid' when 'ship' then 'shipped' when 'cancel' then 'cancelled'
          when 'confirm' then 'confirmed' when 'deliver' then 'delivered' when 'refund' then 'refunded'
          else action || 'd' end as type, count(*) as count
        from order_transitions group by order_id, action
      ) t full join (
        select subject_id as id, type, count(*) as count from ${EVENTS} where type like 'order.%' group by subject_id, type
      ) e on e.id = t.id and e.type = t.type
      where t.count is distinct from e.count
      union all
      select id::text, format('order %s was never placed', number) from orders o
      where not exists (select from order_transitions where order_id = o.id and action = 'place')`,
  },
  {
    invariant: 5,
    rule: 'Every succeeded payment has its event, and every such event its payment.',
    sql: `
      select coalesce(p.id, e.id)::text as id, format('payment is %s, payment.succeeded events: %s', p.state, coalesce(e.count, 0)) as fact
      from (select id, state from payments where state = 'SUCCEEDED') p full join (
        select subject_id as id, count(*) as count from ${EVENTS} where type = 'payment.succeeded' group by subject_id
      ) e on e.id = p.id
      where p.id is null or e.count is distinct from 1`,
  },
];
