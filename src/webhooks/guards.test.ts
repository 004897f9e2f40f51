import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusals.ts';
import { openWebhookWorld, sellAndCancel, settled, type WebhookWorld } from '../testing/webhook-world.ts';
import { replayWebhook } from './replay.ts';

let world: WebhookWorld;
beforeAll(async () => {
  world = await openWebhookWorld();
  const from = { cursor: world.server.app.feed.cursor() };
  await sellAndCancel(world);
  await settled(world, 3);
  await replayWebhook(world.app.owner.ctx, { webhookId: world.webhookId, from });
  await settled(world, 6);
});
afterAll(() => world.stop());

const nobody = `'00000000-0000-4000-8000-000000000001'`;
const again = (columns: string) => `
  insert into webhook_deliveries (id, webhook_id, replay_id, position, event_id, event_type, subject_id, body, next_attempt_at)
  select gen_random_uuid(), webhook_id, replay_id, position, event_id, event_type, subject_id, body, now()
  from webhook_deliveries where ${columns} limit 1`;

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    ['a delivery that is made twice', 'webhook_deliveries_once', again('replay_id is null')],
    ['one of a replay that is made twice', 'webhook_deliveries_once', again('replay_id is not null')],
    [
      'a delivery that waits and is over',
      'webhook_deliveries_pending_or_over',
      `update webhook_deliveries set state = 'PENDING'`,
    ],
    ['a pause without a reason', 'webhooks_paused_for_a_reason', `update webhooks set state = 'PAUSED'`],
    ['a reason without a pause', 'webhooks_paused_for_a_reason', `update webhooks set pause_reason = 'none'`],
    [
      'an old secret that signs for ever',
      'webhooks_previous_secret_ends',
      `update webhooks set previous_secret = 'whsec_x'`,
    ],
    [
      'a replay behind its end',
      'webhook_replays_in_range',
      `update webhook_replays set position = to_position + 1`,
    ],
    [
      'a replay before its beginning',
      'webhook_replays_in_range',
      `update webhook_replays set position = from_position - 1`,
    ],
    [
      'a try with the number of another',
      'webhook_attempts_pkey',
      `insert into webhook_attempts select * from webhook_attempts limit 1`,
    ],
    ['a webhook of no app', 'webhooks_app_id_partner_apps_id_fk', `update webhooks set app_id = ${nobody}`],
    [
      'a replay of no webhook',
      'webhook_replays_webhook_id_webhooks_id_fk',
      `update webhook_replays set webhook_id = ${nobody}`,
    ],
    [
      'a delivery of no webhook',
      'webhook_deliveries_webhook_id_webhooks_id_fk',
      `update webhook_deliveries set webhook_id = ${nobody} where replay_id is null`,
    ],
    [
      'a delivery of no replay',
      'webhook_deliveries_replay_id_webhook_replays_id_fk',
      `update webhook_deliveries set replay_id = ${nobody} where replay_id is not null`,
    ],
    [
      'a try of no delivery',
      'webhook_attempts_delivery_id_fk',
      `update webhook_attempts set delivery_id = ${nobody} where number = 1 and delivery_id = (select min(delivery_id::text)::uuid from webhook_attempts)`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(world.server.app.sql, statement)).toBe(constraint);
  });
});
