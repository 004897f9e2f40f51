import { eq } from 'drizzle-orm';
import { systemContext, type Ctx, type Tx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { decimalAmount } from '../money.ts';
import { lockOrder } from '../orders/change.ts';
import { noteDiscrepancy } from '../reconciliation/note.ts';
import { lockTransfer } from '../wallets/complete.ts';
import { movePayment } from './move.ts';
import type { ChargeOutcome } from './provider.ts';
import { recordPayment } from './record.ts';
import { isOpen, settlementOf } from './rules.ts';
import { bookLate, giveUp, succeed } from './succeed.ts';
import { payments, type Payment } from './tables.ts';

/**
 * Applies what the provider says of a payment, once: the client's call, the webhook and the poll all come through here,
 * in any order, and the first one that matters wins. It acts as the system, whoever carried the news.
 */
export async function settle(ctx: Ctx, paymentId: PaymentId, outcome: ChargeOutcome): Promise<void> {
  const system = systemContext(ctx.app, 'payment.settle');
  await transact({ ...system, now: ctx.now }, async (tx) => {
    const locked = await lockPayment(tx, paymentId);
    if (!locked) {
      await noteStranger(tx, paymentId, outcome);
      return;
    }
    const { payment, order } = locked;
    const settlement = settlementOf(payment, outcome);
    switch (settlement.kind) {
      case 'ignore':
        return;
      case 'alarm':
        return noteOtherAmount(tx, payment, outcome);
      case 'late':
        await tx.db.update(payments).set({ lateAt: tx.now() }).where(eq(payments.id, payment.id));
        await bookLate(tx, payment);
        return recordPayment(tx, 'payment.credited', payment);
      case 'move': {
        const { state } = settlement;
        const { chargeRef } = outcome;
        if (state === 'SUCCEEDED') return succeed(tx, payment, { order, chargeRef });
        const challenge = outcome.kind === 'requires_action' ? outcome.challenge : null;
        const failureCode = outcome.kind === 'failed' && state === 'FAILED' ? outcome.code : null;
        await movePayment(tx, payment, { state, chargeRef, challenge, failureCode });
        if (!isOpen(state)) await giveUp(tx, payment);
      }
    }
  });
}

/** A payment, locked, after what it pays for: conversation and order come first in the house's order of locks. */
async function lockPayment(tx: Tx, paymentId: PaymentId) {
  const [found] = await tx.db
    .select({ orderId: payments.orderId, purpose: payments.purpose })
    .from(payments)
    .where(eq(payments.id, paymentId));
  if (!found) return null;
  const order = found.orderId && (await lockOrder(tx, found.orderId));
  if (found.purpose === 'TRANSFER') await lockTransfer(tx, paymentId);
  const [payment] = await tx.db
    .select()
    .from(payments)
    .where(eq(payments.id, paymentId))
    .for('no key update');
  return payment ? { payment, order: order || null } : null;
}

async function noteStranger(tx: Tx, paymentId: PaymentId, outcome: ChargeOutcome): Promise<void> {
  await noteDiscrepancy(tx, {
    kind: 'UNKNOWN_SUBJECT',
    providerRef: outcome.chargeRef,
    subjectId: paymentId,
    detail: `a charge for a payment that is not here: ${outcome.kind}`,
  });
}

async function noteOtherAmount(tx: Tx, payment: Payment, outcome: ChargeOutcome): Promise<void> {
  if (outcome.kind !== 'succeeded') return;
  const asked = decimalAmount({
    minor: payment.amountMinor - payment.walletMinor,
    currency: payment.currency,
  });
  const taken = decimalAmount({ minor: outcome.amountMinor, currency: outcome.currency });
  await noteDiscrepancy(tx, {
    kind: 'AMOUNT_DIFFERS',
    providerRef: outcome.chargeRef,
    subjectId: payment.id,
    detail: `asked for ${asked} ${payment.currency}, taken ${taken} ${outcome.currency}`,
  });
}
