import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendMessage } from '../conversations/send.ts';
import { currencyCode } from '../money.ts';
import { payOrder } from '../payments/pay.ts';
import { sendMoney } from '../wallets/send.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { fillWallet, makeCard, makeChat, makeOrder, makePerson, makeProduct } from './factories.ts';
import { makeShopChat } from './fee-world.ts';
import { startPostgresProxy, type PostgresProxy, type Transaction } from './postgres-proxy.ts';
import { startTestServer, type TestServer } from './server.ts';

/*
 * How often the hot paths wait for Postgres: a lock that they hold, they hold for so many round trips. BEGIN and COMMIT
 * come on top of it. The driver sends more than a kilobyte in two packets, and the second may wait until the first is
 * acknowledged: a batch of about that size may count twice, by how long the names are that the driver makes up.
 */

let database: TestDatabase;
let proxy: PostgresProxy;
let server: TestServer;
let committed: Transaction[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await startPostgresProxy(database.url, { answersTakeMs: 2 });
  proxy.onCommit((transaction) => void committed.push(transaction));
  server = await startTestServer({ databaseUrl: proxy.url, databasePool: 4 });
});
afterAll(async () => {
  await server.stop();
  await proxy.stop();
  await database.drop();
});

/** A connection asks once for what it has not run before: each of the pool's has its turn. */
const TIMES = 16;

/** The fewest round trips of the transactions in which a statement of this name ran. */
async function fewest(name: string, once: () => Promise<unknown>): Promise<number> {
  committed = [];
  for (let time = 0; time < TIMES; time++) await once();
  const named = committed.filter(({ statements }) =>
    statements.some((text) => text.includes(`/* ${name} */`)),
  );
  expect(named.length).toBeGreaterThanOrEqual(TIMES);
  return Math.min(...named.map(({ roundTrips }) => roundTrips));
}

describe('in round trips', () => {
  test('a message costs two, whoever sends it', async () => {
    const { customer, shop, conversationId } = await makeShopChat(server);
    for (const { ctx } of [customer, shop.owner]) {
      const send = () =>
        sendMessage(ctx, { conversationId, clientId: randomUUID(), content: { text: 'Hello' } });
      expect(await fewest('message_append', send)).toBe(2);
    }
  });

  test('money from a balance costs six, with a batch of a kilobyte', async () => {
    const [asha, ravi] = [await makePerson(server), await makePerson(server)];
    await makeCard(asha);
    await fillWallet(asha, 10_000n);
    const conversationId = await makeChat(asha, ravi);
    const amount = { minor: 1n, currency: currencyCode('INR') };
    const send = () => sendMoney(asha.ctx, { conversationId, amount, idempotencyKey: randomUUID() });
    expect([6, 7]).toContain(await fewest('transfer_count', send));
  });

  test('an order that the balance pays costs twenty-two, its fee included, with a batch of a kilobyte', async () => {
    const { customer, shop } = await makeShopChat(server);
    const product = await makeProduct(shop, { stock: TIMES * 2 });
    await makeCard(customer);
    await fillWallet(customer, 200_000n);
    const orders: Awaited<ReturnType<typeof makeOrder>>[] = [];
    for (let time = 0; time < TIMES; time++) orders.push(await makeOrder(customer, product));
    const pay = () => {
      const orderId = orders.pop();
      if (!orderId) throw new Error('no order is left');
      return payOrder(customer.ctx, { orderId, method: 'BALANCE', idempotencyKey: randomUUID() });
    };
    expect([22, 23]).toContain(await fewest('fee_charge', pay));
  });
});
