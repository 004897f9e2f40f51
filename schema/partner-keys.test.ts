import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../src/db/id.ts';
import { MOST_KEYS, type Scope } from '../src/partners/rules.ts';
import { expireKey } from '../src/partners/rotate.ts';
import { makePerson } from '../src/testing/factories.ts';
import {
  CreateKey,
  ReadApp,
  ReadViewer,
  RevokeKey,
  RotateKey,
  eventsOf,
  makePartnerApp,
  type TestApp,
} from '../src/testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

const HOUR = 3_600_000;
let skew = 0;
let server: TestServer;
const logged: string[] = [];
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  server = await startTestServer({ log, now: () => new Date(Date.now() + skew) });
});
afterAll(() => server.stop());

const keyIdOf = ({ keyId }: TestApp) => encodeId('key', keyId);
const refusalOf = async (key: string) =>
  (await server.client(key).raw(ReadViewer, {})).errors?.[0]?.extensions?.['code'] ?? null;

const read = async (app: TestApp, client = app.owner.client) =>
  (await client.request(ReadApp, { id: app.publicId })).partnerApp;

describe('an API key', () => {
  const create = async (app: TestApp, input: { scopes?: Scope[]; expiresAt?: string }, by = app.owner) => {
    const { scopes = ['READ_ORDERS'], expiresAt } = input;
    const given = { appId: app.publicId, name: 'warehouse', scopes, ...(expiresAt && { expiresAt }) };
    return (await by.client.request(CreateKey, { input: given })).apiKeyCreate;
  };
  const rotate = async (app: TestApp, overlapHours?: number, keyId = keyIdOf(app)) => {
    const input = { keyId, ...(overlapHours !== undefined && { overlapHours }) };
    return (await app.owner.client.request(RotateKey, { input })).apiKeyRotate;
  };

  it('is shown once, and is no more than a hash from then on', async () => {
    const app = await makePartnerApp(server);
    const { key, apiKey, userErrors } = await create(app, {});
    expect(userErrors).toEqual([]);
    expect(key).toMatch(/^btg_[\w-]{43}$/);
    expect(apiKey).toMatchObject({
      name: 'warehouse',
      last4: key?.slice(-4),
      scopes: ['READ_ORDERS'],
      lastUsedAt: null,
      expiresAt: null,
      revokedAt: null,
    });
    expect(await refusalOf(key ?? '')).toBeNull();
    const kept = await server.app.sql<{ row: string }[]>`
      select t::text as row from api_keys t union all select t::text from outbox t
      union all select t::text from event_log t union all select t::text from idempotency_keys t`;
    const secrets = [key ?? '', app.key].map((secret) => secret.slice(4));
    for (const secret of secrets) {
      expect(kept.filter(({ row }) => row.includes(secret))).toEqual([]);
      expect(logged.filter((line) => line.includes(secret))).toEqual([]);
    }
    expect(logged.length).toBeGreaterThan(0);
  });

  it.each([
    {
      what: 'a scope that the app does not ask for',
      input: { scopes: ['WRITE_STOCK'] },
      code: 'SCOPE_NOT_GRANTED',
    },
    { what: 'no scope', input: { scopes: [] }, code: 'INVALID_INPUT' },
    { what: 'an end that is over', input: { expiresAt: '2020-01-01T00:00:00Z' }, code: 'INVALID_INPUT' },
  ] as const)('is not made with $what', async ({ input, code }) => {
    const app = await makePartnerApp(server, { scopes: ['READ_ORDERS'] });
    const { scopes = ['READ_ORDERS'], ...rest } = { scopes: undefined, ...input };
    expect(await create(app, { ...rest, scopes: [...scopes] })).toMatchObject({
      key: null,
      apiKey: null,
      userErrors: [{ code }],
    });
  });

  it('is made by the owner of the app, and by no key', async () => {
    const app = await makePartnerApp(server);
    expect(await create(app, {}, await makePerson(server))).toMatchObject({
      key: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['appId'] }],
    });
    const input = { appId: app.publicId, name: 'another', scopes: ['READ_ORDERS' as const] };
    const { data, errors } = await app.client.raw(CreateKey, { input });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await read(app))?.keys?.edges.length).toBe(1);
  });

  it(`is one of ${MOST_KEYS} at most, also when two are made at the same moment`, async () => {
    const app = await makePartnerApp(server);
    for (let made = 1; made < MOST_KEYS - 1; made++) await create(app, {});
    const answers = await Promise.all([create(app, {}), create(app, {}), create(app, {})]);
    expect(answers.map(({ userErrors }) => userErrors[0]?.code ?? 'made').toSorted()).toEqual([
      'TOO_MANY_KEYS',
      'TOO_MANY_KEYS',
      'made',
    ]);
    const { userErrors } = await rotate(app);
    expect(userErrors).toMatchObject([{ code: 'TOO_MANY_KEYS' }]);
    // One that has ended counts no more.
    await app.owner.client.request(RevokeKey, { input: { keyId: keyIdOf(app) } });
    expect(await create(app, {})).toMatchObject({ userErrors: [] });
  });

  it('ends at once when it is revoked, and again nothing more happens', async () => {
    const app = await makePartnerApp(server);
    expect(await refusalOf(app.key)).toBeNull();
    const revoke = async (client = app.owner.client) =>
      (await client.request(RevokeKey, { input: { keyId: keyIdOf(app) } })).apiKeyRevoke;
    const stranger = await makePerson(server);
    expect(await revoke(stranger.client)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['keyId'] }],
    });
    expect(await refusalOf(app.key)).toBeNull();
    const revoked = await revoke();
    expect(revoked).toMatchObject({ apiKey: { revokedAt: expect.any(String) }, userErrors: [] });
    expect(await refusalOf(app.key)).toBe('UNAUTHENTICATED');
    expect(await revoke()).toEqual(revoked);
    expect(await eventsOf(server, app.keyId)).toEqual([
      { type: 'key.created', topics: [`app:${app.id}`], payload: { appId: app.id, keyId: app.keyId } },
      {
        type: 'key.revoked',
        topics: ['revocations', `access:${app.keyId}`, `app:${app.id}`],
        payload: { appId: app.id, keyId: app.keyId },
      },
    ]);
  });

  it('goes on for a day after another one took its place, and then ends with an event', async () => {
    const app = await makePartnerApp(server, { scopes: ['READ_ORDERS', 'WRITE_STOCK'] });
    const made = await rotate(app);
    expect(made).toMatchObject({
      apiKey: { name: 'test', scopes: ['READ_ORDERS', 'WRITE_STOCK'], expiresAt: null },
      userErrors: [],
    });
    const jobs = await server.app.sql<{ inHours: number }[]>`
      select round(extract(epoch from start_after - now()) / 3600)::int as "inHours" from pgboss.job
      where name = 'key.expire' and data ->> 'keyId' = ${app.keyId}`;
    expect(jobs).toEqual([{ inHours: 24 + Math.round(skew / HOUR) }]);
    const system = server.ctx({ kind: 'system', job: 'test' });
    skew += 24 * HOUR - 10_000;
    expect(await refusalOf(app.key)).toBeNull();
    expect(await refusalOf(made.key ?? '')).toBeNull();
    await expireKey(system, app.keyId);
    expect((await eventsOf(server, app.keyId)).map(({ type }) => type)).toEqual(['key.created']);
    skew += 10_000;
    expect(await refusalOf(app.key)).toBe('UNAUTHENTICATED');
    expect(await refusalOf(made.key ?? '')).toBeNull();
    await expireKey(system, app.keyId);
    await expireKey(system, app.keyId);
    expect((await eventsOf(server, app.keyId)).map(({ type }) => type)).toEqual([
      'key.created',
      'key.revoked',
    ]);
    expect((await rotate(app)).userErrors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
  });

  it('ends at once when another one takes its place without an overlap', async () => {
    const app = await makePartnerApp(server);
    expect(await refusalOf(app.key)).toBeNull();
    const { key } = await rotate(app, 0);
    expect(await refusalOf(app.key)).toBe('UNAUTHENTICATED');
    expect(await refusalOf(key ?? '')).toBeNull();
  });

  it('never lasts longer for being rotated, and the new one as long as it was made for', async () => {
    const app = await makePartnerApp(server);
    const expiresAt = new Date(server.app.now().getTime() + 10 * HOUR).toISOString();
    const { apiKey } = await create(app, { expiresAt });
    skew += 4 * HOUR;
    const made = await rotate(app, 168, apiKey?.id);
    const keys = (await read(app))?.keys?.edges.map(({ node }) => node) ?? [];
    expect(keys.find(({ id }) => id === apiKey?.id)?.expiresAt).toBe(expiresAt);
    const lasts = Date.parse(made.apiKey?.expiresAt ?? '') - server.app.now().getTime();
    expect(Math.abs(lasts - 10 * HOUR)).toBeLessThan(60_000);
  });

  it('may be rotated again by who missed the answer: the next one too lasts as long as it was made for', async () => {
    const app = await makePartnerApp(server);
    await rotate(app);
    const again = await rotate(app);
    expect(again).toMatchObject({ apiKey: { expiresAt: null }, userErrors: [] });
    const expiresAt = new Date(server.app.now().getTime() + 100 * HOUR).toISOString();
    const { apiKey } = await create(app, { expiresAt });
    await rotate(app, 1, apiKey?.id);
    const made = await rotate(app, 1, apiKey?.id);
    const lasts = Date.parse(made.apiKey?.expiresAt ?? '') - server.app.now().getTime();
    expect(Math.abs(lasts - 100 * HOUR)).toBeLessThan(60_000);
  });

  it.each([-1, 169])('is not rotated with an overlap of %s hours', async (hours) => {
    const app = await makePartnerApp(server);
    const { userErrors } = await rotate(app, hours);
    expect(userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['overlapHours'] }]);
  });
});
