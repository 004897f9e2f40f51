import { and, eq, isNull } from 'drizzle-orm';
import { requirePerson, type Ctx } from '../context.ts';
import type { SessionId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { sessions } from './tables.ts';

/** Signs one of the caller's own devices out: its requests are refused and its live streams end. */
export async function revokeSession(ctx: Ctx, sessionId: SessionId): Promise<void> {
  const { personId } = requirePerson(ctx);
  await transact(ctx, async (tx) => {
    const revoked = await tx.db
      .update(sessions)
      .set({ revokedAt: tx.now() })
      .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (revoked.length === 0) throw new NotFoundError('session', ['sessionId']);
    await record(tx, {
      type: 'session.revoked',
      subjectId: sessionId,
      topics: [topic.revocations, topic.access(sessionId)],
      payload: {},
    });
    tx.afterCommit(() => tx.app.sessions.forget(sessionId));
  });
}
