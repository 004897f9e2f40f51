import { sql } from 'drizzle-orm';
import { systemContext, type App, type Ctx } from '../context.ts';
import type { PaymentId, PayoutId, RefundId } from '../db/id.ts';
import { settlePayout } from '../payouts/settle.ts';
import type { WebhookEvent } from './provider.ts';
import { settleRefund } from './refund-settle.ts';
import { settle } from './settle.ts';
import { providerEvents } from './tables.ts';

/**
 * Takes a webhook of the provider: verified on the raw body, recorded, then settled like any other answer. Repeats and
 * old news change nothing else. Throws WebhookSignatureError for what the provider did not sign.
 */
export async function receiveWebhook(app: App, rawBody: Buffer, signature: string): Promise<void> {
  const event = app.payments.parseWebhook(rawBody, signature);
  if (!event) return;
  const ctx = systemContext(app, 'payment.webhook');
  await keep(ctx, event);
  const subject = subjectOf(event);
  if (!UUID.test(subject)) {
    // Signed by the provider, and yet no id of ours: another system on the same account, at best.
    ctx.log.warn(
      { eventId: event.eventId, kind: event.kind },
      'the provider names something that has no id of ours',
    );
    return;
  }
  switch (event.kind) {
    case 'charge':
      return settle(ctx, event.paymentId as PaymentId, event.outcome);
    case 'refund':
      return settleRefund(ctx, event.refundId as RefundId, event.outcome);
    case 'payout':
      return settlePayout(ctx, event.payoutId as PayoutId, event.outcome);
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function subjectOf(event: WebhookEvent): string {
  switch (event.kind) {
    case 'charge':
      return event.paymentId;
    case 'refund':
      return event.refundId;
    case 'payout':
      return event.payoutId;
  }
}

/** Before it is settled, and not with it: what could not be settled was received all the same. */
async function keep(ctx: Ctx, event: WebhookEvent): Promise<void> {
  const now = ctx.now();
  await ctx.db
    .insert(providerEvents)
    .values({
      id: event.eventId,
      kind: event.kind,
      subjectId: subjectOf(event),
      outcome: event.outcome.kind,
      receivedAt: now,
      lastAt: now,
    })
    .onConflictDoUpdate({
      target: providerEvents.id,
      set: { times: sql`${providerEvents.times} + 1`, lastAt: now },
    });
}
