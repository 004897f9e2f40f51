import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../context.ts';
import { connect } from '../db/client.ts';
import { examine } from '../doctor/examine.ts';
import { writeFuzz } from '../testing/commit-fuzz.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  begun,
  emit,
  eventually,
  readLog,
  startEventProcess,
  subscribe,
  tagOf,
  take,
  type EventProcess,
} from '../testing/events.ts';
import { encodeCursor } from './cursor.ts';
import { retainLog } from './retain.ts';
import type { Delivery } from './stream.ts';

const DAY_MS = 24 * 60 * 60_000;

let database: TestDatabase;
let house: EventProcess;
beforeEach(async () => {
  database = await createTestDatabase();
  house = await startEventProcess(database.url);
});
afterEach(async () => {
  // What the doctor asks of a log holds however it was cut and trimmed. These events tell of messages that are not there.
  const findings = (await examine(house.sql)).filter(({ check }) => !check.rule.includes('message'));
  await house.stop();
  await database.drop();
  expect(findings.map(({ check, fact }) => `${check.rule} ${fact}`)).toEqual([]);
});

/** The house, so many days later. */
function after(days: number, of: EventProcess = house): Ctx {
  const now = () => new Date(Date.now() + days * DAY_MS);
  return { ...of.ctx, now, app: { ...of.ctx.app, now, logRetentionDays: 30 } };
}

/** Emits and waits until it is in the log. */
async function settle(...tags: string[]): Promise<void> {
  await emit(house, ...tags.map((tag) => ({ tag })));
  await eventually(async () => (await house.sql`select from outbox`).length === 0);
}

/** Each with the positions that it holds. */
const partitions = async () =>
  (
    await house.sql<{ name: string; positions: string[] }[]>`
      select p.name, array_remove(array_agg(l.position::int order by l.position), null) as positions
      from event_log_partitions p left join event_log l on l.tableoid::regclass::text = p.name
      group by p.name, p.ends_before order by p.ends_before nulls last`
  ).map(({ name, positions }) => [name, positions]);

async function cursorAt(position: number): Promise<string> {
  const [head] = await house.sql<{ log_id: string }[]>`select log_id from event_log_head`;
  return encodeCursor(head?.log_id ?? '', position);
}

describe('the log in partitions', () => {
  it('begins a new one after a day, and not before there is anything in the last', async () => {
    await retainLog(after(2));
    await settle('a', 'b');
    await retainLog(after(0.9));
    expect(await partitions()).toEqual([['event_log_from_1', [1, 2]]]);
    await retainLog(after(1.1));
    await retainLog(after(3));
    expect(await partitions()).toEqual([
      ['event_log_from_1', [1, 2]],
      ['event_log_from_3', []],
    ]);
    await settle('c');
    await retainLog(after(5));
    await settle('d');
    expect(await partitions()).toEqual([
      ['event_log_from_1', [1, 2]],
      ['event_log_from_3', [3]],
      ['event_log_from_4', [4]],
    ]);
    expect((await readLog(house.sql)).map(({ tag }) => tag)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('drops those of which every event is too old; a cursor is too old from exactly there on', async () => {
    await settle('a', 'b', 'c');
    await retainLog(after(2));
    await settle('d', 'e');
    await house.sql`update event_log set stamped_at = stamped_at - interval '10 days' where position <= 3`;
    await retainLog(after(19));
    expect((await partitions()).map(([name]) => name)).toEqual([
      'event_log_from_1',
      'event_log_from_4',
      'event_log_from_6',
    ]);
    await retainLog(after(21));
    expect(await partitions()).toEqual([
      ['event_log_from_4', [4, 5]],
      ['event_log_from_6', []],
    ]);

    await expect(subscribe(house, { after: await cursorAt(2) }).next()).rejects.toMatchObject({
      code: 'CURSOR_EXPIRED',
    });
    const stream = await begun(subscribe(house, { after: await cursorAt(3) }));
    expect((await take(stream, 2)).map(tagOf)).toEqual(['d', 'e']);
    await stream.return();
  });

  it('goes on when every event was dropped', async () => {
    await settle('a', 'b');
    await retainLog(after(2));
    const live = await begun(subscribe(house));
    await retainLog(after(40));
    expect(await partitions()).toEqual([['event_log_from_3', []]]);
    await expect(subscribe(house, { after: await cursorAt(1) }).next()).rejects.toMatchObject({
      code: 'CURSOR_EXPIRED',
    });
    const resumed = await begun(subscribe(house, { after: await cursorAt(2) }));
    await settle('c');
    for (const stream of [live, resumed]) {
      const [item] = await take(stream, 1);
      expect(item?.event).toMatchObject({ position: 3, payload: { partyId: 'c' } });
      await stream.return();
    }
  });

  it('leaves it to the next run when somebody holds the log, and holds nobody up for long', async () => {
    const stream = await begun(subscribe(house));
    await settle('a');
    await take(stream, 1);
    const holder = connect(database.url, { max: 1 });
    await holder.sql.begin(async (tx) => {
      await tx`select from event_log`;
      const asked = performance.now();
      const cutting = house.sql`select event_log_cut()`.then(
        () => null,
        (error: unknown) => error,
      );
      const writing = emit(house, { tag: 'b' });
      expect((await take(stream, 1)).map(tagOf)).toEqual(['b']);
      await writing;
      expect(await cutting).toMatchObject({ code: '55P03' });
      expect(performance.now() - asked).toBeLessThan(2_000);
    });
    await holder.close();
    await stream.return();
    await retainLog(after(2));
    expect((await partitions()).map(([name]) => name)).toEqual(['event_log_from_1', 'event_log_from_3']);
  });
});

it('leaves the doctor the log that it began with', async () => {
  await settle('a', 'b', 'c');
  await retainLog(after(2));
  await settle('d');
  const dropping: Promise<unknown>[] = [];
  const findings = await examine(house.sql, () => {
    if (dropping.length > 0) return;
    dropping.push(house.sql`select event_log_forget(now())`.catch((error: unknown) => error));
  });
  await Promise.all(dropping);
  expect(findings.filter(({ check }) => !check.rule.includes('message'))).toEqual([]);
});

describe('while sixteen write and the log is cut and dropped again and again', () => {
  it(
    'gives streams of two processes everything, once, in order, resumed or not',
    { timeout: 40_000 },
    async () => {
      const other = await startEventProcess(database.url);
      const cursors: string[] = [];
      const live = [house, other].map(async (process) => {
        const stream = await begun(subscribe(process));
        return { stream, seen: collect(stream, cursors) };
      });
      const followers = await Promise.all(live);
      const resuming = new AbortController();
      const resumed = resumeAgainAndAgain(other, house.feed.cursor(), resuming.signal);

      const writing = writeFuzz(database.url, { seed: 11, seconds: 4, committed: () => house.feed.nudge() });
      const all = [...followers, resumed];
      const trimming = trimUntil(writing, () => Math.min(...all.map(({ seen }) => seen.length)));
      const written = await writing;
      const { cuts, drops, slowest } = await trimming;
      expect(cuts).toBeGreaterThan(3);
      expect(drops).toBeGreaterThan(1);
      const count = written.committed.length;
      process.stdout.write(`${count} events, ${cuts} cuts, ${drops} drops, the slowest ${slowest} ms\n`);
      await eventually(async () => (await house.sql`select from outbox`).length === 0);

      for (const { stream, seen } of followers) {
        await eventually(() => Promise.resolve(seen.length >= count));
        expect(seen.map(({ event }) => event?.position)).toEqual(seen.map((_, index) => index + 1));
        expect(new Set(seen.map(tagOf))).toEqual(new Set(written.committed));
        expect(seen).toHaveLength(count);
        await stream.return();
      }
      const [first] = followers;
      await eventually(() => Promise.resolve(resumed.seen.length >= count));
      resuming.abort();
      await resumed.over;
      expect(resumed.seen.map(({ cursor }) => cursor)).toEqual(first?.seen.map(({ cursor }) => cursor));
      expect(resumed.times).toBeGreaterThan(10);
      await other.stop();
    },
  );
});

function collect(stream: AsyncIterable<Delivery>, cursors: string[]): Delivery[] {
  const seen: Delivery[] = [];
  void (async () => {
    for await (const item of stream) {
      cursors.push(item.cursor);
      if (item.event) seen.push(item);
    }
  })();
  return seen;
}

/** A subscriber whose connection is lost after every few items. */
function resumeAgainAndAgain(process: EventProcess, start: string, closing: AbortSignal) {
  const state = { seen: [] as Delivery[], times: 0, over: Promise.resolve() };
  let cursor = start;
  state.over = (async () => {
    while (!closing.aborted) {
      const stream = subscribe(process, { after: cursor });
      const hangUp = () => void stream.return();
      closing.addEventListener('abort', hangUp);
      for (let left = 1 + (state.times % 40); left > 0; left--) {
        const { value } = await stream.next();
        if (!value) break;
        cursor = value.cursor;
        if (value.event) state.seen.push(value);
      }
      closing.removeEventListener('abort', hangUp);
      await stream.return();
      state.times += 1;
    }
  })();
  return state;
}

/** Cuts as often as it may, and drops whatever everybody has passed. */
async function trimUntil(writing: Promise<unknown>, passed: () => number) {
  const counts = { cuts: 0, drops: 0, slowest: 0 };
  let isOver = false;
  void writing.finally(() => {
    isOver = true;
  });
  const attempt = async (statement: string): Promise<boolean> => {
    const asked = performance.now();
    try {
      const [row] = await house.sql.unsafe<{ done: bigint | null }[]>(statement);
      return row?.done != null;
    } catch (error) {
      expect(error).toMatchObject({ code: '55P03' });
      return false;
    } finally {
      counts.slowest = Math.max(counts.slowest, Math.round(performance.now() - asked));
    }
  };
  while (!isOver) {
    if (await attempt(`select event_log_cut() as done`)) counts.cuts += 1;
    const eldest = await house.sql<{ ends: number }[]>`
      select min(ends_before)::int as ends from event_log_partitions having min(ends_before) <= ${passed()}`;
    if (eldest.length > 0 && (await attempt(`select event_log_forget(now()) as done`))) counts.drops += 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return counts;
}
