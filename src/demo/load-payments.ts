import { eq } from 'drizzle-orm';
import type { Ctx, Tx } from '../context.ts';
import type { OrderId, PaymentId, RefundId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { parseMoney } from '../money.ts';
import { lockOrder } from '../orders/change.ts';
import { charge } from '../payments/charge.ts';
import { payOrder } from '../payments/pay.ts';
import { paymentsByOrder } from '../payments/read.ts';
import { createRefund } from '../payments/refund.ts';
import { settleRefund } from '../payments/refund-settle.ts';
import type { PaymentMethod } from '../payments/rules.ts';
import { settle } from '../payments/settle.ts';
import { payments, refunds, type Payment } from '../payments/tables.ts';
import { lockTransfer } from '../wallets/complete.ts';

/** Pays a past order at its time in the past, with the default card where one is needed. */
export async function payInThePast(
  ctx: Ctx,
  input: { readonly orderId: OrderId; readonly method: PaymentMethod; readonly idempotencyKey: string },
): Promise<void> {
  const past = withoutOvertaking(ctx);
  const paymentId = await payOrder(past, input);
  // A kill between the payment and its charge: asking the provider again is safe, and nothing when it is over.
  await charge(past, paymentId);
}

/** Gives a part of what was paid for a past order back, if it was paid. The caller is of the shop. */
export async function refundInThePast(
  ctx: Ctx,
  orderId: OrderId,
  { amount, reason, key }: { readonly amount: string; readonly reason: string; readonly key: string },
): Promise<void> {
  const [tries = []] = await paymentsByOrder(ctx, [orderId]);
  const payment = tries.find(({ state }) => state === 'SUCCEEDED');
  if (!payment) return;
  await createRefund(withoutOvertaking(ctx), {
    paymentId: payment.id,
    amount: parseMoney(amount, payment.currency),
    reason,
    idempotencyKey: key,
  });
}

/**
 * The provider's webhook tells of a charge or a refund as well, and what it settles happens today. So it finds what it
 * is about locked until the answer is settled here. Only the demo may do this: a call of the provider inside of a
 * transaction holds everybody up for as long as the provider takes.
 */
export function withoutOvertaking(ctx: Ctx): Ctx {
  const provider = ctx.app.payments;
  const inside = (tx: Tx): Ctx => ({ ...tx, app: { ...tx.app, db: tx.db } });
  const payments: typeof provider = {
    ...provider,
    charge: (input) =>
      transact(ctx, async (tx) => {
        const paymentId = input.paymentId as PaymentId;
        await lockSubject(tx, await paymentOf(tx, paymentId));
        const outcome = await provider.charge(input);
        await settle(inside(tx), paymentId, outcome);
        return outcome;
      }),
    refund: (input) =>
      transact(ctx, async (tx) => {
        const refundId = input.refundId as RefundId;
        const [refund] = await tx.db.select().from(refunds).where(eq(refunds.id, refundId));
        if (refund) await lockSubject(tx, await paymentOf(tx, refund.paymentId));
        const outcome = await provider.refund(input);
        await settleRefund(inside(tx), refundId, outcome);
        return outcome;
      }),
  };
  return { ...ctx, app: { ...ctx.app, payments } };
}

async function paymentOf(tx: Tx, paymentId: PaymentId): Promise<Payment | null> {
  const [payment] = await tx.db.select().from(payments).where(eq(payments.id, paymentId));
  return payment ?? null;
}

/** In the house's order of locks: what a payment is for, then the payment. */
async function lockSubject(tx: Tx, payment: Payment | null): Promise<void> {
  if (!payment) return;
  if (payment.orderId) await lockOrder(tx, payment.orderId);
  if (payment.purpose === 'TRANSFER') await lockTransfer(tx, payment.id);
  await tx.db
    .select({ id: payments.id })
    .from(payments)
    .where(eq(payments.id, payment.id))
    .for('no key update');
}
