import type { Command, Plan, Reply, Rule } from './plan.ts';
import { MAX_CARDS, type BotState, type NamedProduct } from './rules.ts';
import { say, type Facts } from './texts/say.ts';
import type { TextKey } from './texts/texts.ts';

const NOTHING = { lines: [], productIds: [] } as const;

/** Does what the commands say; what is said comes of them. */
export function doing(
  state: BotState,
  rule: Rule,
  commands: readonly Command[],
  more: Partial<Plan> = {},
): Plan {
  const saysAway = !state.isOpen && !state.awayToldToday;
  return { rule, commands, reply: null, also: NOTHING, greets: false, saysAway, missed: false, ...more };
}

/** Says something and does nothing. */
export function saying(
  state: BotState,
  rule: Rule,
  key: TextKey,
  { facts = {}, ...more }: { facts?: Facts } & Partial<Pick<Reply, 'catalog'>> = {},
): Plan {
  return doing(state, rule, [], { reply: replyOf(rule, say(state.language, key, facts), more) });
}

export const silent = (state: BotState): Plan => doing(state, 'silent', [], { saysAway: false });

export function replyOf(
  rule: Rule,
  text: string,
  more: Partial<Pick<Reply, 'catalog' | 'productIds'>> = {},
): Reply {
  return { rule, text, productIds: [], catalog: false, ...more };
}

/** Shows products as cards and in numbered lines, to be chosen from. */
export function offering(
  state: BotState,
  rule: Rule,
  { intro, products, quantity }: { intro: string; products: readonly NamedProduct[]; quantity: number },
): Plan {
  const shown = products.slice(0, MAX_CARDS);
  const { lines, productIds } = offered(intro, shown);
  const commands = [{ kind: 'offer' as const, products: shown, quantity }];
  return doing(state, rule, commands, { reply: replyOf(rule, lines.join('\n'), { productIds }) });
}

/** A single product needs no number: its name is in the words before. */
export function offered(intro: string, shown: readonly NamedProduct[]): Plan['also'] {
  const numbered = shown.length > 1 ? shown.map(({ name }, place) => `${place + 1}. ${name}`) : [];
  return { lines: [intro, ...numbered], productIds: shown.map(({ productId }) => productId) };
}
