import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Ctx, Tx } from '../context.ts';
import { sqlOf } from './client.ts';

const ATTEMPTS = 5;
/** serialization_failure, deadlock_detected: the transaction did nothing wrong and may run again. */
const RETRYABLE = new Set(['40001', '40P01']);

/**
 * Runs `work` in a transaction, or joins the caller's. Work touches nothing outside the database, because
 * it may run more than once.
 */
export async function transact<T>(ctx: Ctx | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if ('inTransaction' in ctx) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(ctx, work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

async function once<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const callbacks: (() => void)[] = [];
  const result = await ctx.app.db.transaction((db) =>
    untilLost(
      work({
        ...ctx,
        db,
        sql: sqlOf(db),
        inTransaction: true,
        afterCommit: (run) => {
          callbacks.push(run);
        },
      }),
    ),
  );
  for (const run of callbacks) run();
  return result;
}

/**
 * When the connection dies, postgres.js rejects the transaction by itself, and would then write a rollback to the
 * dead socket, which ends the process (porsager/postgres#1208). So work that failed for that reason never settles.
 */
export async function untilLost<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isConnectionLost(error)) await new Promise<never>(() => {});
    throw error;
  }
}

/** The driver's own words for it, those of a server that is told to end the connection, and the network's (ECONNRESET). */
function isConnectionLost(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  return code.startsWith('CONNECTION_') || /^57P0[123]$/.test(code) || 'syscall' in cause;
}

function isRetryable(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof postgres.PostgresError && RETRYABLE.has(cause.code);
}

/** The name of the constraint that a statement broke, or null when the error is something else. */
export function brokenConstraint(error: unknown): string | null {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof postgres.PostgresError) || !cause.code.startsWith('23')) return null;
  return cause.constraint_name ?? null;
}
