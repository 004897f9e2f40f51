import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { RefundId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { askAgainAt, askFor, type Asked } from './asking.ts';
import { refundFailed } from './classify-refund.ts';
import type { RefundOutcome } from './provider.ts';
import { settleRefund } from './refund-settle.ts';
import { payments, refunds, type Refund } from './tables.ts';

/** Asks the provider to give money back, or what came of asking. Safe to repeat. */
export async function askRefund(ctx: Ctx, refundId: RefundId): Promise<void> {
  const found = await find(ctx, refundId);
  if (found?.refund.state !== 'PENDING') return;
  await settleRefund(ctx, refundId, await ask(ctx, found.refund, found.chargeRef));
}

/**
 * The job behind a refund: asks and, while nothing is decided, comes back. A bank may take days: the webhook tells the
 * end of it, and should that be lost, asking does.
 */
export async function submitRefund(ctx: Ctx, refundId: RefundId): Promise<void> {
  await askRefund(ctx, refundId);
  const { refund } = (await find(ctx, refundId)) ?? {};
  if (refund?.state !== 'PENDING') return;
  await transact(ctx, async (tx) => {
    const asked = askedFor(refund);
    const when = await askAgainAt(tx, asked, { what: 'refund', isUnknown: asked.ref === null });
    await tx.app.jobs.enqueue(tx, 'refund.submit', { refundId }, when);
  });
}

/**
 * Asks what came of a refund, also of one that is over here: its bank may have sent it back, and the news of it been
 * lost. What is still on its way to the card, in minor units.
 */
export async function checkRefund(ctx: Ctx, refundId: RefundId): Promise<bigint> {
  const found = await find(ctx, refundId);
  if (!found) return 0n;
  const { refund, chargeRef } = found;
  const outcome =
    refund.state === 'PENDING'
      ? await ask(ctx, refund, chargeRef)
      : refund.refundRef && (await ctx.app.payments.lookUpRefund({ refundRef: refund.refundRef }));
  if (outcome) await settleRefund(ctx, refundId, outcome);
  const after = await find(ctx, refundId);
  return after?.refund.state === 'PENDING' && after.refund.refundRef ? refund.cardMinor : 0n;
}

/** A refund that a card takes part in. */
async function find(ctx: Ctx, refundId: RefundId): Promise<{ refund: Refund; chargeRef: string } | null> {
  const [row] = await ctx.db
    .select({ refund: refunds, chargeRef: payments.chargeRef })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, refundId));
  if (!row?.chargeRef || row.refund.cardMinor === 0n) return null;
  return { refund: row.refund, chargeRef: row.chargeRef };
}

function ask(ctx: Ctx, refund: Refund, chargeRef: string): Promise<RefundOutcome> {
  const provider = ctx.app.payments;
  const { id: refundId, currency, cardMinor: amountMinor } = refund;
  const idempotencyKey = `refund:${refundId}`;
  return askFor<RefundOutcome>(ctx, askedFor(refund), {
    lookUp: (refundRef) => provider.lookUpRefund({ refundRef }),
    submit: () => provider.refund({ refundId, chargeRef, amountMinor, currency, idempotencyKey }),
    search: () => provider.findRefund({ refundId, chargeRef }),
    notYet: { kind: 'unknown', refundRef: null, reason: 'not found yet' },
    never: refundFailed(null, 'PROVIDER_REFUSED'),
  });
}

function askedFor({ id, refundRef: ref, asks, createdAt }: Refund): Asked {
  return { table: 'refunds', id, ref, asks, createdAt };
}
