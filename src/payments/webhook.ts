import { systemContext, type App } from '../context.ts';
import type { PaymentId, RefundId } from '../db/id.ts';
import { settleRefund } from './refund.ts';
import { settle } from './settle.ts';

/**
 * Takes a webhook of the provider: verified on the raw body, then settled like any other answer. Repeats and old news
 * change nothing. Throws WebhookSignatureError for what the provider did not sign.
 */
export async function receiveWebhook(app: App, rawBody: Buffer, signature: string): Promise<void> {
  const event = app.payments.parseWebhook(rawBody, signature);
  if (!event) return;
  const ctx = systemContext(app, 'payment.webhook');
  switch (event.kind) {
    case 'charge':
      return settle(ctx, event.paymentId as PaymentId, event.outcome);
    case 'refund':
      return settleRefund(ctx, event.refundId as RefundId, event.outcome);
  }
}
