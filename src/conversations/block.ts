import { and, eq } from 'drizzle-orm';
import { requireStaff } from '../businesses/staff.ts';
import type { Ctx, Tx } from '../context.ts';
import type { ConversationId } from '../db/id.ts';
import { InvalidInputError } from '../errors.ts';
import { transact } from '../db/transact.ts';
import { topic, type EventType } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { takeSeat, type Seat } from './access.ts';
import { conversationBlocks } from './tables.ts';

/** The caller's side hears no more from the other one. What the system tells, such as of an order, still comes. */
export async function blockConversation(ctx: Ctx, conversationId: ConversationId): Promise<void> {
  await transact(ctx, async (tx) => {
    const seat = await takeBlockingSeat(tx, conversationId);
    const blocked = await tx.db
      .insert(conversationBlocks)
      .values({ conversationId, partyId: seat.party, createdAt: tx.now() })
      .onConflictDoNothing()
      .returning({ partyId: conversationBlocks.partyId });
    if (blocked.length > 0) await recordBlock(tx, 'conversation.blocked', seat);
  });
}

/** Takes back the block of the caller's side; that of the other one stays. */
export async function unblockConversation(ctx: Ctx, conversationId: ConversationId): Promise<void> {
  await transact(ctx, async (tx) => {
    const seat = await takeBlockingSeat(tx, conversationId);
    const unblocked = await tx.db
      .delete(conversationBlocks)
      .where(
        and(
          eq(conversationBlocks.conversationId, conversationId),
          eq(conversationBlocks.partyId, seat.party),
        ),
      )
      .returning({ partyId: conversationBlocks.partyId });
    if (unblocked.length > 0) await recordBlock(tx, 'conversation.unblocked', seat);
  });
}

/** Locked, so that what is being sent is in before the block, and nothing after it. */
async function takeBlockingSeat(tx: Tx, conversationId: ConversationId): Promise<Seat> {
  const seat = await takeSeat(tx, conversationId, { lock: true });
  if (seat.ticketId) {
    throw new InvalidInputError("A ticket's thread can't be blocked: block the shop in its chat.", [
      'conversationId',
    ]);
  }
  if (seat.sender.kind === 'BUSINESS' && seat.businessId) await requireStaff(tx, seat.businessId, 'chat');
  return seat;
}

/**
 * Only the side that blocks is told, on all its devices: the other one may not learn of it by listening. For the same
 * reason the event is numbered among those of that side: among those of the conversation it would leave a gap.
 */
function recordBlock(
  tx: Tx,
  type: Extract<EventType, 'conversation.blocked' | 'conversation.unblocked'>,
  { party, conversationId }: Seat,
): Promise<void> {
  return record(tx, {
    type,
    subjectId: party,
    topics: [topic.inbox(party)],
    payload: { conversationId, partyId: party },
  });
}
