import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCartLine } from '../src/carts/change.ts';
import { encodeId, newId } from '../src/db/id.ts';
import { currencyCode } from '../src/money.ts';
import { payOrder } from '../src/payments/pay.ts';
import { ReadMessages, SetTyping, StartChat, send, startChat } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import {
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
} from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { requestMoney } from '../src/wallets/request.ts';
import { sendMoney } from '../src/wallets/send.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Nodes = graphql(`
  query StrangersNodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
    }
  }
`);

const OneNode = graphql(`
  query StrangersNode($id: ID!) {
    node(id: $id) {
      id
    }
  }
`);

const PersonFromOutside = graphql(`
  query StrangersPerson($id: ID!, $shop: ID!) {
    node(id: $id) {
      ... on Person {
        name
        phone
        isOperator
        businesses {
          role
        }
        sessions {
          id
        }
        wallet {
          __typename
        }
        conversations {
          edges {
            cursor
          }
        }
        carts {
          edges {
            cursor
          }
        }
        orders {
          edges {
            cursor
          }
        }
        cart(businessId: $shop) {
          id
        }
      }
    }
  }
`);

/** A customer of a shop with one of everything that is nobody else's business. */
async function makeWorld() {
  const [shop, asha] = [await makeShop(server), await makePerson(server)];
  const product = await makeProduct(shop);
  const card = await makeCard(asha);
  const order = await makeOrder(asha, product);
  const paymentId = await payOrder(asha.ctx, { orderId: order, idempotencyKey: randomUUID() });
  const cart = await addCartLine(asha.ctx, { productId: product.id, quantity: 1 });
  const chat = await startChat(asha.client, shop);
  const { message } = await send(asha.client, chat, 'Our secret');
  const ravi = await makePerson(server);
  const friends = await makeChat(asha, ravi);
  const money = { conversationId: friends, amount: { minor: 500n, currency: currencyCode('INR') } };
  const transfer = await sendMoney(asha.ctx, { ...money, idempotencyKey: randomUUID() });
  const request = await requestMoney(asha.ctx, { ...money, idempotencyKey: randomUUID() });
  const secret = {
    Conversation: chat,
    Message: message?.id ?? '',
    Cart: encodeId('crt', cart),
    Order: encodeId('ord', order),
    Payment: encodeId('pay', paymentId),
    Person: asha.publicId,
    Card: encodeId('crd', card),
    Transfer: encodeId('trf', transfer),
    MoneyRequest: encodeId('mrq', request),
  };
  return { shop, asha, ravi, product, secret };
}

const typesBut = (secret: Readonly<Record<string, string>>, hidden: readonly string[]) =>
  Object.keys(secret).map((type) => (hidden.includes(type) ? null : type));

async function found(client: Client, ids: readonly string[]) {
  const { nodes } = await client.request(Nodes, { ids: [...ids] });
  return nodes.map((node) => node?.__typename ?? null);
}

describe('what belongs to others', () => {
  it('is null for a stranger, for a guest and for another shop, as if it were not there', async () => {
    const { asha, secret } = await makeWorld();
    const ids = Object.values(secret);
    expect(await found(asha.client, ids)).toEqual(Object.keys(secret));
    const nothing = ids.map(() => null);
    expect(await found((await makePerson(server)).client, ids)).toEqual(nothing);
    expect(await found((await makeShop(server)).owner.client, ids)).toEqual(nothing);
    expect(await found(server.client(), ids)).toEqual(nothing);
    const absent = ids.map((id) => encodeId(id.slice(0, 3), newId()));
    expect(await found(asha.client, absent)).toEqual(nothing);
  });

  it('is seen by the shop as far as it is about the shop', async () => {
    const { shop, secret } = await makeWorld();
    const seen = typesBut(secret, ['Card', 'Transfer', 'MoneyRequest']);
    expect(await found(shop.owner.client, Object.values(secret))).toEqual(seen);
  });

  it('is seen by a friend as far as it is between the two', async () => {
    const { ravi, secret } = await makeWorld();
    const shopping = ['Conversation', 'Message', 'Cart', 'Order', 'Payment', 'Card'];
    expect(await found(ravi.client, Object.values(secret))).toEqual(typesBut(secret, shopping));
  });

  it('is seen by an operator as far as money has moved, and not whose it is', async () => {
    const { secret } = await makeWorld();
    const operator = await makePerson(server, { operator: true });
    const types = await found(operator.client, Object.values(secret));
    expect(types.filter((type) => type !== null)).toEqual(['Payment', 'Transfer']);
  });

  it('is not told of a person to those who talk to them', async () => {
    const { shop, asha, secret } = await makeWorld();
    const ravi = await makePerson(server);
    await ravi.client.request(StartChat, { input: { with: { phone: asha.phone } } });
    const outside = {
      name: 'Asha',
      phone: null,
      isOperator: false,
      businesses: null,
      sessions: null,
      wallet: null,
      conversations: { edges: [] },
      carts: { edges: [] },
      orders: { edges: [] },
    };
    const ask = async (client: Client) =>
      (await client.request(PersonFromOutside, { id: asha.publicId, shop: shop.publicId })).node;
    expect(await ask(ravi.client)).toEqual({ ...outside, cart: null });
    expect(await ask(shop.owner.client)).toEqual({ ...outside, cart: { id: secret.Cart } });
  });

  it('is not changed by a stranger', async () => {
    const { secret, asha } = await makeWorld();
    const { client } = await makePerson(server);
    const conversationId = secret.Conversation;
    const before = await server.app.sql`select * from conversation_members order by 1, 2`;
    expect((await send(client, conversationId, 'Hello')).code).toBe('NOT_FOUND');
    const read = await client.request(ReadMessages, { input: { conversationId, sequence: 1 } });
    expect(read.messagesRead).toEqual({
      conversation: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['conversationId'] }],
    });
    const typing = await client.request(SetTyping, { input: { conversationId, isTyping: true } });
    expect(typing.typingSet.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['conversationId'] }]);
    expect(await server.app.sql`select * from conversation_members order by 1, 2`).toEqual(before);
    expect((await send(asha.client, conversationId, 'Alone again')).code).toBeNull();
  });
});

describe('node', () => {
  it.each(['ses', 'img', 'cln', 'oln', 'shp', 'ref', 'bnk'])(
    'finds nothing of the kind %s',
    async (prefix) => {
      const { client } = await makePerson(server);
      const { data, errors } = await client.raw(OneNode, { id: encodeId(prefix, newId()) });
      expect(data?.node ?? null).toBeNull();
      expect(errors?.map((error) => error.extensions?.['code']) ?? []).not.toContain('INTERNAL');
    },
  );

  it.each([
    '',
    'nonsense',
    'zzz_0',
    'prd_',
    'prd_\0',
    `prd_${'8'.repeat(26)}`,
    'PRD_01k5z7m3e8f4q9v2x6t0c1b8ha',
  ])('says that %j is no id', async (id) => {
    const { data, errors } = await server.client().raw(OneNode, { id });
    expect([data?.node ?? null, errors?.[0]?.extensions?.['code']]).toEqual([null, 'BAD_USER_INPUT']);
  });

  it('takes a hundred ids at most', async () => {
    const ids = Array.from({ length: 101 }, () => encodeId('prd', newId()));
    const { errors } = await server.client().raw(Nodes, { ids });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect(await found(server.client(), ids.slice(1))).toEqual(ids.slice(1).map(() => null));
  });
});
