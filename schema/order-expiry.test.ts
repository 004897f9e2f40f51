import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeId } from '../src/db/id.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { readOrder } from '../src/testing/order-commands.ts';
import { pay } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ worksJobs: true });
});
afterAll(() => server.stop());

const OrderEvents = graphql(`
  subscription OrderExpiryEvents($filter: OrderEventFilter) {
    stream: orderEvents(filter: $filter) {
      cursor
      event {
        type
        order {
          state
          paymentState
          availableActions
          lines {
            product {
              availability
            }
          }
        }
      }
    }
  }
`);

it('comes through the queue: both sides see it live, the goods are free again, and paying is refused', async () => {
  const shop = await makeShop(server);
  const last = await makeProduct(shop, { stock: 2 });
  const asha = await makePerson(server);
  await makeCard(asha);
  const order = await makeOrder(asha, last);
  const orderId = encodeId('ord', order);
  const streams = [
    await watch(server, asha.client, OrderEvents, {}),
    await watch(server, shop.owner.client, OrderEvents, { filter: { businessId: shop.publicId } }),
  ];

  // A quarter of an hour in two statements.
  await server.app.sql`update orders set hold_expires_at = now() - interval '1 second' where id = ${order}`;
  const { count } = await server.app.sql`
    update pgboss.job set start_after = now() where name = 'order.expire' and data ->> 'orderId' = ${order}`;
  expect(count).toBe(1);

  for (const stream of streams) {
    expect(await stream.next()).toEqual({
      type: 'ORDER_EXPIRED',
      order: {
        state: 'EXPIRED',
        paymentState: 'UNPAID',
        availableActions: [],
        lines: [{ product: { availability: 'IN_STOCK' } }],
      },
    });
    await stream.stop();
  }
  expect(await pay(asha.client, { orderId })).toMatchObject({
    payment: null,
    userErrors: [{ code: 'HOLD_EXPIRED', path: ['orderId'] }],
  });
  const seen = await readOrder(asha.client, orderId);
  expect(seen).toMatchObject({ holdExpiresAt: null, payments: [] });
  expect(seen?.timeline.at(-1)).toEqual({ action: 'EXPIRE', person: null, reason: null });
  // Somebody else has the goods.
  const ravi = await makePerson(server);
  expect(await readOrder(ravi.client, encodeId('ord', await makeOrder(ravi, last)))).toMatchObject({
    state: 'PLACED',
  });
});
