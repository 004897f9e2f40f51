import { eq, sql } from 'drizzle-orm';
import { systemContext, type Ctx, type Tx } from '../context.ts';
import type { FeeChargeId, JournalId, RefundId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { recordCharge } from '../fees/charge.ts';
import { resolveHolds } from '../ledger/hold.ts';
import { post, type Posting } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { decimalAmount } from '../money.ts';
import { lockOrder } from '../orders/change.ts';
import { orderRefunded } from '../orders/paid.ts';
import type { Order } from '../orders/read.ts';
import { saleHeldUntil } from '../orders/rules.ts';
import { noteDiscrepancy } from '../reconciliation/note.ts';
import { recordWallet } from '../wallets/record.ts';
import type { RefundOutcome } from './provider.ts';
import { holdProceeds, releaseProceeds } from './proceeds.ts';
import { recordPayment } from './record.ts';
import { refundSettlement } from './rules.ts';
import { payments, refunds, type Payment, type Refund } from './tables.ts';

const CLEARING = { kind: 'PROVIDER_CLEARING', ownerId: PLATFORM } as const;
const FEES = { kind: 'PLATFORM_FEES', ownerId: PLATFORM } as const;
const CASH = { kind: 'CASH_CLEARING', ownerId: PLATFORM } as const;

/** A refund with what it belongs to, all of it locked. */
interface Refunded {
  readonly refund: Refund;
  readonly payment: Payment;
  readonly order: Order;
}

/** Applies what the provider says of a refund, once. The books move only when the money has. */
export async function settleRefund(ctx: Ctx, refundId: RefundId, outcome: RefundOutcome): Promise<void> {
  const system = systemContext(ctx.app, 'refund.settle');
  await transact({ ...system, now: ctx.now }, async (tx) => {
    const locked = await lockRefund(tx, refundId);
    if (!locked) {
      const detail = `a refund that is not here: ${outcome.kind}`;
      await noteDiscrepancy(tx, {
        kind: 'UNKNOWN_SUBJECT',
        providerRef: outcome.refundRef,
        subjectId: refundId,
        detail,
      });
      return;
    }
    const { refund } = locked;
    const refundRef = outcome.refundRef ?? refund.refundRef;
    switch (refundSettlement(refund, outcome)) {
      case 'ignore':
        return;
      case 'note':
        await tx.db.update(refunds).set({ refundRef, updatedAt: tx.now() }).where(eq(refunds.id, refundId));
        return;
      case 'alarm':
        return noteAlarm(tx, refund, outcome);
      case 'succeed':
        return bookRefund(tx, { ...locked, refundRef });
      case 'redirect':
        return bookRefund(tx, { ...locked, refundRef, redirected: true });
      case 'return':
        return bookReturned(tx, locked);
      case 'fail':
        return failRefund(tx, locked, refundRef);
    }
  });
}

/**
 * The money of a refund has gone back. `redirected`: the card took none, so that the payer's wallet gets its part.
 * The platform gives back its share of the sale.
 */
export async function bookRefund(
  tx: Tx,
  {
    refund,
    payment,
    order,
    refundRef,
    redirected = false,
  }: Refunded & { refundRef: string | null; redirected?: boolean },
): Promise<void> {
  await tx.db
    .update(refunds)
    .set({ state: 'SUCCEEDED', refundRef, updatedAt: tx.now(), redirectedAt: redirected ? tx.now() : null })
    .where(eq(refunds.id, refund.id));
  const back = await refundedInAll(tx, payment);
  await orderRefunded(tx, order, back === payment.amountMinor);
  await recordPayment(tx, 'refund.succeeded', payment);
  const toWallet = redirected ? refund.cardMinor + refund.walletMinor : refund.walletMinor;
  const journalId = await post(tx, {
    kind: 'refund',
    subjectId: refund.id,
    description: `Refund of order ${order.number}`,
    currency: refund.currency,
    postings:
      payment.method === 'CASH_ON_DELIVERY'
        ? cashPostings(order, refund)
        : postings(payment, order, refund, { card: refund.amountMinor - toWallet, wallet: toWallet }),
    holds: [{ kind: 'refund', subjectId: refund.id }],
  });
  await Promise.all([
    refund.feeMinor > 0n && giveFeeBack(tx, order, refund, journalId),
    toWallet > 0n && recordWallet(tx, payment.personId, payment.id),
  ]);
}

function giveFeeBack(tx: Tx, order: Order, refund: Refund, journalId: JournalId): Promise<FeeChargeId> {
  return recordCharge(tx, {
    businessId: order.businessId,
    service: 'SALE',
    ruleId: order.feeRuleId,
    subjectId: refund.id,
    quantity: 1,
    currency: refund.currency,
    amountMinor: -refund.feeMinor,
    journalId,
  });
}

function postings(
  payment: Payment,
  order: Order,
  refund: Refund,
  to: { readonly card: bigint; readonly wallet: bigint },
): Posting[] {
  const business = { kind: 'BUSINESS_BALANCE', ownerId: order.businessId } as const;
  return [
    { debit: FEES, credit: business, amountMinor: refund.feeMinor },
    { debit: business, credit: CLEARING, amountMinor: to.card },
    { debit: business, credit: walletOf(payment), amountMinor: to.wallet },
  ];
}

function cashPostings(order: Order, refund: Refund): Posting[] {
  const collected = { kind: 'CASH_COLLECTED', ownerId: order.businessId } as const;
  const owed = { kind: 'FEES_OWED', ownerId: order.businessId } as const;
  return [
    { debit: collected, credit: CASH, amountMinor: refund.amountMinor },
    { debit: FEES, credit: owed, amountMinor: refund.feeMinor },
  ];
}

/** Days after it had gone through, the card's bank sent it back: the payer gets it into the wallet. */
async function bookReturned(tx: Tx, { refund, payment }: Refunded): Promise<void> {
  await tx.db
    .update(refunds)
    .set({ redirectedAt: tx.now(), updatedAt: tx.now() })
    .where(eq(refunds.id, refund.id));
  await post(tx, {
    kind: 'refund_returned',
    subjectId: refund.id,
    description: 'The bank could not return a refund to its card: credited to the wallet.',
    currency: refund.currency,
    postings: [{ debit: CLEARING, credit: walletOf(payment), amountMinor: refund.cardMinor }],
  });
  await recordWallet(tx, payment.personId, payment.id);
}

/** Refused for a reason that should not be: the shop has its money again, and a person looks at it. */
async function failRefund(
  tx: Tx,
  { refund, payment, order }: Refunded,
  refundRef: string | null,
): Promise<void> {
  await tx.db
    .update(refunds)
    .set({ state: 'FAILED', refundRef, updatedAt: tx.now() })
    .where(eq(refunds.id, refund.id));
  await tx.db
    .update(payments)
    .set({ refundedMinor: sql`${payments.refundedMinor} - ${refund.amountMinor}` })
    .where(eq(payments.id, payment.id));
  const released = await resolveHolds(tx, [{ kind: 'refund', subjectId: refund.id }], { state: 'VOIDED' });
  // As long as the order is under way, what was set aside for the refund is held back again.
  if (order.state === 'PLACED' || order.state === 'CONFIRMED') {
    const heldBack = await releaseProceeds(tx, order.id);
    const back = released.reduce((sum, hold) => sum + hold.amountMinor, heldBack);
    await holdProceeds(tx, order, { amountMinor: back, until: saleHeldUntil(order.placedAt) });
  }
  await noteDiscrepancy(tx, {
    kind: 'REFUND_REFUSED',
    providerRef: refundRef,
    subjectId: refund.id,
    detail: 'the provider refused a refund of money that should have been there',
  });
  await recordPayment(tx, 'refund.failed', payment);
}

async function noteAlarm(tx: Tx, refund: Refund, outcome: RefundOutcome): Promise<void> {
  if (outcome.kind !== 'succeeded') return;
  const asked = decimalAmount({ minor: refund.cardMinor, currency: refund.currency });
  const given = decimalAmount({ minor: outcome.amountMinor, currency: outcome.currency });
  const isRefused = refund.state === 'FAILED';
  await noteDiscrepancy(tx, {
    kind: isRefused ? 'MISSING_HERE' : 'AMOUNT_DIFFERS',
    providerRef: outcome.refundRef,
    subjectId: refund.id,
    detail: `asked to give back ${asked} ${refund.currency}${isRefused ? ', refused' : ''}, given ${given} ${outcome.currency}`,
  });
}

async function lockRefund(tx: Tx, refundId: RefundId): Promise<Refunded | null> {
  const [found] = await tx.db
    .select({ paymentId: payments.id, orderId: payments.orderId })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, refundId));
  const order = found?.orderId ? await lockOrder(tx, found.orderId) : null;
  if (!found || !order) return null;
  const [payment] = await tx.db
    .select()
    .from(payments)
    .where(eq(payments.id, found.paymentId))
    .for('no key update');
  const [refund] = await tx.db.select().from(refunds).where(eq(refunds.id, refundId)).for('no key update');
  return payment && refund ? { refund, payment, order } : null;
}

async function refundedInAll(tx: Tx, payment: Payment): Promise<bigint> {
  const [row] = await tx.sql<{ sum: string }[]>`
    /* refunded_in_all */
    select coalesce(sum(amount_minor), 0)::text as sum from refunds
    where payment_id = ${payment.id} and state = 'SUCCEEDED'`;
  return BigInt(row?.sum ?? 0);
}

const walletOf = (payment: Payment) => ({ kind: 'WALLET', ownerId: payment.personId }) as const;
