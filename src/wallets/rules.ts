import { UserError } from '../errors.ts';
import { formatMoney, type CurrencyCode, type Money } from '../money.ts';

/** PENDING while a card is charged for a part of it; a FAILED one has moved nothing. */
export const TRANSFER_STATES = ['PENDING', 'SUCCEEDED', 'FAILED', 'REVERSED'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export const MONEY_REQUEST_STATES = ['OPEN', 'PAID', 'DECLINED', 'CANCELLED', 'EXPIRED'] as const;
export type MoneyRequestState = (typeof MONEY_REQUEST_STATES)[number];

export const MONEY_REQUEST_ACTIONS = ['accept', 'decline', 'cancel'] as const;
export type MoneyRequestAction = (typeof MONEY_REQUEST_ACTIONS)[number];

/** How long a request for money can be answered. */
export const REQUEST_DAYS = 7;

export function requestExpiry(now: Date): Date {
  return new Date(now.getTime() + REQUEST_DAYS * 24 * 60 * 60_000);
}

/** What each side can do with a request; nothing once it is answered or its time is over. */
export function requestActions(
  request: { readonly state: MoneyRequestState; readonly expiresAt: Date },
  side: 'PAYER' | 'REQUESTER',
  now: Date,
): MoneyRequestAction[] {
  if (request.state !== 'OPEN' || request.expiresAt <= now) return [];
  return side === 'PAYER' ? ['accept', 'decline'] : ['cancel'];
}

export interface Limits {
  readonly perTransferMinor: bigint;
  readonly perDayMinor: bigint;
  readonly perMonthMinor: bigint;
}

/** What was sent before, pending transfers included. */
export interface Sent {
  readonly todayMinor: bigint;
  readonly thisMonthMinor: bigint;
}

export class LimitExceededError extends UserError {
  readonly code = 'LIMIT_EXCEEDED';
  /** The most that could be sent now. */
  readonly available: Money;

  constructor(which: string, available: Money) {
    super(`This is more than may be sent ${which}: ${formatMoney(available)} could be sent now.`, [
      'amount',
      'amount',
    ]);
    this.available = available;
  }
}

/** Throws when a transfer goes beyond one of the limits; the first of transfer, day and month that it breaks. */
export function requireWithinLimits(limits: Limits, sent: Sent, money: Money): void {
  const rest = {
    'in one transfer': limits.perTransferMinor,
    'in a day': limits.perDayMinor - sent.todayMinor,
    'in a month': limits.perMonthMinor - sent.thisMonthMinor,
  };
  const broken = Object.entries(rest).find(([, left]) => money.minor > left);
  if (!broken) return;
  const least = Object.values(rest).reduce((a, b) => (a < b ? a : b));
  throw new LimitExceededError(broken[0], { ...money, minor: least > 0n ? least : 0n });
}

export class CurrencyMismatchError extends UserError {
  readonly code = 'CURRENCY_MISMATCH';
}

/** Money between people stays in one currency, which is that of both their markets. */
export function requireOneCurrency(
  currency: CurrencyCode,
  sender: CurrencyCode,
  recipient: CurrencyCode,
): void {
  const path = ['amount', 'currencyCode'];
  if (sender !== recipient) {
    throw new CurrencyMismatchError(
      `Your wallet is in ${sender} and theirs in ${recipient}: money does not cross currencies here.`,
      path,
    );
  }
  if (currency !== sender) throw new CurrencyMismatchError(`Your wallet is in ${sender}: send that.`, path);
}

export class RequestClosedError extends UserError {
  readonly code = 'INVALID_TRANSITION';

  constructor(action: MoneyRequestAction, state: MoneyRequestState) {
    super(`This request is ${state}: you can't ${action} it now. Its availableActions say what you can.`);
  }
}

export class TransferNotReversibleError extends UserError {
  readonly code = 'INVALID_TRANSITION';

  constructor(state: TransferState) {
    super(`This transfer is ${state}: only one that SUCCEEDED can be taken back.`);
  }
}
