import { vi } from 'vitest';
import type { OrderId, WebhookId } from '../db/id.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { createWebhook } from '../webhooks/create.ts';
import {
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
  type TestProduct,
  type TestShop,
} from './factories.ts';
import { makePartnerApp, type TestApp } from './partner-commands.ts';
import { startTestServer, type TestServer, type TestServerOptions } from './server.ts';
import { startReceiver, type Received, type Receiver, type ReceiverOptions } from './webhook-receiver.ts';

/** What the webhooks of tests are told: by the order's id they know the lane, by the event's sequence the place in it. */
export const ORDERS = 'subscription { orderEvents { event { type sequence order { id state } } } }';

/** A shop, somebody who buys there, and a partner app with a webhook to a server of its own. */
export interface WebhookWorld {
  readonly server: TestServer;
  readonly shop: TestShop;
  readonly product: TestProduct;
  readonly buyer: TestPerson;
  readonly app: TestApp;
  readonly receiver: Receiver;
  readonly webhookId: WebhookId;
  stop(): Promise<void>;
}

export async function openWebhookWorld(
  behave?: ReceiverOptions['behave'],
  options: TestServerOptions = {},
): Promise<WebhookWorld> {
  const server = await startTestServer({ worksJobs: true, ...options });
  const shop = await makeShop(server);
  const product = await makeProduct(shop, { stock: 10_000 });
  const buyer = await makePerson(server);
  const app = await makePartnerApp(server, { shops: [shop] });
  const secrets: string[] = [];
  const receiver = await startReceiver({ secrets: () => secrets, ...(behave && { behave }) });
  const { webhookId, secret } = await createWebhook(app.owner.ctx, {
    appId: app.id,
    url: receiver.url,
    document: ORDERS,
  });
  if (secret !== null) secrets.push(secret);
  return {
    server,
    shop,
    product,
    buyer,
    app,
    receiver,
    webhookId,
    stop: async () => {
      await server.stop();
      await receiver.close();
    },
  };
}

/** An order that is placed, confirmed and cancelled: three events. */
export async function sellAndCancel({ buyer, product, shop }: WebhookWorld): Promise<OrderId> {
  const orderId = await makeOrder(buyer, product, 1);
  await confirmOrder(shop.owner.ctx, orderId);
  await cancelOrder(buyer.ctx, { orderId });
  return orderId;
}

interface Told {
  readonly orderEvents: {
    readonly event: {
      readonly type: string;
      readonly sequence: string | number;
      readonly order: { readonly id: string };
    };
  };
}

export const toldIn = ({ body }: Received) => (body.data as Told).orderEvents.event;
/** What tells the lanes of a webhook apart. */
export const orderIn = (received: Received): string => toldIn(received).order.id;

/** The events that arrived, each once and by its order, in the order in which they came for the first time. */
export function histories(received: readonly Received[]): Map<string, string[]> {
  const seen = new Set<string>();
  const told = new Map<string, string[]>();
  for (const one of received) {
    if (seen.has(one.id)) continue;
    seen.add(one.id);
    told.set(orderIn(one), [...(told.get(orderIn(one)) ?? []), one.body.type]);
  }
  return told;
}

/** Nobody waits for the pause after a failed try: what was to be tried later is tried now; what is being tried is left alone. */
export async function hurry({ app }: TestServer): Promise<void> {
  await app.sql`
    with due as (
      update webhook_deliveries d set next_attempt_at = now() from webhook_attempts a
      where d.state = 'PENDING' and a.delivery_id = d.id and a.number = d.attempts
        -- The pauses are shorter or longer than a claim.
        and d.next_attempt_at - a.started_at not between interval '8 seconds' and interval '25 seconds'
      returning d.webhook_id, d.subject_id
    )
    update pgboss.job j set start_after = now() from due
    where name = 'webhook.deliver' and j.state = 'created' and start_after > now()
      and due.webhook_id::text = j.data ->> 'webhookId' and due.subject_id::text = j.data ->> 'subjectId'`;
}

export interface DeliveryShown {
  readonly type: string;
  readonly state: string;
  readonly attempts: number;
  readonly statuses: readonly (number | null)[];
}

/** The deliveries of a webhook in the order of the log, with what each try was answered. */
export async function deliveriesOf({ server, webhookId }: WebhookWorld): Promise<readonly DeliveryShown[]> {
  return server.app.sql<DeliveryShown[]>`
    select event_type as type, state, attempts,
           (select coalesce(jsonb_agg(a.status order by a.number), '[]') from webhook_attempts a
            where a.delivery_id = d.id) as statuses
    from webhook_deliveries d where webhook_id = ${webhookId} order by replay_id nulls first, position`;
}

/** Waits until so many deliveries were made and none of them waits; in a hurry when some are retried. */
export async function settled(world: WebhookWorld, count: number, timeout = 20_000): Promise<void> {
  await vi.waitFor(
    async () => {
      await hurry(world.server);
      const shown = await deliveriesOf(world);
      const waiting = shown.filter(({ state }) => state === 'PENDING').length;
      if (shown.length !== count || waiting > 0)
        throw new Error(`${shown.length} of ${count} made, ${waiting} wait`);
    },
    { timeout, interval: 50 },
  );
}
