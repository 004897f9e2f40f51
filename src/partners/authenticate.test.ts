import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePartnerApp } from '../testing/partner-commands.ts';
import { startSecondServer } from '../testing/second-server.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { updateApp } from './apps.ts';
import { createKey, revokeKey } from './keys.ts';

const MINUTE = 60_000;
let skew = 0;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + skew) });
});
afterAll(() => server.stop());

const authenticate = (key: string) => server.app.sessions.authenticate(`Bearer ${key}`);
const refusal = expect.objectContaining({ code: 'UNAUTHENTICATED' });

describe('an API key', () => {
  it('calls as its app, with its scopes', async () => {
    const { id, keyId, key } = await makePartnerApp(server, { scopes: ['READ_ORDERS', 'WRITE_STOCK'] });
    expect(key).toMatch(/^btg_[\w-]{43}$/);
    const scopes = ['READ_ORDERS', 'WRITE_STOCK'];
    expect(await authenticate(key)).toEqual({ kind: 'app', appId: id, keyId, scopes });
  });

  it('loses a scope with its app, at once, and gets it back with it', async () => {
    const app = await makePartnerApp(server, { scopes: ['READ_ORDERS', 'WRITE_STOCK'] });
    await authenticate(app.key);
    await updateApp(app.owner.ctx, app.id, { scopes: ['READ_ORDERS', 'WRITE_ORDERS'] });
    expect(await authenticate(app.key)).toMatchObject({ scopes: ['READ_ORDERS'] });
    await updateApp(app.owner.ctx, app.id, { scopes: ['WRITE_STOCK'] });
    expect(await authenticate(app.key)).toMatchObject({ scopes: ['WRITE_STOCK'] });
  });

  it('is refused once it is revoked, and others of the app are not', async () => {
    const app = await makePartnerApp(server);
    const other = await createKey(app.owner.ctx, app.id, { name: 'other', scopes: ['READ_ORDERS'] });
    await authenticate(app.key);
    await authenticate(other.key);
    await revokeKey(app.owner.ctx, app.keyId);
    await expect(authenticate(app.key)).rejects.toEqual(refusal);
    expect(await authenticate(other.key)).toMatchObject({ keyId: other.keyId });
  });

  it('is refused from the moment on in which it expires, though it was trusted just before', async () => {
    const app = await makePartnerApp(server);
    const expiresAt = new Date(server.app.now().getTime() + 10 * MINUTE);
    const brief = await createKey(app.owner.ctx, app.id, {
      name: 'brief',
      scopes: ['READ_ORDERS'],
      expiresAt,
    });
    skew += 10 * MINUTE - 5_000;
    expect(await authenticate(brief.key)).toMatchObject({ keyId: brief.keyId });
    skew += 5_000;
    await expect(authenticate(brief.key)).rejects.toEqual(refusal);
  });

  it('notes its use about each minute', async () => {
    const app = await makePartnerApp(server);
    const usedAt = async () =>
      (
        await server.app.sql<
          { at: Date | null }[]
        >`select last_used_at as at from api_keys where id = ${app.keyId}`
      )[0]?.at;
    expect(await usedAt()).toBeNull();
    await authenticate(app.key);
    const first = await usedAt();
    expect(first).not.toBeNull();
    skew += MINUTE / 2 + 1_000;
    await authenticate(app.key);
    expect(await usedAt()).toEqual(first);
    skew += MINUTE / 2 + 1_000;
    await authenticate(app.key);
    expect(await usedAt()).not.toEqual(first);
  });

  it.each(['btg_', `btg_${'a'.repeat(43)}`, `btg_${'x'.repeat(196)}`])('of %j is refused', async (key) => {
    await expect(authenticate(key)).rejects.toEqual(refusal);
  });

  it('is refused by another process as soon as it hears of the end, and may less when it hears of that', async () => {
    const second = await startSecondServer(server.databaseUrl, () => new Date(Date.now() + skew));
    const [ended, changed] = [await makePartnerApp(server), await makePartnerApp(server)];
    const ask = async (key: string) => second.app.sessions.authenticate(`Bearer ${key}`).catch(() => null);
    for (const { key } of [ended, changed]) expect(await ask(key)).not.toBeNull();
    await revokeKey(ended.owner.ctx, ended.keyId);
    await updateApp(changed.owner.ctx, changed.id, { scopes: ['WRITE_STOCK'] });
    await expect.poll(() => ask(ended.key)).toBeNull();
    await expect.poll(() => ask(changed.key)).toMatchObject({ scopes: ['WRITE_STOCK'] });
    await second.stop();
  });
});
