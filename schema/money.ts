import { decimalAmount, formatMoney, parseMoney, type CurrencyCode, type Money } from '../src/money.ts';
import { builder } from './builder.ts';

export const MoneyType = builder.objectRef<Money>('Money').implement({
  description: 'An amount in a currency, exact.',
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      description: 'In units of the currency, with all its decimals: "12.50".',
      resolve: decimalAmount,
    }),
    currencyCode: t.field({
      type: 'CurrencyCode',
      description: 'The currency.',
      resolve: (money) => money.currency,
    }),
    minorUnits: t.field({
      type: 'BigInt',
      description: 'In the smallest unit of the currency: "1250" for 12.50 INR.',
      resolve: (money) => money.minor,
    }),
    formatted: t.string({
      description: 'As people write it: "₹12.50".',
      args: {
        locale: t.arg.string({
          description: 'A BCP 47 tag such as "hi-IN"; English when unknown or left out.',
        }),
      },
      resolve: (money, { locale }) => formatMoney(money, locale ?? 'en'),
    }),
  }),
});

export const MoneyInput = builder.inputType('MoneyInput', {
  description: 'An amount in a currency.',
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      required: true,
      description: 'In units of the currency; no more decimals than it has.',
    }),
    currencyCode: t.field({ type: 'CurrencyCode', required: true, description: 'The currency.' }),
  }),
});

export function inputMoney(
  input: { amount: string; currencyCode: CurrencyCode },
  path: readonly string[],
): Money {
  return parseMoney(input.amount, input.currencyCode, [...path, 'amount']);
}

export function moneyOf(minor: bigint, currency: CurrencyCode): Money {
  return { minor, currency };
}
