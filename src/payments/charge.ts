import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { CHARGE_KEY_LIVES_MS, type ChargeOutcome } from './provider.ts';
import { isOpen } from './rules.ts';
import { settle } from './settle.ts';
import { cards, payments, providerCustomers } from './tables.ts';

/**
 * Asks the provider for the money, or what came of asking, and settles the payment by the answer. Safe to repeat:
 * the provider sees one idempotency key a payment.
 */
export async function charge(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  const [row] = await ctx.db
    .select({ payment: payments, methodRef: cards.methodRef, customerRef: providerCustomers.customerRef })
    .from(payments)
    .innerJoin(cards, eq(cards.id, payments.cardId))
    .innerJoin(providerCustomers, eq(providerCustomers.personId, payments.personId))
    .where(eq(payments.id, paymentId));
  if (!row || !isOpen(row.payment.state)) return;
  await settle(ctx, paymentId, await ask(ctx, row));
}

interface Asked {
  readonly payment: typeof payments.$inferSelect;
  readonly methodRef: string;
  readonly customerRef: string;
}

async function ask(ctx: Ctx, { payment, methodRef, customerRef }: Asked): Promise<ChargeOutcome> {
  const provider = ctx.app.payments;
  if (payment.chargeRef) return provider.lookUp({ chargeRef: payment.chargeRef });
  if (ctx.now().getTime() - payment.createdAt.getTime() < CHARGE_KEY_LIVES_MS) {
    return provider.charge({
      paymentId: payment.id,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      customerRef,
      methodRef,
      description: `Bottega order ${payment.orderId}`,
      idempotencyKey: `payment:${payment.id}`,
    });
  }
  // The key is no longer safe to use again: it would charge anew.
  const found = await provider.lookUpByPayment({
    paymentId: payment.id,
    customerRef,
    since: payment.createdAt,
  });
  return (
    found ?? { kind: 'failed', chargeRef: null, code: 'PROVIDER_REFUSED', message: 'Nothing was charged.' }
  );
}
