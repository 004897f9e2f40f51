import { request, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { FEED_COLUMNS, type FeedRow } from '../channels/feed-fields.ts';
import { uploadImage } from '../businesses/upload-image.ts';
import { archiveProduct, setStock, updateProduct } from '../catalog/update.ts';
import { encodeId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { PIXEL } from '../testing/business-commands.ts';
import { makeFeed, readFeed, revokeFeed } from '../testing/channel-commands.ts';
import { makeProduct, makeShop, type TestShop } from '../testing/factories.ts';
import { makeSwitchboard } from '../testing/market-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

const logged: string[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
  });
});
afterAll(() => server.stop());

const get = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);

/** The rows of a feed as Meta reads them. */
async function read(path: string): Promise<FeedRow[]> {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  return parse(await answer.text(), { columns: true });
}

const codeOf = async (answer: Response) => {
  const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
  return [answer.status, errors[0]?.extensions.code];
};

const money = (minor: bigint, currency = 'INR') => ({ minor, currency: currencyCode(currency) });

describe('a feed holds', () => {
  it('nothing but its header for a shop without products', async () => {
    const answer = await get((await makeFeed(await makeShop(server))).path);
    expect(await answer.text()).toBe(`${FEED_COLUMNS.join(',')}\n`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('each product of the channel once, as it is now', async () => {
    const shop = await makeShop(server);
    const [cover, second, third] = [
      await uploadImage(shop.owner.ctx, { businessId: shop.id, bytes: PIXEL }),
      await uploadImage(shop.owner.ctx, { businessId: shop.id, bytes: PIXEL }),
      await uploadImage(shop.owner.ctx, { businessId: shop.id, bytes: PIXEL }),
    ];
    const full = await makeProduct(shop, {
      name: 'Alphonso mangoes',
      description: 'A dozen, from "Ratnagiri".\nRipe.',
      sku: 'MANGO-12',
      imageIds: [cover, second, third],
      price: money(89_900n),
      sale: { price: money(79_900n), startsAt: new Date('2026-01-01T00:00:00Z') },
      stock: 40,
    });
    const plain = await makeProduct(shop, { name: 'Salt', stock: null });
    await makeProduct(shop, { name: 'Only in the chat', channels: ['CHAT'] });
    await archiveProduct(shop.owner.ctx, (await makeProduct(shop, { name: 'Gone' })).id);
    const { path } = await makeFeed(shop);
    const image = (id: string) => `http://bottega.test/images/${encodeId('img', id)}`;
    expect(await read(path)).toEqual([
      {
        id: 'MANGO-12',
        title: 'Alphonso mangoes',
        description: 'A dozen, from "Ratnagiri".\nRipe.',
        availability: 'in stock',
        condition: 'new',
        price: '899.00 INR',
        link: `http://bottega.test/products/${full.publicId}`,
        image_link: image(cover),
        brand: 'Sabzi Mandi',
        sale_price: '799.00 INR',
        sale_price_effective_date: '2026-01-01T00:00:00+00:00/2099-12-31T23:59:59+00:00',
        quantity_to_sell_on_facebook: '40',
        additional_image_link: `${image(second)},${image(third)}`,
        item_group_id: '',
      },
      {
        id: plain.publicId,
        title: 'Salt',
        description: 'Salt',
        availability: 'in stock',
        condition: 'new',
        price: '25.00 INR',
        link: `http://bottega.test/products/${plain.publicId}`,
        image_link: '',
        brand: 'Sabzi Mandi',
        sale_price: '',
        sale_price_effective_date: '',
        quantity_to_sell_on_facebook: '',
        additional_image_link: '',
        item_group_id: '',
      },
    ]);
    await setStock(shop.owner.ctx, { productId: full.id, free: 0 });
    await updateProduct(shop.owner.ctx, { productId: full.id, sale: null, price: money(95_000n) });
    expect((await read(path))[0]).toMatchObject({
      availability: 'out of stock',
      quantity_to_sell_on_facebook: '0',
      price: '950.00 INR',
      sale_price: '',
      sale_price_effective_date: '',
    });
  });

  test.each<[string, string]>([
    ['commas', 'Rice, long, white'],
    ['quotes', 'The "best" rice, "really"'],
    ['one quote', '"'],
    ['lines', 'One\nTwo\n\nThree'],
    ['emoji', '🍚🥭👩‍👩‍👧‍👦'],
    ['scripts', 'बासमती चावल — أرز'],
    ['tabs', 'a\tb'],
    ['what a spreadsheet takes for a formula', '=HYPERLINK("http://evil.test","win")'],
    ['a plus', '+91 is a prefix'],
    ['a minus', '-10 % today'],
    ['an at', '@shop'],
    ['9,999 characters', `${'long word '.repeat(1_000).slice(0, 9_998)}x`],
  ])('%s exactly as the shop wrote them', async (_what, text) => {
    const shop = await makeShop(server);
    await makeProduct(shop, { name: text.replaceAll(/\s+/g, ' ').slice(0, 200), description: text });
    const [row] = await read((await makeFeed(shop, 'INSTAGRAM_SHOP')).path);
    expect(row?.description).toBe(text.trim());
    expect(row?.title).toBe(text.replaceAll(/\s+/g, ' ').slice(0, 200).trim());
  });

  it('prices with as many decimals as the currency has', async () => {
    const shop = await makeShop(server);
    await makeProduct(shop, { name: 'Rice', price: money(5n) });
    await makeProduct(shop, { name: 'Yen' });
    await server.app.sql`update products set currency = 'JPY', price_minor = 2030 where name = 'Yen'`;
    const rows = await read((await makeFeed(shop, 'PARTNER')).path);
    expect(rows.map(({ price }) => price)).toEqual(['0.05 INR', '2030 JPY']);
  });

  it('no sale that is over, and one that is to come with its dates', async () => {
    const shop = await makeShop(server);
    const over = { price: money(1_000n), endsAt: new Date('2020-01-01T00:00:00Z') };
    const toCome = {
      price: money(1_000n),
      startsAt: new Date('2090-01-01T00:00:00Z'),
      endsAt: new Date('2090-02-01T00:00:00Z'),
    };
    await makeProduct(shop, { sale: over });
    await makeProduct(shop, { sale: toCome });
    const rows = await read((await makeFeed(shop)).path);
    expect(rows.map((row) => [row.sale_price, row.sale_price_effective_date])).toEqual([
      ['', ''],
      ['10.00 INR', '2090-01-01T00:00:00+00:00/2090-02-01T00:00:00+00:00'],
    ]);
  });

  it("no other shop's products", async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    await makeProduct(other);
    expect(await read((await makeFeed(shop)).path)).toEqual([]);
  });
});

describe('an address', () => {
  it('that was revoked is as absent as one that never was', async () => {
    const shop = await makeShop(server);
    const [old, fresh] = [await makeFeed(shop), await makeFeed(shop)];
    await revokeFeed(shop.owner.client, old.id);
    const unknown = `/feeds/${'A'.repeat(43)}.csv`;
    const answers = await Promise.all(
      [old.path, unknown, '/feeds/nonsense.csv', fresh.path.slice(0, -4), `${fresh.path}/x`].map((path) =>
        get(path),
      ),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(404));
    expect(texts[0]).toContain('NOT_FOUND');
    expect((await get(fresh.path)).status).toBe(200);
  });

  it('is shut while the country has the channel switched off, and open in a pilot', async () => {
    const shop = await makeShop(server, { country: 'ID' });
    const { turn } = await makeSwitchboard(server, 'ID');
    const [facebook, partner] = [await makeFeed(shop), await makeFeed(shop, 'PARTNER')];
    await turn('FACEBOOK_SHOP', 'OFF');
    expect(await codeOf(await get(facebook.path))).toEqual([404, 'FEATURE_UNAVAILABLE']);
    expect((await get(partner.path)).status).toBe(200);
    await turn('FACEBOOK_SHOP', 'PILOT', { sharePercent: 1 });
    expect((await get(facebook.path)).status).toBe(200);
    await turn('FACEBOOK_SHOP', 'OFF');
    await revokeFeed(shop.owner.client, facebook.id);
    expect(await codeOf(await get(facebook.path))).toEqual([404, 'NOT_FOUND']);
  });

  it('tells when it was fetched; asking for the head is no fetch', async () => {
    const shop = await makeShop(server);
    await makeProduct(shop);
    const { id, path } = await makeFeed(shop);
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('content-type')]).toEqual([
      200,
      '',
      'text/csv; charset=utf-8',
    ]);
    expect(await readFeed(shop.owner.client, id)).toMatchObject({ lastFetchedAt: null });
    await (await get(path)).text();
    expect(await readFeed(shop.owner.client, id)).toMatchObject({ lastFetchedAt: expect.any(String) });
    expect((await get(path, { method: 'POST' })).status).toBe(405);
  });

  it('is in no log, mistyped or not', async () => {
    const { path } = await makeFeed(await makeShop(server));
    const secret = path.slice('/feeds/'.length, -'.csv'.length);
    for (const tried of [path, `/${path}`, path.replace('feeds', 'feed'), `${path}?x=1`, path.slice(0, -4)]) {
      await (await get(tried)).text();
    }
    await get(path, { method: 'POST' });
    await vi.waitFor(() => expect(logged.join('')).toContain('/feed/[secret]'));
    expect(logged.join('')).toContain('/feeds/[secret]');
    expect(logged.join('')).not.toContain(secret);
  });
});

/** Puts so many products with texts of 1,400 characters into a shop. */
async function fill(shop: TestShop, count: number): Promise<void> {
  await server.app.sql`
    with made as (
      insert into products (id, business_id, name, description, sku, currency, price_minor)
      select gen_random_uuid(), ${shop.id}, 'Product ' || n, repeat('rice and salt ', 100), 'SKU-' || n, 'INR', n
      from generate_series(1, ${count}) n returning id
    )
    insert into stock (product_id, tracked, received) select id, true, 5 from made`;
}

/** Asks for a feed and takes nothing of its body yet. */
function open(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(`${server.url}${path}`, resolve).on('error', reject).end();
  });
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is in use, not what is waiting to be collected. */
function liveMemory(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** How often memory is looked at: every five megabytes. */
const SAMPLE = 5 * 2 ** 20;

/** More than a page of the feed, of 0.7 MB, and what the two sides of a connection have in hand; less than half of it. */
const BOUND = 12 * 2 ** 20;

const pagesBeingRead = async () => {
  const [row] = await server.app.sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and state = 'active' and query like '%products_sold%' and pid <> pg_backend_pid()`;
  return row?.count ?? 0;
};

describe('a large catalogue', () => {
  const COUNT = 20_000;
  let shop: TestShop;
  let path: string;
  beforeAll(async () => {
    shop = await makeShop(server);
    await fill(shop, COUNT);
    ({ path } = await makeFeed(shop));
  });

  it('begins at once, comes whole and needs no memory that grows with it', async () => {
    const before = liveMemory();
    const start = performance.now();
    const answer = await open(path);
    const at: number[] = [];
    const live: number[] = [];
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      at.push(performance.now() - start);
      if (Math.floor(size / SAMPLE) !== Math.floor((size + chunk.length) / SAMPLE))
        live.push(liveMemory() - before);
      size += chunk.length;
    }
    expect(size).toBeGreaterThan(COUNT * 1_400);
    expect(live.length).toBeGreaterThan(4);
    // Towards the end of 30 MB. What is kept would be that of all three; what is not collected yet, of one at most.
    expect(Math.min(...live.slice(-3))).toBeLessThan(BOUND);
    expect(at[0]).toBeLessThan((at.at(-1) ?? 0) / 4);
  }, 60_000);

  it('is written as fast as the other side reads, and holds no connection meanwhile', async () => {
    const before = liveMemory();
    const answer = await open(path);
    let size = 0;
    answer.on('readable', () => {
      if (size === 0) size += (answer.read() as Buffer | null)?.length ?? 0;
    });
    await vi.waitFor(() => expect(size).toBeGreaterThan(0));
    await expect.poll(pagesBeingRead).toBe(0);
    // What is written ahead is in the buffers of the two sockets, and no more.
    await expect.poll(liveMemory).toBeLessThan(before + BOUND);
    answer.destroy();
  });

  it('that a client leaves half-way is read no further', async () => {
    const before = logged.length;
    const answer = await open(path);
    await new Promise((resolve) => answer.once('data', resolve));
    answer.destroy();
    await vi.waitFor(() => expect(logged.slice(before).join('')).toContain('left or closed half-way'));
    expect(logged.slice(before).join('')).not.toContain('"level":50');
    expect((await get('/health')).status).toBe(200);
  });

  it('is cut off when its address is revoked while it is read: it does not look whole', async () => {
    const feed = await makeFeed(shop);
    const answer = await open(feed.path);
    await new Promise((resolve) => answer.once('readable', resolve));
    await revokeFeed(shop.owner.client, feed.id);
    await expect(answer.toArray()).rejects.toThrow('aborted');
    expect(answer.complete).toBe(false);
  });
});
