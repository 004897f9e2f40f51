import type { Ctx } from '../context.ts';
import type { ConversationId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { takeSeat } from './access.ts';

export interface Mark {
  readonly conversationId: ConversationId;
  /** The sequence of the newest message that the device has, or that was looked at. */
  readonly sequence: number;
  readonly as: 'DELIVERED' | 'READ';
}

/** Moves the caller's side forward to a sequence; an older one changes nothing. What is read is delivered. */
export async function markMessages(ctx: Ctx, mark: Mark): Promise<void> {
  await transact(ctx, async (tx) => {
    const seat = await takeSeat(tx, mark.conversationId, { lock: true });
    if (!Number.isSafeInteger(mark.sequence) || mark.sequence < 0 || mark.sequence > seat.lastSequence) {
      throw new InvalidInputError(`The newest message here has sequence ${seat.lastSequence}.`, ['sequence']);
    }
    const read = mark.as === 'READ' ? mark.sequence : 0;
    const moved = await tx.sql`
      /* receipt_move */
      update conversation_members set
        delivered_sequence = greatest(delivered_sequence, ${mark.sequence}),
        read_sequence = greatest(read_sequence, ${read})
      where conversation_id = ${mark.conversationId} and party_id = ${seat.party}
        and (delivered_sequence < ${mark.sequence} or read_sequence < ${read})`;
    if (moved.count === 0) return;
    await record(tx, {
      type: 'receipt.moved',
      subjectId: mark.conversationId,
      topics: [topic.conversation(mark.conversationId), topic.inbox(seat.party)],
      payload: { conversationId: mark.conversationId, partyId: seat.party },
    });
  });
}

/** Tells the others that the caller types, or no longer does. Nothing is kept of it, and nobody is told when blocked. */
export async function setTyping(ctx: Ctx, conversationId: ConversationId, typing: boolean): Promise<void> {
  const seat = await takeSeat(ctx, conversationId, { lock: false });
  if (seat.blocked) return;
  ctx.app.feed.whisper({
    type: 'typing.changed',
    subjectId: conversationId,
    topics: [topic.conversation(conversationId)],
    payload: { conversationId, partyId: seat.party, typing },
  });
}
