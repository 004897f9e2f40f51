import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCartLine } from '../src/carts/change.ts';
import { blockConversation } from '../src/conversations/block.ts';
import { encodeId, type ConversationId } from '../src/db/id.ts';
import { ReadMessages, send, SetTyping, startChat } from '../src/testing/chat-commands.ts';
import {
  fillWallet,
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestPerson,
} from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { INR } from '../src/testing/ledger.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { makeTicket, open, readTicket } from '../src/testing/ticket-commands.ts';
import { watch } from '../src/testing/watch.ts';
import { advanceTicket } from '../src/tickets/advance.ts';
import { requestMoney } from '../src/wallets/request.ts';
import { sendMoney } from '../src/wallets/send.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Events = graphql(`
  subscription TicketThreadEvents($id: ID!) {
    stream: conversationEvents(conversationId: $id) {
      cursor
      event {
        type
        isTyping
        member {
          party {
            ... on Platform {
              name
            }
          }
          readSequence
        }
      }
    }
  }
`);

async function threadOf(ticketId: string): Promise<ConversationId> {
  const [row] = await server.app.sql<{ id: ConversationId }[]>`
    select conversation_id as id from tickets where id = ${ticketId}`;
  if (!row) throw new Error('no such ticket');
  return row.id;
}

/** A ticket at the desk of the platform, with an operator. */
async function atPlatform() {
  const shop = await makeShop(server);
  const operator = await makePerson(server, { operator: true });
  const thread = await threadOf(await makeTicket(shop.owner, { desk: 'PLATFORM' }));
  return { shop, operator, thread, chat: encodeId('cnv', thread) };
}

describe('a thread with the platform', () => {
  it('has typing and read markers of both sides', async () => {
    const { shop, operator, chat } = await atPlatform();
    const talk = await watch(server, shop.owner.client, Events, { id: chat });
    await operator.client.request(SetTyping, { input: { conversationId: chat, isTyping: true } });
    const platform = { name: 'Support' };
    expect(await talk.next()).toMatchObject({ isTyping: true, member: { party: platform } });
    const { messagesRead } = await operator.client.request(ReadMessages, {
      input: { conversationId: chat, sequence: 1 },
    });
    expect(messagesRead).toEqual({ conversation: { unreadCount: 0 }, userErrors: [] });
    expect(await talk.next()).toMatchObject({
      type: 'RECEIPT_MOVED',
      member: { party: platform, readSequence: 1 },
    });
    await talk.stop();
  });

  it('takes no money, from neither side', async () => {
    const { shop, operator, thread: conversationId } = await atPlatform();
    for (const { ctx } of [shop.owner, operator]) {
      const money = { conversationId, amount: { minor: 100n, currency: INR } };
      const idempotencyKey = randomUUID();
      await expect(sendMoney(ctx, { ...money, idempotencyKey })).rejects.toThrow('not of two people');
      await expect(requestMoney(ctx, { ...money, idempotencyKey: randomUUID() })).rejects.toThrow(
        'not of two people',
      );
    }
  });

  it('takes no catalogue, and is not blocked by either side', async () => {
    const { shop, operator, thread, chat } = await atPlatform();
    expect((await send(shop.owner.client, chat, { catalog: true })).code).toBe('INVALID_INPUT');
    for (const { ctx } of [shop.owner, operator]) {
      await expect(blockConversation(ctx, thread)).rejects.toThrow("can't be blocked");
    }
  });
});

it('shows nothing of a chat that the opener has locked away, and the desk still sees it', async () => {
  const shop = await makeShop(server);
  const asha = await makePerson(server);
  const chat = await startChat(asha.client, shop);
  await send(asha.client, chat, 'A secret');
  const { ticket } = await open(asha.client, { desk: 'BUSINESS', conversationId: chat });
  const texts = async ({ client }: TestPerson) =>
    (await readTicket(client, ticket?.id ?? ''))?.context?.messages.map(({ text }) => text);
  expect(await texts(asha)).toEqual(['A secret']);
  await server.app.sql`
    insert into conversation_locks (person_id, conversation_id)
    select ${asha.id}, id from conversations where person_id = ${asha.id} and ticket_id is null`;
  expect(await texts(asha)).toEqual([]);
  expect(await texts(shop.owner)).toEqual(['A secret']);
});

describe('a thread with a shop', () => {
  it('takes cards of the shop, and the order that follows is talked about in the everyday chat', async () => {
    const shop = await makeShop(server);
    const [asha, agent] = [await makePerson(server), await makeStaff(server, shop, 'AGENT')];
    await makeCard(asha);
    await fillWallet(asha, 1_000n);
    const product = await makeProduct(shop);
    const foreign = await makeProduct(await makeShop(server));
    const thread = await threadOf(await makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id }));
    const chat = encodeId('cnv', thread);
    const cartId = encodeId('crt', await addCartLine(asha.ctx, { productId: product.id, quantity: 1 }));
    for (const card of [{ productId: product.publicId }, { catalog: true }, { cartId }]) {
      expect((await send(agent.client, chat, card)).code).toBeNull();
    }
    expect((await send(agent.client, chat, { productId: foreign.publicId })).code).toBe('NOT_FOUND');
    const orderId = await makeOrder(asha, product);
    const [order] = await server.app.sql<{ thread: boolean }[]>`
      select c.ticket_id is not null as thread from orders o join conversations c on c.id = o.conversation_id
      where o.id = ${orderId}`;
    expect(order?.thread).toBe(false);
  });

  it('gives the first message back when its clientId comes again, also when it is closed since', async () => {
    const shop = await makeShop(server);
    const asha = await makePerson(server);
    const ticketId = await makeTicket(asha, { desk: 'BUSINESS', businessId: shop.id });
    const chat = encodeId('cnv', await threadOf(ticketId));
    const clientId = randomUUID();
    const first = await send(shop.owner.client, chat, 'Hello', clientId);
    expect(await send(shop.owner.client, chat, 'Hello', clientId)).toEqual(first);
    await advanceTicket(asha.ctx, { ticketId, action: 'close' });
    expect(await send(shop.owner.client, chat, 'Hello', clientId)).toEqual(first);
    const [steps] = await server.app.sql<{ count: number }[]>`
      select count(*)::int as count from ticket_transitions where ticket_id = ${ticketId}`;
    expect(steps?.count).toBe(3);
  });
});
