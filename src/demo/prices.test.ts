import { describe, expect, test } from 'vitest';
import { currencyCode, decimalAmount } from '../money.ts';
import { demoPrices, salePrice, shopPrice } from './prices.ts';
import type { PriceRule } from './prices.ts';
import { DEMO_SHOPS } from './shops.ts';
import { SOURCE_PRODUCTS } from './catalogue.ts';

function rule(currency: string, rate: string, to: string, less = '0', priceLevel = '1'): PriceRule {
  return { currency, rate, priceLevel, rounding: { to, less } };
}

// As text, because how many decimals IDR and COP have is for money.ts to say.
function text(minor: bigint, { currency }: PriceRule): string {
  return decimalAmount({ minor, currency: currencyCode(currency) }).replace(/\.00$/, '');
}

const INDIA = rule('INR', '88.00', '1');
const GROCER = rule('INR', '88.00', '1', '0', '0.4');
const BRITAIN = rule('GBP', '0.76', '1', '0.01');
const INDONESIA = rule('IDR', '16600', '1000');
const COLOMBIA = rule('COP', '3860', '100');
const EXACT = rule('EUR', '1', '0.01');

describe('the price in the shop', () => {
  test.each([
    ['to the rupee', '9.99', INDIA, '879'],
    ['half a rupee rounds up', '0.5', rule('INR', '1', '1'), '1'],
    ['just below half rounds down', '1.4999999999', rule('INR', '1', '1'), '1'],
    ['milk at the level of the country', '3.49', GROCER, '123'],
    ['to .99', '9.99', BRITAIN, '7.99'],
    ['to .99, the cheapest there is', '0.01', BRITAIN, '0.99'],
    ['to the thousand', '1899.99', INDONESIA, '31540000'],
    ['to the hundred', '12.99', COLOMBIA, '50100'],
    ['never nothing', '0.00', COLOMBIA, '100'],
    ['0.1 * 3, where floats slip', '0.1', rule('EUR', '3', '0.01'), '0.30'],
    ['1.005, where floats slip', '1.005', EXACT, '1.01'],
    ['far beyond what a double holds exactly', '123456789012345.67', EXACT, '123456789012345.67'],
  ])('%s', (_, usd, shop, expected) => {
    expect(text(shopPrice(usd, shop), shop)).toBe(expected);
  });

  test.each(['', '-1', '1e3', '1,50', '.5', 'NaN', ' 1'])('refuses %j', (usd) => {
    expect(() => shopPrice(usd, INDIA)).toThrow(RangeError);
  });

  test.each([
    ['0', '0'],
    ['1', '1'],
    ['0.50', '0.99'],
  ])('refuses to round to %s less %s', (to, less) => {
    expect(() => shopPrice('1', rule('GBP', '1', to, less))).toThrow(RangeError);
  });
});

describe('the price on sale', () => {
  test.each([
    ['12.62 percent off', 7000n, '12.62', INDIA, 6100n],
    ['below ten percent is no sale', 7000n, '9.99', INDIA, null],
    ['ten percent is one', 7000n, '10', INDIA, 6300n],
    ['to .99 again', 799n, '10.48', BRITAIN, 699n],
    ['rounding back up to the full price takes a step down', 400n, '10', INDIA, 300n],
    ['nothing is left below the cheapest price', 100n, '19', INDIA, null],
    ['nothing is left below 0.99', 99n, '50', BRITAIN, null],
  ])('%s', (_, price, discount, shop, expected) => {
    expect(salePrice(price, discount, shop)).toBe(expected);
  });

  test('every product of every shop: below the price, above nothing, and only where it is due', () => {
    const priced = DEMO_SHOPS.flatMap((shop) =>
      SOURCE_PRODUCTS.map((product) => ({ ...product, ...demoPrices(product, shop) })),
    );
    expect(priced.filter(({ price }) => price <= 0n)).toEqual([]);
    const onSale = priced.filter((product) => product.salePrice !== null);
    expect(
      onSale.filter(({ price, salePrice: sale }) => sale !== null && (sale >= price || sale <= 0n)),
    ).toEqual([]);
    expect(onSale.filter(({ discountPercentage }) => Number(discountPercentage) < 10)).toEqual([]);
    expect(onSale.length).toBeGreaterThan(0);
  });
});
