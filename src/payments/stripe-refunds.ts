import type { Stripe } from 'stripe';
import { toProviderAmount } from './amount.ts';
import { errorReason } from './classify.ts';
import { classifyRefund, classifyRefundError, refundFailed } from './classify-refund.ts';
import type { PaymentProvider, RefundOutcome } from './provider.ts';
import { factsOf } from './stripe-errors.ts';

export function stripeRefunds(stripe: Stripe): Pick<PaymentProvider, 'refund' | 'lookUpRefund'> {
  const lookUpRefund = async (refundRef: string): Promise<RefundOutcome> => {
    try {
      return classifyRefund(await stripe.refunds.retrieve(refundRef));
    } catch (error) {
      return { kind: 'unknown', refundRef, reason: errorReason(factsOf(error)) };
    }
  };

  return {
    async refund({ refundId, chargeRef, amountMinor, currency, idempotencyKey }) {
      const amount = toProviderAmount(amountMinor, currency);
      if (amount === null) return refundFailed(null, 'PROVIDER_REFUSED');
      const params = { payment_intent: chargeRef, amount, metadata: { bottega_refund: refundId } };
      try {
        const refund = await stripe.refunds.create(params, { idempotencyKey });
        const outcome = classifyRefund(refund);
        const isReplay = refund.lastResponse.headers['idempotent-replayed'] === 'true';
        // A refund that succeeded at first may fail days later, so a repeated answer is always checked.
        return isReplay ? await lookUpRefund(refund.id) : outcome;
      } catch (error) {
        return classifyRefundError(factsOf(error));
      }
    },

    lookUpRefund: ({ refundRef }) => lookUpRefund(refundRef),
  };
}
