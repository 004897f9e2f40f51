import { sellHeldStock } from '../catalog/stock.ts';
import { appendMessage } from '../conversations/append.ts';
import type { Tx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { changeOrder } from './change.ts';
import type { Order } from './tables.ts';

/** A locked order was paid in full: the held stock is sold and the payment is confirmed in the chat. */
export async function orderPaid(tx: Tx, order: Order, paymentId: PaymentId): Promise<void> {
  await appendMessage(tx, {
    conversationId: order.conversationId,
    sides: [order.personId, order.businessId],
    sender: { kind: 'BUSINESS', partyId: order.businessId, personId: null },
    content: { type: 'payment', paymentId },
  });
  await changeOrder(tx, order, {
    action: 'pay',
    set: { paymentState: 'PAID', holdExpiresAt: null },
    event: 'order.paid',
    notice: null,
  });
  await sellHeldStock(tx, order.id);
}

/** What was paid for a locked order went back to the payer. */
export async function orderRefunded(tx: Tx, order: Order): Promise<void> {
  await changeOrder(tx, order, {
    action: 'refund',
    set: { paymentState: 'REFUNDED' },
    event: 'order.refunded',
    notice: null,
  });
}
