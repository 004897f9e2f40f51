import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rulesFinding } from '../testing/doctor.ts';
import { makeSwitchboard } from '../testing/market-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { MARKET_BREAKAGES } from './breakages-markets.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const india = await makeSwitchboard(server);
  await india.turn('BOT', 'OFF');
  await india.turn('BOT', 'PILOT', { sharePercent: 50 });
  // What is in the outbox is stamped in a moment; the statements change the log.
  await vi.waitUntil(async () => (await server.app.sql`select from outbox limit 1`).length === 0);
});
afterAll(() => server.stop());

describe.each(Object.entries(MARKET_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(server.app.sql, statements(null))).toEqual([rule]);
  });
});
