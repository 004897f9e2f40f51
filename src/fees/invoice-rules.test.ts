import { describe, expect, it, test } from 'vitest';
import { newId, type FeeRuleId } from '../db/id.ts';
import {
  draftInvoice,
  invoiceNumberText,
  isBehind,
  isPeriod,
  percentOf,
  taxOf,
  type ChargeSum,
} from './invoice-rules.ts';
import type { FeeService } from './rules.ts';

const older = { id: 'b' as FeeRuleId, effectiveFrom: new Date('2020-01-01') };
const newer = { id: 'a' as FeeRuleId, effectiveFrom: new Date('2026-11-15') };

const charge = (
  service: FeeService,
  amountMinor: bigint,
  rule: ChargeSum['rule'] = older,
  quantity = 1,
): ChargeSum => ({ service, amountMinor, rule, quantity });

describe('an invoice', () => {
  it('has a line for each service, rule, and whether it was charged or given back', () => {
    const draft = draftInvoice(
      [
        charge('SUBSCRIPTION', 99_900n),
        charge('SALE', 40n, newer),
        charge('MESSAGE_SERVICE', 0n, older, 1_000),
        charge('SALE', -7n),
        charge('SALE', 50n),
        charge('MESSAGE_SERVICE', 30n, older, 3),
        charge('SALE', 11n),
        charge('MESSAGE_UTILITY', 0n, null),
      ],
      1_800,
    );
    expect(
      draft.lines.map((line) => [
        line.service,
        line.rule?.id ?? null,
        line.isCredit,
        line.quantity,
        line.amountMinor,
      ]),
    ).toEqual([
      ['SALE', 'b', false, 2, 61n],
      ['SALE', 'b', true, 1, -7n],
      ['SALE', 'a', false, 1, 40n],
      ['MESSAGE_UTILITY', null, false, 1, 0n],
      ['MESSAGE_SERVICE', 'b', false, 1_003, 30n],
      ['SUBSCRIPTION', 'b', false, 1, 99_900n],
    ]);
    // 18 % of 1000.24 is 180.0432.
    expect(draft).toMatchObject({ subtotalMinor: 100_024n, taxMinor: 18_004n, totalMinor: 118_028n });
  });

  it('is the same in whatever order its charges come, and summed up before or not', () => {
    const charges = Array.from({ length: 12 }, (_, index) =>
      charge(index % 2 ? 'SALE' : 'SUBSCRIPTION', BigInt(index), {
        id: newId<'feeRule'>(),
        effectiveFrom: older.effectiveFrom,
      }),
    );
    const draft = draftInvoice(charges, 500);
    expect(draftInvoice(charges.toReversed(), 500)).toEqual(draft);
    expect(draftInvoice(draft.lines, 500)).toEqual(draft);
  });

  it('of nothing is of nothing', () => {
    expect(draftInvoice([], 1_800)).toMatchObject({
      lines: [],
      subtotalMinor: 0n,
      taxMinor: 0n,
      totalMinor: 0n,
    });
  });
});

test.each([
  [0n, 1_800, 0n],
  [100n, 0, 0n],
  [3n, 1_800, 1n],
  [2n, 1_800, 0n],
  [25n, 1_800, 5n],
  [-25n, 1_800, -5n],
  [-3n, 1_800, -1n],
  [-2n, 1_800, 0n],
  [333n, 10_000, 333n],
  [9_007_199_254_740_993n, 10_000, 9_007_199_254_740_993n],
])('the tax of %s at %s hundredths of a percent is %s', (subtotal, rate, tax) => {
  expect(taxOf(subtotal, rate)).toBe(tax);
});

test.each([
  ['2026-11-01', true],
  ['2026-12-01', true],
  ['2026-11-02', false],
  ['2026-13-01', false],
  ['2026-00-01', false],
  ['2026-11', false],
  ['0026-11-01', false],
  [' 2026-11-01', false],
  ["2026-11-01'; --", false],
])('%j is a month: %s', (text, is) => {
  expect(isPeriod(text)).toBe(is);
});

test('numbers and rates are written out', () => {
  expect([1, 42, 999_999, 1_000_000].map(invoiceNumberText)).toEqual([
    'BTG-000001',
    'BTG-000042',
    'BTG-999999',
    'BTG-1000000',
  ]);
  expect([0, 5, 1_800, 1_850, 10_000].map(percentOf)).toEqual(['0.00', '0.05', '18.00', '18.50', '100.00']);
});

test.each([
  [[], null, false],
  [['2026-11-01'], null, false],
  [['2026-10-01', '2026-11-01'], null, true],
  [['2026-10-01', '2026-11-01'], '2026-10-01', false],
  [['2026-08-01', '2026-11-01'], '2026-10-01', false],
  [['2026-08-01', '2026-10-01'], '2026-09-01', true],
])(
  'with charges of %s and invoices up to %s another month goes before November: %s',
  (open, invoicedTo, is) => {
    expect(
      isBehind(
        { period: '2026-11-01', invoicedTo },
        open.map((period) => ({ period })),
      ),
    ).toBe(is);
  },
);
