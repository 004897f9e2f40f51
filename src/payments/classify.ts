/**
 * What a provider's answer about a charge means. Pure. The rule above all: only what says that no money moved
 * is a failure; a timeout, a cut connection, a 5xx, a rate limit, a busy or misused key leave the outcome
 * unknown.
 */
import { currencyCode } from '../money.ts';
import { fromProviderAmount } from './amount.ts';
import { failureMessages } from './failures.ts';
import type { ChargeOutcome, FailureCode } from './provider.ts';

/** The part of a PaymentIntent that decides; the SDK's type fits. */
export interface IntentFacts {
  id: string;
  status: string;
  amount_received: number;
  currency: string;
  last_payment_error: DeclineFacts | null;
  next_action: NextActionFacts | null;
}

export interface DeclineFacts {
  code?: string;
  decline_code?: string;
}

interface NextActionFacts {
  type: string;
  redirect_to_url?: { url: string | null };
  /** Our sandbox's own challenge. */
  sandbox_one_time_code?: { tries_left: number };
}

/** The part of an SDK's error that decides; StripeError fits. `type` is the name of the SDK's class. */
export interface ErrorFacts extends DeclineFacts {
  type: string;
  statusCode?: number;
  param?: string;
  payment_intent?: IntentFacts;
}

/** The answer to a request to charge. */
export function classify(answer: IntentFacts | ErrorFacts): ChargeOutcome {
  if ('status' in answer) return classifyIntent(answer);
  const intent = answer.payment_intent;
  const chargeRef = intent?.id ?? null;
  // The charge's own state counts for more than the words around it.
  if (intent && intent.status !== 'requires_payment_method') return classifyIntent(intent);
  switch (answer.type) {
    case 'StripeCardError':
      return failed(chargeRef, declineCode(answer));
    case 'StripeInvalidRequestError':
      // Refused before anything was done: a request that had been carried out would have been answered from
      // its key.
      return failed(chargeRef, 'PROVIDER_REFUSED');
    default:
      // StripeAuthenticationError and StripePermissionError too: asked again after a lost answer with a key
      // that was revoked meanwhile, they tell nothing of the first call. Nor does StripeIdempotencyError.
      return unknown(chargeRef, answer);
  }
}

/**
 * The answer to a question about a charge that exists: an error tells nothing unless it brings the charge
 * along.
 */
export function classifyAbout(chargeRef: string, answer: IntentFacts | ErrorFacts): ChargeOutcome {
  if ('status' in answer) return classifyIntent(answer);
  if (answer.payment_intent) return classifyIntent(answer.payment_intent);
  return unknown(chargeRef, answer);
}

function classifyIntent(intent: IntentFacts): ChargeOutcome {
  const chargeRef = intent.id;
  switch (intent.status) {
    case 'succeeded': {
      const currency = currencyCode(intent.currency.toUpperCase());
      const amountMinor = fromProviderAmount(intent.amount_received, currency);
      return { kind: 'succeeded', chargeRef, amountMinor, currency };
    }
    case 'processing':
      return { kind: 'processing', chargeRef };
    case 'requires_action':
      return challenge(chargeRef, intent.next_action);
    case 'canceled':
      return failed(chargeRef, 'CANCELLED');
    case 'requires_payment_method':
      // A try that did not succeed leaves the intent open for another method; we never try twice on one
      // intent.
      return failed(chargeRef, declineCode(intent.last_payment_error ?? {}));
    default:
      return { kind: 'unknown', chargeRef, reason: `status ${intent.status}` };
  }
}

function challenge(chargeRef: string, action: NextActionFacts | null): ChargeOutcome {
  if (action?.sandbox_one_time_code) {
    const triesLeft = action.sandbox_one_time_code.tries_left;
    return { kind: 'requires_action', chargeRef, challenge: { kind: 'ONE_TIME_CODE', triesLeft } };
  }
  if (action?.redirect_to_url?.url) {
    const url = action.redirect_to_url.url;
    return { kind: 'requires_action', chargeRef, challenge: { kind: 'REDIRECT', url } };
  }
  return { kind: 'unknown', chargeRef, reason: `next_action ${action?.type ?? 'missing'}` };
}

/**
 * https://docs.stripe.com/declines/codes; what hints at theft or fraud is told as any other decline, as
 * Stripe asks.
 */
const declineCodes: Record<string, FailureCode> = {
  insufficient_funds: 'INSUFFICIENT_FUNDS',
  withdrawal_count_limit_exceeded: 'INSUFFICIENT_FUNDS',
  expired_card: 'EXPIRED_CARD',
  incorrect_cvc: 'CARD_DETAILS_WRONG',
  invalid_cvc: 'CARD_DETAILS_WRONG',
  incorrect_number: 'CARD_DETAILS_WRONG',
  invalid_number: 'CARD_DETAILS_WRONG',
  invalid_expiry_month: 'CARD_DETAILS_WRONG',
  invalid_expiry_year: 'CARD_DETAILS_WRONG',
  incorrect_zip: 'CARD_DETAILS_WRONG',
  processing_error: 'BANK_UNAVAILABLE',
  issuer_not_available: 'BANK_UNAVAILABLE',
  try_again_later: 'BANK_UNAVAILABLE',
  reenter_transaction: 'BANK_UNAVAILABLE',
  authentication_required: 'CHALLENGE_FAILED',
  authentication_not_handled: 'CHALLENGE_FAILED',
  payment_intent_authentication_failure: 'CHALLENGE_FAILED',
};

function declineCode(decline: DeclineFacts): FailureCode {
  const known = declineCodes[decline.decline_code ?? ''] ?? declineCodes[decline.code ?? ''];
  return known ?? 'CARD_DECLINED';
}

function failed(chargeRef: string | null, code: FailureCode): ChargeOutcome {
  return { kind: 'failed', chargeRef, code, message: failureMessages[code] };
}

function unknown(chargeRef: string | null, error: ErrorFacts): ChargeOutcome {
  return { kind: 'unknown', chargeRef, reason: errorReason(error) };
}

/** For logs: names and codes, never the provider's text, which may quote what we sent. */
export function errorReason(error: ErrorFacts): string {
  return [error.type, error.statusCode, error.code].filter((part) => part !== undefined).join(' ');
}
