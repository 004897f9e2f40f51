import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addCartLine } from '../carts/change.ts';
import { systemContext, type Ctx } from '../context.ts';
import { encodeId, type OrderId, type ProductId } from '../db/id.ts';
import { payOrder } from '../payments/pay.ts';
import { addLine } from '../testing/cart-commands.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { place } from '../testing/order-commands.ts';
import { pay } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { cancelOrder } from './cancel.ts';
import { confirmOrder } from './confirm.ts';
import { expireOrder } from './expire.ts';
import { placeOrder } from './place.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.stop());

/** Counts the deadlocks that the retries hide: with one order of locks there are none. */
function deadlocks(): () => number {
  let count = 0;
  const { db } = server.app;
  const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
  vi.spyOn(db, 'transaction').mockImplementation((...args) =>
    transaction(...args).catch((error: { code?: string; cause?: { code?: string } }) => {
      if ((error.cause?.code ?? error.code) === '40P01') count++;
      throw error;
    }),
  );
  return () => count;
}

async function stockOf(id: ProductId) {
  const [row] = await server.app.sql<{ free: bigint; held: bigint; sold: bigint }[]>`
    select free, held, sold from stock where product_id = ${id}`;
  return row && { free: Number(row.free), held: Number(row.held), sold: Number(row.sold) };
}

async function fillCart(ctx: Ctx, products: readonly { readonly id: ProductId }[]) {
  let cartId = await addCartLine(ctx, { productId: products[0]?.id ?? ('' as ProductId), quantity: 1 });
  for (const { id } of products.slice(1)) cartId = await addCartLine(ctx, { productId: id, quantity: 1 });
  return cartId;
}

it('twenty clients buy the last five: five get one, fifteen are told that none is left', async () => {
  const shop = await makeShop(server);
  const last = await makeProduct(shop, { stock: 5 });
  const clients = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { client } = await makePerson(server);
      const { cart } = await addLine(client, { productId: last.publicId, quantity: 1 });
      return { client, cartId: cart?.id ?? '' };
    }),
  );
  const answers = await Promise.all(clients.map(({ client, cartId }) => place(client, { cartId })));
  const placed = answers.filter(({ order }) => order?.state === 'PLACED');
  const refused = answers.filter(({ order }) => order === null);
  expect(placed).toHaveLength(5);
  expect(refused).toHaveLength(15);
  for (const { userErrors } of refused) {
    expect(userErrors).toMatchObject([
      { __typename: 'InsufficientStockError', product: { id: last.publicId }, requested: 1, available: 0 },
    ]);
  }
  expect(await stockOf(last.id)).toEqual({ free: 0, held: 5, sold: 0 });
});

it('ten pays of one order at once: one payment succeeds, and the provider charges once', async () => {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha);
  const order = await makeOrder(asha, product);
  const orderId = encodeId('ord', order);
  const answers = await Promise.all(Array.from({ length: 10 }, () => pay(asha.client, { orderId })));
  expect(answers.filter(({ payment }) => payment?.state === 'SUCCEEDED')).toHaveLength(1);
  const codes = answers.flatMap(({ userErrors }) => userErrors.map((error) => error.code));
  expect(codes).toHaveLength(9);
  for (const code of codes) expect(['PAYMENT_IN_PROGRESS', 'ALREADY_PAID']).toContain(code);
  const charges = await server.app.sql`
    select data ->> 'status' as status from sandbox.objects
    where type = 'payment_intent' and data ->> 'description' like ${`%${order}`}`;
  expect([...charges]).toEqual([{ status: 'succeeded' }]);
});

describe('without a deadlock', () => {
  it('carts with the same products in opposite order are ordered', async () => {
    const count = deadlocks();
    const shop = await makeShop(server);
    const products = [await makeProduct(shop), await makeProduct(shop), await makeProduct(shop)];
    const buyers = await Promise.all(Array.from({ length: 6 }, () => makePerson(server)));
    for (let round = 0; round < 5; round++) {
      const carts = await Promise.all(
        buyers.map(({ ctx }, index) => fillCart(ctx, index % 2 === 0 ? products : products.toReversed())),
      );
      await Promise.all(
        buyers.map(({ ctx }, index) => {
          const cartId = carts[index];
          if (!cartId) throw new Error('no cart');
          return placeOrder(ctx, { cartId, idempotencyKey: randomUUID() });
        }),
      );
    }
    for (const { id } of products) expect(await stockOf(id)).toEqual({ free: 70, held: 30, sold: 0 });
    expect(count()).toBe(0);
  });

  it('one customer orders, pays, cancels and lets expire in the same chat', async () => {
    const count = deadlocks();
    const shop = await makeShop(server);
    const product = await makeProduct(shop, { stock: 1_000 });
    const asha = await makePerson(server);
    await makeCard(asha);
    const late = { ...systemContext(server.app, 'test'), now: () => new Date(Date.now() + 3_600_000) };
    for (let round = 0; round < 12; round++) {
      const [paid, cancelled, expired, confirmed] = await ordersOf(4, () => makeOrder(asha, product, 1));
      const cartId = await fillCart(asha.ctx, [product]);
      await Promise.all([
        payOrder(asha.ctx, { orderId: paid, idempotencyKey: randomUUID() }),
        cancelOrder(asha.ctx, { orderId: cancelled }),
        expireOrder(late, expired),
        confirmOrder(shop.owner.ctx, confirmed),
        placeOrder(asha.ctx, { cartId, idempotencyKey: randomUUID() }),
      ]);
    }
    expect(await stockOf(product.id)).toEqual({ free: 1_000 - 36, held: 24, sold: 12 });
    expect(count()).toBe(0);
  });
});

async function ordersOf(count: 4, make: () => Promise<OrderId>) {
  const orders: OrderId[] = [];
  while (orders.length < count) orders.push(await make());
  return orders as [OrderId, OrderId, OrderId, OrderId];
}

it('paying races with cancelling: an order is paid or cancelled, and its stock and money agree', async () => {
  for (let round = 0; round < 12; round++) {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    const asha = await makePerson(server);
    await makeCard(asha);
    const orderId = await makeOrder(asha, product);
    const starts = [
      () => payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() }).then(() => 'paid'),
      () => cancelOrder(shop.owner.ctx, { orderId }).then(() => 'cancelled'),
    ];
    const racers = round % 2 === 0 ? starts : starts.toReversed();
    const told = await Promise.all(
      racers.map((start) => start().catch((error: { code: string }) => error.code)),
    );
    const [order] = await server.app.sql<{ state: string; paid: string }[]>`
      select state, payment_state as paid from orders where id = ${orderId}`;
    const outcome = `${order?.state} ${order?.paid}: ${told.toSorted().join(' ')}`;
    expect([
      'PLACED PAID: PAYMENT_IN_PROGRESS paid',
      'CANCELLED UNPAID: INVALID_TRANSITION cancelled',
      // Cancelled a moment after it was paid: the money is owed back.
      'CANCELLED PAID: cancelled paid',
    ]).toContain(outcome);
    const { free } = (await stockOf(product.id)) ?? {};
    expect(free).toBe(order?.state === 'CANCELLED' ? 100 : 98);
  }
});
