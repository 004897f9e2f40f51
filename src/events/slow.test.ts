import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  numbered,
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
  house = await startEventProcess(database.url, { limits: { inbox: 10, backfill: 7, lag: 150 } });
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

/** Events that this process' reader has given to everybody. */
async function emitAndRead(...events: Parameters<typeof emit>[1][]): Promise<void> {
  const witness = await begun(
    subscribe(house, { topics: [...new Set(events.flatMap((e) => e.topics ?? ['test']))] }),
  );
  const reading = take(witness, events.length);
  await emit(house, ...events);
  await reading;
  await witness.return();
}

it('gives a slow subscriber everything once and in order, though its inbox overflows', async () => {
  const stream = await begun(subscribe(house));
  const first = stream.next();
  await emit(house, { tag: 'first' });
  await first;
  // Eleven times what it holds, while it is busy with the first.
  await emitAndRead(...numbered(110));
  expect((await take(stream, 110)).map(tagOf)).toEqual(numbered(110).map(({ tag }) => tag));
  await emit(house, { tag: 'live again' });
  expect((await take(stream, 1)).map(tagOf)).toEqual(['live again']);
  await stream.return();
});

it('keeps nobody waiting for a subscriber that never reads, and forgets it when it leaves', async () => {
  const before = house.feed.subscribers();
  const idle = await begun(subscribe(house));
  const busy = await begun(subscribe(house));
  const taking = take(busy, 60);
  void idle.next();
  await emit(house, ...numbered(60));
  expect(await taking).toHaveLength(60);
  expect(house.feed.subscribers()).toBe(before + 2);
  await Promise.all([idle.return(), busy.return()]);
  expect(house.feed.subscribers()).toBe(before);
});

it('ends a stream that fell too far behind with SLOW_CONSUMER and a cursor that works', async () => {
  const stream = await begun(subscribe(house));
  const taking = take(stream, 1);
  await emit(house, { tag: 'taken' });
  await taking;
  await emitAndRead(...numbered(20), ...numbered(160, { topics: ['others'] }));
  const failure = await take(stream, 1).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'SLOW_CONSUMER', facts: { cursor: expect.any(String) as string } });
  const { cursor } = (failure as { facts: { cursor: string } }).facts;
  const again = await begun(subscribe(house, { after: cursor }));
  expect((await take(again, 20)).map(tagOf)).toEqual(numbered(20).map(({ tag }) => tag));
  await again.return();
  await expect(stream.next()).resolves.toEqual({ done: true, value: undefined });
});

it('does not take a subscriber for slow because others were busy while it had nothing to read', async () => {
  const stream = await begun(subscribe(house));
  const taking = take(stream, 25);
  await emitAndRead(...numbered(200, { topics: ['others'] }));
  // Comes at once, and is more than the inbox holds.
  const events = numbered(25);
  await house.sql.begin(async (sql) => {
    for (const { tag } of events) {
      await sql`
        insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
        values ('message.sent', gen_random_uuid(), 1, '{test}', jsonb_build_object('partyId', ${tag ?? ''}::text), now())`;
    }
  });
  expect((await taking).map(tagOf)).toEqual(events.map(({ tag }) => tag));
  await stream.return();
});

it('moves the cursor of a quiet stream by bookmarks, past what it does not want and never past what it does', async () => {
  const quick = await startEventProcess(database.url, { limits: { bookmarkMs: 20 } });
  const stream = await begun(
    subscribe(quick, { wants: (event) => event.payload.partyId?.startsWith('wanted') ?? false }),
  );
  let isOver = false;
  const writing = (async () => {
    for (let index = 0; !isOver; index++) {
      await emit(house, { tag: `noise ${index}` });
      if (index % 100 === 99) await emit(house, { tag: `wanted ${index}` });
    }
  })();
  const items = [];
  while (
    items.filter(({ event }) => event === null).length < 5 ||
    items.filter(({ event }) => event).length < 3
  ) {
    const { value } = await stream.next();
    if (value) items.push(value);
  }
  isOver = true;
  await writing;
  const positions = items.map(({ cursor }) =>
    Number(Buffer.from(cursor, 'base64url').toString().split('.')[2]),
  );
  expect(positions).toEqual([...positions].sort((one, other) => one - other));
  for (const [index, { event }] of items.entries()) {
    const earlier = positions[index - 1] ?? 0;
    if (event) expect(event.position).toBeGreaterThan(earlier);
  }
  await stream.return();
  await quick.stop();
});

it('leaves at once when it is closed while it waits, and keeps no timer', async () => {
  const before = house.feed.subscribers();
  const stream = await begun(subscribe(house));
  const waiting = stream.next();
  await vi.waitFor(() => expect(house.feed.subscribers()).toBe(before + 1));
  const asked = performance.now();
  await stream.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(performance.now() - asked).toBeLessThan(200);
  expect(house.feed.subscribers()).toBe(before);
});

it('leaves nothing behind for a stream that was never read', async () => {
  const before = house.feed.subscribers();
  const stream = subscribe(house);
  await stream.return();
  expect(await stream.next()).toEqual({ done: true, value: undefined });
  expect(house.feed.subscribers()).toBe(before);
});
