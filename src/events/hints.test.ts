import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  eventually,
  numbered,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';

let database: TestDatabase;
let leader: EventProcess;
const others: EventProcess[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  leader = await startEventProcess(database.url);
  await eventually(() => settled(leader));
});
afterEach(async () => {
  await Promise.all(others.splice(0).map((other) => other.stop()));
});
afterAll(async () => {
  await leader.stop();
  await database.drop();
});

/** Whether somebody stamps by now. */
async function settled({ sql }: EventProcess): Promise<boolean> {
  const rows = await sql`select from pg_locks where locktype = 'advisory' and granted and objid = 7316001
    and database = (select oid from pg_database where datname = current_database())`;
  return rows.length === 1;
}

async function other(hears: boolean): Promise<EventProcess> {
  const process = await startEventProcess(database.url, { hears });
  others.push(process);
  return process;
}

/** Milliseconds from each commit of one process to its delivery by another. */
async function delays(from: EventProcess, to: EventProcess, count: number): Promise<number[]> {
  const stream = await begun(subscribe(to));
  const measured: number[] = [];
  for (let index = 0; index < count; index++) {
    const taking = take(stream, 1);
    await emit(from, { tag: `${index}` });
    const committed = performance.now();
    await taking;
    measured.push(performance.now() - committed);
  }
  await stream.return();
  return measured.sort((one, two) => one - two);
}

const median = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? Infinity;

it('wakes the sequencer of another process, and the readers of all', async () => {
  const second = await other(true);
  expect(median(await delays(second, second, 9))).toBeLessThan(150);
  expect(median(await delays(leader, second, 9))).toBeLessThan(150);
});

it('costs a poll at most when every hint is lost', async () => {
  const deaf = await other(false);
  // The leader hears nothing of commits elsewhere when it is deaf itself; here nobody tells the reader.
  const measured = await delays(leader, deaf, 5);
  expect(measured.at(-1)).toBeLessThan(1_200);
});

it('costs two polls at most when the one who stamps hears nothing either', async () => {
  const own = await createTestDatabase();
  const first = await startEventProcess(own.url, { hears: false });
  await eventually(() => settled(first));
  const second = await startEventProcess(own.url, { hears: false });
  expect((await delays(second, second, 3)).at(-1)).toBeLessThan(1_700);
  await Promise.all([first.stop(), second.stop()]);
  await own.drop();
});

it('listens again when its connection is cut, and loses nothing meanwhile', async () => {
  const second = await other(true);
  const stream = await begun(subscribe(second));
  for (let round = 0; round < 3; round++) {
    const before = await listening();
    await leader.sql`select pg_terminate_backend(pid) from unnest(${before}::int[]) as pid`;
    const taking = take(stream, 5);
    await emit(leader, ...numbered(5));
    expect((await taking).map(tagOf)).toEqual(['1', '2', '3', '4', '5']);
    await vi.waitFor(async () => {
      const now = await listening();
      expect(now).toHaveLength(2);
      expect(now.some((pid) => before.includes(pid))).toBe(false);
    }, 5_000);
  }
  await stream.return();
  expect(median(await delays(leader, second, 9))).toBeLessThan(150);
});

/** The server processes that listen, of all feeds. */
async function listening(): Promise<number[]> {
  const rows = await leader.sql<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and query ilike 'listen %'`;
  return rows.map(({ pid }) => pid);
}

it('tells again what comes while a hint is under way', async () => {
  const second = await other(true);
  const stream = await begun(subscribe(leader));
  const burst = 40;
  const taking = take(stream, burst);
  const start = performance.now();
  // Each commit ends while the hint of one before it is under way.
  await Promise.all(numbered(burst).map((event) => emit(second, event)));
  const committed = performance.now();
  await taking;
  const drained = performance.now() - committed;
  expect(drained, `all ${burst} after ${committed - start} ms of commits`).toBeLessThan(300);
  await stream.return();
});
