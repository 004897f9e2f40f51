import { eq } from 'drizzle-orm';
import { systemContext, type Ctx, type Tx } from '../context.ts';
import type { PayoutId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { resolveHolds } from '../ledger/hold.ts';
import { post } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { decimalAmount } from '../money.ts';
import type { PayoutOutcome } from '../payments/provider.ts';
import { noteDiscrepancy } from '../reconciliation/note.ts';
import { recordPayout } from './record.ts';
import { payoutSettlement } from './rules.ts';
import { payouts, type Payout } from './tables.ts';

const CLEARING = { kind: 'PROVIDER_CLEARING', ownerId: PLATFORM } as const;

/** Applies what the provider says of a payout, once, whoever carries the news. */
export async function settlePayout(ctx: Ctx, payoutId: PayoutId, outcome: PayoutOutcome): Promise<void> {
  const system = systemContext(ctx.app, 'payout.settle');
  await transact({ ...system, now: ctx.now }, async (tx) => {
    const [payout] = await tx.db.select().from(payouts).where(eq(payouts.id, payoutId)).for('no key update');
    const payoutRef = outcome.payoutRef ?? payout?.payoutRef ?? null;
    if (!payout) {
      const detail = `a payout that is not here: ${outcome.kind}`;
      await noteDiscrepancy(tx, {
        kind: 'UNKNOWN_SUBJECT',
        providerRef: payoutRef,
        subjectId: payoutId,
        detail,
      });
      return;
    }
    switch (payoutSettlement(payout, outcome)) {
      case 'ignore':
        return;
      case 'note':
        await tx.db.update(payouts).set({ payoutRef, updatedAt: tx.now() }).where(eq(payouts.id, payoutId));
        return;
      case 'alarm':
        return noteOtherAmount(tx, payout, outcome);
      case 'pay':
        await move(tx, payout, 'PAID', { payoutRef });
        return bookPayout(tx, payout);
      case 'fail':
        await resolveHolds(tx, [{ kind: 'payout', subjectId: payoutId }], { state: 'VOIDED' });
        return move(tx, payout, 'FAILED', { payoutRef, failureCode: codeOf(outcome) });
      case 'return':
        await move(tx, payout, 'RETURNED', { payoutRef, failureCode: codeOf(outcome) });
        return bookReturn(tx, payout);
    }
  });
}

const EVENT_OF = { PAID: 'payout.paid', FAILED: 'payout.failed', RETURNED: 'payout.returned' } as const;

async function move(
  tx: Tx,
  payout: Payout,
  state: keyof typeof EVENT_OF,
  set: Partial<Pick<Payout, 'payoutRef' | 'failureCode'>>,
): Promise<void> {
  await tx.db
    .update(payouts)
    .set({ state, ...set, updatedAt: tx.now() })
    .where(eq(payouts.id, payout.id));
  await recordPayout(tx, EVENT_OF[state], payout);
}

const codeOf = (outcome: PayoutOutcome) => (outcome.kind === 'failed' ? outcome.code : null);

async function bookPayout(tx: Tx, payout: Payout): Promise<void> {
  await post(tx, {
    kind: 'payout',
    subjectId: payout.id,
    description: 'Paid out to the bank',
    currency: payout.currency,
    postings: [{ debit: balanceOf(payout), credit: CLEARING, amountMinor: payout.amountMinor }],
    holds: [{ kind: 'payout', subjectId: payout.id }],
  });
}

async function bookReturn(tx: Tx, payout: Payout): Promise<void> {
  await post(tx, {
    kind: 'payout_return',
    subjectId: payout.id,
    description: 'A payout came back from the bank',
    currency: payout.currency,
    postings: [{ debit: CLEARING, credit: balanceOf(payout), amountMinor: payout.amountMinor }],
  });
}

async function noteOtherAmount(tx: Tx, payout: Payout, outcome: PayoutOutcome): Promise<void> {
  if (outcome.kind !== 'paid') return;
  const asked = decimalAmount({ minor: payout.amountMinor, currency: payout.currency });
  const paid = decimalAmount({ minor: outcome.amountMinor, currency: outcome.currency });
  await noteDiscrepancy(tx, {
    kind: 'AMOUNT_DIFFERS',
    providerRef: outcome.payoutRef,
    subjectId: payout.id,
    detail: `asked to pay out ${asked} ${payout.currency}, paid ${paid} ${outcome.currency}`,
  });
}

const balanceOf = (payout: Payout) => ({ kind: 'BUSINESS_BALANCE', ownerId: payout.businessId }) as const;
