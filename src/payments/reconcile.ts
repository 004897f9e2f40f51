import { eq } from 'drizzle-orm';
import { requireOperator, systemContext, type Ctx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { noteDiscrepancy } from '../reconciliation/note.ts';
import { charge } from './charge.ts';
import { CHARGE_KEY_LIVES_MS } from './provider.ts';
import { CHALLENGE_MINUTES, isOpen, nextAskInTheDark, nextLook } from './rules.ts';
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
    if (isLost(after, tx.now())) await noteLost(tx, after);
    await tx.app.jobs.enqueue(tx, 'payment.reconcile', { paymentId }, nextTime(after, tx.now()));
  });
}

/** An operator has the provider asked once more, now. */
export async function askAgain(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  requireOperator(ctx);
  if (!(await find(ctx, paymentId))) throw new NotFoundError('payment', ['paymentId']);
  await charge({ ...systemContext(ctx.app, 'payment.ask'), now: ctx.now }, paymentId);
}

function nextTime(payment: Payment, now: Date): Date {
  if (payment.chargeRef || isLost(payment, now)) return nextLook(payment.createdAt, now);
  return nextAskInTheDark(payment.createdAt, payment.asks, now);
}

/** Asked as often as may be, looked for, and still nobody knows: the list of discrepancies has it for a person. */
function isLost(payment: Payment, now: Date): boolean {
  const isOld = now.getTime() - payment.createdAt.getTime() >= CHARGE_KEY_LIVES_MS;
  return isOld && (payment.state === 'UNKNOWN' || payment.state === 'CREATED');
}

async function noteLost(tx: Parameters<typeof noteDiscrepancy>[0], payment: Payment): Promise<void> {
  await noteDiscrepancy(tx, {
    kind: 'OUTCOME_UNKNOWN',
    providerRef: payment.chargeRef,
    subjectId: payment.id,
    detail: `asked ${payment.asks} times for a charge that may have been made`,
  });
}

async function find(ctx: Ctx, paymentId: PaymentId): Promise<Payment | null> {
  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId));
  return payment ?? null;
}

function challengeIsOver(payment: Payment, now: Date): boolean {
  return now.getTime() - payment.createdAt.getTime() > CHALLENGE_MINUTES * 60_000;
}
