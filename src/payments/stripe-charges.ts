import type { Stripe } from 'stripe';
import { toProviderAmount } from './amount.ts';
import { classify, classifyAbout, errorReason } from './classify.ts';
import { failureMessages } from './failures.ts';
import type { ChargeInput, ChargeOutcome, PaymentProvider } from './provider.ts';
import { createdSince, isReplay } from './stripe-calls.ts';
import { factsOf } from './stripe-errors.ts';

type Charges = Pick<
  PaymentProvider,
  'charge' | 'answerChallenge' | 'lookUp' | 'lookUpByPayment' | 'cancelCharge'
>;

export function stripeCharges(stripe: Stripe, returnUrl: string): Charges {
  const about = (chargeRef: string, asked: Promise<Stripe.PaymentIntent>): Promise<ChargeOutcome> =>
    asked.then(
      (intent) => classifyAbout(chargeRef, intent),
      (error: unknown) => classifyAbout(chargeRef, factsOf(error)),
    );

  return {
    async charge(input) {
      const params = chargeParams(input, returnUrl);
      if (!params) return refuseAmount();
      try {
        const intent = await stripe.paymentIntents.create(params, { idempotencyKey: input.idempotencyKey });
        const outcome = classify(intent);
        // A repeated key brings back the first answer as it was, and things may have moved on since.
        const stale = isReplay(intent) && outcome.kind !== 'succeeded' && outcome.kind !== 'failed';
        return stale ? await about(intent.id, stripe.paymentIntents.retrieve(intent.id)) : outcome;
      } catch (error) {
        return classify(factsOf(error));
      }
    },

    answerChallenge({ chargeRef, code }) {
      // Only our sandbox has this path; Stripe's challenges are redirects.
      const path = `/v1/test_helpers/payment_intents/${encodeURIComponent(chargeRef)}/answer_challenge`;
      return about(chargeRef, stripe.rawRequest('POST', path, { code }));
    },

    lookUp({ chargeRef }) {
      return about(chargeRef, stripe.paymentIntents.retrieve(chargeRef));
    },

    // By list and not by search: search lags behind, and Stripe does not offer it to merchants in India.
    async lookUpByPayment({ paymentId, customerRef, since }) {
      const made = { customer: customerRef, created: createdSince(since), limit: 100 };
      const intents = stripe.paymentIntents.list(made);
      try {
        for await (const intent of intents) {
          if (intent.metadata['bottega_payment'] === paymentId) return classify(intent);
        }
        return null;
      } catch (error) {
        return { kind: 'unknown', chargeRef: null, reason: errorReason(factsOf(error)) };
      }
    },

    cancelCharge({ chargeRef }) {
      return about(chargeRef, stripe.paymentIntents.cancel(chargeRef));
    },
  };
}

function chargeParams(input: ChargeInput, returnUrl: string): Stripe.PaymentIntentCreateParams | null {
  const amount = toProviderAmount(input.amountMinor, input.currency);
  if (amount === null) return null;
  return {
    amount,
    currency: input.currency.toLowerCase(),
    customer: input.customerRef,
    payment_method: input.methodRef,
    allowed_payment_method_types: ['card'],
    confirm: true,
    off_session: false,
    description: input.description,
    metadata: { bottega_payment: input.paymentId },
    return_url: returnUrl,
  };
}

function refuseAmount(): ChargeOutcome {
  const code = 'AMOUNT_NOT_CHARGEABLE';
  return { kind: 'failed', chargeRef: null, code, message: failureMessages[code] };
}
