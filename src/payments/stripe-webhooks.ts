import { Stripe } from 'stripe';
import { classify } from './classify.ts';
import { classifyPayout } from './classify-payout.ts';
import { classifyRefund } from './classify-refund.ts';
import { WebhookSignatureError } from './failures.ts';
import type { PaymentProvider, WebhookEvent } from './provider.ts';

/** How old a signature may be, so that a recorded request can't be sent again later. */
const TOLERANCE_SECONDS = 300;

export function stripeWebhooks(stripe: Stripe, secret: string): Pick<PaymentProvider, 'parseWebhook'> {
  return {
    parseWebhook(rawBody, signatureHeader) {
      return used(
        verified(() => stripe.webhooks.constructEvent(rawBody, signatureHeader, secret, TOLERANCE_SECONDS)),
      );
    },
  };
}

function verified(read: () => Stripe.Event): Stripe.Event {
  try {
    return read();
  } catch (error) {
    // The SDK's error holds the body and the header: neither may reach a log.
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) throw new WebhookSignatureError();
    throw error;
  }
}

function used(event: Stripe.Event): WebhookEvent | null {
  const eventId = event.id;
  if (
    event.type === 'payment_intent.succeeded' ||
    event.type === 'payment_intent.payment_failed' ||
    event.type === 'payment_intent.canceled' ||
    event.type === 'payment_intent.processing' ||
    event.type === 'payment_intent.requires_action'
  ) {
    const paymentId = event.data.object.metadata['bottega_payment'];
    // Somebody else's charge on the same account has none.
    return paymentId ? { kind: 'charge', eventId, paymentId, outcome: classify(event.data.object) } : null;
  }
  if (event.type === 'refund.created' || event.type === 'refund.updated' || event.type === 'refund.failed') {
    const refundId = event.data.object.metadata?.['bottega_refund'];
    return refundId
      ? { kind: 'refund', eventId, refundId, outcome: classifyRefund(event.data.object) }
      : null;
  }
  if (
    event.type === 'payout.created' ||
    event.type === 'payout.updated' ||
    event.type === 'payout.paid' ||
    event.type === 'payout.failed' ||
    event.type === 'payout.canceled'
  ) {
    const payoutId = event.data.object.metadata?.['bottega_payout'];
    return payoutId
      ? { kind: 'payout', eventId, payoutId, outcome: classifyPayout(event.data.object) }
      : null;
  }
  return null;
}
