import type { Ctx } from '../context.ts';
import type { SessionId } from '../db/id.ts';
import { anyOf } from '../db/read.ts';
import { Fault } from '../errors.ts';
import type { Opening } from '../events/gate.ts';
import { noticeAutoLock } from './lock.ts';
import { autoLockAt, lockedSince, type LockTimes } from './rules.ts';
import { screenLocks } from './tables.ts';

/** A screen lock as its owner sees it. */
export interface ScreenLockState {
  readonly autoLockSeconds: number;
  /** Null while it is open. */
  readonly lockedAt: Date | null;
}

/** The locks of the caller's own sessions; null for one without. */
export async function screenLocksBySession(
  ctx: Ctx,
  ids: readonly SessionId[],
): Promise<(ScreenLockState | null)[]> {
  const rows = await ctx.db.select().from(screenLocks).where(anyOf(screenLocks.sessionId, ids));
  const now = ctx.now();
  const states = new Map(
    rows.map((row) => [
      row.sessionId,
      { autoLockSeconds: row.autoLockSeconds, lockedAt: lockedSince(row, now) },
    ]),
  );
  return ids.map((id) => states.get(id) ?? null);
}

interface OpeningRow {
  expires_at: string;
  /** Null in all of them for a session without a lock. */
  auto_lock_seconds: number | null;
  used_at: string | null;
  locked_at: string | null;
}

/**
 * Whether a session's streams may deliver, and until when that holds without asking again. Throws UNAUTHENTICATED when its
 * time is up. That it was revoked stands in the log, and is noticed by who comes to it there.
 */
export async function openingOf(ctx: Ctx, sessionId: SessionId): Promise<Opening> {
  const [row] = await ctx.sql<OpeningRow[]>`
    /* session_opening */
    select s.expires_at, l.auto_lock_seconds, l.used_at, l.locked_at
    from sessions s left join screen_locks l on l.session_id = s.id where s.id = ${sessionId}`;
  if (!row) return { isOpen: true, askAgainAt: null };
  const expiresAt = new Date(row.expires_at);
  const now = ctx.now();
  if (expiresAt <= now) throw new Fault('UNAUTHENTICATED', 'This session has expired: sign in again.');
  const lock = lockTimesOf(row);
  if (!lock) return { isOpen: true, askAgainAt: expiresAt };
  if (lockedSince(lock, now) === null)
    return { isOpen: true, askAgainAt: earlier(autoLockAt(lock), expiresAt) };
  if (lock.lockedAt === null) await noticeAutoLock(ctx, sessionId);
  return { isOpen: false, askAgainAt: expiresAt };
}

function lockTimesOf({
  auto_lock_seconds: autoLockSeconds,
  used_at,
  locked_at,
}: OpeningRow): LockTimes | null {
  if (autoLockSeconds === null || used_at === null) return null;
  return {
    autoLockSeconds,
    usedAt: new Date(used_at),
    lockedAt: locked_at === null ? null : new Date(locked_at),
  };
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
