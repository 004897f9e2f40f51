import type { Stripe } from 'stripe';
import { errorReason } from './classify.ts';
import { BankTokenRefusedError, ProviderUnavailableError } from './failures.ts';
import type { PaymentProvider } from './provider.ts';
import { unavailable, whenNotInUse } from './stripe-calls.ts';
import { factsOf } from './stripe-errors.ts';

/** Anything else, an account number above all, never leaves the house. */
const TOKEN = /^btok_\w{1,100}$/;

/**
 * Bank accounts are kept as external accounts of our own account at the provider, and payouts go out of its
 * balance. Stripe itself lets a platform pay others only from accounts of their own: with Connect, each
 * business gets one, its part is moved there by a transfer, and the calls here and in `stripe-payouts.ts`
 * name it in `stripeAccount`.
 */
export function stripeBankAccounts(stripe: Stripe): Pick<PaymentProvider, 'attachBankAccount'> {
  return {
    async attachBankAccount({ businessId, token, currency, idempotencyKey }) {
      if (!TOKEN.test(token)) throw new BankTokenRefusedError();
      const own = await stripe.accounts.retrieveCurrent().catch(unavailable);
      const params = {
        external_account: token,
        metadata: { bottega_business: businessId, bottega_currency: currency },
      };
      const attach = () => stripe.accounts.createExternalAccount(own.id, params, { idempotencyKey });
      const account = await whenNotInUse(attach).catch(refusedOrUnavailable);
      // A card that takes payouts, or an account that they could not be sent to.
      if (account.object !== 'bank_account' || account.currency !== currency.toLowerCase()) {
        throw new BankTokenRefusedError();
      }
      return { accountRef: account.id, bankName: account.bank_name ?? 'Bank', last4: account.last4 };
    },
  };
}

function refusedOrUnavailable(error: unknown): never {
  const facts = factsOf(error);
  const aboutToken = facts.type === 'StripeInvalidRequestError' && facts.param !== 'account';
  if (aboutToken) throw new BankTokenRefusedError();
  throw new ProviderUnavailableError(errorReason(facts));
}
