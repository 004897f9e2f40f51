import { expect, test } from 'vitest';
import { currencyCode } from '../money.ts';
import { readPrice } from './price.ts';

test.each<[text: string, currency: string, minor: bigint | string]>([
  ['9.99 USD', 'USD', 999n],
  ['9.99 usd', 'USD', 999n],
  ['USD 9.99', 'USD', 999n],
  ['10,00 USD', 'USD', 1_000n],
  ['70.00  USD', 'USD', 7_000n],
  ['70.00\u00a0USD', 'USD', 7_000n],
  ['174.58', 'INR', 17_458n],
  ['25', 'INR', 2_500n],
  ['25.5', 'INR', 2_550n],
  ['₹25', 'INR', 2_500n],
  ['25 €', 'EUR', 2_500n],
  ['49,00 TND', 'TND', 49_000n],
  ['1.500 KWD', 'KWD', 1_500n],
  ['1500 JPY', 'JPY', 1_500n],
  ['1500.00 JPY', 'JPY', 1_500n],
  ['9.9900 USD', 'USD', 999n],
  ['2,030 USD', 'USD', 203_000n],
  ['2,030.50 USD', 'USD', 203_050n],
  ['2.030,50 EUR', 'EUR', 203_050n],
  ['2 030,50 EUR', 'EUR', 203_050n],
  ["2'030.50 USD", 'USD', 203_050n],
  ['1,00,000.00 INR', 'INR', 10_000_000n],
  ['1.234.567 IDR', 'IDR', 123_456_700n],
  // The dollar of ten countries.
  ['$2,030', 'USD', 'NOT_A_PRICE'],
  // Twenty-five thousand, or twenty-five.
  ['25.000 IDR', 'IDR', 'NOT_A_PRICE'],
  ['2,030 KWD', 'KWD', 'NOT_A_PRICE'],
  ['0,500 USD', 'USD', 'NOT_A_PRICE'],
  ['9.999 USD', 'USD', 'NOT_A_PRICE'],
  ['9.9950 USD', 'USD', 'NOT_A_PRICE'],
  ['10.50 JPY', 'JPY', 'NOT_A_PRICE'],
  ['1,2,3 USD', 'USD', 'NOT_A_PRICE'],
  ['1.2.3', 'USD', 'NOT_A_PRICE'],
  ['0 USD', 'USD', 'NOT_A_PRICE'],
  ['-5 USD', 'USD', 'NOT_A_PRICE'],
  ['99999999999999 USD', 'USD', 'NOT_A_PRICE'],
  ['9'.repeat(400), 'USD', 'NOT_A_PRICE'],
  ['USD 5 USD', 'USD', 'NOT_A_PRICE'],
  ['free', 'USD', 'NOT_A_PRICE'],
  ['1e3 USD', 'USD', 'NOT_A_PRICE'],
  ['', 'USD', 'NOT_A_PRICE'],
  ['150 AUD', 'INR', 'WRONG_CURRENCY'],
  ['€5', 'USD', 'WRONG_CURRENCY'],
])('%s in %s is %s', (text, currency, expected) => {
  const reading = readPrice(text, currencyCode(currency));
  expect('error' in reading ? reading.error.code : reading.value).toBe(expected);
});
