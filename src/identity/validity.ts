import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { SessionId } from '../db/id.ts';
import { sessions } from './tables.ts';

/** Whether what somebody calls with is still good. */
export type Validity =
  | { readonly isValid: false }
  /** `until` is null for what lasts until it is revoked. */
  | { readonly isValid: true; readonly until: Date | null };

/** Whether a session is signed in, and until when as far as is known. Asking is no use of it. */
export async function sessionValidity(ctx: Ctx, sessionId: SessionId): Promise<Validity> {
  const [session] = await ctx.db
    .select({ until: sessions.expiresAt })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
  if (!session || session.until <= ctx.now()) return { isValid: false };
  return { isValid: true, until: session.until };
}
