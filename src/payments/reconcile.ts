import { eq } from 'drizzle-orm';
import { requireOperator, systemContext, type Ctx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { askAgainAt } from './asking.ts';
import { askedFor, charge } from './charge.ts';
import { CHALLENGE_MINUTES, isOpen } from './rules.ts';
import { settle } from './settle.ts';
import { payments, type Payment } from './tables.ts';

/**
 * The job behind every charge: asks the provider until the outcome is known, ever less often, and gives up
 * challenges that nobody answers. It finds what a crash left between our commit and the provider's answer.
 */
export async function reconcilePayment(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  const payment = await find(ctx, paymentId);
  if (!payment?.cardId || !isOpen(payment.state)) return;
  if (payment.state === 'REQUIRES_ACTION' && payment.chargeRef && challengeIsOver(payment, ctx.now())) {
    await settle(ctx, paymentId, await ctx.app.payments.cancelCharge({ chargeRef: payment.chargeRef }));
  } else {
    await charge(ctx, paymentId);
  }
  const after = await find(ctx, paymentId);
  if (!after || !isOpen(after.state)) return;
  await transact(ctx, async (tx) => {
    const isUnknown = after.state === 'UNKNOWN' || after.state === 'CREATED';
    const when = await askAgainAt(tx, askedFor(after), { what: 'charge', isUnknown });
    await tx.app.jobs.enqueue(tx, 'payment.reconcile', { paymentId }, when);
  });
}

/** An operator has the provider asked once more, now. */
export async function askAgain(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  requireOperator(ctx);
  if (!(await find(ctx, paymentId))) throw new NotFoundError('payment', ['paymentId']);
  await charge({ ...systemContext(ctx.app, 'payment.ask'), now: ctx.now }, paymentId);
}

async function find(ctx: Ctx, paymentId: PaymentId): Promise<Payment | null> {
  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId));
  return payment ?? null;
}

function challengeIsOver(payment: Payment, now: Date): boolean {
  return now.getTime() - payment.createdAt.getTime() > CHALLENGE_MINUTES * 60_000;
}
