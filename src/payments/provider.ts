import type { CurrencyCode } from '../money.ts';

/**
 * The port to whoever moves money on cards. One adapter (`stripe.ts`) serves it, for Stripe and for our own
 * sandbox.
 *
 * Amounts are in the minor units of `money.ts`; the adapter knows how Stripe counts. No card number passes
 * here, only tokens and references.
 */
export interface PaymentProvider {
  /** Makes the provider's customer for a person; the same key gives the same customer. */
  createCustomer(input: { personId: string; idempotencyKey: string }): Promise<{ customerRef: string }>;

  /**
   * Attaches a token made by the hosted card fields to a customer; gives what may be shown.
   * Throws CardTokenRefusedError for an unknown, malformed or used token, or a card that its bank refuses.
   */
  attachCard(input: { customerRef: string; token: string; idempotencyKey: string }): Promise<AttachedCard>;

  /** Detaches a card for good. Detaching it again, or a card the provider does not know, is no error. */
  detachCard(input: { methodRef: string }): Promise<void>;

  /**
   * Charges. Never throws for a decline or a lost answer: the outcome says it.
   *
   * When the outcome is `unknown`, ask again with the same input and the same key: the provider then tells
   * what came of the first call, and does not charge again. Stop that `CHARGE_KEY_LIVES_MS` after the *first*
   * call: an older key is forgotten by the provider and would charge anew. From then on use `lookUpByPayment`;
   * and before, when the answers stay `unknown`, for Stripe repeats even its own 500 under the same key.
   */
  charge(input: ChargeInput): Promise<ChargeOutcome>;

  /** Answers a ONE_TIME_CODE challenge. A wrong code gives `requires_action` again with fewer tries left. */
  answerChallenge(input: { chargeRef: string; code: string }): Promise<ChargeOutcome>;

  /** The present state of a charge: the poll, and what to call after a REDIRECT challenge. */
  lookUp(input: { chargeRef: string }): Promise<ChargeOutcome>;

  /**
   * Finds a charge of which we never got a reference, among the customer's charges since the payment was
   * made. null: the provider has none. While a call of `charge` may still be under way, that is not yet a
   * failure.
   */
  lookUpByPayment(input: {
    paymentId: string;
    customerRef: string;
    since: Date;
  }): Promise<ChargeOutcome | null>;

  /**
   * Cancels a charge that has not ended. One that did succeed is not undone: the outcome then is `succeeded`.
   */
  cancelCharge(input: { chargeRef: string }): Promise<ChargeOutcome>;

  /**
   * Gives money back. Like `charge`: never throws for a refusal or a lost answer, and is asked again with the
   * same key.
   */
  refund(input: RefundInput): Promise<RefundOutcome>;

  lookUpRefund(input: { refundRef: string }): Promise<RefundOutcome>;

  /** The refund of a charge that carries our id, for when its key can no longer be used; null: there is none. */
  findRefund(input: { refundId: string; chargeRef: string }): Promise<RefundOutcome | null>;

  /**
   * Registers where a business is paid out to, by a token of the provider's own fields. Throws
   * BankTokenRefusedError for an unknown or malformed token, or an account in another currency.
   */
  attachBankAccount(input: {
    businessId: string;
    token: string;
    currency: CurrencyCode;
    idempotencyKey: string;
  }): Promise<AttachedBankAccount>;

  /**
   * Sends money to a bank account, once per key. Like `charge`: never throws for a refusal or a lost answer,
   * and is asked again with the same key.
   */
  payOut(input: PayoutInput): Promise<PayoutOutcome>;

  lookUpPayout(input: { payoutRef: string }): Promise<PayoutOutcome>;

  /** The payout that carries our id, for when its key can no longer be used; null: there is none. */
  findPayout(input: { payoutId: string; since: Date }): Promise<PayoutOutcome | null>;

  /**
   * Everything that moved the provider's balance from an instant up to another, to the second, in any order.
   * Throws ProviderUnavailableError, at whichever line: what came before is then not all.
   */
  movements(input: { from: Date; to: Date }): AsyncIterable<ProviderMovement>;

  /**
   * Verifies a webhook's signature on the raw body, which must not be parsed before. Throws
   * WebhookSignatureError. null: an event that we have no use for; answer it with 200 all the same.
   */
  parseWebhook(rawBody: Buffer, signatureHeader: string): WebhookEvent | null;
}

/** Stripe keeps idempotency keys for "at least 24 hours"; an hour is left for clocks and slow calls. */
export const CHARGE_KEY_LIVES_MS = 23 * 60 * 60 * 1000;

export interface AttachedCard {
  methodRef: string;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
}

export interface ChargeInput {
  paymentId: string;
  amountMinor: bigint;
  currency: CurrencyCode;
  customerRef: string;
  methodRef: string;
  description: string;
  idempotencyKey: string;
}

export interface RefundInput {
  refundId: string;
  chargeRef: string;
  amountMinor: bigint;
  currency: CurrencyCode;
  idempotencyKey: string;
}

export interface AttachedBankAccount {
  accountRef: string;
  bankName: string;
  last4: string;
}

export interface PayoutInput {
  payoutId: string;
  accountRef: string;
  amountMinor: bigint;
  currency: CurrencyCode;
  idempotencyKey: string;
}

/** One line of the provider's own books. */
export interface ProviderMovement {
  /** The provider's id of the line. */
  movementRef: string;
  /** A `return` undoes a refund or a payout that had gone through. `other`: fees, adjustments, disputes. */
  kind: 'charge' | 'refund' | 'refund_return' | 'payout' | 'payout_return' | 'other';
  /** The charge, refund or payout that it is of, as our records name it; null when none is named. */
  sourceRef: string | null;
  /** Our id of the payment, refund or payout; null when it carries none. */
  subjectId: string | null;
  /** As it moved the provider's balance: charges are above zero, refunds and payouts below. */
  amountMinor: bigint;
  currency: CurrencyCode;
  at: Date;
}

export type Challenge = { kind: 'ONE_TIME_CODE'; triesLeft: number } | { kind: 'REDIRECT'; url: string };

export type FailureCode =
  | 'CARD_DECLINED'
  | 'INSUFFICIENT_FUNDS'
  | 'EXPIRED_CARD'
  | 'CARD_DETAILS_WRONG'
  | 'BANK_UNAVAILABLE'
  | 'CHALLENGE_FAILED'
  | 'CANCELLED'
  | 'AMOUNT_NOT_CHARGEABLE'
  | 'PROVIDER_REFUSED';

export type RefundFailureCode =
  | 'AMOUNT_TOO_LARGE'
  | 'ALREADY_REFUNDED'
  | 'CARD_UNREACHABLE'
  | 'CANCELLED'
  | 'PROVIDER_REFUSED';

export type PayoutFailureCode =
  | 'ACCOUNT_CLOSED'
  | 'NO_ACCOUNT'
  | 'BANK_DECLINED'
  | 'CANCELLED'
  | 'PROVIDER_REFUSED';

/** `message` is our own text for the payer; `reason` is for logs and operators and holds codes only. */
export type ChargeOutcome =
  | { kind: 'succeeded'; chargeRef: string; amountMinor: bigint; currency: CurrencyCode }
  | { kind: 'requires_action'; chargeRef: string; challenge: Challenge }
  | { kind: 'processing'; chargeRef: string }
  | { kind: 'failed'; chargeRef: string | null; code: FailureCode; message: string }
  | { kind: 'unknown'; chargeRef: string | null; reason: string };

export type RefundOutcome =
  | { kind: 'succeeded'; refundRef: string; amountMinor: bigint; currency: CurrencyCode }
  | { kind: 'processing'; refundRef: string }
  | { kind: 'failed'; refundRef: string | null; code: RefundFailureCode; message: string }
  | { kind: 'unknown'; refundRef: string | null; reason: string };

/** A `failed` payout that was paid before has come back: its bank returned it. */
export type PayoutOutcome =
  | { kind: 'paid'; payoutRef: string; amountMinor: bigint; currency: CurrencyCode }
  | { kind: 'processing'; payoutRef: string }
  | { kind: 'failed'; payoutRef: string | null; code: PayoutFailureCode; message: string }
  | { kind: 'unknown'; payoutRef: string | null; reason: string };

/**
 * Delivered at least once and in any order: `eventId` tells repeats apart, the outcome is as of the event.
 */
export type WebhookEvent =
  | { kind: 'charge'; eventId: string; paymentId: string; outcome: ChargeOutcome }
  | { kind: 'refund'; eventId: string; refundId: string; outcome: RefundOutcome }
  | { kind: 'payout'; eventId: string; payoutId: string; outcome: PayoutOutcome };
