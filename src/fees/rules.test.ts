import { describe, expect, it, test } from 'vitest';
import type { MessageContent } from '../conversations/content.ts';
import {
  answerWindowStart,
  feeOf,
  messageCategory,
  rulesAt,
  rulesOfPlan,
  saleFee,
  type FeePlan,
  type FeeService,
} from './rules.ts';
import { feeRuleProblem, type NewTerms } from './terms.ts';

const NOW = new Date('2026-11-21T10:00:00Z');

test.each<[share: number, fixed: bigint, amount: bigint, fee: bigint, ofSale: bigint]>([
  [200, 0n, 10_000n, 200n, 200n],
  [200, 0n, 25n, 1n, 1n],
  [200, 0n, 24n, 0n, 0n],
  [250, 300n, 10_000n, 550n, 550n],
  [0, 300n, 100n, 300n, 100n],
  [10_000, 0n, 77n, 77n, 77n],
])('%i of 10,000 and %i of %i is %i, of a sale %i', (shareBasisPoints, fixedMinor, amount, fee, ofSale) => {
  expect(feeOf({ shareBasisPoints, fixedMinor }, amount)).toBe(fee);
  expect(saleFee({ shareBasisPoints, fixedMinor }, amount)).toBe(ofSale);
});

test.each<[MessageContent['type'], inside: string, outside: string]>([
  ['text', 'SERVICE', 'MARKETING'],
  ['product', 'SERVICE', 'MARKETING'],
  ['catalog', 'SERVICE', 'MARKETING'],
  ['cart', 'SERVICE', 'MARKETING'],
  ['bot', 'SERVICE', 'MARKETING'],
  ['notice', 'UTILITY', 'UTILITY'],
  ['order', 'UTILITY', 'UTILITY'],
  ['payment', 'UTILITY', 'UTILITY'],
])('%s counts as %s inside the answer window and as %s outside of it', (type, inside, outside) => {
  expect([messageCategory(type, true), messageCategory(type, false)]).toEqual([inside, outside]);
});

it('answers for 24 hours', () => {
  expect(answerWindowStart(NOW)).toEqual(new Date('2026-11-20T10:00:00Z'));
});

describe('a new rule', () => {
  const terms = (service: FeeService, rest: Partial<NewTerms> = {}): NewTerms => ({
    service,
    plan: null,
    shareBasisPoints: 0,
    fixedMinor: 0n,
    freePerMonth: 0,
    effectiveFrom: new Date('2026-11-21T10:01:00Z'),
    ...rest,
  });

  test.each<[string, NewTerms]>([
    [
      'a share and a fixed part of sales',
      terms('SALE', { shareBasisPoints: 10_000, fixedMinor: 1n, plan: 'PLUS' }),
    ],
    ['the same of money between people', terms('MONEY_TRANSFER', { shareBasisPoints: 10, fixedMinor: 1n })],
    [
      'a price of messages, all answers free',
      terms('MESSAGE_SERVICE', { fixedMinor: 5n, freePerMonth: null }),
    ],
    ['a price of a month', terms('SUBSCRIPTION', { fixedMinor: 5n, plan: 'STANDARD' })],
    ['a share of tax', terms('TAX', { shareBasisPoints: 1_800 })],
    ['nothing any more', terms('SALE')],
  ])('may be %s', (_what, rule) => {
    expect(feeRuleProblem(rule, NOW)).toBeNull();
  });

  const early = { effectiveFrom: new Date('2026-11-21T10:00:59.999Z') };
  test.each<[string, NewTerms, path: string]>([
    ['of the past', terms('SALE', { effectiveFrom: new Date('2026-11-20T10:00:00Z') }), 'effectiveFrom'],
    ['of the next moment', terms('SALE', early), 'effectiveFrom'],
    ['of less than nothing', terms('SALE', { shareBasisPoints: -1 }), 'shareBasisPoints'],
    ['of more than all', terms('SALE', { shareBasisPoints: 10_001 }), 'shareBasisPoints'],
    ['with free sales', terms('SALE', { freePerMonth: 3 }), 'freePerMonth'],
    ['with nothing but free months', terms('SUBSCRIPTION', { freePerMonth: null }), 'alwaysFree'],
    ['with fewer than none free', terms('MESSAGE_SERVICE', { freePerMonth: -1 }), 'freePerMonth'],
    ['of a share of a message', terms('MESSAGE_UTILITY', { shareBasisPoints: 1 }), 'shareBasisPoints'],
    ['of a share of a month', terms('SUBSCRIPTION', { shareBasisPoints: 1 }), 'shareBasisPoints'],
    ['of a fixed tax', terms('TAX', { fixedMinor: 1n }), 'fixed'],
    ['of tax by plan', terms('TAX', { plan: 'PLUS' }), 'plan'],
    ['of people by plan', terms('MONEY_TRANSFER', { plan: 'PLUS' }), 'plan'],
  ])('is not %s', (_what, rule, path) => {
    expect(feeRuleProblem(rule, NOW)?.path[0]).toBe(path);
  });
});

it('finds the rules of a moment, and of them those of a plan', () => {
  const rule = (service: FeeService, plan: FeePlan | null, from: string) => ({
    service,
    plan,
    effectiveFrom: new Date(from),
    name: `${service} ${plan} ${from}`,
  });
  const rules = [
    rule('SALE', null, '2026-01-01'),
    rule('SALE', 'PLUS', '2026-01-01'),
    rule('TAX', null, '2026-01-01'),
    rule('SALE', null, '2026-11-01'),
    rule('TAX', null, '2026-12-01'),
  ];
  const named = (found: readonly { name: string }[]) => found.map(({ name }) => name);
  const inForce = rulesAt(rules, new Date('2026-11-01'));
  expect(named(inForce).toSorted()).toEqual([
    'SALE PLUS 2026-01-01',
    'SALE null 2026-11-01',
    'TAX null 2026-01-01',
  ]);
  expect(named(rulesOfPlan(inForce, 'STANDARD'))).toEqual(['SALE null 2026-11-01', 'TAX null 2026-01-01']);
  expect(named(rulesOfPlan(inForce, 'PLUS'))).toEqual(['SALE PLUS 2026-01-01', 'TAX null 2026-01-01']);
  expect(rulesAt(rules, new Date('2025-12-31T23:59:59.999Z'))).toEqual([]);
});
