import type { Tx } from '../context.ts';
import type { Transfer } from './tables.ts';

/** By hand, because it is on the path of every transfer, in one round trip with what else is written then. */
export async function insertTransfer(tx: Tx, row: Transfer): Promise<void> {
  await tx.sql`
    /* transfer_insert */
    insert into transfers (id, conversation_id, message_id, request_id, sender_id, recipient_id, currency, amount_minor,
                           fee_minor, wallet_minor, card_minor, payment_id, note, state, counted_on, reversal_reason,
                           created_at, updated_at)
    values (${row.id}, ${row.conversationId}, ${row.messageId}, ${row.requestId}, ${row.senderId}, ${row.recipientId},
            ${row.currency}, ${row.amountMinor}, ${row.feeMinor}, ${row.walletMinor}, ${row.cardMinor}, ${row.paymentId},
            ${row.note}, ${row.state}, ${row.countedOn}, ${row.reversalReason},
            ${row.createdAt.toISOString()}, ${row.updatedAt.toISOString()})`;
}
