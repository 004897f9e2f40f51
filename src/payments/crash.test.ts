import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect, type Connection } from '../db/client.ts';
import { encodeId, type OrderId } from '../db/id.ts';
import { examine } from '../doctor/examine.ts';
import { addLine } from '../testing/cart-commands.ts';
import type { Client } from '../testing/client.ts';
import { seed, startCrashServer, type CrashServer } from '../testing/crash.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { place, readOrder } from '../testing/order-commands.ts';
import { pay } from '../testing/payment-commands.ts';

let database: TestDatabase;
let connection: Connection;
const running = new Set<CrashServer>();

// Each starts the house twice.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.url, { max: 4, name: 'crash test' });
});
afterEach(async () => {
  await killAll();
  // Whatever died where: the books are right.
  const findings = await examine(connection.sql);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

async function start(options: { webhooks?: 'lost' } = {}): Promise<CrashServer> {
  const server = await startCrashServer(database.url, options);
  running.add(server);
  return server;
}

async function killAll(): Promise<void> {
  await Promise.all([...running].map((server) => server.kill()));
  running.clear();
}

/** A customer with a card of that kind and an unpaid order of 50.00. */
function customer(card: string) {
  return seed(database.url, async (server) => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    const asha = await makePerson(server);
    await makeCard(asha, card);
    const order = await makeOrder(asha, product);
    return { token: asha.token, product, order, orderId: encodeId('ord', order) };
  });
}

/** Sends the payment and never hears of it, because the server dies. */
function payInVain(client: Client, input: { orderId: string; idempotencyKey?: string }): void {
  pay(client, input).catch(() => {});
}

async function find(order: OrderId) {
  const [row] = await connection.sql`
    select o.payment_state as order, p.state,
           (select count(*)::int from sandbox.objects where type = 'payment_intent'
             and data ->> 'description' like ${`%${order}`} and data ->> 'status' = 'succeeded') as charges,
           (select count(*)::int from ledger_journals where kind = 'sale' and subject_id = p.id) as sales
    from orders o left join payments p on p.order_id = o.id where o.id = ${order}`;
  return row;
}

const PAID_ONCE = { order: 'PAID', state: 'SUCCEEDED', charges: 1, sales: 1 };

/** The reconciler's first poll is due five seconds after the payment; here it is due now. */
async function hurry(): Promise<void> {
  await connection.sql`update pgboss.job set start_after = now() where name = 'payment.reconcile' and state = 'created'`;
}

async function expectPaidOnce(order: OrderId): Promise<void> {
  await hurry();
  await expect.poll(() => find(order), { timeout: 20_000, interval: 100 }).toEqual(PAID_ONCE);
}

/** Runs `work` while `statement` holds its locks, up to the moment at which the server waits for them. */
async function atLock(statement: string, work: () => void, then: () => Promise<void>): Promise<void> {
  await connection.sql.begin(async (tx) => {
    await tx.unsafe(statement);
    work();
    await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0);
    await then();
  });
}

async function waiting(): Promise<number> {
  const [row] = await connection.sql<{ count: bigint }[]>`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return Number(row?.count);
}

describe('a server that is killed', () => {
  it('between order and payment has kept the order, which is paid at the next one', async () => {
    const { token, product } = await customer('pm_card_visa');
    const first = await start();
    const { cart } = await addLine(first.client(token), { productId: product.publicId, quantity: 2 });
    const { order } = await place(first.client(token), { cartId: cart?.id ?? '' });
    await first.kill();
    const client = (await start()).client(token);
    expect(await readOrder(client, order?.id ?? '')).toMatchObject({
      state: 'PLACED',
      paymentState: 'UNPAID',
    });
    expect(await pay(client, { orderId: order?.id ?? '' })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
  });

  it('after the payment was committed and before the provider had charged: charged once, by the poll', async () => {
    const { token, order, orderId } = await customer('pm_card_sandbox_slow');
    const client = (await start()).client(token);
    await atLock(
      'lock table sandbox.objects in exclusive mode',
      () => payInVain(client, { orderId }),
      async () => {
        await killAll();
        expect(await find(order)).toEqual({ order: 'UNPAID', state: 'CREATED', charges: 0, sales: 0 });
      },
    );
    await start();
    await expectPaidOnce(order);
  });

  it('after the provider had charged and before it answered: found by the poll', async () => {
    const { token, order, orderId } = await customer('pm_card_sandbox_slow');
    const first = await start({ webhooks: 'lost' });
    payInVain(first.client(token), { orderId });
    await expect
      .poll(async () => (await find(order))?.['charges'], { timeout: 10_000, interval: 10 })
      .toBe(1);
    await first.kill();
    expect(await find(order)).toEqual({ order: 'UNPAID', state: 'CREATED', charges: 1, sales: 0 });
    await start({ webhooks: 'lost' });
    await expectPaidOnce(order);
  });

  it('or by the webhook, which the provider sends again', async () => {
    const { token, order, orderId } = await customer('pm_card_sandbox_answerLost');
    const first = await start({ webhooks: 'lost' });
    await pay(first.client(token), { orderId });
    await first.kill();
    expect(await find(order)).toEqual({ order: 'UNPAID', state: 'UNKNOWN', charges: 1, sales: 0 });
    // No poll for an hour.
    await connection.sql`update pgboss.job set start_after = now() + interval '1 hour' where name = 'payment.reconcile'`;
    await connection.sql`update sandbox.events set next_attempt_at = now() where delivered_at is null`;
    await start();
    await expect.poll(() => find(order), { timeout: 20_000, interval: 100 }).toEqual(PAID_ONCE);
  });

  it('in the middle of settling has settled nothing, and the next one all of it', async () => {
    const { token, product, order, orderId } = await customer('pm_card_visa');
    const client = (await start()).client(token);
    await atLock(
      `select from stock where product_id = '${product.id}' for update`,
      () => payInVain(client, { orderId }),
      killAll,
    );
    expect(await find(order)).toMatchObject({ order: 'UNPAID', charges: 1, sales: 0 });
    await start();
    await expectPaidOnce(order);
  });

  it('before the client had heard: the same key gives the payment that was made', async () => {
    const { token, order, orderId } = await customer('pm_card_sandbox_slow');
    const input = { orderId, idempotencyKey: randomUUID() };
    const first = await start();
    payInVain(first.client(token), input);
    // Settled by the webhook, while the answer takes its time.
    await expect
      .poll(async () => (await find(order))?.['order'], { timeout: 10_000, interval: 10 })
      .toBe('PAID');
    await first.kill();
    const { payment, userErrors } = await pay((await start()).client(token), input);
    expect(userErrors).toEqual([]);
    expect(payment).toMatchObject({ state: 'SUCCEEDED', order: { paymentState: 'PAID' } });
    await expectPaidOnce(order);
  });

  it('while it asks about a payment: the next one takes the job up', async () => {
    const { token, order, orderId } = await customer('pm_card_sandbox_answerLost');
    const first = await start({ webhooks: 'lost' });
    await pay(first.client(token), { orderId });
    await atLock(`select from orders where id = '${order}' for update`, () => void hurry(), first.kill);
    // The dead process's last sign of life was long ago, and it is time to look.
    await connection.sql`update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'`;
    await connection.sql`update pgboss.queue set monitor_on = null`;
    await start({ webhooks: 'lost' });
    await expect.poll(() => find(order), { timeout: 40_000, interval: 250 }).toEqual(PAID_ONCE);
  });
});

it('killed at any moment, again and again: every order is paid at most once, and exactly if it was charged', async () => {
  const orders: OrderId[] = [];
  for (let round = 0; round < 5; round++) {
    const { token, order, orderId } = await customer('pm_card_visa');
    orders.push(order);
    const server = await start();
    const paying = pay(server.client(token), { orderId }).catch(() => {});
    // From the first statement to well after the last.
    await Promise.race([paying, new Promise((resolve) => setTimeout(resolve, round * 15))]);
    await server.kill();
  }
  await start();
  await hurry();
  for (const order of orders) {
    const isKnown = async () => {
      const { order: money, state, charges, sales } = (await find(order)) ?? {};
      const paid = `${money} ${state} ${charges} ${sales}`;
      return ['PAID SUCCEEDED 1 1', 'UNPAID null 0 0'].includes(paid) ? 'known' : paid;
    };
    await expect.poll(isKnown, { timeout: 20_000, interval: 100 }).toBe('known');
  }
});
