import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx, Tx } from '../context.ts';
import { newId, type WebhookReplayId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import type { LiveResult } from './live-documents.ts';
import { bodyOf } from './payload.ts';
import { movePlace, type Source } from './place.ts';
import { webhookDeliveries, webhookReplays } from './tables.ts';
import type { Lane } from './wake.ts';

export interface Made {
  readonly position: number;
  readonly deliveries: number;
  /** A replay that has come to its end. */
  readonly isFinished: boolean;
}

/**
 * Makes results into deliveries, and moves the place of the webhook or the replay behind them: together or not at all. Null
 * when the place was not where this process thought: somebody else makes them, or the webhook was paused or changed.
 */
export async function makeDeliveries(
  ctx: Ctx,
  source: Source,
  results: readonly LiveResult[],
): Promise<Made | null> {
  const end = source.replay?.to ?? Number.MAX_SAFE_INTEGER;
  const reached = results.at(-1)?.position ?? source.position;
  const position = Math.min(reached, end);
  const isFinished = reached >= end;
  const rows = results.flatMap((result) => (result.position > end ? [] : deliveryOf(ctx, source, result)));
  if (position === source.position && !isFinished) return { position, deliveries: 0, isFinished };
  return transact(ctx, async (tx) => {
    const moved = await movePlace(tx, source, position, isFinished);
    if (!moved) return null;
    if (rows.length > 0) await tx.db.insert(webhookDeliveries).values(rows);
    await tx.app.jobs.enqueueAll(tx, 'webhook.deliver', lanesOf(rows));
    if (isFinished) await recordFinished(tx, source);
    return { position, deliveries: rows.length, isFinished };
  });
}

/** Ends a replay before its end, for a reason that is shown. */
export async function failReplay(
  ctx: Ctx,
  source: Source,
  id: WebhookReplayId,
  failure: string,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const failed = await tx.db
      .update(webhookReplays)
      .set({ finishedAt: tx.now(), failure })
      .where(and(eq(webhookReplays.id, id), isNull(webhookReplays.finishedAt)))
      .returning({ id: webhookReplays.id });
    if (failed.length > 0) await recordFinished(tx, source);
  });
}

type NewDelivery = typeof webhookDeliveries.$inferInsert;

function deliveryOf(
  ctx: Ctx,
  { webhookId, replay }: Source,
  { position, event, result }: LiveResult,
): NewDelivery[] {
  if (!event || !result) return [];
  const now = ctx.now();
  return [
    {
      id: newId<'webhookDelivery'>(),
      webhookId,
      replayId: replay?.id ?? null,
      position,
      eventId: BigInt(event.id),
      eventType: event.type,
      subjectId: event.subjectId,
      body: bodyOf(event, result),
      nextAttemptAt: now,
      createdAt: now,
    },
  ];
}

/** Each once, however many of its deliveries there are: one job sends them all. */
function lanesOf(rows: readonly NewDelivery[]): Lane[] {
  const lanes = rows.map(({ webhookId, subjectId, replayId = null }) => ({ webhookId, subjectId, replayId }));
  return [...new Map(lanes.map((lane) => [lane.subjectId, lane])).values()];
}

function recordFinished(tx: Tx, { appId, webhookId }: Source): Promise<void> {
  return record(tx, {
    type: 'webhook.replay_finished',
    subjectId: webhookId,
    topics: [topic.app(appId), topic.webhooks],
    payload: { appId, webhookId },
  });
}
