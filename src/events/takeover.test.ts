import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connect } from '../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  cutConnections,
  eventually,
  emit,
  numbered,
  readLog,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';
import { stamp } from './stamp.ts';

let database: TestDatabase;
let one: EventProcess;
let two: EventProcess;
beforeEach(async () => {
  database = await createTestDatabase();
  one = await startEventProcess(database.url);
  await eventually(async () => (await leaders(one)).length === 1);
  two = await startEventProcess(database.url);
});
afterEach(async () => {
  await Promise.all([one.stop(), two.stop()]);
  await database.drop();
});

/** The server processes that hold the leader's lock. */
async function leaders({ sql }: EventProcess): Promise<number[]> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_locks where locktype = 'advisory' and granted
      and objid = 7316001 and database = (select oid from pg_database where datname = current_database())`;
  return rows.map(({ pid }) => pid);
}

/** Milliseconds from an event that is committed through one process to its delivery by another. */
async function delay(from: EventProcess, to: EventProcess): Promise<number> {
  const stream = await begun(subscribe(to));
  const taking = take(stream, 1);
  const start = performance.now();
  await emit(from, { tag: 'timed' });
  await taking;
  await stream.return();
  return performance.now() - start;
}

it('lets exactly one of two processes stamp, and brings the events of each to the subscribers of both', async () => {
  const streams = await Promise.all([one, two].map((process) => begun(subscribe(process))));
  const taking = Promise.all(streams.map((stream) => take(stream, 80)));
  await Promise.all([emit(one, ...numbered(40)), emit(two, ...numbered(40))]);
  const [first, second] = await taking;
  expect(first?.map(({ cursor }) => cursor)).toEqual(second?.map(({ cursor }) => cursor));
  expect(await leaders(one)).toHaveLength(1);
  await Promise.all(streams.map((stream) => stream.return()));
});

it('goes on when connections of the machinery are cut, again and again: none lost, none doubled', async () => {
  const streams = await Promise.all([one, two].map((process) => begun(subscribe(process))));
  const taking = Promise.all(streams.map((stream) => take(stream, 120)));
  for (let round = 0; round < 6; round++) {
    const cutting = ['bottega sequencer', 'bottega reader'][round % 2] ?? '';
    await Promise.all([
      emit(one, ...numbered(10, { tag: 'one' })),
      emit(two, ...numbered(10, { tag: 'two' })),
      cutConnections(one.sql, cutting),
    ]);
  }
  const [first, second] = await taking;
  expect(first?.map(({ event }) => event?.position)).toEqual(first?.map((_, index) => index + 1));
  expect(second?.map(({ cursor }) => cursor)).toEqual(first?.map(({ cursor }) => cursor));
  expect((await readLog(one.sql)).map(({ position }) => position)).toHaveLength(120);
  await vi.waitFor(async () => expect(await leaders(one)).toHaveLength(1), 3_000);
  await Promise.all(streams.map((stream) => stream.return()));
});

it('hands over within about a second when the leader is stopped', async () => {
  expect(await delay(two, two)).toBeLessThan(700);
  const stream = await begun(subscribe(two));
  const taking = take(stream, 41);
  const writing = emit(two, ...numbered(40));
  await one.stop();
  const stopped = performance.now();
  await writing;
  await emit(two, { tag: 'last' });
  expect((await taking).map(tagOf)).toEqual([...numbered(40).map(({ tag }) => tag), 'last']);
  expect(performance.now() - stopped).toBeLessThan(2_000);
  expect(await leaders(two)).toHaveLength(1);
  await stream.return();
});

it('brings what was stamped by a leader that died before it told anybody, and goes on behind it', async () => {
  await one.stop();
  await two.stop();
  const dying = connect(database.url, { max: 1 });
  await dying.sql`select pg_advisory_lock(7316001)`;
  two = await startEventProcess(database.url);
  const stream = await begun(subscribe(two));
  const taking = take(stream, 4);
  await emit(two, ...numbered(3));
  await stamp(dying.sql, 10);
  await dying.close();
  await emit(two, { tag: 'next' });
  expect((await taking).map(tagOf)).toEqual(['1', '2', '3', 'next']);
  expect((await readLog(two.sql)).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  await stream.return();
});

it('takes over from a leader that is frozen but not gone', async () => {
  // So that the third leads, and the second is who takes over.
  await one.stop();
  await two.stop();
  const child = fork(new URL('../testing/event-process.ts', import.meta.url), [database.url], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  try {
    await once(child, 'message');
    two = await startEventProcess(database.url);
    await vi.waitFor(async () => expect(await leaders(two)).toHaveLength(1));
    const [frozen] = await leaders(two);
    child.kill('SIGSTOP');
    expect(await delay(two, two)).toBeLessThan(8_000);
    expect(await leaders(two)).not.toContain(frozen);
  } finally {
    child.kill('SIGKILL');
    await exited;
  }
});
