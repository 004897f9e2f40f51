import { execute, parse, subscribe, type ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCartLine } from '../src/carts/change.ts';
import { encodeId } from '../src/db/id.ts';
import { PIXEL, uploadImage } from '../src/testing/business-commands.ts';
import { makeProduct, makeShop, type TestPerson, type TestShop } from '../src/testing/factories.ts';
import { WhoAmI } from '../src/testing/identity-commands.ts';
import {
  PASSWORD,
  SessionEvents,
  lockSession,
  refusalOf,
  setScreenLock,
  unlockSession,
} from '../src/testing/lock-commands.ts';
import { rootFieldsOf } from '../src/testing/root-fields.ts';
import { startSecondServer } from '../src/testing/second-server.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { schema } from './index.ts';

const LEFT_OPEN = ['sessionUnlock', 'signOut', 'sessionEvents'];
const fields = rootFieldsOf(schema);
const logged: string[] = [];

let server: TestServer;
let shop: TestShop;
let person: TestPerson;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await startTestServer({
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
  });
  shop = await makeShop(server);
  person = shop.owner;
  const product = await makeProduct(shop);
  const cartId = await addCartLine(person.ctx, { productId: product.id, quantity: 1 });
  ids = {
    id: shop.publicId,
    ids: person.publicId,
    businessId: shop.publicId,
    productId: product.publicId,
    cartId: encodeId('crt', cartId),
  };
  await setScreenLock(person.client);
  await lockSession(person.client);
});
afterAll(() => server.stop());

const authorization = () => ({ authorization: `Bearer ${person.token}` });

async function post(query: string, variables: unknown, accept = 'application/json') {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...authorization() },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, text: await response.text() };
}

const refused = { status: 423, text: expect.stringContaining('"code":"SESSION_LOCKED"') as string };
/** Over SSE the answer is a stream of one error. */
const refusedLive = { text: expect.stringContaining('"code":"SESSION_LOCKED"') as string };

describe('a locked session is refused', () => {
  it.each(
    fields.filter(({ name }) => !LEFT_OPEN.includes(name)).map((one) => [one.kind, one.name, one] as const),
  )('%s %s', async (kind, _name, { document, variables }) => {
    const isLive = kind === 'subscription';
    const answer = await post(document, variables(ids), isLive ? 'text/event-stream' : 'application/json');
    expect(answer).toMatchObject(isLive ? refusedLive : refused);
    expect(answer.text).not.toContain('"data"');
  });

  it.each([
    ['introspection', '{ __schema { queryType { name } } }'],
    [
      'a field beside one that is open',
      'mutation { signOut { signedOut } typingSet: sessionLock { userErrors { code } } }',
    ],
    ['a field in an inline fragment', '{ ... on Query { viewer { id } } }'],
    [
      'a field in a fragment',
      'query { ...All } fragment All on Query { ...Most } fragment Most on Query { viewer { id } }',
    ],
    ['a field under the name of one that is open', '{ __typename sessionUnlock: viewer { id } }'],
    ['a field that is left out', '{ __typename viewer @skip(if: true) { id } }'],
    ['an operation with a name', 'query A { viewer { id } }'],
  ])('%s', async (_what, query) => {
    expect(await post(query, {})).toMatchObject(refused);
  });

  it('fragments that double at each step, at once', async () => {
    const steps = Array.from(
      { length: 60 },
      (_, step) => `fragment F${step} on Query { ...F${step + 1} ...F${step + 1} }`,
    );
    const query = `{ ...F0 } ${steps.join(' ')} fragment F60 on Query { __typename viewer { id } }`;
    expect(await post(query, {})).toMatchObject(refused);
  });

  it('a GET', async () => {
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent('{ viewer { id } }')}`, {
      headers: { ...authorization(), 'x-bottega': '1', accept: 'application/json' },
    });
    expect({ status: response.status, text: await response.text() }).toMatchObject(refused);
  });

  it('a multipart upload', async () => {
    const file = new Blob([new Uint8Array(PIXEL)], { type: 'image/png' });
    const answer = await uploadImage({ url: server.url, token: person.token }, shop.publicId, file);
    expect(answer).toMatchObject({ status: 423, image: null, code: 'SESSION_LOCKED' });
  });

  it('operations of a socket, which itself stays', async () => {
    const events = person.client.subscribe(SessionEvents, {});
    expect((await events.next()).value?.stream.event).toBeNull();
    await expect(person.client.subscribe(SessionEvents, { after: 'nonsense' }).next()).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
    for (const { kind, name, document, variables } of fields) {
      if (kind !== 'subscription' || LEFT_OPEN.includes(name)) continue;
      const stream = person.client.subscribe(
        { toString: () => document } as unknown as typeof SessionEvents,
        variables(ids),
      );
      await expect(stream.next(), name).rejects.toMatchObject({ code: 'SESSION_LOCKED' });
    }
    await events.return?.();
  });

  it('but for __typename, and guests are not', async () => {
    expect(await post('{ __typename }', {})).toEqual({
      status: 200,
      text: '{"data":{"__typename":"Query"}}',
    });
    expect((await server.client().request(WhoAmI, {})).viewer).toBeNull();
  });
});

describe('behind the door', () => {
  const plain = (result: unknown) => JSON.parse(JSON.stringify(result)) as ExecutionResult;

  it.each(
    fields.filter(({ name }) => !LEFT_OPEN.includes(name)).map((one) => [one.kind, one.name, one] as const),
  )('a locked session is nobody to %s %s', async (kind, _name, { document, variables }) => {
    const locked = { kind: 'locked', personId: person.id, sessionId: person.sessionId } as const;
    const run = async (contextValue: object) => {
      const args = { schema, document: parse(document), variableValues: variables(ids), contextValue };
      const result = await (kind === 'subscription' ? subscribe(args) : execute(args));
      return Symbol.asyncIterator in result ? 'a stream' : result;
    };
    const answer = await run(server.ctx(locked));
    if (answer === 'a stream') throw new Error('it began to listen');
    const [error] = answer.errors ?? [];
    if (
      error?.originalError &&
      'code' in error.originalError &&
      error.originalError.code === 'SESSION_LOCKED'
    )
      return;
    expect(plain(answer)).toEqual(plain(await run(server.ctx({ kind: 'guest' }))));
  });
});

describe('two processes on one database', () => {
  it('lock and unlock together, from the next request on', async () => {
    const second = await startSecondServer(server.databaseUrl);
    const { owner } = await makeShop(server);
    const [here, there] = [owner.client, second.client(owner.token)];
    // Both trust the session now.
    expect([await refusalOf(here), await refusalOf(there)]).toEqual([null, null]);
    await setScreenLock(here);
    // The other one forgets it when the log tells it to; from then on it asks each time.
    await expect.poll(() => trusted(second.app.sql, () => refusalOf(there))).toBe(false);
    for (let times = 0; times < 10; times++) {
      const [one, other] = times % 2 === 0 ? [here, there] : [there, here];
      await lockSession(one);
      expect(await refusalOf(other)).toBe('SESSION_LOCKED');
      expect((await unlockSession(other)).userErrors).toEqual([]);
      expect(await refusalOf(one)).toBeNull();
    }
    await second.stop();
  });

  /** Whether a request is answered without a look at the session. */
  async function trusted(sql: TestServer['app']['sql'], request: () => Promise<unknown>): Promise<boolean> {
    const uses = async () => {
      const [row] = await sql<{ at: string }[]>`select used_at::text as at from screen_locks
        where session_id not in (${person.sessionId})`;
      return row?.at;
    };
    await sql`update screen_locks set used_at = used_at - interval '5 minutes' where session_id <> ${person.sessionId}`;
    const before = await uses();
    await request();
    return (await uses()) === before;
  }
});

it('no password and no hash is in any log line, event or answer', async () => {
  await unlockSession(person.client, 'a-guess-in-the-log');
  const answer = await unlockSession(person.client);
  const events = await server.app
    .sql`select payload::text, topics::text from event_log where type like 'session.%'`;
  const everything = JSON.stringify([logged, events, answer]);
  expect(logged.length).toBeGreaterThan(0);
  for (const secret of [PASSWORD, 'a-guess-in-the-log', '$argon2']) expect(everything).not.toContain(secret);
});
