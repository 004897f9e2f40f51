import type { PaymentMethod } from '../payments/rules.ts';
import type { TicketPriority } from '../tickets/rules.ts';

/** How far a past order had come. Each includes what comes before it, save that a cancelled one was only placed. */
export type OrderedUntil = 'placed' | 'paid' | 'confirmed' | 'shipped' | 'delivered' | 'cancelled';

export interface OrderedLine {
  readonly sku: string;
  readonly quantity: number;
}

/** A ticket at a shop about the last order, if there was one. The first answer of the shop is its assignment. */
export interface PastTicket {
  readonly subject: string;
  readonly text: string;
  readonly priority?: TicketPriority;
  /** What was said in its thread after that. */
  readonly thread: readonly { readonly by: 'customer' | 'shop'; readonly text: string }[];
  /** Where it was left; null: where the thread has brought it. */
  readonly left: 'wait' | 'resolve' | null;
  /** 1 to 5, of one that was resolved. */
  readonly rating?: number;
}

export type HistoryStep =
  | { readonly by: 'customer' | 'shop'; readonly text: string }
  | { readonly by: 'customer' | 'shop'; readonly product: string }
  /** In the chat and paid with the default card, when nothing else is said. */
  | {
      readonly order: readonly OrderedLine[];
      readonly until: OrderedUntil;
      readonly pay?: PaymentMethod;
      readonly via?: 'FACEBOOK_SHOP' | 'INSTAGRAM_SHOP';
    }
  | { readonly ticket: PastTicket }
  /** The shop gives a part of the last order back: in units of its currency. */
  | { readonly refund: string; readonly reason: string };

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

/** Amounts are in units of the currency that both have. */
export type FriendlyStep =
  | { readonly by: 'one' | 'other'; readonly text: string }
  /** From the default card into the own wallet; nobody else hears of it. */
  | { readonly by: 'one' | 'other'; readonly topsUp: string }
  | { readonly by: 'one' | 'other'; readonly sends: string; readonly note: string }
  | {
      readonly by: 'one' | 'other';
      readonly asksFor: string;
      readonly note: string;
      readonly answer: 'paid' | 'declined' | null;
    };

/** What went between two people. */
export interface Friendship {
  /** The keys of two customers in people.ts. */
  readonly one: string;
  readonly other: string;
  readonly daysAgo: number;
  readonly steps: readonly FriendlyStep[];
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
