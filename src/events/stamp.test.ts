import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contextOf, type App } from '../context.ts';
import { connect, type Connection } from '../db/client.ts';
import { transact } from '../db/transact.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { readLog, recordTagged } from '../testing/events.ts';
import { stamp } from './stamp.ts';

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.url, { max: 8 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

/** Commits an event; nobody stamps here but the tests. */
function write(subject: string, tag: string): Promise<void> {
  const { sql, db } = connection;
  const feed = { nudge: () => {}, cursor: () => '' };
  const app = { sql, db, feed, now: () => new Date() } as unknown as App;
  return transact(contextOf(app, { kind: 'system', job: 'test' }), (tx) =>
    recordTagged(tx, { subject, tag }),
  );
}

it('moves at most what it is told to, oldest first, and says where the log ends', async () => {
  const subject = randomUUID();
  for (const tag of ['a', 'b', 'c']) await write(subject, tag);
  expect(await stamp(connection.sql, 2)).toEqual([{ count: 2, last: 2n }]);
  expect(await stamp(connection.sql, 2)).toEqual([{ count: 1, last: 3n }]);
  expect(await stamp(connection.sql, 2)).toEqual([{ count: 0, last: null }]);
  expect((await readLog(connection.sql)).map(({ tag }) => tag)).toEqual(['a', 'b', 'c']);
});

it('gets it right when several stamp at once', async () => {
  const before = (await readLog(connection.sql)).length;
  const subjects = Array.from({ length: 3 }, () => randomUUID());
  let isOver = false;
  const stamper = async () => {
    let moved = 0;
    for (let idle = 0; !isOver || idle < 2;) {
      const [batch] = await stamp(connection.sql, 5);
      moved += batch?.count ?? 0;
      idle = batch?.count === 0 ? idle + 1 : 0;
    }
    return moved;
  };
  const stampers = Array.from({ length: 3 }, stamper);
  const writer = async (name: number) => {
    for (let round = 0; round < 50; round++) await write(subjects[round % 3] ?? '', `${name}.${round}`);
  };
  await Promise.all([0, 1, 2, 3].map(writer));
  isOver = true;
  const moved = await Promise.all(stampers);

  const log = (await readLog(connection.sql)).slice(before);
  expect(moved.reduce((one, other) => one + other, 0)).toBe(200);
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => before + index + 1));
  expect(new Set(log.map(({ tag }) => tag)).size).toBe(200);
  for (const subject of subjects) {
    const sequences = log.filter((row) => row.subject === subject).map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  }
});

it('never stamps a later position earlier, whoever stamps and whatever the clock does', async () => {
  const { sql } = connection;
  await sql`delete from outbox`;
  const stamping = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  // Both statements begin at one time, and the one that began first comes second.
  await write(randomUUID(), 'late');
  const early = sql.begin(async (tx) => {
    await tx`select now()`;
    asked.resolve();
    await stamping.promise;
    await stamp(tx as unknown as typeof sql, 5);
  });
  await asked.promise;
  await write(randomUUID(), 'soon');
  await stamp(sql, 1);
  stamping.resolve();
  await early;
  // As if the clock had been an hour ahead until now.
  await sql`update event_log_head set stamped_at = stamped_at + interval '1 hour'`;
  await write(randomUUID(), 'after the clock was put right');
  await stamp(sql, 5);

  const times = await sql<{ ahead: boolean }[]>`
    select stamped_at > now() + interval '50 minutes' as ahead from event_log order by position desc limit 3`;
  expect(times.map(({ ahead }) => ahead)).toEqual([true, false, false]);
  const [wrong] = await sql<{ count: number }[]>`
    select count(*)::int from (select stamped_at < lag(stamped_at) over (order by position) as back from event_log) l where back`;
  expect(wrong?.count).toBe(0);
});
