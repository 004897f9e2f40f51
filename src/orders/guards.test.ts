import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addCartLine } from '../carts/change.ts';
import { payOrder } from '../payments/pay.ts';
import { fillWallet, makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { isFreeWhile, overtake } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { confirmOrder } from './confirm.ts';
import { placeOrder } from './place.ts';

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

describe('who comes second', () => {
  const system = () => server.ctx({ kind: 'system', job: 'test' });
  const key = () => ({ idempotencyKey: randomUUID() });

  it('finds the order as the first one left it', async () => {
    const shop = await makeShop(server);
    const orderId = await makeOrder(await makePerson(server), await makeProduct(shop));
    const set = (state: string) => server.app.sql`update orders set state = ${state} where id = ${orderId}`;
    const late = overtake(
      system(),
      (tx) => tx.sql`update orders set state = 'CANCELLED' where id = ${orderId}`,
      () => confirmOrder(shop.owner.ctx, orderId),
    );
    await expect(late).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await set('PLACED');
  });

  it('is told that nothing is left of the product', async () => {
    const product = await makeProduct(await makeShop(server), { stock: 1 });
    const [asha, ravi] = [await makePerson(server), await makePerson(server)];
    const [hers, his] = [
      await addCartLine(asha.ctx, { productId: product.id, quantity: 1 }),
      await addCartLine(ravi.ctx, { productId: product.id, quantity: 1 }),
    ];
    const late = overtake(
      system(),
      (tx) => placeOrder({ ...tx, actor: asha.ctx.actor }, { cartId: hers, ...key() }),
      () => placeOrder(ravi.ctx, { cartId: his, ...key() }),
    );
    await expect(late).rejects.toMatchObject({ code: 'INSUFFICIENT_STOCK', available: 0 });
  });

  it('orders what was put into the cart meanwhile', async () => {
    const shop = await makeShop(server);
    const [one, other] = [await makeProduct(shop), await makeProduct(shop)];
    const asha = await makePerson(server);
    const cartId = await addCartLine(asha.ctx, { productId: one.id, quantity: 1 });
    const orderId = await overtake(
      system(),
      (tx) => addCartLine({ ...tx, actor: asha.ctx.actor }, { productId: other.id, quantity: 1 }),
      () => placeOrder(asha.ctx, { cartId, ...key() }),
    );
    expect(await server.app.sql`select from order_lines where order_id = ${orderId}`).toHaveLength(2);
  });

  it('to pay for two products waits for the first one before it takes the second', async () => {
    const asha = await makePerson(server);
    await makeCard(asha);
    await fillWallet(asha, 50_000n);
    const shop = await makeShop(server);
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const made = [await makeProduct(shop), await makeProduct(shop)].map(({ id }) => id).toSorted();
      for (const at of order) {
        const productId = made[at];
        if (productId) await addCartLine(asha.ctx, { productId, quantity: 1 });
      }
      const [cart] = await server.app.sql<{ id: Parameters<typeof placeOrder>[1]['cartId'] }[]>`
        select id from carts where person_id = ${asha.id} and state = 'OPEN'`;
      if (!cart) throw new Error('no cart');
      const orderId = await placeOrder(asha.ctx, { cartId: cart.id, ...key() });
      const [low, high] = made.map((id) => `select from stock where product_id = '${id}'`);
      const pay = () => payOrder(asha.ctx, { orderId, method: 'BALANCE', ...key() });
      expect(await isFreeWhile(system(), low ?? '', high ?? '', pay)).toBe(true);
    }
  });
});
