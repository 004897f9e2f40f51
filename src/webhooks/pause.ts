import { and, eq } from 'drizzle-orm';
import type { Tx } from '../context.ts';
import { recordWebhook } from './access.ts';
import { webhooks, type Webhook } from './tables.ts';

/**
 * Sends nothing more to an address, for a reason that its owner is shown. What is made stays, and so does the place in the
 * log: it goes on from there when it is resumed. One that is not active stays as it is.
 */
export async function pauseWebhook(
  tx: Tx,
  webhook: Pick<Webhook, 'id' | 'appId'>,
  pauseReason: string,
): Promise<void> {
  const paused = await tx.db
    .update(webhooks)
    .set({ state: 'PAUSED', pauseReason, updatedAt: tx.now() })
    .where(and(eq(webhooks.id, webhook.id), eq(webhooks.state, 'ACTIVE')))
    .returning({ id: webhooks.id });
  if (paused.length > 0) await recordWebhook(tx, 'webhook.paused', webhook);
}
