import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx, Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type OrderId, type OrderLineId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError } from '../errors.ts';
import { humanText, idempotencyKey, parseInput, quantity } from '../text.ts';
import { changeOrder, openOrder } from './change.ts';
import { fulfillmentOf, requireAction } from './rules.ts';
import { orderLines, shipmentLines, shipments, type OrderLine } from './tables.ts';

const Ship = z.object({
  carrier: humanText(80).nullish(),
  trackingNumber: humanText(80).nullish(),
  lines: z
    .array(z.object({ lineId: z.string(), quantity }))
    .min(1, 'Name at least one line, or leave the lines out to ship all that is left.')
    .max(100)
    .nullish(),
  idempotencyKey: idempotencyKey.nullish(),
});

export interface ShipOrder {
  readonly orderId: OrderId;
  readonly carrier?: string | null | undefined;
  readonly trackingNumber?: string | null | undefined;
  /** What is in the parcel; all that is left when it is not given. */
  readonly lines?: readonly { readonly lineId: OrderLineId; readonly quantity: number }[] | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** A parcel leaves the shop: the whole order, what is left of it, or some lines. */
export async function shipOrder(ctx: Ctx, input: ShipOrder): Promise<void> {
  const fields = parseInput(Ship, input);
  await transact(ctx, (tx) =>
    once(tx, { name: 'orderShip', key: fields.idempotencyKey, input }, async () => {
      const { order, role } = await openOrder(tx, input.orderId);
      requireAction(order, 'ship', role);
      const lines = await tx.db
        .select()
        .from(orderLines)
        .where(eq(orderLines.orderId, order.id))
        .orderBy(asc(orderLines.position));
      const parcel = parcelOf(lines, input.lines ?? null);
      await insertShipment(
        tx,
        order.id,
        { carrier: fields.carrier, trackingNumber: fields.trackingNumber },
        parcel,
      );
      const shipped = lines.map((line) => ({
        quantity: line.quantity,
        shippedQuantity: line.shippedQuantity + (parcel.get(line.id) ?? 0),
      }));
      await changeOrder(tx, order, {
        action: 'ship',
        set: { fulfillmentState: fulfillmentOf(shipped) },
        event: 'order.shipped',
        notice: 'ORDER_SHIPPED',
      });
      return { orderId: order.id };
    }),
  );
}

/** How many of each line go: never more than is left of it. */
function parcelOf(lines: readonly OrderLine[], wanted: ShipOrder['lines']): Map<OrderLineId, number> {
  const left = new Map(lines.map((line) => [line.id, line.quantity - line.shippedQuantity]));
  if (!wanted) return new Map([...left].filter(([, count]) => count > 0));
  const parcel = new Map<OrderLineId, number>();
  for (const [index, { lineId, quantity: count }] of wanted.entries()) {
    const total = (parcel.get(lineId) ?? 0) + count;
    const rest = left.get(lineId);
    if (rest === undefined)
      throw new InvalidInputError('This line is not of this order.', ['lines', `${index}`, 'lineId']);
    if (total > rest) {
      throw new InvalidInputError(`Only ${rest} of this line are left to ship.`, [
        'lines',
        `${index}`,
        'quantity',
      ]);
    }
    parcel.set(lineId, total);
  }
  return parcel;
}

async function insertShipment(
  tx: Tx,
  orderId: OrderId,
  how: { carrier: string | null | undefined; trackingNumber: string | null | undefined },
  parcel: ReadonlyMap<OrderLineId, number>,
): Promise<void> {
  const shipmentId = newId<'shipment'>();
  const { carrier = null, trackingNumber = null } = how;
  await tx.db
    .insert(shipments)
    .values({ id: shipmentId, orderId, carrier, trackingNumber, shippedAt: tx.now() });
  await tx.db
    .insert(shipmentLines)
    .values([...parcel].map(([orderLineId, count]) => ({ shipmentId, orderLineId, quantity: count })));
  for (const [lineId, count] of parcel) {
    await tx.db
      .update(orderLines)
      .set({ shippedQuantity: sql`${orderLines.shippedQuantity} + ${count}::int` })
      .where(eq(orderLines.id, lineId));
  }
}
