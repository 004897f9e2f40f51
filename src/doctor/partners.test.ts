import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { withdrawGrant } from '../partners/grant.ts';
import { createKey, revokeKey } from '../partners/keys.ts';
import { rulesFinding } from '../testing/doctor.ts';
import { makeShop } from '../testing/factories.ts';
import { makePartnerApp } from '../testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { PARTNER_BREAKAGES } from './breakages-partners.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const [shop, former] = [await makeShop(server), await makeShop(server)];
  const app = await makePartnerApp(server, { shops: [shop, former] });
  await withdrawGrant(former.owner.ctx, { businessId: former.id, appId: app.id });
  const { keyId } = await createKey(app.owner.ctx, app.id, { name: 'old', scopes: ['READ_ORDERS'] });
  await revokeKey(app.owner.ctx, keyId);
  // What is in the outbox is stamped in a moment; the statements change the log.
  await vi.waitUntil(async () => (await server.app.sql`select from outbox limit 1`).length === 0);
});
afterAll(() => server.stop());

describe.each(Object.entries(PARTNER_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(server.app.sql, statements(null))).toEqual([rule]);
  });
});
