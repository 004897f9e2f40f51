import type { Logger } from 'pino';
import type { PendingQuery } from 'postgres';
import type { Sql } from '../db/client.ts';
import { openSession } from './session.ts';
import { signalOf } from './signal.ts';
import { stamp } from './stamp.ts';

/** Any number will do, as long as nothing else in this database locks it. */
const LEADER_LOCK = 7_316_001;
/** Events of one statement. */
const BATCH = 1_000;
/** A lost hint costs at most this long. */
const POLL_MS = 500;
/** How often the others ask whether the leader is gone. */
const ELECTION_MS = 1_000;

export interface Sequencer {
  /** Whether this process stamps now. */
  leading(): boolean;
  /** Says that there is something to stamp; merged, never waits. */
  nudge(): void;
  stop(): Promise<void>;
}

/**
 * Moves committed events from the outbox into the log under dense positions. Only one process of all does it: the
 * one that holds an advisory lock, on the same connection that stamps, so that losing the one is losing the other.
 */
export function startSequencer(sql: Sql, log: Logger, stamped: (position: number) => void): Sequencer {
  const signal = signalOf();
  let leading = false;
  let stopped = false;
  const onLost = (): void => {
    if (!leading) return;
    // Somebody must lead, at once: perhaps again this one.
    leading = false;
    signal.raise();
  };
  const session = openSession(sql, { name: 'bottega sequencer', onLost });

  /** Does what there is to do, and says how long there may be nothing more. */
  async function step(): Promise<number> {
    if (!leading) {
      const [election] = await session.ask(elect);
      leading = election?.won ?? false;
      if (!leading) return ELECTION_MS;
    }
    const [batch] = await session.ask((sql) => stamp(sql, BATCH));
    if (batch?.last) stamped(Number(batch.last));
    return batch?.count === BATCH ? 0 : POLL_MS;
  }

  async function run(): Promise<void> {
    while (!stopped) {
      let pause = ELECTION_MS;
      try {
        pause = await step();
      } catch (error) {
        leading = false;
        if (!stopped) log.warn({ err: error }, 'the sequencer lost its connection; it or another goes on');
      }
      if (pause > 0 && !stopped) await signal.wait(pause);
    }
  }

  const running = run();
  return {
    leading: () => leading,
    // Others than the leader have nothing to do about it: should they become it, they look first.
    nudge: () => {
      if (leading) signal.raise();
    },
    stop: async () => {
      stopped = true;
      signal.raise();
      await session.end();
      await running;
    },
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
