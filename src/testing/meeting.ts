import { vi } from 'vitest';
import type { Ctx, Tx } from '../context.ts';
import { transact } from '../db/transact.ts';

/* Two that meet at the worst moment, made to happen. */

/** How many of this database's sessions wait for a lock. */
async function waiting({ sql }: Pick<Ctx, 'sql'>): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and application_name = 'bottega'`;
  return row?.count ?? 0;
}

/**
 * Does `first` in a transaction that commits once `second` waits for it, or is through without waiting. What `second`
 * then gives shows whether it had looked before it was its turn.
 */
export async function overtake<T>(
  ctx: Ctx,
  first: (tx: Tx) => Promise<unknown>,
  second: () => Promise<T>,
): Promise<T> {
  const begun: Running<T>[] = [];
  await transact(ctx, async (tx) => {
    await first(tx);
    begun.push(run(second));
    await waitFor(ctx, begun, 1);
  });
  const [running] = begun;
  if (!running) throw new Error('it never began');
  return running.result;
}

/**
 * Lets `first` and then `second` begin while a row that `first` needs late is held by somebody else; then both go on.
 * What they left is what one after the other would have left.
 */
export async function inTurn<T>(
  ctx: Ctx,
  held: string,
  first: () => Promise<T>,
  second: () => Promise<T>,
): Promise<PromiseSettledResult<T>[]> {
  const begun: Running<T>[] = [];
  await ctx.sql.begin(async (tx) => {
    await tx.unsafe(`${held} for no key update`);
    begun.push(run(first));
    await waitFor(ctx, begun, 1);
    begun.push(run(second));
    await waitFor(ctx, begun, 2);
  });
  return Promise.allSettled(begun.map(({ result }) => result));
}

interface Running<T> {
  readonly result: Promise<T>;
  readonly isOver: () => boolean;
}

function run<T>(work: () => Promise<T>): Running<T> {
  let over = false;
  const result = work().finally(() => {
    over = true;
  });
  // Whoever asks for the result hears of the failure.
  result.catch(() => {});
  return { result, isOver: () => over };
}

/** Until so many wait or are over. */
async function waitFor(ctx: Ctx, all: readonly Running<unknown>[], count: number): Promise<void> {
  await vi.waitUntil(async () => all.filter((one) => one.isOver()).length + (await waiting(ctx)) >= count, {
    timeout: 10_000,
    interval: 10,
  });
}

/** Runs `work` while a row is held; tells whether another row is free when `work` waits for the first. */
export async function isFreeWhile(
  ctx: Ctx,
  held: string,
  later: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  const begun: Running<unknown>[] = [];
  const isFree = await ctx.sql.begin(async (tx) => {
    await tx.unsafe(`${held} for no key update`);
    begun.push(run(work));
    await waitFor(ctx, begun, 1);
    if (begun[0]?.isOver()) throw new Error('it did not wait');
    return ctx.sql.unsafe(`${later} for no key update nowait`).then(
      () => true,
      () => false,
    );
  });
  await begun[0]?.result;
  return isFree;
}
