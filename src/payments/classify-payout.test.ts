import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { classifyPayout, classifyPayoutError } from './classify-payout.ts';
import { payoutFailureMessages } from './failures.ts';

const failed = (failure_code: string | null) => ({ status: 'failed', failure_code });

test.each([
  [{ status: 'paid' }, { kind: 'paid', amountMinor: 500n, currency: 'JPY' }],
  [{ status: 'pending' }, { kind: 'processing' }],
  [{ status: 'in_transit' }, { kind: 'processing' }],
  [{ status: 'canceled' }, { kind: 'failed', code: 'CANCELLED' }],
  [failed('account_closed'), { kind: 'failed', code: 'ACCOUNT_CLOSED' }],
  [failed('no_account'), { kind: 'failed', code: 'NO_ACCOUNT' }],
  [failed('invalid_account_number'), { kind: 'failed', code: 'NO_ACCOUNT' }],
  [failed('insufficient_funds'), { kind: 'failed', code: 'BANK_DECLINED' }],
  [failed('never heard of'), { kind: 'failed', code: 'BANK_DECLINED' }],
  [failed(null), { kind: 'failed', code: 'BANK_DECLINED' }],
  [{ status: 'never heard of' }, { kind: 'unknown', reason: 'status never heard of' }],
])('a payout that is %o', (facts, outcome) => {
  const payout = { id: 'po_1', amount: 500, currency: 'jpy', failure_code: null, ...facts };
  expect(classifyPayout(payout)).toMatchObject({ payoutRef: 'po_1', ...outcome });
});

test.each([
  ['StripeInvalidRequestError', 400, { kind: 'failed', code: 'PROVIDER_REFUSED' }],
  ['StripeConnectionError', undefined, { kind: 'unknown', reason: 'StripeConnectionError' }],
  ['StripeAPIError', 500, { kind: 'unknown', reason: 'StripeAPIError 500' }],
  ['StripeIdempotencyError', 400, { kind: 'unknown' }],
  ['StripeRateLimitError', 429, { kind: 'unknown' }],
  ['StripePermissionError', 403, { kind: 'unknown' }],
  ['TypeError', undefined, { kind: 'unknown', reason: 'TypeError' }],
])('a payout answered with %s %s', (type, statusCode, outcome) => {
  const error = { type, ...(statusCode !== undefined && { statusCode }) };
  expect(classifyPayoutError(error)).toMatchObject({ payoutRef: null, ...outcome });
});

test('the words of the provider are kept to ourselves', () => {
  const message = 'account 000123456789 is closed';
  const raw = { type: 'invalid_request_error', message, statusCode: 400 } as const;
  const outcome = classifyPayoutError(new Stripe.errors.StripeInvalidRequestError(raw));
  expect(outcome).toMatchObject({ message: payoutFailureMessages.PROVIDER_REFUSED });
  expect(JSON.stringify(outcome)).not.toContain('000123456789');
});
