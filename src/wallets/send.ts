import { z } from 'zod';
import { requirePerson, type Ctx } from '../context.ts';
import { requireUnblocked, takeSeat, type Seat } from '../conversations/access.ts';
import { onceForGood } from '../db/idempotency.ts';
import type { CardId, ConversationId, PersonId, TransferId } from '../db/id.ts';
import { InvalidInputError } from '../errors.ts';
import type { Money } from '../money.ts';
import { charge } from '../payments/charge.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import { beginTransfer } from './begin.ts';
import type { Transfer } from './tables.ts';

const Send = z.object({ note: humanText(200).nullish(), idempotencyKey });

export interface SendMoney {
  /** With a person. */
  readonly conversationId: ConversationId;
  readonly amount: Money;
  readonly note?: string | null | undefined;
  /** For what the balance lacks; the sender's default card when it is not given. */
  readonly cardId?: CardId | null | undefined;
  readonly idempotencyKey: string;
}

/**
 * Sends money to the other person of a chat: from the balance first and what it lacks from a card, in one operation that
 * completes or leaves nothing. The recipient hears of it when it is theirs.
 */
export async function sendMoney(ctx: Ctx, input: SendMoney): Promise<TransferId> {
  const { personId } = requirePerson(ctx);
  const { idempotencyKey: key, note = null } = parseInput(Send, input);
  const command = { name: 'moneySend', key, input };
  let begun: Transfer | null = null;
  const { transferId } = await onceForGood(ctx, command, async (tx) => {
    const seat = await takeSeat(tx, input.conversationId, { lock: true });
    const recipientId = otherPerson(seat, personId);
    begun = await beginTransfer(tx, { ...input, note, recipientId, request: null });
    return { transferId: begun.id };
  });
  await chargeCard(ctx, begun);
  return transferId;
}

/** The card's part of a transfer that has just begun, if it has one. */
export async function chargeCard(ctx: Ctx, begun: Transfer | null): Promise<void> {
  if (begun?.paymentId) await charge(ctx, begun.paymentId);
}

/** With whom the caller talks; refuses shops, and chats that one of the two has blocked. */
export function otherPerson(seat: Seat, me: PersonId): PersonId {
  const other = seat.personId === me ? seat.otherPersonId : seat.personId;
  if (seat.businessId || seat.ticketId || !other) {
    throw new InvalidInputError('Money goes from person to person: this chat is not of two people.', [
      'conversationId',
    ]);
  }
  requireUnblocked(seat);
  return other;
}
