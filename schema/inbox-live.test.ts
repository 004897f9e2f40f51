import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReadMessages, StartChat, send, startChat } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import { makePerson, makeShop, makeStaff } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Live = graphql(`
  subscription InboxLiveEvents($businessId: ID, $after: EventCursor) {
    inboxEvents(businessId: $businessId, after: $after) {
      cursor
      event {
        id
        type
        conversation {
          id
          unreadCount
        }
        message {
          content {
            ... on TextContent {
              text
            }
          }
        }
      }
    }
  }
`);

interface Options {
  readonly businessId?: string;
  readonly after?: string | null;
}

/** A stream that has begun, and its next events in short: what happened in which chat. */
async function listen(client: Client, options: Options = {}) {
  const stream = client.subscribe(Live, options);
  let cursor = (await stream.next()).value?.inboxEvents.cursor ?? '';
  const take = async (count: number) => {
    const taken: (string | undefined)[][] = [];
    while (taken.length < count) {
      const item = (await stream.next()).value?.inboxEvents;
      cursor = item?.cursor ?? cursor;
      const { type, conversation, message } = item?.event ?? {};
      const words = message && 'text' in message.content ? message.content.text : undefined;
      taken.push([type, conversation?.id, words]);
    }
    return taken;
  };
  return { stream, take, cursor: () => cursor, leave: () => stream.return?.() };
}

describe('inboxEvents', () => {
  it("tells a person of all their chats, and of nobody else's", async () => {
    const asha = await makePerson(server);
    const ravi = await makePerson(server);
    const shop = await makeShop(server);
    const inbox = await listen(asha.client);
    const elsewhere = await startChat(ravi.client, shop);
    await send(ravi.client, elsewhere, 'Not for Asha');
    const withShop = await startChat(asha.client, shop);
    await send(shop.owner.client, withShop, 'Welcome');
    const { conversationStart } = await ravi.client.request(StartChat, {
      input: { with: { phone: asha.phone } },
    });
    const withRavi = conversationStart.conversation?.id ?? '';
    await send(ravi.client, withRavi, 'Hi Asha');
    expect(await inbox.take(4)).toEqual([
      ['CONVERSATION_STARTED', withShop, undefined],
      ['MESSAGE_SENT', withShop, 'Welcome'],
      ['CONVERSATION_STARTED', withRavi, undefined],
      ['MESSAGE_SENT', withRavi, 'Hi Asha'],
    ]);
  });

  it('tells all the staff of a shop of its chats, whoever of them reads and answers', async () => {
    const shop = await makeShop(server);
    const agent = await makeStaff(server, shop, 'AGENT');
    const options = { businessId: shop.publicId };
    const sides = [await listen(shop.owner.client, options), await listen(agent.client, options)];
    const own = await listen(agent.client);
    const asha = await makePerson(server);
    const chat = await startChat(asha.client, shop);
    await send(asha.client, chat, 'Open today?');
    await agent.client.request(ReadMessages, { input: { conversationId: chat, sequence: 1 } });
    await send(agent.client, chat, 'Until nine');
    const expected = [
      ['CONVERSATION_STARTED', chat, undefined],
      ['MESSAGE_SENT', chat, 'Open today?'],
      ['RECEIPT_MOVED', chat, undefined],
      ['MESSAGE_SENT', chat, 'Until nine'],
    ];
    for (const side of sides) expect(await side.take(4)).toEqual(expected);
    const private_ = await startChat(agent.client, shop);
    expect(await own.take(1), 'the own inbox is another one').toEqual([
      ['CONVERSATION_STARTED', private_, undefined],
    ]);
  });

  it("tells a person's other devices what was read, and not the other side", async () => {
    const [shop, asha] = [await makeShop(server), await makePerson(server)];
    const chat = await startChat(asha.client, shop);
    await send(shop.owner.client, chat, 'Welcome');
    const mine = await listen(server.client(asha.token));
    const theirs = await listen(shop.owner.client, { businessId: shop.publicId });
    await asha.client.request(ReadMessages, { input: { conversationId: chat, sequence: 1 } });
    await send(asha.client, chat, 'Thanks');
    expect((await mine.take(1))[0]?.[0]).toBe('RECEIPT_MOVED');
    expect(await theirs.take(1)).toEqual([['MESSAGE_SENT', chat, 'Thanks']]);
  });

  it('is resumed with everything since, each once, in order', async () => {
    const [shop, asha] = [await makeShop(server), await makePerson(server)];
    const [one, two] = [
      await startChat(asha.client, shop),
      await startChat(asha.client, await makeShop(server)),
    ];
    const before = await listen(asha.client);
    await send(asha.client, one, 'seen');
    await before.take(1);
    await before.leave();
    await send(asha.client, two, 'missed 1');
    await send(asha.client, one, 'missed 2');
    const after = await listen(asha.client, { after: before.cursor() });
    await send(asha.client, two, 'live');
    expect((await after.take(3)).map(([, , words]) => words)).toEqual(['missed 1', 'missed 2', 'live']);
  });
});

describe('an inbox stream is refused', () => {
  it.each([
    ['to strangers', async () => (await makePerson(server)).client, 'FORBIDDEN'],
    ['to the owner of another shop', async () => (await makeShop(server)).owner.client, 'FORBIDDEN'],
    ['to guests', () => Promise.resolve(server.client()), 'UNAUTHENTICATED'],
  ])('%s', async (_who, clientOf, code) => {
    const shop = await makeShop(server);
    const stream = (await clientOf()).subscribe(Live, { businessId: shop.publicId });
    await expect(stream.next()).rejects.toMatchObject({ code });
  });

  it.each(['', 'nonsense', 'biz_0', '\0'])('for the business %j', async (businessId) => {
    const { client } = await makePerson(server);
    await expect(client.subscribe(Live, { businessId }).next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('to a guest who asks for their own', async () => {
    await expect(server.client().subscribe(Live, {}).next()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
