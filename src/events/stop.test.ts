import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connect, type Connection } from '../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { begun, emit, numbered, startEventProcess, subscribe, tagOf, take } from '../testing/events.ts';

let database: TestDatabase;
let admin: Connection;
beforeEach(async () => {
  database = await createTestDatabase();
  admin = connect(database.url, { max: 2, name: 'admin' });
});
afterEach(async () => {
  await admin.close();
  await database.drop();
});

/** What runs on, or stays connected, in the database besides ourselves. */
async function leftovers(): Promise<string[]> {
  const rows = await admin.sql<{ left: string }[]>`
    select application_name || ': ' || state || ' ' || query as left from pg_stat_activity
    where datname = current_database() and application_name <> 'admin'`;
  return rows.map(({ left }) => left);
}

it('stops at once while it waits, ends its streams, and leaves no connection', async () => {
  const house = await startEventProcess(database.url);
  const stream = await begun(subscribe(house));
  const waiting = stream.next();
  const asked = performance.now();
  await house.feed.stop();
  expect(performance.now() - asked).toBeLessThan(400);
  expect(await waiting).toEqual({ done: true, value: undefined });
  house.feed.nudge();
  await house.stop();
  await vi.waitFor(async () => expect(await leftovers()).toEqual([]));
});

it('leaves no connection whenever it is stopped, also while it starts to lead', async () => {
  for (let turns = 0; turns < 25; turns++) {
    const house = await startEventProcess(database.url, { pool: 1 });
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    await house.stop();
  }
  await vi.waitFor(async () => expect(await leftovers()).toEqual([]));
});

it('stops in time when its statements are stuck', async () => {
  const house = await startEventProcess(database.url);
  const release = Promise.withResolvers<void>();
  const holding = Promise.withResolvers<void>();
  const holder = admin.sql.begin(async (sql) => {
    await sql`lock table event_log_head, event_log in access exclusive mode`;
    holding.resolve();
    await release.promise;
  });
  await holding.promise;
  await emit(house, { tag: 'stuck' });
  await vi.waitFor(async () => expect((await leftovers()).join()).toContain('event_stamp'));
  const asked = performance.now();
  await house.feed.stop();
  expect(performance.now() - asked).toBeLessThan(3_500);
  release.resolve();
  await holder;
  await house.stop();
  await vi.waitFor(async () => expect(await leftovers()).toEqual([]));

  const next = await startEventProcess(database.url);
  await vi.waitFor(async () => expect(await admin.sql`select from event_log`).toHaveLength(1), 3_000);
  await next.stop();
});

it('waits without asking all the time', async () => {
  const house = await startEventProcess(database.url, { hears: false });
  const second = await startEventProcess(database.url);
  // What others have done before is counted late: until nothing but polls comes any more.
  await vi.waitUntil(async () => (await statementsWithin(400)) < 10, { timeout: 10_000 });
  const before = await statements();
  const start = performance.now();
  // Seven a second of the two processes (polls, stamps, elections), and four of ours.
  await vi.waitFor(async () => expect(await statements()).toBeGreaterThan(before + 30), {
    timeout: 10_000,
    interval: 500,
  });
  expect(performance.now() - start).toBeGreaterThan(1_400);
  await Promise.all([house.stop(), second.stop()]);
});

async function statementsWithin(ms: number): Promise<number> {
  const before = await statements();
  await sleep(ms);
  return (await statements()) - before;
}

/** Transactions of the database so far, our own questions included. */
async function statements(): Promise<number> {
  await admin.sql`select pg_stat_force_next_flush()`;
  const [row] = await admin.sql<{ count: number }[]>`
    select (xact_commit + xact_rollback)::int as count from pg_stat_database where datname = current_database()`;
  return row?.count ?? 0;
}

it('brings everything when the database was away while subscribers backfill', async () => {
  const house = await startEventProcess(database.url, { limits: { backfill: 3 } });
  const start = house.feed.cursor();
  await emit(house, ...numbered(12));
  await vi.waitFor(() => expect(house.feed.cursor()).not.toBe(start));
  const stream = await begun(subscribe(house, { after: start }));
  const taken = await take(stream, 3);
  await admin.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'bottega' and query not ilike 'listen %'`;
  taken.push(...(await take(stream, 9)));
  expect(taken.map(tagOf)).toEqual(numbered(12).map(({ tag }) => tag));
  await stream.return();
  await house.stop();
});
