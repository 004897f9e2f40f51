import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireStaff } from '../businesses/staff.ts';
import { viewerId, type Ctx, type Tx } from '../context.ts';
import { onceForGood } from '../db/idempotency.ts';
import { newId, type PaymentId, type RefundId } from '../db/id.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { openBooks } from '../ledger/books.ts';
import { placeHold } from '../ledger/hold.ts';
import { InsufficientFundsError } from '../ledger/rules.ts';
import { formatMoney, InvalidMoneyError, type Money } from '../money.ts';
import { lockOrder } from '../orders/change.ts';
import { requireAction, saleHeldUntil } from '../orders/rules.ts';
import type { Order } from '../orders/read.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import { holdProceeds, releaseProceeds } from './proceeds.ts';
import { recordPayment } from './record.ts';
import { bookRefund } from './refund-settle.ts';
import { feeReturned, RefundNotCoveredError, refundParts, RefundTooLargeError } from './rules.ts';
import { askRefund } from './refund-submit.ts';
import { payments, refunds, type Payment, type Refund } from './tables.ts';

const Create = z.object({ reason: humanText(500), idempotencyKey });

export interface CreateRefund {
  readonly paymentId: PaymentId;
  /** All that is left when it is not given. */
  readonly amount?: Money | null | undefined;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** A shop gives back some or all of what was paid for an order, to where it came from. */
export async function createRefund(ctx: Ctx, input: CreateRefund): Promise<RefundId> {
  const { idempotencyKey: key, reason } = parseInput(Create, input);
  const missing = new NotFoundError('payment', ['paymentId']);
  const [found] = await ctx.db.select().from(payments).where(eq(payments.id, input.paymentId));
  if (!found?.orderId || !found.businessId) throw missing;
  const { orderId, businessId } = found;
  await requireStaff(ctx, businessId, 'refunds', missing);
  const { refundId } = await onceForGood(ctx, { name: 'refundCreate', key, input }, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw missing;
    const payment = await lockPayment(tx, input.paymentId);
    if (payment?.state !== 'SUCCEEDED')
      throw new InvalidInputError('Only a payment that succeeded can go back.', ['paymentId']);
    requireAction(order, 'refund', 'BUSINESS');
    const refund = await beginRefund(tx, order, payment, {
      amountMinor: amountOf(payment, input.amount),
      reason,
    });
    return { refundId: refund.id };
  });
  await askRefund(ctx, refundId);
  return refundId;
}

/** All that is left of what was paid for a locked order goes back, in the caller's transaction. */
export async function refundRest(tx: Tx, order: Order, reason: string): Promise<void> {
  const [found] = await tx.db
    .select({ id: payments.id })
    .from(payments)
    .where(sql`${payments.orderId} = ${order.id} and ${payments.state} = 'SUCCEEDED'`);
  const payment = found && (await lockPayment(tx, found.id));
  if (!payment) throw new Error(`order ${order.id} is paid without a payment`);
  const amountMinor = payment.amountMinor - payment.refundedMinor;
  if (amountMinor === 0n) return;
  try {
    await beginRefund(tx, order, payment, { amountMinor, reason });
  } catch (error) {
    throw error instanceof InsufficientFundsError ? new RefundNotCoveredError() : error;
  }
}

function amountOf(payment: Payment, wanted: Money | null | undefined): bigint {
  const left = payment.amountMinor - payment.refundedMinor;
  const { currency } = payment;
  if (wanted && wanted.currency !== currency) {
    throw new InvalidMoneyError(`This payment was in ${currency}.`, ['amount', 'currencyCode']);
  }
  const minor = wanted?.minor ?? left;
  if (wanted && minor <= 0n)
    throw new InvalidMoneyError('Give back more than nothing.', ['amount', 'amount']);
  if (minor > left || left === 0n) {
    throw new RefundTooLargeError(`${formatMoney({ minor: left, currency })} of this payment can go back.`, [
      'amount',
    ]);
  }
  return minor;
}

/** Sets the money of a refund aside; what no card takes goes back at once, the rest by a job. */
async function beginRefund(
  tx: Tx,
  order: Order,
  payment: Payment,
  wanted: { readonly amountMinor: bigint; readonly reason: string },
): Promise<Refund> {
  const { amountMinor, reason } = wanted;
  const before = payment.refundedMinor;
  const parts = refundParts(payment, await backOnCard(tx, payment), amountMinor);
  if (parts.walletMinor > 0n) {
    // The shop's now and the payer's later in this transaction: one after the other they could deadlock.
    await openBooks(tx, payment.currency, [
      { kind: 'BUSINESS_BALANCE', ownerId: order.businessId },
      { kind: 'WALLET', ownerId: payment.personId },
    ]);
  }
  const [refund] = await tx.db
    .insert(refunds)
    .values({
      id: newId<'refund'>(),
      paymentId: payment.id,
      currency: payment.currency,
      amountMinor,
      ...parts,
      feeMinor: feeReturned(order, before, amountMinor),
      reason,
      personId: viewerId(tx),
      createdAt: tx.now(),
      updatedAt: tx.now(),
    })
    .returning();
  if (!refund) throw new Error('a refund was not inserted');
  await tx.db
    .update(payments)
    .set({ refundedMinor: before + amountMinor })
    .where(eq(payments.id, payment.id));
  if (payment.method !== 'CASH_ON_DELIVERY') await setAside(tx, order, refund);
  await recordPayment(tx, 'refund.created', payment);
  if (refund.cardMinor > 0n) await tx.app.jobs.enqueue(tx, 'refund.submit', { refundId: refund.id });
  else await bookRefund(tx, { refund, payment, order, refundRef: null });
  return refund;
}

/** Out of what is held back of this very order first, and then of what else the shop has. */
async function setAside(tx: Tx, order: Order, refund: Refund): Promise<void> {
  const heldBack = await releaseProceeds(tx, order.id);
  const net = refund.amountMinor - refund.feeMinor;
  if (net > 0n) {
    await placeHold(tx, {
      account: { kind: 'BUSINESS_BALANCE', ownerId: order.businessId },
      currency: refund.currency,
      amountMinor: net,
      kind: 'refund',
      subjectId: refund.id,
    });
  }
  await holdProceeds(tx, order, { amountMinor: heldBack - net, until: saleHeldUntil(order.placedAt) });
}

async function backOnCard(tx: Tx, payment: Payment): Promise<bigint> {
  const [row] = await tx.sql<{ sum: string }[]>`
    /* refunded_to_card */
    select coalesce(sum(card_minor), 0)::text as sum from refunds
    where payment_id = ${payment.id} and state <> 'FAILED'`;
  return BigInt(row?.sum ?? 0);
}

async function lockPayment(tx: Tx, paymentId: PaymentId): Promise<Payment | null> {
  const [payment] = await tx.db
    .select()
    .from(payments)
    .where(eq(payments.id, paymentId))
    .for('no key update');
  return payment ?? null;
}
