import { and, eq, isNull } from 'drizzle-orm';
import { systemContext, type Ctx } from '../context.ts';
import type { OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { collectCash } from '../payments/collect.ts';
import { releaseProceeds } from '../payments/proceeds.ts';
import { changeOrder, openOrder } from './change.ts';
import { allows, requireAction } from './rules.ts';
import { shipments } from './tables.ts';

/** All that was shipped has arrived, and cash was paid at the door. An order that is paid as well is then complete. */
export async function deliverOrder(ctx: Ctx, orderId: OrderId): Promise<void> {
  await transact(ctx, async (tx) => {
    const { order, role } = await openOrder(tx, orderId);
    requireAction(order, 'deliver', role);
    await tx.db
      .update(shipments)
      .set({ deliveredAt: tx.now() })
      .where(and(eq(shipments.orderId, order.id), isNull(shipments.deliveredAt)));
    const delivered = await changeOrder(tx, order, {
      action: 'deliver',
      set: { fulfillmentState: 'DELIVERED' },
      event: 'order.delivered',
      notice: 'ORDER_DELIVERED',
    });
    const system = { ...tx, actor: systemContext(tx.app, 'order.complete').actor };
    const paid = delivered.paymentState === 'AUTHORIZED' ? await collectCash(system, delivered) : delivered;
    if (!allows(paid, 'complete', 'SYSTEM')) return;
    await changeOrder(system, paid, {
      action: 'complete',
      set: { state: 'COMPLETED' },
      event: 'order.completed',
      notice: null,
    });
    await releaseProceeds(tx, order.id);
  });
}
