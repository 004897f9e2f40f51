import { and, eq } from 'drizzle-orm';
import { requirePerson, type Ctx } from '../context.ts';
import type { SessionId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { parseInput } from '../text.ts';
import { passwordInput } from './passwords.ts';
import { proveScreenPassword } from './prove.ts';
import { ScreenLockMissingError } from './rules.ts';
import { screenLocks } from './tables.ts';

/** Takes the screen lock of the caller's session away. */
export async function removeScreenLock(ctx: Ctx, input: { readonly password: string }): Promise<SessionId> {
  const { sessionId } = requirePerson(ctx);
  const { password } = parseInput(passwordInput, input);
  const passwordHash = await proveScreenPassword(ctx, password, ['password']);
  await transact(ctx, async (tx) => {
    const removed = await tx.db
      .delete(screenLocks)
      .where(and(eq(screenLocks.sessionId, sessionId), eq(screenLocks.passwordHash, passwordHash)))
      .returning({ id: screenLocks.sessionId });
    if (removed.length === 0) throw new ScreenLockMissingError();
    await record(tx, {
      type: 'session.lock_removed',
      subjectId: sessionId,
      topics: [topic.access(sessionId)],
      payload: {},
    });
  });
  return sessionId;
}
