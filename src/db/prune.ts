import type { Ctx } from '../context.ts';

/** How long a repeated command is answered with what its key did the first time, where no money moves; in days. */
const KEYS_KEPT_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;
/** Rows of one statement, so that none holds its locks for long. */
const BATCH = 1_000;

/** Deletes what came before that time, at most so many rows, and says how many it were. */
type Prune = (before: string, limit: number) => Promise<{ readonly count: number }>;

/** Deletes what is older than so many days, batch by batch; how many rows it were. */
export async function prune(ctx: Ctx, olderThanDays: number, one: Prune): Promise<number> {
  const before = new Date(ctx.now().getTime() - olderThanDays * DAY_MS).toISOString();
  for (let all = 0; ;) {
    const { count } = await one(before, BATCH);
    all += count;
    if (count < BATCH) return all;
  }
}

/** Forgets old idempotency keys. Those of commands that move money stay for good, as the books do. */
export function pruneKeys(ctx: Ctx): Promise<number> {
  return prune(
    ctx,
    KEYS_KEPT_DAYS,
    (before, limit) => ctx.sql`
      /* idempotency_prune */
      delete from idempotency_keys where (actor_id, key) in (
        select actor_id, key from idempotency_keys
        where not for_good and created_at < ${before} order by created_at limit ${limit}
      )`,
  );
}
