import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addCartLine } from '../carts/change.ts';
import type { Ctx } from '../context.ts';
import { currencyCode } from '../money.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { placeOrder } from '../orders/place.ts';
import {
  makeCard,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestShop,
} from '../testing/factories.ts';
import { overtake } from '../testing/meeting.ts';
import { makePartnerApp } from '../testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { findBySku } from './lock-by-sku.ts';
import { setStockMany } from './set-stock-many.ts';
import { MOST_STOCK_ITEMS, type StockItem } from './stock-list.ts';
import { upsertProducts } from './upsert.ts';
import { archiveProduct, setStock, updateProduct } from './update.ts';
import { transact } from '../db/transact.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.stop());

/** A shop with so many products, called `1`, `2` and so on, with 10 of each. */
async function stockedShop(count: number) {
  const shop = await makeShop(server);
  const items = Array.from({ length: count }, (_, at) => ({
    sku: `${at + 1}`,
    name: `Thing ${at + 1}`,
    description: null,
    priceMinor: 100n,
    sale: null,
    state: null,
    stock: { kind: 'SET', free: 10 } as const,
  }));
  const currency = currencyCode('INR');
  for (let at = 0; at < count; at += 500) {
    const part = items.slice(at, at + 500);
    await transact(shop.owner.ctx, (tx) => upsertProducts(tx, { id: shop.id, currency }, part));
  }
  return {
    shop,
    ids: await findBySku(
      shop.owner.ctx,
      shop.id,
      items.map(({ sku }) => sku),
    ),
  };
}

const list = (count: number, free: number): StockItem[] =>
  Array.from({ length: count }, (_, at) => ({ sku: `${at + 1}`, free }));

async function stockOf({ id }: TestShop) {
  return server.app.sql`
    select sku, tracked, free::int, held::int, sold::int from products p join stock s on s.product_id = p.id
    where business_id = ${id} order by length(sku), sku`;
}

/** How often it was recorded that the stock of the shop's products was counted anew. */
async function countsOf({ id }: TestShop): Promise<number> {
  const [row] = await server.app.sql<{ count: number }[]>`
    select count(*)::int as count from (select type, topics from outbox union all select type, topics from event_log) e
    where type = 'stock.set' and ${`catalog:${id}`} = any(topics)`;
  return row?.count ?? 0;
}

const codes = (results: Awaited<ReturnType<typeof setStockMany>>) =>
  results.map(({ sku, error }) => [sku, error?.code ?? 'ok']);

const set = (ctx: Ctx, shop: TestShop, items: readonly StockItem[], idempotencyKey?: string) =>
  setStockMany(ctx, { businessId: shop.id, items, idempotencyKey });

describe('a list of counts', () => {
  it('is what stockSet is for one product: what is held stays held, what never ran out is counted', async () => {
    const [one, many] = [await stockedShop(3), await stockedShop(3)];
    for (const { shop, ids } of [one, many]) {
      const asha = await makePerson(server);
      const cartId = await addCartLine(asha.ctx, { productId: ids.get('1') ?? ('' as never), quantity: 4 });
      await placeOrder(asha.ctx, { cartId, idempotencyKey: randomUUID() });
      await setStock(shop.owner.ctx, { productId: ids.get('2') ?? ('' as never), free: null });
      await archiveProduct(shop.owner.ctx, ids.get('3') ?? ('' as never));
    }
    for (const productId of one.ids.values()) await setStock(one.shop.owner.ctx, { productId, free: 7 });
    await set(many.shop.owner.ctx, many.shop, list(3, 7));
    const expected = await stockOf(one.shop);
    expect(expected[0]).toEqual({ sku: '1', tracked: true, free: 7, held: 4, sold: 0 });
    expect(await stockOf(many.shop)).toEqual(expected);
  });

  it('tells of each item what became of it, in their order, and does the rest', async () => {
    const { shop, ids } = await stockedShop(4);
    const bare = await makeProduct(shop);
    const results = await set(shop.owner.ctx, shop, [
      { sku: '3', free: 30 },
      { sku: 'unknown', free: 1 },
      { sku: '1', free: -1 },
      { sku: '2', free: 20 },
      { sku: '4', free: 1 },
      { sku: 'a\u0000b', free: 1 },
      { sku: '4', free: 2 },
      { sku: bare.publicId, free: 50 },
      { sku: ' 2', free: 1 },
    ]);
    expect(codes(results)).toEqual([
      ['3', 'ok'],
      ['unknown', 'NOT_FOUND'],
      ['1', 'INVALID_INPUT'],
      ['2', 'ok'],
      ['4', 'INVALID_INPUT'],
      ['a\u0000b', 'INVALID_INPUT'],
      ['4', 'INVALID_INPUT'],
      [bare.publicId, 'ok'],
      [' 2', 'INVALID_INPUT'],
    ]);
    expect(results.map(({ productId }) => productId)).toEqual([
      ids.get('3'),
      null,
      null,
      ids.get('2'),
      null,
      null,
      null,
      bare.id,
      null,
    ]);
    expect(results[2]?.error?.path).toEqual(['items', '2', 'free']);
    expect(results[4]?.error?.path).toEqual(['items', '4', 'sku']);
    expect((await stockOf(shop)).map(({ sku, free }) => [sku, free])).toEqual([
      ['1', 10],
      ['2', 20],
      ['3', 30],
      ['4', 10],
      [null, 50],
    ]);
  });

  it('records what has changed and nothing else, on the topic of the catalogue', async () => {
    const { shop } = await stockedShop(3);
    const before = await countsOf(shop);
    await set(shop.owner.ctx, shop, [
      { sku: '1', free: 10 },
      { sku: '2', free: 11 },
      { sku: '3', free: 0 },
    ]);
    expect(await countsOf(shop)).toBe(before + 2);
    await set(shop.owner.ctx, shop, list(3, 10));
    expect(await countsOf(shop)).toBe(before + 4);
  });

  it('knows the products of its own shop only', async () => {
    const [mine, theirs] = [await stockedShop(1), await stockedShop(2)];
    const bare = await makeProduct(theirs.shop);
    const items = [...list(2, 5), { sku: bare.publicId, free: 5 }];
    const before = await stockOf(theirs.shop);
    expect(codes(await set(mine.shop.owner.ctx, mine.shop, items))).toEqual([
      ['1', 'ok'],
      ['2', 'NOT_FOUND'],
      [bare.publicId, 'NOT_FOUND'],
    ]);
    expect(await stockOf(theirs.shop)).toEqual(before);
  });

  it('is of one item at least, and of as many as shops are used to at most', async () => {
    const { shop } = await stockedShop(1);
    const { ctx } = shop.owner;
    for (const items of [[], list(MOST_STOCK_ITEMS + 1, 1)]) {
      await expect(set(ctx, shop, items)).rejects.toMatchObject({ code: 'INVALID_INPUT', path: ['items'] });
    }
  });
});

describe('it is for', () => {
  it('who keeps the catalogue, and apps that the shop lets do it', async () => {
    const { shop } = await stockedShop(1);
    const manager = await makeStaff(server, shop, 'MANAGER');
    const app = await makePartnerApp(server, { shops: [shop], scopes: ['WRITE_STOCK'] });
    for (const [at, { ctx }] of [shop.owner, manager, app].entries()) {
      await set(ctx, shop, list(1, at));
      expect(await stockOf(shop)).toMatchObject([{ free: at }]);
    }
  });

  it('nobody else', async () => {
    const { shop } = await stockedShop(1);
    const agent = await makeStaff(server, shop, 'AGENT');
    const stranger = await makeShop(server);
    const reader = await makePartnerApp(server, { shops: [shop], scopes: ['READ_ORDERS', 'WRITE_ORDERS'] });
    const elsewhere = await makePartnerApp(server, { shops: [stranger], scopes: ['WRITE_STOCK'] });
    const refusals: readonly [Ctx, string][] = [
      [agent.ctx, 'FORBIDDEN_ROLE'],
      [stranger.owner.ctx, 'NOT_FOUND'],
      [reader.ctx, 'FORBIDDEN'],
      [elsewhere.ctx, 'NOT_FOUND'],
      [server.ctx({ kind: 'guest' }), 'UNAUTHENTICATED'],
    ];
    for (const [ctx, code] of refusals)
      await expect(set(ctx, shop, list(1, 1))).rejects.toMatchObject({ code });
    expect(await stockOf(shop)).toMatchObject([{ free: 10 }]);
  });
});

describe('the same key again', () => {
  it('counts nothing anew and gives the same results', async () => {
    const { shop, ids } = await stockedShop(2);
    const { ctx } = shop.owner;
    const items = [...list(2, 5), { sku: 'unknown', free: 1 }, { sku: '-', free: -1 }];
    const key = randomUUID();
    const first = await set(ctx, shop, items, key);
    await setStock(ctx, { productId: ids.get('1') ?? ('' as never), free: 3 });
    await makeProduct(shop, { sku: 'unknown', stock: 9 });
    const before = await countsOf(shop);
    expect(await set(ctx, shop, items, key)).toEqual(first);
    expect(await countsOf(shop)).toBe(before);
    expect((await stockOf(shop)).map(({ free }) => free)).toEqual([3, 5, 9]);
    await expect(set(ctx, shop, list(1, 1), key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it('does it once when two come at the same moment', async () => {
    const { shop } = await stockedShop(50);
    const app = await makePartnerApp(server, { shops: [shop] });
    const before = await countsOf(shop);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 4 }, () => set(app.ctx, shop, list(50, 3), key)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await countsOf(shop)).toBe(before + 50);
  });

  it('is of use when nothing could be done: nothing was kept', async () => {
    const { shop } = await stockedShop(1);
    const key = randomUUID();
    const items = [{ sku: 'later', free: 4 }];
    expect(codes(await set(shop.owner.ctx, shop, items, key))).toEqual([['later', 'NOT_FOUND']]);
    await makeProduct(shop, { sku: 'later' });
    expect(codes(await set(shop.owner.ctx, shop, items, key))).toEqual([['later', 'ok']]);
  });
});

/** Counts the deadlocks that the retries hide: with one order of locks there are none. */
function deadlocks(): () => number {
  let count = 0;
  const { db } = server.app;
  const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
  vi.spyOn(db, 'transaction').mockImplementation((...args) =>
    transaction(...args).catch((error: { code?: string; cause?: { code?: string } }) => {
      if ((error.cause?.code ?? error.code) === '40P01') count++;
      throw error;
    }),
  );
  return () => count;
}

describe('at the same moment as', () => {
  it('an order of the same product, it counts what is left after it', async () => {
    const { shop, ids } = await stockedShop(1);
    const asha = await makePerson(server);
    const cartId = await addCartLine(asha.ctx, { productId: ids.get('1') ?? ('' as never), quantity: 4 });
    await overtake(
      server.ctx({ kind: 'system', job: 'test' }),
      (tx) => placeOrder({ ...tx, actor: asha.ctx.actor }, { cartId, idempotencyKey: randomUUID() }),
      () => set(shop.owner.ctx, shop, list(1, 3)),
    );
    expect(await stockOf(shop)).toMatchObject([{ free: 3, held: 4 }]);
  });

  it('orders, cancellations, an import and other lists, in whatever order, nobody is in anybody’s way', async () => {
    const { shop, ids } = await stockedShop(40);
    const app = await makePartnerApp(server, { shops: [shop] });
    const buyers = await Promise.all(Array.from({ length: 3 }, () => makePerson(server)));
    for (const buyer of buyers) await makeCard(buyer);
    const products = [...ids.values()];
    const count = deadlocks();
    const counting = async (ctx: Ctx, items: readonly StockItem[]) => {
      for (let round = 0; round < 8; round++) {
        const changed = items.map(({ sku }) => ({ sku, free: 100 + round }));
        expect(codes(await set(ctx, shop, changed)).filter(([, code]) => code !== 'ok')).toEqual([]);
      }
    };
    const buying = async ({ ctx }: { ctx: Ctx }, own: readonly (typeof products)[number][]) => {
      for (let round = 0; round < 5; round++) {
        let cartId = await addCartLine(ctx, { productId: own[0] ?? ('' as never), quantity: 1 });
        for (const productId of own.slice(1, 12)) cartId = await addCartLine(ctx, { productId, quantity: 1 });
        const orderId = await placeOrder(ctx, { cartId, idempotencyKey: randomUUID() });
        if (round % 2 === 0) await cancelOrder(ctx, { orderId });
      }
    };
    const renaming = async () => {
      for (const productId of products) await updateProduct(shop.owner.ctx, { productId, name: 'Other' });
    };
    await Promise.all([
      counting(app.ctx, list(40, 0)),
      counting(shop.owner.ctx, list(40, 0).toReversed()),
      buying(buyers[0] ?? shop.owner, products),
      buying(buyers[1] ?? shop.owner, products.toReversed()),
      buying(buyers[2] ?? shop.owner, products.slice(10)),
      renaming(),
    ]);
    expect(count()).toBe(0);
  });
});

it('leaves nothing behind when its connection dies half-way, and is done by the same key again', async () => {
  const { shop, ids } = await stockedShop(3);
  const key = randomUUID();
  const [before, counted] = [await stockOf(shop), await countsOf(shop)];
  const { sql } = server.app;
  await sql.begin(async (other) => {
    // What is recorded last waits for this; the stock is written by then.
    await other`select from event_subjects where subject_id = ${ids.get('3') ?? ''} for update`;
    const outcome = set(shop.owner.ctx, shop, list(3, 1), key).then(
      () => 'done',
      () => 'died',
    );
    await vi.waitUntil(async () => {
      const cut = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%event_record_all%'`;
      return cut.length > 0;
    });
    expect(await outcome).toBe('died');
  });
  expect([await stockOf(shop), await countsOf(shop)]).toEqual([before, counted]);
  expect(codes(await set(shop.owner.ctx, shop, list(3, 1), key)).map(([, code]) => code)).toEqual([
    'ok',
    'ok',
    'ok',
  ]);
  expect(await countsOf(shop)).toBe(counted + 3);
});

it('sets as many as there may be in a call, in a few statements', async () => {
  const { shop } = await stockedShop(MOST_STOCK_ITEMS);
  const app = await makePartnerApp(server, { shops: [shop] });
  const before = await countsOf(shop);
  const start = performance.now();
  const results = await set(app.ctx, shop, list(MOST_STOCK_ITEMS, 77), randomUUID());
  const took = performance.now() - start;
  expect(results).toHaveLength(MOST_STOCK_ITEMS);
  expect(results.every(({ error, productId }) => error === null && productId !== null)).toBe(true);
  expect((await stockOf(shop)).every(({ free }) => free === 77)).toBe(true);
  expect(await countsOf(shop)).toBe(before + MOST_STOCK_ITEMS);
  // A few hundred milliseconds on a busy machine; one statement an item would be far above.
  expect(took).toBeLessThan(5_000);
});
