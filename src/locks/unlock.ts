import { requireSession, type Ctx } from '../context.ts';
import type { SessionId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { parseInput } from '../text.ts';
import { passwordInput } from './passwords.ts';
import { proveScreenPassword } from './prove.ts';
import { wrongPassword } from './rules.ts';

/** Opens the caller's session again; its streams go on from where they were. An open one changes nothing. */
export async function unlockSession(ctx: Ctx, input: { readonly password: string }): Promise<SessionId> {
  const { sessionId } = requireSession(ctx);
  const { password } = parseInput(passwordInput, input);
  const passwordHash = await proveScreenPassword(ctx, password, ['password']);
  await transact(ctx, async (tx) => {
    // Only what the password given opens: another one may have been set since it was looked at.
    const [lock] = await tx.sql<{ wasLocked: boolean }[]>`
      select locked_at is not null as "wasLocked" from screen_locks
      where session_id = ${sessionId} and password_hash = ${passwordHash} for no key update`;
    if (!lock) throw wrongPassword(1, ['password']);
    await tx.sql`
      /* session_unlock */
      update screen_locks set locked_at = null, used_at = ${tx.now().toISOString()}
      where session_id = ${sessionId}`;
    if (!lock.wasLocked) return;
    await record(tx, {
      type: 'session.unlocked',
      subjectId: sessionId,
      topics: [topic.access(sessionId)],
      payload: {},
    });
  });
  return sessionId;
}
