import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../src/db/id.ts';
import { withdrawGrant } from '../src/partners/grant.ts';
import { createKey } from '../src/partners/keys.ts';
import type { Scope } from '../src/partners/rules.ts';
import { ApiError, type Client } from '../src/testing/client.ts';
import {
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestShop,
} from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { cancel, confirm, deliver, readOrder, ship } from '../src/testing/order-commands.ts';
import { makePartnerApp } from '../src/testing/partner-commands.ts';
import { pay } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const AsPartner = graphql(`
  query PartnerOrder($id: ID!) {
    node(id: $id) {
      ... on Order {
        number
        state
        availableActions
        fee {
          amount
        }
        customer {
          name
          phone
          orders {
            edges {
              cursor
            }
          }
        }
        conversation {
          id
        }
        address {
          name
          city
        }
        lines {
          sku
          quantity
        }
        payments {
          state
          amount {
            amount
          }
          card {
            last4
          }
          failure {
            code
          }
        }
        timeline {
          action
          person {
            id
          }
          app {
            name
          }
        }
      }
    }
  }
`);

const ListOfAll = graphql(`
  query PartnerOrders($first: Int, $after: String, $state: OrderState) {
    eventCursor
    viewer {
      ... on PartnerApp {
        orders(first: $first, after: $after, state: $state) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              business {
                id
              }
            }
          }
        }
      }
    }
  }
`);

const ListOfOne = graphql(`
  query PartnerBusinessOrders($id: ID!) {
    node(id: $id) {
      ... on Business {
        orders(state: PLACED) {
          edges {
            node {
              id
            }
          }
        }
      }
    }
  }
`);

const ConfirmOnce = graphql(`
  mutation PartnerConfirmOnce($input: OrderConfirmInput!) {
    orderConfirm(input: $input) {
      order {
        state
        timeline {
          action
        }
      }
      userErrors {
        code
      }
    }
  }
`);

const DeliverOnce = graphql(`
  mutation PartnerDeliverOnce($input: OrderDeliverInput!) {
    orderDeliver(input: $input) {
      order {
        state
        timeline {
          action
        }
      }
      userErrors {
        code
      }
    }
  }
`);

/** A paid order, after a card that was declined. */
async function paidOrder(shop?: TestShop) {
  const at = shop ?? (await makeShop(server));
  const product = await makeProduct(at, { sku: `sku-${randomUUID()}` });
  const asha = await makePerson(server);
  const declined = await makeCard(asha, 'pm_card_visa_chargeDeclined');
  const card = await makeCard(asha);
  const orderId = encodeId('ord', await makeOrder(asha, product));
  await pay(asha.client, { orderId, cardId: encodeId('crd', declined) });
  await pay(asha.client, { orderId, cardId: encodeId('crd', card) });
  return { shop: at, product, asha, orderId };
}

async function read(client: Client, id: string) {
  const { node } = await client.request(AsPartner, { id });
  return node && 'number' in node ? node : null;
}

async function listOfAll(
  client: Client,
  page: { first?: number; after?: string | null; state?: 'CANCELLED' } = {},
) {
  const { viewer } = await client.request(ListOfAll, page);
  return viewer && 'orders' in viewer ? viewer.orders : null;
}

async function listOfOne(client: Client, shop: TestShop) {
  const { node } = await client.request(ListOfOne, { id: shop.publicId });
  return node && 'orders' in node ? node.orders.edges.map((edge) => edge.node.id) : null;
}

const faultOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => (error instanceof ApiError ? error.code : error),
  );

describe('an app reads', () => {
  it('what it needs to fulfil an order, and no more', async () => {
    const { shop, orderId } = await paidOrder();
    const { client } = await makePartnerApp(server, { shops: [shop] });
    expect(await read(client, orderId)).toMatchObject({
      state: 'PLACED',
      availableActions: ['CONFIRM', 'CANCEL'],
      customer: { name: 'Asha', phone: null, orders: { edges: [] } },
      lines: [{ sku: expect.stringContaining('sku-'), quantity: 2 }],
      // Which card, and which others were declined, is between the customer and the shop.
      payments: [{ state: 'SUCCEEDED', amount: { amount: '50.00' }, card: null, failure: null }],
      conversation: null,
      fee: null,
    });
  });

  it('nothing without a grant, after it was withdrawn, or with a key of another scope', async () => {
    const { shop, asha, orderId } = await paidOrder();
    const granted = await makePartnerApp(server, { shops: [shop] });
    const stranger = await makePartnerApp(server, { shops: [await makeShop(server)] });
    const stocker = await makePartnerApp(server, { shops: [shop], scopes: ['WRITE_STOCK'] });
    const people = `{ node(id: "${asha.publicId}") { id } }`;
    const seen = async (client: Client) => [
      await read(client, orderId),
      await listOfOne(client, shop),
      await client.request({ toString: () => people } as never, {}),
    ];
    expect(await seen(granted.client)).toEqual([
      expect.objectContaining({ state: 'PLACED' }),
      [orderId],
      { node: { id: asha.publicId } },
    ]);
    const nothing = [null, [], { node: null }];
    expect(await seen(stranger.client)).toEqual(nothing);
    expect(await seen(stocker.client)).toEqual(nothing);
    expect(await faultOf(listOfAll(stocker.client))).toBe('FORBIDDEN');
    await withdrawGrant(shop.owner.ctx, { businessId: shop.id, appId: granted.id });
    expect(await seen(granted.client)).toEqual(nothing);
    expect(await listOfAll(granted.client)).toMatchObject({ edges: [] });
  });

  it('the orders of all that granted it, newest first, page by page', async () => {
    const shops = [await makeShop(server), await makeShop(server), await makeShop(server)];
    const orders: { id: string; business: { id: string } }[] = [];
    for (const shop of [...shops, ...shops]) {
      const product = await makeProduct(shop);
      const id = encodeId('ord', await makeOrder(await makePerson(server), product));
      orders.unshift({ id, business: { id: shop.publicId } });
    }
    const granted = shops.slice(0, 2);
    const { client } = await makePartnerApp(server, { shops: granted });
    const expected = orders.filter(({ business }) => business.id !== shops[2]?.publicId);
    const pages: unknown[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOfAll>> = await listOfAll(client, { first: 3, after });
      pages.push(page?.edges.map((edge) => edge.node));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(pages).toEqual([expected.slice(0, 3), expected.slice(3)]);
    await cancel(granted[0]?.owner.client ?? client, { orderId: expected[1]?.id ?? '' });
    const cancelled = await listOfAll(client, { state: 'CANCELLED' });
    expect(cancelled?.edges.map((edge) => edge.node)).toEqual([expected[1]]);
  });

  it('its own orders only: another looks the app up and sees none', async () => {
    const { shop } = await paidOrder();
    const app = await makePartnerApp(server, { shops: [shop] });
    const other = await makePartnerApp(server, { shops: [shop] });
    const query = `{ node(id: "${app.publicId}") { ... on PartnerApp { orders { edges { cursor } } } } }`;
    for (const { client } of [other, app.owner, shop.owner]) {
      expect(await client.request({ toString: () => query } as never, {})).toEqual({
        node: { orders: { edges: [] } },
      });
    }
  });
});

describe('an app moves an order on', () => {
  it('for the shop: acknowledged, shipped and delivered, and the timeline says by whom', async () => {
    const { shop, asha, orderId } = await paidOrder();
    const { client } = await makePartnerApp(server, { shops: [shop] });
    expect(await confirm(client, orderId)).toMatchObject({ order: { state: 'CONFIRMED' }, userErrors: [] });
    expect(await ship(client, { orderId, carrier: 'Delhivery', trackingNumber: 'D1' })).toMatchObject({
      order: { fulfillmentState: 'SHIPPED', shipments: [{ carrier: 'Delhivery' }] },
    });
    expect(await deliver(client, orderId)).toMatchObject({ order: { state: 'COMPLETED' }, userErrors: [] });
    const byApp = { person: null, app: { name: 'Stock Sync' } };
    const timeline = [
      { action: 'PLACE', person: { id: asha.publicId }, app: null },
      { action: 'PAY', app: null },
      { action: 'CONFIRM', ...byApp },
      { action: 'SHIP', ...byApp },
      { action: 'DELIVER', ...byApp },
      { action: 'COMPLETE', person: null, app: null },
    ];
    for (const reader of [client, shop.owner.client, asha.client])
      expect((await read(reader, orderId))?.timeline).toMatchObject(timeline);
  });

  it('or calls it off, and what was paid goes back', async () => {
    const { shop, product, orderId } = await paidOrder();
    const { client } = await makePartnerApp(server, { shops: [shop] });
    const { order } = await cancel(client, { orderId, reason: 'None left.' });
    expect(order).toMatchObject({
      state: 'CANCELLED',
      payments: [{ refunds: [{ state: 'PENDING', reason: 'None left.', amount: { amount: '50.00' } }] }],
    });
    const [stock] = await server.app.sql`select free::int from stock where product_id = ${product.id}`;
    expect(stock).toEqual({ free: 100 });
  });

  const moves: readonly [string, (client: Client, orderId: string) => Promise<unknown>][] = [
    ['confirm', confirm],
    ['ship', (client, orderId) => ship(client, { orderId })],
    ['deliver', deliver],
    ['cancel', (client, orderId) => cancel(client, { orderId })],
  ];

  it.each(moves)('not without the grant, nor with a key that may only read: %s', async (_name, move) => {
    const { shop, orderId } = await paidOrder();
    const only = (scopes: Scope[]) => ({ shops: [shop], scopes });
    const reader = await makePartnerApp(server, only(['READ_ORDERS']));
    const stranger = await makePartnerApp(server, { shops: [await makeShop(server)] });
    expect(await faultOf(move(reader.client, orderId))).toBe('FORBIDDEN');
    expect((await read(reader.client, orderId))?.availableActions).toEqual([]);
    expect(await move(stranger.client, orderId)).toMatchObject({
      order: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    const left = await makePartnerApp(server, only(['WRITE_ORDERS', 'READ_ORDERS']));
    await withdrawGrant(shop.owner.ctx, { businessId: shop.id, appId: left.id });
    expect(await move(left.client, orderId)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await readOrder(shop.owner.client, orderId)).toMatchObject({ state: 'PLACED' });
  });

  it('neither pays nor refunds nor places', async () => {
    const { shop, product, orderId } = await paidOrder();
    const { client, ctx } = await makePartnerApp(server, { shops: [shop] });
    expect(await faultOf(pay(client, { orderId }))).toBe('FORBIDDEN');
    await expect(makeOrder({ ...shop.owner, ctx, client }, product)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('with an idempotency key as often as it likes, with whichever of its keys', async () => {
    const { shop, orderId } = await paidOrder();
    const { id, owner, client } = await makePartnerApp(server, { shops: [shop] });
    const input = { orderId, idempotencyKey: randomUUID() };
    const first = await client.request(ConfirmOnce, { input });
    expect(first.orderConfirm).toMatchObject({ order: { state: 'CONFIRMED' }, userErrors: [] });
    const other = await createKey(owner.ctx, id, { name: 'new', scopes: ['READ_ORDERS', 'WRITE_ORDERS'] });
    for (const by of [client, server.client(other.key)])
      expect(await by.request(ConfirmOnce, { input })).toEqual(first);
    // Another one asks for it to be done anew.
    const anew = await client.request(ConfirmOnce, { input: { orderId, idempotencyKey: randomUUID() } });
    expect(anew.orderConfirm.userErrors).toEqual([{ code: 'INVALID_TRANSITION' }]);
    await ship(client, { orderId });
    const arrived = { orderId, idempotencyKey: randomUUID() };
    const delivered = await client.request(DeliverOnce, { input: arrived });
    expect(delivered.orderDeliver.order?.state).toBe('COMPLETED');
    expect(await client.request(DeliverOnce, { input: arrived })).toEqual(delivered);
    const used = await client.request(DeliverOnce, { input });
    expect(used.orderDeliver.userErrors).toEqual([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('in a race with the staff once', async () => {
    const { shop, orderId } = await paidOrder();
    const { client } = await makePartnerApp(server, { shops: [shop] });
    const answers = await Promise.all(
      [client, shop.owner.client, client, shop.owner.client].map((by) => confirm(by, orderId)),
    );
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array.from({ length: 3 }, () => 'INVALID_TRANSITION'));
    const order = await readOrder(client, orderId);
    expect(order?.timeline.map(({ action }) => action)).toEqual(['PLACE', 'PAY', 'CONFIRM']);
  });
});
