import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  emit,
  eventually,
  forgetUpTo,
  numbered,
  readLog,
  startEventProcess,
  type EventProcess,
} from '../testing/events.ts';
import { findEvent, logExtent, newestEvents, positionAt } from './look-up.ts';

let database: TestDatabase;
let house: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url);
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

const SECOND = 1_000;
const NOON = Date.UTC(2026, 0, 1, 12);
const noon = (seconds: number) => new Date(NOON + seconds * SECOND);

it('finds the first position of a time, however many were stamped together', async () => {
  expect(await positionAt(house.sql, noon(0))).toBe(1);
  expect(await logExtent(house.sql)).toEqual({ oldest: 1, newest: 0, since: null });
  await emit(house, ...numbered(30));
  await eventually(async () => (await readLog(house.sql)).length === 30);
  // Three at a time, ten seconds apart.
  await house.sql`
    update event_log set stamped_at = ${noon(0).toISOString()}::timestamptz + ((position - 1) / 3) * interval '10 seconds'`;
  const found = await Promise.all(
    [-5, 0, 0.001, 10, 45, 90, 90.001].map((seconds) => positionAt(house.sql, noon(seconds))),
  );
  expect(found).toEqual([1, 1, 4, 4, 16, 28, 31]);
});

it('says how much there is, and finds nothing before it', async () => {
  await forgetUpTo(house.sql, 7);
  expect(await logExtent(house.sql)).toEqual({ oldest: 8, newest: 30, since: noon(20) });
  expect(await positionAt(house.sql, noon(0))).toBe(8);
  expect(await positionAt(house.sql, noon(25))).toBe(10);
});

it('finds an event by its id, and the newest on a topic', async () => {
  const [row] = await house.sql<{ id: bigint; topics: string }[]>`
    select id, topics[1] as topics from event_log where position = 20`;
  expect(await findEvent(house.sql, String(row?.id))).toMatchObject({ position: 20 });
  for (const id of ['', '-1', '1e3', '9'.repeat(40), '999999'])
    expect(await findEvent(house.sql, id)).toBeNull();
  const newest = await newestEvents(house.sql, [row?.topics ?? '']);
  expect(newest.map(({ position }) => position).slice(0, 3)).toEqual([30, 29, 28]);
  expect(await newestEvents(house.sql, ['nothing'])).toEqual([]);
});

it('knows that a log of which all was dropped began elsewhere', async () => {
  await forgetUpTo(house.sql, 30);
  expect(await logExtent(house.sql)).toEqual({ oldest: 31, newest: 30, since: null });
  expect(await positionAt(house.sql, noon(0))).toBe(31);
});
