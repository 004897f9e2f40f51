import type { Logger } from 'pino';
import type { Sql } from '../db/client.ts';
import { openSession, type Session } from './session.ts';
import { signalOf } from './signal.ts';

/** How often the others ask whether the leader is gone. */
const ELECTION_MS = 1_000;

export interface Leader {
  /** Whether this process leads now. */
  leading(): boolean;
  /** Says that there is something to do; merged, never waits. */
  wake(): void;
  stop(): Promise<void>;
}

export interface LeaderOptions {
  readonly sql: Sql;
  readonly log: Logger;
  /** What leads: shown in pg_stat_activity, and in the log. */
  readonly name: string;
  /** Runs for the lock, and prepares the session: for one that has frozen, it ends a session that is idle. */
  readonly elect: (sql: Sql) => Promise<readonly { won: boolean }[]>;
  /** Does what there is to do, on the connection that holds the lock, and says how long there may be nothing more. */
  readonly work: (session: Session) => Promise<number>;
  /** Called when it does not lead, again and again, and at the end. */
  readonly rest?: () => Promise<void>;
}

/**
 * Work that one process of all does: the one that holds an advisory lock, on the same connection that works, so that
 * losing the one is losing the other. When it is gone another takes over.
 */
export function startLeader({ sql, log, name, elect, work, rest }: LeaderOptions): Leader {
  const signal = signalOf();
  let leading = false;
  let stopped = false;
  const onLost = (): void => {
    if (!leading) return;
    // Somebody must lead, at once: perhaps again this one.
    leading = false;
    signal.raise();
  };
  const session = openSession(sql, { name: `bottega ${name}`, onLost });

  async function step(): Promise<number> {
    if (!leading) {
      const [election] = await session.ask(elect);
      leading = election?.won ?? false;
      if (!leading) return ELECTION_MS;
    }
    return work(session);
  }

  async function run(): Promise<void> {
    while (!stopped) {
      let pause = ELECTION_MS;
      try {
        pause = await step();
      } catch (error) {
        leading = false;
        if (!stopped) log.warn({ err: error }, `the ${name} lost its connection; it or another goes on`);
      }
      if (!leading) await rest?.();
      if (pause > 0 && !stopped) await signal.wait(pause);
    }
    await rest?.();
  }

  const running = run();
  return {
    leading: () => leading,
    wake: signal.raise,
    stop: async () => {
      stopped = true;
      signal.raise();
      await session.end();
      await running;
    },
  };
}
