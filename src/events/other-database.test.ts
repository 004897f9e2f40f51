import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';

let database: TestDatabase;
let neighbour: TestDatabase;
let house: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  neighbour = await createTestDatabase();
  house = await startEventProcess(database.url);
});
afterAll(async () => {
  await house.stop();
  await Promise.all([database.drop(), neighbour.drop()]);
});

it('is not delayed by a transaction that stays open, in another database of the cluster or in its own', async () => {
  const release = Promise.withResolvers<void>();
  const idle = [neighbour.url, database.url].map((url) => {
    const connection = connect(url, { max: 1 });
    const begun = Promise.withResolvers<void>();
    const done = connection.sql
      .begin(async (sql) => {
        await sql`create table left_open (id int)`;
        await sql`insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
          values ('message.sent', gen_random_uuid(), 1, '{}', '{}', now())`;
        begun.resolve();
        await release.promise;
        throw new Error('rolled back');
      })
      .catch(() => connection.close());
    return { begun: begun.promise, done };
  });
  await Promise.all(idle.map(({ begun }) => begun));

  const stream = await begun(subscribe(house));
  const taking = take(stream, 1);
  await emit(house, { tag: 'live' });
  const committed = performance.now();
  expect((await taking).map(tagOf)).toEqual(['live']);
  expect(performance.now() - committed).toBeLessThan(1_000);
  await stream.return();
  release.resolve();
  await Promise.all(idle.map(({ done }) => done));
});
