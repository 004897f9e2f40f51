import { and, eq, lt, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { CHARGE_KEY_LIVES_MS, type ChargeOutcome } from './provider.ts';
import { isOpen, MOST_ASKS } from './rules.ts';
import { settle } from './settle.ts';
import { cards, payments, providerCustomers } from './tables.ts';

/**
 * Asks the provider for the money, or what came of asking, and settles the payment by the answer. Safe to repeat:
 * the provider sees one idempotency key a payment. Does nothing for a payment that charges no card.
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
  const keyIsGood = ctx.now().getTime() - payment.createdAt.getTime() < CHARGE_KEY_LIVES_MS;
  if (keyIsGood && (await countAsk(ctx, payment.id))) {
    return provider.charge({
      paymentId: payment.id,
      amountMinor: payment.amountMinor - payment.walletMinor,
      currency: payment.currency,
      customerRef,
      methodRef,
      description: `Bottega ${payment.purpose.toLowerCase()} ${payment.orderId ?? payment.id}`,
      idempotencyKey: `payment:${payment.id}`,
    });
  }
  const found = await provider.lookUpByPayment({
    paymentId: payment.id,
    customerRef,
    since: payment.createdAt,
  });
  if (found) return found;
  // While the key is good a call of it may still be under way somewhere: what is not there yet may come.
  if (keyIsGood) return { kind: 'unknown', chargeRef: null, reason: 'not found yet' };
  return { kind: 'failed', chargeRef: null, code: 'PROVIDER_REFUSED', message: 'Nothing was charged.' };
}

/** Takes one from the budget of asks, before the call, so that also a crash has counted; false when it is spent. */
async function countAsk(ctx: Ctx, paymentId: PaymentId): Promise<boolean> {
  const counted = await ctx.db
    .update(payments)
    .set({ asks: sql`${payments.asks} + 1` })
    .where(and(eq(payments.id, paymentId), lt(payments.asks, MOST_ASKS)))
    .returning({ asks: payments.asks });
  return counted.length > 0;
}
