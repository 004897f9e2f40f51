import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  eventually,
  numbered,
  startEventProcess,
  subscribe,
  take,
  type EventProcess,
} from '../testing/events.ts';

let database: TestDatabase;
let house: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url, { limits: { inbox: 10, backfill: 7, lag: 50 } });
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

const readAll = (position: number) =>
  eventually(async () => Promise.resolve(house.feed.stats().position >= position));

it('counts what is read once a process, and what is given to each', async () => {
  const streams = [
    await begun(subscribe(house)),
    await begun(subscribe(house)),
    await begun(subscribe(house)),
  ];
  const taking = Promise.all(streams.map((stream) => take(stream, 5)));
  await emit(house, ...numbered(5));
  await taking;
  expect(house.feed.stats().counts).toEqual({
    read: 5,
    delivered: 15,
    bookmarks: 3,
    overflows: 0,
    slowConsumers: 0,
  });
  await Promise.all(streams.map((stream) => stream.return()));
});

it('counts inboxes that were full, and those who could not keep up', async () => {
  const stream = await begun(subscribe(house));
  const first = take(stream, 1);
  await emit(house, { tag: 'first' });
  await first;
  const { position } = house.feed.stats();
  await emit(house, ...numbered(20));
  await readAll(position + 20);
  expect(house.feed.stats().counts).toMatchObject({ overflows: 1, slowConsumers: 0 });
  await take(stream, 20);
  await emit(house, ...numbered(60));
  await readAll(position + 80);
  await expect(take(stream, 60)).rejects.toMatchObject({ code: 'SLOW_CONSUMER' });
  expect(house.feed.stats().counts).toMatchObject({ overflows: 2, slowConsumers: 1 });
});
