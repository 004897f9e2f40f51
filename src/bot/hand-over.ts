import type { Ctx } from '../context.ts';
import { takeSeat } from '../conversations/access.ts';
import type { ConversationId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { botConversations } from './tables.ts';

/**
 * Lets a human answer in a conversation instead of the bot, or the bot again. For the staff of its shop. Handed over
 * again, its time begins anew. What came meanwhile the bot does not answer.
 */
export async function handOver(ctx: Ctx, conversationId: ConversationId, to: 'HUMAN' | 'BOT'): Promise<void> {
  await transact(ctx, async (tx) => {
    const seat = await takeSeat(tx, conversationId, { lock: true });
    if (seat.party !== seat.businessId || seat.ticketId)
      throw new NotFoundError('conversation', ['conversationId']);
    const now = tx.now();
    const handed = to === 'HUMAN' ? { handedOverAt: now } : { handedOverAt: null, resumedAt: now, misses: 0 };
    const set = { ...handed, answeredSequence: seat.lastSequence, updatedAt: now };
    await tx.db
      .insert(botConversations)
      .values({ conversationId, ...set })
      .onConflictDoUpdate({ target: botConversations.conversationId, set });
    await record(tx, {
      type: to === 'HUMAN' ? 'bot.handed_over' : 'bot.resumed',
      subjectId: conversationId,
      topics: [topic.conversation(conversationId), ...seat.sides.map(topic.inbox)],
      payload: { conversationId },
    });
  });
}
