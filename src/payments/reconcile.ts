import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { charge } from './charge.ts';
import { CHALLENGE_MINUTES, isOpen, nextAsk } from './rules.ts';
import { settle } from './settle.ts';
import { payments, type Payment } from './tables.ts';

/**
 * The job behind every payment: asks the provider until the outcome is known, ever less often, and gives up
 * challenges that nobody answers. It finds what a crash left between our commit and the provider's answer.
 */
export async function reconcilePayment(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  const payment = await find(ctx, paymentId);
  if (!payment || !isOpen(payment.state)) return;
  if (payment.state === 'REQUIRES_ACTION' && payment.chargeRef && challengeIsOver(payment, ctx.now())) {
    await settle(ctx, paymentId, await ctx.app.payments.cancelCharge({ chargeRef: payment.chargeRef }));
  } else {
    await charge(ctx, paymentId);
  }
  const after = await find(ctx, paymentId);
  if (!after || !isOpen(after.state)) return;
  await transact(ctx, (tx) =>
    tx.app.jobs.enqueue(tx, 'payment.reconcile', { paymentId }, nextAsk(after.createdAt, tx.now())),
  );
}

async function find(ctx: Ctx, paymentId: PaymentId): Promise<Payment | null> {
  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId));
  return payment ?? null;
}

function challengeIsOver(payment: Payment, now: Date): boolean {
  return now.getTime() - payment.createdAt.getTime() > CHALLENGE_MINUTES * 60_000;
}
