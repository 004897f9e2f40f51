import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCartLine } from '../carts/change.ts';
import { setStock } from '../catalog/update.ts';
import type { ProductId } from '../db/id.ts';
import { placeOrder } from '../orders/place.ts';
import { makePerson, makeProduct, makeShop, type TestShop } from '../testing/factories.ts';
import { importFile, keepFile, outcomeOf, workImport } from '../testing/import-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { batchesOf } from './run.ts';
import { takeBatch } from './batch.ts';
import { runImport } from './run.ts';
import { catalogImports } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const job = () => server.ctx({ kind: 'system', job: 'catalog.import' });
const COLUMNS =
  'id,title,description,availability,price,sale_price,sale_price_effective_date,quantity_to_sell_on_facebook';

/** A row with these cells, good but for them. */
const ROW = {
  id: 'a',
  title: 'A',
  description: '',
  availability: '',
  price: '10',
  sale: '',
  period: '',
  quantity: '',
};
const row = (cells: Partial<typeof ROW>): string =>
  Object.values({ ...ROW, ...cells })
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',');
const file = (...rows: readonly Partial<typeof ROW>[]): string => [COLUMNS, ...rows.map(row)].join('\n');

interface Product {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly state: string;
  readonly price: number;
  readonly sale: number | null;
  readonly period: string | null;
  /** How many are free; null when they are not counted. */
  readonly free: number | null;
}

async function productsOf(shop: TestShop): Promise<Product[]> {
  return server.app.sql<Product[]>`
    select sku, name, description, state, price_minor::int as price, sale_price_minor::int as sale,
           to_char(sale_starts_at at time zone 'UTC', 'MM-DD HH24:MI') || '/' ||
           to_char(sale_ends_at at time zone 'UTC', 'MM-DD HH24:MI') as period,
           case when tracked then free::int end as free
    from products join stock on product_id = id where business_id = ${shop.id} order by id`;
}

describe('a row that is taken', () => {
  it.each<[what: string, cells: Partial<typeof ROW>, product: Partial<Product>]>([
    [
      'is a product',
      { description: 'Nice', price: '9.99 INR' },
      { name: 'A', description: 'Nice', price: 999, state: 'ACTIVE', free: null },
    ],
    ['has a bare price', { price: '174.58' }, { price: 17_458 }],
    ['has two spaces in the price', { price: '70.00  INR' }, { price: 7_000 }],
    ['has a comma in the price', { price: '49,00 INR' }, { price: 4_900 }],
    [
      'has an address for an id',
      { id: 'https://shop.example/p?id=1' },
      { sku: 'https://shop.example/p?id=1' },
    ],
    ['has a title of emoji alone', { title: '🍅🍅' }, { name: '🍅🍅' }],
    ['has a tab in the title', { title: 'Red\ttomatoes' }, { name: 'Red tomatoes' }],
    [
      'has HTML',
      { title: 'Tom &amp; Co', description: '<p>One</p><br>Two' },
      { name: 'Tom & Co', description: 'One\n\nTwo' },
    ],
    [
      'has a description cut in the middle of a character',
      { description: 'caf\ufffd' },
      { description: 'caf' },
    ],
    ['has lines in a cell', { description: 'One\r\ntwo' }, { description: 'One\ntwo' }],
    ['is counted', { quantity: '5' }, { free: 5 }],
    ['is counted in a spreadsheet', { quantity: '5.0' }, { free: 5 }],
    ['is out of stock', { availability: 'out_of_stock' }, { free: 0 }],
    ['is out of stock whatever the number', { availability: 'Out of Stock', quantity: '7' }, { free: 0 }],
    ['is in stock by another word', { availability: 'https://schema.org/InStock' }, { free: null }],
    ['is ordered before it is there', { availability: 'preorder', quantity: '3' }, { free: 3 }],
    ['is discontinued', { availability: 'discontinued' }, { state: 'ARCHIVED' }],
    ['has a sale price', { sale: '8.00 INR' }, { sale: 800, period: null }],
    [
      'has a sale price with dates',
      { sale: '8', period: '2026-01-01T00:00+05:30/2026-01-31T23:59+0000' },
      { sale: 800, period: '12-31 18:30/01-31 23:59' },
    ],
    ['has a sale price that is the price', { sale: '10.00' }, { sale: null }],
    ['has dates without a sale price', { period: '2026-01-01/2026-01-31' }, { sale: null, period: null }],
  ])('%s', async (_what, cells, product) => {
    const shop = await makeShop(server);
    const outcome = await importFile(server, shop, file(cells));
    expect(outcome).toMatchObject({ state: 'FINISHED', failure: null, errors: [] });
    expect(outcome.counts).toEqual({ rowsRead: 1, created: 1, updated: 0, unchanged: 0, rejected: 0 });
    expect(await productsOf(shop)).toEqual([expect.objectContaining(product)]);
    expect((await importFile(server, shop, file(cells))).counts).toMatchObject({ unchanged: 1, updated: 0 });
  });
});

describe('a row that is not taken', () => {
  it.each<[what: string, cells: Partial<typeof ROW>, error: string]>([
    ['without an id', { id: ' ' }, '2 id MISSING'],
    ['with a long id', { id: 'x'.repeat(101) }, '2 id TOO_LONG'],
    ['with an id that is not ASCII', { id: 'é1' }, '2 id MALFORMED'],
    ['without a title', { title: '<b></b>' }, '2 title MISSING'],
    ['with a long title', { title: 'x'.repeat(201) }, '2 title TOO_LONG'],
    ['with a title that is not UTF-8', { title: 'caf\ufffd' }, '2 title MALFORMED'],
    ['with a long description', { description: 'x'.repeat(10_000) }, '2 description TOO_LONG'],
    ['without a price', { price: '' }, '2 price MISSING'],
    ['with a dollar', { price: '$2,030' }, '2 price NOT_A_PRICE'],
    ['for nothing', { price: '0' }, '2 price NOT_A_PRICE'],
    ['in another currency', { price: '150 AUD' }, '2 price WRONG_CURRENCY'],
    ['on sale for more', { sale: '11' }, '2 sale_price SALE_ABOVE_PRICE'],
    ['on sale in another currency', { sale: '5 USD' }, '2 sale_price WRONG_CURRENCY'],
    ['on sale some time', { sale: '5', period: 'soon' }, '2 sale_price_effective_date NOT_A_DATE'],
    [
      'on sale on no day',
      { sale: '5', period: '2026-02-30/2026-03-30' },
      '2 sale_price_effective_date NOT_A_DATE',
    ],
    [
      'on sale backwards',
      { sale: '5', period: '2026-03-01/2026-02-01' },
      '2 sale_price_effective_date NOT_A_DATE',
    ],
    ['with less than nothing', { quantity: '-3' }, '2 quantity_to_sell_on_facebook NOT_A_NUMBER'],
    ['with too many', { quantity: '1000000001' }, '2 quantity_to_sell_on_facebook NOT_A_NUMBER'],
    ['with half of one', { quantity: '0.5' }, '2 quantity_to_sell_on_facebook NOT_A_NUMBER'],
    ['that is there perhaps', { availability: 'perhaps' }, '2 availability UNKNOWN_VALUE'],
    ["with a card's number", { title: 'Card 4242 4242 4242 4242' }, '2 title CARD_NUMBER'],
  ])('%s', async (_what, cells, error) => {
    const shop = await makeShop(server);
    const outcome = await importFile(server, shop, file(cells, { id: 'good' }));
    expect(outcome.errors).toEqual([error]);
    expect(outcome.counts).toEqual({ rowsRead: 2, created: 1, updated: 0, unchanged: 0, rejected: 1 });
    expect((await productsOf(shop)).map(({ sku }) => sku)).toEqual(['good']);
  });

  it('says all that is wrong, in which line, and keeps no card number', async () => {
    const shop = await makeShop(server);
    const text = `# Required, of Meta\nID,Title,g:price,Title\n"1\n",,4242424242424242,x\n2,b,1,x,\n2,c,1,x\n3,d,1,x,more\n`;
    const outcome = await importFile(server, shop, text);
    expect(outcome.errors).toEqual([
      '3 Title MISSING',
      '3 g:price NOT_A_PRICE',
      '6 ID DUPLICATE',
      '7 - MALFORMED',
    ]);
    expect(outcome.values).toEqual(['', null, '2', '3']);
    expect(outcome.counts).toEqual({ rowsRead: 4, created: 1, updated: 0, unchanged: 0, rejected: 3 });
    const [kept] = await server.app.sql<{ found: boolean }[]>`
      select exists (select from catalog_import_errors e where e::text ~ '4242') as found`;
    expect(kept?.found).toBe(false);
  });

  it('is counted when its errors are no longer kept', async () => {
    const shop = await makeShop(server);
    const outcome = await importFile(
      server,
      shop,
      file(...Array.from({ length: 1_205 }, () => ({ title: '' }))),
    );
    expect(outcome.counts).toMatchObject({ rowsRead: 1_205, rejected: 1_205 });
    const [kept] = await server.app.sql<{ count: number; last: number }[]>`
      select count(*)::int as count, max(line)::int as last from catalog_import_errors e
      join catalog_imports i on i.id = e.import_id where i.business_id = ${shop.id}`;
    // The first row says that its title is missing, all others that their id is there twice.
    expect(kept).toEqual({ count: 1_000, last: 1_001 });
  });
});

describe('what was there before', () => {
  const stocked = 'id,title,price,quantity_to_sell_on_facebook\n';

  it('stays where the file does not say anything of it', async () => {
    const shop = await makeShop(server);
    await importFile(
      server,
      shop,
      file({ description: 'Nice', sale: '8', quantity: '5' }, { id: 'b', sale: '8' }),
    );
    const outcome = await importFile(server, shop, 'id,title,price\na,A,9\nb,B,8\n');
    expect(outcome.counts).toMatchObject({ updated: 2 });
    expect(await productsOf(shop)).toMatchObject([
      { sku: 'a', price: 900, description: 'Nice', sale: 800, free: 5 },
      // The new price is not above the sale price any more: the sale is over.
      { sku: 'b', name: 'B', price: 800, sale: null, free: null },
    ]);
  });

  it('is had again when the file only says that there is some', async () => {
    const shop = await makeShop(server);
    await importFile(
      server,
      shop,
      file({ quantity: '0' }, { id: 'b', quantity: '4' }, { id: 'c', availability: 'discontinued' }),
    );
    const text = 'id,title,price,availability\na,A,10,in stock\nb,A,10,in stock\nc,A,10,in stock\n';
    expect((await importFile(server, shop, text)).counts).toMatchObject({ updated: 2, unchanged: 1 });
    expect(await productsOf(shop)).toMatchObject([
      { free: null },
      { free: 4 },
      { free: null, state: 'ACTIVE' },
    ]);
  });

  it('is of this shop alone', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    await importFile(server, other, file({ quantity: '5' }));
    await importFile(server, shop, file({ title: 'Mine', quantity: '9' }));
    expect(await productsOf(other)).toMatchObject([{ sku: 'a', name: 'A', free: 5 }]);
  });

  it('that is held and sold stays so: what is free becomes what the file says', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop, { sku: 'a', stock: 10 });
    const customer = await makePerson(server);
    const cartId = await addCartLine(customer.ctx, { productId: product.id, quantity: 4 });
    await placeOrder(customer.ctx, { cartId, idempotencyKey: randomUUID() });
    await importFile(server, shop, `${stocked}a,A,25,3\n`);
    expect(await stockOf(product.id)).toEqual({ received: 7, held: 4, free: 3, tracked: true });
    await importFile(server, shop, `${stocked}a,A,25,0\n`);
    expect(await stockOf(product.id)).toEqual({ received: 4, held: 4, free: 0, tracked: true });
  });

  it('has an event for every change, and none for what is the same', async () => {
    const shop = await makeShop(server);
    await importFile(
      server,
      shop,
      file({ quantity: '1' }, { id: 'b', quantity: '1' }, { id: 'c', quantity: '1' }),
    );
    const second = file(
      { quantity: '1' },
      { id: 'b', quantity: '2' },
      { id: 'c', title: 'C', quantity: '2' },
    );
    expect((await importFile(server, shop, second)).counts).toMatchObject({ updated: 2, unchanged: 1 });
    const events = async () => server.app.sql<{ sku: string; types: string[] }[]>`
      select p.sku, array_agg(e.type order by e.sequence) as types from products p
      join (select subject_id, type, sequence from event_log union all select subject_id, type, sequence from outbox) e
        on e.subject_id = p.id
      where p.business_id = ${shop.id} group by p.id order by p.id`;
    await expect.poll(events).toEqual([
      { sku: 'a', types: ['product.created'] },
      { sku: 'b', types: ['product.created', 'stock.set'] },
      { sku: 'c', types: ['product.created', 'product.updated', 'stock.set'] },
    ]);
  });
});

async function stockOf(id: ProductId) {
  const [stock] = await server.app.sql`
    select received::int, held::int, free::int, tracked from stock where product_id = ${id}`;
  return stock;
}

describe('a file as a whole', () => {
  it.each<[what: string, text: string, failure: RegExp, created: number]>([
    ['without a price column', 'id,title\n1,a', /no column price/, 0],
    ['without a header', '1,a,10\n2,b,10', /no header/, 0],
    ['of empty lines', '\n\n', /no header/, 0],
    ['with a quote that is never closed', `${file({})}\nb,"B`, /line 3 is never closed/, 1],
    ['with a row of 10 MB', `${file({})}\nb,${'B'.repeat(10_000_000)}`, /line 3 has more than 1 MB/, 1],
  ])('%s fails, and what came before stays', async (_what, text, failure, created) => {
    const shop = await makeShop(server);
    const outcome = await importFile(server, shop, text);
    expect(outcome).toMatchObject({
      state: 'FAILED',
      failure: expect.stringMatching(failure),
      counts: { created },
    });
    expect(await productsOf(shop)).toHaveLength(created);
    await noPieces(shop);
  });

  it('of a header alone is read to its end', async () => {
    const shop = await makeShop(server);
    expect(await importFile(server, shop, COLUMNS)).toMatchObject({
      state: 'FINISHED',
      counts: { rowsRead: 0 },
    });
    await noPieces(shop);
  });

  it('of 20,400 rows is taken by several jobs in bounded memory, and is the same the second time', async () => {
    const shop = await makeShop(server);
    const rows = Array.from({ length: 20_400 }, (_, index) => ({
      id: `sku-${index}`,
      description: 'x'.repeat(400),
      quantity: '3',
    }));
    const text = Buffer.from(file(...rows));
    const importId = await keepFile(shop, text);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    await runImport(job(), importId);
    const grown = process.memoryUsage().heapUsed - before;
    expect(grown).toBeLessThan(150 * 1024 * 1024);
    expect(await outcomeOf(shop, importId)).toMatchObject({ state: 'RUNNING', counts: { rowsRead: 20_000 } });
    await workImport(server, importId);
    expect((await outcomeOf(shop, importId)).counts).toMatchObject({ rowsRead: 20_400, created: 20_400 });
    expect((await importFile(server, shop, text)).counts).toMatchObject({
      rowsRead: 20_400,
      unchanged: 20_400,
    });
  }, 240_000);
});

async function noPieces(shop: TestShop): Promise<void> {
  const [left] = await server.app.sql<{ count: number }[]>`
    select count(*)::int as count from catalog_import_pieces p join catalog_imports i on i.id = p.import_id
    where i.business_id = ${shop.id}`;
  expect(left?.count).toBe(0);
}

describe('a run that is not alone', () => {
  const many = (count: number) =>
    file(
      ...Array.from({ length: count }, (_, index) => ({ id: `sku-${index % (count - 50)}`, quantity: '2' })),
    );
  const ONCE = { rowsRead: 900, created: 850, updated: 0, unchanged: 0, rejected: 50 };

  it('that was killed in the middle is gone on with, each row once', async () => {
    const shop = await makeShop(server);
    const importId = await keepFile(shop, many(900));
    const [found] = await server.app.db.select().from(catalogImports).where(eq(catalogImports.id, importId));
    const business = { id: shop.id, currency: 'INR' as never };
    if (!found) throw new Error('nothing was kept');
    for await (const batch of batchesOf(job(), found, business.currency)) {
      await takeBatch(job(), { importId, business, batch });
      if (batch.from >= 200) break;
    }
    expect((await outcomeOf(shop, importId)).counts).toMatchObject({ rowsRead: 400, created: 400 });
    await workImport(server, importId);
    expect(await outcomeOf(shop, importId)).toMatchObject({ state: 'FINISHED', counts: ONCE });
    expect(await productsOf(shop)).toHaveLength(850);
  });

  it('takes turns with another one, each row once', async () => {
    const shop = await makeShop(server);
    const importId = await keepFile(shop, many(900));
    await Promise.all([runImport(job(), importId), runImport(job(), importId), runImport(job(), importId)]);
    expect(await outcomeOf(shop, importId)).toMatchObject({ state: 'FINISHED', counts: ONCE });
    const [ended] = await server.app.sql<{ count: number }[]>`
      select count(*)::int as count from (select type, subject_id from event_log union all select type, subject_id from outbox) e
      where type = 'import.finished' and subject_id = ${importId}`;
    expect(ended?.count).toBe(1);
    await noPieces(shop);
  });

  it('takes turns with other files of the same products', async () => {
    const shop = await makeShop(server);
    const outcomes = await Promise.all([0, 1, 2].map(() => importFile(server, shop, many(900))));
    const total = (of: (one: (typeof outcomes)[number]) => number) =>
      outcomes.reduce((sum, one) => sum + of(one), 0);
    expect(total(({ counts }) => counts.created)).toBe(850);
    expect(total(({ counts }) => counts.unchanged)).toBe(2 * 850);
    expect(await productsOf(shop)).toHaveLength(850);
  });

  it('oversells nothing while people order and the shop counts', async () => {
    const shop = await makeShop(server);
    await importFile(server, shop, many(250));
    const [first] = await server.app.sql<{ id: ProductId }[]>`
      select id from products where business_id = ${shop.id} and sku = 'sku-7'`;
    if (!first) throw new Error('nothing was imported');
    const order = async () => {
      const customer = await makePerson(server);
      const cartId = await addCartLine(customer.ctx, { productId: first.id, quantity: 1 });
      await placeOrder(customer.ctx, { cartId, idempotencyKey: randomUUID() });
    };
    await Promise.allSettled([
      ...Array.from({ length: 8 }, order),
      importFile(server, shop, many(250).replaceAll('"2"', '"3"')),
      importFile(server, shop, many(250).replaceAll('"2"', '"1"')),
      ...[5, 0, 4].map((free) => setStock(shop.owner.ctx, { productId: first.id, free })),
    ]);
    const [stock] = await server.app.sql<{ held: number; free: number; ordered: number }[]>`
      select held::int, free::int, (select coalesce(sum(quantity), 0)::int from stock_holds where product_id = s.product_id) as ordered
      from stock s where product_id = ${first.id}`;
    expect(stock?.free).toBeGreaterThanOrEqual(0);
    expect(stock?.held).toBe(stock?.ordered);
  });
});
