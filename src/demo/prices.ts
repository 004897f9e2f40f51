import { currencyCode, currencyDigits, parseMoney } from '../money.ts';

/** What a shop's prices are made with. Everything is a decimal string: no float comes near money. */
export interface PriceRule {
  readonly currency: string;
  /** Units of the currency for one US dollar. */
  readonly rate: string;
  /** What the same goods cost there, as a share of the American price: "0.4" for an Indian grocer, "1" elsewhere. */
  readonly priceLevel: string;
  /** Prices are multiples of `to`, less `less`: to 1 less 0.01 gives 7.99; to 1000 less 0 gives 45000. */
  readonly rounding: { readonly to: string; readonly less: string };
}

/** Amounts in minor units of the shop's currency. */
export interface DemoPrices {
  readonly price: bigint;
  /** Strictly below `price`, or null when the product is not on sale. */
  readonly salePrice: bigint | null;
}

/** A discount below this is noise in the source data; from here on it is a sale. */
const SALE_FROM_PERCENT = decimal('10');

/** The price in minor units: converted in one exact division, rounded half up, never below one rounding step. */
export function shopPrice(usd: string, rule: PriceRule): bigint {
  const factors = [decimal(usd), decimal(rule.rate), decimal(rule.priceLevel)];
  const { units, scale } = factors.reduce(times);
  return rounded(units * minorPerUnit(rule), scale, rule);
}

/** What is left of a price after the discount, rounded as the shop rounds; null when it is no sale worth the name. */
export function salePrice(price: bigint, discountPercentage: string, rule: PriceRule): bigint | null {
  const discount = decimal(discountPercentage);
  const saleFrom = SALE_FROM_PERCENT.units * discount.scale;
  if (discount.units < saleFrom) return null;
  const kept = 100n * discount.scale - discount.units;
  const { to, less } = steps(rule);
  const sale = rounded(price * kept, 100n * discount.scale, rule);
  // Rounding may carry a small discount back up to the full price: take the next price below.
  const below = sale < price ? sale : price - to;
  return below >= to - less ? below : null;
}

export function demoPrices(
  product: { readonly price: string; readonly discountPercentage: string },
  rule: PriceRule,
): DemoPrices {
  const price = shopPrice(product.price, rule);
  return { price, salePrice: salePrice(price, product.discountPercentage, rule) };
}

interface Decimal {
  readonly units: bigint;
  /** The power of ten that `units` is divided by. */
  readonly scale: bigint;
}

function decimal(text: string): Decimal {
  const match = /^(\d{1,15})(?:\.(\d{1,10}))?$/.exec(text);
  if (!match) throw new RangeError(`Not a plain decimal: ${text}`);
  const fraction = match[2] ?? '';
  return { units: BigInt(`${match[1]}${fraction}`), scale: 10n ** BigInt(fraction.length) };
}

function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale * b.scale };
}

function rounded(numerator: bigint, denominator: bigint, rule: PriceRule): bigint {
  const { to, less } = steps(rule);
  const count = (2n * numerator + denominator * to) / (2n * denominator * to);
  return (count > 0n ? count : 1n) * to - less;
}

function steps(rule: PriceRule): { to: bigint; less: bigint } {
  const currency = currencyCode(rule.currency);
  const to = parseMoney(rule.rounding.to, currency).minor;
  const less = parseMoney(rule.rounding.less, currency).minor;
  if (to <= 0n || less < 0n || less >= to)
    throw new RangeError('Rounding wants a step, and less than it taken off.');
  return { to, less };
}

function minorPerUnit(rule: PriceRule): bigint {
  return 10n ** BigInt(currencyDigits(currencyCode(rule.currency)));
}
