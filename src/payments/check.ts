import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { charge } from './charge.ts';
import { isOpen } from './rules.ts';
import { settle } from './settle.ts';
import { payments, providerCustomers } from './tables.ts';

/**
 * Asks the provider what came of a payment's charge, also of one that is over here: it may have succeeded after it was
 * given up, and the news of it been lost.
 */
export async function checkPayment(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  const [row] = await ctx.db
    .select({ payment: payments, customerRef: providerCustomers.customerRef })
    .from(payments)
    .innerJoin(providerCustomers, eq(providerCustomers.personId, payments.personId))
    .where(eq(payments.id, paymentId));
  if (!row?.payment.cardId) return;
  const { payment, customerRef } = row;
  if (isOpen(payment.state)) return charge(ctx, paymentId);
  const outcome = payment.chargeRef
    ? await ctx.app.payments.lookUp({ chargeRef: payment.chargeRef })
    : await ctx.app.payments.lookUpByPayment({ paymentId, customerRef, since: payment.createdAt });
  if (outcome) await settle(ctx, paymentId, outcome);
}
