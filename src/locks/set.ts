import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context.ts';
import type { SessionId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { parseInput } from '../text.ts';
import { hashPassword, passwordText } from './passwords.ts';
import { proveScreenPassword } from './prove.ts';
import { AUTO_LOCK_SECONDS, WrongPasswordError } from './rules.ts';
import { screenLocks } from './tables.ts';

const SetLock = z.object({
  password: passwordText,
  currentPassword: passwordText.nullish(),
  autoLockSeconds: z.number().int().min(AUTO_LOCK_SECONDS.min).max(AUTO_LOCK_SECONDS.max),
});

export interface SetScreenLock {
  readonly password: string;
  readonly autoLockSeconds: number;
  /** Needed when the session has a screen lock already. */
  readonly currentPassword?: string | null | undefined;
}

/** Puts a screen lock before the caller's session, or another one in the place of what it has. It is open after that. */
export async function setScreenLock(ctx: Ctx, input: SetScreenLock): Promise<SessionId> {
  const { sessionId } = requirePerson(ctx);
  const { password, autoLockSeconds, currentPassword } = parseInput(SetLock, input);
  const current = await proveCurrent(ctx, sessionId, currentPassword);
  const passwordHash = await hashPassword(password);
  await transact(ctx, async (tx) => {
    const now = tx.now();
    const lock = { passwordHash, autoLockSeconds, lockedAt: null, usedAt: now, tries: 0, retryAt: null };
    const set = await tx.db
      .insert(screenLocks)
      .values({ sessionId, ...lock, createdAt: now })
      .onConflictDoUpdate({
        target: screenLocks.sessionId,
        set: lock,
        // Only in the place of the one whose password was given: it may have changed since.
        setWhere: eq(screenLocks.passwordHash, current ?? ''),
      })
      .returning({ id: screenLocks.sessionId });
    if (set.length === 0) throw currentPasswordNeeded();
    await record(tx, {
      type: 'session.lock_set',
      subjectId: sessionId,
      // Every process forgets the session: from now on it is asked for at each request.
      topics: [topic.revocations, topic.access(sessionId)],
      payload: {},
    });
    tx.afterCommit(() => tx.app.sessions.forget(sessionId));
  });
  return sessionId;
}

async function proveCurrent(
  ctx: Ctx,
  sessionId: SessionId,
  password: string | null | undefined,
): Promise<string | null> {
  const [lock] = await ctx.db
    .select({ id: screenLocks.sessionId })
    .from(screenLocks)
    .where(eq(screenLocks.sessionId, sessionId));
  if (!lock) return null;
  if (password == null) throw currentPasswordNeeded();
  return proveScreenPassword(ctx, password, ['currentPassword']);
}

function currentPasswordNeeded(): WrongPasswordError {
  return new WrongPasswordError('This session has a screen lock: give its password as `currentPassword`.', [
    'currentPassword',
  ]);
}
