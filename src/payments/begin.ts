import { and, eq, isNull } from 'drizzle-orm';
import { requirePerson, type Tx } from '../context.ts';
import { newId, type BusinessId, type CardId, type OrderId, type PaymentId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import { placeHold } from '../ledger/hold.ts';
import type { CurrencyCode } from '../money.ts';
import { recordPayment } from './record.ts';
import {
  CardExpiredError,
  isExpired,
  nextAskInTheDark,
  type PaymentMethod,
  type PaymentPurpose,
} from './rules.ts';
import { cards, payments, type Card, type Payment } from './tables.ts';

export interface NewPayment {
  readonly purpose: PaymentPurpose;
  readonly order: { readonly id: OrderId; readonly businessId: BusinessId } | null;
  readonly cardId: CardId | null;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  /** The part of it that comes from the payer's wallet. */
  readonly walletMinor: bigint;
}

/**
 * Commits a payment of the caller as begun, so that whatever dies, it is there to be asked about: the wallet's part of a
 * charge is held, and a job will ask the provider should nobody else do it.
 */
export async function beginPayment(tx: Tx, wanted: NewPayment): Promise<Payment> {
  const { personId } = requirePerson(tx);
  const { order, ...rest } = wanted;
  const [payment] = await tx.db
    .insert(payments)
    .values({
      ...rest,
      id: newId<'payment'>(),
      personId,
      orderId: order?.id ?? null,
      businessId: order?.businessId ?? null,
      method: methodOf(wanted),
      createdAt: tx.now(),
      updatedAt: tx.now(),
    })
    .returning();
  if (!payment) throw new Error('a payment was not inserted');
  if (payment.cardId) {
    if (payment.walletMinor > 0n) await holdWalletPart(tx, payment);
    await watch(tx, payment.id);
  }
  await recordPayment(tx, 'payment.created', payment);
  return payment;
}

function methodOf({ cardId, walletMinor }: NewPayment): PaymentMethod {
  if (cardId) return walletMinor > 0n ? 'BALANCE_AND_CARD' : 'CARD';
  return walletMinor > 0n ? 'BALANCE' : 'CASH_ON_DELIVERY';
}

async function holdWalletPart(tx: Tx, payment: Payment): Promise<void> {
  await placeHold(tx, {
    account: { kind: 'WALLET', ownerId: payment.personId },
    currency: payment.currency,
    amountMinor: payment.walletMinor,
    kind: 'payment',
    subjectId: payment.id,
  });
}

async function watch(tx: Tx, paymentId: PaymentId): Promise<void> {
  await tx.app.jobs.enqueue(tx, 'payment.reconcile', { paymentId }, nextAskInTheDark(tx.now(), 1, tx.now()));
}

/** A card of the caller that can be charged: the one that is named, or their default. */
export async function chosenCard(tx: Tx, cardId: CardId | null): Promise<Card> {
  const card = await cardOrNone(tx, cardId);
  if (!card) throw new NotFoundError(cardId ? 'card' : 'default card: register one or name one', ['cardId']);
  return card;
}

/** The same; null when none is named and there is no default. */
export async function cardOrNone(tx: Tx, cardId: CardId | null): Promise<Card | null> {
  const { personId } = requirePerson(tx);
  const which = cardId ? eq(cards.id, cardId) : eq(cards.isDefault, true);
  const [card] = await tx.db
    .select()
    .from(cards)
    .where(and(eq(cards.personId, personId), isNull(cards.removedAt), which));
  if (!card) {
    if (cardId) throw new NotFoundError('card', ['cardId']);
    return null;
  }
  if (isExpired(card, tx.now())) throw new CardExpiredError(['cardId']);
  return card;
}
