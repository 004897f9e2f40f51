import type { OrderId, ProductId } from '../db/id.ts';
import type { FulfillmentState, OrderState, PaymentState } from '../orders/rules.ts';

export const LANGUAGES = ['en', 'hi', 'es', 'pt', 'id', 'it'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The bot's language for a BCP 47 tag; English where it has none. */
export function botLanguage(tag: string): Language {
  const letters = tag.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === letters) ?? 'en';
}

/** The most of one product that a message may ask for. */
export const MAX_QUANTITY = 999;
/** The most products that one message may ask for; what comes after is left out. */
export const MAX_ITEMS = 20;
/** The most products that a reply shows as cards. */
export const MAX_CARDS = 5;
/** This many messages in a row that mean nothing to the bot go to a human. */
export const MISSES_TO_HUMAN = 2;

/** How a message may say to pay; null in an intent: the person's default, a card or the wallet. */
export type PayMethod = 'CARD' | 'BALANCE' | 'CASH_ON_DELIVERY';

/** A product as it was asked for. */
export interface Item {
  /** As written, without numbers, units and small words; never empty. */
  readonly words: string;
  /** 1 to 999; 0 for a number that can't be ordered: nothing, less, a fraction, too many. */
  readonly quantity: number;
  /** With its number and small words, for a product that is called so ("iPhone 6"); null when that is the same. */
  readonly whole: string | null;
}

/** What a message wants. */
export type Intent =
  | { readonly kind: 'greet' }
  | { readonly kind: 'catalog' }
  /** `isBare`: only words, with no number and no "add": it may be a product, or anything else. */
  | {
      readonly kind: 'add';
      readonly items: readonly Item[];
      readonly isBare: boolean;
      /** All of it, for one product that is called so ("Salt and Pepper"); null for a single item. */
      readonly whole: string | null;
    }
  /** "Do you have rice?": to be shown, not to be put into the cart. */
  | { readonly kind: 'find'; readonly words: string }
  | { readonly kind: 'remove'; readonly words: string }
  | { readonly kind: 'cart' }
  | { readonly kind: 'checkout' }
  /** `isBare`: only the name of a method ("card"), which could be a product: it counts when an order waits. */
  | { readonly kind: 'pay'; readonly method: PayMethod | null; readonly isBare?: boolean }
  | { readonly kind: 'code'; readonly code: string }
  /** Of what was offered, counted from 1; 0 is a mere "yes", which says which only when there is just one. */
  | { readonly kind: 'choose'; readonly place: number }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'status' }
  | { readonly kind: 'help' }
  | { readonly kind: 'human' }
  | { readonly kind: 'thanks' }
  /** One of the shop's own replies, counted from 0. */
  | { readonly kind: 'custom'; readonly index: number }
  /** Nothing that asks for an answer: no word at all, or a mere "ok". */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

/** What the reader has to know of the conversation to tell what a message means. */
export interface Reading {
  /** Whose words win where two languages have the same word for different things. */
  readonly language: Language;
  readonly customKeywords: readonly (readonly string[])[];
  /** A payment waits for its code, or products were offered. */
  readonly expects: 'CODE' | 'CHOICE' | null;
}

export interface NamedProduct {
  readonly productId: ProductId;
  readonly name: string;
}

/** Something to be looked up in a shop. */
export interface Lookup {
  readonly words: string;
}

/** What the shop has for it: the product that is meant, or the nearest ones, best first. */
export interface Found extends Lookup {
  readonly match: NamedProduct | null;
  readonly near: readonly NamedProduct[];
}

/**
 * What the shell has to look up before it decides: `BotState.found` has one entry for each, in this order. An item
 * may have two: with its number, for a product that is called so, and without.
 */
export function lookups(intent: Intent): readonly Lookup[] {
  if (intent.kind === 'remove' || intent.kind === 'find') return [{ words: intent.words }];
  if (intent.kind !== 'add') return [];
  const all = [intent.whole, ...intent.items.flatMap(({ whole, words }) => [whole, words])];
  return all.flatMap((words) => (words === null ? [] : [{ words }]));
}

export interface BotState {
  readonly language: Language;
  readonly shopName: string;
  readonly isOpen: boolean;
  /** When the shop opens next, in words of the language; null when it is open or does not say. */
  readonly opensAtText: string | null;
  readonly greetedToday: boolean;
  readonly awayToldToday: boolean;
  /** A payment of this person waits for its code. */
  readonly challenged: boolean;
  readonly cart: {
    readonly lines: readonly (NamedProduct & { readonly quantity: number })[];
    /** Null when the cart is empty. */
    readonly totalText: string | null;
  };
  /** The newest order that is neither completed, cancelled nor expired. */
  readonly order: {
    readonly id: OrderId;
    readonly number: number;
    readonly state: OrderState;
    readonly paymentState: PaymentState;
    readonly fulfillmentState: FulfillmentState;
    readonly totalText: string;
    readonly payable: boolean;
  } | null;
  /** What the bot's last answer offered to choose from. */
  readonly offered: { readonly products: readonly NamedProduct[]; readonly quantity: number } | null;
  readonly found: readonly Found[];
  /** The shop's own texts by language; a language that is missing is said in the house's words. */
  readonly greeting: Readonly<Record<string, string>>;
  readonly away: Readonly<Record<string, string>>;
  readonly customReplies: readonly Readonly<Record<string, string>>[];
  /** How many messages before this one, in a row, were not understood. */
  readonly misses: number;
}
