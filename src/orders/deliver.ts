import { and, eq, isNull } from 'drizzle-orm';
import { systemContext, type Ctx, type Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import type { OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { collectCash } from '../payments/collect.ts';
import { releaseProceeds } from '../payments/proceeds.ts';
import { Retried, parseInput } from '../text.ts';
import { changeOrder, openOrder } from './change.ts';
import { allows, requireAction } from './rules.ts';
import { shipments } from './tables.ts';

/** All that was shipped has arrived, and cash was paid at the door. An order that is paid as well is then complete. */
export async function deliverOrder(ctx: Ctx, orderId: OrderId, key?: string | null): Promise<void> {
  const { idempotencyKey } = parseInput(Retried, { idempotencyKey: key });
  await transact(ctx, (tx) =>
    once(tx, { name: 'orderDeliver', key: idempotencyKey, input: { orderId } }, async () => {
      await deliver(tx, orderId);
      return { orderId };
    }),
  );
}

async function deliver(tx: Tx, orderId: OrderId): Promise<void> {
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
}
