import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelOrder } from '../src/orders/cancel.ts';
import {
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
  type TestProduct,
  type TestShop,
} from '../src/testing/factories.ts';
import { forgetUpTo } from '../src/testing/events.ts';
import { graphql } from '../src/testing/gql/index.ts';
import type { KeptDeliveriesQuery, LogPlace, WebhookDeliveryState } from '../src/testing/gql/graphql.ts';
import { makePartnerApp, type TestApp } from '../src/testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { keep, makeWebhook, ORDERS_DOCUMENT } from '../src/testing/webhook-commands.ts';
import { startReceiver, type Receiver } from '../src/testing/webhook-receiver.ts';

let server: TestServer;
let receiver: Receiver;
let shop: TestShop;
let customer: TestPerson;
let product: TestProduct;
let app: TestApp;
const secrets: string[] = [];
/** Whether the partner's server is at fault. */
let isBroken = false;

beforeAll(async () => {
  [server, receiver] = await Promise.all([
    startTestServer({ worksJobs: true }),
    startReceiver({ secrets: () => secrets, behave: () => (isBroken ? 400 : 204) }),
  ]);
  shop = await makeShop(server);
  customer = await makePerson(server);
  product = await makeProduct(shop);
  app = await makePartnerApp(server, { shops: [shop] });
});
afterAll(async () => {
  await server.stop();
  await receiver.close();
});

const ReadLog = graphql(`
  query KeptDeliveries($id: ID!, $state: WebhookDeliveryState, $first: Int, $after: String) {
    node(id: $id) {
      ... on Webhook {
        position
        lag {
          waiting
          seconds
          pendingDeliveries
        }
        deliveries(state: $state, first: $first, after: $after) {
          edges {
            node {
              id
              eventId
              eventType
              cursor
              state
              body
              attemptsMade
              attempts {
                number
                startedAt
                durationMs
                status
                error
                answer
              }
              nextAttemptAt
              createdAt
              finishedAt
              webhook {
                id
              }
              replay {
                id
              }
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
        replays(first: 5) {
          edges {
            node {
              ...KeptReplay
            }
          }
        }
      }
    }
  }
`);

interface Page {
  readonly state?: WebhookDeliveryState;
  readonly first?: number;
  readonly after?: string | null;
}

type Node = NonNullable<KeptDeliveriesQuery['node']>;
type Log = Extract<Node, { readonly deliveries: unknown }>;
const isLog = (node: Node): node is Log => 'deliveries' in node;

async function logOf(id: string, { state, first, after }: Page = {}) {
  const variables = { id, state: state ?? null, first: first ?? null, after: after ?? null };
  const { node } = await app.client.request(ReadLog, variables);
  if (!node || !isLog(node)) throw new Error('There is no such webhook.');
  return {
    ...node,
    deliveries: node.deliveries.edges.map((edge) => edge.node),
    page: node.deliveries.pageInfo,
  };
}

/** A webhook at a path of its own, and what has arrived there. */
async function newWebhook() {
  const path = `/hook/${randomUUID()}`;
  const made = await makeWebhook(app.client, { url: receiver.url.replace('/hook', path) });
  secrets.push(made.secret);
  return { ...made, arrived: () => receiver.received.filter((one) => one.path === path) };
}

async function placeAndCancel(): Promise<string> {
  const orderId = await makeOrder(customer, product);
  await cancelOrder(customer.ctx, { orderId });
  return orderId;
}

const idOf = ({ id }: { id: string }) => id;
const typeOf = ({ body }: { body: { type: string } }) => body.type;

describe('the log of deliveries', () => {
  it('keeps what arrived, newest first, in pages', async () => {
    const hook = await newWebhook();
    await placeAndCancel();
    await placeAndCancel();
    await expect
      .poll(async () => (await logOf(hook.publicId, { state: 'DELIVERED' })).deliveries.length)
      .toBe(4);
    const { deliveries, lag, page } = await logOf(hook.publicId);
    expect(deliveries.map(({ eventType }) => eventType)).toEqual([
      'ORDER_CANCELLED',
      'ORDER_PLACED',
      'ORDER_CANCELLED',
      'ORDER_PLACED',
    ]);
    expect(page.hasNextPage).toBe(false);
    expect(lag.pendingDeliveries).toBe(0);
    const [newest] = deliveries;
    expect(newest).toMatchObject({
      state: 'DELIVERED',
      attemptsMade: 1,
      attempts: [{ number: 1, status: 204, error: null, answer: null }],
      nextAttemptAt: null,
      webhook: { id: hook.publicId },
      replay: null,
    });
    const last = hook.arrived().find(({ id }) => id.endsWith(`_${newest?.eventId}`));
    expect(last?.text).toBe(newest?.body);
    const first = await logOf(hook.publicId, { first: 3 });
    const second = await logOf(hook.publicId, { first: 3, after: first.page.endCursor ?? null });
    expect([...first.deliveries, ...second.deliveries]).toEqual(deliveries);
    expect(first.page.hasNextPage).toBe(true);
    expect((await logOf(hook.publicId, { state: 'FAILED' })).deliveries).toEqual([]);
  });

  it('keeps what failed, with its reason; what is over can be sent again, alone', async () => {
    const hook = await newWebhook();
    isBroken = true;
    const orderId = await makeOrder(customer, product);
    const failed = async () => (await logOf(hook.publicId, { state: 'FAILED' })).deliveries;
    await expect.poll(async () => (await failed()).length).toBe(1);
    isBroken = false;
    const [delivery] = await failed();
    expect(delivery?.attempts).toMatchObject([
      { status: 400, error: expect.stringContaining('400') as string },
    ]);
    await cancelOrder(customer.ctx, { orderId });
    await expect.poll(() => hook.arrived().length).toBe(2);
    const { replay } = await keep(app.client).retry(delivery?.id ?? '');
    expect(replay).toMatchObject({ to: delivery?.cursor });
    await expect.poll(() => hook.arrived().length).toBe(3);
    const [once, cancelled, again] = hook.arrived();
    expect(again?.id).toBe(once?.id);
    expect(cancelled?.id).not.toBe(once?.id);
    const delivered = await logOf(hook.publicId, { state: 'DELIVERED' });
    expect(delivered.deliveries.find(({ eventId }) => eventId === delivery?.eventId)?.replay).toEqual({
      id: replay?.id,
    });
    expect(await failed()).toEqual([delivery]);
  });

  it('does not send again what is still being tried', async () => {
    const hook = await newWebhook();
    await keep(app.client).update({ webhookId: hook.publicId, state: 'PAUSED' });
    await keep(app.client).update({ webhookId: hook.publicId, url: 'http://127.0.0.1:9/', state: 'ACTIVE' });
    await makeOrder(customer, product);
    const pending = async () => (await logOf(hook.publicId, { state: 'PENDING' })).deliveries;
    await expect.poll(async () => (await pending())[0]?.attemptsMade).toBe(1);
    const [delivery] = await pending();
    const { replay, userErrors } = await keep(app.client).retry(delivery?.id ?? '');
    expect(replay).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['deliveryId'] }]);
    const deleted = await keep(app.client).delete(hook.publicId);
    expect(deleted.webhook).toMatchObject({ state: 'DELETED' });
    expect((await logOf(hook.publicId)).deliveries.map(({ state }) => state)).toEqual(['DROPPED']);
  });
});

describe('a replay', () => {
  it('sends again what is between two cursors or two times, with the same ids', async () => {
    const hook = await newWebhook();
    await placeAndCancel();
    await expect.poll(() => hook.arrived().length).toBe(2);
    const middle = server.app.now();
    await placeAndCancel();
    await expect.poll(() => hook.arrived().length).toBe(4);
    await expect.poll(async () => (await logOf(hook.publicId, { state: 'PENDING' })).deliveries).toEqual([]);
    const before = hook.arrived();
    const again = async (input: { from: LogPlace; to?: LogPlace }) => {
      const count = hook.arrived().length;
      const { replay, userErrors } = await keep(app.client).replay({ webhookId: hook.publicId, ...input });
      expect(userErrors).toEqual([]);
      await expect
        .poll(
          async () =>
            (await logOf(hook.publicId)).replays.edges.find(({ node }) => node.id === replay?.id)?.node,
        )
        .toMatchObject({ progressPercent: 100, finishedAt: expect.any(String) as string, failure: null });
      await expect
        .poll(async () => (await logOf(hook.publicId, { state: 'PENDING' })).deliveries)
        .toEqual([]);
      return hook.arrived().slice(count).map(idOf);
    };
    const { deliveries } = await logOf(hook.publicId, { state: 'DELIVERED' });
    const [fourth, third, , first] = deliveries.map(({ cursor }) => cursor);
    if (!fourth || !third || !first) throw new Error('Four were delivered.');
    const ids = before.map(idOf);
    expect(before.map(typeOf)).toEqual([
      'order.placed',
      'order.cancelled',
      'order.placed',
      'order.cancelled',
    ]);
    expect(await again({ from: { cursor: first }, to: { cursor: third } })).toEqual(ids.slice(1, 3));
    expect(await again({ from: { time: middle.toISOString() } })).toEqual(ids.slice(2));
    const since = new Date(0).toISOString();
    expect(await again({ from: { time: since }, to: { time: middle.toISOString() } })).toEqual(
      expect.arrayContaining(ids.slice(0, 2)),
    );
    expect(await again({ from: { cursor: fourth } })).toEqual([]);
  });

  it('is refused for a place that is none, and what comes before where it begins', async () => {
    const hook = await newWebhook();
    const { feed } = server.app;
    const head = feed.positionOf(feed.cursor());
    const replay = async (from: LogPlace, to?: LogPlace) =>
      (await keep(app.client).replay({ webhookId: hook.publicId, from, ...(to && { to }) })).userErrors;
    expect(await replay({ cursor: 'nonsense' })).toMatchObject([
      { code: 'INVALID_INPUT', path: ['from', 'cursor'] },
    ]);
    expect(await replay({ cursor: feed.cursorAt(head + 1_000) })).toMatchObject([
      { code: 'INVALID_INPUT', path: ['from', 'cursor'] },
    ]);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await replay({ time: tomorrow })).toMatchObject([
      { code: 'INVALID_INPUT', path: ['from', 'time'] },
    ]);
    expect(await replay({ cursor: feed.cursorAt(head) }, { cursor: feed.cursorAt(head - 1) })).toMatchObject([
      { code: 'INVALID_INPUT', path: ['to'] },
    ]);
  });

  it('is one for a key, and three at a time', async () => {
    const hook = await newWebhook();
    // While it is paused none of them comes forward.
    await keep(app.client).update({ webhookId: hook.publicId, state: 'PAUSED' });
    const { cursor } = server.app.feed;
    const input = { webhookId: hook.publicId, from: { cursor: cursor() }, idempotencyKey: randomUUID() };
    const first = await keep(app.client).replay(input);
    expect((await keep(app.client).replay(input)).replay?.id).toBe(first.replay?.id);
    const others = await Promise.all(
      Array.from({ length: 4 }, () =>
        keep(app.client).replay({ webhookId: hook.publicId, from: { cursor: cursor() } }),
      ),
    );
    expect(others.filter(({ replay }) => replay)).toHaveLength(2);
    expect(others.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
      'TOO_MANY_REPLAYS',
      'TOO_MANY_REPLAYS',
    ]);
    await keep(app.client).delete(hook.publicId);
    const { replays } = await logOf(hook.publicId);
    expect(replays.edges.map(({ node }) => node.failure)).toEqual(
      replays.edges.map(() => 'The webhook was deleted.'),
    );
  });

  it('is refused for what the log no longer holds, by cursor and by time, and so are its old deliveries', async () => {
    const hook = await newWebhook();
    const orderId = await makeOrder(customer, product);
    await expect.poll(() => hook.arrived().length).toBe(1);
    await cancelOrder(customer.ctx, { orderId });
    await expect.poll(() => hook.arrived().length).toBe(2);
    await expect.poll(async () => (await logOf(hook.publicId, { state: 'PENDING' })).deliveries).toEqual([]);
    const [second, first] = (await logOf(hook.publicId)).deliveries;
    if (!second || !first) throw new Error('Two were delivered.');
    const { feed, sql } = server.app;
    await forgetUpTo(sql, feed.positionOf(first.cursor));
    const kept = { cursor: first.cursor };
    const lost = { cursor: feed.cursorAt(feed.positionOf(first.cursor) - 1) };
    const { replay, retry, create } = keep(app.client);
    const webhookId = hook.publicId;
    expect((await replay({ webhookId, from: lost })).userErrors).toMatchObject([
      {
        code: 'RANGE_EXPIRED',
        path: ['from', 'cursor'],
        message: expect.stringContaining('begins at') as string,
      },
    ]);
    expect((await replay({ webhookId, from: { time: new Date(0).toISOString() } })).userErrors).toMatchObject(
      [{ code: 'RANGE_EXPIRED', path: ['from', 'time'] }],
    );
    expect((await retry(first.id)).userErrors).toMatchObject([
      { code: 'RANGE_EXPIRED', path: ['deliveryId'] },
    ]);
    expect(
      (await create({ url: receiver.url, document: ORDERS_DOCUMENT, after: lost.cursor })).userErrors,
    ).toMatchObject([{ code: 'RANGE_EXPIRED', path: ['after'] }]);
    expect((await replay({ webhookId, from: kept })).userErrors).toEqual([]);
    await expect.poll(() => hook.arrived().length).toBe(3);
    expect((await retry(second.id)).userErrors).toEqual([]);
    await expect.poll(() => hook.arrived().length).toBe(4);
  });
});
