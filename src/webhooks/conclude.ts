import { and, eq, sql } from 'drizzle-orm';
import type { Ctx, Tx } from '../context.ts';
import { transact } from '../db/transact.ts';
import type { Claim } from './claim.ts';
import { errorOf, outcomeOf, type Outcome } from './outcome.ts';
import { pauseWebhook } from './pause.ts';
import type { Answer } from './send.ts';
import { webhookAttempts, webhookDeliveries, webhooks } from './tables.ts';

/**
 * Writes down a try and what becomes of the delivery by it. Nothing is written when the claim was lost meanwhile, to another
 * process that took this one for dead or to the deletion of the webhook.
 */
export async function conclude(ctx: Ctx, claim: Claim, answer: Answer): Promise<void> {
  const jitter = Math.random();
  await transact(ctx, async (tx) => {
    const failuresInRow = await lockFailures(tx, claim, errorOf(answer) !== null);
    const attempts = claim.attempts + 1;
    const outcome = outcomeOf({ answer, attempts, failuresInRow, now: tx.now(), jitter });
    if (!(await settle(tx, claim, outcome))) return;
    await tx.db.insert(webhookAttempts).values({
      deliveryId: claim.deliveryId,
      number: attempts,
      startedAt: claim.startedAt,
      durationMs: answer.durationMs,
      status: answer.status,
      answer: answer.answer,
      error: errorOf(answer),
    });
    await tellWebhook(tx, claim, outcome, failuresInRow);
  });
}

/**
 * How many were given up in a row. The webhook is locked when that may change, and before its delivery, as by those who
 * delete it; what arrives where all goes well must not queue for it.
 */
async function lockFailures(tx: Tx, { lane, failuresInRow }: Claim, isFailed: boolean): Promise<number> {
  if (!isFailed && failuresInRow === 0) return 0;
  const [webhook] = await tx.db
    .select({ failuresInRow: webhooks.failuresInRow })
    .from(webhooks)
    .where(eq(webhooks.id, lane.webhookId))
    .for('no key update');
  return webhook?.failuresInRow ?? 0;
}

async function settle(tx: Tx, claim: Claim, outcome: Outcome): Promise<boolean> {
  const isOver = outcome.state !== 'PENDING';
  const settled = await tx.db
    .update(webhookDeliveries)
    .set({
      state: outcome.state,
      attempts: claim.attempts + 1,
      nextAttemptAt: isOver ? null : outcome.nextAttemptAt,
      finishedAt: isOver ? tx.now() : null,
    })
    .where(
      and(
        eq(webhookDeliveries.id, claim.deliveryId),
        eq(webhookDeliveries.state, 'PENDING'),
        eq(webhookDeliveries.nextAttemptAt, claim.until),
      ),
    )
    .returning({ id: webhookDeliveries.id });
  return settled.length > 0;
}

/** What follows for the webhook. When the lane goes on is found out by who goes through it. */
async function tellWebhook(tx: Tx, claim: Claim, outcome: Outcome, failuresInRow: number): Promise<void> {
  const { webhookId: id } = claim.lane;
  const ofWebhook = eq(webhooks.id, id);
  switch (outcome.state) {
    case 'DELIVERED':
      if (failuresInRow > 0) await tx.db.update(webhooks).set({ failuresInRow: 0 }).where(ofWebhook);
      return;
    case 'PENDING':
      return;
    case 'FAILED':
      await tx.db
        .update(webhooks)
        .set({ failuresInRow: sql`${webhooks.failuresInRow} + 1` })
        .where(ofWebhook);
      if (outcome.pauseReason !== null)
        await pauseWebhook(tx, { id, appId: claim.appId }, outcome.pauseReason);
  }
}
