import type { Ctx } from '../context.ts';

/** In one statement: a delivery has up to ten attempts. */
const BATCH = 1_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Forgets deliveries that are older than events are kept, and their attempts, however many there are. What still waits is
 * kept, however old.
 */
export async function pruneDeliveries(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now().getTime() - ctx.app.logRetentionDays * DAY_MS).toISOString();
  for (;;) {
    const { count } = await ctx.sql`
      /* webhook_prune */
      delete from webhook_deliveries where id in (
        select id from webhook_deliveries
        where created_at < ${before} and state <> 'PENDING' order by created_at limit ${BATCH}
      )`;
    if (count < BATCH) return;
  }
}
