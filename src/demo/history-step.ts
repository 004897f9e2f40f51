/** How far a past order had come. Each includes what comes before it, save that a cancelled one was only placed. */
export type OrderedUntil = 'placed' | 'paid' | 'confirmed' | 'shipped' | 'delivered' | 'cancelled';

export interface OrderedLine {
  readonly sku: string;
  readonly quantity: number;
}

export type HistoryStep =
  | { readonly by: 'customer' | 'shop'; readonly text: string }
  | { readonly by: 'customer' | 'shop'; readonly product: string }
  | { readonly order: readonly OrderedLine[]; readonly until: OrderedUntil };

/** What went between a customer and a shop before the reader came. */
export interface History {
  /** The key of a customer in people.ts. */
  readonly customer: string;
  /** The handle of a shop in shops.ts. */
  readonly shop: string;
  /** How long ago the last step was. */
  readonly daysAgo: number;
  readonly steps: readonly HistoryStep[];
}

export function said(text: string): HistoryStep {
  return { by: 'customer', text };
}

export function answered(text: string): HistoryStep {
  return { by: 'shop', text };
}

/** The customer asks about a product with its card. */
export function askedAbout(sku: string): HistoryStep {
  return { by: 'customer', product: sku };
}

/** The shop sends the card of a product. */
export function shown(sku: string): HistoryStep {
  return { by: 'shop', product: sku };
}
