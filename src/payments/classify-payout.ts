/** What a provider's answer about a payout means; the same rule as in `classify.ts`. Pure. */
import { currencyCode } from '../money.ts';
import { fromProviderAmount } from './amount.ts';
import { errorReason, type ErrorFacts } from './classify.ts';
import { payoutFailureMessages } from './failures.ts';
import type { PayoutFailureCode, PayoutOutcome } from './provider.ts';

/** The part of a Payout that decides; the SDK's type fits. */
export interface PayoutFacts {
  id: string;
  status: string;
  amount: number;
  currency: string;
  failure_code: string | null;
}

export function classifyPayout(payout: PayoutFacts): PayoutOutcome {
  const payoutRef = payout.id;
  switch (payout.status) {
    case 'paid': {
      const currency = currencyCode(payout.currency.toUpperCase());
      const amountMinor = fromProviderAmount(payout.amount, currency);
      return { kind: 'paid', payoutRef, amountMinor, currency };
    }
    case 'pending':
    case 'in_transit':
      return { kind: 'processing', payoutRef };
    case 'failed':
      return payoutFailed(payoutRef, failureCodes[payout.failure_code ?? ''] ?? 'BANK_DECLINED');
    case 'canceled':
      return payoutFailed(payoutRef, 'CANCELLED');
    default:
      return { kind: 'unknown', payoutRef, reason: `status ${payout.status}` };
  }
}

/** https://docs.stripe.com/api/payouts/failures; what has no line here is a bank that did not take it. */
const failureCodes: Record<string, PayoutFailureCode> = {
  account_closed: 'ACCOUNT_CLOSED',
  no_account: 'NO_ACCOUNT',
  invalid_account_number: 'NO_ACCOUNT',
  invalid_account_number_length: 'NO_ACCOUNT',
  incorrect_account_holder_name: 'NO_ACCOUNT',
  incorrect_account_number: 'NO_ACCOUNT',
};

/** An error in answer to a request to pay out. */
export function classifyPayoutError(error: ErrorFacts): PayoutOutcome {
  // Refused before anything was done: too little at the provider, or a destination that it does not have.
  if (error.type === 'StripeInvalidRequestError') return payoutFailed(null, 'PROVIDER_REFUSED');
  return { kind: 'unknown', payoutRef: null, reason: errorReason(error) };
}

export function payoutFailed(payoutRef: string | null, code: PayoutFailureCode): PayoutOutcome {
  return { kind: 'failed', payoutRef, code, message: payoutFailureMessages[code] };
}
