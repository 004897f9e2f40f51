import { z } from 'zod';
import { releaseStock } from '../catalog/stock.ts';
import type { Ctx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import type { OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { requireNoOpenPayment } from '../payments/open.ts';
import { forgetCash } from '../payments/collect.ts';
import { refundRest } from '../payments/refund.ts';
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
      if (order.paymentState === 'AUTHORIZED') await forgetCash(tx, order);
      await requireNoOpenPayment(tx, order.id);
      const reason = fields.reason ?? null;
      const cancelled = await changeOrder(tx, order, {
        action: 'cancel',
        set: {
          state: 'CANCELLED',
          holdExpiresAt: null,
          ...(order.paymentState === 'AUTHORIZED' && { paymentState: 'UNPAID' as const }),
        },
        event: 'order.cancelled',
        notice: 'ORDER_CANCELLED',
        reason,
      });
      await releaseStock(tx, order.id);
      const { paymentState } = cancelled;
      if (paymentState === 'PAID' || paymentState === 'PARTIALLY_REFUNDED') {
        await refundRest(tx, cancelled, reason ?? 'The order was cancelled.');
      }
      return { orderId: order.id };
    }),
  );
}
