import { and, eq } from 'drizzle-orm';
import { systemContext, type Ctx, type Tx } from '../context.ts';
import { newId, type OrderId, type RefundId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { post } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { lockOrder } from '../orders/change.ts';
import { orderRefunded } from '../orders/paid.ts';
import type { RefundOutcome } from './provider.ts';
import { recordPayment } from './record.ts';
import { nextAsk } from './rules.ts';
import { payments, refunds } from './tables.ts';

/** Gives back all that was paid for an order, in the caller's transaction; a job carries it to the provider. */
export async function refundWhole(tx: Tx, orderId: OrderId, reason: string): Promise<void> {
  const [payment] = await tx.db
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), eq(payments.state, 'SUCCEEDED')));
  if (!payment) throw new Error(`order ${orderId} is paid without a payment`);
  const refundId = newId<'refund'>();
  const { currency, amountMinor } = payment;
  await tx.db.insert(refunds).values({ id: refundId, paymentId: payment.id, currency, amountMinor, reason });
  await tx.app.jobs.enqueue(tx, 'refund.submit', { refundId });
  await recordPayment(tx, 'refund.created', payment);
}

/** The job behind a refund: asks the provider, and again until it answers. */
export async function submitRefund(ctx: Ctx, refundId: RefundId): Promise<void> {
  const [row] = await ctx.db
    .select({ refund: refunds, chargeRef: payments.chargeRef })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, refundId));
  if (row?.refund.state !== 'PENDING' || !row.chargeRef) return;
  const { refund, chargeRef } = row;
  const outcome = refund.refundRef
    ? await ctx.app.payments.lookUpRefund({ refundRef: refund.refundRef })
    : await ctx.app.payments.refund({
        refundId,
        chargeRef,
        amountMinor: refund.amountMinor,
        currency: refund.currency,
        idempotencyKey: `refund:${refundId}`,
      });
  await settleRefund(ctx, refundId, outcome);
  // Thrown for the queue, which tries again later.
  if (outcome.kind === 'unknown') throw new Error(`the outcome of refund ${refundId} is not known yet`);
  // A bank may take days. The webhook tells the end of it, and should that be lost, asking does.
  if (outcome.kind === 'processing') {
    await transact(ctx, (tx) =>
      tx.app.jobs.enqueue(tx, 'refund.submit', { refundId }, nextAsk(refund.createdAt, tx.now())),
    );
  }
}

/** Applies what the provider says of a refund, once. The books move only when the money has. */
export async function settleRefund(ctx: Ctx, refundId: RefundId, outcome: RefundOutcome): Promise<void> {
  const system = systemContext(ctx.app, 'refund.settle');
  await transact({ ...system, now: ctx.now }, async (tx) => {
    const [found] = await tx.db
      .select({ payment: payments })
      .from(refunds)
      .innerJoin(payments, eq(payments.id, refunds.paymentId))
      .where(eq(refunds.id, refundId));
    const order = found && (await lockOrder(tx, found.payment.orderId));
    if (!order) return;
    const [refund] = await tx.db.select().from(refunds).where(eq(refunds.id, refundId)).for('no key update');
    if (refund?.state !== 'PENDING') return;
    const { payment } = found;
    const state = (
      { succeeded: 'SUCCEEDED', failed: 'FAILED', processing: 'PENDING', unknown: 'PENDING' } as const
    )[outcome.kind];
    await tx.db
      .update(refunds)
      .set({ state, refundRef: outcome.refundRef ?? refund.refundRef, updatedAt: tx.now() })
      .where(eq(refunds.id, refundId));
    if (state === 'FAILED') {
      tx.log.error({ refundId }, 'the provider refused a refund');
      await recordPayment(tx, 'refund.failed', payment);
    }
    if (state !== 'SUCCEEDED') return;
    await post(tx, {
      kind: 'refund',
      subjectId: refundId,
      description: 'A payment was given back to its card.',
      currency: refund.currency,
      postings: [
        {
          debit: { kind: 'BUSINESS_BALANCE', ownerId: payment.businessId },
          credit: { kind: 'PROVIDER_CLEARING', ownerId: PLATFORM },
          amountMinor: refund.amountMinor,
        },
      ],
    });
    await orderRefunded(tx, order);
    await recordPayment(tx, 'refund.succeeded', payment);
  });
}
