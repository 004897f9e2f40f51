import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { payOrder } from '../payments/pay.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** An order of two at 25.00 that is paid, or waits for its code. */
async function order(card = 'pm_card_visa') {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  const cardId = await makeCard(asha, card);
  const orderId = await makeOrder(asha, product);
  const paymentId = await payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
  return { product: product.id, asha: asha.id, cardId, orderId, paymentId };
}

type Ids = Awaited<ReturnType<typeof order>>;

const another = (state: string) => (ids: Ids) =>
  `
  insert into payments (id, order_id, person_id, business_id, card_id, currency, amount_minor, state)
  select gen_random_uuid(), order_id, person_id, business_id, card_id, currency, amount_minor, '${state}'
  from payments where id = '${ids.paymentId}'`;

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, (ids: Ids) => string]>([
    ['a second succeeded payment of an order', 'payments_one_success_key', another('SUCCEEDED')],
    [
      'a failure without its code',
      'payments_failure_has_code',
      ({ paymentId }) => `update payments set state = 'FAILED' where id = '${paymentId}'`,
    ],
    [
      'a payment of nothing',
      'payments_amount_positive',
      ({ paymentId }) => `update payments set amount_minor = 0 where id = '${paymentId}'`,
    ],
    [
      'two payments of one charge',
      'payments_charge_key',
      ({ paymentId, orderId }) => `
        insert into payments (id, order_id, person_id, business_id, card_id, currency, amount_minor, charge_ref)
        select gen_random_uuid(), '${orderId}', person_id, business_id, card_id, currency, amount_minor, charge_ref
        from payments where id = '${paymentId}'`,
    ],
    [
      'two default cards',
      'cards_default_key',
      ({ cardId }) => `
        insert into cards (id, person_id, method_ref, brand, last4, exp_month, exp_year, is_default)
        select gen_random_uuid(), person_id, 'pm_other', brand, last4, exp_month, exp_year, true
        from cards where id = '${cardId}'`,
    ],
    [
      'a removed card as the default',
      'cards_removed_is_not_default',
      ({ cardId }) => `update cards set removed_at = now() where id = '${cardId}'`,
    ],
    [
      'a card number in place of the last four',
      'cards_last4_shape',
      ({ cardId }) => `update cards set last4 = '4242424242424242' where id = '${cardId}'`,
    ],
    [
      'more held and sold than there was',
      'stock_not_oversold',
      ({ product }) => `update stock set held = held + 99 where product_id = '${product}'`,
    ],
    [
      'fewer than none sold',
      'stock_counts_not_negative',
      ({ product }) => `update stock set sold = -1 where product_id = '${product}'`,
    ],
    [
      'stock held twice for a line',
      'stock_holds_order_product_key',
      ({ orderId, product }) => `
        insert into stock_holds (order_id, product_id, quantity) values ('${orderId}', '${product}', 1)`,
    ],
    [
      'stock held for an order that is not there',
      'stock_holds_order_fkey',
      ({ product }) => `
        insert into stock_holds (order_id, product_id, quantity) values (gen_random_uuid(), '${product}', 1)`,
    ],
    [
      'a total that does not add up',
      'orders_total_adds_up',
      ({ orderId }) => `update orders set total_minor = total_minor - 1 where id = '${orderId}'`,
    ],
    [
      'a discount beyond the price',
      'orders_amounts_not_negative',
      ({ orderId }) => `
        update orders set discount_minor = items_minor + 1, total_minor = -1 where id = '${orderId}'`,
    ],
    [
      'a line whose total is not its quantity times its price',
      'order_lines_total',
      ({ orderId }) => `update order_lines set quantity = 3 where order_id = '${orderId}'`,
    ],
    [
      'more shipped than ordered',
      'order_lines_shipped_range',
      ({ orderId }) => `update order_lines set shipped_quantity = 3 where order_id = '${orderId}'`,
    ],
    [
      'an expired order that is paid',
      'orders_expired_are_unpaid',
      ({ orderId }) => `update orders set state = 'EXPIRED' where id = '${orderId}'`,
    ],
    [
      'two orders of one cart',
      'orders_cart_key',
      ({ orderId }) => `
        insert into orders (id, person_id, business_id, conversation_id, cart_id, currency, items_minor, discount_minor,
                            shipping_minor, tax_minor, total_minor)
        select gen_random_uuid(), person_id, business_id, conversation_id, cart_id, currency, 0, 0, 0, 0, 0
        from orders where id = '${orderId}'`,
    ],
    [
      'two orders of one number',
      'orders_number_key',
      ({ orderId }) => `update orders set number = (select max(number) from orders) where id <> '${orderId}'`,
    ],
    [
      'two open carts of a person with a shop',
      'carts_open_key',
      ({ asha }) => `
        insert into carts (id, person_id, business_id, currency)
        select gen_random_uuid(), person_id, business_id, currency from orders, generate_series(1, 2)
        where person_id = '${asha}'`,
    ],
    [
      'more than 999 of a product in a cart',
      'cart_lines_quantity_range',
      ({ asha }) => `update cart_lines set quantity = 1000 where added_by = '${asha}'`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    const ids = await order();
    await order();
    const refused = server.app.sql.unsafe(statement(ids));
    await expect(refused).rejects.toMatchObject({ constraint_name: constraint });
  });

  it('a second open payment of an order, whatever their states', async () => {
    const ids = await order('pm_card_threeDSecure2Required');
    for (const state of ['CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN']) {
      const refused = server.app.sql.unsafe(another(state)(ids));
      await expect(refused).rejects.toMatchObject({ constraint_name: 'payments_one_open_key' });
    }
  });
});
