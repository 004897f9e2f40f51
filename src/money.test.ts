import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  InvalidMoneyError,
  MAX_MINOR,
  currencyCode,
  currencyDigits,
  decimalAmount,
  formatMoney,
  parseMoney,
} from './money.ts';

describe('parseMoney', () => {
  test.each([
    ['12.50', 'INR', 1_250n],
    ['12.5', 'INR', 1_250n],
    ['12', 'INR', 1_200n],
    ['0', 'INR', 0n],
    ['0.01', 'INR', 1n],
    ['-0.01', 'INR', -1n],
    ['007', 'INR', 700n],
    ['-0', 'INR', 0n],
    ['1250', 'JPY', 1_250n],
    ['1.234', 'KWD', 1_234n],
    ['19000', 'IDR', 1_900_000n],
    ['10000000000.00', 'INR', MAX_MINOR],
    ['-10000000000.00', 'INR', -MAX_MINOR],
  ])('reads %s %s as %s', (amount, currency, minor) => {
    expect(parseMoney(amount, currencyCode(currency))).toEqual({ minor, currency });
  });

  test.each([
    ['12.505', 'INR', 'more digits than the currency has'],
    ['12.500', 'INR', 'more digits, though zeros'],
    ['1.0', 'JPY', 'a currency without decimals'],
    ['10000000000.01', 'INR', 'one minor unit too much'],
    ['-10000000000.01', 'INR', 'one minor unit too little'],
    ['9'.repeat(16), 'INR', 'sixteen digits'],
    ['', 'INR', 'empty'],
    ['-', 'INR', 'a sign alone'],
    ['.5', 'INR', 'no digit before the point'],
    ['5.', 'INR', 'no digit after the point'],
    ['1,000.00', 'INR', 'thousands in groups'],
    ['12,50', 'INR', 'a comma'],
    ['+5', 'INR', 'a plus'],
    ['1e3', 'INR', 'an exponent'],
    [' 5', 'INR', 'a space'],
    ['5\n', 'INR', 'a line break'],
    ['٥', 'INR', 'digits of another script'],
    ['0x10', 'INR', 'hexadecimal'],
    ['NaN', 'INR', 'not a number'],
    ['₹5', 'INR', 'a sign of the currency'],
  ])('refuses %j %s: %s', (amount, currency) => {
    expect(() => parseMoney(amount, currencyCode(currency), ['price', 'amount'])).toThrow(
      expect.objectContaining({ code: 'INVALID_MONEY', path: ['price', 'amount'] }),
    );
  });

  it('reads back every amount that it writes', () => {
    const amounts = fc.bigInt({ min: -MAX_MINOR, max: MAX_MINOR });
    const currencies = fc.constantFrom('INR', 'JPY', 'KWD', 'IDR', 'EUR').map((code) => currencyCode(code));
    fc.assert(
      fc.property(amounts, currencies, (minor, currency) => {
        expect(parseMoney(decimalAmount({ minor, currency }), currency)).toEqual({ minor, currency });
      }),
    );
  });
});

test.each([
  [1_250n, 'INR', '12.50'],
  [5n, 'INR', '0.05'],
  [-5n, 'INR', '-0.05'],
  [0n, 'INR', '0.00'],
  [1_250n, 'JPY', '1250'],
  [0n, 'JPY', '0'],
  [1n, 'KWD', '0.001'],
  [9_007_199_254_740_993n, 'INR', '90071992547409.93'],
])('decimalAmount writes %s of %s as %s', (minor, currency, amount) => {
  expect(decimalAmount({ minor, currency: currencyCode(currency) })).toBe(amount);
});

test.each([
  ['INR', 2],
  ['IDR', 2],
  ['COP', 2],
  ['JPY', 0],
  ['ISK', 0],
  ['KWD', 3],
])('%s has %s decimals by ISO 4217, whatever Node thinks of daily use', (currency, digits) => {
  expect(currencyDigits(currencyCode(currency))).toBe(digits);
});

test.each(['', 'inr', 'RUPEE', 'XXY', 'IN', 'toString', '__proto__'])('%j is no currency', (text) => {
  expect(() => currencyCode(text)).toThrow(InvalidMoneyError);
});

describe('formatMoney', () => {
  const price = { minor: 123_456_750n, currency: currencyCode('INR') };

  test.each([
    ['en', '₹1,234,567.50'],
    ['en-IN', '₹12,34,567.50'],
    ['de', '1.234.567,50\u00a0₹'],
  ])('writes as people of %s do', (locale, text) => {
    expect(formatMoney(price, locale)).toBe(text);
  });

  test.each(['', 'no such locale', '\0', 'x'.repeat(1_000)])('falls back to English for %j', (locale) => {
    expect(formatMoney(price, locale)).toBe('₹1,234,567.50');
  });

  it('writes the largest amount without losing a digit', () => {
    expect(formatMoney({ minor: MAX_MINOR - 1n, currency: currencyCode('INR') })).toBe('₹9,999,999,999.99');
  });
});
