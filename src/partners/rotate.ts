import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context.ts';
import type { ApiKeyId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { parseInput } from '../text.ts';
import { addKey, endKey, lockKey, lockOwnKey, type MadeKey } from './keys.ts';
import { KeyOverError, MOST_OVERLAP_HOURS, ROTATION_HOURS, isUsable, rotationOf } from './rules.ts';
import { apiKeys } from './tables.ts';

const Rotate = z.object({
  overlapHours: z
    .int('Whole hours.')
    .min(0, 'An overlap is no less than 0 hours.')
    .max(MOST_OVERLAP_HOURS, `An overlap is ${MOST_OVERLAP_HOURS} hours at most.`)
    .nullish(),
});

/**
 * Makes another key with the name, the scopes and the lifetime of one, which goes on to work for the overlap: so that
 * programs can change from the one to the other without a pause. Of no overlap, the old one ends at once.
 */
export async function rotateKey(ctx: Ctx, keyId: ApiKeyId, input: z.input<typeof Rotate>): Promise<MadeKey> {
  requirePerson(ctx);
  const overlapHours = parseInput(Rotate, input).overlapHours ?? ROTATION_HOURS;
  return transact(ctx, async (tx) => {
    const old = await lockOwnKey(tx, keyId);
    const now = tx.now();
    if (!isUsable(old, now)) throw new KeyOverError();
    const { oldEndsAt, newExpiresAt } = rotationOf(old, now, overlapHours);
    if (oldEndsAt <= now) {
      await endKey(tx, old);
    } else {
      await tx.db.update(apiKeys).set({ expiresAt: oldEndsAt }).where(eq(apiKeys.id, keyId));
      await tx.app.jobs.enqueue(tx, 'key.expire', { keyId }, oldEndsAt);
    }
    const { appId, name, scopes } = old;
    return addKey(tx, { appId, name, scopes, expiresAt: newExpiresAt });
  });
}

/** The end of a key whose time is over. It is refused by its time alone: this is what ends its live streams. */
export async function expireKey(ctx: Ctx, keyId: ApiKeyId): Promise<void> {
  await transact(ctx, async (tx) => {
    const key = await lockKey(tx, keyId);
    if (key && !isUsable(key, tx.now())) await endKey(tx, key);
  });
}
