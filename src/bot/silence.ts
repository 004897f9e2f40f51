import { ANSWERS_WITHIN_MS, HANDED_OVER_MS, HUMAN_KEEPS_MS } from './limits.ts';
import type { BotConversation, Chat } from './read.ts';

/** Why the bot lets a message pass; it stands beside the message instead of the name of a rule. */
export type Silence = 'off' | 'blocked' | 'too_old' | 'no_words' | 'human' | 'no_chat';

export interface ToAnswer {
  readonly chat: Chat | null;
  readonly desk: Pick<BotConversation, 'handedOverAt' | 'resumedAt'>;
  readonly hasWords: boolean;
  /** Whether it is the code that the bot has asked for: nobody else can take that, for they don't see it. */
  readonly isCode: boolean;
  readonly sentAt: Date;
  /** Whether the market has bots for this person. */
  readonly isOffered: boolean;
}

/** Whether a message is for somebody else, or for nobody; null when the bot is to answer it. */
export function silenceOf(asked: ToAnswer, now: Date): Silence | null {
  const { chat, desk, hasWords, isCode, sentAt, isOffered } = asked;
  if (!chat) return 'no_chat';
  if (!chat.settings.enabled || !isOffered) return 'off';
  if (chat.isBlocked) return 'blocked';
  if (now.getTime() - sentAt.getTime() > ANSWERS_WITHIN_MS) return 'too_old';
  if (!isCode && isWithHuman(chat, desk, now)) return 'human';
  return hasWords ? null : 'no_words';
}

/** Handed over, or somebody of the staff has written lately; what was before the bot was told to go on is over. */
export function isWithHuman(
  { humanWroteAt }: Pick<Chat, 'humanWroteAt'>,
  { handedOverAt, resumedAt }: ToAnswer['desk'],
  now: Date,
): boolean {
  const isOpen = (since: Date | null, lasts: number) =>
    since !== null && now.getTime() - since.getTime() < lasts && (resumedAt === null || since > resumedAt);
  return isOpen(handedOverAt, HANDED_OVER_MS) || isOpen(humanWroteAt, HUMAN_KEEPS_MS);
}
