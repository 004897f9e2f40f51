import postgres from 'postgres';
import type { Sql } from '../db/client.ts';

/** One connection of its own beside a pool, to the same database. */
export interface Session {
  /** Runs a statement without arrays, on a new connection if the last one is gone. One at a time. */
  ask<Answer>(statement: (sql: Sql) => Promise<Answer>): Promise<Answer>;
  /** Waits a second for a statement that is under way. */
  end(): Promise<void>;
}

export interface SessionOptions {
  /** Shown in pg_stat_activity. */
  readonly name: string;
  /** The connection went, and with it what the session held, while nothing was asked of it that could fail. */
  readonly onLost?: () => void;
}

/** Statements here take milliseconds; one that takes this long waits for something that is dead. */
const PATIENCE_MS = 11_000;

/**
 * Not `sql.reserve()`: when a reserved connection dies, postgres.js 3.4 writes to a closed socket, which ends the
 * process, and gives the dead connection back to its pool. Here a connection that failed is never used again.
 */
export function openSession(pool: Sql, { name, onLost }: SessionOptions): Session {
  const { connection, ...options } = pool.options;
  const inherited = options as unknown as postgres.Options<{ bigint: postgres.PostgresType<bigint> }>;
  let current: Sql | null = null;
  let asking = false;
  let ended = false;

  function open(): Sql {
    const opened = postgres({
      ...inherited,
      max: 1,
      // Asking for the types of arrays ends the process when the connection dies meanwhile.
      fetch_types: false,
      connection: { ...connection, application_name: name },
      onclose: () => {
        if (current === opened && !asking) onLost?.();
      },
    });
    return opened;
  }

  async function drop(timeout: number): Promise<void> {
    const dropped = current;
    current = null;
    await dropped?.end({ timeout });
  }

  return {
    ask: async (statement) => {
      if (ended) throw new Error(`The session "${name}" has ended.`);
      current ??= open();
      asking = true;
      const deadline = setTimeout(() => void drop(0), PATIENCE_MS);
      try {
        return await statement(current);
      } catch (error) {
        await drop(0);
        throw error;
      } finally {
        asking = false;
        clearTimeout(deadline);
      }
    },
    end: () => {
      ended = true;
      return drop(1);
    },
  };
}
