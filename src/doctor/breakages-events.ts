import { paymentOf, type Orders, type Ways } from './breakage.ts';

const eventsWhere = (condition: string) => `
  update event_log set type = 'message.updated' where ${condition};
  update outbox set type = 'message.updated' where ${condition}`;

export const EVENT_BREAKAGES: Ways<Orders> = {
  'Positions in the event log are dense up to its head.': {
    'the head is ahead of the log': () => `update event_log_head set position = position + 1`,
    'a position is missing': () => `
      update event_log set position = position + 1 where position = (select position from event_log_head);
      update event_log_head set position = position + 1`,
  },
  "A subject's events are numbered without a gap.": {
    'a subject counts more than there are': ({ placed }) => `
      update event_subjects set sequence = sequence + 1 where subject_id = '${placed}'`,
    'a number is missing': ({ shipped }) => `
      update event_log set sequence = sequence + 1
      where subject_id = '${shipped}' and sequence = (select sequence from event_subjects where subject_id = '${shipped}');
      update event_subjects set sequence = sequence + 1 where subject_id = '${shipped}'`,
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
