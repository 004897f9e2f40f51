import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addCartLine } from '../carts/change.ts';
import { upsertProducts } from '../catalog/upsert.ts';
import { encodeId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { WebhookSignatureError } from '../payments/failures.ts';
import { payOrder } from '../payments/pay.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { INR } from '../testing/ledger.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { cancelOrder } from './cancel.ts';
import { placeOrder } from './place.ts';

/*
 * Locks are taken in one order everywhere: conversation, cart, order, product, stock, ledger accounts. A deadlock shows only when
 * two meet at the wrong moment; here one lock is held, and who waits for it must not hold a later one yet.
 */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.stop());

async function customer() {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha);
  return { shop, product, asha };
}

interface Row {
  readonly table: 'conversations' | 'carts' | 'orders' | 'products' | 'stock' | 'ledger_accounts';
  readonly where: string;
}

/** Runs `work` while `held` is locked by somebody else; tells whether `later` is free when work waits for that. */
async function isFreeWhile(held: Row, later: Row, work: () => Promise<unknown>): Promise<boolean> {
  const { sql } = server.app;
  const lock = (row: Row) => `select from ${row.table} where ${row.where} for no key update nowait`;
  let working: Promise<unknown> = Promise.resolve();
  const isFree = await sql.begin(async (tx) => {
    await tx.unsafe(lock(held));
    working = work();
    await expect.poll(waiting, { timeout: 5_000 }).toBe(1);
    return sql.unsafe(lock(later)).then(
      () => true,
      () => false,
    );
  });
  await working;
  return isFree;
}

async function waiting(): Promise<number> {
  const [row] = await server.app.sql<{ count: bigint }[]>`
    select count(*) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and application_name = 'bottega'`;
  return Number(row?.count);
}

describe('who waits', () => {
  it('to place an order in a busy chat has taken neither the cart nor any stock', async () => {
    for (const table of ['carts', 'stock'] as const) {
      const { product, asha } = await customer();
      await makeOrder(asha, product);
      const cartId = await addCartLine(asha.ctx, { productId: product.id, quantity: 1 });
      const later = { carts: `id = '${cartId}'`, stock: `product_id = '${product.id}'` };
      const free = await isFreeWhile(
        { table: 'conversations', where: `person_id = '${asha.id}'` },
        { table, where: later[table] },
        () => placeOrder(asha.ctx, { cartId, idempotencyKey: randomUUID() }),
      );
      expect(free, table).toBe(true);
    }
  });

  it('to place an order of a product that is being changed has not taken its stock', async () => {
    const { product, asha } = await customer();
    const cartId = await addCartLine(asha.ctx, { productId: product.id, quantity: 1 });
    const free = await isFreeWhile(
      { table: 'products', where: `id = '${product.id}'` },
      { table: 'stock', where: `product_id = '${product.id}'` },
      () => placeOrder(asha.ctx, { cartId, idempotencyKey: randomUUID() }),
    );
    expect(free).toBe(true);
  });

  it('to take in a list has not taken a later product than it waits for, whatever the list calls them', async () => {
    const shop = await makeShop(server);
    const earlier = await makeProduct(shop, { sku: 'earlier' });
    const later = await makeProduct(shop);
    const item = {
      name: 'New',
      description: null,
      priceMinor: 100n,
      sale: null,
      state: null,
      stock: { kind: 'KEEP' },
    } as const;
    const items = [later.publicId, 'earlier'].map((sku) => ({ ...item, sku }));
    const system = server.ctx({ kind: 'system', job: 'test' });
    const free = await isFreeWhile(
      { table: 'products', where: `id = '${earlier.id}'` },
      { table: 'products', where: `id = '${later.id}'` },
      () => transact(system, (tx) => upsertProducts(tx, { id: shop.id, currency: INR }, items)),
    );
    expect(free).toBe(true);
  });

  it('to cancel an order in a busy chat has not taken the order', async () => {
    const { product, asha } = await customer();
    const orderId = await makeOrder(asha, product);
    const free = await isFreeWhile(
      { table: 'conversations', where: `person_id = '${asha.id}'` },
      { table: 'orders', where: `id = '${orderId}'` },
      () => cancelOrder(asha.ctx, { orderId }),
    );
    expect(free).toBe(true);
  });

  it('for the stock of a paid order has not taken the balance of the shop', async () => {
    const { shop, product, asha } = await customer();
    // The first sale opens the account.
    await payOrder(asha.ctx, { orderId: await makeOrder(asha, product), idempotencyKey: randomUUID() });
    const orderId = await makeOrder(asha, product);
    // Only the answer settles here, so that one and no other waits.
    vi.spyOn(server.app.payments, 'parseWebhook').mockImplementation(() => {
      throw new WebhookSignatureError();
    });
    const free = await isFreeWhile(
      { table: 'stock', where: `product_id = '${product.id}'` },
      { table: 'ledger_accounts', where: `owner_id = '${shop.id}'` },
      () => payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() }),
    );
    expect(free).toBe(true);
  });
});

it('orders that are placed by one customer at once, each from a first chat with a shop, all go through', async () => {
  const { asha } = await customer();
  const carts = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const product = await makeProduct(await makeShop(server));
      return addCartLine(asha.ctx, { productId: product.id, quantity: 1 });
    }),
  );
  const orders = await Promise.all(
    carts.map((cartId) => placeOrder(asha.ctx, { cartId, idempotencyKey: randomUUID() })),
  );
  expect(new Set(orders.map((id) => encodeId('ord', id))).size).toBe(6);
});
