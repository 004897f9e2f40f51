import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { archiveProduct, setStock } from '../src/catalog/update.ts';
import { newId, encodeId } from '../src/db/id.ts';
import { addLine, clearCart, readCart, removeLine, updateLine } from '../src/testing/cart-commands.ts';
import { makePerson, makeProduct, makeShop } from '../src/testing/factories.ts';
import { place } from '../src/testing/order-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A shop with tomatoes at 25.00, a hundred of them, and a customer with some in the cart. */
async function filledCart(quantity = 2) {
  const shop = await makeShop(server);
  const tomatoes = await makeProduct(shop);
  const asha = await makePerson(server);
  const { cart } = await addLine(asha.client, { productId: tomatoes.publicId, quantity });
  return { shop, tomatoes, asha, cartId: cart?.id ?? '', lineId: cart?.lines[0]?.id ?? '' };
}

describe('a line', () => {
  it('is added, priced, and added to', async () => {
    const { shop, tomatoes, asha, cartId } = await filledCart();
    const okra = await makeProduct(shop, { name: 'Okra' });
    await addLine(asha.client, { productId: okra.publicId, quantity: 1 });
    const { cart, userErrors } = await addLine(asha.client, { productId: tomatoes.publicId, quantity: 3 });
    expect(userErrors).toEqual([]);
    expect(cart).toMatchObject({
      id: cartId,
      state: 'OPEN',
      version: 3,
      itemCount: 6,
      subtotal: { amount: '150.00', currencyCode: 'INR' },
      problems: [],
      lines: [
        { product: { id: tomatoes.publicId }, quantity: 5, total: { amount: '125.00' } },
        { product: { id: okra.publicId }, quantity: 1, unitPrice: { amount: '25.00' } },
      ],
    });
    expect(cart?.lines.map((line) => line.addedBy?.id)).toEqual([asha.publicId, asha.publicId]);
  });

  it('is of one when it is not said of how many', async () => {
    const { tomatoes, asha } = await filledCart();
    expect((await addLine(asha.client, { productId: tomatoes.publicId })).cart).toMatchObject({
      itemCount: 3,
    });
  });

  it('is set to another quantity', async () => {
    const { asha, lineId } = await filledCart();
    const { cart } = await updateLine(asha.client, { lineId, quantity: 7 });
    expect(cart).toMatchObject({ version: 2, lines: [{ id: lineId, quantity: 7 }] });
  });

  it('is taken out, once', async () => {
    const { asha, lineId } = await filledCart();
    expect((await removeLine(asha.client, { lineId })).cart).toMatchObject({ version: 2, lines: [] });
    const again = await removeLine(asha.client, { lineId });
    expect(again).toMatchObject({ cart: null, userErrors: [{ code: 'NOT_FOUND', path: ['lineId'] }] });
  });

  it('repeated with the same key is added once', async () => {
    const { tomatoes, asha } = await filledCart();
    const input = { productId: tomatoes.publicId, quantity: 3, idempotencyKey: randomUUID() };
    const first = await addLine(asha.client, input);
    expect(first.cart).toMatchObject({ itemCount: 5, version: 2 });
    expect(await addLine(asha.client, input)).toEqual(first);
    const other = await addLine(asha.client, { ...input, quantity: 4 });
    expect(other).toMatchObject({ cart: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
  });
});

describe('a cart', () => {
  it('is cleared', async () => {
    const { asha, cartId } = await filledCart();
    const { cart } = await clearCart(asha.client, { cartId });
    expect(cart).toMatchObject({
      id: cartId,
      version: 2,
      lines: [],
      itemCount: 0,
      subtotal: { amount: '0.00' },
    });
  });

  it('is not changed by a caller who has seen another version', async () => {
    const { tomatoes, asha, cartId, lineId } = await filledCart();
    const stale = { expectedVersion: 7 };
    const productId = tomatoes.publicId;
    const answers = [
      await addLine(asha.client, { productId, quantity: 1, ...stale }),
      await updateLine(asha.client, { lineId, quantity: 1, ...stale }),
      await removeLine(asha.client, { lineId, ...stale }),
      await clearCart(asha.client, { cartId, ...stale }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({
        cart: null,
        userErrors: [{ code: 'VERSION_CONFLICT', path: ['expectedVersion'] }],
      });
    }
    expect(await readCart(asha.client, cartId)).toMatchObject({ version: 1, itemCount: 2 });
    const current = await addLine(asha.client, { productId, quantity: 1, expectedVersion: 1 });
    expect(current.cart).toMatchObject({ version: 2, itemCount: 3 });
  });

  it('lets one of two change it that have seen the same version', async () => {
    const { tomatoes, asha, cartId } = await filledCart();
    const input = { productId: tomatoes.publicId, quantity: 1, expectedVersion: 1 };
    const answers = await Promise.all([1, 2].map(() => addLine(asha.client, input)));
    expect(answers.flatMap((answer) => answer.userErrors.map((error) => error.code))).toEqual([
      'VERSION_CONFLICT',
    ]);
    expect(await readCart(asha.client, cartId)).toMatchObject({ version: 2, itemCount: 3 });
  });

  it('loses nothing of twenty parallel adds', async () => {
    const { tomatoes, asha, cartId } = await filledCart(1);
    await Promise.all(
      Array.from({ length: 20 }, () => addLine(asha.client, { productId: tomatoes.publicId, quantity: 2 })),
    );
    expect(await readCart(asha.client, cartId)).toMatchObject({
      version: 21,
      lines: [{ quantity: 41 }],
      subtotal: { amount: '1025.00' },
    });
  });

  it('is one, however many begin it at the same moment', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    const asha = await makePerson(server);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => addLine(asha.client, { productId: product.publicId, quantity: 1 })),
    );
    expect(new Set(answers.map((answer) => answer.cart?.id)).size).toBe(1);
    expect(await readCart(asha.client, answers[0]?.cart?.id ?? '')).toMatchObject({ itemCount: 10 });
  });

  it('is closed by its order, and the next line begins another', async () => {
    const { tomatoes, asha, cartId, lineId } = await filledCart();
    await place(asha.client, { cartId });
    const answers = [
      await updateLine(asha.client, { lineId, quantity: 1 }),
      await removeLine(asha.client, { lineId }),
      await clearCart(asha.client, { cartId }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ cart: null, userErrors: [{ code: 'INVALID_INPUT' }] });
    }
    expect(await readCart(asha.client, cartId)).toMatchObject({ state: 'ORDERED', itemCount: 2 });
    const next = await addLine(asha.client, { productId: tomatoes.publicId, quantity: 1 });
    expect(next.cart?.id).not.toBe(cartId);
    expect(next.cart).toMatchObject({ version: 1, itemCount: 1 });
  });
});

describe('a quantity', () => {
  test.each([0, -1, 1_000, 2_147_483_647])('of %i is refused', async (quantity) => {
    const { tomatoes, asha, cartId, lineId } = await filledCart();
    const refused = { cart: null, userErrors: [{ code: 'INVALID_INPUT', path: ['quantity'] }] };
    expect(await addLine(asha.client, { productId: tomatoes.publicId, quantity })).toMatchObject(refused);
    expect(await updateLine(asha.client, { lineId, quantity })).toMatchObject(refused);
    expect(await readCart(asha.client, cartId)).toMatchObject({ version: 1, itemCount: 2 });
  });

  test.each([2 ** 31, 1.5, 1e300])('of %d is no number for the API', async (quantity) => {
    const { tomatoes, asha } = await filledCart();
    const adding = addLine(asha.client, { productId: tomatoes.publicId, quantity });
    await expect(adding).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('is at most 999 of a line, also when it adds up', async () => {
    const { shop, asha } = await filledCart();
    const rice = await makeProduct(shop, { name: 'Rice', stock: null });
    await addLine(asha.client, { productId: rice.publicId, quantity: 999 });
    const answer = await addLine(asha.client, { productId: rice.publicId, quantity: 1 });
    expect(answer).toMatchObject({ cart: null, userErrors: [{ code: 'INVALID_INPUT', path: ['quantity'] }] });
  });

  it('beyond the stock is refused with what could be had', async () => {
    const { shop, asha } = await filledCart();
    const okra = await makeProduct(shop, { stock: 3 });
    const productId = okra.publicId;
    const { cart } = await addLine(asha.client, { productId, quantity: 2 });
    const shortage = {
      cart: null,
      userErrors: [
        {
          __typename: 'InsufficientStockError',
          code: 'INSUFFICIENT_STOCK',
          product: { id: productId },
          requested: 4,
          available: 3,
          path: ['quantity'],
        },
      ],
    };
    expect(await addLine(asha.client, { productId, quantity: 2 })).toMatchObject(shortage);
    const lineId = cart?.lines[1]?.id ?? '';
    expect(await updateLine(asha.client, { lineId, quantity: 4 })).toMatchObject(shortage);
    expect((await updateLine(asha.client, { lineId, quantity: 3 })).userErrors).toEqual([]);
  });
});

describe('a product', () => {
  it('that is archived goes in no more, and what is in is a problem', async () => {
    const { shop, tomatoes, asha, cartId, lineId } = await filledCart();
    await archiveProduct(shop.owner.ctx, tomatoes.id);
    const add = await addLine(asha.client, { productId: tomatoes.publicId, quantity: 1 });
    expect(add.userErrors).toMatchObject([{ code: 'PRODUCT_UNAVAILABLE', path: ['productId'] }]);
    const update = await updateLine(asha.client, { lineId, quantity: 1 });
    expect(update.userErrors).toMatchObject([{ code: 'PRODUCT_UNAVAILABLE', path: ['lineId'] }]);
    expect(await readCart(asha.client, cartId)).toMatchObject({
      problems: [{ code: 'PRODUCT_UNAVAILABLE', lineId }],
    });
    expect((await removeLine(asha.client, { lineId })).cart).toMatchObject({ lines: [], problems: [] });
  });

  it('of which fewer are left than are in the cart is a problem until there are more', async () => {
    const { shop, tomatoes, asha, cartId, lineId } = await filledCart();
    await setStock(shop.owner.ctx, { productId: tomatoes.id, free: 1 });
    expect(await readCart(asha.client, cartId)).toMatchObject({
      problems: [{ code: 'INSUFFICIENT_STOCK', lineId, message: 'Only 1 are left of the 2 asked for.' }],
    });
    await setStock(shop.owner.ctx, { productId: tomatoes.id, free: 2 });
    expect(await readCart(asha.client, cartId)).toMatchObject({ problems: [] });
  });

  test.each([
    ['that is not there', () => encodeId('prd', newId<'product'>())],
    ['whose id is none', () => 'tomatoes'],
    ['whose id is of something else', () => encodeId('biz', newId<'business'>())],
  ])('%s is not found', async (_what, idOf) => {
    const { asha } = await filledCart();
    const { cart, userErrors } = await addLine(asha.client, { productId: idOf(), quantity: 1 });
    expect(cart).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['productId'] }]);
  });
});
