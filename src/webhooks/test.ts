import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { WebhookId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import { mine, requireKeeper, requireKept } from './access.ts';
import { bodyOf } from './payload.ts';
import { NoSuchEventError, secretsInForce } from './rules.ts';
import { sendSigned, type Answer } from './send.ts';
import { webhooks } from './tables.ts';

export interface TestWebhook {
  readonly webhookId: WebhookId;
  /** Of an event in the log; the newest one that its document selects, when left out. */
  readonly eventId?: string | null | undefined;
  /** False: only shows what would be sent. */
  readonly send: boolean;
}

export interface TestedWebhook {
  readonly body: string;
  /** Null when nothing was sent. */
  readonly answer: Answer | null;
}

/**
 * Shows what a webhook gives for an event that was, and sends it there, paused or not. Nothing is kept of it and nothing
 * moves. Its `webhook-id` is a new one, so that a receiver which tells repeats apart does not take it for the event itself.
 */
export async function testWebhook(ctx: Ctx, input: TestWebhook): Promise<TestedWebhook> {
  requireKeeper(ctx);
  const [webhook] = await ctx.db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, input.webhookId), mine(ctx)));
  if (!webhook) throw new NotFoundError('webhook', ['webhookId']);
  requireKept(webhook);
  const example = await ctx.app.liveDocuments.example(webhook.appId, webhook.document, input.eventId ?? null);
  if (!example) throw nothingToShow(input.eventId);
  const body = bodyOf(example.event, example.result);
  if (!input.send) return { body, answer: null };
  const now = ctx.now();
  const answer = await sendSigned({
    url: webhook.url,
    secrets: secretsInForce(webhook, now),
    id: `test_${randomUUID()}`,
    body,
    now,
    allowPrivate: ctx.app.allowPrivate,
  });
  return { body, answer };
}

function nothingToShow(eventId: string | null | undefined): NoSuchEventError {
  return eventId == null
    ? new NoSuchEventError(
        'The log holds no recent event that the document selects: make one, then try again.',
      )
    : new NoSuchEventError('The log holds no such event, or the document does not select it.', ['eventId']);
}
