import { and, eq, sql } from 'drizzle-orm';
import type { Ctx, Tx } from '../context.ts';
import { transact } from '../db/transact.ts';
import type { Claim } from './claim.ts';
import { errorOf, outcomeOf, type Outcome } from './outcome.ts';
import { pauseWebhook } from './pause.ts';
import type { Answer } from './send.ts';
import { webhookAttempts, webhookDeliveries, webhooks } from './tables.ts';

/** The clocks of this process and of the database, which wakes, may differ by as much. */
const CLOCKS_MS = 500;

/**
 * Writes down a try and what becomes of the delivery by it. Null when the claim was lost meanwhile, to another process that
 * took this one for dead or to the deletion of the webhook: then nothing is written.
 */
export async function conclude(ctx: Ctx, claim: Claim, answer: Answer): Promise<Outcome | null> {
  const jitter = Math.random();
  return transact(ctx, async (tx) => {
    const failuresInRow = await lockFailures(tx, claim, errorOf(answer) !== null);
    const attempts = claim.attempts + 1;
    const outcome = outcomeOf({ answer, attempts, failuresInRow, now: tx.now(), jitter });
    if (!(await settle(tx, claim, outcome))) return null;
    await tx.db.insert(webhookAttempts).values({
      deliveryId: claim.deliveryId,
      number: attempts,
      startedAt: claim.startedAt,
      durationMs: answer.durationMs,
      status: answer.status,
      answer: answer.answer,
      error: errorOf(answer),
    });
    await follow(tx, claim, outcome, failuresInRow);
    return outcome;
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

/** What follows for the lane and for the webhook. */
async function follow(tx: Tx, claim: Claim, outcome: Outcome, failuresInRow: number): Promise<void> {
  const { lane, appId } = claim;
  const ofWebhook = eq(webhooks.id, lane.webhookId);
  switch (outcome.state) {
    case 'DELIVERED':
      if (failuresInRow > 0) await tx.db.update(webhooks).set({ failuresInRow: 0 }).where(ofWebhook);
      return;
    case 'PENDING': {
      const wakeAt = new Date(outcome.nextAttemptAt.getTime() + CLOCKS_MS);
      await tx.app.jobs.enqueue(tx, 'webhook.deliver', lane, wakeAt);
      return;
    }
    case 'FAILED':
      await tx.db
        .update(webhooks)
        .set({ failuresInRow: sql`${webhooks.failuresInRow} + 1` })
        .where(ofWebhook);
      if (outcome.pauseReason !== null) {
        await pauseWebhook(tx, { id: lane.webhookId, appId }, outcome.pauseReason);
      }
  }
}
