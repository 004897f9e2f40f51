import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConversation } from '../src/conversations/start.ts';
import { encodeId } from '../src/db/id.ts';
import { addLine, clearCart, readCart, removeLine, updateLine } from '../src/testing/cart-commands.ts';
import { makePerson, makeProduct, makeShop, makeStaff } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { place } from '../src/testing/order-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const CartEvents = graphql(`
  subscription CartSharingEvents($cartId: ID!) {
    stream: cartEvents(cartId: $cartId) {
      cursor
      event {
        type
        sequence
        cart {
          version
          state
          itemCount
        }
      }
    }
  }
`);

/** A customer in the chat of a shop with an agent on its staff; nothing is in the cart yet. */
async function chat() {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const [asha, imran] = await Promise.all([makePerson(server), makeStaff(server, shop, 'AGENT')]);
  const conversation = await startConversation(asha.ctx, { businessId: shop.id });
  return { shop, product, asha, imran, conversationId: encodeId('cnv', conversation) };
}

describe('the staff of a shop', () => {
  it("fill a customer's cart from the chat, and each line says who added it", async () => {
    const { shop, product, asha, imran, conversationId } = await chat();
    const okra = await makeProduct(shop, { name: 'Okra' });
    const { cart: own } = await addLine(asha.client, { productId: product.publicId, quantity: 1 });
    const input = { productId: okra.publicId, quantity: 2, conversationId };
    const { cart, userErrors } = await addLine(imran.client, input);
    expect(userErrors).toEqual([]);
    expect(cart?.id).toBe(own?.id);
    for (const reader of [asha, imran]) {
      const seen = await readCart(reader.client, own?.id ?? '');
      expect(seen?.itemCount).toBe(3);
      expect(seen?.lines.map((line) => line.product.id)).toEqual([product.publicId, okra.publicId]);
    }
    const toStaff = await readCart(imran.client, own?.id ?? '');
    expect(toStaff?.lines.map((line) => line.addedBy?.id)).toEqual([asha.publicId, imran.publicId]);
  });

  it('begin the cart when there is none, and it is the customer who orders it', async () => {
    const { product, asha, imran, conversationId } = await chat();
    const input = { productId: product.publicId, quantity: 2, conversationId };
    const { cart } = await addLine(imran.client, input);
    const cartId = cart?.id ?? '';
    const tried = await place(imran.client, { cartId });
    expect(tried).toMatchObject({ order: null, userErrors: [{ code: 'NOT_FOUND', path: ['cartId'] }] });
    expect((await place(asha.client, { cartId })).order).toMatchObject({ total: { amount: '50.00' } });
  });

  it('change and empty it', async () => {
    const { product, asha, imran } = await chat();
    const { cart } = await addLine(asha.client, { productId: product.publicId, quantity: 2 });
    const lineId = cart?.lines[0]?.id ?? '';
    expect((await updateLine(imran.client, { lineId, quantity: 5 })).cart).toMatchObject({ itemCount: 5 });
    expect((await clearCart(imran.client, { cartId: cart?.id ?? '' })).cart).toMatchObject({ lines: [] });
  });

  it("fill no cart with another shop's goods, nor from a chat that is not theirs", async () => {
    const { asha, imran, product, conversationId } = await chat();
    const other = await chat();
    const foreignGoods = { productId: other.product.publicId, quantity: 1, conversationId };
    expect(await addLine(imran.client, foreignGoods)).toMatchObject({
      cart: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['productId'] }],
    });
    const foreignChat = { productId: product.publicId, quantity: 1, conversationId: other.conversationId };
    expect(await addLine(imran.client, foreignChat)).toMatchObject({
      cart: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['conversationId'] }],
    });
    expect(await addLine(asha.client, foreignChat)).toMatchObject({ cart: null });
  });
});

describe('a stranger', () => {
  it('neither sees a cart nor changes it: it looks absent', async () => {
    const { product, asha } = await chat();
    const { cart } = await addLine(asha.client, { productId: product.publicId, quantity: 2 });
    const cartId = cart?.id ?? '';
    const lineId = cart?.lines[0]?.id ?? '';
    // Also one who deals with the same shop, and one who works for another.
    const { shop, ...other } = await chat();
    const strangers = [await makePerson(server), other.asha, other.imran, shop.owner];
    for (const { client } of strangers) {
      expect(await readCart(client, cartId)).toBeNull();
      const absent = { cart: null, userErrors: [{ code: 'NOT_FOUND' }] };
      expect(await updateLine(client, { lineId, quantity: 1 })).toMatchObject(absent);
      expect(await removeLine(client, { lineId })).toMatchObject(absent);
      expect(await clearCart(client, { cartId })).toMatchObject(absent);
      expect(await place(client, { cartId })).toMatchObject({
        order: null,
        userErrors: [{ code: 'NOT_FOUND' }],
      });
    }
    expect(await readCart(asha.client, cartId)).toMatchObject({ version: 1, itemCount: 2 });
  });

  it('who is a guest is asked to sign in', async () => {
    const { product } = await chat();
    const adding = addLine(server.client(), { productId: product.publicId, quantity: 1 });
    await expect(adding).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('does not listen to it', async () => {
    const { product, asha } = await chat();
    const { cart } = await addLine(asha.client, { productId: product.publicId, quantity: 1 });
    const stranger = await makePerson(server);
    const listening = watch(server, stranger.client, CartEvents, { cartId: cart?.id ?? '' });
    await expect(listening).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

it('is followed live by both sides, until it is ordered', async () => {
  const { product, asha, imran, conversationId } = await chat();
  const productId = product.publicId;
  const { cart } = await addLine(asha.client, { productId, quantity: 1 });
  const cartId = cart?.id ?? '';
  const streams = await Promise.all(
    [asha, imran].map(({ client }) => watch(server, client, CartEvents, { cartId })),
  );
  await addLine(imran.client, { productId, quantity: 2, conversationId });
  for (const stream of streams) {
    expect(await stream.next()).toMatchObject({
      type: 'CART_CHANGED',
      sequence: 2,
      cart: { version: 2, state: 'OPEN', itemCount: 3 },
    });
  }
  await place(asha.client, { cartId });
  for (const stream of streams) {
    expect(await stream.next()).toMatchObject({ sequence: 3, cart: { version: 3, state: 'ORDERED' } });
    await stream.stop();
  }
});
