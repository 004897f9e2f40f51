import { setTimeout as sleep } from 'node:timers/promises';
import { encodeId, newId, type WebhookId } from '../db/id.ts';
import { createWebhook } from '../webhooks/create.ts';
import { replayWebhook } from '../webhooks/replay.ts';
import type { TestApp } from './partner-commands.ts';
import { ORDERS_DOCUMENT } from './webhook-commands.ts';

/** Where nobody listens: a post there is refused at once. */
const NOWHERE = 'http://127.0.0.1:9/hooks';

/** One of everything of webhooks that a mutation can name, by the name of its field. The app's shops have sold something. */
export async function makeWebhookThings(app: TestApp): Promise<Record<string, string>> {
  const { ctx } = app;
  const { feed } = ctx.app;
  const eventId = await soldEvent(app);
  const [webhookId, deleted, retried] = [await make(app), await make(app), await make(app)];
  const replayId = await replayWebhook(ctx, { webhookId: retried, from: { cursor: feed.cursor() } });
  return {
    webhookId: encodeId('whk', webhookId),
    'WebhookDeleteInput.webhookId': encodeId('whk', deleted),
    deliveryId: encodeId('whd', await failedDelivery(app, retried, eventId)),
    replayId: encodeId('whr', replayId),
    'WebhookTestInput.eventId': eventId,
    eventCursor: feed.cursorAt(1),
    'WebhookUpdateInput.after': feed.cursor(),
  };
}

async function make({ id, ctx }: TestApp): Promise<WebhookId> {
  return (await createWebhook(ctx, { appId: id, url: NOWHERE, document: ORDERS_DOCUMENT })).webhookId;
}

/** What was sold a moment ago may not stand in the log yet. */
async function soldEvent({ id, ctx }: TestApp): Promise<string> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const example = await ctx.app.liveDocuments.example(id, ORDERS_DOCUMENT, null);
    if (example) return example.event.id;
    if (Date.now() > deadline) throw new Error('The shops of this app have sold nothing.');
    await sleep(5);
  }
}

async function failedDelivery({ ctx }: TestApp, webhookId: WebhookId, eventId: string): Promise<string> {
  const id = newId<'webhookDelivery'>();
  await ctx.sql`
    with delivery as (
      insert into webhook_deliveries
        (id, webhook_id, position, event_id, event_type, subject_id, body, state, attempts, finished_at)
      select ${id}, ${webhookId}, position, id, type, subject_id, '{}', 'FAILED', 1, now()
      from event_log where id = ${eventId}
      returning id
    )
    insert into webhook_attempts (delivery_id, number, started_at, duration_ms, status, error)
    select id, 1, now(), 5, 400, 'It was answered with 400 Bad Request.' from delivery`;
  return id;
}
