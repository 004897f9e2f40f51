import type { Tx } from '../context.ts';
import type { PaymentId, PersonId } from '../db/id.ts';
import { topic, type EventType } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import type { MoneyRequest, Transfer } from './tables.ts';

/** The balance of a person's wallet changed by a payment or its refund. */
export async function recordWallet(tx: Tx, personId: PersonId, paymentId: PaymentId): Promise<void> {
  await record(tx, {
    type: 'wallet.changed',
    subjectId: personId,
    topics: [topic.wallet(personId)],
    payload: { paymentId },
  });
}

type TransferEvent = Extract<EventType, 'money.pending' | 'money.sent' | 'money.failed' | 'money.reversed'>;

/** The recipient hears of money that came, and of nothing else. */
export async function recordTransfer(tx: Tx, type: TransferEvent, transfer: Transfer): Promise<void> {
  const isPrivate = type === 'money.pending' || type === 'money.failed';
  await record(tx, {
    type,
    subjectId: transfer.id,
    topics: (isPrivate ? [transfer.senderId] : [transfer.senderId, transfer.recipientId]).map(topic.wallet),
    payload: { transferId: transfer.id, conversationId: transfer.conversationId },
  });
}

export async function recordRequest(
  tx: Tx,
  type: Extract<EventType, `money.request${string}`>,
  request: Pick<MoneyRequest, 'id' | 'conversationId' | 'requesterId' | 'payerId'>,
): Promise<void> {
  await record(tx, {
    type,
    subjectId: request.id,
    topics: [request.requesterId, request.payerId].map(topic.wallet),
    payload: { requestId: request.id, conversationId: request.conversationId },
  });
}
