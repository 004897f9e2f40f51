import { eq } from 'drizzle-orm';
import type { Tx } from '../context.ts';
import type { EventType } from '../events/catalogue.ts';
import { recordPayment } from './record.ts';
import type { Challenge, FailureCode, PaymentAttemptState } from './rules.ts';
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

export interface PaymentMove {
  readonly state: PaymentAttemptState;
  readonly chargeRef?: string | null;
  readonly challenge?: Challenge | null;
  readonly failureCode?: FailureCode | null;
}

/** Moves a locked payment on: its row and its event. */
export async function movePayment(tx: Tx, payment: Payment, move: PaymentMove): Promise<void> {
  await tx.db
    .update(payments)
    .set({
      state: move.state,
      chargeRef: move.chargeRef ?? payment.chargeRef,
      challenge: move.challenge ?? null,
      failureCode: move.failureCode ?? null,
      updatedAt: tx.now(),
    })
    .where(eq(payments.id, payment.id));
  await recordPayment(tx, EVENT_OF[move.state], payment);
}
