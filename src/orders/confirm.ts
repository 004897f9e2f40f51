import type { Ctx } from '../context.ts';
import type { OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { changeOrder, openOrder } from './change.ts';
import { requireAction } from './rules.ts';

/** The shop accepts an order. */
export async function confirmOrder(ctx: Ctx, orderId: OrderId): Promise<void> {
  await transact(ctx, async (tx) => {
    const { order, role } = await openOrder(tx, orderId);
    requireAction(order, 'confirm', role);
    await changeOrder(tx, order, {
      action: 'confirm',
      set: { state: 'CONFIRMED' },
      event: 'order.confirmed',
      notice: 'ORDER_CONFIRMED',
    });
  });
}
