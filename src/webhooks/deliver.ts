import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '../context.ts';
import { transact } from '../db/transact.ts';
import { claimNext, nextDue, type Claim } from './claim.ts';
import { conclude } from './conclude.ts';
import { sendSigned } from './send.ts';
import type { Lane } from './wake.ts';

/** Deliveries of one job: with the slowest receiver they take less time than a job may. */
const MOST_OF_A_JOB = 20;
/**
 * So long a job waits by itself, less than the shortest pause after a failed try: the clocks of this process, of the one that
 * wrote and of the database, which wakes, may differ by as much. Another job for the same moment would not be queued.
 */
const CLOCKS_MS = 4_000;

/**
 * Sends what a lane has, one after the other, until nothing is left or the webhook is paused. When the first one has to wait
 * (for its pause, or for somebody else who is at it) a job is queued for then. So a lane is never left without a job that
 * will look at it: not by who dies on the way either, since its own job is given to somebody else.
 */
export async function deliverLane(ctx: Ctx, lane: Lane): Promise<void> {
  for (let sent = 0; sent < MOST_OF_A_JOB; sent++) {
    const claim = await claimNext(ctx, lane);
    if (claim) await attempt(ctx, claim);
    const due = await nextDue(ctx, lane);
    if (!due) return;
    const wait = due.getTime() - ctx.now().getTime();
    if (wait > CLOCKS_MS) {
      await transact(ctx, (tx) => tx.app.jobs.enqueueOnceFor(tx, 'webhook.deliver', lane, due));
      return;
    }
    if (wait > 0) await sleep(wait);
  }
  await transact(ctx, (tx) => tx.app.jobs.enqueueAll(tx, 'webhook.deliver', [lane]));
}

async function attempt(ctx: Ctx, claim: Claim): Promise<void> {
  const { url, secrets, key: id, body, startedAt: now } = claim;
  const { allowPrivate } = ctx.app;
  await conclude(ctx, claim, await sendSigned({ url, secrets, id, body, now, allowPrivate }));
}
