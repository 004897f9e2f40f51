import { describe, expect, test } from 'vitest';
import { currencyCode } from '../money.ts';
import type { PayoutOutcome } from '../payments/provider.ts';
import { payoutSettlement, type PayoutState } from './rules.ts';

const currency = currencyCode('INR');
const payout = (state: PayoutState, payoutRef: string | null = null) => ({
  state,
  amountMinor: 500n,
  currency,
  payoutRef,
});

const OUTCOMES = {
  paid: { kind: 'paid', payoutRef: 'po_1', amountMinor: 500n, currency },
  'paid another amount': { kind: 'paid', payoutRef: 'po_1', amountMinor: 501n, currency },
  'paid another currency': {
    kind: 'paid',
    payoutRef: 'po_1',
    amountMinor: 500n,
    currency: currencyCode('USD'),
  },
  processing: { kind: 'processing', payoutRef: 'po_1' },
  failed: { kind: 'failed', payoutRef: 'po_1', code: 'NO_ACCOUNT', message: '' },
  unknown: { kind: 'unknown', payoutRef: null, reason: 'down' },
} as const satisfies Record<string, PayoutOutcome>;

type Told = keyof typeof OUTCOMES;

/** What each word of the provider makes of a payout in each state; everything else is old news. */
const EXPECTED: Record<PayoutState, Partial<Record<Told, string>>> = {
  PENDING: {
    paid: 'pay',
    'paid another amount': 'alarm',
    'paid another currency': 'alarm',
    processing: 'note',
    failed: 'fail',
  },
  PAID: { failed: 'return' },
  FAILED: {},
  RETURNED: {},
};

describe.each(Object.keys(EXPECTED) as PayoutState[])('a payout that is %s', (state) => {
  test.each(Object.keys(OUTCOMES) as Told[])('and is told to be %s', (told) => {
    expect(payoutSettlement(payout(state), OUTCOMES[told])).toBe(EXPECTED[state][told] ?? 'ignore');
  });
});

test('that it is under way is news once', () => {
  expect(payoutSettlement(payout('PENDING', 'po_1'), OUTCOMES.processing)).toBe('ignore');
});
