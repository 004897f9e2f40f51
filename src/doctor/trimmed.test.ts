import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { systemContext } from '../context.ts';
import { retainLog } from '../events/retain.ts';
import { expireOrder } from '../orders/expire.ts';
import { rulesFinding } from '../testing/doctor.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { sell } from '../testing/sold.ts';
import type { Orders } from './breakage.ts';
import { EVENT_BREAKAGES } from './breakages-events.ts';
import { examine } from './examine.ts';

const DAY_MS = 24 * 60 * 60_000;

let server: TestServer;
let old: Orders;
let orders: Orders;

/** A lively history, of which the log of the first day was dropped. */
beforeAll(async () => {
  let ago = DAY_MS;
  server = await startTestServer({ now: () => new Date(Date.now() - ago) });
  const { sql } = server.app;
  old = await sell(server);
  await settled();
  await sql`update event_log set stamped_at = stamped_at - interval '29 days'`;
  ago = -2 * DAY_MS;
  await retainLog(systemContext(server.app, 'test'));
  ago = 0;
  // Something old goes on: the beginning of its events is gone.
  await expireOrder(systemContext(server.app, 'test'), old.declined);
  orders = await sell(server);
  await settled();
  // The oldest event that is kept is of an hour ago: what happened since is known to have its event.
  await sql`
    update event_log set stamped_at = stamped_at - interval '1 hour'
    where position = (select oldest from event_log_head)`;
});
afterAll(() => server.stop());

async function settled(): Promise<void> {
  await vi.waitUntil(async () => (await server.app.sql`select from outbox limit 1`).length === 0);
}

it('finds nothing wrong with a log of which the beginning was dropped', async () => {
  const [log] = await server.app.sql<{ oldest: bigint; gone: boolean }[]>`
    select oldest, not exists (select from event_log where subject_id = ${old.shipped}) as gone from event_log_head`;
  expect(Number(log?.oldest)).toBeGreaterThan(20);
  expect(log?.gone).toBe(true);
  expect(await examine(server.app.sql)).toEqual([]);
});

describe.each(Object.entries(EVENT_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is still broken when %s', async (_what, statements) => {
    expect(await rulesFinding(server.app.sql, statements(orders))).toEqual([rule]);
  });
});
