import type { UserErrorCode } from '../errors.ts';
import { replyOf } from './make-plan.ts';
import type { Command, Outcome, Reply, Rule } from './plan.ts';
import type { BotState } from './rules.ts';
import { say, type Facts } from './texts/say.ts';
import type { TextKey } from './texts/texts.ts';

type Failure = Extract<Outcome, { ok: false }>;

interface Said {
  readonly rule: Rule;
  readonly key: TextKey;
  readonly facts?: Facts;
}

/** What is said of a command that was refused, by the reason. */
export function failureReply({ language, order }: BotState, command: Command, failure: Failure): Reply {
  const { rule, key, facts } = saidOf(command, failure, order?.number ?? null);
  return replyOf(rule, say(language, key, facts));
}

/** What is said whatever the command was; codes that are missing can't come of what the bot does, or say too little. */
const SAID: Partial<Record<UserErrorCode, Said>> = {
  CART_EMPTY: { rule: 'cart_empty', key: 'cartEmpty' },
  INSUFFICIENT_FUNDS: { rule: 'no_card', key: 'noBalance' },
  NO_CARD: { rule: 'no_card', key: 'noCard' },
  CARD_EXPIRED: { rule: 'no_card', key: 'cardExpired' },
  CHALLENGE_REFUSED: { rule: 'code_wrong', key: 'codeWrong' },
  HOLD_EXPIRED: { rule: 'hold_expired', key: 'holdExpired' },
  PAYMENT_IN_PROGRESS: { rule: 'pay_under_way', key: 'payUnderWay' },
  FEATURE_UNAVAILABLE: { rule: 'unavailable', key: 'unavailable' },
  TOO_MANY_ATTEMPTS: { rule: 'refused', key: 'tooMany' },
};

function saidOf(
  command: Command,
  { code, reason, available, ...failure }: Failure,
  order: number | null,
): Said {
  // Help is given with or without a ticket.
  if (command.kind === 'ticket') return { rule: 'help', key: 'help' };
  const name = failure.name ?? ('name' in command ? command.name : null);
  if (code === 'INSUFFICIENT_STOCK') return shortOf(name, available);
  if (code === 'PRODUCT_UNAVAILABLE' || (code === 'NOT_FOUND' && command.kind === 'add')) return gone(name);
  if (code === 'NOT_FOUND' && command.kind === 'remove')
    return { rule: 'nothing_to_remove', key: 'nothingToRemove', facts: { words: name ?? '' } };
  if (code === 'ALREADY_PAID' && order !== null)
    return { rule: 'already_paid', key: 'alreadyPaid', facts: { order } };
  if (code === 'INVALID_TRANSITION' && command.kind === 'cancel' && order !== null)
    return { rule: 'cancel_too_late', key: 'cancelTooLate', facts: { order } };
  if (code === 'FEATURE_UNAVAILABLE' && reason)
    return { rule: 'unavailable', key: 'unavailableBecause', facts: { reason } };
  return SAID[code] ?? { rule: 'refused', key: 'refused' };
}

/** Without a name it is the cart as a whole that checkout refused. */
function shortOf(name: string | null, available = 0): Said {
  if (name === null) return { rule: 'not_enough', key: 'cartShort' };
  if (available < 1) return { rule: 'not_enough', key: 'soldOut', facts: { name } };
  return { rule: 'not_enough', key: 'notEnough', facts: { name, available } };
}

function gone(name: string | null): Said {
  return name === null
    ? { rule: 'product_gone', key: 'cartGone' }
    : { rule: 'product_gone', key: 'productGone', facts: { name } };
}
