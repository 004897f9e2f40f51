import { UserError } from '../errors.ts';
import type { Challenge, ChargeOutcome, FailureCode, RefundOutcome } from './provider.ts';

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

export const PAYMENT_PURPOSES = ['ORDER', 'TOP_UP', 'TRANSFER'] as const;
export type PaymentPurpose = (typeof PAYMENT_PURPOSES)[number];

export const PAYMENT_METHODS = ['CARD', 'BALANCE', 'BALANCE_AND_CARD', 'CASH_ON_DELIVERY'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const REFUND_STATES = ['PENDING', 'SUCCEEDED', 'FAILED'] as const;

/** How long a payer may take over a challenge before the payment is given up. */
export const CHALLENGE_MINUTES = 10;

export class PaymentInProgressError extends UserError {
  readonly code = 'PAYMENT_IN_PROGRESS';

  constructor() {
    super('A payment of it is under way: wait for its outcome; its payer can cancel it with paymentCancel.');
  }
}

export class RefundTooLargeError extends UserError {
  readonly code = 'REFUND_TOO_LARGE';
}

/** Said to the customer, who is not told what the shop has. */
export class RefundNotCoveredError extends UserError {
  readonly code = 'INSUFFICIENT_FUNDS';

  constructor() {
    super('The shop has nothing left to give the money back from: ask it, or open a ticket.');
  }
}

export class NoCardError extends UserError {
  readonly code = 'NO_CARD';

  constructor() {
    super('The balance does not cover this and there is no card for the rest: register one.', ['cardId']);
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
  /** What the card was asked for: the amount without the wallet's part. */
  readonly walletMinor: bigint;
  readonly lateAt: Date | null;
}

/** What to do with a payment when the provider says something of it. */
export type Settlement =
  | { readonly kind: 'ignore' }
  /** Another amount than was asked for: nothing is booked, a person looks at it. */
  | { readonly kind: 'alarm' }
  /** It succeeded after it was given up: the money is the payer's, and goes into their wallet. */
  | { readonly kind: 'late' }
  | { readonly kind: 'move'; readonly state: PaymentAttemptState };

/**
 * The one place where the provider's word becomes a payment's state. Answer, webhook and poll come in any order
 * and more than once: what is over stays over, a later "processing" never undoes a success, and a success
 * counts only for the amount that was asked for.
 */
export function settlementOf(payment: Settled, outcome: ChargeOutcome): Settlement {
  if (payment.state === 'SUCCEEDED') return { kind: 'ignore' };
  if (outcome.kind === 'succeeded') {
    const asked = payment.amountMinor - payment.walletMinor;
    if (outcome.amountMinor !== asked || outcome.currency !== payment.currency) return { kind: 'alarm' };
    if (isOpen(payment.state)) return { kind: 'move', state: 'SUCCEEDED' };
    return payment.lateAt ? { kind: 'ignore' } : { kind: 'late' };
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

export interface SettledRefund {
  readonly state: (typeof REFUND_STATES)[number];
  readonly cardMinor: bigint;
  readonly currency: string;
  readonly refundRef: string | null;
  readonly redirectedAt: Date | null;
}

/**
 * What the provider's word makes of a refund. What its card does not take goes to the wallet: at once (`redirect`), or
 * when it comes back after it had gone through (`return`).
 */
export function refundSettlement(
  refund: SettledRefund,
  outcome: RefundOutcome,
): 'ignore' | 'note' | 'alarm' | 'succeed' | 'redirect' | 'return' | 'fail' {
  const comesBack =
    outcome.kind === 'failed' && (outcome.code === 'CARD_UNREACHABLE' || outcome.code === 'CANCELLED');
  if (refund.state === 'SUCCEEDED') return comesBack && !refund.redirectedAt ? 'return' : 'ignore';
  // Refused for good, and yet it went through: the shop has its money again, so a person decides.
  if (refund.state === 'FAILED') return outcome.kind === 'succeeded' ? 'alarm' : 'ignore';
  switch (outcome.kind) {
    case 'succeeded': {
      const isAsAsked = outcome.amountMinor === refund.cardMinor && outcome.currency === refund.currency;
      return isAsAsked ? 'succeed' : 'alarm';
    }
    case 'failed':
      return comesBack ? 'redirect' : 'fail';
    case 'processing':
      return refund.refundRef === outcome.refundRef ? 'ignore' : 'note';
    case 'unknown':
      return 'ignore';
  }
}

/** How often the provider is asked for a charge of which it has given no sign: then it is looked for by its metadata. */
export const MOST_ASKS = 8;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** How long after the payment was made each further ask comes, and at last the search. */
const ASK_AFTER = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 23.5 * HOUR];

/** When to ask again for something of which nothing is known, after `asks` of them. */
export function nextAskInTheDark(created: Date, asks: number, now: Date): Date {
  const after = ASK_AFTER[Math.min(Math.max(asks, 1), ASK_AFTER.length) - 1] ?? HOUR;
  const planned = new Date(created.getTime() + after);
  return planned > now ? planned : nextLook(created, now);
}

/** When to look again after something that is known to be under way: soon at first, then less and less often. */
export function nextLook(created: Date, now: Date): Date {
  const age = now.getTime() - created.getTime();
  return new Date(now.getTime() + Math.min(Math.max(age, 5 * SECOND), 30 * MINUTE));
}

/** How a refund is divided: to the card first, as far as it has paid and not got back, then to the wallet. */
export function refundParts(
  payment: { readonly method: PaymentMethod; readonly amountMinor: bigint; readonly walletMinor: bigint },
  backOnCardMinor: bigint,
  amountMinor: bigint,
): { readonly cardMinor: bigint; readonly walletMinor: bigint } {
  if (payment.method === 'CASH_ON_DELIVERY') return { cardMinor: 0n, walletMinor: 0n };
  const leftOnCard = payment.amountMinor - payment.walletMinor - backOnCardMinor;
  const cardMinor = amountMinor < leftOnCard ? amountMinor : leftOnCard;
  return { cardMinor, walletMinor: amountMinor - cardMinor };
}

/** The part of a sale's fee that goes back with a refund: the parts of all refunds of the whole add up to the fee. */
export function feeReturned(
  sale: { readonly feeMinor: bigint; readonly totalMinor: bigint },
  refundedBefore: bigint,
  amountMinor: bigint,
): bigint {
  const upTo = (refunded: bigint) => (sale.feeMinor * refunded) / sale.totalMinor;
  return upTo(refundedBefore + amountMinor) - upTo(refundedBefore);
}
