import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { WebhookId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { parseInput } from '../text.ts';
import { lockWebhook, recordWebhook, requireKept } from './access.ts';
import { MOST_OVERLAP_HOURS, OVERLAP_HOURS } from './rules.ts';
import { newSigningSecret } from './secrets.ts';
import { webhooks } from './tables.ts';

const HOUR_MS = 3_600_000;
const hours = `The overlap is from 0 to ${MOST_OVERLAP_HOURS} hours.`;
const Rotate = z.object({
  overlapHours: z.int(hours).min(0, hours).max(MOST_OVERLAP_HOURS, hours).nullish(),
});

/**
 * Gives a webhook a new secret, shown this once. Until the overlap is over the old one signs as well, so that a receiver
 * can be changed over without losing anything; one from a rotation before that ends at once.
 */
export async function rotateSecret(
  ctx: Ctx,
  input: { readonly webhookId: WebhookId; readonly overlapHours?: number | null | undefined },
): Promise<string> {
  const overlap = (parseInput(Rotate, input).overlapHours ?? OVERLAP_HOURS) * HOUR_MS;
  const secret = newSigningSecret();
  await transact(ctx, async (tx) => {
    const webhook = await lockWebhook(tx, input.webhookId);
    requireKept(webhook);
    const now = tx.now();
    const previous =
      overlap > 0
        ? {
            previousSecret: webhook.secret,
            previousSecretExpiresAt: new Date(now.getTime() + overlap),
          }
        : { previousSecret: null, previousSecretExpiresAt: null };
    await tx.db
      .update(webhooks)
      .set({ secret, ...previous, updatedAt: now })
      .where(eq(webhooks.id, webhook.id));
    await recordWebhook(tx, 'webhook.updated', webhook);
  });
  return secret;
}
