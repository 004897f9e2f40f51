import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { ApiKeyId } from '../db/id.ts';
import type { Validity } from '../identity/validity.ts';
import { apiKeys } from './tables.ts';

/** Whether an API key still opens anything, and until when as far as is known. */
export async function keyValidity(ctx: Ctx, keyId: ApiKeyId): Promise<Validity> {
  const [key] = await ctx.db
    .select({ until: apiKeys.expiresAt })
    .from(apiKeys)
    .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)));
  if (!key || (key.until !== null && key.until <= ctx.now())) return { isValid: false };
  return { isValid: true, until: key.until };
}
