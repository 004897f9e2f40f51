import { paymentOf, type Orders, type Ways } from './breakage.ts';

const ANOTHER = '00000000-0000-4000-8000-000000000000';

const eventsWhere = (condition: string) => `
  update event_log set type = 'message.updated' where ${condition};
  update outbox set type = 'message.updated' where ${condition}`;

export const EVENT_BREAKAGES: Ways<Orders> = {
  'Positions in the event log are dense from the oldest that is kept up to its head, and no event has two.': {
    'the head is ahead of the log': () => `update event_log_head set position = position + 1`,
    'a position is missing': () => `
      update event_log set position = position + 1 where position = (select position from event_log_head);
      update event_log_head set position = position + 1`,
    'events are kept that should be gone': () => `
      update event_log_head set oldest = oldest + 1`,
    'an event stands in two partitions': () => `
      select event_log_cut();
      insert into event_subjects (subject_id, sequence) values ('${ANOTHER}', 1);
      insert into event_log (position, id, type, subject_id, sequence, topics, payload, occurred_at)
      select h.position + 1, l.id, 'message.updated', '${ANOTHER}', 1, l.topics, l.payload, l.occurred_at
      from event_log_head h join event_log l using (position);
      update event_log_head set position = position + 1`,
  },
  "A subject's events are numbered in their order, without a gap.": {
    'a subject counts more than there are': ({ placed }) => `
      update event_subjects set sequence = sequence + 1 where subject_id = '${placed}'`,
    'a number is missing': ({ shipped }) => `
      update event_log set sequence = sequence + 1
      where subject_id = '${shipped}' and sequence = (select sequence from event_subjects where subject_id = '${shipped}');
      update event_subjects set sequence = sequence + 1 where subject_id = '${shipped}'`,
    'two events have changed their places': ({ shipped }) => `
      update event_log set sequence = -sequence where subject_id = '${shipped}' and sequence in (1, 2);
      update event_log set sequence = 3 + sequence where subject_id = '${shipped}' and sequence < 0`,
    'a subject is not counted': ({ placed }) => `delete from event_subjects where subject_id = '${placed}'`,
  },
  'Messages of a conversation are numbered without a gap.': {
    'a number is missing': () => `
      update messages m set sequence = sequence + 1
      where sequence = (select last_sequence from conversations c where c.id = m.conversation_id)`,
    'a message is missing': ({ placed }) => `
      delete from messages where content ->> 'orderId' = '${placed}' and content ->> 'type' = 'notice'`,
  },
  'Every message has its event, and every such event its message.': {
    'a message was sent without an event': () => eventsWhere("type = 'message.sent' and sequence = 3"),
    'an event tells of a chat that is not there': () => `
      update event_log set type = 'message.sent' where type = 'product.created'`,
  },
  'The events of an order are its timeline.': {
    'an order has an event too few': ({ placed }) => eventsWhere(`subject_id = '${placed}'`),
    'an order has an event too many': ({ placed }) => `
      delete from order_transitions where order_id = '${placed}' and action = 'place'`,
    'an order was paid and says that it was cancelled': ({ shipped }) => `
      update order_transitions set action = 'cancel' where order_id = '${shipped}' and action = 'pay'`,
    'an order was never placed': ({ placed }) => `
      delete from order_transitions where order_id = '${placed}';
      ${eventsWhere(`subject_id = '${placed}'`)}`,
  },
  'Every succeeded payment has its event, and every such event its payment.': {
    'a payment succeeded without an event': ({ shipped }) =>
      eventsWhere(`type = 'payment.succeeded' and subject_id = ${paymentOf(shipped)}`),
    'an event tells that a failed payment succeeded': ({ declined }) => `
      update event_log set type = 'payment.succeeded'
      where type = 'payment.failed' and subject_id = ${paymentOf(declined)}`,
  },
};
