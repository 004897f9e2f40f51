import type { Stripe } from 'stripe';
import { toProviderAmount } from './amount.ts';
import { errorReason } from './classify.ts';
import { classifyPayout, classifyPayoutError, payoutFailed } from './classify-payout.ts';
import type { PaymentProvider, PayoutInput, PayoutOutcome } from './provider.ts';
import { createdSince, isReplay } from './stripe-calls.ts';
import { factsOf } from './stripe-errors.ts';

export function stripePayouts(
  stripe: Stripe,
): Pick<PaymentProvider, 'payOut' | 'lookUpPayout' | 'findPayout'> {
  const lookUpPayout = async (payoutRef: string): Promise<PayoutOutcome> => {
    try {
      return classifyPayout(await stripe.payouts.retrieve(payoutRef));
    } catch (error) {
      return { kind: 'unknown', payoutRef, reason: errorReason(factsOf(error)) };
    }
  };

  return {
    async payOut(input) {
      const params = payoutParams(input);
      if (!params) return payoutFailed(null, 'PROVIDER_REFUSED');
      try {
        const payout = await stripe.payouts.create(params, { idempotencyKey: input.idempotencyKey });
        // The first answer is always that it is pending: a repeated one is out of date.
        return isReplay(payout) ? await lookUpPayout(payout.id) : classifyPayout(payout);
      } catch (error) {
        return classifyPayoutError(factsOf(error));
      }
    },

    lookUpPayout: ({ payoutRef }) => lookUpPayout(payoutRef),

    async findPayout({ payoutId, since }) {
      try {
        for await (const payout of stripe.payouts.list({ created: createdSince(since), limit: 100 })) {
          if (payout.metadata?.['bottega_payout'] === payoutId) return classifyPayout(payout);
        }
        return null;
      } catch (error) {
        return { kind: 'unknown', payoutRef: null, reason: errorReason(factsOf(error)) };
      }
    },
  };
}

function payoutParams(input: PayoutInput): Stripe.PayoutCreateParams | null {
  const amount = toProviderAmount(input.amountMinor, input.currency);
  if (amount === null) return null;
  return {
    amount,
    currency: input.currency.toLowerCase(),
    destination: input.accountRef,
    metadata: { bottega_payout: input.payoutId },
  };
}
