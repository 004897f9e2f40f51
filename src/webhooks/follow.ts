import { setTimeout as sleep } from 'node:timers/promises';
import { systemContext, type App, type Ctx } from '../context.ts';
import { transact } from '../db/transact.ts';
import { Fault, UserError } from '../errors.ts';
import { signalOf } from '../events/signal.ts';
import type { LiveResult, LiveResults } from './live-documents.ts';
import { failReplay, makeDeliveries } from './make.ts';
import type { Source } from './place.ts';
import { pauseWebhook } from './pause.ts';

/** Results of one transaction. */
const BATCH = 50;
/** How long a result waits for others to come along with it. */
const LINGER_MS = 5;
/** A webhook or a replay with more deliveries than this that wait is left where it is until they are fewer. */
const MOST_PENDING = 10_000;
/** The share of them that is made between two looks at how many wait. */
const UNCOUNTED = 0.05;
const FULL_POLL_MS = 5_000;

export interface Follower {
  readonly source: Source;
  /** Settles when it has ended, for whatever reason; never rejects. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Makes all that comes for a webhook, or of a part of the log again, into deliveries; until it is stopped or at its end. */
export function follow(app: App, source: Source, mostPending = MOST_PENDING): Follower {
  const ctx = systemContext(app, 'webhooks');
  const results = app.liveDocuments.open(source.appId, source.document, source.position, source.replay?.to);
  const signal = signalOf();
  let stopped = false;

  async function run(): Promise<void> {
    let { position } = source;
    const countEvery = mostPending * UNCOUNTED;
    let made = countEvery;
    for await (const batch of batches(results)) {
      const done = await makeDeliveries(ctx, { ...source, position }, batch);
      if (!done || done.isFinished || stopped) return;
      ({ position } = done);
      made += done.deliveries;
      if (made < countEvery) continue;
      made = 0;
      while (!stopped && (await pendingOf(ctx, source, mostPending)) >= mostPending)
        await signal.wait(FULL_POLL_MS);
    }
  }

  const ended = run()
    .catch((error: unknown) => (stopped ? undefined : end(ctx, source, error)))
    .catch((error: unknown) => {
      ctx.log.warn(
        { err: error, webhookId: source.webhookId },
        'the stream of a webhook broke; it is begun again',
      );
    })
    .then(async () => void (await results.return()));
  return {
    source,
    ended,
    stop: async () => {
      stopped = true;
      signal.raise();
      await results.return();
      await ended;
    },
  };
}

/** What has come is taken together, so that a burst is few transactions; no more than that is in memory. */
async function* batches(results: LiveResults): AsyncGenerator<LiveResult[], void> {
  let pending = results.next();
  for (;;) {
    const first = await pending;
    if (first.done) return;
    const batch = [first.value];
    for (;;) {
      pending = results.next();
      // What it throws is thrown when this batch is made, by the next round.
      pending.catch(() => undefined);
      if (batch.length === BATCH) break;
      const next = await Promise.race([pending, sleep(LINGER_MS, null)]).catch(() => null);
      if (next === null || next.done === true) break;
      batch.push(next.value);
    }
    yield batch;
  }
}

/** A stream that refuses to go on is for the owner to see. Everything else is begun again from where it was. */
async function end(ctx: Ctx, source: Source, error: unknown): Promise<void> {
  if (!isRefusal(error)) throw error;
  const reason = `Its stream was refused: ${error.message}`;
  if (source.replay) await failReplay(ctx, source, source.replay.id, reason);
  else await transact(ctx, (tx) => pauseWebhook(tx, { id: source.webhookId, appId: source.appId }, reason));
}

function isRefusal(error: unknown): error is Error {
  if (error instanceof Fault) return error.code !== 'SLOW_CONSUMER' && error.code !== 'RATE_LIMITED';
  return error instanceof UserError;
}

/** Of this source alone: a replay that waits for its receiver must not hold up what happens meanwhile. */
async function pendingOf(ctx: Ctx, { webhookId, replay }: Source, most: number): Promise<number> {
  const [row] = await ctx.sql<{ count: bigint }[]>`
    /* webhook_pending */
    select count(*) from (
      select from webhook_deliveries where webhook_id = ${webhookId} and state = 'PENDING'
        and replay_id is not distinct from ${replay?.id ?? null} limit ${most}
    ) pending`;
  return Number(row?.count ?? 0);
}
