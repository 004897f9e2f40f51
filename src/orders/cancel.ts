import { z } from 'zod';
import { releaseStock } from '../catalog/stock.ts';
import type { Ctx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import type { OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { requireNoOpenPayment } from '../payments/open.ts';
import { refundWhole } from '../payments/refund.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import { changeOrder, openOrder } from './change.ts';
import { requireAction } from './rules.ts';

const Cancel = z.object({ reason: humanText(500).nullish(), idempotencyKey: idempotencyKey.nullish() });

export interface CancelOrder {
  readonly orderId: OrderId;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Calls an order off while nothing of it has shipped: the stock is given back, and what was paid as well. */
export async function cancelOrder(ctx: Ctx, input: CancelOrder): Promise<void> {
  const fields = parseInput(Cancel, input);
  await transact(ctx, (tx) =>
    once(tx, { name: 'orderCancel', key: fields.idempotencyKey, input }, async () => {
      const { order, role } = await openOrder(tx, input.orderId);
      requireAction(order, 'cancel', role);
      await requireNoOpenPayment(tx, order.id);
      const reason = fields.reason ?? null;
      const cancelled = await changeOrder(tx, order, {
        action: 'cancel',
        set: { state: 'CANCELLED', holdExpiresAt: null },
        event: 'order.cancelled',
        notice: 'ORDER_CANCELLED',
        reason,
      });
      await releaseStock(tx, order.id);
      if (cancelled.paymentState === 'PAID')
        await refundWhole(tx, order.id, reason ?? 'The order was cancelled.');
      return { orderId: order.id };
    }),
  );
}
