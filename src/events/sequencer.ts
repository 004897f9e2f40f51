import type { Logger } from 'pino';
import type { PendingQuery } from 'postgres';
import type { Sql } from '../db/client.ts';
import { startLeader } from './leader.ts';
import { stamp } from './stamp.ts';

/** Any number will do, as long as nothing else in this database locks it. */
const LEADER_LOCK = 7_316_001;
/** Events of one statement. */
const BATCH = 1_000;
/** A lost hint costs at most this long. */
const POLL_MS = 500;

export interface Sequencer {
  /** Whether this process stamps now. */
  leading(): boolean;
  /** Says that there is something to stamp; merged, never waits. */
  nudge(): void;
  stop(): Promise<void>;
}

/** Moves committed events from the outbox into the log under dense positions. */
export function startSequencer(sql: Sql, log: Logger, stamped: (position: number) => void): Sequencer {
  const leader = startLeader({
    sql,
    log,
    name: 'sequencer',
    elect,
    work: async (session) => {
      const [batch] = await session.ask((sql) => stamp(sql, BATCH));
      if (batch?.last) stamped(Number(batch.last));
      return batch?.count === BATCH ? 0 : POLL_MS;
    },
  });
  return {
    leading: leader.leading,
    // Others than the leader have nothing to do about it: should they become it, they look first.
    nudge: () => {
      if (leader.leading()) leader.wake();
    },
    stop: leader.stop,
  };
}

/**
 * Runs for the leader's lock, and prepares the session for it:
 * - a leader polls, so one whose session is idle has frozen, or its machine is gone: Postgres ends the session;
 * - a statement that its process has given up does not wait on;
 * - what readers have been given must not be stamped anew, and otherwise, after a crash: where commits are told not to
 *   wait for the disk, these do.
 */
function elect(sql: Sql): PendingQuery<{ won: boolean }[]> {
  return sql`
    select pg_try_advisory_lock(${LEADER_LOCK}) as won,
      set_config('idle_session_timeout', '5s', false) as lease,
      set_config('statement_timeout', '10s', false) as patience,
      case current_setting('synchronous_commit')
        when 'off' then set_config('synchronous_commit', 'local', false) end as safety`;
}
