import type { Tx } from '../context.ts';
import type { ConversationId } from '../db/id.ts';

/** What stands in the chat instead of a one-time code. */
export const HIDDEN_CODE = '••••••';

/** Words as they are put into the chat, and the code that was taken out of them. */
export interface Hidden {
  readonly text: string;
  readonly code: string | null;
}

/**
 * A one-time code is between the customer and their bank: while the bot waits for one, six digits are passed to it in
 * memory, and the chat, which the shop reads and which is kept, shows dots. Asks the database only when it might be one.
 */
export async function hideCode(tx: Tx, conversationId: ConversationId, text: string): Promise<Hidden> {
  const code = text.trim();
  if (!/^\d{4,8}$/.test(code)) return { text, code: null };
  const [waiting] = await tx.sql`
    /* bot_waits_for_code */
    select from bot_conversations where conversation_id = ${conversationId} and challenged_payment_id is not null`;
  return waiting ? { text: HIDDEN_CODE, code } : { text, code: null };
}
