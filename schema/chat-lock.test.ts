import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockConversation, unlockConversation } from '../src/conversations/lock.ts';
import { sendMessage } from '../src/conversations/send.ts';
import { encodeId, type ConversationId } from '../src/db/id.ts';
import { transact } from '../src/db/transact.ts';
import { createSession } from '../src/identity/sign-in.ts';
import { currencyCode } from '../src/money.ts';
import { confirmOrder } from '../src/orders/confirm.ts';
import { payOrder } from '../src/payments/pay.ts';
import { ReadMessages, SetTyping, StartChat, blockChat, send } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import {
  fillWallet,
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestPerson,
} from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import {
  PASSWORD,
  lockChat,
  lockedCount,
  openLocked,
  resetLocks,
  unlockChat,
} from '../src/testing/lock-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';
import { requestMoney } from '../src/wallets/request.ts';
import { sendMoney } from '../src/wallets/send.ts';

const SECOND = 1_000;
let server: TestServer;
let skew = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + skew) });
});
afterAll(() => server.stop());

const Nodes = graphql(`
  query ChatLockNodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Order {
        conversation {
          id
        }
      }
      ... on Transfer {
        conversation {
          id
        }
      }
      ... on MoneyRequest {
        conversation {
          id
        }
      }
      ... on Message {
        of: conversation {
          id
        }
      }
    }
  }
`);

const Inbox = graphql(`
  query ChatLockInbox {
    viewer {
      ... on Person {
        conversations {
          edges {
            node {
              id
            }
          }
        }
      }
    }
  }
`);

const ShopInbox = graphql(`
  query ChatLockShopInbox($id: ID!) {
    node(id: $id) {
      ... on Business {
        conversations {
          edges {
            node {
              id
            }
          }
        }
      }
    }
  }
`);

const Messages = graphql(`
  query ChatLockMessages($id: ID!) {
    node(id: $id) {
      ... on Conversation {
        lastSequence
        messages {
          edges {
            node {
              id
              content {
                __typename
              }
            }
          }
        }
      }
    }
  }
`);

const InboxEvents = graphql(`
  subscription ChatLockInboxEvents {
    stream: inboxEvents {
      cursor
      event {
        type
        conversation {
          id
        }
        message {
          id
        }
      }
    }
  }
`);

const ChatEvents = graphql(`
  subscription ChatLockChatEvents($id: ID!) {
    stream: conversationEvents(conversationId: $id) {
      cursor
      event {
        type
      }
    }
  }
`);

const publicId = (id: ConversationId) => encodeId('cnv', id);
const codeOf = ({ userErrors }: { userErrors: readonly { code: string }[] }) => userErrors[0]?.code ?? null;
const text = (ctx: TestPerson['ctx'], conversationId: ConversationId, words: string) =>
  sendMessage(ctx, { conversationId, clientId: randomUUID(), content: { text: words } });

async function inboxOf(client: Client): Promise<string[]> {
  const { viewer } = await client.request(Inbox, {});
  const edges = viewer && 'conversations' in viewer ? viewer.conversations.edges : [];
  return (edges ?? []).flatMap((edge) => (edge ? [edge.node.id] : []));
}

async function nodesOf(client: Client, ids: readonly string[]) {
  return (await client.request(Nodes, { ids: [...ids] })).nodes;
}

async function messagesOf(client: Client, id: string): Promise<string[] | null> {
  const { node } = await client.request(Messages, { id });
  if (!node || !('messages' in node)) return null;
  return (node.messages.edges ?? []).flatMap((edge) => (edge ? [edge.node.id] : []));
}

async function friends() {
  const [me, friend] = [await makePerson(server), await makePerson(server, { name: 'Ravi' })];
  const conversationId = await makeChat(me, friend);
  return { me, friend, conversationId, id: publicId(conversationId) };
}

describe('a locked conversation', () => {
  it('is gone from every list and path of its person, on all devices, and comes back whole', async () => {
    const { me, friend, conversationId, id } = await friends();
    const { token } = await transact(me.ctx, (tx) => createSession(tx, me.id, 'Tablet'));
    const tablet = server.client(token);
    await fillWallet(await withCard(me), 10_000n);
    const money = { conversationId, amount: { minor: 100n, currency: currencyCode('INR') } };
    const transferId = await sendMoney(me.ctx, { ...money, idempotencyKey: randomUUID() });
    const requestId = await requestMoney(friend.ctx, { ...money, idempotencyKey: randomUUID() });
    const said = await text(friend.ctx, conversationId, 'a secret');
    const ids = [id, encodeId('msg', said.id), encodeId('trf', transferId), encodeId('mrq', requestId)];
    const before = await nodesOf(me.client, ids);
    expect(before.map((node) => node !== null)).toEqual([true, true, true, true]);
    const messages = await messagesOf(me.client, id);

    expect(await lockChat(me.client, id)).toEqual({ lockedConversationId: id, userErrors: [] });
    for (const client of [me.client, tablet]) {
      expect(await inboxOf(client)).toEqual([]);
      // Money is no conversation: it stays, but where it was talked about is not told.
      expect(await nodesOf(client, ids)).toEqual([
        null,
        null,
        { id: ids[2], conversation: null },
        { id: ids[3], conversation: null },
      ]);
      expect(await messagesOf(client, id)).toBeNull();
      expect(await lockedCount(client)).toBe(1);
    }
    // The other side knows nothing.
    expect(await inboxOf(friend.client)).toEqual([id]);
    expect(await messagesOf(friend.client, id)).toEqual(messages);
    expect((await send(friend.client, id, 'still here?')).code).toBeNull();
    expect(await lockedCount(friend.client)).toBe(0);

    expect(await unlockChat(tablet, id)).toEqual({ conversation: { id }, userErrors: [] });
    expect((await nodesOf(me.client, ids)).map((node) => node?.id)).toEqual(ids);
    expect((await nodesOf(me.client, ids))[2]).toEqual(before[2]);
    expect(await messagesOf(me.client, id)).toHaveLength((messages?.length ?? 0) + 1);
    expect(await inboxOf(me.client)).toEqual([id]);
    expect(await lockedCount(me.client)).toBe(0);
  });

  it('takes nothing from its person, and confirmations still come in', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    const customer = await withCard(await makePerson(server));
    const orderId = await makeOrder(customer, product);
    const [id = ''] = await inboxOf(customer.client);
    const before = (await messagesOf(customer.client, id)) ?? [];
    await lockChat(customer.client, id);

    const codes = [
      (await send(customer.client, id, 'hello')).code,
      codeOf(
        (await customer.client.request(ReadMessages, { input: { conversationId: id, sequence: 1 } }))
          .messagesRead,
      ),
      codeOf(
        (await customer.client.request(SetTyping, { input: { conversationId: id, isTyping: true } }))
          .typingSet,
      ),
      codeOf(await blockChat(customer.client, id)),
      codeOf(
        (await customer.client.request(StartChat, { input: { with: { businessId: shop.publicId } } }))
          .conversationStart,
      ),
    ];
    expect(new Set(codes)).toEqual(new Set(['CONVERSATION_LOCKED']));
    await expect(makeOrder(customer, product)).rejects.toMatchObject({ code: 'CONVERSATION_LOCKED' });

    await payOrder(customer.ctx, { orderId, idempotencyKey: randomUUID() });
    await confirmOrder(shop.owner.ctx, orderId);
    const [order] = await nodesOf(customer.client, [encodeId('ord', orderId)]);
    expect(order).toEqual({ id: encodeId('ord', orderId), conversation: null });
    await unlockChat(customer.client, id);
    expect(((await messagesOf(customer.client, id)) ?? []).length).toBeGreaterThan(before.length);
  });

  it('stays in the inbox of the shop, whose staff has nothing to lock', async () => {
    const shop = await makeShop(server);
    const agent = await makeStaff(server, shop, 'AGENT');
    const customer = await makePerson(server);
    const { conversationStart } = await customer.client.request(StartChat, {
      input: { with: { businessId: shop.publicId } },
    });
    const id = conversationStart.conversation?.id ?? '';
    expect(codeOf(await lockChat(agent.client, id))).toBe('NOT_FOUND');
    expect(codeOf(await lockChat((await makePerson(server)).client, id))).toBe('NOT_FOUND');
    await lockChat(customer.client, id);
    const { node } = await agent.client.request(ShopInbox, { id: shop.publicId });
    expect(JSON.stringify(node)).toContain(id);
    expect((await send(agent.client, id, 'may I help?')).code).toBeNull();
    // Nobody's failed try has set a password.
    const [row] = await server.app.sql<{ count: number }[]>`
      select count(*)::int as count from chat_lock_passwords where person_id in (${agent.id}, ${customer.id})`;
    expect(row?.count).toBe(1);
  });

  it('is shown with its name and what is unread to who knows the password', async () => {
    const { me, friend, conversationId, id } = await friends();
    await text(friend.ctx, conversationId, 'one');
    await lockChat(me.client, id);
    await text(friend.ctx, conversationId, 'two');
    const { conversations } = await openLocked(me.client);
    expect(conversations).toMatchObject([{ conversationId: id, name: 'Ravi', unreadCount: 2 }]);
    expect(await openLocked(me.client, 'not the one')).toEqual({
      conversations: null,
      userErrors: [{ code: 'WRONG_PASSWORD' }],
    });
    expect(await inboxOf(me.client)).toEqual([]);
    expect((await openLocked(friend.client)).conversations).toEqual([]);
  });
});

describe('the streams of who locks a conversation', () => {
  it('tell that it was locked, then nothing of it, and that it was unlocked', async () => {
    const { me, friend, conversationId, id } = await friends();
    const other = await makePerson(server);
    const elsewhere = await makeChat(me, other);
    const inbox = await watch(server, me.client, InboxEvents, {});
    const theirs = await watch(server, friend.client, InboxEvents, {});
    const chat = await watch(server, me.client, ChatEvents, { id });

    await lockChat(me.client, id);
    expect(await inbox.next()).toEqual({ type: 'CONVERSATION_LOCKED', conversation: null, message: null });
    await expect(chat.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(me.client.subscribe(ChatEvents, { id }).next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await text(friend.ctx, conversationId, 'withheld');
    await text(other.ctx, elsewhere, 'told');
    expect(await inbox.next()).toMatchObject({
      type: 'MESSAGE_SENT',
      conversation: { id: publicId(elsewhere) },
    });
    await unlockChat(me.client, id);
    expect(await inbox.next()).toMatchObject({ type: 'CONVERSATION_UNLOCKED', conversation: { id } });
    await text(friend.ctx, conversationId, 'told again');
    expect(await inbox.next()).toMatchObject({ type: 'MESSAGE_SENT', conversation: { id } });
    // To the other side it was never more than its own messages.
    expect([(await theirs.next()).type, (await theirs.next()).type]).toEqual([
      'MESSAGE_SENT',
      'MESSAGE_SENT',
    ]);
    await Promise.all([inbox.stop(), theirs.stop()]);
  });
});

describe('the password of the locked conversations', () => {
  it('is the first one that is given, and the same for all', async () => {
    const { me, id } = await friends();
    const second = publicId(await makeChat(me, await makePerson(server)));
    expect(codeOf(await lockChat(me.client, id, 'short'))).toBe('INVALID_INPUT');
    await lockChat(me.client, id);
    expect(codeOf(await lockChat(me.client, second, 'another one'))).toBe('WRONG_PASSWORD');
    expect(codeOf(await unlockChat(me.client, id, 'another one'))).toBe('WRONG_PASSWORD');
    expect(await inboxOf(me.client)).toEqual([second]);
    expect(codeOf(await lockChat(me.client, second))).toBeNull();
    expect(codeOf(await lockChat(me.client, second))).toBeNull();
    expect(await lockedCount(me.client)).toBe(2);
  });

  it('is tried three times, then after growing waits, and once a day after the twentieth', async () => {
    const { me, id } = await friends();
    await lockChat(me.client, id);
    const codes = await Promise.all(
      Array.from({ length: 60 }, async () => codeOf(await unlockChat(me.client, id, 'a wrong guess'))),
    );
    expect(codes.filter((code) => code === 'WRONG_PASSWORD')).toHaveLength(3);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(57);
    for (let tries = 4; tries <= 20; tries++) {
      skew += 3_600 * SECOND;
      expect(codeOf(await openLocked(me.client, 'a wrong guess'))).toBe('WRONG_PASSWORD');
    }
    skew += (24 * 3_600 - 2) * SECOND;
    expect(codeOf(await unlockChat(me.client, id))).toBe('TOO_MANY_ATTEMPTS');
    skew += 2 * SECOND;
    expect(codeOf(await unlockChat(me.client, id))).toBeNull();
    expect(await inboxOf(me.client)).toEqual([id]);
  });

  it('is forgotten by who has just signed in, and by nobody else', async () => {
    const { me, id } = await friends();
    await lockChat(me.client, id);
    skew += 10 * 60 * SECOND;
    expect(await resetLocks(me.client)).toEqual({ reset: null, userErrors: [{ code: 'SIGN_IN_AGAIN' }] });
    expect(await lockedCount(me.client)).toBe(1);
    const { token } = await transact(me.ctx, (tx) => createSession(tx, me.id, 'Phone'));
    expect(await resetLocks(server.client(token))).toEqual({ reset: true, userErrors: [] });
    expect(await inboxOf(me.client)).toEqual([id]);
    expect(codeOf(await lockChat(me.client, id, 'a new password'))).toBeNull();
    expect(codeOf(await unlockChat(me.client, id))).toBe('WRONG_PASSWORD');
  });

  it('of two that are given first at once is one', async () => {
    const { me, id } = await friends();
    const passwords = ['first of two', 'second of two'];
    const codes = await Promise.all(passwords.map(async (one) => codeOf(await lockChat(me.client, id, one))));
    expect(codes.filter((code) => code === 'WRONG_PASSWORD')).toHaveLength(1);
    expect(codeOf(await unlockChat(me.client, id, passwords[codes.indexOf(null)]))).toBeNull();
  });
});

describe('lock, unlock and messages that race', () => {
  it('leave what one after the other would have left', async () => {
    const { me, friend, conversationId, id } = await friends();
    await lockChat(me.client, id);
    await unlockChat(me.client, id);
    const lock = { conversationId, password: PASSWORD };
    const refusals: unknown[] = [];
    let sent = 0;
    await Promise.all([
      // One of each at a time: a password is counted as a wrong one until it has been looked at.
      times(15, () => lockConversation(me.ctx, lock)),
      times(15, () => unlockConversation(me.ctx, lock)),
      ...Array.from({ length: 15 }, () => text(friend.ctx, conversationId, 'theirs')),
      ...Array.from({ length: 15 }, (_, index) =>
        text(me.ctx, conversationId, `mine ${index}`).then(
          () => (sent += 1),
          (error: unknown) => refusals.push(error),
        ),
      ),
    ]);
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'CONVERSATION_LOCKED' });
    expect(sent + refusals.length).toBe(15);
    expect((await messagesOf(friend.client, id))?.length).toBe(Math.min(20, 15 + sent));
    // Each lock and each unlock that did something is told, one after the other.
    const rows = await server.app.sql<{ type: string }[]>`
      select type from (
        select type, sequence, payload from event_log where subject_id = ${me.id}
        union all select type, sequence, payload from outbox where subject_id = ${me.id}
      ) e where type like 'conversation.%lock%' order by sequence`;
    const [locked, unlocked] = ['conversation.locked', 'conversation.unlocked'];
    expect(rows.map(({ type }) => type)).toEqual(
      rows.map((_, index) => (index % 2 === 0 ? locked : unlocked)),
    );
    expect(await lockedCount(me.client)).toBe(rows.length % 2);
  });
});

async function times(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done++) await work();
}

async function withCard(person: TestPerson): Promise<TestPerson> {
  await makeCard(person);
  return person;
}
