import type { Stripe } from 'stripe';
import { errorReason } from './classify.ts';
import { CardTokenRefusedError, ProviderUnavailableError } from './failures.ts';
import type { AttachedCard, PaymentProvider } from './provider.ts';
import { unavailable, whenNotInUse } from './stripe-calls.ts';
import { factsOf } from './stripe-errors.ts';

/** Anything else, a card number above all, never leaves the house. */
const TOKEN = /^pm_\w{1,100}$/;

export function stripeCards(
  stripe: Stripe,
): Pick<PaymentProvider, 'createCustomer' | 'attachCard' | 'detachCard'> {
  return {
    async createCustomer({ personId, idempotencyKey }) {
      const params = { metadata: { bottega_person: personId } };
      const create = () => stripe.customers.create(params, { idempotencyKey });
      const customer = await whenNotInUse(create).catch(unavailable);
      return { customerRef: customer.id };
    },

    async attachCard({ customerRef, token, idempotencyKey }) {
      if (!TOKEN.test(token)) throw new CardTokenRefusedError();
      const attach = () => stripe.paymentMethods.attach(token, { customer: customerRef }, { idempotencyKey });
      return shown(await whenNotInUse(attach).catch(refusedOrUnavailable));
    },

    async detachCard({ methodRef }) {
      try {
        await stripe.paymentMethods.detach(methodRef);
      } catch (error) {
        const facts = factsOf(error);
        if (facts.statusCode === 404) return;
        // Stripe refuses to detach what is detached, without a code that would say so.
        if (facts.type === 'StripeInvalidRequestError' && (await isDetached(stripe, methodRef))) return;
        throw new ProviderUnavailableError(errorReason(facts));
      }
    },
  };
}

function shown(method: Stripe.PaymentMethod): AttachedCard {
  // A token of another kind than a card; the hosted card fields make none.
  if (!method.card) throw new CardTokenRefusedError();
  const { brand, last4, exp_month: expMonth, exp_year: expYear } = method.card;
  return { methodRef: method.id, brand, last4, expMonth, expYear };
}

async function isDetached(stripe: Stripe, methodRef: string): Promise<boolean> {
  const method = await stripe.paymentMethods.retrieve(methodRef).catch(unavailable);
  return method.customer === null;
}

function refusedOrUnavailable(error: unknown): never {
  const facts = factsOf(error);
  if (facts.type === 'StripeCardError') throw new CardTokenRefusedError();
  const aboutToken = facts.type === 'StripeInvalidRequestError' && facts.param !== 'customer';
  if (aboutToken) throw new CardTokenRefusedError();
  throw new ProviderUnavailableError(errorReason(facts));
}
