import { and, eq } from 'drizzle-orm';
import type { Tx } from '../context.ts';
import { ordersByIds, type Order } from '../orders/read.ts';
import { movePayment } from './move.ts';
import { succeed } from './succeed.ts';
import { payments, type Payment } from './tables.ts';

/** The customer of a locked order has paid at the door. The order as it is then. */
export async function collectCash(tx: Tx, order: Order): Promise<Order> {
  const payment = await promisedCash(tx, order);
  if (payment) await succeed(tx, payment, { order, chargeRef: null });
  const [paid] = await ordersByIds(tx, [order.id]);
  return paid ?? order;
}

/** A locked order is called off before anybody paid cash for it. */
export async function forgetCash(tx: Tx, order: Order): Promise<void> {
  const payment = await promisedCash(tx, order);
  if (payment) await movePayment(tx, payment, { state: 'CANCELLED' });
}

async function promisedCash(tx: Tx, order: Order): Promise<Payment | null> {
  const [payment] = await tx.db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.orderId, order.id),
        eq(payments.method, 'CASH_ON_DELIVERY'),
        eq(payments.state, 'CREATED'),
      ),
    )
    .for('no key update');
  return payment ?? null;
}
