import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCartLine } from '../src/carts/change.ts';
import { encodeId } from '../src/db/id.ts';
import { cancelOrder } from '../src/orders/cancel.ts';
import { makeOrder, makePerson, makeProduct, makeShop, makeStaff } from '../src/testing/factories.ts';
import type { Client } from '../src/testing/client.ts';
import { graphql } from '../src/testing/gql/index.ts';
import type { OrderState } from '../src/testing/gql/graphql.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Lists = graphql(`
  query OrderLists($id: ID!, $first: Int, $after: String, $state: OrderState) {
    node(id: $id) {
      __typename
      ... on Person {
        orders(first: $first, after: $after, state: $state) {
          ...OrderListPage
        }
      }
      ... on Business {
        orders(first: $first, after: $after, state: $state) {
          ...OrderListPage
        }
      }
    }
  }
`);

graphql(`
  fragment OrderListPage on OrderConnection {
    edges {
      node {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const Carts = graphql(`
  query OrderListCarts($personId: ID!, $businessId: ID!) {
    person: node(id: $personId) {
      ... on Person {
        carts {
          edges {
            node {
              id
            }
          }
        }
        cart(businessId: $businessId) {
          id
        }
      }
    }
    business: node(id: $businessId) {
      ... on Business {
        viewerCart {
          id
        }
      }
    }
  }
`);

interface PageOf {
  readonly first?: number;
  readonly after?: string;
  readonly state?: OrderState;
}

/** A page of the orders of a person or a business, and the cursor to go on with, if there is more. */
async function page(client: Client, id: string, which: PageOf = {}) {
  const { node } = await client.request(Lists, { id, ...which });
  if (!node || !('orders' in node)) return null;
  const { edges, pageInfo } = node.orders;
  const next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
  return { ids: edges.map((edge) => edge.node.id), next };
}

/** A shop, a customer and three orders, oldest first; the second is cancelled. */
async function threeOrders() {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  const orders = [];
  for (let count = 0; count < 3; count++) orders.push(await makeOrder(asha, product, 1));
  const [, second] = orders;
  if (second) await cancelOrder(asha.ctx, { orderId: second });
  return { shop, product, asha, ids: orders.map((id) => encodeId('ord', id)) };
}

describe('orders', () => {
  it('are listed newest first, page by page, to their customer and to the shop', async () => {
    const { shop, asha, ids } = await threeOrders();
    const agent = await makeStaff(server, shop, 'AGENT');
    for (const [client, id] of [
      [asha.client, asha.publicId],
      [agent.client, shop.publicId],
    ] as const) {
      expect(await page(client, id)).toEqual({ ids: ids.toReversed(), next: undefined });
      const first = await page(client, id, { first: 2 });
      expect(first?.ids).toEqual([ids[2], ids[1]]);
      const after = first?.next ?? '';
      expect(await page(client, id, { first: 2, after })).toEqual({ ids: [ids[0]], next: undefined });
    }
  });

  it('may be listed by their state', async () => {
    const { shop, asha, ids } = await threeOrders();
    expect((await page(asha.client, asha.publicId, { state: 'CANCELLED' }))?.ids).toEqual([ids[1]]);
    expect((await page(shop.owner.client, shop.publicId, { state: 'PLACED' }))?.ids).toEqual([
      ids[2],
      ids[0],
    ]);
    expect((await page(asha.client, asha.publicId, { state: 'EXPIRED' }))?.ids).toEqual([]);
  });

  it('are listed to nobody else', async () => {
    const { shop, asha } = await threeOrders();
    const stranger = await makePerson(server);
    expect(await page(stranger.client, shop.publicId)).toEqual({ ids: [], next: undefined });
    expect((await page(stranger.client, asha.publicId))?.ids ?? []).toEqual([]);
    // The shop knows its customer, and sees their orders with others as little as anybody.
    expect(await page(shop.owner.client, asha.publicId)).toEqual({ ids: [], next: undefined });
    expect(await page(server.client(), shop.publicId)).toEqual({ ids: [], next: undefined });
  });
});

it('open carts are listed to their customer; the shop sees the one with itself', async () => {
  const { shop, product, asha } = await threeOrders();
  const other = await makeShop(server);
  const cart = encodeId('crt', await addCartLine(asha.ctx, { productId: product.id, quantity: 1 }));
  const otherProduct = await makeProduct(other);
  const otherCart = encodeId('crt', await addCartLine(asha.ctx, { productId: otherProduct.id, quantity: 1 }));
  const ask = (client: Client) =>
    client.request(Carts, { personId: asha.publicId, businessId: shop.publicId });

  expect(await ask(asha.client)).toEqual({
    person: { carts: { edges: [{ node: { id: cart } }, { node: { id: otherCart } }] }, cart: { id: cart } },
    business: { viewerCart: { id: cart } },
  });
  expect(await ask(shop.owner.client)).toEqual({
    person: { carts: { edges: [] }, cart: { id: cart } },
    business: { viewerCart: null },
  });
  const stranger = await makePerson(server);
  expect(await ask(stranger.client)).toEqual({ person: null, business: { viewerCart: null } });
});
