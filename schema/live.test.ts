import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { readConfig } from '../src/config.ts';
import { contextOf } from '../src/context.ts';
import { encodeCursor } from '../src/events/cursor.ts';
import { startServer, type RunningServer } from '../src/server/server.ts';
import { send, startChat } from '../src/testing/chat-commands.ts';
import { clientOf } from '../src/testing/client.ts';
import { forgetUpTo } from '../src/testing/events.ts';
import { makePerson, makeShop, type TestPerson } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { schema } from './index.ts';

let server: TestServer;
let logId: string;
beforeAll(async () => {
  server = await startTestServer();
  const [head] = await server.app.sql<{ log_id: string }[]>`select log_id from event_log_head`;
  logId = head?.log_id ?? '';
});
afterAll(() => server.stop());

const Chat = graphql(`
  subscription LiveChat($conversationId: ID!, $after: EventCursor) {
    conversationEvents(conversationId: $conversationId, after: $after) {
      cursor
      event {
        id
        type
        sequence
        occurredAt
        message {
          id
          sequence
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

const Snapshot = graphql(`
  query LiveSnapshot($id: ID!) {
    eventCursor
    node(id: $id) {
      ... on Conversation {
        messages(last: 100) {
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

interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

interface Answer {
  readonly data?: Record<string, { cursor: string; event: { message: { sequence: number } | null } | null }>;
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** A live stream as one of the carriers brings it; errors that end it are its last item. */
interface Carrier {
  readonly next: () => Promise<Answer | null>;
  readonly leave: () => void;
}

type Carry = (operation: Operation, token: string | null) => Carrier;

const overSocket: Carry = (operation, token) => {
  const client = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  const { push, next } = queue();
  const leave = client.subscribe<Answer['data']>(operation, {
    next: (answer) => push(answer as Answer),
    error: (errors) => push({ errors: errors as NonNullable<Answer['errors']> }),
    complete: () => push(null),
  });
  return { next, leave };
};

const overSse: Carry = (operation, token) => {
  const closing = new AbortController();
  const { push, next } = queue();
  const read = async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(operation),
      signal: closing.signal,
    });
    let rest = '';
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^event: next\ndata: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) push(JSON.parse(data) as Answer);
      }
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => push(null));
  return { next, leave: () => closing.abort() };
};

/** What comes, for who asks one at a time; null at the end. */
function queue(): { push: (item: Answer | null) => void; next: () => Promise<Answer | null> } {
  const items: Promise<Answer | null>[] = [];
  let { promise, resolve } = Promise.withResolvers<Answer | null>();
  items.push(promise);
  return {
    push: (item) => {
      resolve(item);
      ({ promise, resolve } = Promise.withResolvers<Answer | null>());
      items.push(promise);
    },
    next: async () => {
      const item = (await items[0]) ?? null;
      void items.shift();
      return item;
    },
  };
}

const itemOf = (answer: Answer | null) => answer?.data?.['conversationEvents'];

/** All items up to the message with this sequence. */
async function takeMessages({ next }: Carrier, upTo: number): Promise<ReturnType<typeof itemOf>[]> {
  const taken: ReturnType<typeof itemOf>[] = [];
  while (taken.at(-1)?.event?.message?.sequence !== upTo) taken.push(itemOf(await next()));
  return taken;
}

const codeOf = (answer: Answer | null) => answer?.errors?.[0]?.extensions?.['code'];

async function makeChat(): Promise<{ person: TestPerson; chat: string }> {
  const [shop, person] = [await makeShop(server), await makePerson(server)];
  return { person, chat: await startChat(person.client, shop) };
}

const watching = (conversationId: string, after: string | null = null): Operation => ({
  query: String(Chat),
  variables: { conversationId, after },
});

const carriers = [
  ['a WebSocket', overSocket],
  ['SSE', overSse],
] as const;

describe.each(carriers)('a stream over %s', (_, carry) => {
  it('begins with a bookmark, and is forgotten when the client leaves it', async () => {
    const { person, chat } = await makeChat();
    const before = server.app.feed.subscribers();
    const stream = carry(watching(chat), person.token);
    expect(itemOf(await stream.next())).toEqual({ cursor: expect.any(String) as string, event: null });
    // Its inbox and its gate.
    await vi.waitFor(() => expect(server.app.feed.subscribers()).toBe(before + 2));
    stream.leave();
    await vi.waitFor(() => expect(server.app.feed.subscribers()).toBe(before));
  });

  it('is not for guests, whatever they ask for', async () => {
    for (const field of ['inboxEvents', 'orderEvents', 'paymentEvents', 'cartEvents(cartId: "x")']) {
      const query = `subscription LiveGuest { ${field} { cursor } }`;
      const stream = carry({ query, variables: {} }, null);
      expect([field, codeOf(await stream.next())]).toEqual([field, 'UNAUTHENTICATED']);
      stream.leave();
    }
    const { chat } = await makeChat();
    const stream = carry(watching(chat), null);
    expect(codeOf(await stream.next())).toBe('UNAUTHENTICATED');
    stream.leave();
  });

  it('refuses cursors that this log did not give out', async () => {
    const { person, chat } = await makeChat();
    const refused = {
      'not base64!': 'CURSOR_INVALID',
      [Buffer.from('1.x.y').toString('base64url')]: 'CURSOR_INVALID',
      // Of another version of cursors, and of none.
      [Buffer.from(`2.${logId.slice(0, 8)}.1`).toString('base64url')]: 'CURSOR_INVALID',
      [Buffer.from(`1.${logId.slice(0, 8)}.-1`).toString('base64url')]: 'CURSOR_INVALID',
      '': 'CURSOR_INVALID',
      [encodeCursor('00000000-0000-4000-8000-000000000000', 1)]: 'CURSOR_INVALID',
      [encodeCursor(logId, 1_000_000)]: 'CURSOR_INVALID',
    };
    for (const [cursor, code] of Object.entries(refused)) {
      const stream = carry(watching(chat, cursor), person.token);
      expect([cursor, codeOf(await stream.next())]).toEqual([cursor, code]);
      stream.leave();
    }
  });
});

it('gives the same items over every carrier, from the same cursor', async () => {
  const { person, chat } = await makeChat();
  const { eventCursor } = await person.client.request(Snapshot, { id: chat });
  for (let n = 1; n <= 3; n++) await send(person.client, chat, `Before ${n}`);
  const streams = carriers.map(([, carry]) => carry(watching(chat, eventCursor), person.token));
  const taking = Promise.all(streams.map((stream) => takeMessages(stream, 6)));
  // Live from here on, or not yet.
  for (let n = 4; n <= 6; n++) await send(person.client, chat, `After ${n}`);
  const [socket, sse] = await taking;
  expect(socket?.[0]).toEqual({ cursor: eventCursor, event: null });
  expect(socket?.at(-1)).toMatchObject({ event: { message: { sequence: 6, content: { text: 'After 6' } } } });
  expect(sse).toEqual(socket);
  for (const stream of streams) stream.leave();
});

it('misses nothing between a list and the stream after its eventCursor, while others write', async () => {
  const { person, chat } = await makeChat();
  const plain = await startPlainServer();
  const client = clientOf(`${plain.url}/graphql`, person.token);
  const total = 60;
  const follow = async () => {
    const { eventCursor, node } = await client.request(Snapshot, { id: chat });
    const edges = (node && 'messages' in node && node.messages.edges) || [];
    const seen = new Set(edges.map((edge) => edge.node.sequence));
    const stream = overSocket(watching(chat, eventCursor), person.token);
    while (!seen.has(total)) {
      const sequence = itemOf(await stream.next())?.event?.message?.sequence;
      if (sequence !== undefined) seen.add(sequence);
    }
    stream.leave();
    return [...seen].toSorted((one, other) => one - other);
  };
  const following: ReturnType<typeof follow>[] = [];
  for (let n = 1; n <= total; n += 2) {
    following.push(follow());
    await Promise.all([send(person.client, chat, `${n}`), send(person.client, chat, `${n + 1}`)]);
  }
  const all = Array.from({ length: total }, (_, index) => index + 1);
  for (const seen of await Promise.all(following)) expect(seen).toEqual(all);
  await plain.stop();
});

/** The same house behind a server that runs each query once: what two runs of it read may differ meanwhile. */
function startPlainServer(): Promise<RunningServer> {
  const { app } = server;
  return startServer({
    config: readConfig({ PORT: '0' }),
    schema,
    app,
    authenticate: app.sessions.authenticate,
    contextOf: (actor) => contextOf(app, actor),
  });
}

it('says over both carriers when the log no longer holds what is behind a cursor, and what to do', async () => {
  const { person, chat } = await makeChat();
  const old = encodeCursor(logId, 0);
  await server.app.sql`create table forgotten as table event_log`;
  await forgetUpTo(server.app.sql, 1);
  for (const [, carry] of carriers) {
    const stream = carry(watching(chat, old), person.token);
    const answer = await stream.next();
    expect(codeOf(answer)).toBe('CURSOR_EXPIRED');
    expect(JSON.stringify(answer?.errors)).toContain('eventCursor');
    stream.leave();
  }
  // The books are examined at the end.
  await server.app.sql`insert into event_log select * from forgotten where position = 1`;
  await server.app.sql`update event_log_head set oldest = 1`;
  await server.app.sql`drop table forgotten`;
});
