import { afterEach, describe, expect, it, vi } from 'vitest';
import { withdrawGrant } from '../partners/grant.ts';
import { forgetUpTo } from '../testing/events.ts';
import {
  deliveriesOf,
  histories,
  hurry,
  openWebhookWorld,
  sellAndCancel,
  settled,
  toldIn,
  type WebhookWorld,
} from '../testing/webhook-world.ts';
import type { Behaviour } from '../testing/webhook-receiver.ts';
import { createWebhook } from './create.ts';
import { deleteWebhook } from './delete.ts';
import { updateWebhook } from './update.ts';

let world: WebhookWorld;
afterEach(() => world.stop());

const LIFE = ['order.placed', 'order.confirmed', 'order.cancelled'];

interface Shown {
  readonly state: string;
  readonly pause_reason: string | null;
}

async function webhook(id = world.webhookId): Promise<Shown | undefined> {
  const [row] = await world.server.app.sql<
    Shown[]
  >`select state, pause_reason from webhooks where id = ${id}`;
  return row;
}

async function untilPaused(id = world.webhookId): Promise<string | null> {
  await vi.waitFor(async () => {
    await hurry(world.server);
    expect((await webhook(id))?.state).toBe('PAUSED');
  }, 30_000);
  return (await webhook(id))?.pause_reason ?? null;
}

const set = (state: 'ACTIVE' | 'PAUSED') =>
  updateWebhook(world.app.owner.ctx, { webhookId: world.webhookId, state });

describe('a webhook is paused', () => {
  it('at once when its receiver says 410, and goes on in order when it is resumed', async () => {
    let behaviour: Behaviour = 410;
    world = await openWebhookWorld(() => behaviour);
    await sellAndCancel(world);
    expect(await untilPaused()).toBe('The receiver answered with 410 Gone: it wants nothing more.');
    // What happens meanwhile waits in the log, where the webhook stands.
    await sellAndCancel(world);
    await vi.waitFor(async () => expect(await world.server.app.sql`select from outbox`).toHaveLength(0));
    const sent = world.receiver.received.length;
    behaviour = 204;
    expect(sent).toBe(1);
    await set('ACTIVE');
    await settled(world, 6);
    expect((await deliveriesOf(world)).map(({ type, state }) => `${type} ${state}`)).toEqual([
      'order.placed FAILED',
      'order.confirmed DELIVERED',
      'order.cancelled DELIVERED',
      ...LIFE.map((type) => `${type} DELIVERED`),
    ]);
    expect([...histories(world.receiver.received).values()]).toEqual([LIFE, LIFE]);
    const told = await world.server.app.sql<{ type: string }[]>`
      select type from event_log where type like 'webhook.%' order by position`;
    expect(told.map(({ type }) => type)).toEqual(['webhook.created', 'webhook.paused', 'webhook.resumed']);
  });

  it('when one delivery has used all its tries', { timeout: 60_000 }, async () => {
    let behaviour: Behaviour = 'cut';
    world = await openWebhookWorld(() => behaviour);
    await sellAndCancel(world);
    expect(await untilPaused()).toBe(
      'A delivery was tried 10 times without success. The last time: The connection was cut before there was an answer.',
    );
    behaviour = 204;
    await vi.waitFor(async () =>
      expect(await deliveriesOf(world)).toEqual([
        { type: 'order.placed', state: 'FAILED', attempts: 10, statuses: Array(10).fill(null) },
        { type: 'order.confirmed', state: 'PENDING', attempts: 0, statuses: [] },
        { type: 'order.cancelled', state: 'PENDING', attempts: 0, statuses: [] },
      ]),
    );
    await set('ACTIVE');
    await settled(world, 3);
    expect(world.receiver.received.slice(10).map((one) => one.body.type)).toEqual(LIFE.slice(1));
  });

  it('when ten deliveries in a row were refused', async () => {
    world = await openWebhookWorld(() => 404);
    for (let order = 0; order < 4; order++) await sellAndCancel(world);
    expect(await untilPaused()).toBe(
      '10 deliveries in a row were refused. The last one: It was answered with 404 Not Found.',
    );
    const shown = await deliveriesOf(world);
    expect(shown.filter(({ state }) => state === 'FAILED').length).toBeGreaterThanOrEqual(10);
    expect(shown.every(({ attempts }) => attempts <= 1)).toBe(true);
  });

  it('when its stream is refused: the business that it names lets the app no longer', async () => {
    world = await openWebhookWorld();
    const { app, shop, receiver } = world;
    const { webhookId } = await createWebhook(app.owner.ctx, {
      appId: app.id,
      url: receiver.url,
      document: `subscription { orderEvents(filter: { businessId: "${shop.publicId}" }) { event { id } } }`,
    });
    await withdrawGrant(shop.owner.ctx, { businessId: shop.id, appId: app.id });
    expect(await untilPaused(webhookId)).toMatch(/^Its stream was refused: /);
    await sellAndCancel(world);
    // The other one goes on, for whoever grants next: of this business it is told nothing more.
    expect(await webhook()).toEqual({ state: 'ACTIVE', pause_reason: null });
    expect(await deliveriesOf(world)).toEqual([]);
    expect(receiver.received).toEqual([]);
  });

  it('when the log no longer holds what it has not been asked about', async () => {
    world = await openWebhookWorld();
    await set('PAUSED');
    await sellAndCancel(world);
    const { sql } = world.server.app;
    await vi.waitFor(async () => expect(await sql`select from outbox`).toHaveLength(0));
    const [head] = await sql<{ position: number }[]>`select position::int from event_log_head`;
    const [kept] = await sql<{ position: number }[]>`select position::int from webhooks`;
    // All but what has happened since: no subject is cut in two.
    await forgetUpTo(sql, (kept?.position ?? 0) + 1);
    expect(head?.position).toBeGreaterThan((kept?.position ?? 0) + 1);
    await set('ACTIVE');
    expect(await untilPaused()).toMatch(/^Its stream was refused: This cursor is too old/);
    expect(await deliveriesOf(world)).toEqual([]);
  });
});

it('sends nothing while its owner has paused it, also of what was made before', async () => {
  const slow: Behaviour = { slow: 300 };
  world = await openWebhookWorld((received) => (toldIn(received).type === 'ORDER_PLACED' ? slow : 204));
  const selling = sellAndCancel(world);
  await vi.waitFor(() => expect(world.receiver.received).toHaveLength(1), 5_000);
  await selling;
  await set('PAUSED');
  await vi.waitFor(async () => expect((await deliveriesOf(world))[0]?.state).toBe('DELIVERED'));
  expect(world.receiver.received).toHaveLength(1);
  await set('ACTIVE');
  await settled(world, 3);
  expect([...histories(world.receiver.received).values()]).toEqual([LIFE]);
});

it('tries at once, when it is resumed, what waited for its next try', async () => {
  let behaviour: Behaviour = 503;
  world = await openWebhookWorld(() => behaviour);
  await sellAndCancel(world);
  await vi.waitFor(async () => expect((await deliveriesOf(world))[0]?.attempts).toBe(1), 5_000);
  const { sql } = world.server.app;
  await sql`update webhook_deliveries set next_attempt_at = now() + interval '8 hours' where attempts = 1`;
  behaviour = 204;
  await set('PAUSED');
  await set('ACTIVE');
  const states = async () => (await deliveriesOf(world)).map(({ state }) => state);
  await vi.waitFor(async () => expect(await states()).toEqual(LIFE.map(() => 'DELIVERED')), 5_000);
  expect([...histories(world.receiver.received).values()]).toEqual([LIFE]);
});

it('forgets a try that was under way when the webhook was deleted', async () => {
  world = await openWebhookWorld(() => ({ slow: 500 }));
  await sellAndCancel(world);
  await vi.waitFor(() => expect(world.receiver.received).toHaveLength(1), 5_000);
  await deleteWebhook(world.app.owner.ctx, world.webhookId);
  await vi.waitFor(() => expect(world.receiver.open()).toBe(0));
  await sellAndCancel(world);
  await vi.waitFor(
    async () =>
      expect(
        await world.server.app.sql`
      select from pgboss.job where name = 'webhook.deliver' and state in ('created', 'active') and start_after <= now()`,
      ).toHaveLength(0),
    5_000,
  );
  expect(
    (await deliveriesOf(world)).every(({ state, attempts }) => state === 'DROPPED' && attempts === 0),
  ).toBe(true);
  expect(world.receiver.received).toHaveLength(1);
});
