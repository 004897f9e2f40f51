import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { introduced, rawSocket, subscribing, type RawSocket } from '../testing/raw-socket.ts';
import { startToy, type Toy } from '../testing/toy-server.ts';

const toy = await startToy();
const impatient = await startToy({ introductionMs: 50 });
const strict = await startToy({
  env: { SOCKETS_PER_ACTOR: '3', OPERATIONS_PER_SOCKET: '2', TRUST_PROXY: 'true' },
});
afterAll(() => Promise.all([toy.stop(), impatient.stop(), strict.stop()]));

const FOREVER = 'subscription { forever { number } }';
const init = { type: 'connection_init' };

/** That the server is there for others, and how long it takes to answer. */
async function answersOthers(other: Toy = toy): Promise<number> {
  const begun = performance.now();
  const answer = await other.post({ query: '{ hello }' });
  expect(await answer.json()).toEqual({ data: { hello: 'hello you' } });
  return performance.now() - begun;
}

const code = async ({ closed }: RawSocket) => (await closed).code;

describe('what is no message closes its socket, and no other', () => {
  test.each<[string, (string | Buffer | object)[], number]>([
    ['rubbish', ['rubbish'], 4400],
    ['rubbish in bytes', [randomBytes(2_000)], 4400],
    ['an empty message', [''], 4400],
    ['JSON that is no object', ['[1, null, "x"]'], 4400],
    ['JSON null', ['null'], 4400],
    ['JSON without a type', [{ id: '1' }], 4400],
    ['an unknown type', [{ type: 'please' }], 4400],
    ['a type of the old protocol', [{ type: 'start', id: '1', payload: { query: '{ hello }' } }], 4400],
    ['a subscription without an id', [init, { type: 'subscribe', payload: { query: '{ hello }' } }], 4400],
    ['a subscription without a query', [init, { id: '1', type: 'subscribe', payload: {} }], 4400],
    ['10 MB', ['x'.repeat(10_000_000)], 1009],
    ['a subscription before the introduction', [subscribing('1', '{ hello }')], 4401],
    ['two introductions', [init, init], 4429],
    ['a bad token', [{ ...init, payload: { authorization: 'Bearer nobody' } }], 4403],
    ['a token that is no text', [{ ...init, payload: { authorization: 'Basic anna' } }], 4403],
  ])('%s', async (_name, messages, expected) => {
    const raw = await rawSocket(toy.server.url);
    raw.say(...messages);
    expect(await code(raw)).toBe(expected);
    await answersOthers();
  });

  test('an id that is in use', async () => {
    const raw = await introduced(toy.server.url);
    raw.say(subscribing('1', FOREVER), subscribing('1', FOREVER));
    expect(await code(raw)).toBe(4409);
  });

  test('a client that never introduces itself', async () => {
    const raw = await rawSocket(impatient.server.url);
    expect(await raw.closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' });
  });

  test('a client that speaks another protocol', async () => {
    const socket = new WebSocket(`${toy.server.url.replace('http', 'ws')}/graphql`, 'graphql-ws');
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('subprotocol');
  });

  test('a page of another site, and a path that is none', async () => {
    const url = toy.server.url.replace('http', 'ws');
    const foreign = new WebSocket(`${url}/graphql`, 'graphql-transport-ws', {
      origin: 'https://evil.example',
    });
    expect(String(await once(foreign, 'error'))).toContain('403');
    const lost = new WebSocket(`${url}/elsewhere`, 'graphql-transport-ws');
    expect(String(await once(lost, 'error'))).toMatch(/hang up|reset/);
  });
});

describe('documents that are refused leave the socket open', () => {
  test.each([
    ['two operations and no name', 'query A { hello } query B { nothing }', 'BAD_USER_INPUT'],
    ['nothing', '', 'GRAPHQL_PARSE_FAILED'],
    ['no such field', 'subscription { never }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_name, query, expected) => {
    const raw = await introduced(toy.server.url);
    raw.say(subscribing('1', query));
    expect(await raw.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ message: expect.any(String) as string, extensions: { code: expected } }],
    });
    raw.say(subscribing('1', 'query A { hello } query B { nothing }', { operationName: 'A' }));
    expect(await raw.next()).toMatchObject({
      id: '1',
      type: 'next',
      payload: { data: { hello: 'hello you' } },
    });
    raw.socket.close();
  });
});

describe('an id that is used again as soon as it is free', () => {
  test('is that of the new stream, which lives and ends as any other', async () => {
    const raw = await introduced(toy.server.url);
    const before = toy.openStreams();
    raw.say(subscribing('1', FOREVER));
    expect(await raw.next()).toMatchObject({ id: '1', type: 'next' });
    raw.say({ id: '1', type: 'complete' }, subscribing('1', '{ hello }'));
    expect(await raw.next()).toMatchObject({ payload: { data: { hello: 'hello you' } } });
    expect(await raw.next()).toEqual({ id: '1', type: 'complete' });

    const again = [{ id: '1', type: 'complete' }, subscribing('1', FOREVER)];
    raw.say(...Array.from({ length: 20 }, () => again).flat());
    expect(await raw.next()).toMatchObject({ id: '1', type: 'next' });
    raw.say(subscribing('2', '{ hello }'));
    expect([await raw.next(), await raw.next()]).toMatchObject([
      { id: '2', type: 'next' },
      { id: '2', type: 'complete' },
    ]);
    expect(toy.openStreams()).toBe(before + 1);
    expect(toy.server.stats().streams.ws).toBe(1);
    raw.say(...again, { id: '1', type: 'complete' });
    await expect.poll(() => toy.openStreams()).toBe(before);
    raw.say(...again);
    await expect.poll(() => toy.openStreams()).toBe(before + 1);
    raw.socket.close();
    await expect.poll(() => toy.openStreams()).toBe(before);
  });

  test('can not be asked for twice meanwhile', async () => {
    const raw = await introduced(toy.server.url);
    raw.say(subscribing('1', FOREVER));
    await raw.next();
    raw.say({ id: '1', type: 'complete' }, subscribing('1', FOREVER), subscribing('1', FOREVER));
    expect(await code(raw)).toBe(4409);
  });
});

describe('floods', () => {
  test('10,000 subscriptions on one connection: errors past the limit, an end, and others are served', async () => {
    const raw = await introduced(toy.server.url);
    const before = toy.openStreams();
    raw.say(...Array.from({ length: 10_000 }, (_, n) => subscribing(`${n}`, FOREVER)));
    const waits = [];
    while (raw.socket.readyState === WebSocket.OPEN) waits.push(await answersOthers());
    expect(await raw.closed).toMatchObject({ code: 4429, reason: 'More than 5000 messages in 10 seconds' });
    const refused = raw.received.filter(({ type }) => type === 'error');
    expect(refused.length).toBeGreaterThan(1_000);
    expect(refused[0]?.payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: 100 } }]);
    expect(raw.received.filter(({ type }) => type === 'next').length).toBeLessThanOrEqual(100);
    // Mostly this process, which sends and counts the flood.
    expect(Math.max(...waits)).toBeLessThan(2_000);
    await expect.poll(() => toy.openStreams()).toBe(before);
  });

  test.each<[string, (raw: RawSocket) => void, number]>([
    ['of the protocol', (raw) => raw.say({ type: 'ping' }), 4429],
    // Dropped as soon as the answers to them pile up.
    ['of WebSocket', ({ socket }) => socket.ping(), 1006],
  ])('10,000 pings %s', async (_name, ping, expected) => {
    const raw = await introduced(toy.server.url);
    for (let n = 0; n < 10_000; n++) ping(raw);
    expect(await code(raw)).toBe(expected);
    await answersOthers();
  });

  test('pings of somebody who never reads', async () => {
    const raw = await introduced(toy.server.url);
    raw.socket.pause();
    const payload = { text: 'x'.repeat(200_000) };
    for (let n = 0; n < 200; n++) raw.say({ type: 'ping', payload });
    await answersOthers();
    await expect.poll(() => toy.server.stats().sockets, { timeout: 10_000 }).toBe(0);
    raw.socket.terminate();
  });
});

describe('limits', () => {
  test('of operations on one socket: what ends makes room', async () => {
    const raw = await introduced(strict.server.url);
    raw.say(subscribing('1', FOREVER), subscribing('2', FOREVER), subscribing('3', '{ hello }'));
    const answers = [await raw.next(), await raw.next(), await raw.next()];
    expect(answers.find(({ id }) => id === '3')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED', limit: 2 } }],
    });
    raw.say({ id: '1', type: 'complete' }, subscribing('3', '{ hello }'));
    expect(await raw.next()).toMatchObject({
      id: '3',
      type: 'next',
      payload: { data: { hello: 'hello you' } },
    });
    raw.socket.close();
    await raw.closed;
  });

  test('of connections: a person by all of their tokens, a guest by the address, streams over SSE too', async () => {
    const { url } = strict.server;
    const anna = { authorization: 'Bearer anna', accept: 'text/event-stream' };
    const open = [await introduced(url, 'anna'), await introduced(url, 'anna')];
    const stream = await strict.post({ query: FOREVER }, anna);
    expect(stream.status).toBe(200);

    const refused = await strict.post({ query: FOREVER }, anna);
    expect([refused.status, await refused.json()]).toMatchObject([
      429,
      { errors: [{ extensions: { code: 'RATE_LIMITED' } }] },
    ]);
    const third = await rawSocket(url);
    third.say({ ...init, payload: { authorization: 'Bearer anna' } });
    expect(await third.closed).toEqual({
      code: 4429,
      reason: 'Too many connections are open; close one first',
    });
    // Others are not concerned.
    open.push(await introduced(url, 'bruno'));
    const from = (address: string) => ({ headers: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
    for (let n = 0; n < 3; n++) open.push(await introduced(url, undefined, from('10.0.0.1')));
    await expect(introduced(url, undefined, from('10.0.0.1'))).rejects.toThrow('closed');
    open.push(await introduced(url, undefined, from('10.0.0.2')));
    // A query over HTTP is no connection.
    expect((await strict.post({ query: '{ hello }' }, { authorization: 'Bearer anna' })).status).toBe(200);

    await stream.body?.cancel();
    await expect
      .poll(() =>
        introduced(url, 'anna').then(
          (raw) => open.push(raw) > 0,
          () => false,
        ),
      )
      .toBe(true);
    for (const { socket } of open) socket.close();
    await expect.poll(() => strict.server.stats()).toEqual({ sockets: 0, streams: { ws: 0, sse: 0 } });
  });

  test('of connections: nothing stays counted, at whatever moment the others leave', async () => {
    const { url } = strict.server;
    for (let n = 0; n < 150; n++) {
      const raw = await rawSocket(url);
      raw.say({ ...init, payload: { authorization: 'Bearer anna' } }, subscribing('1', FOREVER));
      for (let turn = 0; turn < n % 10; turn++) await new Promise((resolve) => setImmediate(resolve));
      if (n % 3 === 0) raw.say('rubbish');
      else raw.socket.terminate();
      const leaving = new AbortController();
      const headers = { authorization: 'Bearer anna', accept: 'text/event-stream' };
      const asking = strict.post({ query: FOREVER }, headers, leaving.signal).catch(() => null);
      for (let turn = 0; turn < n % 7; turn++) await new Promise((resolve) => setImmediate(resolve));
      if (n % 5 === 0) await (await asking)?.body?.cancel();
      leaving.abort();
      await asking;
    }
    await expect.poll(() => strict.server.stats()).toEqual({ sockets: 0, streams: { ws: 0, sse: 0 } });
    await expect.poll(() => strict.openStreams()).toBe(0);
    const open = [];
    for (let n = 0; n < 3; n++) open.push(await introduced(url, 'anna'));
    for (const { socket } of open) socket.close();
  });
});

test('a subscription over HTTP wants a client that takes a stream', async () => {
  const answer = await toy.post({ query: FOREVER }, { accept: 'application/json' });
  expect([answer.status, await answer.text()]).toEqual([406, '']);
});
