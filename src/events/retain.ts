import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Ctx } from '../context.ts';

/** How long the open partition of the log takes events, and how many: the more it holds, the longer a cut takes. */
const PARTITION_HOURS = 24;
const PARTITION_EVENTS = 2_000_000;
const HOUR_MS = 60 * 60_000;

/** A cut or a drop waits half a second at most, since everybody waits behind it; then it leaves them alone for a while. */
const TRIES = 5;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Keeps the log bounded: ends its open partition once a day, and drops each when the newest event in it is too old. A
 * cursor from before is answered with CURSOR_EXPIRED, and a webhook that was left behind is paused by its dispatcher:
 * what nobody fetches for so long must not fill the disk. Safe to run at any time, and twice.
 */
export async function retainLog(ctx: Ctx): Promise<void> {
  await cut(ctx);
  while (await forgetOne(ctx));
  await noteLeftBehind(ctx);
}

async function cut(ctx: Ctx): Promise<void> {
  const before = hoursAgo(ctx, PARTITION_HOURS);
  const [due] = await ctx.sql<{ events: number }[]>`
    /* event_log_cut_due */
    select (h.position - p.before)::int as events
    from event_log_head h cross join lateral (
      select greatest(h.oldest, coalesce(max(ends_before), 1)) - 1 as before from event_log_partitions
    ) p join event_log first on first.position = p.before + 1
    where first.stamped_at < ${before} or h.position - p.before > ${PARTITION_EVENTS}`;
  if (!due) return;
  const row = await patiently(
    ctx,
    'cut',
    () => ctx.sql<{ beginning: bigint | null }[]>`/* event_log_cut */ select event_log_cut() as beginning`,
  );
  if (row?.beginning)
    ctx.log.info({ ...due, next: Number(row.beginning) }, 'a partition of the log has ended');
}

/** Whether there was something to drop, so that there may be more. */
async function forgetOne(ctx: Ctx): Promise<boolean> {
  const before = hoursAgo(ctx, 24 * ctx.app.logRetentionDays);
  const [due] = await ctx.sql<{ name: string }[]>`
    /* event_log_forget_due */
    select p.name from (
      select name, ends_before from event_log_partitions where ends_before is not null order by ends_before limit 1
    ) p left join event_log newest on newest.position = p.ends_before - 1
    where newest.stamped_at is null or newest.stamped_at < ${before}`;
  if (!due) return false;
  const row = await patiently(
    ctx,
    'drop',
    () => ctx.sql<{ events: bigint | null }[]>`
      /* event_log_forget */
      select event_log_forget(${before}) as events`,
  );
  if (row?.events == null) return false;
  ctx.log.info({ partition: due.name, events: Number(row.events) }, 'old events were dropped from the log');
  return true;
}

/** Null when others would not let go of the log: the next run tries again. */
async function patiently<Row extends postgres.Row>(
  ctx: Ctx,
  what: 'cut' | 'drop',
  ask: () => PromiseLike<readonly Row[]>,
): Promise<Row | null> {
  for (let tries = 1; tries <= TRIES; tries++) {
    try {
      const [row] = await ask();
      return row ?? null;
    } catch (error) {
      if (!(error instanceof postgres.PostgresError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
      await sleep(500 + Math.random() * 1_000);
    }
  }
  ctx.log.warn({ what }, 'the log was in use all the time; the next run tries again');
  return null;
}

async function noteLeftBehind(ctx: Ctx): Promise<void> {
  const [left] = await ctx.sql<{ webhooks: number }[]>`
    /* event_log_left_behind */
    select count(*)::int as webhooks from webhooks w, event_log_head h
    where w.state = 'ACTIVE' and w.position < h.oldest - 1`;
  if (left && left.webhooks > 0) ctx.log.warn(left, 'webhooks have missed events that are no longer kept');
}

const hoursAgo = (ctx: Ctx, hours: number) => new Date(ctx.now().getTime() - hours * HOUR_MS).toISOString();
