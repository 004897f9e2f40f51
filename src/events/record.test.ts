import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { transact } from '../db/transact.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { emit, readLog, recordTagged, startEventProcess, type EventProcess } from '../testing/events.ts';

const WRITERS = 16;
const ROUNDS = 15;
const SUBJECTS = Array.from({ length: 5 }, () => randomUUID());

let database: TestDatabase;
let house: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url, { pool: WRITERS + 2 });
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

interface Commit {
  readonly tag: string;
  readonly begun: number;
  readonly committed: number;
}

class Rollback extends Error {}

const chance = (share: number) => Math.random() < share;
const hesitate = async () => {
  if (chance(0.7)) await pause(Math.random() * 8);
};
const anySubject = () => SUBJECTS[Math.floor(Math.random() * SUBJECTS.length)] ?? '';

/** One transaction as verbs make them, with pauses wherever another can come in between; null when rolled back. */
async function write(tag: string): Promise<Commit | null> {
  const begun = performance.now();
  const rollsBack = chance(0.2);
  try {
    await transact(house.ctx, async (tx) => {
      await tx.sql`select 1`;
      await hesitate();
      if (chance(0.3)) await recordUndone(tx);
      const subject = anySubject();
      await hesitate();
      await recordTagged(tx, { subject, tag });
      await hesitate();
      if (rollsBack) throw new Rollback();
    });
    return { tag, begun, committed: performance.now() };
  } catch (error) {
    if (error instanceof Rollback) return null;
    throw error;
  }
}

/** An event in a savepoint that is rolled back. */
async function recordUndone(tx: Parameters<typeof recordTagged>[0]): Promise<void> {
  await tx.db
    .transaction(async () => {
      await recordTagged(tx, { subject: anySubject(), tag: 'undone' });
      await hesitate();
      throw new Rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Rollback)) throw error;
    });
}

it('brings what 16 writers commit into one dense log: nothing lost, nothing twice, in order', async () => {
  const commits: Commit[] = [];
  const writer = async (name: number) => {
    for (let round = 0; round < ROUNDS; round++) {
      const commit = await write(`${name}.${round}`);
      if (commit) commits.push(commit);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
  await vi.waitFor(async () => expect(await readLog(house.sql)).toHaveLength(commits.length), 5_000);
  const log = await readLog(house.sql);

  expect(commits.length).toBeGreaterThan(100);
  expect(log.map(({ tag }) => tag).sort()).toEqual(commits.map(({ tag }) => tag).sort());
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
  for (const subject of SUBJECTS) {
    const sequences = log.filter((row) => row.subject === subject).map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  }
  // What began after another had been committed never comes before it.
  const position = new Map(log.map((row) => [row.tag, row.position]));
  const inverted = commits.flatMap((first) =>
    commits.filter(
      (second) =>
        first.committed < second.begun && (position.get(first.tag) ?? 0) > (position.get(second.tag) ?? 0),
    ),
  );
  expect(inverted).toEqual([]);
});

it('leaves nothing of a transaction that was rolled back, not even a number', async () => {
  const subject = randomUUID();
  await emit(house, { subject, tag: 'one' });
  await expect(
    transact(house.ctx, async (tx) => {
      await recordTagged(tx, { subject, tag: 'gone' });
      throw new Rollback();
    }),
  ).rejects.toBeInstanceOf(Rollback);
  await emit(house, { subject, tag: 'two' });
  await vi.waitFor(async () => {
    const rows = (await readLog(house.sql)).filter((row) => row.subject === subject);
    expect(rows.map(({ tag, sequence }) => [tag, sequence])).toEqual([
      ['one', 1],
      ['two', 2],
    ]);
  });
});
