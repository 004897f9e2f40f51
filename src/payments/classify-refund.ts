/** What a provider's answer about a refund means; the same rule as in `classify.ts`. Pure. */
import { currencyCode } from '../money.ts';
import { fromProviderAmount } from './amount.ts';
import { errorReason, type ErrorFacts } from './classify.ts';
import { refundFailureMessages } from './failures.ts';
import type { RefundFailureCode, RefundOutcome } from './provider.ts';

/** The part of a Refund that decides; the SDK's type fits. */
export interface RefundFacts {
  id: string;
  /** null in old records of Stripe only. */
  status: string | null;
  amount: number;
  currency: string;
}

export function classifyRefund(refund: RefundFacts): RefundOutcome {
  const refundRef = refund.id;
  switch (refund.status ?? 'missing') {
    case 'succeeded': {
      const currency = currencyCode(refund.currency.toUpperCase());
      const amountMinor = fromProviderAmount(refund.amount, currency);
      return { kind: 'succeeded', refundRef, amountMinor, currency };
    }
    case 'pending':
    case 'requires_action':
      return { kind: 'processing', refundRef };
    case 'failed':
      return refundFailed(refundRef, 'CARD_UNREACHABLE');
    case 'canceled':
      return refundFailed(refundRef, 'CANCELLED');
    default:
      return { kind: 'unknown', refundRef, reason: `status ${refund.status ?? 'missing'}` };
  }
}

/** An error in answer to a request to refund. */
export function classifyRefundError(error: ErrorFacts): RefundOutcome {
  if (error.type !== 'StripeInvalidRequestError') {
    return { kind: 'unknown', refundRef: null, reason: errorReason(error) };
  }
  if (error.code === 'charge_already_refunded') return refundFailed(null, 'ALREADY_REFUNDED');
  // Stripe gives no code when the sum exceeds what is left, only the parameter.
  if (error.param === 'amount') return refundFailed(null, 'AMOUNT_TOO_LARGE');
  return refundFailed(null, 'PROVIDER_REFUSED');
}

export function refundFailed(refundRef: string | null, code: RefundFailureCode): RefundOutcome {
  return { kind: 'failed', refundRef, code, message: refundFailureMessages[code] };
}
