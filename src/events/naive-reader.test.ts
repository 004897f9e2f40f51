import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sql } from '../db/client.ts';
import { transact } from '../db/transact.ts';
import { writeFuzz } from '../testing/commit-fuzz.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  eventually,
  nextEvent,
  readLog,
  recordTagged,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';

let database: TestDatabase;
let house: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url);
  // Keeps what the sequencer takes away, so that the naive reader has something to follow.
  await house.sql`create table outbox_kept as table outbox`;
  await house.sql`
    create function keep_outbox() returns trigger language plpgsql as
    $$ begin insert into outbox_kept values (new.*); return null; end $$`;
  await house.sql`create trigger keep_outbox after insert on outbox for each row execute function keep_outbox()`;
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

/** Follows the ids as they were given out, as most outbox readers do. */
function naiveReader(sql: Sql): () => Promise<string[]> {
  let last = 0n;
  return async () => {
    const rows = await sql<{ id: bigint; tag: string }[]>`
      select id, payload ->> 'partyId' as tag from outbox_kept where id > ${last} order by id`;
    last = rows.at(-1)?.id ?? last;
    return rows.map(({ tag }) => tag);
  };
}

/** An event of a transaction that stays open until it is told to commit. */
async function recordSlowly(tag: string): Promise<{ commit(): Promise<void> }> {
  const recorded = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const slow = transact(house.ctx, async (tx) => {
    await recordTagged(tx, { tag });
    recorded.resolve();
    await release.promise;
  });
  await recorded.promise;
  return {
    commit: () => {
      release.resolve();
      return slow;
    },
  };
}

it('is why events are stamped: a reader that follows ids loses what is committed out of their order', async () => {
  const naive = naiveReader(house.sql);
  const stream = subscribe(house);
  await stream.next();
  const slow = await recordSlowly('slow');
  // A later id, committed first.
  await transact(house.ctx, (tx) => recordTagged(tx, { tag: 'quick' }));
  expect(await naive()).toEqual(['quick']);
  expect(tagOf(await nextEvent(stream))).toBe('quick');
  await slow.commit();

  expect(await naive()).toEqual([]);
  expect((await take(stream, 1)).map(tagOf)).toEqual(['slow']);
  await stream.return();
});

it('loses events of the commit-order fuzz too, of which the log has every one', async () => {
  const before = (await readLog(house.sql)).length;
  const naive = naiveReader(house.sql);
  const seen = new Set<string>();
  const look = async () => {
    for (const tag of await naive()) seen.add(tag);
  };
  // So that chance has no part in it: one transaction begins before all others, and ends when later ones were read.
  const first = await recordSlowly('first');
  let isOver = false;
  const reading = (async () => {
    while (!isOver) await look();
  })();
  const written = await writeFuzz(database.url, { seed: 7, seconds: 1, committed: () => house.feed.nudge() });
  await first.commit();
  isOver = true;
  await reading;
  await look();

  const committed = [...written.committed, 'first'];
  const lost = committed.filter((tag) => !seen.has(tag));
  expect(lost).toContain('first');
  expect(lost.length).toBeLessThan(committed.length);
  process.stdout.write(`a reader of ids lost ${lost.length} of ${committed.length} events\n`);
  const all = async () => (await readLog(house.sql)).slice(before).map(({ tag }) => tag);
  await eventually(async () => (await all()).length >= committed.length);
  expect((await all()).toSorted()).toEqual(committed.toSorted());
});
