import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  readLog,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';

let database: TestDatabase;
let house: EventProcess;
let other: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url);
  other = await startEventProcess(database.url);
});
afterAll(async () => {
  await Promise.all([house.stop(), other.stop()]);
  await database.drop();
});

const typing = (tag: string, topics = ['test']) => ({
  type: 'typing.changed' as const,
  subjectId: randomUUID(),
  topics,
  payload: { partyId: tag as never },
});

it('reaches the live subscribers of every process as one event, moves no cursor and is not in the log', async () => {
  const streams = await Promise.all([house, other].map((process) => begun(subscribe(process))));
  const taking = Promise.all(streams.map((stream) => take(stream, 2)));
  const start = house.feed.cursor();
  await emit(house, { tag: 'kept' });
  await vi.waitFor(async () => expect(await readLog(house.sql)).toHaveLength(1));
  // Not before both have it: a whisper has no place among the events.
  await vi.waitFor(() => {
    for (const { feed } of [house, other]) expect(feed.cursor()).not.toBe(start);
  });
  house.feed.whisper(typing('whispered'));
  const [here, there] = await taking;
  expect(here?.map(tagOf)).toEqual(['kept', 'whispered']);
  expect(there).toEqual(here);
  expect(here?.[1]).toMatchObject({ cursor: here?.[0]?.cursor, event: { position: null, sequence: null } });
  expect(await readLog(house.sql)).toHaveLength(1);
  await Promise.all(streams.map((stream) => stream.return()));

  const resumed = await begun(subscribe(house, { after: here?.[1]?.cursor }));
  await emit(house, { tag: 'next' });
  expect((await take(resumed, 1)).map(tagOf)).toEqual(['next']);
  await resumed.return();
});

it('keeps the order in which somebody began and stopped typing', async () => {
  const stream = await begun(subscribe(other, { topics: ['ordered'] }));
  const taking = take(stream, 9);
  const tags = ['on', 'off', 'on', 'off', 'on', 'off', 'on', 'off', 'on'];
  for (const tag of tags) house.feed.whisper(typing(tag, ['ordered']));
  expect((await taking).map(tagOf)).toEqual(tags);
  await stream.return();
});

it('drops what is too large for a hint, and rubbish that others send, and goes on', async () => {
  const stream = await begun(subscribe(house, { topics: ['rubbish'] }));
  const taking = take(stream, 1);
  house.feed.whisper(typing('x'.repeat(10_000), ['rubbish']));
  for (const rubbish of ['', 'null', '{', '{"kind":"whispered"}', '{"kind":"new"}']) {
    await house.sql`select pg_notify('bottega', ${rubbish})`;
  }
  house.feed.whisper(typing('heard', ['rubbish']));
  expect((await taking).map(tagOf)).toEqual(['heard']);
  await stream.return();
});
