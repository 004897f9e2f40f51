import type { Orders, Ways } from './breakage.ts';

export const STOCK_BREAKAGES: Ways<Orders> = {
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
};
