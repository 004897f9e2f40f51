import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeFuzz, type Written } from '../testing/commit-fuzz.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  eventually,
  readLog,
  startEventProcess,
  subscribe,
  tagOf,
  type EventProcess,
  type LogRow,
} from '../testing/events.ts';
import type { LiveStream } from './feed.ts';
import type { Delivery } from './stream.ts';

const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 4);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);

let database: TestDatabase;
let processes: EventProcess[];
beforeAll(async () => {
  database = await createTestDatabase();
  processes = await Promise.all([startEventProcess(database.url), startEventProcess(database.url)]);
});
afterAll(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  await database.drop();
});

/** Everything that a stream gives until it is ended. */
function follow(stream: LiveStream): { readonly seen: Delivery[]; stop(): Promise<void> } {
  const seen: Delivery[] = [];
  const reading = (async () => {
    for await (const item of stream) if (item.event) seen.push(item);
  })();
  return { seen, stop: () => stream.return().then(() => reading) };
}

/** Dense, nothing lost, nothing that was rolled back, and each subject in the order of its commits. */
function expectExactly(log: readonly LogRow[], written: Written, why: string): void {
  expect(
    log.map(({ position }) => position),
    why,
  ).toEqual(log.map((_, index) => index + 1));
  expect(log.map(({ tag }) => tag).toSorted(), why).toEqual(written.committed.toSorted());
  const lost = new Set(written.rolledBack);
  expect(
    log.filter(({ tag }) => lost.has(tag)),
    why,
  ).toEqual([]);
  const bySubject = Map.groupBy(log, ({ subject }) => subject);
  for (const [subject, tags] of written.bySubject) {
    const rows = bySubject.get(subject) ?? [];
    expect(
      rows.map(({ tag }) => tag),
      why,
    ).toEqual(tags);
    expect(
      rows.map(({ sequence }) => sequence),
      why,
    ).toEqual(rows.map((_, index) => index + 1));
  }
}

it(
  'puts whatever commits in whatever order into one dense log, which every reader sees as it is',
  { timeout: SECONDS * 1_000 + 30_000 },
  async () => {
    const streams = await Promise.all(
      processes.flatMap((process) => [1, 2, 3].map(() => begun(subscribe(process)))),
    );
    const followers = streams.map(follow);
    const [house] = processes;
    if (!house) throw new Error('no process');
    const written = await writeFuzz(database.url, {
      seed: SEED,
      seconds: SECONDS,
      committed: () => house.feed.nudge(),
    });
    const why = `FUZZ_SEED=${SEED}`;
    const count = written.committed.length;
    process.stdout.write(
      `commit-order fuzz, ${SECONDS} s, seed ${SEED}: ${count} committed, ${written.rolledBack.length} rolled back\n`,
    );
    expect(count, why).toBeGreaterThan(SECONDS * 50);
    expect(written.rolledBack.length, why).toBeGreaterThan(SECONDS * 10);

    await eventually(async () => (await readLog(house.sql)).length >= count);
    const log = await readLog(house.sql);
    expectExactly(log, written, why);
    // The ids were given out in another order than the commits came in: that is what was tried.
    expect(
      log.some(({ id }, index) => id < (log[index - 1]?.id ?? 0)),
      why,
    ).toBe(true);

    await eventually(() => Promise.resolve(followers.every(({ seen }) => seen.length >= count)));
    for (const { seen } of followers) {
      expect(seen.map(tagOf), why).toEqual(log.map(({ tag }) => tag));
      expect(
        seen.map(({ event }) => event?.position),
        why,
      ).toEqual(log.map(({ position }) => position));
    }
    await Promise.all(followers.map(({ stop }) => stop()));
  },
);
