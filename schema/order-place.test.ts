import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveProduct, setStock, updateProduct } from '../src/catalog/update.ts';
import { currencyCode } from '../src/money.ts';
import { addLine, clearCart, readCart } from '../src/testing/cart-commands.ts';
import { makePerson, makeProduct, makeShop, type TestProduct } from '../src/testing/factories.ts';
import { place, readOrder } from '../src/testing/order-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A customer with two of a product at 25.00 in the cart. */
async function filledCart() {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  const { cart } = await addLine(asha.client, { productId: product.publicId, quantity: 2 });
  return { shop, product, asha, cartId: cart?.id ?? '' };
}

async function stockOf({ id }: TestProduct) {
  const [row] = await server.app.sql<{ free: bigint; held: bigint; sold: bigint }[]>`
    select free, held, sold from stock where product_id = ${id}`;
  return row && { free: Number(row.free), held: Number(row.held), sold: Number(row.sold) };
}

describe('placing an order', () => {
  it('freezes the cart, holds the stock for a while and begins the timeline', async () => {
    const { shop, product, asha, cartId } = await filledCart();
    const okra = await makeProduct(shop, {
      name: 'Okra',
      price: { minor: 1_999n, currency: currencyCode('INR') },
    });
    await addLine(asha.client, { productId: okra.publicId, quantity: 3 });
    const before = Date.now();
    const { order, userErrors } = await place(asha.client, { cartId, note: '  Ring twice. ' });
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({
      state: 'PLACED',
      paymentState: 'UNPAID',
      fulfillmentState: 'UNFULFILLED',
      availableActions: ['PAY', 'CANCEL'],
      note: 'Ring twice.',
      itemsTotal: { amount: '109.97' },
      total: { amount: '109.97', currencyCode: 'INR' },
      lines: [
        { name: 'Tomatoes', quantity: 2, shippedQuantity: 0, total: { amount: '50.00' } },
        { name: 'Okra', quantity: 3, unitPrice: { amount: '19.99' }, total: { amount: '59.97' } },
      ],
      timeline: [{ action: 'PLACE', person: { id: asha.publicId } }],
      payments: [],
      shipments: [],
    });
    const held = Date.parse(order?.holdExpiresAt ?? '') - before;
    expect(held).toBeGreaterThanOrEqual(15 * 60_000 - 1_000);
    expect(held).toBeLessThan(16 * 60_000);
    expect(await stockOf(product)).toEqual({ free: 98, held: 2, sold: 0 });
    expect(await readCart(asha.client, cartId)).toMatchObject({ state: 'ORDERED' });
  });

  it('keeps name and price as they were, whatever becomes of the product', async () => {
    const { shop, product, asha, cartId } = await filledCart();
    const { order } = await place(asha.client, { cartId });
    await updateProduct(shop.owner.ctx, {
      productId: product.id,
      name: 'Cherry tomatoes',
      price: { minor: 9_900n, currency: currencyCode('INR') },
    });
    await archiveProduct(shop.owner.ctx, product.id);
    expect(await readOrder(asha.client, order?.id ?? '')).toMatchObject({
      total: { amount: '50.00' },
      lines: [{ name: 'Tomatoes', unitPrice: { amount: '25.00' }, total: { amount: '50.00' } }],
    });
  });

  it('is at the price of the sale that is on', async () => {
    const { shop, product, asha, cartId } = await filledCart();
    await updateProduct(shop.owner.ctx, {
      productId: product.id,
      sale: { price: { minor: 1_999n, currency: currencyCode('INR') } },
    });
    const { order } = await place(asha.client, { cartId });
    expect(order).toMatchObject({ lines: [{ unitPrice: { amount: '19.99' } }], total: { amount: '39.98' } });
  });

  it('gives numbers that are unique over the house', async () => {
    const carts = await Promise.all(Array.from({ length: 6 }, filledCart));
    const orders = await Promise.all(carts.map(({ asha, cartId }) => place(asha.client, { cartId })));
    const numbers = orders.map(({ order }) => order?.number ?? 0);
    expect(new Set(numbers).size).toBe(6);
    expect(Math.min(...numbers)).toBeGreaterThan(1_000);
  });
});

describe('the same key', () => {
  it('again gives the same order, also when both come at once', async () => {
    const { product, asha, cartId } = await filledCart();
    const input = { cartId, idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => place(asha.client, input)));
    answers.push(await place(asha.client, input));
    expect(new Set(answers.map(({ order }) => order?.number)).size).toBe(1);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await stockOf(product)).toMatchObject({ held: 2 });
  });

  it('with another input is a conflict', async () => {
    const { asha, cartId } = await filledCart();
    const other = await filledCart();
    const { cart } = await addLine(asha.client, { productId: other.product.publicId, quantity: 1 });
    const idempotencyKey = randomUUID();
    await place(asha.client, { cartId, idempotencyKey });
    const refused = { order: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', path: ['idempotencyKey'] }] };
    expect(await place(asha.client, { cartId: cart?.id ?? '', idempotencyKey })).toMatchObject(refused);
    expect(await place(asha.client, { cartId, note: 'Soon', idempotencyKey })).toMatchObject(refused);
    expect(await readCart(asha.client, cart?.id ?? '')).toMatchObject({ state: 'OPEN', itemCount: 1 });
  });

  it('of a refused order may be used again', async () => {
    const { shop, product, asha, cartId } = await filledCart();
    await setStock(shop.owner.ctx, { productId: product.id, free: 1 });
    const input = { cartId, idempotencyKey: randomUUID() };
    expect((await place(asha.client, input)).userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK' }]);
    await setStock(shop.owner.ctx, { productId: product.id, free: 2 });
    expect((await place(asha.client, input)).order).toMatchObject({ state: 'PLACED' });
  });

  it('of somebody else is another key', async () => {
    const [one, other] = [await filledCart(), await filledCart()];
    const idempotencyKey = randomUUID();
    const orders = [
      await place(one.asha.client, { cartId: one.cartId, idempotencyKey }),
      await place(other.asha.client, { cartId: other.cartId, idempotencyKey }),
    ];
    expect(new Set(orders.map(({ order }) => order?.id)).size).toBe(2);
  });
});

describe('an order is refused', () => {
  it('of a cart that has changed since', async () => {
    const { product, asha, cartId } = await filledCart();
    await addLine(asha.client, { productId: product.publicId, quantity: 1 });
    expect(await place(asha.client, { cartId, expectedVersion: 1 })).toMatchObject({
      order: null,
      userErrors: [{ code: 'VERSION_CONFLICT' }],
    });
    expect((await place(asha.client, { cartId, expectedVersion: 2 })).userErrors).toEqual([]);
  });

  it('of an empty cart', async () => {
    const { asha, cartId } = await filledCart();
    await clearCart(asha.client, { cartId });
    expect(await place(asha.client, { cartId })).toMatchObject({
      order: null,
      userErrors: [{ code: 'CART_EMPTY', path: ['cartId'] }],
    });
  });

  it('of a cart that was ordered', async () => {
    const { asha, cartId } = await filledCart();
    await place(asha.client, { cartId });
    const again = await place(asha.client, { cartId });
    expect(again).toMatchObject({ order: null, userErrors: [{ code: 'INVALID_INPUT', path: ['cartId'] }] });
  });

  it('of more than is left by then, with nothing held of the rest', async () => {
    const { shop, product, asha, cartId } = await filledCart();
    const okra = await makeProduct(shop, { name: 'Okra' });
    await addLine(asha.client, { productId: okra.publicId, quantity: 5 });
    await setStock(shop.owner.ctx, { productId: okra.id, free: 4 });
    expect(await place(asha.client, { cartId })).toMatchObject({
      order: null,
      userErrors: [
        {
          __typename: 'InsufficientStockError',
          product: { id: okra.publicId },
          requested: 5,
          available: 4,
          path: ['cartId'],
        },
      ],
    });
    expect(await stockOf(product)).toEqual({ free: 100, held: 0, sold: 0 });
    expect(await readCart(asha.client, cartId)).toMatchObject({ state: 'OPEN', itemCount: 7 });
  });

  it('of what is no longer sold', async () => {
    const { shop, product, asha, cartId } = await filledCart();
    await archiveProduct(shop.owner.ctx, product.id);
    expect(await place(asha.client, { cartId })).toMatchObject({
      order: null,
      userErrors: [{ code: 'PRODUCT_UNAVAILABLE' }],
    });
  });

  it('with texts and keys that are none', async () => {
    const { asha, cartId } = await filledCart();
    const address = { name: 'Asha', line1: ' ', city: 'Pune', country: 'IN' };
    const refused = [
      [{ note: 'x'.repeat(501) }, ['note']],
      [{ note: 'a\u0000b' }, ['note']],
      [{ note: '\ud800' }, ['note']],
      [{ address }, ['address', 'line1']],
      [{ idempotencyKey: 'short' }, ['idempotencyKey']],
    ] as const;
    for (const [input, path] of refused) {
      expect(await place(asha.client, { cartId, ...input })).toMatchObject({
        order: null,
        userErrors: [{ code: 'INVALID_INPUT', path }],
      });
    }
    expect(await readCart(asha.client, cartId)).toMatchObject({ state: 'OPEN', version: 1 });
  });
});
