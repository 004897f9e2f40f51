import { nameHas } from './language/name-has.ts';
import { doing, offered, offering, replyOf, saying } from './make-plan.ts';
import type { Command, Plan, Rule } from './plan.ts';
import {
  MAX_CARDS,
  MAX_QUANTITY,
  type BotState,
  type Found,
  type Intent,
  type Item,
  type NamedProduct,
} from './rules.ts';
import { say } from './texts/say.ts';

type Add = Extract<Intent, { kind: 'add' }>;

/** An item with what the shop has for it. */
interface Wanted {
  readonly words: string;
  readonly quantity: number;
  readonly match: NamedProduct | null;
  readonly near: readonly NamedProduct[];
}

const NONE: Pick<Found, 'match' | 'near'> = { match: null, near: [] };

/** The items of a message beside what was found for them, in the order of `lookups`. */
function wantedOf({ items, whole }: Add, found: readonly Found[]): readonly Wanted[] {
  const queue = [...found];
  const all = whole === null ? NONE : (queue.shift() ?? NONE);
  // "Salt and Pepper", "Bananas, one dozen": one product that is called just so.
  if (whole !== null && all.match && nameHas(all.match.name, whole))
    return [{ words: whole, quantity: 1, match: all.match, near: [] }];
  return items.map((item) => {
    const named = item.whole === null ? NONE : (queue.shift() ?? NONE);
    const plain = queue.shift() ?? NONE;
    return wanted(item, named.match, plain);
  });
}

function wanted(item: Item, named: NamedProduct | null, { match, near }: typeof NONE): Wanted {
  // "iPhone 6" is a product, "tomato 6" six of one.
  const isNamed = item.whole !== null && named !== null && nameHas(named.name, item.whole);
  if (isNamed) return { words: item.words, quantity: 1, match: named, near: [] };
  return { words: item.words, quantity: item.quantity, match, near };
}

/** What to put into the cart, and what to say of the rest. Null: words that may mean anything, and mean no product. */
export function decideAdd(state: BotState, intent: Add): Plan | null {
  const { language } = state;
  const all = wantedOf(intent, state.found);
  const good = all.filter(({ quantity }) => quantity >= 1);
  const adds = good.flatMap(({ match, quantity }) =>
    match ? [{ kind: 'add' as const, ...match, quantity }] : [],
  );
  const near = good.find(({ match, near }) => !match && near.length > 0);
  const missing = good.filter((one) => !one.match && one !== near);
  const ranges = all.filter(({ quantity }) => quantity < 1);
  if (intent.isBare && adds.length === 0 && !near) return null;
  const lines = [
    ...ranges.map(({ words }) => say(language, 'quantityRange', { words: quoted(words) })),
    ...missing.map(({ words }) => say(language, 'notFound', { words: quoted(words) })),
  ];
  const shown = (near?.near ?? []).slice(0, MAX_CARDS);
  const offer = near ? offered(nearText(state, near.words, shown), shown) : { lines: [], productIds: [] };
  const offers: Command[] = near ? [{ kind: 'offer', products: shown, quantity: near.quantity }] : [];
  const also = { lines: [...lines, ...offer.lines], productIds: offer.productIds };
  if (adds.length > 0)
    return doing(state, also.lines.length > 0 ? 'added_some' : 'added', [...offers, ...summed(adds)], {
      also,
    });
  const rule: Rule = near ? 'near_misses' : ranges.length > 0 ? 'quantity_range' : 'not_found';
  return doing(state, rule, offers, {
    reply: replyOf(rule, also.lines.join('\n'), {
      productIds: also.productIds,
      catalog: rule === 'not_found',
    }),
  });
}

type AddCommand = Extract<Command, { kind: 'add' }>;

/** Two names of one product are one line of the cart. */
function summed(adds: readonly AddCommand[]): readonly AddCommand[] {
  const byId = new Map<string, AddCommand>();
  for (const add of adds) {
    const quantity = Math.min(MAX_QUANTITY, add.quantity + (byId.get(add.productId)?.quantity ?? 0));
    byId.set(add.productId, { ...add, quantity });
  }
  return [...byId.values()];
}

/** Shows what is asked for; nothing goes into the cart. */
export function decideFind(state: BotState, words: string): Plan {
  const [{ match, near } = NONE] = state.found;
  const products = match ? [match] : near;
  const [only] = products;
  if (!only)
    return saying(state, 'not_found', 'notFound', { facts: { words: quoted(words) }, catalog: true });
  const key = match ? 'foundOne' : 'found';
  const intro = say(state.language, key, { name: only.name });
  if (!match && products.length === 1)
    return offering(state, 'near_misses', { intro: nearText(state, words, products), products, quantity: 1 });
  return offering(state, 'found', { intro, products, quantity: 1 });
}

/** Takes the offered product in that place; a mere yes takes the only one. */
export function decideChoice({ offered: offer, ...state }: BotState, place: number): Plan | null {
  if (!offer || offer.products.length === 0) return null;
  const chosen = place === 0 && offer.products.length === 1 ? offer.products[0] : offer.products[place - 1];
  if (chosen)
    return doing({ ...state, offered: offer }, 'added', [
      { kind: 'add', ...chosen, quantity: offer.quantity },
    ]);
  const intro = say(state.language, 'chooseOne');
  return offering({ ...state, offered: offer }, 'choice_none', { intro, ...offer });
}

/** The line that has the words, or the product that is meant by them, leaves the cart. */
export function decideRemove(state: BotState, words: string): Plan {
  const { lines } = state.cart;
  const meant = state.found[0]?.match?.productId;
  const named = lines.filter(({ name }) => nameHas(name, words));
  const line =
    lines.find(({ productId }) => productId === meant) ?? (named.length === 1 ? named[0] : undefined);
  if (line) return doing(state, 'removed', [{ kind: 'remove', productId: line.productId, name: line.name }]);
  if (lines.length === 0) return saying(state, 'cart_empty', 'cartEmpty');
  return saying(state, 'nothing_to_remove', 'nothingToRemove', { facts: { words: quoted(words) } });
}

function nearText({ language }: BotState, words: string, shown: readonly NamedProduct[]): string {
  const [only] = shown;
  const key = shown.length === 1 ? 'nearMiss' : 'nearMisses';
  return say(language, key, { words: quoted(words), name: only?.name ?? '' });
}

const QUOTED = 60;

/** The person's own words, at a length that a reply can bear. */
const quoted = (words: string) =>
  words.length > QUOTED ? `${words.slice(0, QUOTED).toWellFormed()}…` : words;
