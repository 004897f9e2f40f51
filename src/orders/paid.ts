import { sellHeldStock } from '../catalog/stock.ts';
import { appendMessage } from '../conversations/append.ts';
import type { Tx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { changeOrder } from './change.ts';
import { requireAction } from './rules.ts';
import type { Order } from './tables.ts';

/** A locked order was paid in full: the held stock is sold and the payment is confirmed in the chat. */
export async function orderPaid(tx: Tx, order: Order, paymentId: PaymentId): Promise<Order> {
  await appendMessage(tx, {
    conversationId: order.conversationId,
    sides: [order.personId, order.businessId],
    sender: { kind: 'BUSINESS', partyId: order.businessId, personId: null },
    content: { type: 'payment', paymentId },
  });
  const paid = await changeOrder(tx, order, {
    action: 'pay',
    set: { paymentState: 'PAID', holdExpiresAt: null },
    event: 'order.paid',
    notice: null,
  });
  if (order.paymentState === 'UNPAID') await sellHeldStock(tx, order.id);
  return paid;
}

/** The customer of a locked order pays at the door: the goods are theirs from now on. */
export async function orderPayableInCash(tx: Tx, order: Order): Promise<void> {
  requireAction(order, 'authorize', 'SYSTEM');
  await changeOrder(tx, order, {
    action: 'authorize',
    set: { paymentState: 'AUTHORIZED', holdExpiresAt: null },
    event: 'order.authorized',
    notice: 'CASH_ON_DELIVERY',
  });
  await sellHeldStock(tx, order.id);
}

/** Some or all of what was paid for a locked order went back to the payer. */
export async function orderRefunded(tx: Tx, order: Order, whole: boolean): Promise<void> {
  await changeOrder(tx, order, {
    action: 'refund',
    set: { paymentState: whole ? 'REFUNDED' : 'PARTIALLY_REFUNDED' },
    event: 'order.refunded',
    notice: null,
  });
}
