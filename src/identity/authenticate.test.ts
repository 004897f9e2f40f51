import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listener } from '../events/reader.ts';
import { makePerson } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { openSessionCache } from './authenticate.ts';
import { SESSION_DAYS } from './rules.ts';

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A cache on the real database, which counts its queries and can hold back their answers. */
function openCache() {
  const listeners: Listener[] = [];
  const state = { queries: 0, read: 0, skew: 0, answered: Promise.resolve() };
  const counting = new Proxy(server.app.sql, {
    apply: async (target, _this, args: unknown[]) => {
      state.queries += 1;
      const rows = await (Reflect.apply(target, undefined, args) as Promise<unknown>);
      state.read += 1;
      await state.answered;
      return rows;
    },
  });
  const listen = (_topics: readonly string[], listener: Listener) => {
    listeners.push(listener);
    return () => {};
  };
  const cache = openSessionCache({
    sql: counting,
    feed: { listen },
    now: () => new Date(Date.now() + state.skew),
    noticeAutoLock: () => Promise.resolve(),
  });
  return { state, listeners, ...cache };
}

const bearer = (token: string) => `Bearer ${token}`;
const refusal = expect.objectContaining({ code: 'UNAUTHENTICATED' });

describe('a token that is sent again and again', () => {
  it('costs one query', async () => {
    const person = await makePerson(server);
    const cache = openCache();
    const actor = { kind: 'person', personId: person.id, sessionId: person.sessionId, operator: false };
    for (let requests = 0; requests < 100; requests++) {
      expect(await cache.authenticate(bearer(person.token))).toEqual(actor);
    }
    expect(cache.state.queries).toBe(1);
  });

  it('is asked for again after thirty seconds, so that a revocation nobody told of is found', async () => {
    const person = await makePerson(server);
    const cache = openCache();
    await cache.authenticate(bearer(person.token));
    await server.app.sql`update sessions set revoked_at = now() where id = ${person.sessionId}`;
    cache.state.skew = 29 * SECOND;
    expect(await cache.authenticate(bearer(person.token))).toMatchObject({ personId: person.id });
    cache.state.skew = 31 * SECOND;
    await expect(cache.authenticate(bearer(person.token))).rejects.toEqual(refusal);
    expect(cache.state.queries).toBe(2);
  });

  it('is asked for again when its session is forgotten, and no other is', async () => {
    const [one, other] = [await makePerson(server), await makePerson(server)];
    const cache = openCache();
    await cache.authenticate(bearer(one.token));
    await cache.authenticate(bearer(other.token));
    cache.forget(one.sessionId);
    await cache.authenticate(bearer(other.token));
    expect(cache.state.queries).toBe(2);
    await cache.authenticate(bearer(one.token));
    expect(cache.state.queries).toBe(3);
  });

  it('is forgotten when another process tells of its revocation', async () => {
    const person = await makePerson(server);
    const cache = openCache();
    await cache.authenticate(bearer(person.token));
    await server.app.sql`update sessions set revoked_at = now() where id = ${person.sessionId}`;
    for (const tell of cache.listeners) tell(revocationOf(person.sessionId));
    await expect(cache.authenticate(bearer(person.token))).rejects.toEqual(refusal);
  });

  it('is not kept from an answer that a revocation has overtaken', async () => {
    const person = await makePerson(server);
    const cache = openCache();
    const held = Promise.withResolvers<void>();
    cache.state.answered = held.promise;
    const early = cache.authenticate(bearer(person.token));
    await expect.poll(() => cache.state.read).toBe(1);
    await server.app.sql`update sessions set revoked_at = now() where id = ${person.sessionId}`;
    cache.forget(person.sessionId);
    held.resolve();
    await early.catch(() => {});
    await expect(cache.authenticate(bearer(person.token))).rejects.toEqual(refusal);
  });

  it('is refused from the moment on in which its session expires', async () => {
    const person = await makePerson(server);
    const cache = openCache();
    cache.state.skew = SESSION_DAYS * DAY - 5 * SECOND;
    expect(await cache.authenticate(bearer(person.token))).toMatchObject({ personId: person.id });
    cache.state.skew = SESSION_DAYS * DAY;
    await expect(cache.authenticate(bearer(person.token))).rejects.toEqual(refusal);
  });
});

describe('an authorization', () => {
  it.each([undefined, ''])('of %j is a guest, without a query', async (header) => {
    const cache = openCache();
    expect(await cache.authenticate(header)).toEqual({ kind: 'guest' });
    expect(cache.state.queries).toBe(0);
  });

  it.each([
    'Bearer',
    'Bearer ',
    'Basic dXNlcjpwYXNz',
    `Bearer ${'x'.repeat(201)}`,
    'Bearer one two',
    'bottega_token-without-a-scheme',
  ])('of %j is refused without a query', async (header) => {
    const cache = openCache();
    await expect(cache.authenticate(header)).rejects.toEqual(refusal);
    expect(cache.state.queries).toBe(0);
  });

  it('of an unknown token is refused each time', async () => {
    const cache = openCache();
    await expect(cache.authenticate('Bearer bottega_unknown')).rejects.toEqual(refusal);
    await expect(cache.authenticate('Bearer bottega_unknown')).rejects.toEqual(refusal);
  });
});

function revocationOf(subjectId: string): Parameters<Listener>[0] {
  const event = { position: 1, id: '1', type: 'session.revoked', subjectId, sequence: 2 } as const;
  return { ...event, topics: ['revocations'], payload: {}, occurredAt: new Date() };
}
