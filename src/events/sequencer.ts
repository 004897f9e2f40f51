import type { Logger } from 'pino';
import type postgres from 'postgres';
import type { Sql } from '../db/client.ts';
import { signalOf } from './signal.ts';

/** Any number will do, as long as nothing else in this database locks it. */
const LEADER_LOCK = 7_316_001;
const BATCH = 1_000;
/** A lost hint costs at most this long. */
const POLL_MS = 500;
const ELECTION_MS = 1_000;

export interface Sequencer {
  /** Whether this process stamps now. */
  readonly leading: () => boolean;
  /** Says that there is something to stamp; merged, never waits. */
  nudge(): void;
  stop(): Promise<void>;
}

/**
 * Moves committed events from the outbox into the log under dense positions. Only one process of all does it: the
 * one that holds an advisory lock, on the same connection that stamps, so that losing the one is losing
 * the other.
 */
export function startSequencer(sql: Sql, log: Logger, stamped: () => void): Sequencer {
  const signal = signalOf();
  let leading = false;
  let stopped = false;

  async function lead(): Promise<void> {
    const connection = await sql.reserve();
    try {
      const [lock] = await connection<{ won: boolean }[]>`select pg_try_advisory_lock(${LEADER_LOCK}) as won`;
      leading = lock?.won ?? false;
      while (leading && !stopped) {
        const count = await stamp(connection);
        if (count > 0) stamped();
        if (count < BATCH && !stopped) await signal.wait(POLL_MS);
      }
      if (leading) await connection`select pg_advisory_unlock(${LEADER_LOCK})`;
    } finally {
      leading = false;
      connection.release();
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        await lead();
      } catch (error) {
        log.warn({ err: error }, 'the sequencer lost its connection; another process or a new one goes on');
      }
      if (!stopped) await signal.wait(ELECTION_MS);
    }
  }

  const running = run();
  return {
    leading: () => leading,
    nudge: signal.raise,
    stop: async () => {
      stopped = true;
      signal.raise();
      await running;
    },
  };
}

async function stamp(connection: postgres.ReservedSql<{ bigint: bigint }>): Promise<number> {
  const rows = await connection`
    /* event_stamp */
    with batch as (
      delete from outbox where id in (select id from outbox order by id limit ${BATCH})
      returning id, type, subject_id, sequence, topics, payload, occurred_at
    ), head as (
      update event_log_head set position = position + (select count(*) from batch)
      where exists (select from batch)
      returning position - (select count(*) from batch) as base
    )
    insert into event_log (position, id, type, subject_id, sequence, topics, payload, occurred_at)
    select base + row_number() over (order by id), id, type, subject_id, sequence, topics, payload, occurred_at
    from batch, head`;
  return rows.count;
}
