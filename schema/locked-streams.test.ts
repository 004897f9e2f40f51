import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessage } from '../src/conversations/send.ts';
import { encodeId, type ConversationId } from '../src/db/id.ts';
import { ApiError, type Client } from '../src/testing/client.ts';
import { makeChat, makePerson, type TestPerson } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { SignOut } from '../src/testing/identity-commands.ts';
import {
  SessionEvents,
  lockSession,
  refusalOf,
  removeScreenLock,
  setScreenLock,
  unlockSession,
} from '../src/testing/lock-commands.ts';
import { startSecondServer, type SecondServer } from '../src/testing/second-server.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
let second: SecondServer;
let skew = 0;
const now = () => new Date(Date.now() + skew);
beforeAll(async () => {
  server = await startTestServer({ now });
  second = await startSecondServer(server.databaseUrl, now);
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});

const Chat = graphql(`
  subscription LockedChat($id: ID!, $after: EventCursor) {
    stream: conversationEvents(conversationId: $id, after: $after) {
      cursor
      event {
        type
        message {
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

interface Scene {
  readonly me: TestPerson;
  readonly friend: TestPerson;
  readonly conversationId: ConversationId;
  /** As the API writes it. */
  readonly id: string;
  readonly say: (text: string) => Promise<unknown>;
}

/** Two people who talk; the session of the first has a screen lock. */
async function makeScene(autoLockSeconds = 3_600): Promise<Scene> {
  const [me, friend] = [await makePerson(server), await makePerson(server)];
  const conversationId = await makeChat(me, friend);
  await setScreenLock(me.client, { autoLockSeconds });
  const say = (text: string) =>
    sendMessage(friend.ctx, { conversationId, clientId: randomUUID(), content: { text } });
  return { me, friend, conversationId, id: encodeId('cnv', conversationId), say };
}

interface Follower {
  /** The sequences that came, in their order. */
  readonly seen: number[];
  readonly bookmarks: () => number;
  readonly cursor: () => string | null;
  readonly end: Promise<unknown>;
}

/** Follows a chat over a socket, until the client is closed, and keeps what came. */
async function follow(client: Client, id: string, after: string | null = null): Promise<Follower> {
  const seen: number[] = [];
  let [bookmarks, cursor] = [0, after];
  const stream = client.subscribe(Chat, { id, after });
  const take = ({
    stream: item,
  }: {
    stream: { cursor: string; event: { message: { sequence: number } | null } | null };
  }) => {
    cursor = item.cursor;
    if (item.event?.message) seen.push(item.event.message.sequence);
    else bookmarks += 1;
  };
  const first = await stream.next();
  if (!first.done) take(first.value);
  const end = (async () => {
    for await (const item of stream) take(item);
    return null;
  })().catch((error: unknown) => (error instanceof ApiError ? error.code : error));
  return {
    seen,
    end,
    bookmarks: () => bookmarks,
    cursor: () => cursor,
  };
}

/** The same over SSE, as text. */
function followOverSse(me: TestPerson, id: string): { text: () => string; leave: () => void } {
  const closing = new AbortController();
  let text = '';
  void (async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${me.token}`,
      },
      body: JSON.stringify({ query: String(Chat), variables: { id } }),
      signal: closing.signal,
    });
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
  })().catch(() => {});
  return { text: () => text, leave: () => closing.abort() };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Until both processes have read all that was committed. */
async function settled(): Promise<void> {
  const witness = await makeScene();
  const followers = [
    await follow(witness.friend.client, witness.id),
    await follow(second.client(witness.friend.token), witness.id),
  ];
  await witness.say('a last word');
  for (const { seen } of followers) await expect.poll(() => seen, { timeout: 5_000 }).toEqual([1]);
}

describe('the streams of a locked session', () => {
  it('stand still and then go on, on both carriers and in both processes, each event once and in order', async () => {
    const { me, friend, id, say } = await makeScene();
    const mine = await follow(me.client, id);
    const elsewhere = await follow(second.client(me.token), id);
    const theirs = await follow(friend.client, id);
    const sse = followOverSse(me, id);
    await expect.poll(sse.text).toContain('cursor');

    for (const n of upTo(70)) await say(`before ${n}`);
    for (const { seen } of [mine, elsewhere, theirs]) await expect.poll(() => seen).toHaveLength(70);
    await expect.poll(sse.text).toContain('before 70');
    await lockSession(me.client);
    for (const n of upTo(70)) await say(`while ${n}`);
    await expect.poll(() => theirs.seen).toHaveLength(140);
    await settled();
    expect([mine.seen, elsewhere.seen]).toEqual([upTo(70), upTo(70)]);
    expect([mine.bookmarks(), elsewhere.bookmarks()]).toEqual([1, 1]);
    expect(sse.text()).not.toContain('while');

    await unlockSession(me.client);
    for (const n of upTo(60)) await say(`after ${n}`);
    for (const { seen } of [mine, elsewhere, theirs]) await expect.poll(() => seen).toEqual(upTo(200));
    await expect.poll(sse.text).toContain('after 60');
    const texts = [...sse.text().matchAll(/"text":"([a-z]+ \d+)"/g)].map(([, text]) => text);
    expect(texts).toEqual(
      (['before 70', 'while 70', 'after 60'] as const).flatMap((part) => {
        const [word, count] = part.split(' ');
        return upTo(Number(count)).map((n) => `${word} ${n}`);
      }),
    );
    sse.leave();
  });

  it('go on though more came than is kept for them', async () => {
    const { me, id, conversationId } = await makeScene();
    const mine = await follow(me.client, id);
    await lockSession(me.client);
    // More than an inbox holds, in one statement each: it is about the log and not about sending.
    await server.app.sql`
      with added as (
        insert into messages (id, conversation_id, sequence, sender_kind, content)
        select gen_random_uuid(), ${conversationId}, n, 'SYSTEM', '{"type":"text","text":"much"}'
        from generate_series(1, 1500) n returning id, sequence
      ), moved as (update conversations set last_sequence = 1500 where id = ${conversationId}),
      counted as (
        update event_subjects set sequence = sequence + 1500 where subject_id = ${conversationId} returning sequence
      )
      insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
      select 'message.sent', ${conversationId}, counted.sequence - 1500 + added.sequence,
             array['conversation:' || ${conversationId}::text],
             jsonb_build_object('conversationId', ${conversationId}::text, 'messageId', added.id), now()
      from added, counted order by added.sequence`;
    server.app.feed.nudge();
    await settled();
    expect(mine.seen).toEqual([]);
    await unlockSession(me.client);
    await expect.poll(() => mine.seen, { timeout: 15_000 }).toHaveLength(1_500);
    expect(mine.seen).toEqual(upTo(1_500));
  });

  it('lose and repeat nothing however lock, unlock and messages race', async () => {
    const { me, id, say } = await makeScene();
    const [mine, elsewhere] = [await follow(me.client, id), await follow(second.client(me.token), id)];
    const talking = (async () => {
      for (const n of upTo(150)) await say(`${n}`);
    })();
    for (let times = 0; times < 6; times++) {
      const by = times % 2 === 0 ? me.client : second.client(me.token);
      await lockSession(by);
      await unlockSession(by);
    }
    await talking;
    for (const { seen } of [mine, elsewhere]) await expect.poll(() => seen).toEqual(upTo(150));
  });

  it('resume over a new socket from the cursor of the old one, once it is open', async () => {
    const { me, id, say } = await makeScene();
    const mine = await follow(me.client, id);
    await say('before');
    await expect.poll(() => mine.seen).toEqual([1]);
    await lockSession(me.client);
    await say('while');
    const again = me.client.subscribe(Chat, { id, after: mine.cursor() });
    await expect(again.next()).rejects.toMatchObject({ code: 'SESSION_LOCKED' });
    await unlockSession(me.client);
    const resumed = await follow(me.client, id, mine.cursor());
    await expect.poll(() => resumed.seen).toEqual([2]);
  });

  it('end when it is signed out, and tell nothing before they do', async () => {
    const { me, id, say } = await makeScene();
    const mine = await follow(me.client, id);
    await lockSession(me.client);
    await say('while');
    await me.client.request(SignOut, {});
    expect(await mine.end).toBe('UNAUTHENTICATED');
    expect(mine.seen).toEqual([]);
  });

  it('are not those of another device', async () => {
    const { me, friend, id, say } = await makeScene();
    const theirs = await follow(friend.client, id);
    await lockSession(me.client);
    await say('while');
    await expect.poll(() => theirs.seen).toEqual([1]);
  });
});

describe('sessionEvents', () => {
  it('tells each step, also when it begins while locked, and ends when the session is signed out', async () => {
    const { me } = await makeScene();
    const events = await watch(server, me.client, SessionEvents, {});
    await lockSession(me.client);
    expect(await events.next()).toEqual({
      type: 'SESSION_LOCKED',
      session: { isCurrent: true, screenLock: { isLocked: true } },
    });
    const begunLocked = await watch(server, me.client, SessionEvents, {});
    await unlockSession(me.client);
    for (const stream of [events, begunLocked]) {
      expect(await stream.next()).toEqual({
        type: 'SESSION_UNLOCKED',
        session: { isCurrent: true, screenLock: { isLocked: false } },
      });
    }
    await removeScreenLock(me.client);
    await setScreenLock(me.client);
    for (const stream of [events, begunLocked]) {
      expect((await stream.next()).type).toBe('SESSION_LOCK_REMOVED');
      expect((await stream.next()).type).toBe('SESSION_LOCK_SET');
    }
    await lockSession(me.client);
    expect((await events.next()).type).toBe('SESSION_LOCKED');
    await me.client.request(SignOut, {});
    expect((await events.next()).type).toBe('SESSION_REVOKED');
    await expect(events.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is of no use: the session locks itself under it, and it tells so before anything else is delivered', async () => {
    const { me, id, say } = await makeScene(60);
    const events = await watch(server, me.client, SessionEvents, {});
    const mine = await follow(me.client, id);
    await say('in time');
    await expect.poll(() => mine.seen).toEqual([1]);
    skew += 60_000;
    await say('too late');
    expect((await events.next()).type).toBe('SESSION_LOCKED');
    await settled();
    expect(mine.seen).toEqual([1]);
    expect(await refusalOf(me.client)).toBe('SESSION_LOCKED');
    await unlockSession(me.client);
    expect((await events.next()).type).toBe('SESSION_UNLOCKED');
    await expect.poll(() => mine.seen).toEqual([1, 2]);
    await events.stop();
  });

  it('is for who is signed in', async () => {
    await expect(server.client().subscribe(SessionEvents, {}).next()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
