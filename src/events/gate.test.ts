import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fault } from '../errors.ts';
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
import type { LiveStream } from './feed.ts';
import type { Opening } from './gate.ts';
import { listenersOf } from './listeners.ts';
import { newCounts } from './counts.ts';
import type { LogEvent, LogReader } from './reader.ts';
import { stream as streamFrom } from './stream.ts';

let database: TestDatabase;
let house: EventProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url, { limits: { inbox: 10, backfill: 7, bookmarkMs: 50 } });
});
afterAll(async () => {
  await house.stop();
  await database.drop();
});

/** A gate that a test opens and shuts, and how often its stream has asked. */
function gateOf() {
  const topic = `gate:${randomUUID()}`;
  const state = { opening: { isOpen: true, askAgainAt: null } as Opening, asked: 0, skew: 0 };
  const move = async (opening: Opening) => {
    state.opening = opening;
    await emit(house, { topics: [topic] });
  };
  return {
    state,
    options: {
      topics: [topic],
      ask: () => {
        state.asked += 1;
        return Promise.resolve(state.opening);
      },
      now: () => new Date(Date.now() + state.skew),
    },
    shut: () => move({ isOpen: false, askAgainAt: null }),
    open: () => move({ isOpen: true, askAgainAt: null }),
  };
}

/** Everything that a stream gives, as it comes; null is a bookmark. */
function drain(stream: LiveStream): (string | null)[] {
  const items: (string | null)[] = [];
  void (async () => {
    for await (const item of stream) items.push(tagOf(item));
  })().catch((error: unknown) => items.push(error instanceof Fault ? error.code : 'a failure'));
  return items;
}

const events = (items: readonly (string | null)[]) => items.filter((item) => item !== null);
const tags = (count: number) => numbered(count).map(({ tag }) => tag);

it('holds everything back while it is shut and then gives each once, in order, though far more came than an inbox holds', async () => {
  const gate = gateOf();
  const stream = await begun(subscribe(house, { gate: gate.options }));
  const witness = await begun(subscribe(house));
  const items = drain(stream);
  const [before, during, after] = [
    numbered(200).slice(0, 60),
    numbered(200).slice(60, 140),
    numbered(200).slice(140),
  ];

  await emit(house, ...before);
  await expect.poll(() => events(items)).toHaveLength(60);
  await gate.shut();
  await emit(house, ...during);
  await take(witness, 140);
  // The witness has it all; the other one nothing more, not even a bookmark that would move its cursor.
  const silent = items.length;
  await emit(house, { topics: ['others'] }, { topics: ['others'] });
  expect(items).toHaveLength(silent);
  expect(events(items)).toEqual(tags(60));

  await gate.open();
  await emit(house, ...after);
  await expect.poll(() => events(items)).toHaveLength(200);
  expect(events(items)).toEqual(tags(200));
  await Promise.all([stream.return(), witness.return()]);
});

it('gives each once, in order, whenever it is shut and opened in between', async () => {
  const gate = gateOf();
  const stream = await begun(subscribe(house, { gate: gate.options }));
  const items = drain(stream);
  for (const [index, event] of numbered(200).entries()) {
    if (index % 20 === 7) await gate.shut();
    if (index % 20 === 12) await gate.open();
    await emit(house, event);
  }
  await gate.open();
  await expect.poll(() => events(items)).toHaveLength(200);
  expect(events(items)).toEqual(tags(200));
  await stream.return();
});

it('holds back what is read from the log for an old cursor as well', async () => {
  const gate = gateOf();
  const after = house.feed.cursor();
  await emit(house, ...numbered(50));
  await gate.shut();
  const stream = subscribe(house, { gate: gate.options, after });
  const items = drain(stream);
  await expect.poll(() => gate.state.asked).toBeGreaterThan(0);
  expect(items).toEqual([]);
  await gate.open();
  await expect.poll(() => events(items)).toHaveLength(50);
  expect(events(items)).toEqual(tags(50));
  await stream.return();
});

it('forgets what is live only, such as typing', async () => {
  const gate = gateOf();
  const stream = await begun(subscribe(house, { gate: gate.options }));
  const witness = await begun(subscribe(house));
  const items = drain(stream);
  await gate.shut();
  await emit(house, { tag: 'seen' });
  await take(witness, 1);
  const whisper = { type: 'typing.changed', subjectId: randomUUID(), topics: ['test'] } as const;
  house.feed.whisper({ ...whisper, payload: { partyId: 'typing' as never } });
  expect((await take(witness, 1)).map(tagOf)).toEqual(['typing']);
  await gate.open();
  await expect.poll(() => events(items)).toEqual(['seen']);
  await emit(house, { tag: 'later' });
  await expect.poll(() => events(items)).toEqual(['seen', 'later']);
  await Promise.all([stream.return(), witness.return()]);
});

it('is asked when its time is up, and not before', async () => {
  const gate = gateOf();
  gate.state.opening = { isOpen: true, askAgainAt: new Date(Date.now() + 3_600_000) };
  const stream = await begun(subscribe(house, { gate: gate.options }));
  const items = drain(stream);
  await emit(house, ...numbered(100));
  await expect.poll(() => events(items)).toHaveLength(100);
  expect(gate.state.asked).toBe(1);
  gate.state.opening = { isOpen: false, askAgainAt: null };
  gate.state.skew = 3_600_000;
  await emit(house, { tag: 'too late' });
  await expect.poll(() => gate.state.asked).toBeGreaterThan(1);
  expect(events(items)).toHaveLength(100);
  await gate.open();
  await expect.poll(() => events(items)).toHaveLength(101);
  await stream.return();
});

it('is asked once by a stream to which its time comes while nothing else does', async () => {
  const gate = gateOf();
  gate.state.opening = { isOpen: true, askAgainAt: new Date(Date.now() + 30) };
  const stream = await begun(subscribe(house, { gate: gate.options }));
  const items = drain(stream);
  gate.state.opening = { isOpen: true, askAgainAt: null };
  await expect.poll(() => gate.state.asked).toBe(2);
  await emit(house, { tag: 'goes on' });
  await expect.poll(() => events(items)).toEqual(['goes on']);
  expect(gate.state.asked).toBe(2);
  await stream.return();
});

it('does not keep a stream that may no longer listen, nor one that leaves', async () => {
  const before = house.feed.subscribers();
  const gate = gateOf();
  let isMember = true;
  const authorize = () =>
    isMember ? Promise.resolve() : Promise.reject(new Fault('UNAUTHENTICATED', 'Signed out.'));
  const ended = await begun(subscribe(house, { gate: gate.options, authorize }));
  const left = await begun(subscribe(house, { gate: gate.options }));
  const items = drain(ended);
  const waiting = left.next();
  await gate.shut();
  await expect.poll(() => gate.state.asked).toBeGreaterThanOrEqual(4);
  await left.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  isMember = false;
  await emit(house, { tag: 'secret' });
  await gate.shut();
  await expect.poll(() => items).toContain('UNAUTHENTICATED');
  expect(items).not.toContain('secret');
  await expect.poll(() => house.feed.subscribers()).toBe(before);
});

it('costs nothing where there is none', async () => {
  const before = house.feed.subscribers();
  const stream = await begun(subscribe(house));
  const items = drain(stream);
  await emit(house, { tag: 'plain' });
  await expect.poll(() => events(items)).toEqual(['plain']);
  expect(house.feed.subscribers()).toBe(before + 1);
  await stream.return();
});

it('loses nothing when it is shut in the middle of the log and opens before the next look', async () => {
  const after = house.feed.cursor();
  await emit(house, ...numbered(50));
  const witness = await begun(subscribe(house, { after }));
  await take(witness, 50);
  // Due at every third look, and shut at one of them only.
  let [looks, asked] = [0, 0];
  const gate = {
    topics: [`gate:${randomUUID()}`],
    ask: () => {
      asked += 1;
      return Promise.resolve({ isOpen: asked !== 4, askAgainAt: new Date(looks + 3) });
    },
    now: () => new Date(looks++),
  };
  const stream = subscribe(house, { gate, after });
  const items = drain(stream);
  await expect.poll(() => events(items)).toHaveLength(50);
  expect(events(items)).toEqual(tags(50));
  await Promise.all([stream.return(), witness.return()]);
});

it('delivers nothing that stands behind its shutting in the log, at whatever moment that is heard', async () => {
  for (let turns = 0; turns < 30; turns++) {
    const { reader, tell } = readerByHand();
    let isOpen = true;
    const gate = {
      topics: ['gate'],
      ask: () => Promise.resolve({ isOpen, askAgainAt: null }),
      now: () => new Date(),
    };
    const options = { topics: ['test'], accessTopics: [], authorize: () => Promise.resolve(), gate };
    const leaving = new AbortController();
    const got: (string | undefined)[] = [];
    const reading = (async () => {
      for await (const { event } of streamFrom(reader, options, leaving.signal)) got.push(event?.subjectId);
    })();
    await nextTurn();
    tell('before', 'test');
    // The stream is awake and on its way to its next look.
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    isOpen = false;
    tell('shut', 'gate');
    tell('secret', 'test');
    await nextTurn();
    await nextTurn();
    expect(got, `${turns} turns later`).not.toContain('secret');
    leaving.abort();
    await reading;
  }
});

/** A reader whose log is empty: its listeners are told by hand, within a turn. */
function readerByHand(): { reader: LogReader; tell: (subjectId: string, topic: string) => void } {
  const listeners = listenersOf<LogEvent>(house.ctx.log);
  let head = 0;
  const reader: LogReader = {
    logId: randomUUID(),
    counts: newCounts(),
    head: () => head,
    unbrokenFrom: () => 0,
    nudge: () => {},
    listen: listeners.add,
    listeners: listeners.count,
    whisper: listeners.tell,
    range: () => Promise.resolve({ events: [], oldest: 1 }),
    bounds: () => Promise.resolve({ oldest: 1, newest: head }),
    stop: () => Promise.resolve(),
  };
  const tell = (subjectId: string, topic: string) => {
    head += 1;
    listeners.tell({
      position: head,
      id: String(head),
      type: 'message.sent',
      subjectId,
      sequence: head,
      topics: [topic],
      payload: {},
      occurredAt: new Date(),
    });
  };
  return { reader, tell };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
