import type { Logger } from 'pino';
import type { Sql } from '../db/client.ts';
import type { EventPayload, EventType } from './catalogue.ts';
import { newCounts, type FeedCounts } from './counts.ts';
import { listenersOf } from './listeners.ts';
import { openSession } from './session.ts';
import { signalOf } from './signal.ts';

/** An event as it stands in the log. */
export interface LogEvent {
  /** Null for what is live only. */
  readonly position: number | null;
  readonly id: string;
  readonly type: EventType;
  readonly subjectId: string;
  readonly sequence: number | null;
  readonly topics: readonly string[];
  readonly payload: EventPayload;
  readonly occurredAt: Date;
}

/** Called in turn with reading the log: it takes note and returns. */
export type Listener = (event: LogEvent) => void;

/** A part of the log. */
export interface LogRange {
  readonly events: readonly LogEvent[];
  /** The first position that the log still held when this was read. */
  readonly oldest: number;
}

export interface LogReader {
  readonly logId: string;
  readonly counts: FeedCounts;
  /** Every event up to here has been given to its listeners. */
  head(): number;
  /** Nothing from here on was missed: it is moved when events were dropped before this process had read them. */
  unbrokenFrom(): number;
  /** There may be something to read; merged, never waits. */
  nudge(): void;
  /** Calls `listener` once for each event on any of the topics, in log order, from head() on. */
  listen(topics: readonly string[], listener: Listener): () => void;
  /** How many listen now. */
  listeners(): number;
  /** Gives listeners an event that is not in the log. */
  whisper(event: LogEvent): void;
  /** The events on the topics after one position and up to another, at most `limit`. */
  range(topics: readonly string[], after: number, upTo: number, limit: number): Promise<LogRange>;
  /** The first position that the log still holds (the next one when it holds none), and the last. */
  bounds(): Promise<{ oldest: number; newest: number }>;
  stop(): Promise<void>;
}

/** Fewer than subscribers can hold, so that reading alone does not overrun them. */
const BATCH = 500;
const POLL_MS = 500;

/** An event as a statement gives it. */
export interface EventRow {
  position: bigint;
  id: bigint;
  type: EventType;
  subject_id: string;
  sequence: bigint;
  topics: string[];
  payload: EventPayload;
  occurred_at: string;
}

/** Reads the log once for the whole process, however many listeners there are. */
export async function startReader(sql: Sql, log: Logger): Promise<LogReader> {
  const [start] = await sql<
    { log_id: string; position: bigint }[]
  >`select log_id, position from event_log_head`;
  if (!start) throw new Error('event_log_head is empty: has the database been migrated?');
  // Not the pool's: what is live must not wait behind somebody's slow query.
  const session = openSession(sql, { name: 'bottega reader' });
  const listeners = listenersOf<LogEvent>(log);
  const signal = signalOf();
  const counts = newCounts();
  let head = Number(start.position);
  let unbrokenFrom = 0;
  let stopped = false;

  async function advance(): Promise<number> {
    const rows = await session.ask(
      (sql) => sql<EventRow[]>`
        /* event_read */
        select position, id, type, subject_id, sequence, to_jsonb(topics) as topics, payload, occurred_at
        from event_log where position > ${head} order by position limit ${BATCH}`,
    );
    counts.read += rows.length;
    for (const row of rows) {
      const event = eventOf(row);
      const position = Number(row.position);
      // Positions are dense: this process was frozen, or cut off, for longer than events are kept.
      if (position > head + 1) {
        log.error({ after: head, next: position }, 'events were dropped before this process had read them');
        unbrokenFrom = position;
      }
      // First, so that who begins to listen while it is given out reads it from the log.
      head = position;
      listeners.tell(event);
    }
    return rows.length;
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        if ((await advance()) < BATCH && !stopped) await signal.wait(POLL_MS);
      } catch (error) {
        if (stopped) return;
        log.warn({ err: error }, 'the log could not be read; trying again');
        await signal.wait(POLL_MS);
      }
    }
  }

  const running = run();
  return {
    logId: start.log_id,
    counts,
    head: () => head,
    unbrokenFrom: () => unbrokenFrom,
    nudge: signal.raise,
    listen: listeners.add,
    listeners: listeners.count,
    whisper: listeners.tell,
    range: (topics, after, upTo, limit) => range(sql, topics, { after, upTo, limit }),
    bounds: () => bounds(sql),
    stop: async () => {
      stopped = true;
      signal.raise();
      await session.end();
      await running;
    },
  };
}

/**
 * One statement, so that what it finds and how far back the log went are of one moment: old partitions are dropped with
 * the log locked, which a statement has read either before or after. Where the log begins is asked of its head, since
 * asking the log itself would be a look into every partition. Not prepared: whether to walk
 * the log or to ask the index of topics depends on the values, and the wrong way takes a hundred times as long.
 */
const RANGE = `
  /* event_range */
  select kept.oldest, found.* from (select oldest from event_log_head) kept left join lateral (
    select position, id, type, subject_id, sequence, to_jsonb(topics) as topics, payload, occurred_at
    from event_log
    where position > $1 and position <= $2 and topics && $3::text[]
    order by position limit $4
  ) found on true order by found.position`;

async function range(
  sql: Sql,
  topics: readonly string[],
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<LogRange> {
  const rows = await sql.unsafe<({ oldest: bigint } & (EventRow | { position: null }))[]>(
    RANGE,
    [after, upTo, [...topics], limit],
    { prepare: false },
  );
  const events = rows.flatMap((row) => (row.position === null ? [] : [eventOf(row)]));
  const [first] = rows;
  if (!first) throw new Error('event_log_head is empty.');
  return { events, oldest: Number(first.oldest) };
}

async function bounds(sql: Sql): Promise<{ oldest: number; newest: number }> {
  const [row] = await sql<{ oldest: bigint; newest: bigint }[]>`
    /* event_bounds */
    select oldest, position as newest from event_log_head`;
  if (!row) throw new Error('event_log_head is empty.');
  return { oldest: Number(row.oldest), newest: Number(row.newest) };
}

export function eventOf(row: EventRow): LogEvent {
  return {
    position: Number(row.position),
    id: row.id.toString(),
    type: row.type,
    subjectId: row.subject_id,
    sequence: Number(row.sequence),
    topics: row.topics,
    payload: row.payload,
    occurredAt: new Date(row.occurred_at),
  };
}
