import { UserError } from '../errors.ts';
import type { Challenge, ChargeOutcome, FailureCode } from './provider.ts';

export type { Challenge, FailureCode };

/**
 * CREATED is committed before the provider is called, so that a crash in between can be followed up. UNKNOWN
 * means that an answer is missing: it is asked for, never taken for a failure.
 */
export const PAYMENT_ATTEMPT_STATES = [
  'CREATED',
  'REQUIRES_ACTION',
  'PROCESSING',
  'UNKNOWN',
  'SUCCEEDED',
  'FAILED',
  'CANCELLED',
] as const;
export type PaymentAttemptState = (typeof PAYMENT_ATTEMPT_STATES)[number];

/** States in which the provider may still take the money: an order has at most one payment in them. */
export const OPEN_STATES = [
  'CREATED',
  'REQUIRES_ACTION',
  'PROCESSING',
  'UNKNOWN',
] as const satisfies PaymentAttemptState[];

export const REFUND_STATES = ['PENDING', 'SUCCEEDED', 'FAILED'] as const;

/** How long a payer may take over a challenge before the payment is given up. */
export const CHALLENGE_MINUTES = 10;

export class PaymentInProgressError extends UserError {
  readonly code = 'PAYMENT_IN_PROGRESS';

  constructor() {
    super('A payment of this order is under way: wait for its outcome, or cancel it with paymentCancel.');
  }
}

export class AlreadyPaidError extends UserError {
  readonly code = 'ALREADY_PAID';

  constructor() {
    super('This order is paid already.');
  }
}

export class CardExpiredError extends UserError {
  readonly code = 'CARD_EXPIRED';

  constructor(path: readonly string[]) {
    super('This card has expired: choose or register another.', path);
  }
}

export class ChallengeRefusedError extends UserError {
  readonly code = 'CHALLENGE_REFUSED';
}

export function isOpen(state: PaymentAttemptState): boolean {
  return OPEN_STATES.some((open) => open === state);
}

/** What the payer may do with a payment now. */
export function paymentActions(state: PaymentAttemptState): ('confirm' | 'cancel')[] {
  return state === 'REQUIRES_ACTION' ? ['confirm', 'cancel'] : [];
}

/** A card is good through the last day of its month. */
export function isExpired(card: { readonly expMonth: number; readonly expYear: number }, now: Date): boolean {
  return now.getTime() >= Date.UTC(card.expYear, card.expMonth);
}

/** The part of a payment that decides what news of it mean. */
export interface Settled {
  readonly state: PaymentAttemptState;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly challenge: Challenge | null;
}

/** What to do with a payment when the provider says something of it. */
export type Settlement =
  | { readonly kind: 'ignore' }
  | { readonly kind: 'alarm'; readonly why: string }
  | { readonly kind: 'move'; readonly state: PaymentAttemptState };

/**
 * The one place where the provider's word becomes a payment's state. Answer, webhook and poll come in any order
 * and more than once: what is over stays over, a later "processing" never undoes a success, and a success
 * counts only for the amount that was asked for.
 */
export function settlementOf(payment: Settled, outcome: ChargeOutcome): Settlement {
  if (payment.state === 'SUCCEEDED') return { kind: 'ignore' };
  if (outcome.kind === 'succeeded') {
    if (outcome.amountMinor !== payment.amountMinor || outcome.currency !== payment.currency) {
      return { kind: 'alarm', why: 'the provider took another amount than was asked for' };
    }
    if (!isOpen(payment.state))
      return { kind: 'alarm', why: 'a payment that had ended succeeded at the provider' };
    return { kind: 'move', state: 'SUCCEEDED' };
  }
  if (!isOpen(payment.state)) return { kind: 'ignore' };
  const state = stateOf(outcome);
  // Not knowing is no news for a payment that is known to wait for its payer.
  if (state === 'UNKNOWN' && payment.state === 'REQUIRES_ACTION') return { kind: 'ignore' };
  if (state !== payment.state) return { kind: 'move', state };
  const isNews = outcome.kind === 'requires_action' && isNewChallenge(payment.challenge, outcome.challenge);
  return isNews ? { kind: 'move', state } : { kind: 'ignore' };
}

/** Tries only become fewer: what says as many or more is a repeat, or from before a wrong code. */
function isNewChallenge(known: Challenge | null, told: Challenge): boolean {
  if (known?.kind === 'ONE_TIME_CODE' && told.kind === 'ONE_TIME_CODE')
    return told.triesLeft < known.triesLeft;
  if (known?.kind === 'REDIRECT' && told.kind === 'REDIRECT') return told.url !== known.url;
  return true;
}

function stateOf(outcome: Exclude<ChargeOutcome, { kind: 'succeeded' }>): PaymentAttemptState {
  switch (outcome.kind) {
    case 'requires_action':
      return 'REQUIRES_ACTION';
    case 'processing':
      return 'PROCESSING';
    case 'failed':
      return outcome.code === 'CANCELLED' ? 'CANCELLED' : 'FAILED';
    case 'unknown':
      return 'UNKNOWN';
  }
}

/** When to ask the provider again: soon at first, then less and less often. */
export function nextAsk(created: Date, now: Date): Date {
  const age = now.getTime() - created.getTime();
  return new Date(now.getTime() + Math.min(Math.max(age, 5_000), 30 * 60_000));
}
