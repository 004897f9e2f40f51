import type { Logger } from 'pino';
import type { Sql } from '../db/client.ts';
import type { EventPayload, EventType } from './catalogue.ts';
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

export type Listener = (event: LogEvent) => void;

export interface LogReader {
  readonly logId: string;
  /** Every event up to here has been given to its listeners. */
  head(): number;
  nudge(): void;
  /** Calls `listener` once for each event on any of the topics, in log order, from head() on. */
  listen(topics: readonly string[], listener: Listener): () => void;
  /** Gives listeners an event that is not in the log. */
  whisper(event: LogEvent): void;
  /** The events on the topics after one position and up to another, at most `limit`. */
  range(topics: readonly string[], after: number, upTo: number, limit: number): Promise<LogEvent[]>;
  stop(): Promise<void>;
}

const BATCH = 1_000;
const POLL_MS = 500;

interface Row {
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
  const byTopic = new Map<string, Set<Listener>>();
  const signal = signalOf();
  let head = Number(start.position);
  let stopped = false;

  function dispatch(event: LogEvent): void {
    const told = new Set<Listener>();
    for (const topic of event.topics) for (const listener of byTopic.get(topic) ?? []) told.add(listener);
    for (const listener of told) listener(event);
  }

  async function advance(): Promise<number> {
    const rows = await sql<Row[]>`
      /* event_read */
      select position, id, type, subject_id, sequence, topics, payload, occurred_at
      from event_log where position > ${head} order by position limit ${BATCH}`;
    for (const row of rows) {
      const event = eventOf(row);
      head = Number(row.position);
      dispatch(event);
    }
    return rows.length;
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        if ((await advance()) < BATCH) await signal.wait(POLL_MS);
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
    head: () => head,
    nudge: signal.raise,
    listen: (topics, listener) => {
      for (const topic of topics) {
        const listeners = byTopic.get(topic) ?? new Set();
        byTopic.set(topic, listeners.add(listener));
      }
      return () => {
        for (const topic of topics) {
          const listeners = byTopic.get(topic);
          listeners?.delete(listener);
          if (listeners?.size === 0) byTopic.delete(topic);
        }
      };
    },
    whisper: dispatch,
    range: async (topics, after, upTo, limit) => {
      const rows = await sql<Row[]>`
        /* event_range */
        select position, id, type, subject_id, sequence, topics, payload, occurred_at from event_log
        where position > ${after} and position <= ${upTo} and topics && ${[...topics]}::text[]
        order by position limit ${limit}`;
      return rows.map(eventOf);
    },
    stop: async () => {
      stopped = true;
      signal.raise();
      await running;
    },
  };
}

function eventOf(row: Row): LogEvent {
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
