import { and, eq, lt, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { RefundId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { noteDiscrepancy } from '../reconciliation/note.ts';
import { refundFailed } from './classify-refund.ts';
import { CHARGE_KEY_LIVES_MS, type RefundOutcome } from './provider.ts';
import { settleRefund } from './refund-settle.ts';
import { MOST_ASKS, nextAskInTheDark, nextLook } from './rules.ts';
import { payments, refunds, type Refund } from './tables.ts';

/** Asks the provider to give money back, or what came of asking. Safe to repeat. */
export async function askRefund(ctx: Ctx, refundId: RefundId): Promise<void> {
  const found = await find(ctx, refundId);
  if (found?.refund.state !== 'PENDING') return;
  await settleRefund(ctx, refundId, await ask(ctx, found.refund, found.chargeRef));
}

/** The job behind a refund: asks and, while nothing is decided, comes back. */
export async function submitRefund(ctx: Ctx, refundId: RefundId): Promise<void> {
  await askRefund(ctx, refundId);
  await askLater(ctx, refundId);
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

async function ask(ctx: Ctx, refund: Refund, chargeRef: string): Promise<RefundOutcome> {
  const provider = ctx.app.payments;
  if (refund.refundRef) return provider.lookUpRefund({ refundRef: refund.refundRef });
  if (keyIsGood(refund, ctx.now()) && (await countAsk(ctx, refund.id))) {
    return provider.refund({
      refundId: refund.id,
      chargeRef,
      amountMinor: refund.cardMinor,
      currency: refund.currency,
      idempotencyKey: `refund:${refund.id}`,
    });
  }
  const found = await provider.findRefund({ refundId: refund.id, chargeRef });
  if (found) return found;
  // While the key is good a call of it may still be under way somewhere: what is not there yet may come.
  if (keyIsGood(refund, ctx.now())) return { kind: 'unknown', refundRef: null, reason: 'not found yet' };
  return refundFailed(null, 'PROVIDER_REFUSED');
}

const keyIsGood = (refund: Refund, now: Date) =>
  now.getTime() - refund.createdAt.getTime() < CHARGE_KEY_LIVES_MS;

async function countAsk(ctx: Ctx, refundId: RefundId): Promise<boolean> {
  const counted = await ctx.db
    .update(refunds)
    .set({ asks: sql`${refunds.asks} + 1` })
    .where(and(eq(refunds.id, refundId), lt(refunds.asks, MOST_ASKS)))
    .returning({ asks: refunds.asks });
  return counted.length > 0;
}

/** A bank may take days: the webhook tells the end of it, and should that be lost, asking does. */
async function askLater(ctx: Ctx, refundId: RefundId): Promise<void> {
  const [refund] = await ctx.db.select().from(refunds).where(eq(refunds.id, refundId));
  if (refund?.state !== 'PENDING') return;
  await transact(ctx, async (tx) => {
    const isLost = !refund.refundRef && !keyIsGood(refund, tx.now());
    if (isLost) {
      await noteDiscrepancy(tx, {
        kind: 'OUTCOME_UNKNOWN',
        subjectId: refundId,
        detail: `asked ${refund.asks} times for a refund that may have been made`,
      });
    }
    const when =
      refund.refundRef || isLost
        ? nextLook(refund.createdAt, tx.now())
        : nextAskInTheDark(refund.createdAt, refund.asks, tx.now());
    await tx.app.jobs.enqueue(tx, 'refund.submit', { refundId }, when);
  });
}
