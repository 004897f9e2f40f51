import type { Ctx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import type { OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { Retried, parseInput } from '../text.ts';
import { changeOrder, openOrder } from './change.ts';
import { requireAction } from './rules.ts';

/** The shop, or a partner for it, accepts an order. */
export async function confirmOrder(ctx: Ctx, orderId: OrderId, key?: string | null): Promise<void> {
  const { idempotencyKey } = parseInput(Retried, { idempotencyKey: key });
  await transact(ctx, (tx) =>
    once(tx, { name: 'orderConfirm', key: idempotencyKey, input: { orderId } }, async () => {
      const { order, role } = await openOrder(tx, orderId);
      requireAction(order, 'confirm', role);
      await changeOrder(tx, order, {
        action: 'confirm',
        set: { state: 'CONFIRMED' },
        event: 'order.confirmed',
        notice: 'ORDER_CONFIRMED',
      });
      return { orderId };
    }),
  );
}
