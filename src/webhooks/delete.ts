import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { WebhookId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { lockWebhook, recordWebhook } from './access.ts';
import { webhookDeliveries, webhookReplays, webhooks } from './tables.ts';

/** Ends a webhook for good: nothing is made for it any more, and what still waited is dropped. Again changes nothing. */
export async function deleteWebhook(ctx: Ctx, webhookId: WebhookId): Promise<void> {
  await transact(ctx, async (tx) => {
    const webhook = await lockWebhook(tx, webhookId);
    if (webhook.state === 'DELETED') return;
    const now = tx.now();
    await tx.db
      .update(webhooks)
      .set({
        state: 'DELETED',
        pauseReason: null,
        previousSecret: null,
        previousSecretExpiresAt: null,
        updatedAt: now,
      })
      .where(eq(webhooks.id, webhookId));
    await tx.db
      .update(webhookReplays)
      .set({ finishedAt: now, failure: 'The webhook was deleted.' })
      .where(and(eq(webhookReplays.webhookId, webhookId), isNull(webhookReplays.finishedAt)));
    await tx.db
      .update(webhookDeliveries)
      .set({ state: 'DROPPED', nextAttemptAt: null, finishedAt: now })
      .where(and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.state, 'PENDING')));
    await recordWebhook(tx, 'webhook.deleted', webhook);
  });
}
