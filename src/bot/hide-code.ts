import type { Tx } from '../context.ts';
import type { ConversationId } from '../db/id.ts';
import { clean } from './language/clean.ts';
import { readMessage } from './read-message.ts';

/** What stands in the chat instead of a one-time code. */
export const HIDDEN_CODE = '••••••';

/** Words as they are put into the chat, and the code that was taken out of them. */
export interface Hidden {
  readonly text: string;
  readonly code: string | null;
}

/** A message of digits alone is meant for a code, be it mistyped. */
const DIGITS = /^\p{Nd}{4,8}$/u;
/** Six digits among words, however they are grouped; no part of a longer number. */
const CODES = /(?<!\p{Nd})\p{Nd}(?:[ .-]?\p{Nd}){5}(?!\p{Nd})/gu;

/**
 * A one-time code is between the customer and their bank: while the bot waits for one, what may be it is passed to it in
 * memory, and the chat, which the shop reads and which is kept, shows dots. For what the customer writes. Asks the
 * database only when there might be a code in it.
 */
export async function hideCode(tx: Tx, conversationId: ConversationId, text: string): Promise<Hidden> {
  const words = clean(text).trim();
  const isDigits = DIGITS.test(words);
  const hidden = isDigits ? HIDDEN_CODE : words.replaceAll(CODES, HIDDEN_CODE);
  if (hidden === words) return { text, code: null };
  // One that was settled or given up elsewhere waits no more, though the bot does not know yet.
  const [waiting] = await tx.sql`
    /* bot_waits_for_code */
    select from bot_conversations b join payments p on p.id = b.challenged_payment_id
    where b.conversation_id = ${conversationId} and p.state = 'REQUIRES_ACTION'`;
  if (!waiting) return { text, code: null };
  return { text: hidden, code: isDigits ? words : codeIn(words) };
}

/** The code that the words tell the bot; null when they only have digits in them. */
function codeIn(words: string): string | null {
  const { intent } = readMessage(words, { language: 'en', customKeywords: [], expects: 'CODE' });
  return intent.kind === 'code' ? intent.code : null;
}
