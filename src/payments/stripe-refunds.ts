import type { Stripe } from 'stripe';
import { toProviderAmount } from './amount.ts';
import { errorReason } from './classify.ts';
import { classifyRefund, classifyRefundError, refundFailed } from './classify-refund.ts';
import type { PaymentProvider, RefundOutcome } from './provider.ts';
import { isReplay } from './stripe-calls.ts';
import { factsOf } from './stripe-errors.ts';

export function stripeRefunds(
  stripe: Stripe,
): Pick<PaymentProvider, 'refund' | 'lookUpRefund' | 'findRefund'> {
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
        // A refund that succeeded at first may fail days later, so a repeated answer is always checked.
        return isReplay(refund) ? await lookUpRefund(refund.id) : classifyRefund(refund);
      } catch (error) {
        return classifyRefundError(factsOf(error));
      }
    },

    lookUpRefund: ({ refundRef }) => lookUpRefund(refundRef),

    async findRefund({ refundId, chargeRef }) {
      try {
        for await (const refund of stripe.refunds.list({ payment_intent: chargeRef, limit: 100 })) {
          if (refund.metadata?.['bottega_refund'] === refundId) return classifyRefund(refund);
        }
        return null;
      } catch (error) {
        return { kind: 'unknown', refundRef: null, reason: errorReason(factsOf(error)) };
      }
    },
  };
}
