import { and, eq } from 'drizzle-orm';
import { requirePerson, type Ctx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { ChallengeRefusedError, paymentActions } from './rules.ts';
import { settle } from './settle.ts';
import { payments, type Payment } from './tables.ts';

/**
 * Goes on with a payment that waits for its payer: gives the one-time code to the provider or, after a
 * redirect, asks it what came of that.
 */
export async function confirmPayment(
  ctx: Ctx,
  input: { paymentId: PaymentId; code?: string | null },
): Promise<void> {
  const payment = await waitingPayment(ctx, input.paymentId);
  if (!payment) return;
  const { chargeRef } = payment;
  if (payment.challenge?.kind !== 'ONE_TIME_CODE') {
    await settle(ctx, payment.id, await ctx.app.payments.lookUp({ chargeRef }));
    return;
  }
  if (!input.code || !/^\d{4,8}$/.test(input.code)) {
    throw new InvalidInputError('Give the code that the bank sent, four to eight digits.', ['code']);
  }
  const outcome = await ctx.app.payments.answerChallenge({ chargeRef, code: input.code });
  await settle(ctx, payment.id, outcome);
  if (outcome.kind === 'requires_action' && outcome.challenge.kind === 'ONE_TIME_CODE') {
    const { triesLeft } = outcome.challenge;
    throw new ChallengeRefusedError(`This code is wrong: ${triesLeft} more tries.`, ['code']);
  }
}

/** The payer gives up a payment that waits for them, to pay in another way. */
export async function cancelPayment(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  const payment = await waitingPayment(ctx, paymentId);
  if (!payment) return;
  await settle(ctx, paymentId, await ctx.app.payments.cancelCharge({ chargeRef: payment.chargeRef }));
}

/** The caller's own payment if it waits for them; null when it waits no more, so that a repeat is harmless. */
async function waitingPayment(
  ctx: Ctx,
  paymentId: PaymentId,
): Promise<(Payment & { chargeRef: string }) | null> {
  const { personId } = requirePerson(ctx);
  const [payment] = await ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.id, paymentId), eq(payments.personId, personId)));
  if (!payment) throw new NotFoundError('payment', ['paymentId']);
  if (!payment.chargeRef || paymentActions(payment.state).length === 0) return null;
  return { ...payment, chargeRef: payment.chargeRef };
}
