import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessage } from '../src/conversations/send.ts';
import { encodeId, type ConversationId } from '../src/db/id.ts';
import { makeChat, makePerson, type TestPerson } from '../src/testing/factories.ts';
import { introduced, subscribing } from '../src/testing/raw-socket.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { caughtUp } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ streamLimits: { inbox: 10, backfill: 10, lag: 50 } });
});
afterAll(() => server.stop());

/** Together more than the buffers of two systems and of a server hold for one connection, by far. */
const MESSAGES = 130;
const TEXT = 'x'.repeat(4_000);
const COPIES = 30;

interface Answer {
  readonly data?: { readonly conversationEvents: Item } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly cursor: string } }[];
}
interface Item {
  readonly cursor: string;
  readonly event: { readonly message: { readonly sequence: number } } | null;
}

/** A client that can stop to read, and all that it has read. */
interface Reader {
  readonly answers: readonly Answer[];
  pause(): void;
  resume(): void;
  leave(): void;
}
type Carry = (query: string, person: TestPerson) => Promise<Reader>;

const overSocket: Carry = async (query, { token }) => {
  const { socket, say } = await introduced(server.url, token);
  const answers: Answer[] = [];
  socket.on('message', (data: Buffer) => {
    const { type, payload } = JSON.parse(data.toString()) as { type: string; payload: unknown };
    if (type === 'next') answers.push(payload as Answer);
    if (type === 'error') answers.push({ errors: payload as NonNullable<Answer['errors']> });
  });
  say(subscribing('1', query));
  return {
    answers,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    leave: () => socket.close(),
  };
};

const overSse: Carry = async (query, { token }) => {
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    authorization: `Bearer ${token}`,
  };
  const asking = request(`${server.url}/graphql`, { method: 'POST', headers });
  asking.end(JSON.stringify({ query }));
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const answers: Answer[] = [];
  let rest = '';
  answer.setEncoding('utf8').on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^event: next\ndata: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) answers.push(JSON.parse(data) as Answer);
    }
  });
  answer.on('error', () => {});
  return {
    answers,
    pause: () => answer.pause(),
    resume: () => answer.resume(),
    leave: () => asking.destroy(),
  };
};

const fat = Array.from({ length: COPIES }, (_, n) => `c${n}: content { ... on TextContent { text } }`).join(
  ' ',
);

function documentOf(conversationId: ConversationId, after: string | null, selection = ''): string {
  const id = encodeId('cnv', conversationId);
  return `subscription {
    conversationEvents(conversationId: "${id}", after: ${JSON.stringify(after)}) {
      cursor event { message { sequence ${selection} } }
    }
  }`;
}

const sequencesOf = ({ answers }: Reader) =>
  answers.flatMap(({ data }) => data?.conversationEvents.event?.message.sequence ?? []);

describe.each([
  ['a WebSocket', overSocket],
  ['SSE', overSse],
] as const)('a client that stops to read, over %s', (_name, carry) => {
  it('is told SLOW_CONSUMER behind what it was given, goes on from there, and has held up nobody', async () => {
    const [me, friend] = [await makePerson(server), await makePerson(server)];
    const conversationId = await makeChat(me, friend);
    await caughtUp(server);
    const reader = await carry(documentOf(conversationId, null, fat), me);
    const other = await carry(documentOf(conversationId, null), friend);
    await expect.poll(() => [reader.answers.length, other.answers.length]).toEqual([1, 1]);
    const { slowConsumers } = server.app.feed.stats().counts;
    reader.pause();
    for (let n = 1; n <= MESSAGES; n++) {
      await sendMessage(friend.ctx, { conversationId, clientId: randomUUID(), content: { text: TEXT } });
      // One who does read keeps up.
      await expect.poll(() => sequencesOf(other).length, { interval: 2 }).toBe(n);
    }
    const all = sequencesOf(other);

    reader.resume();
    await expect
      .poll(() => reader.answers.at(-1)?.errors?.[0]?.extensions.code, { timeout: 20_000 })
      .toBe('SLOW_CONSUMER');
    expect(server.app.feed.stats().counts.slowConsumers).toBe(slowConsumers + 1);
    const given = sequencesOf(reader);
    expect(given.length).toBeGreaterThan(0);
    expect(given).toEqual(all.slice(0, given.length));
    expect(given.length).toBeLessThan(MESSAGES - 50);

    const cursor = reader.answers.at(-1)?.errors?.[0]?.extensions.cursor ?? '';
    const again = await carry(documentOf(conversationId, cursor), me);
    await expect.poll(() => given.length + sequencesOf(again).length, { timeout: 20_000 }).toBe(MESSAGES);
    expect([...given, ...sequencesOf(again)]).toEqual(all);
    for (const one of [reader, other, again]) one.leave();
  });
});
