import { Stripe } from 'stripe';
import { describe, expect, test } from 'vitest';
import { classify, classifyAbout, type IntentFacts } from './classify.ts';
import { classifyRefund, classifyRefundError } from './classify-refund.ts';
import { failureMessages, refundFailureMessages } from './failures.ts';

const { errors } = Stripe;

function intent(facts: Partial<IntentFacts>): IntentFacts {
  const none = { amount_received: 0, last_payment_error: null, next_action: null };
  return { id: 'pi_1', status: 'succeeded', currency: 'inr', ...none, ...facts };
}

describe('an intent', () => {
  test.each([
    [intent({ amount_received: 1250 }), { kind: 'succeeded', amountMinor: 1250n, currency: 'INR' }],
    [intent({ status: 'processing' }), { kind: 'processing' }],
    [intent({ status: 'canceled' }), { kind: 'failed', code: 'CANCELLED' }],
    [
      intent({ status: 'requires_confirmation' }),
      { kind: 'unknown', reason: 'status requires_confirmation' },
    ],
    [intent({ status: 'requires_capture' }), { kind: 'unknown', reason: 'status requires_capture' }],
    [intent({ status: 'never heard of' }), { kind: 'unknown' }],
    [
      intent({ status: 'requires_action', next_action: codeAsked(2) }),
      { kind: 'requires_action', challenge: { kind: 'ONE_TIME_CODE', triesLeft: 2 } },
    ],
    [
      intent({ status: 'requires_action', next_action: redirect('https://bank.example/3ds') }),
      { kind: 'requires_action', challenge: { kind: 'REDIRECT', url: 'https://bank.example/3ds' } },
    ],
    [
      intent({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } }),
      { kind: 'unknown', reason: 'next_action use_stripe_sdk' },
    ],
  ])('%o', (facts, outcome) => {
    expect(classify(facts)).toMatchObject({ chargeRef: 'pi_1', ...outcome });
  });

  test.each([
    [{ code: 'card_declined', decline_code: 'generic_decline' }, 'CARD_DECLINED'],
    [{ code: 'card_declined', decline_code: 'stolen_card' }, 'CARD_DECLINED'],
    [{ code: 'card_declined', decline_code: 'never heard of' }, 'CARD_DECLINED'],
    [{ code: 'card_declined', decline_code: 'insufficient_funds' }, 'INSUFFICIENT_FUNDS'],
    [{ code: 'expired_card' }, 'EXPIRED_CARD'],
    [{ code: 'incorrect_cvc', decline_code: 'incorrect_cvc' }, 'CARD_DETAILS_WRONG'],
    [{ code: 'processing_error' }, 'BANK_UNAVAILABLE'],
    [{ code: 'payment_intent_authentication_failure' }, 'CHALLENGE_FAILED'],
    [{ code: 'card_declined', decline_code: 'authentication_required' }, 'CHALLENGE_FAILED'],
    [null, 'CARD_DECLINED'],
  ] as const)('left open by %o fails as %s', (last_payment_error, code) => {
    const failed = { kind: 'failed', chargeRef: 'pi_1', code, message: failureMessages[code] };
    expect(classify(intent({ status: 'requires_payment_method', last_payment_error }))).toEqual(failed);
  });
});

describe('an error', () => {
  const open = intent({ status: 'requires_payment_method' });
  const declined = { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' } as const;

  test.each([
    [
      new errors.StripeCardError({ ...declined, statusCode: 402 }),
      { kind: 'failed', code: 'INSUFFICIENT_FUNDS' },
    ],
    [
      { type: 'StripeCardError', code: 'expired_card' },
      { kind: 'failed', code: 'EXPIRED_CARD' },
    ],
    [invalid(), { kind: 'failed', code: 'PROVIDER_REFUSED' }],
    [
      new errors.StripeConnectionError({ type: 'api_error' }),
      { kind: 'unknown', reason: 'StripeConnectionError' },
    ],
    [error('StripeAPIError', 500), { kind: 'unknown', reason: 'StripeAPIError 500' }],
    [error('StripeAPIError', 503), { kind: 'unknown' }],
    [
      error('StripeAPIError', 409, 'idempotency_key_in_use'),
      { kind: 'unknown', reason: 'StripeAPIError 409 idempotency_key_in_use' },
    ],
    [error('StripeIdempotencyError', 400), { kind: 'unknown' }],
    [error('StripeRateLimitError', 429, 'lock_timeout'), { kind: 'unknown' }],
    [error('StripeAuthenticationError', 401), { kind: 'unknown' }],
    [error('StripePermissionError', 403), { kind: 'unknown' }],
    [error('TypeError'), { kind: 'unknown', reason: 'TypeError' }],
  ])('in answer to a charge: %o', (facts, outcome) => {
    expect(classify(facts)).toMatchObject({ chargeRef: null, ...outcome });
  });

  test('that brings the intent along is believed less than the intent', () => {
    const succeeded = intent({ amount_received: 100 });
    expect(classify({ ...error('StripeCardError', 402), payment_intent: succeeded }).kind).toBe('succeeded');
    expect(classify({ ...invalid(), type: 'StripeAPIError', payment_intent: succeeded }).kind).toBe(
      'succeeded',
    );
    expect(classify({ ...error('StripeAPIError', 500), payment_intent: open })).toMatchObject({
      kind: 'unknown',
      chargeRef: 'pi_1',
    });
  });

  test.each([invalid(), error('StripeInvalidRequestError', 404), error('StripeConnectionError')])(
    'in answer to a question about a charge tells nothing: %o',
    (facts) => {
      expect(classifyAbout('pi_1', facts)).toMatchObject({ kind: 'unknown', chargeRef: 'pi_1' });
    },
  );

  test('in answer to a question tells what the intent in it tells', () => {
    const facts = { ...invalid(), payment_intent: intent({ status: 'canceled' }) };
    expect(classifyAbout('pi_1', facts)).toMatchObject({ kind: 'failed', code: 'CANCELLED' });
  });

  test('keeps the words of the provider to itself', () => {
    const secret = new errors.StripeAPIError({
      type: 'api_error',
      message: 'sk_live_secret',
      statusCode: 500,
    });
    expect(JSON.stringify(classify(secret))).not.toContain('secret');
  });
});

describe('a refund', () => {
  const refund = { id: 're_1', amount: 500, currency: 'idr' };

  test.each([
    ['succeeded', { kind: 'succeeded', amountMinor: 500n, currency: 'IDR' }],
    ['pending', { kind: 'processing' }],
    ['requires_action', { kind: 'processing' }],
    ['failed', { kind: 'failed', code: 'CARD_UNREACHABLE', message: refundFailureMessages.CARD_UNREACHABLE }],
    ['canceled', { kind: 'failed', code: 'CANCELLED' }],
    [null, { kind: 'unknown' }],
  ])('that is %s', (status, outcome) => {
    expect(classifyRefund({ ...refund, status })).toMatchObject({ refundRef: 're_1', ...outcome });
  });

  test.each([
    [
      { ...invalid(), param: 'amount' },
      { kind: 'failed', code: 'AMOUNT_TOO_LARGE' },
    ],
    [
      { ...invalid(), code: 'charge_already_refunded' },
      { kind: 'failed', code: 'ALREADY_REFUNDED' },
    ],
    [invalid(), { kind: 'failed', code: 'PROVIDER_REFUSED' }],
    [error('StripeConnectionError'), { kind: 'unknown' }],
    [error('StripeAPIError', 500), { kind: 'unknown' }],
    [error('StripeIdempotencyError', 400), { kind: 'unknown' }],
  ])('refused with %o', (facts, outcome) => {
    expect(classifyRefundError(facts)).toMatchObject({ refundRef: null, ...outcome });
  });
});

function error(type: string, statusCode?: number, code?: string) {
  return { type, ...(statusCode && { statusCode }), ...(code && { code }) };
}

function invalid() {
  return error('StripeInvalidRequestError', 400);
}

function codeAsked(triesLeft: number) {
  return { type: 'sandbox_one_time_code', sandbox_one_time_code: { tries_left: triesLeft } };
}

function redirect(url: string) {
  return { type: 'redirect_to_url', redirect_to_url: { url } };
}
