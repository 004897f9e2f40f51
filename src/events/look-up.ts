import type { Sql } from '../db/client.ts';
import { eventOf, type EventRow, type LogEvent } from './reader.ts';

// Single looks into the log. What follows it reads through the feed.

/** How far back an example of an event is looked for: positions, and events on the topics. */
const LOOK_BACK = 100_000;
const MOST_EXAMPLES = 200;

/** An event by its id; null when the log does not hold it. */
export async function findEvent(sql: Sql, id: string): Promise<LogEvent | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const [row] = await sql<EventRow[]>`
    /* event_by_id */
    select position, id, type, subject_id, sequence, to_jsonb(topics) as topics, payload, occurred_at
    from event_log where id = ${id}`;
  return row ? eventOf(row) : null;
}

/** The last events on the topics, newest first: so many, and none from the distant past. */
export async function newestEvents(sql: Sql, topics: readonly string[]): Promise<LogEvent[]> {
  // Not prepared, as in reader.ts.
  const rows = await sql.unsafe<EventRow[]>(
    `/* events_newest */
    select position, id, type, subject_id, sequence, to_jsonb(topics) as topics, payload, occurred_at
    from event_log
    where topics && $1::text[] and position > (select position - ${LOOK_BACK} from event_log_head)
    order by position desc limit ${MOST_EXAMPLES}`,
    [[...topics]],
    { prepare: false },
  );
  return rows.map(eventOf);
}

/** How much of the log there is. */
export interface LogExtent {
  /** The first position that it holds; the next one when it holds none. */
  readonly oldest: number;
  readonly newest: number;
  /** When the first one was stamped; null when there is none. */
  readonly since: Date | null;
}

export async function logExtent(sql: Sql): Promise<LogExtent> {
  const [row] = await sql<{ oldest: bigint; newest: bigint; since: string | null }[]>`
    /* event_extent */
    select h.oldest, h.position as newest, first.stamped_at as since
    from event_log_head h left join event_log first on first.position = h.oldest`;
  if (!row) throw new Error('event_log_head is empty.');
  return {
    oldest: Number(row.oldest),
    newest: Number(row.newest),
    since: row.since === null ? null : new Date(row.since),
  };
}

/**
 * The first position that was stamped at that time or later; the next one to come when none was. Positions are dense and
 * are stamped in their order, so that halving finds it in some thirty looks, however long the log is.
 */
export async function positionAt(sql: Sql, time: Date): Promise<number> {
  const [row] = await sql<{ position: bigint }[]>`
    /* event_position_at */
    with recursive search (low, high) as (
      select h.oldest, h.position + 1 from event_log_head h
      union all
      select case when e.stamped_at >= ${time.toISOString()}::timestamptz then s.low else e.position + 1 end,
             case when e.stamped_at >= ${time.toISOString()}::timestamptz then e.position else s.high end
      from search s join event_log e on e.position = (s.low + s.high) / 2
      where s.low < s.high
    )
    select low as position from search where low >= high`;
  if (!row) throw new Error(`The log has a gap: nothing was found for ${time.toISOString()}.`);
  return Number(row.position);
}
