import { and, eq, lt, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { PayoutId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { payoutFailed } from '../payments/classify-payout.ts';
import { CHARGE_KEY_LIVES_MS, type PayoutOutcome } from '../payments/provider.ts';
import { MOST_ASKS, nextAskInTheDark, nextLook } from '../payments/rules.ts';
import { noteDiscrepancy } from '../reconciliation/note.ts';
import { settlePayout } from './settle.ts';
import { bankAccounts, payouts, type Payout } from './tables.ts';

/** Asks the provider to pay out, or what came of asking, until the bank has decided. Safe to repeat. */
export async function submitPayout(ctx: Ctx, payoutId: PayoutId): Promise<void> {
  const found = await find(ctx, payoutId);
  if (found?.payout.state !== 'PENDING') return;
  await settlePayout(ctx, payoutId, await ask(ctx, found.payout, found.accountRef));
}

/**
 * Asks what came of a payout, also of one that is over here: its bank may have sent it back, and the news of it been
 * lost. What is still on its way to the bank, in minor units.
 */
export async function checkPayout(ctx: Ctx, payoutId: PayoutId): Promise<bigint> {
  const found = await find(ctx, payoutId);
  if (!found) return 0n;
  const { payout, accountRef } = found;
  const outcome =
    payout.state === 'PENDING'
      ? await ask(ctx, payout, accountRef)
      : payout.payoutRef && (await ctx.app.payments.lookUpPayout({ payoutRef: payout.payoutRef }));
  if (outcome) await settlePayout(ctx, payoutId, outcome);
  const after = await find(ctx, payoutId);
  return after?.payout.state === 'PENDING' && after.payout.payoutRef ? payout.amountMinor : 0n;
}

async function find(ctx: Ctx, payoutId: PayoutId): Promise<{ payout: Payout; accountRef: string } | null> {
  const [row] = await ctx.db
    .select({ payout: payouts, accountRef: bankAccounts.accountRef })
    .from(payouts)
    .innerJoin(bankAccounts, eq(bankAccounts.id, payouts.bankAccountId))
    .where(eq(payouts.id, payoutId));
  return row ?? null;
}

/** The job behind a payout: submits it and, while the bank has not decided, comes back. */
export async function followPayout(ctx: Ctx, payoutId: PayoutId): Promise<void> {
  await submitPayout(ctx, payoutId);
  const { payout } = (await find(ctx, payoutId)) ?? {};
  if (payout?.state !== 'PENDING') return;
  await transact(ctx, async (tx) => {
    const isLost = !payout.payoutRef && !keyIsGood(payout, tx.now());
    if (isLost) {
      await noteDiscrepancy(tx, {
        kind: 'OUTCOME_UNKNOWN',
        subjectId: payoutId,
        detail: `asked ${payout.asks} times for a payout that may have been made`,
      });
    }
    const when =
      payout.payoutRef || isLost
        ? nextLook(payout.createdAt, tx.now())
        : nextAskInTheDark(payout.createdAt, payout.asks, tx.now());
    await tx.app.jobs.enqueue(tx, 'payout.submit', { payoutId }, when);
  });
}

async function ask(ctx: Ctx, payout: Payout, accountRef: string): Promise<PayoutOutcome> {
  const provider = ctx.app.payments;
  if (payout.payoutRef) return provider.lookUpPayout({ payoutRef: payout.payoutRef });
  if (keyIsGood(payout, ctx.now()) && (await countAsk(ctx, payout.id))) {
    return provider.payOut({
      payoutId: payout.id,
      accountRef,
      amountMinor: payout.amountMinor,
      currency: payout.currency,
      idempotencyKey: `payout:${payout.id}`,
    });
  }
  const found = await provider.findPayout({ payoutId: payout.id, since: payout.createdAt });
  if (found) return found;
  // While the key is good a call of it may still be under way somewhere: what is not there yet may come.
  if (keyIsGood(payout, ctx.now())) return { kind: 'unknown', payoutRef: null, reason: 'not found yet' };
  return payoutFailed(null, 'PROVIDER_REFUSED');
}

const keyIsGood = (payout: Payout, now: Date) =>
  now.getTime() - payout.createdAt.getTime() < CHARGE_KEY_LIVES_MS;

async function countAsk(ctx: Ctx, payoutId: PayoutId): Promise<boolean> {
  const counted = await ctx.db
    .update(payouts)
    .set({ asks: sql`${payouts.asks} + 1` })
    .where(and(eq(payouts.id, payoutId), lt(payouts.asks, MOST_ASKS)))
    .returning({ asks: payouts.asks });
  return counted.length > 0;
}
