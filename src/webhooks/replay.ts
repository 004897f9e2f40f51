import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx, Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type WebhookDeliveryId, type WebhookId, type WebhookReplayId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { logExtent } from '../events/look-up.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { lockWebhook, requireKeeper, requireKept } from './access.ts';
import { rangeBetween, type Place, type Range } from './range.ts';
import { deliveriesByIds } from './read.ts';
import { MOST_REPLAYS, RangeExpiredError, TooManyReplaysError } from './rules.ts';
import { webhookReplays } from './tables.ts';

export interface ReplayWebhook {
  readonly webhookId: WebhookId;
  readonly from: Place;
  /** Now, when left out. */
  readonly to?: Place | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

const Replay = z.object({ idempotencyKey: idempotencyKey.nullish() });

/**
 * Has a part of the log sent again, from oldest to newest, beside what happens meanwhile. Bodies are made anew: what a
 * business no longer grants is not sent again either.
 */
export async function replayWebhook(ctx: Ctx, input: ReplayWebhook): Promise<WebhookReplayId> {
  requireKeeper(ctx);
  const { idempotencyKey: key } = parseInput(Replay, input);
  const range = await rangeBetween(ctx, input.from, input.to);
  const { replayId } = await transact(ctx, (tx) =>
    once(tx, { name: 'webhookReplay', key, input }, async () => ({
      replayId: await startReplay(tx, input.webhookId, range),
    })),
  );
  return replayId;
}

/** Has one delivery that is over sent again: a replay of its event alone. */
export async function retryDelivery(ctx: Ctx, deliveryId: WebhookDeliveryId): Promise<WebhookReplayId> {
  requireKeeper(ctx);
  const path = ['deliveryId'];
  const [delivery] = await deliveriesByIds(ctx, [deliveryId]);
  if (!delivery) throw new NotFoundError('delivery', path);
  const { webhookId, position, state } = delivery;
  if (state === 'PENDING') {
    throw new InvalidInputError('This delivery is still being tried: see its nextAttemptAt.', path);
  }
  const { oldest } = await logExtent(ctx.sql);
  if (position < oldest) throw new RangeExpiredError('Its event is no longer in the log.', path);
  return transact(ctx, (tx) => startReplay(tx, webhookId, { from: position - 1, to: position }, path));
}

async function startReplay(
  tx: Tx,
  webhookId: WebhookId,
  { from, to }: Range,
  path?: readonly string[],
): Promise<WebhookReplayId> {
  const webhook = await lockWebhook(tx, webhookId);
  requireKept(webhook);
  const running = await tx.db.$count(
    webhookReplays,
    and(eq(webhookReplays.webhookId, webhookId), isNull(webhookReplays.finishedAt)),
  );
  if (running >= MOST_REPLAYS) {
    throw new TooManyReplaysError(
      `${MOST_REPLAYS} replays of this webhook are running: wait for one to finish.`,
      path ?? ['webhookId'],
    );
  }
  const id = newId<'webhookReplay'>();
  await tx.db
    .insert(webhookReplays)
    .values({ id, webhookId, fromPosition: from, toPosition: to, position: from, createdAt: tx.now() });
  await record(tx, {
    type: 'webhook.replay_started',
    subjectId: webhookId,
    topics: [topic.app(webhook.appId), topic.webhooks],
    payload: { appId: webhook.appId, webhookId },
  });
  return id;
}
