import { transact } from '../db/transact.ts';
import type { Ctx } from '../context.ts';
import type { OrderId, PaymentId } from '../db/id.ts';
import { lockOrder } from '../orders/change.ts';
import { charge } from '../payments/charge.ts';
import { payOrder } from '../payments/pay.ts';
import type { PaymentProvider } from '../payments/provider.ts';
import { settle } from '../payments/settle.ts';

/** Pays a past order with the default card, at its time in the past. */
export async function payInThePast(ctx: Ctx, orderId: OrderId, idempotencyKey: string): Promise<void> {
  const payments = withoutOvertaking(ctx, orderId);
  const past = { ...ctx, app: { ...ctx.app, payments } };
  const paymentId = await payOrder(past, { orderId, idempotencyKey });
  // A kill between the payment and its charge: asking the provider again is safe, and nothing when it is over.
  await charge(past, paymentId);
}

/**
 * The provider's webhook tells of a charge as well, and what it settles happens today. So it finds the order locked
 * until the answer is settled here. Only the demo may do this: a call of the provider inside of a transaction holds
 * the order up for as long as the provider takes.
 */
function withoutOvertaking(ctx: Ctx, orderId: OrderId): PaymentProvider {
  const provider = ctx.app.payments;
  return {
    ...provider,
    charge: (input) =>
      transact(ctx, async (tx) => {
        await lockOrder(tx, orderId);
        const outcome = await provider.charge(input);
        await settle({ ...tx, app: { ...tx.app, db: tx.db } }, input.paymentId as PaymentId, outcome);
        return outcome;
      }),
  };
}
