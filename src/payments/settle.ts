import { eq } from 'drizzle-orm';
import { systemContext, type Ctx, type Tx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import type { EventType } from '../events/catalogue.ts';
import { post } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { lockOrder } from '../orders/change.ts';
import { orderPaid } from '../orders/paid.ts';
import type { ChargeOutcome } from './provider.ts';
import { recordPayment } from './record.ts';
import { settlementOf, type PaymentAttemptState } from './rules.ts';
import { payments, type Payment } from './tables.ts';

const EVENT_OF: Readonly<Record<PaymentAttemptState, Extract<EventType, `payment.${string}`>>> = {
  CREATED: 'payment.created',
  REQUIRES_ACTION: 'payment.requires_action',
  PROCESSING: 'payment.processing',
  UNKNOWN: 'payment.unknown',
  SUCCEEDED: 'payment.succeeded',
  FAILED: 'payment.failed',
  CANCELLED: 'payment.cancelled',
};

/**
 * Applies what the provider says of a payment, once: the client's call, the webhook and the poll all come through here,
 * in any order, and the first one that matters wins. It acts as the system, whoever carried the news.
 */
export async function settle(ctx: Ctx, paymentId: PaymentId, outcome: ChargeOutcome): Promise<void> {
  const system = systemContext(ctx.app, 'payment.settle');
  await transact({ ...system, now: ctx.now }, async (tx) => {
    const [found] = await tx.db
      .select({ orderId: payments.orderId })
      .from(payments)
      .where(eq(payments.id, paymentId));
    const order = found && (await lockOrder(tx, found.orderId));
    if (!order) {
      tx.log.error({ paymentId, outcome: outcome.kind }, 'the provider speaks of a payment that is not here');
      return;
    }
    const [payment] = await tx.db
      .select()
      .from(payments)
      .where(eq(payments.id, paymentId))
      .for('no key update');
    if (!payment) return;
    const settlement = settlementOf(payment, outcome);
    if (settlement.kind === 'alarm') tx.log.error({ paymentId, state: payment.state }, settlement.why);
    if (settlement.kind !== 'move') return;
    await move(tx, payment, settlement.state, outcome);
    if (settlement.state !== 'SUCCEEDED') return;
    await orderPaid(tx, order, payment.id);
    await bookSale(tx, payment);
  });
}

async function move(
  tx: Tx,
  payment: Payment,
  state: PaymentAttemptState,
  outcome: ChargeOutcome,
): Promise<void> {
  await tx.db
    .update(payments)
    .set({
      state,
      chargeRef: outcome.chargeRef ?? payment.chargeRef,
      challenge: outcome.kind === 'requires_action' ? outcome.challenge : null,
      failureCode: outcome.kind === 'failed' && state === 'FAILED' ? outcome.code : null,
      updatedAt: tx.now(),
    })
    .where(eq(payments.id, payment.id));
  await recordPayment(tx, EVENT_OF[state], payment);
}

async function bookSale(tx: Tx, payment: Payment): Promise<void> {
  await post(tx, {
    kind: 'sale',
    subjectId: payment.id,
    description: 'An order was paid by card.',
    currency: payment.currency,
    postings: [
      {
        debit: { kind: 'PROVIDER_CLEARING', ownerId: PLATFORM },
        credit: { kind: 'BUSINESS_BALANCE', ownerId: payment.businessId },
        amountMinor: payment.amountMinor,
      },
    ],
  });
}
