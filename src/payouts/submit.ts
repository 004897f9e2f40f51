import { eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { PayoutId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { askAgainAt, askFor, type Asked } from '../payments/asking.ts';
import { payoutFailed } from '../payments/classify-payout.ts';
import type { PayoutOutcome } from '../payments/provider.ts';
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
    const asked = askedFor(payout);
    const when = await askAgainAt(tx, asked, { what: 'payout', isUnknown: asked.ref === null });
    await tx.app.jobs.enqueue(tx, 'payout.submit', { payoutId }, when);
  });
}

function ask(ctx: Ctx, payout: Payout, accountRef: string): Promise<PayoutOutcome> {
  const provider = ctx.app.payments;
  const { id: payoutId, amountMinor, currency, createdAt: since } = payout;
  const idempotencyKey = `payout:${payoutId}`;
  return askFor<PayoutOutcome>(ctx, askedFor(payout), {
    lookUp: (payoutRef) => provider.lookUpPayout({ payoutRef }),
    submit: () => provider.payOut({ payoutId, accountRef, amountMinor, currency, idempotencyKey }),
    search: () => provider.findPayout({ payoutId, since }),
    notYet: { kind: 'unknown', payoutRef: null, reason: 'not found yet' },
    never: payoutFailed(null, 'PROVIDER_REFUSED'),
  });
}

function askedFor({ id, payoutRef: ref, asks, createdAt }: Payout): Asked {
  return { table: 'payouts', id, ref, asks, createdAt };
}
