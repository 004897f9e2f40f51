import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { askFor, type Asked } from './asking.ts';
import type { ChargeOutcome } from './provider.ts';
import { isOpen } from './rules.ts';
import { settle } from './settle.ts';
import { cards, payments, providerCustomers, type Payment } from './tables.ts';

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

interface Charged {
  readonly payment: Payment;
  readonly methodRef: string;
  readonly customerRef: string;
}

function ask(ctx: Ctx, { payment, methodRef, customerRef }: Charged): Promise<ChargeOutcome> {
  const provider = ctx.app.payments;
  const { id: paymentId, currency, createdAt: since } = payment;
  return askFor<ChargeOutcome>(ctx, askedFor(payment), {
    lookUp: (chargeRef) => provider.lookUp({ chargeRef }),
    submit: () =>
      provider.charge({
        paymentId,
        amountMinor: payment.amountMinor - payment.walletMinor,
        currency,
        customerRef,
        methodRef,
        description: `Bottega ${payment.purpose.toLowerCase()} ${payment.orderId ?? paymentId}`,
        idempotencyKey: `payment:${paymentId}`,
      }),
    search: () => provider.lookUpByPayment({ paymentId, customerRef, since }),
    notYet: { kind: 'unknown', chargeRef: null, reason: 'not found yet' },
    never: { kind: 'failed', chargeRef: null, code: 'PROVIDER_REFUSED', message: 'Nothing was charged.' },
  });
}

/** A payment's charge, as something that the provider is asked for. */
export function askedFor({ id, chargeRef: ref, asks, createdAt }: Payment): Asked {
  return { table: 'payments', id, ref, asks, createdAt };
}
