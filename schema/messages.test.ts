import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCartLine } from '../src/carts/change.ts';
import { archiveProduct, updateProduct } from '../src/catalog/update.ts';
import { encodeId, newId } from '../src/db/id.ts';
import { currencyCode } from '../src/money.ts';
import { SendMessage, StartChat, send, startChat } from '../src/testing/chat-commands.ts';
import { makePerson, makeProduct, makeShop, makeStaff } from '../src/testing/factories.ts';
import type { MessageContentInput } from '../src/testing/gql/graphql.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const ReadCard = graphql(`
  query MessagesCard($id: ID!) {
    node(id: $id) {
      ... on Message {
        content {
          __typename
          ... on ProductContent {
            wasAvailable
            priceAsSent {
              amount
            }
            product {
              name
              availability
              price {
                amount
              }
            }
          }
          ... on CatalogContent {
            business {
              id
            }
          }
          ... on CartContent {
            subtotal {
              amount
            }
            lines {
              name
              quantity
              total {
                amount
              }
            }
            cart {
              itemCount
            }
          }
        }
      }
    }
  }
`);

async function makeChat() {
  const [shop, asha] = [await makeShop(server), await makePerson(server)];
  return { shop, asha, chat: await startChat(asha.client, shop) };
}

async function makePrivateChat() {
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  const { conversationStart } = await asha.client.request(StartChat, {
    input: { with: { phone: ravi.phone } },
  });
  return { asha, ravi, chat: conversationStart.conversation?.id ?? '' };
}

describe('messageSend', () => {
  it('numbers the words of both sides in one sequence', async () => {
    const { shop, asha, chat } = await makeChat();
    const agent = await makeStaff(server, shop, 'AGENT');
    const clientId = randomUUID();
    const { message } = await send(asha.client, chat, ' Do you have\nonions? ', clientId);
    expect(message).toEqual({
      id: expect.stringMatching(/^msg_/),
      sequence: 1,
      clientId,
      isMine: true,
      sender: { __typename: 'Person' },
      content: { __typename: 'TextContent', text: 'Do you have\nonions?' },
    });
    expect((await send(agent.client, chat, 'Yes')).message).toMatchObject({
      sequence: 2,
      isMine: true,
      sender: { __typename: 'Business' },
    });
  });

  it('gives twenty messages at once the numbers from 1 to 20', async () => {
    const { shop, asha, chat } = await makeChat();
    const sides = [asha.client, shop.owner.client];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send(sides[n % 2] ?? asha.client, chat, `Message ${n}`)),
    );
    const sequences = answers.map(({ message }) => message?.sequence ?? 0).toSorted((a, b) => a - b);
    expect(sequences).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it('sends once what a device sends again, also at once and with other words', async () => {
    const { asha, chat } = await makeChat();
    const clientId = randomUUID();
    const first = await send(asha.client, chat, 'Hello', clientId);
    expect(await send(asha.client, chat, 'Hello?', clientId)).toEqual(first);
    const again = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => send(asha.client, chat, 'Hi', again)));
    expect(new Set(all.map((one) => one.message?.id)).size).toBe(1);
    expect((await send(asha.client, chat, 'And now?')).message?.sequence).toBe(3);
  });

  it('takes the same clientId from each side, and in each chat', async () => {
    const { shop, asha, chat } = await makeChat();
    const other = await startChat(asha.client, await makeShop(server));
    const clientId = randomUUID();
    await send(asha.client, chat, 'Mine', clientId);
    expect((await send(shop.owner.client, chat, 'Ours', clientId)).message).toMatchObject({ sequence: 2 });
    expect((await send(asha.client, other, 'Elsewhere', clientId)).message).toMatchObject({ sequence: 1 });
  });

  it('takes 4,096 characters', async () => {
    const { asha, chat } = await makeChat();
    expect((await send(asha.client, chat, 'x'.repeat(4_096))).code).toBeNull();
  });

  it.each<[string, MessageContentInput, string, string]>([
    ['no words', { text: '' }, 'INVALID_INPUT', 'content.text'],
    ['4,097 characters', { text: 'x'.repeat(4_097) }, 'INVALID_INPUT', 'content.text'],
    ['NUL', { text: 'a\0b' }, 'INVALID_INPUT', 'content.text'],
    ['an escape sequence', { text: '\u001b[2J' }, 'INVALID_INPUT', 'content.text'],
    ['half an emoji', { text: '\ud83c' }, 'INVALID_INPUT', 'content.text'],
    ['a product that is none', { productId: 'prd_0' }, 'NOT_FOUND', 'content.productId'],
    ['a product that is gone', { productId: encodeId('prd', newId()) }, 'NOT_FOUND', 'content.productId'],
    ['a cart that is none', { cartId: encodeId('crt', newId()) }, 'NOT_FOUND', 'content.cartId'],
    ['no catalogue', { catalog: false }, 'INVALID_INPUT', 'content'],
  ])('refuses %s', async (_what, content, code, path) => {
    const { asha, chat } = await makeChat();
    expect(await send(asha.client, chat, content)).toEqual({ message: null, code, path: path.split('.') });
    expect((await send(asha.client, chat, 'Still the first')).message?.sequence).toBe(1);
  });

  it.each(['', 'abcdefg', 'k'.repeat(65), 'has space', 'abcdefgh\0', 'अआइईउऊऋऌ'])(
    'refuses the clientId %j',
    async (clientId) => {
      const { asha, chat } = await makeChat();
      expect(await send(asha.client, chat, 'Hello', clientId)).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['clientId'],
      });
    },
  );

  it('wants exactly one thing to send', async () => {
    const { asha, chat } = await makeChat();
    for (const content of [{}, { text: 'Hello', catalog: true }, { text: null }]) {
      const input = { conversationId: chat, clientId: randomUUID(), content: content as MessageContentInput };
      const { errors } = await asha.client.raw(SendMessage, { input });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});

describe('a card', () => {
  it('of a product keeps the price as sent and shows the product as it is', async () => {
    const { shop, asha, chat } = await makeChat();
    const product = await makeProduct(shop, { stock: 1 });
    const { message } = await send(shop.owner.client, chat, { productId: product.publicId });
    const price = { minor: 3_000n, currency: currencyCode('INR') };
    await updateProduct(shop.owner.ctx, { productId: product.id, name: 'Tomatoes, ripe', price });
    await archiveProduct(shop.owner.ctx, product.id);
    const { node } = await asha.client.request(ReadCard, { id: message?.id ?? '' });
    expect(node).toEqual({
      content: {
        __typename: 'ProductContent',
        wasAvailable: true,
        priceAsSent: { amount: '25.00' },
        product: { name: 'Tomatoes, ripe', availability: 'DISCONTINUED', price: { amount: '30.00' } },
      },
    });
    expect((await send(asha.client, chat, { productId: product.publicId })).code).toBe('NOT_FOUND');
  });

  it('of a product that has since been archived is not sent again by a resend', async () => {
    const { shop, asha, chat } = await makeChat();
    const product = await makeProduct(shop);
    const clientId = randomUUID();
    const first = await send(asha.client, chat, { productId: product.publicId }, clientId);
    await archiveProduct(shop.owner.ctx, product.id);
    expect(await send(asha.client, chat, { productId: product.publicId }, clientId)).toEqual(first);
  });

  it("of a product is of the chat's own shop; between two people of any", async () => {
    const { asha, chat } = await makeChat();
    const elsewhere = await makeProduct(await makeShop(server));
    expect((await send(asha.client, chat, { productId: elsewhere.publicId })).code).toBe('NOT_FOUND');
    const between = await makePrivateChat();
    expect(
      (await send(between.ravi.client, between.chat, { productId: elsewhere.publicId })).code,
    ).toBeNull();
  });

  it('of a catalogue opens the shop of the chat; between two people there is none', async () => {
    const { shop, asha, chat } = await makeChat();
    const { message } = await send(asha.client, chat, { catalog: true });
    const { node } = await asha.client.request(ReadCard, { id: message?.id ?? '' });
    expect(node).toEqual({ content: { __typename: 'CatalogContent', business: { id: shop.publicId } } });
    const between = await makePrivateChat();
    expect(await send(between.asha.client, between.chat, { catalog: true })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['content', 'catalog'],
    });
  });

  it('of a cart keeps its lines as sent and shows how it is', async () => {
    const { shop, asha, chat } = await makeChat();
    const product = await makeProduct(shop);
    const cartId = await addCartLine(asha.ctx, { productId: product.id, quantity: 2 });
    const { message } = await send(asha.client, chat, { cartId: encodeId('crt', cartId) });
    await addCartLine(asha.ctx, { productId: product.id, quantity: 3 });
    const { node } = await shop.owner.client.request(ReadCard, { id: message?.id ?? '' });
    expect(node).toEqual({
      content: {
        __typename: 'CartContent',
        subtotal: { amount: '50.00' },
        lines: [{ name: 'Tomatoes', quantity: 2, total: { amount: '50.00' } }],
        cart: { itemCount: 5 },
      },
    });
  });

  it("of a cart is of the chat's own customer and shop", async () => {
    const { shop, asha, chat } = await makeChat();
    const ravi = await makePerson(server);
    const theirs = await addCartLine(ravi.ctx, { productId: (await makeProduct(shop)).id, quantity: 1 });
    const elsewhere = await makeProduct(await makeShop(server));
    const other = await addCartLine(asha.ctx, { productId: elsewhere.id, quantity: 1 });
    for (const cartId of [theirs, other]) {
      expect((await send(asha.client, chat, { cartId: encodeId('crt', cartId) })).code).toBe('NOT_FOUND');
    }
  });
});
