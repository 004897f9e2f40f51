import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { freeStock, sku } from './input.ts';

/** What shops are used to from the batches of the large platforms. */
export const MOST_STOCK_ITEMS = 5_000;

export interface StockItem {
  /** The shop's own id of the product or, for one without, its public id. */
  readonly sku: string;
  readonly free: number;
}

const Item = z.object({ sku, free: freeStock });

/** Why an item of a list is not done, and what is left of the list without those. */
export interface SortedOut {
  /** In the order of the list; null for what is fine so far. */
  readonly refusals: readonly (InvalidInputError | null)[];
  /** How many there are of each. */
  readonly wanted: ReadonlyMap<string, number>;
}

/** Which items of a list make sense by themselves. What is named twice is done neither way: nobody knows which is meant. */
export function sortOut(items: readonly StockItem[]): SortedOut {
  const times = new Map<string, number>();
  for (const item of items) times.set(item.sku, (times.get(item.sku) ?? 0) + 1);
  const refusals = items.map((item, index) => {
    const place = ['items', `${index}`];
    const issue = Item.safeParse(item).error?.issues[0];
    if (issue) return new InvalidInputError(issue.message, [...place, ...issue.path.map(String)]);
    if (times.get(item.sku) === 1) return null;
    return new InvalidInputError('This SKU is in the list more than once.', [...place, 'sku']);
  });
  const fine = items.filter((_item, index) => refusals[index] === null);
  return { refusals, wanted: new Map(fine.map((item) => [item.sku, item.free])) };
}
