import type { Ways } from './breakage.ts';

const OF_WAITING = `ticket_id = (select id from tickets where state = 'WAITING')`;

/** Among tickets of both desks in several states; see tickets.test.ts. */
export const TICKET_BREAKAGES: Ways<unknown> = {
  'Every ticket has one thread, of its opener and its desk, and every thread its ticket.': {
    'a thread belongs to no ticket': () => `
      update conversations set ticket_id = gen_random_uuid() where platform`,
    'a ticket points to another conversation': () => `
      update tickets set conversation_id = gen_random_uuid() where desk = 'PLATFORM'`,
    'a thread is of somebody else': () => `
      update tickets set opener_id = gen_random_uuid() where desk = 'PLATFORM'`,
    'a ticket of a shop is talked about with the platform': () => `
      update tickets set desk = 'BUSINESS' where desk = 'PLATFORM'`,
    'a thread is with another shop': () => `
      update tickets set business_id = gen_random_uuid() where desk = 'BUSINESS'`,
  },
  'The timeline of a ticket begins with its opening, has no gap, and ends in its state.': {
    'a step is missing': () => `
      update ticket_transitions set sequence = sequence + 10 where action <> 'open'`,
    'the last step led elsewhere': () =>
      `update ticket_transitions set state = 'WAITING' where action = 'close'`,
    'the opening is not the first step': () => `
      update ticket_transitions set sequence = 0 where sequence = 1 and ${OF_WAITING};
      update ticket_transitions set sequence = 1 where sequence = 2 and ${OF_WAITING};
      update ticket_transitions set sequence = 2 where sequence = 0`,
  },
  'The events of a ticket are its timeline.': {
    'a step has no event': () => `
      update event_log set type = 'message.updated' where type = 'ticket.changed' and sequence = 2;
      update outbox set type = 'message.updated' where type = 'ticket.changed' and sequence = 2`,
    'an event tells of a ticket that is not there': () => `
      update event_log set type = 'ticket.opened' where type = 'business.created'`,
  },
  'The clocks of a ticket go forward, and agree with its state.': {
    'a ticket was answered before it was opened': () => `
      update tickets set first_answered_at = opened_at - interval '1 hour' where state = 'CLOSED'`,
    'a ticket was closed before it was resolved': () => `
      update tickets set closed_at = resolved_at - interval '1 hour' where state = 'CLOSED'`,
    'it is due before it was opened': () => `update tickets set first_answer_due_at = opened_at`,
    'a resolved one has no time of it': () => `
      alter table tickets drop constraint tickets_resolved_at;
      update tickets set resolved_at = null where state = 'CLOSED'`,
    'one waits that does not say since when': () => `
      alter table tickets drop constraint tickets_waiting_has_begun;
      update tickets set waiting_since = null where state = 'WAITING'`,
    'one is closed that does not say when': () => `
      alter table tickets drop constraint tickets_closed_at;
      update tickets set closed_at = null where state = 'CLOSED'`,
  },
};
