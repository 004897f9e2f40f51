import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import {
  deliveriesOf,
  histories,
  openWebhookWorld,
  orderIn,
  sellAndCancel,
  settled,
  toldIn,
  type WebhookWorld,
} from '../testing/webhook-world.ts';
import type { Behaviour, Received } from '../testing/webhook-receiver.ts';

let world: WebhookWorld;
afterEach(() => world.stop());

/** What signs is in the row of the webhook, and nowhere else. */
async function expectSecretOnlyAtHome(lines: readonly string[]): Promise<void> {
  const { sql } = world.server.app;
  const [row] = await sql<{ secret: string }[]>`select secret from webhooks`;
  const told = await sql<{ text: string }[]>`
    select to_jsonb(a)::text as text from webhook_attempts a
    union all select to_jsonb(d)::text from webhook_deliveries d
    union all select to_jsonb(e)::text from event_log e
    union all select j.data::text || coalesce(j.output::text, '') from pgboss.job j`;
  const secret = row?.secret.replace('whsec_', '') ?? '';
  expect(secret.length).toBeGreaterThan(30);
  expect([...lines, ...told.map(({ text }) => text)].filter((text) => text.includes(secret))).toEqual([]);
}

const LIFE = ['order.placed', 'order.confirmed', 'order.cancelled'];

it('tells of each event once, in its order, within about a second of the commit', async () => {
  world = await openWebhookWorld();
  await sellAndCancel(world);
  await settled(world, 3);
  const start = performance.now();
  await sellAndCancel(world);
  const committed = performance.now();
  await settled(world, 6);
  expect((world.receiver.received.at(-1)?.at ?? Infinity) - committed).toBeLessThan(1_500);
  expect(world.receiver.received.at(3)?.at ?? 0).toBeGreaterThan(start);
  expect([...histories(world.receiver.received).values()]).toEqual([LIFE, LIFE]);
  expect(world.receiver.received).toHaveLength(6);
  expect(new Set(world.receiver.received.map(({ id }) => id)).size).toBe(6);
  const [first] = world.receiver.received;
  expect(first?.id).toMatch(/^evt_[0-9a-f]{8}_\d+$/);
  expect(first?.body).toEqual({
    type: 'order.placed',
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: {
      orderEvents: { event: { type: 'ORDER_PLACED', sequence: expect.anything(), order: expect.anything() } },
    },
  });
  expect(await deliveriesOf(world)).toEqual(
    [...LIFE, ...LIFE].map((type) => ({ type, state: 'DELIVERED', attempts: 1, statuses: [204] })),
  );
  expect(world.receiver.refused).toBe(0);
});

it(
  'keeps the order of each subject, one try at a time, when the receiver fails at random',
  { timeout: 60_000 },
  async () => {
    const failing: readonly Behaviour[] = [500, 429, 'cut', 408, 503, { slow: 30 }, 409];
    const tries = new Map<string, number>();
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
    const behave = (received: Received): Behaviour => {
      const tried = (tries.get(received.id) ?? 0) + 1;
      tries.set(received.id, tried);
      // Every event fails up to three times, each in its own way.
      return tried <= Number(toldIn(received).sequence)
        ? (failing[(tried * 3 + received.text.length) % failing.length] ?? 500)
        : 204;
    };
    world = await openWebhookWorld(behave, { log });
    for (let order = 0; order < 12; order++) await sellAndCancel(world);
    await settled(world, 36, 50_000);
    const told = histories(world.receiver.received);
    expect([...told.values()]).toEqual(Array.from({ length: 12 }, () => LIFE));
    // Nothing of an order before what came before it has arrived, and never two at once.
    expect(world.receiver.most(orderIn)).toBe(1);
    expect(
      (await deliveriesOf(world)).every(
        ({ state, attempts, statuses }) => state === 'DELIVERED' && attempts === statuses.length,
      ),
    ).toBe(true);
    await expectSecretOnlyAtHome(lines);
  },
);

it('gives up what is refused for good, goes on with the next, and counts them until one arrives', async () => {
  let status = 404;
  world = await openWebhookWorld(() => status);
  for (let order = 0; order < 3; order++) await sellAndCancel(world);
  await settled(world, 9);
  const [before] = await world.server.app.sql`select state, failures_in_row, pause_reason from webhooks`;
  expect(before).toEqual({ state: 'ACTIVE', failures_in_row: 9, pause_reason: null });
  status = 204;
  await sellAndCancel(world);
  await settled(world, 12);
  expect(await world.server.app.sql`select state, failures_in_row from webhooks`).toEqual([
    { state: 'ACTIVE', failures_in_row: 0 },
  ]);
  expect((await deliveriesOf(world)).map(({ state }) => state)).toEqual([
    ...Array(9).fill('FAILED'),
    ...Array(3).fill('DELIVERED'),
  ]);
});
