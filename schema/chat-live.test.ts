import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '../src/events/cursor.ts';
import { ReadMessages, send, startChat } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import { makePerson, makeShop } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Live = graphql(`
  subscription ChatLiveEvents($conversationId: ID!, $after: EventCursor) {
    conversationEvents(conversationId: $conversationId, after: $after) {
      cursor
      event {
        id
        type
        sequence
        occurredAt
        message {
          sequence
          isMine
          content {
            ... on TextContent {
              text
            }
          }
        }
        member {
          readSequence
        }
        conversation {
          lastSequence
          unreadCount
        }
      }
    }
  }
`);

const Snapshot = graphql(`
  query ChatLiveSnapshot($id: ID!) {
    eventCursor
    node(id: $id) {
      ... on Conversation {
        messages {
          edges {
            node {
              sequence
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

/** A stream that has begun, and how to read its events. */
async function listen(client: Client, conversationId: string, after: string | null = null) {
  const stream = client.subscribe(Live, { conversationId, after });
  const first = (await stream.next()).value?.conversationEvents;
  const next = async () => {
    const { value } = await stream.next();
    const item = value?.conversationEvents;
    if (!item?.event) throw new Error('not an event');
    return { cursor: item.cursor, ...item.event };
  };
  const take = async (count: number) => {
    const taken: Awaited<ReturnType<typeof next>>[] = [];
    while (taken.length < count) taken.push(await next());
    return taken;
  };
  return { first, next, take, leave: () => stream.return?.() };
}

const say = async (client: Client, chat: string, from: number, to: number) => {
  for (let n = from; n <= to; n++) await send(client, chat, `Message ${n}`);
};

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('conversationEvents', () => {
  it('begins with a bookmark and then tells both sides what happens, as each may see it', async () => {
    const { shop, asha, chat } = await makeChat();
    const sides = [await listen(asha.client, chat), await listen(shop.owner.client, chat)];
    expect(sides.map((side) => side.first)).toEqual(
      sides.map(() => ({ cursor: expect.stringMatching(/./), event: null })),
    );
    await send(asha.client, chat, 'Hello');
    await shop.owner.client.request(ReadMessages, { input: { conversationId: chat, sequence: 1 } });
    const [mine, theirs] = await Promise.all(sides.map((side) => side.take(2)));
    expect(mine?.[0]).toMatchObject({
      type: 'MESSAGE_SENT',
      sequence: 2,
      message: { sequence: 1, isMine: true, content: { text: 'Hello' } },
      member: null,
    });
    expect(theirs?.[0]?.message).toMatchObject({ isMine: false });
    expect(mine?.[1]).toMatchObject({ type: 'RECEIPT_MOVED', sequence: 3, member: { readSequence: 1 } });
    expect(mine?.map(({ id, cursor, occurredAt }) => [id, cursor, occurredAt])).toEqual(
      theirs?.map(({ id, cursor, occurredAt }) => [id, cursor, occurredAt]),
    );
  });

  it('does not tell of other conversations', async () => {
    const [one, other] = [await makeChat(), await makeChat()];
    const stream = await listen(one.asha.client, one.chat);
    await send(other.asha.client, other.chat, 'Elsewhere');
    await send(one.asha.client, one.chat, 'Here');
    expect((await stream.next()).message?.content).toEqual({ text: 'Here' });
  });

  it('keeps the order of twenty messages that come at once', async () => {
    const { shop, asha, chat } = await makeChat();
    const stream = await listen(shop.owner.client, chat);
    await Promise.all(range(1, 20).map((n) => send(asha.client, chat, `Message ${n}`)));
    const events = await stream.take(20);
    expect(events.map((event) => event.message?.sequence)).toEqual(range(1, 20));
    expect(events.map((event) => event.sequence)).toEqual(range(2, 21));
  });
});

describe('a stream that is resumed', () => {
  it('gives everything since, each once, in order, and goes on live', async () => {
    const { shop, asha, chat } = await makeChat();
    const before = await listen(asha.client, chat);
    await say(shop.owner.client, chat, 1, 3);
    const last = (await before.take(3)).at(-1);
    await before.leave();
    await say(shop.owner.client, chat, 4, 8);
    const after = await listen(asha.client, chat, last?.cursor);
    const saying = say(shop.owner.client, chat, 9, 12);
    const events = await after.take(9);
    await saying;
    expect(events.map((event) => event.message?.sequence)).toEqual(range(4, 12));
  });

  it('from each of its cursors gives just what came after it', async () => {
    const { shop, asha, chat } = await makeChat();
    const live = await listen(asha.client, chat);
    await say(shop.owner.client, chat, 1, 5);
    const events = await live.take(5);
    const cursors = [live.first?.cursor, ...events.map((event) => event.cursor)];
    for (const [index, cursor] of cursors.slice(0, 5).entries()) {
      const again = await listen(asha.client, chat, cursor);
      const rest = await again.take(5 - index);
      expect(rest.map(({ id, message }) => [id, message?.sequence])).toEqual(
        events.slice(index).map(({ id, message }) => [id, message?.sequence]),
      );
      await again.leave();
    }
  });

  it('joins on to a list without a gap, though the log may lag behind the list', async () => {
    const { shop, asha, chat } = await makeChat();
    const sequences: number[][] = [];
    for (let round = 0; round < 5; round++) {
      // Committed, and perhaps not in the log yet. Not during the query: the harness runs it twice and compares.
      await say(shop.owner.client, chat, 1, 2);
      const { eventCursor, node } = await asha.client.request(Snapshot, { id: chat });
      await say(shop.owner.client, chat, 3, 4);
      const listed = node && 'messages' in node ? node.messages.edges.map((edge) => edge.node.sequence) : [];
      const stream = await listen(asha.client, chat, eventCursor);
      const seen = new Set(listed);
      const last = (round + 1) * 4;
      while (!seen.has(last)) seen.add((await stream.next()).message?.sequence ?? 0);
      await stream.leave();
      sequences.push([...seen].toSorted((one, other) => one - other));
    }
    expect(sequences).toEqual([4, 8, 12, 16, 20].map((last) => range(1, last)));
  });
});

describe('a stream is refused', () => {
  const refusal = async (client: Client, conversationId: string, after: string | null = null) =>
    client
      .subscribe(Live, { conversationId, after })
      .next()
      .then(
        () => null,
        (error: { code?: unknown }) => error.code,
      );

  it('to strangers and guests, and for what is no conversation', async () => {
    const { shop, asha, chat } = await makeChat();
    expect(await refusal((await makePerson(server)).client, chat)).toBe('FORBIDDEN');
    expect(await refusal((await makeShop(server)).owner.client, chat)).toBe('FORBIDDEN');
    expect(await refusal(server.client(), chat)).toBe('UNAUTHENTICATED');
    for (const id of ['', 'nonsense', 'cnv_0', '\0', shop.publicId]) {
      expect(await refusal(asha.client, id)).toBe('FORBIDDEN');
    }
  });

  it('from a cursor that was forged, is of another database or lies in the future', async () => {
    const { asha, chat } = await makeChat();
    const [head] = await server.app.sql<{ log_id: string }[]>`select log_id from event_log_head`;
    const forged = [
      '',
      'nonsense',
      '\0',
      Buffer.from('1.x').toString('base64url'),
      Buffer.from(`2.${head?.log_id.slice(0, 8)}.1`).toString('base64url'),
      Buffer.from(`1.${head?.log_id.slice(0, 8)}.-1`).toString('base64url'),
      Buffer.from(`1.${head?.log_id.slice(0, 8)}.1e3`).toString('base64url'),
      encodeCursor('00000000-0000-4000-8000-000000000000', 1),
      encodeCursor(head?.log_id ?? '', 999_999_999_999_999),
    ];
    const answers = await Promise.all(forged.map((cursor) => refusal(asha.client, chat, cursor)));
    expect(answers).toEqual(forged.map(() => 'CURSOR_INVALID'));
  });
});
