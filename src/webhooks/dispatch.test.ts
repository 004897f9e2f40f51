import { afterEach, expect, it, vi } from 'vitest';
import type { Sql } from '../db/client.ts';
import { startCrashServer } from '../testing/crash.ts';
import { cutConnections } from '../testing/events.ts';
import { startTestServer } from '../testing/server.ts';
import {
  deliveriesOf,
  histories,
  openWebhookWorld,
  sellAndCancel,
  settled,
  type WebhookWorld,
} from '../testing/webhook-world.ts';
import { startReceiver, type Behaviour } from '../testing/webhook-receiver.ts';
import { createWebhook } from './create.ts';
import { replayWebhook } from './replay.ts';

let world: WebhookWorld;
afterEach(() => world.stop());

const LIFE = ['order.placed', 'order.confirmed', 'order.cancelled'];

/** The server processes that hold the dispatcher's lock. */
async function leaders(sql: Sql): Promise<number[]> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_locks where locktype = 'advisory' and granted
      and objid = 7316006 and database = (select oid from pg_database where datname = current_database())`;
  return rows.map(({ pid }) => pid);
}

it(
  'makes each delivery once in two processes, while the one that makes them is cut off again and again',
  { timeout: 60_000 },
  async () => {
    world = await openWebhookWorld();
    const { sql } = world.server.app;
    await expect.poll(() => leaders(sql), { timeout: 5_000 }).toHaveLength(1);
    const other = await startTestServer({ databaseUrl: world.server.databaseUrl, worksJobs: true });
    const pids = new Set<number>();
    try {
      for (let round = 0; round < 8; round++) {
        for (const pid of await leaders(sql)) pids.add(pid);
        await Promise.all([sellAndCancel(world), cutConnections(sql, 'bottega dispatcher')]);
        await sellAndCancel(world);
        await expect.poll(() => leaders(sql), { timeout: 5_000 }).toHaveLength(1);
      }
      await settled(world, 48, 30_000);
    } finally {
      await other.stop();
    }
    const told = [...histories(world.receiver.received).values()];
    expect(told).toEqual(Array.from({ length: 16 }, () => LIFE));
    // Nothing failed, so that nothing came twice either.
    expect(world.receiver.received).toHaveLength(48);
    expect(pids.size).toBeGreaterThan(1);
  },
);

it(
  'repeats a try whose process was killed in the middle of it, and goes on in order',
  { timeout: 60_000 },
  async () => {
    let behaviour: Behaviour = 'silent';
    world = await openWebhookWorld(() => behaviour, { worksJobs: false });
    const { sql } = world.server.app;
    const crashing = await startCrashServer(world.server.databaseUrl);
    await sellAndCancel(world);
    await vi.waitFor(() => expect(world.receiver.received).toHaveLength(1), 15_000);
    await crashing.kill();
    behaviour = 204;
    expect((await deliveriesOf(world))[0]).toMatchObject({ state: 'PENDING', attempts: 0 });
    const after = await startTestServer({ databaseUrl: world.server.databaseUrl, worksJobs: true });
    try {
      // Its job shows no sign of life and is found, before its claim is over.
      await sql`
      update pgboss.job set heartbeat_on = now() - interval '1 minute'
      where name = 'webhook.deliver' and state = 'active'`;
      await sql`update pgboss.queue set monitor_on = null`;
      const states = async () => (await deliveriesOf(world)).map(({ state }) => state);
      await expect.poll(states, { timeout: 40_000, interval: 100 }).toEqual(Array(3).fill('DELIVERED'));
    } finally {
      await after.stop();
    }
    const { received } = world.receiver;
    expect(received.map(({ body }) => body.type)).toEqual(['order.placed', ...LIFE]);
    expect(received[0]?.id).toBe(received[1]?.id);
    expect((await deliveriesOf(world)).map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
  },
);

it('lets no slow receiver hold up another', { timeout: 60_000 }, async () => {
  world = await openWebhookWorld(() => ({ slow: 1_500 }));
  const secrets: string[] = [];
  const quick = await startReceiver({ secrets: () => secrets });
  const { app } = world;
  const { secret } = await createWebhook(app.owner.ctx, {
    appId: app.id,
    url: quick.url,
    document: 'subscription { orderEvents { event { id order { id } } } }',
  });
  secrets.push(secret ?? '');
  for (let order = 0; order < 8; order++) await sellAndCancel(world);
  await vi.waitFor(() => expect(quick.received).toHaveLength(24), { timeout: 4_000, interval: 20 });
  expect(world.receiver.received.length).toBeLessThan(24);
  await settled(world, 24, 30_000);
  // Of one webhook five at a time.
  expect(world.receiver.most(() => '')).toBe(5);
  await quick.close();
});

it('sends a part of the log again, with the same ids, beside what happens', async () => {
  let behaviour: Behaviour = 204;
  world = await openWebhookWorld(() => behaviour);
  const { app, webhookId, receiver, server } = world;
  const from = { cursor: server.app.feed.cursor() };
  await sellAndCancel(world);
  await sellAndCancel(world);
  await settled(world, 6);
  await replayWebhook(app.owner.ctx, { webhookId, from });
  await settled(world, 12);
  await sellAndCancel(world);
  await settled(world, 15);
  const ids = receiver.received.map(({ id }) => id);
  expect(ids).toHaveLength(15);
  expect(new Set(ids.slice(0, 6))).toEqual(new Set(ids.slice(6, 12)));
  expect(new Set(ids).size).toBe(9);
  expect([...histories(receiver.received.slice(6, 12)).values()]).toEqual([LIFE, LIFE]);
  const replays = await server.app.sql`
    select position = to_position as done, finished_at is not null as finished, failure from webhook_replays`;
  expect(replays).toEqual([{ done: true, finished: true, failure: null }]);
  const told = await server.app.sql<{ type: string }[]>`
    select type from event_log where type like 'webhook.replay%' order by position`;
  expect(told.map(({ type }) => type)).toEqual(['webhook.replay_started', 'webhook.replay_finished']);
  behaviour = 204;
});
