import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rulesFinding } from '../testing/doctor.ts';
import {
  deliveriesOf,
  openWebhookWorld,
  sellAndCancel,
  settled,
  type WebhookWorld,
} from '../testing/webhook-world.ts';
import { WEBHOOK_BREAKAGES } from './breakages-webhooks.ts';

let world: WebhookWorld;
beforeAll(async () => {
  let status = 204;
  world = await openWebhookWorld(() => status);
  await sellAndCancel(world);
  await settled(world, 3);
  // It is tried again in an hour, and what comes later waits for it.
  status = 503;
  await sellAndCancel(world);
  await vi.waitFor(async () => {
    const waiting = (await deliveriesOf(world)).filter(({ state }) => state === 'PENDING');
    expect(waiting.map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
  }, 10_000);
  await world.server.app.sql`
    update pgboss.job set start_after = now() + interval '1 hour' where name = 'webhook.deliver' and state = 'created'`;
});
afterAll(() => world.stop());

describe.each(Object.entries(WEBHOOK_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(world.server.app.sql, statements(null))).toEqual([rule]);
  });
});
