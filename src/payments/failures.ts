/**
 * What the payer is told of a failure, and the errors of this port. The provider's own texts are never shown
 * or kept.
 */
import { UserError } from '../errors.ts';
import type { FailureCode, PayoutFailureCode, RefundFailureCode } from './provider.ts';

export const failureMessages: Record<FailureCode, string> = {
  CARD_DECLINED: 'Your bank declined this card. Try another one.',
  INSUFFICIENT_FUNDS: 'There is not enough money on this card. Try another one.',
  EXPIRED_CARD: 'This card has expired. Try another one.',
  CARD_DETAILS_WRONG: 'Some details of this card are wrong. Register it again, or try another one.',
  BANK_UNAVAILABLE: 'Your bank could not handle the payment. Nothing was charged. Try again in a while.',
  CHALLENGE_FAILED: 'Your bank could not confirm that it was you. Nothing was charged. Try again.',
  CANCELLED: 'This payment was cancelled. Nothing was charged.',
  AMOUNT_NOT_CHARGEABLE: 'This amount cannot be charged to a card.',
  PROVIDER_REFUSED: 'This payment could not be taken. Nothing was charged.',
};

export const refundFailureMessages: Record<RefundFailureCode, string> = {
  AMOUNT_TOO_LARGE: 'This is more than what is left to refund.',
  ALREADY_REFUNDED: 'This payment has been refunded already.',
  CARD_UNREACHABLE: 'The bank could not return the money to this card.',
  CANCELLED: 'This refund was cancelled.',
  PROVIDER_REFUSED: 'This refund could not be made.',
};

export const payoutFailureMessages: Record<PayoutFailureCode, string> = {
  ACCOUNT_CLOSED: 'This bank account has been closed. Register another one.',
  NO_ACCOUNT: 'The bank knows no such account. Register it again, or another one.',
  BANK_DECLINED: 'The bank did not take the money. Ask it why, or register another account.',
  CANCELLED: 'This payout was cancelled.',
  PROVIDER_REFUSED: 'This payout could not be made.',
};

/** The token is unknown, malformed or used, or the bank refuses the card. */
export class CardTokenRefusedError extends UserError {
  readonly code = 'CARD_TOKEN_REFUSED';

  constructor() {
    super('This card could not be registered. Enter it again, or try another one.', ['token']);
  }
}

/** The token of a bank account is unknown, malformed or used, or is of an account in another currency. */
export class BankTokenRefusedError extends UserError {
  readonly code = 'BANK_TOKEN_REFUSED';

  constructor() {
    super('This bank account could not be registered. Enter it again, or try another one.', ['token']);
  }
}

/** The signature is missing, wrong or older than five minutes. Carries nothing of the request. */
export class WebhookSignatureError extends Error {
  constructor() {
    super('The webhook signature is not valid.');
  }
}

/**
 * The provider could not be asked, or refused to serve us, about a customer, a card or a bank account
 * (charges, refunds and payouts say so in their outcome). `reason` holds codes only: the SDK's error is no `cause`, for it carries the
 * request and its answer.
 */
export class ProviderUnavailableError extends UserError {
  readonly code = 'PROVIDER_UNAVAILABLE';
  readonly reason: string;

  constructor(reason: string) {
    super('The payment provider could not be reached: nothing was done. Try again in a while.');
    this.reason = reason;
  }
}
