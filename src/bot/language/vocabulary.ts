/** What a whole message may mean by itself. */
export const PHRASE_KINDS = [
  'greet',
  'catalog',
  'cart',
  'checkout',
  'pay',
  'payByCard',
  'payFromBalance',
  'payInCash',
  'cancel',
  'status',
  'help',
  'human',
  'thanks',
  'yes',
  'fine',
] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** Words that say what to do with what stands after or before them: "add ...", "... chahiye". */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/**
 * The words of a language. Lists are phrases with commas between, in any spelling: they are compared as `fold` leaves
 * them, so that accents and capitals need not be written twice.
 */
export interface Vocabulary {
  readonly phrases: Readonly<Record<PhraseKind, string>>;
  readonly add: Around;
  readonly remove: Around;
  /** "Do you have ...": to be shown something. */
  readonly find: Around;
  /** Where things are put in or taken from: "to my cart". */
  readonly place: string;
  /** Words that name nothing: around a product's name they are left out. */
  readonly small: string;
  /** "Show", "see", "open": small words too, but with a product's name they ask to see it. */
  readonly show: string;
  readonly and: string;
  /** What a quantity is counted in; the shop knows better what it sells by. */
  readonly units: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Numbers that are everyday words elsewhere: only counted in this very language, or before a unit. */
  readonly doubtful: string;
  readonly dozen: string;
  /** Parts of one: nothing is sold by them. */
  readonly half: string;
  /** The first, the second, ... of what was offered, in this order. */
  readonly ordinals: string;
  /** What may stand around the code of a payment. */
  readonly code: string;
}
