import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCartLine } from '../src/carts/change.ts';
import { blockConversation } from '../src/conversations/block.ts';
import { startConversation } from '../src/conversations/start.ts';
import { encodeId, newId } from '../src/db/id.ts';
import { confirmOrder } from '../src/orders/confirm.ts';
import { payOrder } from '../src/payments/pay.ts';
import { SendMessage, SetTyping, blockChat, send, unblockChat } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import {
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestPerson,
} from '../src/testing/factories.ts';
import type { MessageContentInput } from '../src/testing/gql/graphql.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Read = graphql(`
  query BlockRead($id: ID!) {
    node(id: $id) {
      ... on Conversation {
        isBlocked
        lastSequence
        messages {
          edges {
            node {
              content {
                __typename
                ... on NoticeContent {
                  code
                }
              }
            }
          }
        }
      }
    }
  }
`);

const ChatEvents = graphql(`
  subscription BlockChatEvents($id: ID!) {
    stream: conversationEvents(conversationId: $id) {
      cursor
      event {
        type
        sequence
        isTyping
      }
    }
  }
`);

const InboxEvents = graphql(`
  subscription BlockInboxEvents($businessId: ID) {
    stream: inboxEvents(businessId: $businessId) {
      cursor
      event {
        type
        conversation {
          id
          isBlocked
        }
      }
    }
  }
`);

async function withShop() {
  const [shop, asha] = [await makeShop(server), await makePerson(server)];
  const conversationId = await startConversation(asha.ctx, { businessId: shop.id });
  return { shop, asha, conversationId, chat: encodeId('cnv', conversationId) };
}

async function withRavi() {
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  const conversationId = await startConversation(asha.ctx, { phone: ravi.phone });
  return { asha, ravi, chat: encodeId('cnv', conversationId) };
}

async function read(client: Client, id: string) {
  const { node } = await client.request(Read, { id });
  return node && 'isBlocked' in node ? node : null;
}

const REFUSED = { message: null, code: 'CONVERSATION_BLOCKED', path: null };

/** Who blocks whom: a person a shop, a shop a person, a person a person, each way. */
const DIRECTIONS: [string, () => Promise<{ chat: string; blocker: TestPerson; other: TestPerson }>][] = [
  [
    'a customer blocks a shop',
    () => withShop().then(({ chat, asha, shop }) => ({ chat, blocker: asha, other: shop.owner })),
  ],
  [
    'a shop blocks a customer',
    () => withShop().then(({ chat, asha, shop }) => ({ chat, blocker: shop.owner, other: asha })),
  ],
  [
    'one person blocks another',
    () => withRavi().then(({ chat, asha, ravi }) => ({ chat, blocker: asha, other: ravi })),
  ],
  [
    'the other one blocks the first',
    () => withRavi().then(({ chat, asha, ravi }) => ({ chat, blocker: ravi, other: asha })),
  ],
];

describe.each(DIRECTIONS)('when %s', (_what, make) => {
  it('neither sends, only the blocker sees it blocked, and unblocking lets both talk', async () => {
    const { chat, blocker, other } = await make();
    await send(other.client, chat, 'Before');
    expect(await blockChat(blocker.client, chat)).toEqual({
      conversation: { id: chat, isBlocked: true, lastSequence: 1 },
      userErrors: [],
    });
    expect(await send(other.client, chat, 'Hello?')).toEqual(REFUSED);
    expect(await send(blocker.client, chat, 'Well')).toEqual(REFUSED);
    expect(await read(blocker.client, chat)).toMatchObject({ isBlocked: true, lastSequence: 1 });
    expect(await read(other.client, chat)).toMatchObject({ isBlocked: false, lastSequence: 1 });
    const unblocked = { conversation: { id: chat, isBlocked: false, lastSequence: 1 }, userErrors: [] };
    expect(await unblockChat(blocker.client, chat)).toEqual(unblocked);
    expect((await send(other.client, chat, 'After')).message?.sequence).toBe(2);
    expect((await send(blocker.client, chat, 'Yes')).message?.sequence).toBe(3);
  });

  it('the other one takes nothing of it back, and may block too: each undoes their own', async () => {
    const { chat, blocker, other } = await make();
    await blockChat(blocker.client, chat);
    expect((await unblockChat(other.client, chat)).userErrors).toEqual([]);
    expect(await send(other.client, chat, 'Hello?')).toEqual(REFUSED);
    expect((await blockChat(other.client, chat)).conversation?.isBlocked).toBe(true);
    await unblockChat(blocker.client, chat);
    expect(await send(blocker.client, chat, 'Hello?')).toEqual(REFUSED);
    await unblockChat(other.client, chat);
    expect((await send(blocker.client, chat, 'Hello?')).code).toBeNull();
  });
});

it('says what to do: the blocker is told to unblock, the other one that nothing is taken', async () => {
  const { conversationId, chat, asha, shop } = await withShop();
  await blockConversation(asha.ctx, conversationId);
  expect(await sendingError(asha.client, chat)).toMatch(/unblock/);
  expect(await sendingError(shop.owner.client, chat)).toBe('The other side takes no messages.');
});

async function sendingError(client: Client, conversationId: string) {
  const input = { conversationId, clientId: randomUUID(), content: { text: 'Hello' } };
  return (await client.request(SendMessage, { input })).messageSend.userErrors[0]?.message;
}

describe('a blocked chat', () => {
  it('takes no card of a product, a catalogue or a cart either', async () => {
    const { chat, asha, shop } = await withShop();
    const product = await makeProduct(shop);
    const cartId = encodeId('crt', await addCartLine(asha.ctx, { productId: product.id, quantity: 1 }));
    await blockChat(asha.client, chat);
    const cards: MessageContentInput[] = [{ productId: product.publicId }, { catalog: true }, { cartId }];
    for (const { client } of [asha, shop.owner]) {
      for (const card of cards) expect(await send(client, chat, card)).toEqual(REFUSED);
    }
    expect(await read(asha.client, chat)).toMatchObject({ lastSequence: 0 });
  });

  it('gives back what was sent before the block when its clientId comes again', async () => {
    const { chat, asha, shop } = await withShop();
    const clientId = randomUUID();
    const first = await send(shop.owner.client, chat, 'Hello', clientId);
    await blockChat(asha.client, chat);
    expect(await send(shop.owner.client, chat, 'Hello', clientId)).toEqual(first);
    expect(await send(shop.owner.client, chat, 'Hello', randomUUID())).toEqual(REFUSED);
  });

  it('still gets the confirmations of an order under way', async () => {
    const { chat, asha, shop } = await withShop();
    const orderId = await makeOrder(asha, await makeProduct(shop));
    await makeCard(asha);
    await blockChat(shop.owner.client, chat);
    await payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
    await confirmOrder(shop.owner.ctx, orderId);
    const messages = (await read(asha.client, chat))?.messages.edges.map(({ node }) => node.content);
    expect(messages?.map((one) => ('code' in one ? one.code : one.__typename))).toEqual([
      'OrderContent',
      'ORDER_PLACED',
      'PaymentContent',
      'ORDER_CONFIRMED',
    ]);
  });

  it('is left as it is by a second block and a second unblock, of several devices at once too', async () => {
    const { chat, asha, conversationId } = await withShop();
    await unblockChat(asha.client, chat);
    const answers = await Promise.all(Array.from({ length: 5 }, () => blockChat(asha.client, chat)));
    expect(answers.map((one) => one.conversation?.isBlocked)).toEqual(answers.map(() => true));
    await Promise.all(Array.from({ length: 5 }, () => unblockChat(asha.client, chat)));
    const events = await server.app.sql<{ type: string }[]>`
      select type, sequence from (select type, sequence, payload from event_log
                                  union select type, sequence, payload from outbox) e
      where payload->>'conversationId' = ${conversationId} order by type, sequence`;
    expect(events.map(({ type }) => type)).toEqual([
      'conversation.blocked',
      'conversation.started',
      'conversation.unblocked',
    ]);
  });
});

describe('the staff', () => {
  it('blocks and unblocks for the whole shop, whichever of them', async () => {
    const { chat, asha, shop } = await withShop();
    const [agent, manager] = [
      await makeStaff(server, shop, 'AGENT'),
      await makeStaff(server, shop, 'MANAGER'),
    ];
    expect((await blockChat(agent.client, chat)).conversation?.isBlocked).toBe(true);
    expect(await read(manager.client, chat)).toMatchObject({ isBlocked: true });
    expect(await send(manager.client, chat, 'Hello')).toEqual(REFUSED);
    await unblockChat(manager.client, chat);
    expect((await send(asha.client, chat, 'Hello')).code).toBeNull();
  });

  it('blocks one customer, and not another', async () => {
    const { chat, shop } = await withShop();
    const ravi = await makePerson(server);
    const other = encodeId('cnv', await startConversation(ravi.ctx, { businessId: shop.id }));
    await blockChat(shop.owner.client, chat);
    expect((await send(ravi.client, other, 'Hello')).code).toBeNull();
    expect(await read(shop.owner.client, other)).toMatchObject({ isBlocked: false });
  });
});

describe('a stranger', () => {
  it('neither blocks nor unblocks: it looks absent', async () => {
    const { chat, asha } = await withShop();
    const absent = {
      conversation: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['conversationId'] }],
    };
    const strangers = [await makePerson(server), (await makeShop(server)).owner];
    for (const { client } of strangers) {
      expect(await blockChat(client, chat)).toEqual(absent);
      expect((await send(asha.client, chat, 'Hello')).code).toBeNull();
      await blockChat(asha.client, chat);
      expect(await unblockChat(client, chat)).toEqual(absent);
      expect(await send(asha.client, chat, 'Hello')).toEqual(REFUSED);
      await unblockChat(asha.client, chat);
    }
    expect(await blockChat(asha.client, encodeId('cnv', newId()))).toEqual(absent);
    await expect(blockChat(server.client(), chat)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('live', () => {
  it("only the blocker's side is told, on all its devices", async () => {
    const { chat, asha, shop } = await withShop();
    const agent = await makeStaff(server, shop, 'AGENT');
    const shops = await watch(server, agent.client, InboxEvents, { businessId: shop.publicId });
    const own = await watch(server, asha.client, InboxEvents, {});
    const talk = await watch(server, asha.client, ChatEvents, { id: chat });
    await blockChat(shop.owner.client, chat);
    await unblockChat(shop.owner.client, chat);
    await send(shop.owner.client, chat, 'Hello again');
    const told = [await shops.next(), await shops.next(), await shops.next()];
    expect(told.map(({ type, conversation }) => [type, conversation?.id])).toEqual([
      ['CONVERSATION_BLOCKED', chat],
      ['CONVERSATION_UNBLOCKED', chat],
      ['MESSAGE_SENT', chat],
    ]);
    expect(await own.next()).toMatchObject({ type: 'MESSAGE_SENT' });
    expect(await talk.next(), 'without a gap').toMatchObject({ type: 'MESSAGE_SENT', sequence: 2 });
    await Promise.all([shops, own, talk].map((stream) => stream.stop()));
  });

  it('nobody hears typing, and who types is not told why', async () => {
    const { chat, asha, shop } = await withShop();
    await blockChat(asha.client, chat);
    const talk = await watch(server, asha.client, ChatEvents, { id: chat });
    const input = { conversationId: chat, isTyping: true };
    const { typingSet } = await shop.owner.client.request(SetTyping, { input });
    expect(typingSet).toEqual({ conversation: { id: chat }, userErrors: [] });
    await unblockChat(asha.client, chat);
    await send(shop.owner.client, chat, 'Hello');
    expect(await talk.next()).toMatchObject({ type: 'MESSAGE_SENT' });
    await shop.owner.client.request(SetTyping, { input });
    expect(await talk.next()).toMatchObject({ type: 'TYPING_CHANGED', isTyping: true });
    await talk.stop();
  });
});
