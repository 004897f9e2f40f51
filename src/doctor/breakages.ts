import type { OrderId } from '../db/id.ts';

/** Orders of a test, by what has become of them. */
export interface Orders {
  readonly placed: OrderId;
  readonly shipped: OrderId;
  readonly refunded: OrderId;
  /** Still unpaid, with a payment that failed. */
  readonly declined: OrderId;
}

type Ways = Readonly<Record<string, (orders: Orders) => string>>;

const paymentOf = (order: OrderId) => `(select id from payments where order_id = '${order}')`;
const eventsWhere = (condition: string) => `
  update event_log set type = 'message.updated' where ${condition};
  update outbox set type = 'message.updated' where ${condition}`;

/** For tests: by each rule of the doctor, ways to break it and no other. */
export const BREAKAGES: Readonly<Record<string, Ways>> = {
  'A strict account equals the sum of its postings.': {
    'a balance was changed': () =>
      `update ledger_accounts set balance_minor = balance_minor + 1 where strict`,
    'an account has a balance and no postings': () => `
      insert into ledger_accounts (id, kind, owner_id, currency, strict, balance_minor)
      values (gen_random_uuid(), 'BUSINESS_BALANCE', gen_random_uuid(), 'INR', true, 1)`,
  },
  'No strict account is below what is held of it.': {
    'more is held than is there': () => `
      alter table ledger_accounts drop constraint ledger_accounts_strict_covered;
      update ledger_accounts set held_minor = balance_minor + 1 where strict`,
  },
  'Every journal has postings.': {
    'a journal has none': () => `
      insert into ledger_journals (id, kind, subject_id, description)
      values (gen_random_uuid(), 'test', gen_random_uuid(), '')`,
  },
  'Both accounts of a posting are in its currency.': {
    'an account changed its currency': () => `update ledger_accounts set currency = 'EUR' where strict`,
    'a posting changed its currency': () => `update ledger_postings set currency = 'EUR'`,
  },
  'Stock is never negative: received = sold + held + free.': {
    'more is sold and held than was received': () => `
      alter table stock drop constraint stock_not_oversold;
      update stock set received = 1 where sold > 0`,
    'less than nothing was received': () => `
      alter table stock drop constraint stock_not_oversold, drop constraint stock_counts_not_negative;
      update stock set received = -1, tracked = false where sold = 0`,
  },
  'What a product says is held and sold is what the orders hold and bought.': {
    'a product holds more than its orders': () => `update stock set held = held + 1 where sold > 0`,
    'a product holds something that no order does': () => `update stock set held = 1 where sold = 0`,
    'a product has sold less than its orders bought': () => `update stock set sold = sold - 1 where sold > 0`,
  },
  'An order holds, has bought or has given back exactly what its lines say.': {
    'an unpaid order has given back what it should hold': ({ placed }) => `
      update stock_holds set state = 'RELEASED' where order_id = '${placed}';
      update stock set held = held - 2 where held > 0`,
    'a paid order still holds what it has bought': ({ shipped }) => `
      update stock_holds set state = 'HELD' where order_id = '${shipped}';
      update stock set held = held + 2, sold = sold - 2 where sold > 0`,
    'a cancelled order keeps what it had bought': ({ refunded }) => `
      update stock_holds set state = 'SOLD' where order_id = '${refunded}';
      update stock set sold = sold + 3 where sold > 0`,
    'an order has given back less than its lines say': ({ refunded }) => `
      update stock_holds set quantity = quantity - 1 where order_id = '${refunded}'`,
    'an order holds nothing for a line': ({ refunded }) =>
      `delete from stock_holds where order_id = '${refunded}'`,
    'an order holds what none of its lines says': ({ placed }) => `
      insert into stock_holds (order_id, product_id, quantity)
      select '${placed}', product_id, 1 from stock where sold = 0;
      update stock set held = 1 where sold = 0`,
  },
  'An order totals its lines, discount, shipping and tax.': {
    'a total does not add up': ({ placed }) => `
      alter table orders drop constraint orders_total_adds_up;
      update orders set total_minor = total_minor + 1 where id = '${placed}'`,
    'the lines come to something else': ({ placed }) => `
      alter table order_lines drop constraint order_lines_total;
      update order_lines set total_minor = total_minor + 1 where order_id = '${placed}'`,
    'a line is in another currency': ({ placed }) => `
      update order_lines set currency = 'EUR' where order_id = '${placed}'`,
    'an order has no lines': ({ refunded }) => `
      delete from stock_holds where order_id = '${refunded}';
      delete from shipment_lines;
      delete from order_lines where order_id = '${refunded}'`,
  },
  'An order is paid exactly when one payment of its whole total succeeded.': {
    'an unpaid order says that it is paid': ({ declined }) => `
      update orders set payment_state = 'AUTHORIZED' where id = '${declined}';
      update stock_holds set state = 'SOLD' where order_id = '${declined}';
      update stock set held = held - 2, sold = sold + 2 where sold > 0`,
    'a payment was of less than the total': ({ shipped }) => `
      update payments set amount_minor = amount_minor - 1 where order_id = '${shipped}';
      update ledger_postings set amount_minor = amount_minor - 1
      where journal_id = (select id from ledger_journals where subject_id = ${paymentOf(shipped)});
      update ledger_accounts set balance_minor = balance_minor - 1 where strict`,
  },
  'Every succeeded payment is booked once, for its amount.': {
    'a sale was not booked': ({ shipped }) => `
      delete from ledger_postings
      where journal_id = (select id from ledger_journals where subject_id = ${paymentOf(shipped)});
      delete from ledger_journals where subject_id = ${paymentOf(shipped)};
      update ledger_accounts set balance_minor = balance_minor - 5000 where strict`,
    'a payment was booked that had failed': ({ shipped, declined }) => `
      update ledger_journals set subject_id = ${paymentOf(declined)} where subject_id = ${paymentOf(shipped)}`,
  },
  'No refund exceeds its payment, and each one that went through is booked once.': {
    'a refund was booked that is still pending': () => `
      update refunds set state = 'PENDING';
      update orders set payment_state = 'PAID' where payment_state = 'REFUNDED'`,
    'a second refund is on its way': () => `
      insert into refunds (id, payment_id, currency, amount_minor, state, reason)
      select gen_random_uuid(), payment_id, currency, 1, 'PENDING', '' from refunds`,
  },
  'An order says that money went back exactly as far as it did.': {
    'an order does not know that its money went back': ({ refunded }) => `
      update orders set payment_state = 'PAID' where id = '${refunded}'`,
    'an order says that some went back': ({ refunded }) => `
      update orders set payment_state = 'PARTIALLY_REFUNDED' where id = '${refunded}'`,
    'an order says that its money went back': ({ shipped }) => `
      update orders set payment_state = 'REFUNDED' where id = '${shipped}'`,
  },
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
