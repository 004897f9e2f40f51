import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currencyCode } from '../src/money.ts';
import { makeProduct, makePerson, makeShop, makeStaff } from '../src/testing/factories.ts';
import { addLine, updateLine } from '../src/testing/cart-commands.ts';
import { CreateProduct } from '../src/testing/catalogue-commands.ts';
import {
  listOrders,
  listProducts,
  readCart,
  readProduct,
  setChannels,
} from '../src/testing/channel-commands.ts';
import { send, startChat } from '../src/testing/chat-commands.ts';
import type { SalesChannel } from '../src/testing/gql/graphql.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { makeSwitchboard } from '../src/testing/market-commands.ts';
import { place } from '../src/testing/order-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const ALL: SalesChannel[] = ['CHAT', 'FACEBOOK_SHOP', 'INSTAGRAM_SHOP', 'PARTNER'];

const ReadCard = graphql(`
  query ChannelReadCard($id: ID!) {
    node(id: $id) {
      ... on Message {
        content {
          ... on ProductContent {
            wasAvailable
            product {
              name
              availability
            }
          }
        }
      }
    }
  }
`);

/** A shop with a product for everywhere, one for the chat, one for a shop on Instagram, and one that is sold nowhere. */
async function stall() {
  const shop = await makeShop(server);
  const everywhere = await makeProduct(shop, { name: 'Rice, everywhere' });
  const chat = await makeProduct(shop, { name: 'Rice, chat', channels: ['CHAT'] });
  const instagram = await makeProduct(shop, { name: 'Rice, Instagram', channels: ['INSTAGRAM_SHOP'] });
  const nowhere = await makeProduct(shop, { name: 'Rice, nowhere', channels: [] });
  const asha = await makePerson(server);
  return { shop, everywhere, chat, instagram, nowhere, asha };
}

describe('a product', () => {
  it('is sold everywhere unless said otherwise, and may be sold nowhere', async () => {
    const shop = await makeShop(server);
    const { client } = shop.owner;
    const product = await makeProduct(shop);
    const channels = async () => (await readProduct(client, product.publicId))?.channels;
    expect(await channels()).toEqual(ALL);
    expect(
      (await setChannels(client, product.publicId, ['PARTNER', 'CHAT', 'CHAT'])).product?.channels,
    ).toEqual(['CHAT', 'PARTNER']);
    await setChannels(client, product.publicId, null);
    expect(await channels()).toEqual(['CHAT', 'PARTNER']);
    await setChannels(client, product.publicId, []);
    expect(await channels()).toEqual([]);
  });

  it('is made for some channels', async () => {
    const shop = await makeShop(server);
    const input = {
      businessId: shop.publicId,
      name: 'Salt',
      price: { amount: '1', currencyCode: 'INR' },
      channels: ['FACEBOOK_SHOP' as const],
    };
    const { productCreate } = await shop.owner.client.request(CreateProduct, { input });
    expect(await readProduct(shop.owner.client, productCreate.product?.id ?? '')).toMatchObject({
      channels: ['FACEBOOK_SHOP'],
    });
  });

  it('is withdrawn by managers of its shop only', async () => {
    const { shop, chat, asha } = await stall();
    const agent = await makeStaff(server, shop, 'AGENT');
    for (const [{ client }, code] of [
      [agent, 'FORBIDDEN_ROLE'],
      [asha, 'NOT_FOUND'],
      [(await makeShop(server)).owner, 'NOT_FOUND'],
    ] as const) {
      expect(await setChannels(client, chat.publicId, [])).toMatchObject({ userErrors: [{ code }] });
    }
    expect((await readProduct(asha.client, chat.publicId))?.channels).toEqual(['CHAT']);
  });

  it('that the chat does not sell can still be read, and is said to be out there', async () => {
    const { instagram, nowhere, asha } = await stall();
    expect(await readProduct(asha.client, instagram.publicId, 'INSTAGRAM_SHOP')).toMatchObject({
      inChat: 'OUT_OF_STOCK',
      availability: 'IN_STOCK',
    });
    expect(await readProduct(server.client(), nowhere.publicId, 'PARTNER')).toMatchObject({
      inChat: 'OUT_OF_STOCK',
      availability: 'OUT_OF_STOCK',
    });
  });
});

describe('lists and searches show', () => {
  const [everywhere, chat, instagram, nowhere] = [
    'Rice, everywhere',
    'Rice, chat',
    'Rice, Instagram',
    'Rice, nowhere',
  ];

  it('customers, guests and staff of other shops what the chat sells, and of other channels nothing', async () => {
    const { shop, asha } = await stall();
    const rival = (await makeShop(server)).owner;
    for (const client of [asha.client, server.client(), rival.client]) {
      for (const args of [{}, { channel: 'CHAT' as const }]) {
        expect(await listProducts(client, shop, args)).toMatchObject({ names: [everywhere, chat], count: 2 });
        const found = await listProducts(client, shop, { ...args, search: 'rice' });
        expect([...found.names].sort()).toEqual([chat, everywhere]);
      }
      for (const channel of ['INSTAGRAM_SHOP', 'PARTNER'] as const) {
        expect(await listProducts(client, shop, { channel })).toMatchObject({ names: [], count: 0 });
        expect(await listProducts(client, shop, { channel, search: 'rice' })).toMatchObject({ names: [] });
      }
    }
  });

  it('the staff everything, or what a channel sells', async () => {
    const { shop } = await stall();
    const agent = await makeStaff(server, shop, 'AGENT');
    for (const { client } of [shop.owner, agent]) {
      const all = [everywhere, chat, instagram, nowhere];
      expect(await listProducts(client, shop)).toMatchObject({ names: all, count: 4 });
      expect((await listProducts(client, shop, { search: 'rice' })).names).toHaveLength(4);
      expect((await listProducts(client, shop, { search: 'nowhere' })).names).toContain(nowhere);
      expect(await listProducts(client, shop, { channel: 'CHAT' })).toMatchObject({
        names: [everywhere, chat],
      });
      const onInstagram = { names: [everywhere, instagram], count: 2 };
      expect(await listProducts(client, shop, { channel: 'INSTAGRAM_SHOP' })).toMatchObject(onInstagram);
    }
  });

  it('page by page no hole where something is hidden', async () => {
    const { shop, asha } = await stall();
    const late = await makeProduct(shop, { name: 'Rice, late' });
    const first = await listProducts(asha.client, shop, { first: 2 });
    expect(first).toMatchObject({ names: [everywhere, chat], next: { hasNextPage: true } });
    const rest = await listProducts(asha.client, shop, { first: 2, after: first.next?.endCursor ?? '' });
    expect(rest).toMatchObject({ names: ['Rice, late'], next: { hasNextPage: false } });
    await setChannels(shop.owner.client, late.publicId, []);
    expect((await listProducts(asha.client, shop, { first: 2 })).next?.hasNextPage).toBe(false);
  });
});

describe('a card', () => {
  it('of what the chat does not sell is not sent, by nobody; one that was sent stays', async () => {
    const { shop, chat: product, instagram, asha } = await stall();
    const conversation = await startChat(asha.client, shop);
    const { message } = await send(shop.owner.client, conversation, { productId: product.publicId });
    await setChannels(shop.owner.client, product.publicId, ['PARTNER']);
    for (const client of [asha.client, shop.owner.client]) {
      for (const { publicId } of [instagram, product]) {
        expect(await send(client, conversation, { productId: publicId })).toMatchObject({
          code: 'NOT_FOUND',
          path: ['content', 'productId'],
        });
      }
    }
    expect(await asha.client.request(ReadCard, { id: message?.id ?? '' })).toEqual({
      node: {
        content: { wasAvailable: true, product: { name: 'Rice, chat', availability: 'OUT_OF_STOCK' } },
      },
    });
  });
});

describe('a cart', () => {
  it('takes what is sold in the channel that it is for', async () => {
    const { instagram, nowhere, asha } = await stall();
    const add = (productId: string, channel?: SalesChannel) =>
      addLine(asha.client, { productId, quantity: 1, ...(channel && { channel }) });
    const unavailable = { cart: null, userErrors: [{ code: 'PRODUCT_UNAVAILABLE', path: ['productId'] }] };
    expect(await add(instagram.publicId)).toMatchObject(unavailable);
    expect(await add(instagram.publicId, 'FACEBOOK_SHOP')).toMatchObject(unavailable);
    expect(await add(nowhere.publicId, 'INSTAGRAM_SHOP')).toMatchObject(unavailable);
    expect(await add(instagram.publicId, 'PARTNER')).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['channel'] }],
    });
    const { cart } = await add(instagram.publicId, 'INSTAGRAM_SHOP');
    expect(cart?.lines).toHaveLength(1);
    expect(await readCart(asha.client, cart?.id ?? '')).toMatchObject({ problems: ['PRODUCT_UNAVAILABLE'] });
    expect(await readCart(asha.client, cart?.id ?? '', 'INSTAGRAM_SHOP')).toMatchObject({ problems: [] });
    const lineId = cart?.lines[0]?.id ?? '';
    expect(await updateLine(asha.client, { lineId, quantity: 2 })).toMatchObject({
      userErrors: [{ code: 'PRODUCT_UNAVAILABLE', path: ['lineId'] }],
    });
    const changed = await updateLine(asha.client, { lineId, quantity: 2, channel: 'INSTAGRAM_SHOP' });
    expect(changed.cart?.itemCount).toBe(2);
  });
});

describe('an order', () => {
  /** A cart with a product of every channel and one of Instagram's. */
  async function filled() {
    const made = await stall();
    const { everywhere, instagram, asha } = made;
    await addLine(asha.client, { productId: everywhere.publicId, quantity: 1 });
    const { cart } = await addLine(asha.client, {
      productId: instagram.publicId,
      quantity: 1,
      channel: 'INSTAGRAM_SHOP',
    });
    return { ...made, cartId: cart?.id ?? '' };
  }

  it('knows its channel, and takes only what is sold there', async () => {
    const { shop, asha, cartId } = await filled();
    for (const channel of [undefined, 'CHAT', 'FACEBOOK_SHOP'] as const) {
      expect(await place(asha.client, { cartId, ...(channel && { channel }) })).toMatchObject({
        order: null,
        userErrors: [{ code: 'PRODUCT_UNAVAILABLE', path: ['cartId'] }],
      });
    }
    expect(await place(asha.client, { cartId, channel: 'PARTNER' })).toMatchObject({
      order: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['channel'] }],
    });
    expect(await listOrders(asha.client, shop.publicId)).toEqual({ own: [], shop: [] });
    const { order, userErrors } = await place(asha.client, { cartId, channel: 'INSTAGRAM_SHOP' });
    expect(userErrors).toEqual([]);
    expect(order?.lines).toHaveLength(2);
    expect(await listOrders(asha.client, shop.publicId, 'INSTAGRAM_SHOP')).toEqual({
      own: ['INSTAGRAM_SHOP'],
      shop: [],
    });
  });

  it('comes from the chat when nothing is said, and is listed by its channel', async () => {
    const { shop, asha, cartId, everywhere } = await filled();
    await place(asha.client, { cartId, channel: 'INSTAGRAM_SHOP' });
    const { cart } = await addLine(asha.client, { productId: everywhere.publicId, quantity: 1 });
    await place(asha.client, { cartId: cart?.id ?? '' });
    const { client } = shop.owner;
    expect(await listOrders(client, shop.publicId)).toEqual({ own: [], shop: ['CHAT', 'INSTAGRAM_SHOP'] });
    expect((await listOrders(client, shop.publicId, 'CHAT')).shop).toEqual(['CHAT']);
    expect((await listOrders(client, shop.publicId, 'PARTNER')).shop).toEqual([]);
    expect((await listOrders(asha.client, shop.publicId, 'CHAT')).own).toEqual(['CHAT']);
  });

  it('needs the channel in the country of the shop; the cart stays', async () => {
    const shop = await makeShop(server, { country: 'CO' });
    const { turn } = await makeSwitchboard(server, 'CO');
    const asha = await makePerson(server);
    const product = await makeProduct(shop, { price: { minor: 100n, currency: currencyCode('COP') } });
    const { cart } = await addLine(asha.client, { productId: product.publicId, quantity: 1 });
    const cartId = cart?.id ?? '';
    await turn('FACEBOOK_SHOP', 'OFF');
    expect(await place(asha.client, { cartId, channel: 'FACEBOOK_SHOP' })).toMatchObject({
      order: null,
      userErrors: [
        { code: 'FEATURE_UNAVAILABLE', path: ['channel'], feature: 'FACEBOOK_SHOP', country: 'CO' },
      ],
    });
    expect((await readCart(asha.client, cartId))?.lineIds).toHaveLength(1);
    await turn('FACEBOOK_SHOP', 'ON');
    expect((await place(asha.client, { cartId, channel: 'FACEBOOK_SHOP' })).userErrors).toEqual([]);
  });
});
