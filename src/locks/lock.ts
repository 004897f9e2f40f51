import { requirePerson, type Ctx, type Tx } from '../context.ts';
import type { SessionId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { ScreenLockMissingError } from './rules.ts';

/** Locks the caller's session at once: in every process, and before anything else of its streams is delivered. */
export async function lockSession(ctx: Ctx): Promise<SessionId> {
  const { sessionId } = requirePerson(ctx);
  await transact(ctx, async (tx) => {
    const [lock] = await tx.sql<{ wasOpen: boolean }[]>`
      select locked_at is null as "wasOpen" from screen_locks where session_id = ${sessionId} for no key update`;
    if (!lock) throw new ScreenLockMissingError();
    if (!lock.wasOpen) return;
    await tx.sql`
      /* session_lock */
      update screen_locks set locked_at = ${tx.now().toISOString()} where session_id = ${sessionId}`;
    await recordLocked(tx, sessionId);
  });
  return sessionId;
}

/**
 * Locks a session whose time without use is over. Time has no event of its own: whoever notices it first writes it down,
 * with the moment at which it came.
 */
export async function noticeAutoLock(ctx: Ctx, sessionId: SessionId): Promise<void> {
  await transact(ctx, async (tx) => {
    const noticed = await tx.sql`
      /* session_auto_lock */
      update screen_locks set locked_at = used_at + make_interval(secs => auto_lock_seconds)
      where session_id = ${sessionId} and locked_at is null
        and used_at + make_interval(secs => auto_lock_seconds) <= ${tx.now().toISOString()}`;
    if (noticed.count > 0) await recordLocked(tx, sessionId);
  });
}

function recordLocked(tx: Tx, sessionId: SessionId): Promise<void> {
  return record(tx, {
    type: 'session.locked',
    subjectId: sessionId,
    topics: [topic.access(sessionId)],
    payload: {},
  });
}
