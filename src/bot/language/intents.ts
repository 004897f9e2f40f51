import type { Intent } from '../rules.ts';
import { saysPay } from './lexicon.ts';
import type { Token } from './tokens.ts';
import type { PhraseKind } from './vocabulary.ts';

/** What a phrase wants that is all of a message. */
export function intentOf(kind: PhraseKind, words: readonly string[]): Intent {
  const isBare = !saysPay(words);
  switch (kind) {
    case 'payByCard':
      return { kind: 'pay', method: 'CARD', isBare };
    case 'payFromBalance':
      return { kind: 'pay', method: 'BALANCE', isBare };
    case 'payInCash':
      return { kind: 'pay', method: 'CASH_ON_DELIVERY', isBare };
    case 'pay':
      return { kind, method: null };
    case 'fine':
      return { kind: 'nothing' };
    case 'yes':
      return { kind: 'unknown' };
    case 'greet':
    case 'catalog':
    case 'cart':
    case 'checkout':
    case 'cancel':
    case 'status':
    case 'help':
    case 'human':
    case 'thanks':
      return { kind };
  }
}

/** What a message of emoji alone wants. */
export function intentOfEmoji(pieces: readonly Token[]): Intent {
  for (const { raw } of pieces) {
    if (raw === '\u{1f44b}') return { kind: 'greet' };
    if (raw === '\u{1f64f}') return { kind: 'thanks' };
    if (raw === '\u{1f6d2}') return { kind: 'cart' };
  }
  return { kind: 'nothing' };
}
