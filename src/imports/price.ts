import { priceIn } from '../catalog/input.ts';
import { currencyDigits, InvalidMoneyError, parseMoney, type CurrencyCode } from '../money.ts';
import { refuse, type Reading } from './rules.ts';

/** Signs that stand for one currency only; the dollar of ten countries is not among them. */
const SIGNS: Readonly<Record<string, string>> = { '₹': 'INR', '€': 'EUR', '£': 'GBP' };

const PRICE =
  /^(?<before>[A-Z]{3}|[₹€£])?\s*(?<amount>\d(?:[\d.,' \u00a0\u202f]*\d)?)\s*(?<after>[A-Z]{3}|[₹€£])?$/i;

/** A price of a feed, in the shop's currency: `9.99 USD`, `10,00 USD`, or a bare number. */
export function readPrice(text: string, currency: CurrencyCode): Reading<bigint> {
  const groups = PRICE.exec(text.trim())?.groups;
  const amount = groups?.['amount'];
  if (!groups || amount === undefined) return refuse('NOT_A_PRICE');
  const { before, after } = groups;
  if (before !== undefined && after !== undefined) return refuse('NOT_A_PRICE');
  const named = before ?? after;
  const code = named === undefined ? currency : (SIGNS[named] ?? named.toUpperCase());
  if (code !== currency) return refuse('WRONG_CURRENCY', `This shop sells in ${currency}.`);
  const decimal = plainDecimal(amount, currencyDigits(currency));
  return decimal === null ? refuse('NOT_A_PRICE') : priced(decimal, currency);
}

function priced(decimal: string, currency: CurrencyCode): Reading<bigint> {
  try {
    return { value: priceIn(currency, parseMoney(decimal, currency), ['price']) };
  } catch (error) {
    if (error instanceof InvalidMoneyError) return refuse('NOT_A_PRICE', error.message);
    throw error;
  }
}

/**
 * The amount with a point and without groups; null when it could be two amounts. Meta writes a point, but `10,00` is
 * seen as well, and then `2,030` is either two thousand or a bit more than two: where the currency has three decimals
 * nobody can tell, and `25.000` nobody can tell anywhere else.
 */
function plainDecimal(amount: string, digits: number): string | null {
  const separators = amount.replaceAll(/\d/g, '');
  const last = separators.at(-1);
  if (last === undefined) return amount;
  const at = amount.lastIndexOf(last);
  const fraction = amount.slice(at + 1);
  const isSingle = separators.indexOf(last) === separators.length - 1;
  const isDecimal =
    (last === '.' || last === ',') && isSingle && (fraction.length !== 3 || separators.length > 1);
  if (isDecimal) return joined(amount.slice(0, at), fraction, digits);
  if (digits === 3 && last === '.' && separators.length === 1) return amount;
  const isAmbiguous = separators.length === 1 && (last === '.' || (last === ',' && digits === 3));
  return isAmbiguous ? null : withoutGroups(amount);
}

/** Decimals beyond those of the currency are dropped when they are zeros: shop systems write `9.9900`. */
function joined(whole: string, fraction: string, digits: number): string | null {
  const units = withoutGroups(whole);
  const extra = fraction.slice(digits);
  if (units === null || /[^0]/.test(extra)) return null;
  const kept = fraction.slice(0, digits);
  return kept === '' ? units : `${units}.${kept}`;
}

/** Of three digits, or of two but for the last, as in India. One kind of separator. */
const GROUPED = /^[1-9]\d{0,2}(?<separator>[.,' \u00a0\u202f])(?:\d{2,3}\k<separator>)*\d{3}$/;

function withoutGroups(amount: string): string | null {
  if (/^\d+$/.test(amount)) return amount;
  return GROUPED.test(amount) ? amount.replaceAll(/\D/g, '') : null;
}
