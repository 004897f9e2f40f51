import type { Orders, Ways } from './breakage.ts';

export const ORDER_BREAKAGES: Ways<Orders> = {
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
      update orders set payment_state = 'PAID' where id = '${declined}';
      update stock_holds set state = 'SOLD' where order_id = '${declined}';
      update stock set held = held - 2, sold = sold + 2 where sold > 0`,
    'an order costs more than was paid for it': ({ shipped }) => `
      update orders set total_minor = total_minor + 1, shipping_minor = shipping_minor + 1 where id = '${shipped}'`,
  },
  'An order says that money went back exactly as far as it did.': {
    'an order does not know that its money went back': ({ refunded }) => `
      update orders set payment_state = 'PAID' where id = '${refunded}'`,
    'an order says that some went back': ({ refunded }) => `
      update orders set payment_state = 'PARTIALLY_REFUNDED' where id = '${refunded}'`,
    'an order says that its money went back': ({ shipped }) => `
      update orders set payment_state = 'REFUNDED' where id = '${shipped}'`,
  },
};
