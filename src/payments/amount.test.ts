import { describe, expect, test } from 'vitest';
import { currencyCode, parseMoney } from '../money.ts';
import { fromProviderAmount, toProviderAmount } from './amount.ts';

describe('amounts at the provider', () => {
  test.each([
    ['INR', '12.5', 1250],
    ['GBP', '12.5', 1250],
    ['IDR', '50000', 5_000_000],
    ['COP', '15000', 1_500_000],
    ['JPY', '500', 500],
    ['KWD', '5.12', 5120],
    ['ISK', '5', 500],
    ['UGX', '5', 500],
    ['MGA', '500', 500],
  ])('%s %s is %i there, and back', (code, amount, theirs) => {
    const currency = currencyCode(code);
    const { minor } = parseMoney(amount, currency);
    expect(toProviderAmount(minor, currency)).toBe(theirs);
    expect(fromProviderAmount(theirs, currency)).toBe(minor);
  });

  test.each([
    ['nothing', 'INR', 0n],
    ['less than nothing', 'INR', -1n],
    ['a thousandth of a dinar', 'KWD', 5124n],
    ['more than a number can say', 'INR', 2n ** 53n],
    ['more than a number can say, once scaled', 'ISK', 2n ** 50n],
  ])('refuses %s', (_what, code, amount) => {
    expect(toProviderAmount(amount, currencyCode(code))).toBeNull();
  });
});
