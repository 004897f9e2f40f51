import type { Ctx } from '../context.ts';
import type { PersonId, SessionId } from '../db/id.ts';
import { isPassword } from './passwords.ts';
import { MOST_TRIES, WAITS_BY_TRY } from './rules.ts';

/** Which password is tried: a session's, or that of a person's locked conversations. */
export type Tried =
  | { readonly table: 'screen_locks'; readonly key: 'session_id'; readonly id: SessionId }
  | { readonly table: 'chat_lock_passwords'; readonly key: 'person_id'; readonly id: PersonId };

export type Outcome =
  /** Whoever acts on it checks in its own transaction that it is still this password. */
  | { readonly kind: 'right'; readonly passwordHash: string }
  | { readonly kind: 'wrong'; readonly tries: number }
  /** No try is taken now, nor counted. */
  | { readonly kind: 'wait'; readonly tries: number; readonly retryAt: Date }
  | { readonly kind: 'none' };

/**
 * Counts the try before it looks at the password, in a statement of its own: a wrong try stays counted, and a hundred
 * at once are still three, because each waits for the row and reads it anew.
 */
export async function tryPassword(ctx: Ctx, tried: Tried, password: string): Promise<Outcome> {
  const { sql } = ctx;
  const [table, key, now] = [sql(tried.table), sql(tried.key), ctx.now().toISOString()];
  const [counted] = await sql<{ passwordHash: string; tries: number }[]>`
    /* password_try */
    update ${table} set
      tries = least(tries + 1, ${MOST_TRIES}),
      retry_at = ${now}::timestamptz
        + make_interval(secs => nullif((${[...WAITS_BY_TRY]}::int[])[least(tries + 1, ${MOST_TRIES})], 0))
    where ${key} = ${tried.id} and (retry_at is null or retry_at <= ${now})
    returning password_hash as "passwordHash", tries`;
  if (!counted) return refusalOf(ctx, tried);
  const { passwordHash, tries } = counted;
  if (!(await isPassword(passwordHash, password))) return { kind: 'wrong', tries };
  await sql`
    /* password_right */
    update ${table} set tries = 0, retry_at = null
    where ${key} = ${tried.id} and password_hash = ${passwordHash}`;
  return { kind: 'right', passwordHash };
}

async function refusalOf({ sql }: Ctx, tried: Tried): Promise<Outcome> {
  const [row] = await sql<{ tries: number; retry_at: string | null }[]>`
    select tries, retry_at from ${sql(tried.table)} where ${sql(tried.key)} = ${tried.id}`;
  if (!row?.retry_at) return { kind: 'none' };
  return { kind: 'wait', tries: row.tries, retryAt: new Date(row.retry_at) };
}
