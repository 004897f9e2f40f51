import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sql } from '../db/client.ts';
import { transact } from '../db/transact.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  nextEvent,
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

it('is why events are stamped: a reader that follows ids loses what is committed out of their order', async () => {
  const naive = naiveReader(house.sql);
  const stream = subscribe(house);
  await stream.next();
  const recorded = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();

  const slow = transact(house.ctx, async (tx) => {
    await recordTagged(tx, { tag: 'slow' });
    recorded.resolve();
    await release.promise;
  });
  await recorded.promise;
  // A later id, committed first.
  await transact(house.ctx, (tx) => recordTagged(tx, { tag: 'quick' }));
  expect(await naive()).toEqual(['quick']);
  expect(tagOf(await nextEvent(stream))).toBe('quick');
  release.resolve();
  await slow;

  expect(await naive()).toEqual([]);
  expect((await take(stream, 1)).map(tagOf)).toEqual(['slow']);
  await stream.return();
});
