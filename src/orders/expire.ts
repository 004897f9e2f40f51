import { releaseStock } from '../catalog/stock.ts';
import type { Ctx } from '../context.ts';
import type { OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { openPaymentOf } from '../payments/open.ts';
import { changeOrder, lockOrder } from './change.ts';
import { allows } from './rules.ts';

const AGAIN_MS = 60_000;

/**
 * The hold of an order has run out: unless it is paid or over, its stock goes back. While a payment is under way the
 * order waits for its outcome, because money that comes in must find its goods.
 */
export async function expireOrder(ctx: Ctx, orderId: OrderId): Promise<void> {
  await transact(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order?.holdExpiresAt || !allows(order, 'expire', 'SYSTEM')) return;
    if (order.holdExpiresAt > tx.now()) {
      await tx.app.jobs.enqueue(tx, 'order.expire', { orderId }, order.holdExpiresAt);
      return;
    }
    if (await openPaymentOf(tx, orderId)) {
      await tx.app.jobs.enqueue(tx, 'order.expire', { orderId }, new Date(tx.now().getTime() + AGAIN_MS));
      return;
    }
    await changeOrder(tx, order, {
      action: 'expire',
      set: { state: 'EXPIRED', holdExpiresAt: null },
      event: 'order.expired',
      notice: 'ORDER_EXPIRED',
    });
    await releaseStock(tx, order.id);
  });
}
