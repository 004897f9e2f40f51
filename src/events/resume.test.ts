import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  numbered,
  readLog,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';
import type { Delivery } from './stream.ts';

const TOPICS = ['test', 'others'];

let database: TestDatabase;
let house: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url, { pool: 6, limits: { backfill: 7, inbox: 9 } });
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

/** Some of them of another topic, which the streams of these tests do not want. */
async function writeSome(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await emit(house, { topics: [TOPICS[Math.random() < 0.7 ? 0 : 1] ?? ''], tag: `${Math.random()}` });
  }
}

/** What is in the log of the topic `test` from a position on. */
async function expected(after: number): Promise<string[]> {
  const rows = await house.sql<{ tag: string }[]>`
    select payload ->> 'partyId' as tag from event_log
    where position > ${after} and topics @> '{test}' order by position`;
  return rows.map(({ tag }) => tag);
}

it('gives exactly the rest from any of its cursors, cut anywhere, while writers go on', async () => {
  const start = house.feed.cursor();
  const startPosition = (await readLog(house.sql)).length;
  const writing = Promise.all(Array.from({ length: 4 }, () => writeSome(60)));
  const readers = Array.from({ length: 6 }, async () => {
    const seen: Delivery[] = [];
    let cursor = start;
    let isOver = false;
    void writing.finally(() => {
      isOver = true;
    });
    while (!isOver || seen.length < (await expected(startPosition)).length) {
      const stream = subscribe(house, { after: cursor });
      // Items are taken as a client takes them, bookmarks too, and the connection is lost anywhere.
      for (let left = 1 + Math.floor(Math.random() * 30); left > 0; left--) {
        const { value } = await Promise.race([stream.next(), quietFor(300)]);
        if (!value) break;
        cursor = value.cursor;
        if (value.event) seen.push(value);
      }
      await stream.return();
    }
    return seen.map(tagOf);
  });
  const everything = await Promise.all(readers);
  await writing;
  const all = await expected(startPosition);
  expect(all.length).toBeGreaterThan(100);
  for (const seen of everything) expect(seen).toEqual(all);
});

async function quietFor(milliseconds: number): Promise<{ value: undefined }> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return { value: undefined };
}

it('gives the same items whichever cursor of a stream it is resumed from', async () => {
  const stream = await begun(subscribe(house));
  await emit(house, ...numbered(25));
  const items = await take(stream, 25);
  await stream.return();
  await Promise.all(
    items.map(async ({ cursor }, index) => {
      const rest = subscribe(house, { after: cursor });
      const first = await rest.next();
      // The first item says that the stream is live, and moves nothing.
      expect(first.value).toEqual({ cursor, event: null });
      expect((await take(rest, 24 - index)).map(tagOf)).toEqual(items.slice(index + 1).map(tagOf));
      await rest.return();
    }),
  );
});

it('starts now without a cursor, and from the snapshot with eventCursor', async () => {
  await emit(house, { tag: 'before' });
  await vi.waitFor(async () => expect((await readLog(house.sql)).at(-1)?.tag).toBe('before'));
  const [{ position } = { position: 0 }] = await house.sql<
    { position: number }[]
  >`select position::int from event_log_head`;
  await vi.waitFor(() => expect(positionOf(house.feed.cursor())).toBe(position));
  const cursor = house.feed.cursor();
  const live = await begun(subscribe(house));
  await emit(house, { tag: 'after' });
  expect(tagOf((await take(live, 1))[0] as Delivery)).toBe('after');
  const resumed = await begun(subscribe(house, { after: cursor }));
  expect(tagOf((await take(resumed, 1))[0] as Delivery)).toBe('after');
  await Promise.all([live.return(), resumed.return()]);
});

const positionOf = (cursor: string) => Number(Buffer.from(cursor, 'base64url').toString().split('.')[2]);
