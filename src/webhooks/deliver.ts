import type { Ctx } from '../context.ts';
import { transact } from '../db/transact.ts';
import { claimNext } from './claim.ts';
import { conclude } from './conclude.ts';
import { sendSigned } from './send.ts';
import type { Lane } from './wake.ts';

/** Deliveries of one job: with the slowest receiver they take less time than a job may. */
const MOST_OF_A_JOB = 25;

/**
 * Sends what a lane has, one after the other, until nothing is left, the first one has to wait, or the webhook is paused. Of
 * the jobs of a lane one is at work at a time; the others find its claim and end. Nobody's delivery is forgotten by that:
 * who is at work looks again after each, and so sees all that was there when the others looked.
 */
export async function deliverLane(ctx: Ctx, lane: Lane): Promise<void> {
  for (let sent = 0; sent < MOST_OF_A_JOB; sent++) {
    const claim = await claimNext(ctx, lane);
    if (!claim) return;
    const { url, secrets, key: id, body, startedAt: now } = claim;
    const { allowPrivate } = ctx.app;
    const answer = await sendSigned({ url, secrets, id, body, now, allowPrivate });
    const outcome = await conclude(ctx, claim, answer);
    if (outcome === null || outcome.state === 'PENDING') return;
  }
  await transact(ctx, (tx) => tx.app.jobs.enqueueAll(tx, 'webhook.deliver', [lane]));
}
