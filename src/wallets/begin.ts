import { requirePerson, type Tx } from '../context.ts';
import { newId, type CardId, type ConversationId, type PersonId } from '../db/id.ts';
import { feeOf } from '../fees/rules.ts';
import { available, openBooks, type Books } from '../ledger/books.ts';
import { placeHold } from '../ledger/hold.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { InvalidMoneyError, type Money } from '../money.ts';
import { beginPayment, cardOrNone } from '../payments/begin.ts';
import { NoCardError } from '../payments/rules.ts';
import { announceTransfer, moveMoney } from './complete.ts';
import { missingToSend, requireCards, requireSending } from './features.ts';
import { insertTransfer } from './insert.ts';
import { countTransfer, marketsOf, rulesOf, type SendingRules } from './limits.ts';
import { recordTransfer } from './record.ts';
import type { MoneyRequest, Transfer } from './tables.ts';

export interface NewTransfer {
  /** Locked. */
  readonly conversationId: ConversationId;
  readonly recipientId: PersonId;
  readonly amount: Money;
  readonly note: string | null;
  readonly cardId?: CardId | null | undefined;
  /** The request that is paid. */
  readonly request: MoneyRequest | null;
}

/** A transfer of the caller: booked at once when the balance covers it, else with its card's part begun. */
export async function beginTransfer(tx: Tx, wanted: NewTransfer): Promise<Transfer> {
  const { personId: senderId } = requirePerson(tx);
  const { recipientId, amount } = wanted;
  if (amount.minor <= 0n) throw new InvalidMoneyError('Send more than nothing.', ['amount', 'amount']);
  const { currency } = amount;
  const sending = { senderId, recipientId, currency };
  const [markets, missing, books] = await Promise.all([
    marketsOf(tx, sending),
    missingToSend(tx, sending),
    openBooks(tx, currency, [
      { kind: 'WALLET', ownerId: senderId },
      { kind: 'WALLET', ownerId: recipientId },
      { kind: 'PROVIDER_CLEARING', ownerId: PLATFORM },
      { kind: 'PLATFORM_FEES', ownerId: PLATFORM },
    ]),
  ]);
  requireSending(tx, missing, sending);
  const rules = rulesOf(markets, sending, tx.now());
  const feeMinor = feeOf(rules.fee, amount.minor);
  const transfer: Transfer = {
    id: newId<'transfer'>(),
    conversationId: wanted.conversationId,
    messageId: null,
    requestId: wanted.request?.id ?? null,
    senderId,
    recipientId,
    currency,
    amountMinor: amount.minor,
    feeMinor,
    walletMinor: amount.minor + feeMinor,
    cardMinor: 0n,
    paymentId: null,
    note: wanted.note,
    state: 'PENDING',
    countedOn: rules.day,
    reversalReason: null,
    createdAt: tx.now(),
    updatedAt: tx.now(),
  };
  // A card that is named must be the caller's, also when the balance is enough.
  const named = wanted.cardId ? await cardOrNone(tx, wanted.cardId) : null;
  if (available(books.account({ kind: 'WALLET', ownerId: senderId })) >= transfer.walletMinor) {
    return sendFromBalance(tx, transfer, rules, books);
  }
  requireCards(missing);
  await countTransfer(tx, rules, amount);
  const card = named ?? (await cardOrNone(tx, null));
  if (!card) throw new NoCardError();
  return sendWithCard(tx, transfer, card.id, books);
}

/** In two round trips: what is sent together are single statements, so that none goes out after one was refused. */
async function sendFromBalance(
  tx: Tx,
  transfer: Transfer,
  rules: SendingRules,
  books: Books,
): Promise<Transfer> {
  const amount = { minor: transfer.amountMinor, currency: transfer.currency };
  const [, messageId] = await Promise.all([countTransfer(tx, rules, amount), moveMoney(tx, transfer, books)]);
  const sent: Transfer = { ...transfer, messageId, state: 'SUCCEEDED' };
  await Promise.all([insertTransfer(tx, sent), announceTransfer(tx, sent)]);
  return sent;
}

/** All of the balance, and what it lacks begun as a charge of a card. */
async function sendWithCard(tx: Tx, wanted: Transfer, cardId: CardId, books: Books): Promise<Transfer> {
  const walletMinor = available(books.account({ kind: 'WALLET', ownerId: wanted.senderId }));
  const cardMinor = wanted.walletMinor - walletMinor;
  const payment = await beginPayment(tx, {
    purpose: 'TRANSFER',
    order: null,
    cardId,
    currency: books.currency,
    amountMinor: cardMinor,
    walletMinor: 0n,
  });
  const transfer: Transfer = { ...wanted, walletMinor, cardMinor, paymentId: payment.id };
  await insertTransfer(tx, transfer);
  if (walletMinor > 0n) await holdWalletPart(tx, transfer, books);
  await recordTransfer(tx, 'money.pending', transfer);
  return transfer;
}

async function holdWalletPart(tx: Tx, transfer: Transfer, books: Books): Promise<void> {
  const hold = {
    account: { kind: 'WALLET', ownerId: transfer.senderId },
    currency: transfer.currency,
    amountMinor: transfer.walletMinor,
    kind: 'transfer',
    subjectId: transfer.id,
  } as const;
  await placeHold(tx, hold, books);
}
