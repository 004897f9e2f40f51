import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { WebhookId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError } from '../errors.ts';
import { lockWebhook, recordWebhook, requireKept, requireKeeper } from './access.ts';
import { checkAddress } from './address.ts';
import { positionBehind } from './range.ts';
import { webhooksByIds } from './read.ts';
import { PAUSED_BY_OWNER } from './rules.ts';
import { webhooks, type Webhook } from './tables.ts';
import { wakeWebhook } from './wake.ts';

export interface UpdateWebhook {
  readonly webhookId: WebhookId;
  /** What is left out stays as it is. */
  readonly url?: string | null | undefined;
  readonly document?: string | null | undefined;
  readonly state?: 'ACTIVE' | 'PAUSED' | null | undefined;
  /** The cursor to go on behind, further on than where it is: what lies between is left out. */
  readonly after?: string | null | undefined;
}

/**
 * Changes a webhook, pauses it or has it go on. Deliveries that were made already keep their bodies and are sent to the
 * new address; the new document is asked for the events behind them.
 */
export async function updateWebhook(ctx: Ctx, input: UpdateWebhook): Promise<void> {
  requireKeeper(ctx);
  const { webhookId, document, state } = input;
  const url = input.url == null ? null : checkAddress(ctx.app, input.url);
  if (document != null) await checkDocument(ctx, webhookId, document);
  const position = input.after == null ? null : await positionBehind(ctx, input.after, ['after']);
  await transact(ctx, async (tx) => {
    const webhook = await lockWebhook(tx, webhookId);
    requireKept(webhook);
    const isAhead = position !== null && isFurther(webhook, position);
    const isChanged =
      isAhead || (url !== null && url !== webhook.url) || (document != null && document !== webhook.document);
    const isMoved = state != null && state !== webhook.state;
    if (!isChanged && !isMoved) return;
    await tx.db
      .update(webhooks)
      .set({
        ...(url !== null && { url }),
        ...(document != null && { document }),
        ...(isAhead && { position }),
        ...(isMoved && moveTo(state)),
        updatedAt: tx.now(),
      })
      .where(eq(webhooks.id, webhookId));
    if (isChanged) await recordWebhook(tx, 'webhook.updated', webhook);
    if (isMoved && state === 'ACTIVE') await wakeWebhook(tx, webhookId);
    if (isMoved) await recordWebhook(tx, state === 'ACTIVE' ? 'webhook.resumed' : 'webhook.paused', webhook);
  });
}

/** Throws for a place that it has been at: what was sent from there is not made twice by going back. */
function isFurther(webhook: Webhook, position: number): boolean {
  if (position < webhook.position) {
    throw new InvalidInputError(
      'The webhook is further on: webhookReplay sends again what lies behind this cursor.',
      ['after'],
    );
  }
  return position > webhook.position;
}

/** One that goes on has a clean slate: it is not paused again for what failed before. */
function moveTo(state: 'ACTIVE' | 'PAUSED') {
  return state === 'ACTIVE'
    ? { state, pauseReason: null, failuresInRow: 0 }
    : { state, pauseReason: PAUSED_BY_OWNER };
}

/** Outside of the transaction, since the stream is opened once. The document is of the app, and a webhook keeps its app. */
async function checkDocument(ctx: Ctx, webhookId: WebhookId, document: string): Promise<void> {
  const [webhook] = await webhooksByIds(ctx, [webhookId]);
  // One that is not the caller's is refused where it is locked.
  if (webhook) await ctx.app.liveDocuments.check(webhook.appId, document);
}
