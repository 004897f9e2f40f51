import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireOperator, type Ctx } from '../context.ts';
import { touchMessage } from '../conversations/append.ts';
import { onceForGood } from '../db/idempotency.ts';
import type { TransferId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import { post } from '../ledger/post.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import { recordTransfer } from './record.ts';
import { TransferNotReversibleError } from './rules.ts';
import { transfers } from './tables.ts';

const Reverse = z.object({ reason: humanText(500), idempotencyKey });

export interface ReverseTransfer {
  readonly transferId: TransferId;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * An operator takes back what was sent, into the sender's wallet, also what a card had paid. Not the fee. Only what the
 * recipient still has can be taken.
 */
export async function reverseTransfer(ctx: Ctx, input: ReverseTransfer): Promise<TransferId> {
  requireOperator(ctx);
  const { reason, idempotencyKey: key } = parseInput(Reverse, input);
  const { transferId } = await onceForGood(ctx, { name: 'moneyReverse', key, input }, async (tx) => {
    await tx.sql`
      /* transfer_lock_conversation */
      select from conversations where id = (select conversation_id from transfers where id = ${input.transferId})
      for no key update`;
    const [transfer] = await tx.db
      .select()
      .from(transfers)
      .where(eq(transfers.id, input.transferId))
      .for('no key update');
    if (!transfer) throw new NotFoundError('transfer', ['transferId']);
    if (transfer.state !== 'SUCCEEDED') throw new TransferNotReversibleError(transfer.state);
    await post(tx, {
      kind: 'transfer_reversal',
      subjectId: transfer.id,
      description: 'A transfer was taken back by the platform',
      currency: transfer.currency,
      postings: [
        {
          debit: { kind: 'WALLET', ownerId: transfer.recipientId },
          credit: { kind: 'WALLET', ownerId: transfer.senderId },
          amountMinor: transfer.amountMinor,
        },
      ],
    });
    await tx.db
      .update(transfers)
      .set({ state: 'REVERSED', reversalReason: reason, updatedAt: tx.now() })
      .where(eq(transfers.id, transfer.id));
    if (transfer.messageId) await touchMessage(tx, transfer.conversationId, transfer.messageId);
    await recordTransfer(tx, 'money.reversed', transfer);
    return { transferId: transfer.id };
  });
  return transferId;
}
