import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { InvalidMoneyError, type CurrencyCode, type Money } from '../money.ts';
import { anyText, humanText } from '../text.ts';
import { MAX_IMAGES, MAX_STOCK } from './rules.ts';

export const sku = z
  .string()
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,98}[\x21-\x7e])?$/, 'A SKU is 1 to 100 printable ASCII characters.');

/** How many can be sold now. */
export const freeStock = z
  .int()
  .min(0, 'Stock is not negative.')
  .max(MAX_STOCK, 'That is more stock than can be counted.');

/** The texts of a product; every field may be left out of an update. */
export const ProductFields = z.object({
  name: humanText(200).nullish(),
  description: anyText(9_999).nullish(),
  sku: sku.nullish(),
  imageIds: z.array(z.string()).max(MAX_IMAGES, `A product has ${MAX_IMAGES} photos at most.`).nullish(),
});

/** A price in the shop's own currency, more than nothing. */
export function priceIn(currency: CurrencyCode, money: Money, path: readonly string[]): bigint {
  if (money.currency !== currency) throw new InvalidMoneyError(`This shop sells in ${currency}.`, path);
  if (money.minor <= 0n) throw new InvalidMoneyError('A price is more than nothing.', path);
  return money.minor;
}

export interface Sale {
  readonly price: Money;
  readonly startsAt?: Date | null | undefined;
  readonly endsAt?: Date | null | undefined;
}

export interface SaleColumns {
  readonly salePriceMinor: bigint | null;
  readonly saleStartsAt: Date | null;
  readonly saleEndsAt: Date | null;
}

/** The columns of a sale below the price, or of none. */
export function saleColumns(currency: CurrencyCode, priceMinor: bigint, sale: Sale | null): SaleColumns {
  if (!sale) return { salePriceMinor: null, saleStartsAt: null, saleEndsAt: null };
  const salePriceMinor = priceIn(currency, sale.price, ['sale', 'price']);
  if (salePriceMinor >= priceMinor)
    throw new InvalidMoneyError('A sale price is below the price.', ['sale', 'price']);
  const saleStartsAt = sale.startsAt ?? null;
  const saleEndsAt = sale.endsAt ?? null;
  if (saleStartsAt && saleEndsAt && saleStartsAt >= saleEndsAt) {
    throw new InvalidInputError('A sale ends after it begins.', ['sale', 'endsAt']);
  }
  return { salePriceMinor, saleStartsAt, saleEndsAt };
}
