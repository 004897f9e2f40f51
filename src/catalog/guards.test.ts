import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMoneyWorld } from '../testing/money-world.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await makeMoneyWorld(server);
});
afterAll(() => server.stop());

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    ['a price of nothing', 'products_price_range', `update products set price_minor = 0`],
    [
      'a sale price above the price',
      'products_sale_below_price',
      `update products set sale_price_minor = price_minor`,
    ],
    [
      'a sale that ends before it begins',
      'products_sale_period',
      `update products set sale_starts_at = now(), sale_ends_at = now()`,
    ],
    [
      'a product that is sold where nobody knows',
      'products_channels_known',
      `update products set channels = array['MARKET_SQUARE']`,
    ],
    ['stock held of nothing', 'stock_holds_quantity_positive', `update stock_holds set quantity = 0`],
    [
      'stock held in no state that there is',
      'stock_holds_state_known',
      `update stock_holds set state = 'GONE'`,
    ],
    [
      'a product that is in a cart twice',
      'cart_lines_product_key',
      `insert into cart_lines (id, cart_id, product_id, quantity, added_by)
        select gen_random_uuid(), cart_id, product_id, quantity, added_by from cart_lines`,
    ],
    ['a cart in no state that there is', 'carts_state_known', `update carts set state = 'GONE'`],
    [
      'none of a product in an order',
      'order_lines_quantity_range',
      `update order_lines set quantity = 0, shipped_quantity = 0, total_minor = 0`,
    ],
    [
      'two lines in one place',
      'order_lines_position_key',
      `insert into order_lines (id, order_id, position, product_id, name, unit, quantity, currency, unit_price_minor, total_minor)
        select gen_random_uuid(), order_id, position, product_id, name, unit, quantity, currency, unit_price_minor, total_minor
        from order_lines`,
    ],
    ['a fee above the total', 'orders_fee_range', `update orders set fee_minor = total_minor + 1`],
    ['an order in no state that there is', 'orders_state_known', `update orders set state = 'GONE'`],
    [
      'an order paid in no way that there is',
      'orders_payment_state_known',
      `update orders set payment_state = 'GONE'`,
    ],
    [
      'an order fulfilled in no way that there is',
      'orders_fulfillment_state_known',
      `update orders set fulfillment_state = 'GONE'`,
    ],
    [
      'a step of an order that is taken twice',
      'order_transitions_pkey',
      `insert into order_transitions select * from order_transitions`,
    ],
    [
      'none of a line in a parcel',
      'shipment_lines_quantity_positive',
      `update shipment_lines set quantity = 0`,
    ],
    [
      'a line that is in a parcel twice',
      'shipment_lines_pkey',
      `insert into shipment_lines select * from shipment_lines`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});
