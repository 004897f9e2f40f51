import type { Ctx } from '../context.ts';
import { prune, pruneKeys } from '../db/prune.ts';

/** A code is good for minutes, and counts against the limit of its phone for an hour. */
const CODES_KEPT_DAYS = 1;
/** After they would have expired by themselves: what was signed out earlier as well. */
const SESSIONS_KEPT_DAYS = 90;

/** Forgets what is long over and nothing needs any more: keys of commands, codes, sessions. */
export async function pruneWhatIsOver(ctx: Ctx): Promise<void> {
  const keys = await pruneKeys(ctx);
  const codes = await prune(
    ctx,
    CODES_KEPT_DAYS,
    (before, limit) => ctx.sql`
      /* sign_in_codes_prune */
      delete from sign_in_codes where id in (
        select id from sign_in_codes where expires_at < ${before} order by expires_at limit ${limit}
      )`,
  );
  const sessions = await prune(
    ctx,
    SESSIONS_KEPT_DAYS,
    (before, limit) => ctx.sql`
      /* sessions_prune */
      delete from sessions where id in (
        select id from sessions s
        where expires_at < ${before} and not exists (select from screen_locks where session_id = s.id)
        order by expires_at limit ${limit}
      )`,
  );
  if (keys + codes + sessions > 0)
    ctx.log.info({ keys, codes, sessions }, 'what was over has been forgotten');
}
