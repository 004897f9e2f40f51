import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../context.ts';
import type { PartnerAppId, WebhookId, WebhookReplayId } from '../db/id.ts';
import { webhookReplays, webhooks } from './tables.ts';

/** What is made into deliveries: all that comes for a webhook, or a part of the log again. */
export interface Source {
  readonly webhookId: WebhookId;
  readonly appId: PartnerAppId;
  readonly document: string;
  /** Up to here it has been made. */
  readonly position: number;
  /** Null for a webhook itself. */
  readonly replay: { readonly id: WebhookReplayId; readonly to: number } | null;
}

/** Moves the place of a webhook or a replay from where this process thought that it is; whether it was there. */
export function movePlace(tx: Tx, source: Source, position: number, isFinished: boolean): Promise<boolean> {
  return source.replay ? moveReplay(tx, source, position, isFinished) : moveWebhook(tx, source, position);
}

/** The row is locked by it until the commit, so that nothing is made for one that is being paused. */
async function moveWebhook(tx: Tx, source: Source, position: number): Promise<boolean> {
  const moved = await tx.db
    .update(webhooks)
    .set({ position })
    .where(
      and(
        eq(webhooks.id, source.webhookId),
        eq(webhooks.position, source.position),
        eq(webhooks.state, 'ACTIVE'),
        eq(webhooks.document, source.document),
      ),
    )
    .returning({ id: webhooks.id });
  return moved.length > 0;
}

async function moveReplay(tx: Tx, source: Source, position: number, isFinished: boolean): Promise<boolean> {
  if (!source.replay) return false;
  const [webhook] = await tx.db
    .select({ state: webhooks.state, document: webhooks.document })
    .from(webhooks)
    .where(eq(webhooks.id, source.webhookId))
    .for('share');
  if (webhook?.state !== 'ACTIVE' || webhook.document !== source.document) return false;
  const moved = await tx.db
    .update(webhookReplays)
    .set({ position, finishedAt: isFinished ? tx.now() : null })
    .where(
      and(
        eq(webhookReplays.id, source.replay.id),
        eq(webhookReplays.position, source.position),
        isNull(webhookReplays.finishedAt),
      ),
    )
    .returning({ id: webhookReplays.id });
  return moved.length > 0;
}
