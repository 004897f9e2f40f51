import type { Ctx } from '../context.ts';
import type { SessionId } from '../db/id.ts';
import { anyOf } from '../db/read.ts';
import type { Opening } from '../events/gate.ts';
import { noticeAutoLock } from './lock.ts';
import { autoLockAt, lockedSince } from './rules.ts';
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

/** Whether a session's streams may deliver, and until when that holds without asking again. */
export async function openingOf(ctx: Ctx, sessionId: SessionId): Promise<Opening> {
  const [lock] = await ctx.db
    .select()
    .from(screenLocks)
    .where(anyOf(screenLocks.sessionId, [sessionId]));
  if (!lock) return { isOpen: true, askAgainAt: null };
  const since = lockedSince(lock, ctx.now());
  if (since === null) return { isOpen: true, askAgainAt: autoLockAt(lock) };
  if (lock.lockedAt === null) await noticeAutoLock(ctx, sessionId);
  return { isOpen: false, askAgainAt: null };
}
