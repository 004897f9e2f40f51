import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReadMessages, SetTyping, send, startChat } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import { makePerson, makeShop, makeStaff } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Markers = graphql(`
  query ReceiptsMarkers($id: ID!) {
    node(id: $id) {
      ... on Conversation {
        unreadCount
        members {
          deliveredSequence
          readSequence
          party {
            __typename
          }
        }
      }
    }
  }
`);

const Typing = graphql(`
  subscription ReceiptsTyping($conversationId: ID!, $after: EventCursor) {
    conversationEvents(conversationId: $conversationId, after: $after) {
      cursor
      event {
        type
        sequence
        isTyping
        member {
          party {
            __typename
          }
        }
      }
    }
  }
`);

/** A customer and a shop that has sent three messages. */
async function makeChat() {
  const [shop, asha] = [await makeShop(server), await makePerson(server)];
  const chat = await startChat(asha.client, shop);
  for (const words of ['one', 'two', 'three']) await send(shop.owner.client, chat, words);
  return { shop, asha, chat };
}

async function mark(client: Client, conversationId: string, sequence: number, as?: 'DELIVERED' | 'READ') {
  const { messagesRead } = await client.request(ReadMessages, {
    input: { conversationId, sequence, ...(as && { as }) },
  });
  return { unread: messagesRead.conversation?.unreadCount, code: messagesRead.userErrors[0]?.code };
}

/** How far a side has come: delivered and read. */
async function markersOf(client: Client, id: string, side: 'Person' | 'Business') {
  const { node } = await client.request(Markers, { id });
  const members = node && 'members' in node ? node.members : [];
  const member = members.find((one) => one.party?.__typename === side);
  return [member?.deliveredSequence, member?.readSequence];
}

async function unread(client: Client, id: string) {
  const { node } = await client.request(Markers, { id });
  return node && 'unreadCount' in node ? node.unreadCount : null;
}

describe('markers', () => {
  it('count what a side has not read; its own words count as read', async () => {
    const { shop, asha, chat } = await makeChat();
    expect([await unread(asha.client, chat), await unread(shop.owner.client, chat)]).toEqual([3, 0]);
    expect(await mark(asha.client, chat, 2)).toEqual({ unread: 1, code: undefined });
    await send(shop.owner.client, chat, 'four');
    expect(await unread(asha.client, chat)).toBe(2);
    await send(asha.client, chat, 'five');
    expect([await unread(asha.client, chat), await unread(shop.owner.client, chat)]).toEqual([0, 1]);
  });

  it('move forward only: what is read is delivered, what is delivered is not read', async () => {
    const { shop, asha, chat } = await makeChat();
    const steps: [number, 'DELIVERED' | 'READ', [number, number]][] = [
      [2, 'DELIVERED', [2, 0]],
      [1, 'READ', [2, 1]],
      [1, 'DELIVERED', [2, 1]],
      [3, 'READ', [3, 3]],
      [0, 'READ', [3, 3]],
      [2, 'READ', [3, 3]],
    ];
    for (const [sequence, as, markers] of steps) {
      await mark(asha.client, chat, sequence, as);
      expect(await markersOf(shop.owner.client, chat, 'Person')).toEqual(markers);
    }
  });

  it('end where the furthest of many at once wants them', async () => {
    const { asha, chat } = await makeChat();
    await Promise.all([3, 1, 2, 3, 1, 2].map((sequence) => mark(asha.client, chat, sequence)));
    expect(await markersOf(asha.client, chat, 'Person')).toEqual([3, 3]);
  });

  it('are of the side: what one of the staff has read, the shop has read', async () => {
    const { shop, asha, chat } = await makeChat();
    await send(asha.client, chat, 'four');
    const [one, other] = [await makeStaff(server, shop, 'AGENT'), await makeStaff(server, shop, 'AGENT')];
    expect(await unread(other.client, chat)).toBe(1);
    await mark(one.client, chat, 4);
    expect(await unread(other.client, chat)).toBe(0);
  });

  it.each([-1, 4, 2_147_483_647, -2_147_483_648])('do not go to %s', async (sequence) => {
    const { asha, chat } = await makeChat();
    expect(await mark(asha.client, chat, sequence)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await markersOf(asha.client, chat, 'Person')).toEqual([0, 0]);
  });
});

describe('typing', () => {
  it('is seen live by the other side, and is not in the log', async () => {
    const { shop, asha, chat } = await makeChat();
    const stream = shop.owner.client.subscribe(Typing, { conversationId: chat });
    const { cursor: start } = (await stream.next()).value?.conversationEvents ?? {};
    const setTyping = (isTyping: boolean) =>
      asha.client.request(SetTyping, { input: { conversationId: chat, isTyping } });

    await setTyping(true);
    const typing = { type: 'TYPING_CHANGED', sequence: null, member: { party: { __typename: 'Person' } } };
    expect((await stream.next()).value?.conversationEvents.event).toEqual({ ...typing, isTyping: true });
    await setTyping(false);
    expect((await stream.next()).value?.conversationEvents.event).toEqual({ ...typing, isTyping: false });

    await send(asha.client, chat, 'four');
    expect((await stream.next()).value?.conversationEvents.event).toMatchObject({ type: 'MESSAGE_SENT' });
    const rows = await server.app.sql`select from event_log where type = 'typing.changed'`;
    expect(rows).toHaveLength(0);
    const resumed = shop.owner.client.subscribe(Typing, { conversationId: chat, after: start ?? '' });
    await resumed.next();
    expect((await resumed.next()).value?.conversationEvents.event).toMatchObject({
      type: 'MESSAGE_SENT',
      isTyping: null,
    });
  });
});
