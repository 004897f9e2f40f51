import { eq } from 'drizzle-orm';
import type { Tx } from '../context.ts';
import { appendMessage, touchMessage } from '../conversations/append.ts';
import type { MessageId, PaymentId } from '../db/id.ts';
import type { Books } from '../ledger/books.ts';
import { resolveHolds } from '../ledger/hold.ts';
import { post } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { uncountTransfer } from './limits.ts';
import { recordRequest, recordTransfer } from './record.ts';
import { moneyRequests, transfers, type Transfer } from './tables.ts';

const CLEARING = { kind: 'PROVIDER_CLEARING', ownerId: PLATFORM } as const;
const FEES = { kind: 'PLATFORM_FEES', ownerId: PLATFORM } as const;

/**
 * A transfer's money becomes the recipient's, all of it in one journal, and their chat shows it: by the message whose id
 * is returned. `books` are those that the caller has opened: with them it takes one round trip, without anything that is
 * sent later, if nothing is held.
 */
export async function moveMoney(tx: Tx, transfer: Transfer, books?: Books): Promise<MessageId> {
  const { senderId, recipientId, conversationId, currency } = transfer;
  const sender = { kind: 'WALLET', ownerId: senderId } as const;
  const recipient = { kind: 'WALLET', ownerId: recipientId } as const;
  const appended = appendMessage(tx, {
    conversationId,
    sides: [senderId, recipientId],
    sender: { kind: 'PERSON', partyId: senderId, personId: senderId },
    content: { type: 'transfer', transferId: transfer.id },
  });
  const journal = {
    kind: 'transfer',
    subjectId: transfer.id,
    // Not the note: what is booked is never changed, and words may have to be erased.
    description: 'Money between people',
    currency,
    postings: [
      { debit: CLEARING, credit: sender, amountMinor: transfer.cardMinor },
      { debit: sender, credit: recipient, amountMinor: transfer.amountMinor },
      { debit: sender, credit: FEES, amountMinor: transfer.feeMinor },
    ],
    ...(transfer.cardMinor > 0n && { holds: [{ kind: 'transfer', subjectId: transfer.id }] }),
  };
  const [message] = await Promise.all([appended, post(tx, journal, books)]);
  return message.id;
}

/** The money has moved and the transfer says so: the two hear of it, and the request that it pays is paid. */
export async function announceTransfer(tx: Tx, transfer: Transfer): Promise<void> {
  await recordTransfer(tx, 'money.sent', transfer);
  if (transfer.requestId) await payRequest(tx, transfer.requestId);
}

/** The card's part of a transfer was charged. The transfer is locked, see `lockTransfer`. */
export async function completeTransfer(tx: Tx, paymentId: PaymentId): Promise<void> {
  const transfer = await transferOf(tx, paymentId);
  if (transfer.state !== 'PENDING') return;
  const messageId = await moveMoney(tx, transfer);
  await tx.db
    .update(transfers)
    .set({ state: 'SUCCEEDED', messageId, updatedAt: tx.now() })
    .where(eq(transfers.id, transfer.id));
  await announceTransfer(tx, transfer);
}

/** The card's part was not charged: nothing has moved, and what was held can be spent again. */
export async function failTransfer(tx: Tx, paymentId: PaymentId): Promise<void> {
  const transfer = await transferOf(tx, paymentId);
  if (transfer.state !== 'PENDING') return;
  await resolveHolds(tx, [{ kind: 'transfer', subjectId: transfer.id }], { state: 'VOIDED' });
  await uncountTransfer(tx, transfer);
  await tx.db
    .update(transfers)
    .set({ state: 'FAILED', updatedAt: tx.now() })
    .where(eq(transfers.id, transfer.id));
  await recordTransfer(tx, 'money.failed', transfer);
}

/** Locks the transfer that a payment is for, and its conversation before it, as everywhere. */
export async function lockTransfer(tx: Tx, paymentId: PaymentId): Promise<void> {
  await tx.sql`
    /* transfer_lock_conversation */
    select from conversations where id = (select conversation_id from transfers where payment_id = ${paymentId})
    for no key update`;
  await tx.sql`
    /* transfer_lock */
    select from transfers where payment_id = ${paymentId} for no key update`;
}

async function transferOf(tx: Tx, paymentId: PaymentId): Promise<Transfer> {
  const [transfer] = await tx.db.select().from(transfers).where(eq(transfers.paymentId, paymentId));
  if (!transfer) throw new Error(`payment ${paymentId} has lost its transfer`);
  return transfer;
}

async function payRequest(tx: Tx, requestId: NonNullable<Transfer['requestId']>): Promise<void> {
  const [request] = await tx.db
    .update(moneyRequests)
    .set({ state: 'PAID', updatedAt: tx.now() })
    .where(eq(moneyRequests.id, requestId))
    .returning();
  if (!request) throw new Error(`request ${requestId} is gone`);
  if (request.messageId) await touchMessage(tx, request.conversationId, request.messageId);
  await recordRequest(tx, 'money.request_paid', request);
}
