import type { Check } from './check.ts';
import { EVENTS, KEPT_SINCE } from './checks-events.ts';

/** Of tickets: their threads, their timelines, their clocks. */
export const TICKET_CHECKS: readonly Check[] = [
  {
    invariant: 5,
    rule: 'Every ticket has one thread, of its opener and its desk, and every thread its ticket.',
    sql: `
      select coalesce(t.id, c.ticket_id)::text as id,
             format('ticket at the desk %s of %s, thread of %s with %s', t.desk, t.business_id, c.person_id,
                    coalesce(c.business_id::text, case when c.platform then 'the platform' end)) as fact
      from tickets t full join (select * from conversations where ticket_id is not null) c
        on c.id = t.conversation_id and c.ticket_id = t.id
      where t.id is null or c.id is null or c.person_id <> t.opener_id or c.platform <> (t.desk = 'PLATFORM')
         or c.business_id is distinct from case t.desk when 'BUSINESS' then t.business_id end`,
  },
  {
    invariant: 5,
    rule: 'The timeline of a ticket begins with its opening, has no gap, and ends in its state.',
    sql: `
      select t.id::text as id, format('ticket is %s; %s steps up to %s, the last one %s', t.state, s.count, s.last, s.state) as fact
      from tickets t cross join lateral (
        select count(*) as count, coalesce(max(sequence), 0) as last,
               (array_agg(state order by sequence desc))[1] as state,
               (array_agg(action order by sequence))[1] as first
        from ticket_transitions where ticket_id = t.id
      ) s where s.first is distinct from 'open' or s.count <> s.last or s.state is distinct from t.state`,
  },
  {
    invariant: 5,
    rule: 'The events of a ticket are its timeline.',
    sql: `
      select coalesce(t.id, e.id)::text as id, format('%s in the timeline: %s, %s of them since events are kept; in the events: %s',
                                                      coalesce(t.type, e.type), coalesce(t.count, 0), coalesce(t.kept, 0),
                                                      coalesce(e.count, 0)) as fact
      from (
        select ticket_id as id, case action when 'open' then 'ticket.opened' else 'ticket.changed' end as type, count(*) as count,
               count(*) filter (where occurred_at >= ${KEPT_SINCE}) as kept
        from ticket_transitions group by 1, 2
      ) t full join (
        select subject_id as id, type, count(*) as count from ${EVENTS} where type like 'ticket.%' group by subject_id, type
      ) e on e.id = t.id and e.type = t.type
      where coalesce(e.count, 0) not between coalesce(t.kept, 0) and coalesce(t.count, 0)`,
  },
  {
    // The clocks of two processes may differ a little.
    invariant: 5,
    rule: 'The clocks of a ticket go forward, and agree with its state.',
    sql: `
      select id::text as id, format('opened %s, answered %s, waits since %s, resolved %s, closed %s', opened_at, first_answered_at,
                                    waiting_since, resolved_at, closed_at) as fact
      from tickets
      where least(first_answered_at, waiting_since, resolved_at) < opened_at - interval '1 minute'
         or closed_at < resolved_at - interval '1 minute' or waited_ms < 0
         or least(first_answer_due_at, resolution_due_at) <= opened_at
         or (state = 'WAITING') <> (waiting_since is not null)
         or (state in ('RESOLVED', 'CLOSED')) <> (resolved_at is not null)
         or (state = 'CLOSED') <> (closed_at is not null)`,
  },
];
