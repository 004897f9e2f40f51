import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../src/db/transact.ts';
import { encodeId, newId, type ApiKeyId, type ConversationId } from '../src/db/id.ts';
import { sendMessage } from '../src/conversations/send.ts';
import { topic } from '../src/events/catalogue.ts';
import { record } from '../src/events/record.ts';
import { hashToken } from '../src/identity/secrets.ts';
import { newKey } from '../src/partners/secrets.ts';
import { makeChat, makePerson, type TestPerson } from '../src/testing/factories.ts';
import { SignOut } from '../src/testing/identity-commands.ts';
import { introduced, subscribing, type RawMessage, type RawSocket } from '../src/testing/raw-socket.ts';
import { startSecondServer, type SecondServer } from '../src/testing/second-server.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

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

interface Scene {
  readonly me: TestPerson;
  readonly friend: TestPerson;
  readonly document: string;
  readonly say: (text: string) => Promise<unknown>;
}

async function makeScene(): Promise<Scene> {
  const [me, friend] = [await makePerson(server), await makePerson(server)];
  const conversationId: ConversationId = await makeChat(me, friend);
  const id = encodeId('cnv', conversationId);
  return {
    me,
    friend,
    document: `subscription { conversationEvents(conversationId: "${id}") { event { message { content { ... on TextContent { text } } } } } }`,
    say: (text) => sendMessage(friend.ctx, { conversationId, clientId: randomUUID(), content: { text } }),
  };
}

/** A socket that follows the chat, once the stream is live. */
async function follow(url: string, { me, document }: Scene): Promise<RawSocket> {
  const raw = await introduced(url, me.token);
  raw.say(subscribing('1', document));
  expect(await raw.next()).toMatchObject({
    type: 'next',
    payload: { data: { conversationEvents: { event: null } } },
  });
  return raw;
}

const textsOf = (messages: readonly RawMessage[]) =>
  messages.flatMap((one) => /"text":"(.*?)"/.exec(JSON.stringify(one.payload ?? null))?.[1] ?? []);

const ENDED = { code: 4403, reason: 'The session or key of this connection has ended' };

describe('a socket ends with the session that it was opened with', () => {
  it('when that is signed out: behind what was said before, in every process', async () => {
    const scene = await makeScene();
    const sockets = [await follow(server.url, scene), await follow(second.url, scene)];
    const others = await introduced(server.url, scene.friend.token);
    for (let n = 1; n <= 20; n++) await scene.say(`${n}`);
    await scene.me.client.request(SignOut, {});
    await scene.say('too late');
    for (const { closed, received } of sockets) {
      expect(await closed).toEqual(ENDED);
      expect(textsOf(received)).toEqual(Array.from({ length: 20 }, (_, n) => `${n + 1}`));
      expect(received.slice(20)).toMatchObject([
        { id: '1', type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
      ]);
    }
    expect(others.socket.readyState).toBe(others.socket.OPEN);
    others.socket.close();
  });

  it('when its time is up: nothing that comes later is given, over both carriers', async () => {
    const scene = await makeScene();
    const inAnHour = new Date(now().getTime() + 3_600_000);
    await server.app
      .sql`update sessions set expires_at = ${inAnHour.toISOString()} where id = ${scene.me.sessionId}`;
    const raw = await follow(server.url, scene);
    const idle = await introduced(server.url, scene.me.token);
    const guest = await introduced(server.url);
    const sse = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${scene.me.token}`,
      },
      body: JSON.stringify({ query: scene.document }),
    });
    await scene.say('in time');
    await expect.poll(() => textsOf(raw.received)).toEqual(['in time']);
    skew += 3_600_001;
    await scene.say('too late');
    expect(await raw.closed).toEqual(ENDED);
    expect(await idle.closed).toEqual(ENDED);
    expect(textsOf(raw.received)).toEqual(['in time']);
    expect(raw.received.at(-1)).toMatchObject({
      type: 'error',
      payload: [
        { message: 'This session has expired: sign in again.', extensions: { code: 'UNAUTHENTICATED' } },
      ],
    });
    const text = await sse.text();
    expect(text).toContain('in time');
    expect(text).toContain('UNAUTHENTICATED');
    expect(text).not.toContain('too late');
    expect(guest.socket.readyState).toBe(guest.socket.OPEN);
    guest.socket.close();
  });

  it('and not before', async () => {
    const scene = await makeScene();
    const raw = await follow(server.url, scene);
    skew += 60_000;
    await scene.say('still here');
    await expect.poll(() => textsOf(raw.received)).toEqual(['still here']);
    raw.socket.close();
    expect(await raw.closed).toMatchObject({ code: 1005 });
  });
});

describe('a socket ends with the API key that it was opened with', () => {
  /** A key of a partner app, as its table has it. */
  async function makeKey(): Promise<{ id: ApiKeyId; token: string }> {
    const { sql } = server.app;
    const owner = await makePerson(server);
    const [appId, id] = [newId<'partnerApp'>(), newId<'apiKey'>()];
    const token = newKey();
    await sql`insert into partner_apps (id, owner_id, name, scopes) values (${appId}, ${owner.id}, 'Sync', '{READ_ORDERS}')`;
    await sql`
      insert into api_keys (id, app_id, name, token_hash, last4, scopes)
      values (${id}, ${appId}, 'one', ${hashToken(token)}, 'last', '{READ_ORDERS}')`;
    return { id, token };
  }

  it('when that is revoked, and when its time is up', async () => {
    const [revoked, expiring] = [await makeKey(), await makeKey()];
    const inAnHour = new Date(now().getTime() + 3_600_000).toISOString();
    await server.app.sql`update api_keys set expires_at = ${inAnHour} where id = ${expiring.id}`;
    const first = await introduced(server.url, revoked.token);
    const other = await introduced(server.url, expiring.token);
    await transact(server.ctx({ kind: 'system', job: 'test' }), async (tx) => {
      await tx.sql`update api_keys set revoked_at = ${tx.now().toISOString()} where id = ${revoked.id}`;
      const topics = [topic.revocations, topic.access(revoked.id)];
      await record(tx, { type: 'key.revoked', subjectId: revoked.id, topics, payload: {} });
    });
    expect(await first.closed).toEqual(ENDED);
    expect(other.socket.readyState).toBe(other.socket.OPEN);
    skew += 3_600_001;
    expect(await other.closed).toEqual(ENDED);
  });
});
