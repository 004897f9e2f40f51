import { and, eq, isNull } from 'drizzle-orm';
import { requirePerson, requireSession, type Ctx, type Tx } from '../context.ts';
import type { PersonId, SessionId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { sessions } from './tables.ts';

/** Signs one of the caller's own devices out: its requests are refused and its live streams end. */
export async function revokeSession(ctx: Ctx, sessionId: SessionId): Promise<void> {
  const { personId } = requirePerson(ctx);
  await transact(ctx, async (tx) => {
    if (!(await endSession(tx, personId, sessionId))) throw new NotFoundError('session', ['sessionId']);
  });
}

/** Signs the session out that asks, also when it is locked: that is what who forgot the password does. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { personId, sessionId } = requireSession(ctx);
  await transact(ctx, async (tx) => {
    if (!(await endSession(tx, personId, sessionId))) throw new NotFoundError('session', ['sessionId']);
  });
}

/** Ends a session of a person, in the caller's transaction; false when there was none to end. */
export async function endSession(tx: Tx, personId: PersonId, sessionId: SessionId): Promise<boolean> {
  const revoked = await tx.db
    .update(sessions)
    .set({ revokedAt: tx.now() })
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  if (revoked.length === 0) return false;
  await record(tx, {
    type: 'session.revoked',
    subjectId: sessionId,
    topics: [topic.revocations, topic.access(sessionId)],
    payload: {},
  });
  tx.afterCommit(() => tx.app.sessions.forget(sessionId));
  return true;
}
