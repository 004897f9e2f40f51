/**
 * Our minor units to Stripe's and back. Ours are those of ISO 4217, and Stripe counts some of them otherwise: ISK
 * and UGX with two decimals, MGA with none. https://docs.stripe.com/currencies#minor-units
 */
import { currencyDigits, type CurrencyCode } from '../money.ts';

const NO_DECIMALS = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
/** Have two decimals at Stripe, like all the rest, but they must be 00. */
const DECIMALS_MUST_BE_ZERO = new Set(['ISK', 'UGX']);

/**
 * null: cards can't carry this amount (zero or less, a fraction that Stripe doesn't take, out of a number's
 * range).
 */
export function toProviderAmount(amountMinor: bigint, currency: CurrencyCode): number | null {
  if (amountMinor <= 0n) return null;
  const [ours, theirs] = scales(currency);
  const scaled = amountMinor * theirs;
  if (scaled % ours !== 0n) return null;
  const amount = scaled / ours;
  // Card networks don't carry thousandths.
  if (THREE_DECIMALS.has(currency) && amount % 10n !== 0n) return null;
  if (DECIMALS_MUST_BE_ZERO.has(currency) && amount % 100n !== 0n) return null;
  return amount > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(amount);
}

/** The inverse. A fraction that we have no unit for can't come from our own charges, and is cut off. */
export function fromProviderAmount(amount: number, currency: CurrencyCode): bigint {
  const [ours, theirs] = scales(currency);
  return (BigInt(amount) * ours) / theirs;
}

/** Minor units in one major unit: ours, and Stripe's. */
function scales(currency: CurrencyCode): [bigint, bigint] {
  return [10n ** BigInt(currencyDigits(currency)), 10n ** BigInt(providerDigits(currency))];
}

function providerDigits(currency: CurrencyCode): number {
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}
