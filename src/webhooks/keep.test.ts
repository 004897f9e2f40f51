import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemContext, type Ctx } from '../context.ts';
import {
  deliveriesOf,
  openWebhookWorld,
  sellAndCancel,
  type WebhookWorld,
} from '../testing/webhook-world.ts';
import { webhookBacklog } from './backlog.ts';
import { deliverLane } from './deliver.ts';
import { follow, type Follower } from './follow.ts';
import type { Source } from './place.ts';
import { pruneDeliveries } from './prune.ts';
import { replayWebhook } from './replay.ts';
import { ORDERS } from '../testing/webhook-world.ts';
import { updateWebhook } from './update.ts';
import { wakeOverdue, type Lane } from './wake.ts';

// Without a dispatcher and without workers: each step is the test's own.
let world: WebhookWorld;
let ctx: Ctx;
let followers: Follower[];
beforeEach(async () => {
  world = await openWebhookWorld(undefined, { worksJobs: false });
  ctx = systemContext(world.server.app, 'test');
  followers = [];
});
afterEach(async () => {
  await Promise.all(followers.map((follower) => follower.stop()));
  await world.stop();
});

async function source(): Promise<Source> {
  const [row] = await ctx.sql<{ position: number }[]>`select position::int from webhooks`;
  const { webhookId, app } = world;
  return { webhookId, appId: app.id, document: ORDERS, position: row?.position ?? 0, replay: null };
}

function startFollowing(from: Source, mostPending?: number): void {
  followers.push(follow(world.server.app, from, mostPending));
}

const made = async () => (await deliveriesOf(world)).length;
const untilMade = (count: number) => vi.waitFor(async () => expect(await made()).toBe(count), 8_000);

async function lanes(): Promise<Lane[]> {
  return ctx.sql<Lane[]>`
    select distinct webhook_id as "webhookId", subject_id as "subjectId", null::uuid as "replayId"
    from webhook_deliveries where state = 'PENDING'`;
}

const deliverAll = async () => {
  for (const lane of await lanes()) await deliverLane(ctx, lane);
};

const at = (days: number): Ctx => ({ ...ctx, now: () => new Date(Date.now() + days * 24 * 60 * 60_000) });

it('makes nothing twice, whoever believes to be the one that makes deliveries', async () => {
  const from = await source();
  await sellAndCancel(world);
  for (let one = 0; one < 4; one++) startFollowing(from);
  await untilMade(3);
  await Promise.all(followers.slice(0, 3).map((follower) => Promise.race([follower.ended, follower.stop()])));
  await sellAndCancel(world);
  for (let one = 0; one < 4; one++) startFollowing(await source());
  await untilMade(6);
  await deliverAll();
  expect(world.receiver.received).toHaveLength(6);
});

it(
  'leaves a webhook where it is while too much waits for it, and goes on when that is sent',
  { timeout: 30_000 },
  async () => {
    startFollowing(await source(), 3);
    await sellAndCancel(world);
    await untilMade(3);
    const { position } = await source();
    await sellAndCancel(world);
    await vi.waitFor(async () => expect(await ctx.sql`select from outbox`).toHaveLength(0));
    expect([await made(), (await source()).position]).toEqual([3, position]);
    await deliverAll();
    await untilMade(6);
  },
);

it('goes on with what happens while as much of a replay waits, and sends it first', async () => {
  const from = await source();
  await sellAndCancel(world);
  await vi.waitFor(async () => expect(await ctx.sql`select from outbox`).toHaveLength(0));
  const { webhookId, app } = world;
  const cursor = ctx.app.feed.cursorAt(from.position);
  const replayId = await replayWebhook(app.owner.ctx, { webhookId, from: { cursor } });
  const [replay] = await ctx.sql<{ to: number }[]>`select to_position::int as "to" from webhook_replays`;
  startFollowing({ ...from, replay: { id: replayId, to: replay?.to ?? 0 } });
  await untilMade(3);
  startFollowing(from, 6);
  await untilMade(6);
  await sellAndCancel(world);
  await untilMade(9);
  const jobs = await ctx.sql`
    select distinct data ->> 'replayId' is null as "isNew", priority from pgboss.job
    where name = 'webhook.deliver' order by priority`;
  expect(jobs).toEqual([
    { isNew: false, priority: 0 },
    { isNew: true, priority: 1 },
  ]);
});

it('is sent by a process whose clock is behind as well, and leaves its lane with no job that is lost', async () => {
  startFollowing(await source());
  await sellAndCancel(world);
  await untilMade(3);
  const [lane] = await lanes();
  if (!lane) throw new Error('Nothing waits.');
  await deliverLane({ ...ctx, now: () => new Date(Date.now() - 3_000) }, lane);
  expect((await deliveriesOf(world)).map(({ state }) => state)).toEqual(Array(3).fill('DELIVERED'));
});

it('wakes what has no job any more, once, and leaves alone what has one', async () => {
  startFollowing(await source());
  await sellAndCancel(world);
  await sellAndCancel(world);
  await untilMade(6);
  const jobs = () => ctx.sql`select from pgboss.job where name = 'webhook.deliver'`;
  const before = (await jobs()).length;
  await wakeOverdue(at(1));
  expect(await jobs()).toHaveLength(before);
  await ctx.sql`delete from pgboss.job where name = 'webhook.deliver'`;
  await wakeOverdue(ctx);
  expect(await jobs()).toHaveLength(0);
  await wakeOverdue(at(1));
  await wakeOverdue(at(1));
  expect(await jobs()).toHaveLength(2);
});

it('forgets what was sent long ago, with its tries, and nothing that waits', async () => {
  startFollowing(await source());
  await sellAndCancel(world);
  await untilMade(3);
  await deliverAll();
  await sellAndCancel(world);
  await untilMade(6);
  await pruneDeliveries(at(29));
  expect(await made()).toBe(6);
  await pruneDeliveries(at(31));
  expect((await deliveriesOf(world)).map(({ state }) => state)).toEqual(Array(3).fill('PENDING'));
  expect(await ctx.sql`select from webhook_attempts`).toHaveLength(0);
});

it('says how much waits', async () => {
  const none = { pending: 0, held: 0, oldestSeconds: 0, webhooks: { ACTIVE: 1, PAUSED: 0, DELETED: 0 } };
  expect(await webhookBacklog(ctx.sql)).toEqual(none);
  startFollowing(await source());
  await sellAndCancel(world);
  await untilMade(3);
  const backlog = await webhookBacklog(ctx.sql);
  expect(backlog).toEqual({ ...none, pending: 3, oldestSeconds: expect.any(Number) });
  expect(backlog.oldestSeconds).toBeGreaterThan(0);
  expect(backlog.oldestSeconds).toBeLessThan(60);
  await updateWebhook(world.app.owner.ctx, { webhookId: world.webhookId, state: 'PAUSED' });
  expect(await webhookBacklog(ctx.sql)).toEqual({
    ...none,
    held: 3,
    webhooks: { ACTIVE: 0, PAUSED: 1, DELETED: 0 },
  });
});
