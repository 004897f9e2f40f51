import { UserError } from './errors.ts';

/** An ISO 4217 code, three capital letters. */
export type CurrencyCode = string & { readonly __currency: true };

/** An amount in the smallest unit of its currency: 12.50 INR is `{ minor: 1250n, currency: 'INR' }`. Never a float. */
export interface Money {
  readonly minor: bigint;
  readonly currency: CurrencyCode;
}

/** The largest amount taken anywhere: far beyond a sale, far within a bigint and a double. */
export const MAX_MINOR = 1_000_000_000_000n;

export class InvalidMoneyError extends UserError {
  readonly code = 'INVALID_MONEY';
}

/** How much there was instead, for errors that say it. */
export function availableOf(error: UserError): Money | null {
  return 'available' in error ? (error.available as Money | null) : null;
}

const KNOWN_CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export function currencyCode(text: string, path: readonly string[] = []): CurrencyCode {
  if (!KNOWN_CURRENCIES.has(text)) {
    throw new InvalidMoneyError('Unknown currency: give an ISO 4217 code such as INR.', path);
  }
  return text as CurrencyCode;
}

/**
 * The currencies of ISO 4217 that don't have two decimals. Pinned here and not asked of Intl, whose digits are those
 * of daily use (none for IDR) and may change with a release of Node: stored amounts must not.
 */
const DIGITS: Readonly<Record<string, number>> = {
  ...digits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'),
  ...digits(3, 'BHD IQD JOD KWD LYD OMR TND'),
};

function digits(count: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, count]));
}

/** How many decimals the currency has by ISO 4217: 2 for INR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: CurrencyCode): number {
  return DIGITS[currency] ?? 2;
}

/** Reads a decimal such as "12.5" exactly; more digits than the currency has are an error, not rounded. */
export function parseMoney(amount: string, currency: CurrencyCode, path: readonly string[] = []): Money {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,10}))?$/.exec(amount);
  if (!match) throw new InvalidMoneyError('An amount is a plain decimal such as "12.50".', path);
  const digits = currencyDigits(currency);
  const fraction = (match[3] ?? '').padEnd(digits, '0');
  if (fraction.length > digits) {
    throw new InvalidMoneyError(`${currency} has ${digits} decimals: give no more than that.`, path);
  }
  const minor = BigInt(`${match[1]}${match[2]}${fraction}`);
  if (minor > MAX_MINOR || minor < -MAX_MINOR) throw new InvalidMoneyError('The amount is too large.', path);
  return { minor, currency };
}

/** The decimal form: `{ minor: 1250n, currency: 'INR' }` is "12.50". */
export function decimalAmount(money: Money): string {
  const digits = currencyDigits(money.currency);
  const sign = money.minor < 0n ? '-' : '';
  const text = (money.minor < 0n ? -money.minor : money.minor).toString().padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** As people of a locale write it: "₹12.50". An unknown locale falls back to English. */
export function formatMoney(money: Money, locale = 'en'): string {
  const options = { style: 'currency', currency: money.currency } as const;
  const amount = decimalAmount(money) as `${number}`;
  try {
    return new Intl.NumberFormat(locale, options).format(amount);
  } catch {
    return new Intl.NumberFormat('en', options).format(amount);
  }
}
