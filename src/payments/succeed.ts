import type { Tx } from '../context.ts';
import type { FeeChargeId, JournalId } from '../db/id.ts';
import { recordCharge } from '../fees/charge.ts';
import { openBooks } from '../ledger/books.ts';
import { resolveHolds } from '../ledger/hold.ts';
import { accountsOf, post, type Posting } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { saleHeldUntil } from '../orders/rules.ts';
import { orderPaid } from '../orders/paid.ts';
import type { Order } from '../orders/read.ts';
import { completeTransfer, failTransfer } from '../wallets/complete.ts';
import { recordWallet } from '../wallets/record.ts';
import { movePayment } from './move.ts';
import { holdProceeds } from './proceeds.ts';
import type { Payment } from './tables.ts';

const CLEARING = { kind: 'PROVIDER_CLEARING', ownerId: PLATFORM } as const;
const FEES = { kind: 'PLATFORM_FEES', ownerId: PLATFORM } as const;
const CASH = { kind: 'CASH_CLEARING', ownerId: PLATFORM } as const;

export interface Success {
  /** Locked; null when the payment is of no order. */
  readonly order: Order | null;
  /** The provider's id of the charge; null when no card was charged. */
  readonly chargeRef: string | null;
}

/** An open payment has succeeded: what it pays for is paid, and the books say so. All in the caller's transaction. */
export async function succeed(tx: Tx, payment: Payment, { order, chargeRef }: Success): Promise<void> {
  await movePayment(tx, payment, { state: 'SUCCEEDED', chargeRef });
  switch (payment.purpose) {
    case 'ORDER':
      if (!order) throw new Error(`payment ${payment.id} has lost its order`);
      await orderPaid(tx, order, payment.id);
      await bookSale(tx, payment, order);
      break;
    case 'TOP_UP':
      await bookTopUp(tx, payment);
      break;
    case 'TRANSFER':
      await completeTransfer(tx, payment.id);
      break;
  }
}

/** An open payment has ended without success: what was held for it can be spent again. */
export async function giveUp(tx: Tx, payment: Payment): Promise<void> {
  if (payment.walletMinor > 0n) {
    await resolveHolds(tx, [{ kind: 'payment', subjectId: payment.id }], { state: 'VOIDED' });
  }
  if (payment.purpose === 'TRANSFER') await failTransfer(tx, payment.id);
}

/** A card was charged after the payment had been given up: the money is the payer's. */
export async function bookLate(tx: Tx, payment: Payment): Promise<void> {
  await post(tx, {
    kind: 'late_payment',
    subjectId: payment.id,
    description: 'A payment that had been given up went through after all: credited to the wallet.',
    currency: payment.currency,
    postings: [{ debit: CLEARING, credit: walletOf(payment), amountMinor: cardPart(payment) }],
  });
  await recordWallet(tx, payment.personId, payment.id);
}

/** What follows the journal is sent at once: single statements, so that none goes out after one was refused. */
async function bookSale(tx: Tx, payment: Payment, order: Order): Promise<void> {
  const { currency } = payment;
  const postings = salePostings(payment, order).filter(({ amountMinor }) => amountMinor > 0n);
  const books = await openBooks(tx, currency, accountsOf({ postings }));
  const journal = {
    kind: 'sale',
    subjectId: payment.id,
    description: `Order ${order.number}`,
    currency,
    postings,
    holds: [{ kind: 'payment', subjectId: payment.id }],
  };
  const journalId = await post(tx, journal, books);
  const netMinor = order.totalMinor - order.feeMinor;
  const until = saleHeldUntil(tx.now());
  await Promise.all([
    payment.method !== 'CASH_ON_DELIVERY' && holdProceeds(tx, order, { amountMinor: netMinor, until }, books),
    order.feeMinor > 0n && chargeSale(tx, payment, order, journalId),
    payment.walletMinor > 0n && recordWallet(tx, payment.personId, payment.id),
  ]);
}

function chargeSale(tx: Tx, payment: Payment, order: Order, journalId: JournalId): Promise<FeeChargeId> {
  return recordCharge(tx, {
    businessId: order.businessId,
    service: 'SALE',
    ruleId: order.feeRuleId,
    subjectId: payment.id,
    quantity: 1,
    currency: order.currency,
    amountMinor: order.feeMinor,
    journalId,
  });
}

/** Cash never comes here: it is shown to the business, which owes the platform its share. */
function salePostings(payment: Payment, order: Order): Posting[] {
  const business = { kind: 'BUSINESS_BALANCE', ownerId: order.businessId } as const;
  if (payment.method === 'CASH_ON_DELIVERY') {
    const collected = { kind: 'CASH_COLLECTED', ownerId: order.businessId } as const;
    const owed = { kind: 'FEES_OWED', ownerId: order.businessId } as const;
    return [
      { debit: CASH, credit: collected, amountMinor: payment.amountMinor },
      { debit: owed, credit: FEES, amountMinor: order.feeMinor },
    ];
  }
  return [
    { debit: CLEARING, credit: business, amountMinor: cardPart(payment) },
    { debit: walletOf(payment), credit: business, amountMinor: payment.walletMinor },
    { debit: business, credit: FEES, amountMinor: order.feeMinor },
  ];
}

async function bookTopUp(tx: Tx, payment: Payment): Promise<void> {
  await post(tx, {
    kind: 'top_up',
    subjectId: payment.id,
    description: 'Added from a card',
    currency: payment.currency,
    postings: [{ debit: CLEARING, credit: walletOf(payment), amountMinor: payment.amountMinor }],
  });
  await recordWallet(tx, payment.personId, payment.id);
}

const walletOf = (payment: Payment) => ({ kind: 'WALLET', ownerId: payment.personId }) as const;

const cardPart = (payment: Payment) => payment.amountMinor - payment.walletMinor;
