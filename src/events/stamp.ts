import type { PendingQuery } from 'postgres';
import type { Sql } from '../db/client.ts';

/**
 * Moves committed events, at most `limit` and oldest first, from the outbox into the log, under the positions that follow
 * its head. One statement, so all of it or nothing. The head's row puts those who do this at once in turn, and a
 * row that another has moved is skipped: one stamper is enough, more do no harm. The time is asked for behind the head's
 * lock and never goes back, whatever the clocks do: a later position is not stamped earlier.
 */
export function stamp(sql: Sql, limit: number): PendingQuery<{ count: number; last: bigint | null }[]> {
  return sql`
    /* event_stamp */
    with batch as (
      delete from outbox where id in (select id from outbox order by id limit ${limit})
      returning id, type, subject_id, sequence, topics, payload, occurred_at
    ), head as (
      update event_log_head set position = position + (select count(*) from batch),
                                stamped_at = greatest(stamped_at, clock_timestamp())
      where exists (select from batch)
      returning position - (select count(*) from batch) as base, stamped_at
    ), stamped as (
      insert into event_log (position, id, type, subject_id, sequence, topics, payload, occurred_at, stamped_at)
      select base + row_number() over (order by id), id, type, subject_id, sequence, topics, payload, occurred_at, stamped_at
      from batch, head
      returning position
    )
    select count(*)::int as count, max(position) as last from stamped`;
}
