import { decideAdd, decideChoice, decideFind, decideRemove } from './decide-items.ts';
import { decideCancel, decideCheckout, decidePay, decideStatus } from './decide-order.ts';
import { doing, replyOf, saying, silent } from './make-plan.ts';
import type { Plan } from './plan.ts';
import { MISSES_TO_HUMAN, type BotState, type Intent, type NamedProduct } from './rules.ts';
import { say } from './texts/say.ts';

/** So many lines of a cart are read out; the cart itself has all. */
const MAX_LINES_SHOWN = 20;

/** What the bot does about a message: what is run, and what is said where nothing is. */
export function decide(state: BotState, intent: Intent): Plan {
  switch (intent.kind) {
    case 'greet':
      return greet(state);
    case 'catalog':
      return saying(state, 'catalog', 'catalog', { catalog: true });
    case 'add':
      return decideAdd(state, intent) ?? notUnderstood(state);
    case 'find':
      return decideFind(state, intent.words);
    case 'remove':
      return decideRemove(state, intent.words);
    case 'choose':
      return decideChoice(state, intent.place) ?? notUnderstood(state);
    case 'cart':
      return showCart(state);
    case 'checkout':
      return decideCheckout(state);
    case 'pay':
      return decidePay(state, intent) ?? showCart(state);
    case 'code':
      return state.challenged
        ? doing(state, 'paid', [{ kind: 'confirm', code: intent.code }])
        : notUnderstood(state);
    case 'cancel':
      return decideCancel(state);
    case 'status':
      return decideStatus(state);
    case 'help':
      return doing(state, 'help', [{ kind: 'ticket' }]);
    case 'human':
      return doing(state, 'human', [{ kind: 'handOver' }]);
    case 'thanks':
      return saying(state, 'thanks', 'thanks');
    case 'custom':
      return custom(state, intent.index);
    case 'nothing':
      return silent(state);
    case 'unknown':
      return notUnderstood(state);
  }
}

/** The first greeting of a day is answered by one; every greeting opens the catalogue. */
function greet(state: BotState): Plan {
  if (state.greetedToday) return saying(state, 'catalog', 'catalog', { catalog: true });
  const { language, shopName: shop } = state;
  const text = state.greeting[language] || say(language, 'greeting', { shop });
  return doing(state, 'greeting', [], { greets: true, reply: replyOf('greeting', text, { catalog: true }) });
}

export const itemText = ({ name, quantity }: NamedProduct & { quantity: number }) => `${quantity} × ${name}`;

function showCart(state: BotState): Plan {
  const { lines, totalText } = state.cart;
  if (lines.length === 0) return saying(state, 'cart_empty', 'cartEmpty', { catalog: true });
  const shown = lines.slice(0, MAX_LINES_SHOWN).map(itemText);
  const count = lines.length - shown.length;
  const more = count > 0 ? [say(state.language, 'cartMore', { count })] : [];
  const facts = { lines: [...shown, ...more].join('\n'), total: totalText ?? '' };
  return saying(state, 'cart', 'cart', { facts });
}

/** In the shop's own words; a shop that has none in the language says it in English, or in the words that it has. */
function custom(state: BotState, index: number): Plan {
  const texts = state.customReplies[index] ?? {};
  const text = texts[state.language] || texts['en'] || Object.values(texts).find((one) => one !== '');
  return text ? doing(state, 'custom', [], { reply: replyOf('custom', text) }) : notUnderstood(state);
}

/** A hint at first, then a human; while a payment waits for its code, that is what is missing. */
function notUnderstood(state: BotState): Plan {
  if (state.challenged) return saying(state, 'code_needed', 'codeNeeded');
  if (state.misses + 1 >= MISSES_TO_HUMAN)
    return doing(state, 'handed_over', [{ kind: 'handOver' }], { missed: true });
  return { ...saying(state, 'not_understood', 'notUnderstood'), missed: true };
}
