/**
 * The test methods and what they do. The names without `sandbox` are Stripe's own and do the same there:
 * https://docs.stripe.com/testing. One difference: Stripe refuses to attach some that decline
 * (`pm_card_visa_charge...`), and only `pm_card_chargeCustomerFail` attaches and then declines; here all
 * attach, and decline when charged.
 */
import type { Mishap } from './mishap.ts';

/** The one-time code that every challenge of the sandbox takes. */
export const ONE_TIME_CODE = '123456';
export const CODE_TRIES = 3;

export interface Decline {
  code: string;
  decline_code?: string;
  message: string;
}

export type RefundBehaviour = 'fails' | 'fails_later' | 'succeeds_later';

export interface TestMethod {
  brand: string;
  last4: string;
  /** Absent: the charge succeeds. */
  decline?: Decline;
  /** A code is asked for first. */
  challenge?: true;
  /** The bank decides a moment after the answer. */
  isProcessed?: true;
  /** What becomes of refunds: they succeed when it is absent. */
  refund?: RefundBehaviour;
  /** What goes wrong on the way back, once the charge is made. */
  mishap?: Mishap;
}

const declined = (decline_code: string): Decline => ({
  code: 'card_declined',
  decline_code,
  message: 'Your card was declined.',
});
const noFunds: Decline = {
  code: 'card_declined',
  decline_code: 'insufficient_funds',
  message: 'Your card has insufficient funds.',
};
const expired: Decline = { code: 'expired_card', message: 'Your card has expired.' };
const wrongCvc: Decline = { code: 'incorrect_cvc', message: "Your card's security code is incorrect." };
const processing: Decline = {
  code: 'processing_error',
  message: 'An error occurred while processing your card. Try again in a little bit.',
};

const visa = (last4: string, behaviour: Omit<TestMethod, 'brand' | 'last4'> = {}): TestMethod => ({
  brand: 'visa',
  last4,
  ...behaviour,
});

export const testMethods: ReadonlyMap<string, TestMethod> = new Map(
  Object.entries({
    pm_card_visa: visa('4242'),
    pm_card_in: visa('0008'),
    pm_card_mastercard: { brand: 'mastercard', last4: '4444' },
    pm_card_amex: { brand: 'amex', last4: '8431' },
    pm_card_visa_chargeDeclined: visa('0002', { decline: declined('generic_decline') }),
    pm_card_chargeCustomerFail: visa('0341', { decline: declined('generic_decline') }),
    pm_card_visa_chargeDeclinedInsufficientFunds: visa('9995', { decline: noFunds }),
    pm_card_visa_chargeDeclinedLostCard: visa('9987', { decline: declined('lost_card') }),
    pm_card_visa_chargeDeclinedStolenCard: visa('9979', { decline: declined('stolen_card') }),
    pm_card_chargeDeclinedExpiredCard: visa('0069', { decline: expired }),
    pm_card_chargeDeclinedIncorrectCvc: visa('0127', { decline: wrongCvc }),
    pm_card_chargeDeclinedProcessingError: visa('0119', { decline: processing }),
    pm_card_threeDSecure2Required: visa('3220', { challenge: true }),
    pm_card_authenticationRequired: visa('3184', { challenge: true }),
    pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: visa('3178', {
      challenge: true,
      decline: noFunds,
    }),
    pm_card_refundFail: visa('5126', { refund: 'fails_later' }),
    pm_card_pendingRefund: visa('7726', { refund: 'succeeds_later' }),
    pm_card_sandbox_refundRefused: visa('6000', { refund: 'fails' }),
    pm_card_sandbox_processing: visa('4000', { isProcessed: true }),
    pm_card_sandbox_slow: visa('2000', { mishap: { delayMs: 2000 } }),
    pm_card_sandbox_answerLost: visa('5000', { mishap: { cut: true } }),
  }),
);
