import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  eventually,
  forgetUpTo,
  numbered,
  readLog,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';
import { encodeCursor } from './cursor.ts';

let database: TestDatabase;
let house: EventProcess;
let logId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url, { limits: { backfill: 5 } });
  const [head] = await house.sql<{ log_id: string }[]>`select log_id from event_log_head`;
  logId = head?.log_id ?? '';
  await emit(house, ...numbered(30));
  await eventually(async () => (await readLog(house.sql)).length === 30);
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

const at = (position: number) => encodeCursor(logId, position);
const forget = (upTo: number) => forgetUpTo(house.sql, upTo);

it('refuses a cursor from the future', async () => {
  const asked = performance.now();
  await expect(subscribe(house, { after: at(31) }).next()).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  expect(performance.now() - asked).toBeLessThan(500);
});

it('takes a cursor of another process that is ahead of this one', async () => {
  const deaf = await startEventProcess(database.url, { hears: false });
  const stream = await begun(subscribe(house));
  const taking = take(stream, 1);
  await emit(house, { tag: 'newest' });
  const [newest] = await taking;
  const other = await begun(subscribe(deaf, { after: newest?.cursor }));
  await emit(house, { tag: 'behind it' });
  expect((await take(other, 1)).map(tagOf)).toEqual(['behind it']);
  await Promise.all([stream.return(), other.return()]);
  await deaf.stop();
});

it('says so when events behind the cursor are no longer kept, and goes on from where none is missing', async () => {
  await forget(10);
  await expect(subscribe(house, { after: at(9) }).next()).rejects.toMatchObject({
    code: 'CURSOR_EXPIRED',
    message: expect.stringContaining('eventCursor') as string,
  });
  const stream = await begun(subscribe(house, { after: at(10) }));
  expect(tagOf((await take(stream, 1))[0] ?? { cursor: '', event: null })).toBe('11');
  await stream.return();
});

it('ends a backfill that the deletion of old events has overtaken, without a gap', async () => {
  const stream = await begun(subscribe(house, { after: at(10) }));
  expect((await take(stream, 5)).map(tagOf)).toEqual(['11', '12', '13', '14', '15']);
  await forget(20);
  await expect(stream.next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
});

it('resumes at the end of a log that holds nothing any more', async () => {
  const { length } = await readLog(house.sql);
  expect(length).toBeGreaterThan(0);
  const [{ position } = { position: 0 }] = await house.sql<
    { position: number }[]
  >`select position::int from event_log_head`;
  await forget(position);
  await expect(subscribe(house, { after: at(position - 1) }).next()).rejects.toMatchObject({
    code: 'CURSOR_EXPIRED',
  });
  const stream = await begun(subscribe(house, { after: at(position) }));
  await emit(house, { tag: 'new' });
  expect((await take(stream, 1)).map(tagOf)).toEqual(['new']);
  await stream.return();
});

it('ends streams that were live when events were dropped before their process had read them', async () => {
  const busy = await begun(subscribe(house));
  const quiet = await begun(subscribe(house, { topics: ['others'], bookmarkMs: 50 }));
  const cursor = house.feed.cursor();
  // As one statement, for no process reads what is dropped in the moment in which it is stamped.
  await house.sql`
    with forgotten as (delete from event_log)
    update event_log_head set position = position + 3, oldest = position + 4`;
  await emit(house, { tag: 'behind the gap' });
  await expect(take(busy, 1)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  await expect(take(quiet, 1)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  await expect(subscribe(house, { after: cursor }).next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  const stream = await begun(subscribe(house));
  await emit(house, { tag: 'from here on' });
  expect((await take(stream, 1)).map(tagOf)).toEqual(['from here on']);
  await stream.return();
});
