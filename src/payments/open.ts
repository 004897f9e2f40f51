import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../context.ts';
import type { OrderId } from '../db/id.ts';
import { OPEN_STATES, PaymentInProgressError } from './rules.ts';
import { payments, type Payment } from './tables.ts';

/** The payment of an order whose outcome is still to come, if there is one. */
export async function openPaymentOf(tx: Tx, orderId: OrderId): Promise<Payment | null> {
  const [payment] = await tx.db
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), inArray(payments.state, [...OPEN_STATES])));
  return payment ?? null;
}

export async function requireNoOpenPayment(tx: Tx, orderId: OrderId): Promise<void> {
  if (await openPaymentOf(tx, orderId)) throw new PaymentInProgressError();
}
