import { requireSession, type Ctx } from '../context.ts';
import { transact } from '../db/transact.ts';
import { endSession } from '../identity/revoke-session.ts';
import { MOST_TRIES, ScreenLockMissingError, signedOut, tooManyTries, wrongPassword } from './rules.ts';
import { tryPassword } from './try-password.ts';

/**
 * The hash of the session's password, when the one given is right. The last of the wrong tries signs the session out:
 * who knows the password by then has forgotten it, or is somebody else.
 */
export async function proveScreenPassword(
  ctx: Ctx,
  password: string,
  path: readonly string[],
): Promise<string> {
  const { personId, sessionId } = requireSession(ctx);
  const outcome = await tryPassword(
    ctx,
    { table: 'screen_locks', key: 'session_id', id: sessionId },
    password,
  );
  switch (outcome.kind) {
    case 'right':
      return outcome.passwordHash;
    case 'none':
      throw new ScreenLockMissingError();
    case 'wrong':
    case 'wait':
      // Also one that finds all of them spent: the process may have died before it signed out.
      if (outcome.tries >= MOST_TRIES) {
        await transact(ctx, (tx) => endSession(tx, personId, sessionId));
        throw signedOut(path);
      }
      throw outcome.kind === 'wrong'
        ? wrongPassword(outcome.tries, path)
        : tooManyTries(outcome.retryAt, path);
  }
}
