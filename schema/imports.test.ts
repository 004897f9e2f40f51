import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportId } from '../src/db/id.ts';
import { inputId } from './ids.ts';
import { createFeed } from '../src/channels/create-feed.ts';
import { currencyCode } from '../src/money.ts';
import {
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestPerson,
  type TestShop,
} from '../src/testing/factories.ts';
import {
  importFile,
  ListImports,
  ReadImport,
  sendFile,
  WatchImport,
  workImport,
  type Sent,
} from '../src/testing/import-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const FILE = 'id,title,price\na,Apples,10 INR\nb,Bananas,20 INR\nc,,30 INR\n';

function send(
  shop: TestShop,
  file: string | Buffer,
  options: { by?: TestPerson | null; key?: string; name?: string; to?: string } = {},
): Promise<Sent> {
  const { by = shop.owner, key, name } = options;
  const input = { businessId: options.to ?? shop.publicId, ...(key && { idempotencyKey: key }) };
  const blob = new Blob([typeof file === 'string' ? file : new Uint8Array(file)]);
  return sendFile({ url: server.url, token: by?.token ?? null }, input, blob, name);
}

/** A file that has begun to come and does not end. */
function openUpload({ owner }: TestShop): ClientRequest {
  const upload = request(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'x-bottega': '1',
      authorization: `Bearer ${owner.token}`,
      'content-type': 'multipart/form-data; boundary=b',
    },
  });
  upload.on('error', () => {});
  upload.write('--b\r\ncontent-disposition: form-data; name="0"; filename="x"\r\n\r\nid,title');
  return upload;
}

const idOf = (sent: Sent): ImportId => inputId<'import'>('CatalogImport', sent.id ?? '', []);

describe('catalogImport', () => {
  it('takes a file, tells how far it is, and what was wrong', async () => {
    const shop = await makeShop(server);
    const sent = await send(shop, FILE, { name: 'My\u0007 products.csv' });
    expect(sent).toMatchObject({ status: 200, code: null });
    const read = async () => (await shop.owner.client.request(ReadImport, { id: sent.id ?? '' })).node;
    expect(await read()).toMatchObject({
      state: 'RUNNING',
      rowsRead: 0,
      finishedAt: null,
      size: FILE.length,
    });
    await workImport(server, idOf(sent));
    expect(await read()).toEqual({
      fileName: 'My products.csv',
      size: FILE.length,
      state: 'FINISHED',
      failure: null,
      rowsRead: 3,
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      finishedAt: expect.any(String),
      business: { id: shop.publicId },
      errors: {
        edges: [
          { node: { line: 4, column: 'title', code: 'MISSING', value: '', message: expect.any(String) } },
        ],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
    });
  });

  it('is for managers of the business', async () => {
    const shop = await makeShop(server);
    const by = async (person: TestPerson | null) => (await send(shop, FILE, { by: person })).code;
    expect(await by(await makeStaff(server, shop, 'MANAGER'))).toBeNull();
    expect(await by(await makeStaff(server, shop, 'AGENT'))).toBe('FORBIDDEN_ROLE');
    expect(await by(await makePerson(server))).toBe('NOT_FOUND');
    expect(await by((await makeShop(server)).owner)).toBe('NOT_FOUND');
    expect(await by(null)).toBe('UNAUTHENTICATED');
    expect((await send(shop, FILE, { to: 'nonsense' })).code).toBe('NOT_FOUND');
  });

  it.each<[what: string, file: Buffer, code: string]>([
    ['nothing', Buffer.alloc(0), 'FILE_REFUSED'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'FILE_REFUSED'],
    ['a spreadsheet', Buffer.from('504b0304140000000800', 'hex'), 'FILE_REFUSED'],
    ['UTF-16', Buffer.from('\ufeffid,title,price', 'utf16le'), 'FILE_REFUSED'],
    ['one byte more than 50 MB', Buffer.alloc(50 * 1024 * 1024 + 1, 'a'), 'FILE_REFUSED'],
  ])('refuses %s', async (_what, file, code) => {
    const shop = await makeShop(server);
    expect(await send(shop, file)).toMatchObject({ id: null, code });
    const [kept] = await server.app.sql<{ count: number }[]>`
      select count(*)::int as count from catalog_imports where business_id = ${shop.id}`;
    expect(kept?.count).toBe(0);
  });

  it('takes 20 MB, in pieces, and no larger request of a guest than others are', async () => {
    const shop = await makeShop(server);
    const row = `${'x'.repeat(1_000)}\n`;
    const large = Buffer.from(`id,title,price,comment\na,A,10,\n${`,,,${row}`.repeat(20_000)}`);
    const sent = await send(shop, large);
    expect(sent).toMatchObject({ status: 200, code: null });
    const [kept] = await server.app.sql<{ count: number; digest: string }[]>`
      select count(*)::int as count, encode(sha256(string_agg(bytes, '' order by position)), 'hex') as digest
      from catalog_import_pieces where import_id = ${idOf(sent)}`;
    const digest = createHash('sha256').update(large).digest('hex');
    expect(kept).toEqual({ count: Math.ceil(large.length / (256 * 1024)), digest });
    expect(await send(shop, large, { by: null })).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  }, 30_000);

  it('is refused while it streams, when no length was said before', async () => {
    const { owner } = await makeShop(server);
    const boundary = 'b';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="0"; filename="x"\r\n\r\n`;
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(head)),
      pull: (controller) => {
        controller.enqueue(Buffer.alloc(1_000_000, 'a'));
        if (++sent === 55) controller.close();
      },
    });
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'x-bottega': '1',
        authorization: `Bearer ${owner.token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body,
      duplex: 'half',
    } as RequestInit).then(
      ({ status }) => status,
      () => 413,
    );
    expect(response).toBe(413);
  });

  it('is refused at once as a form of a million parts', async () => {
    const { owner } = await makeShop(server);
    const form = `${'--b\r\ncontent-disposition: form-data; name="p"\r\n\r\na\r\n'.repeat(100_000)}--b--\r\n`;
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'x-bottega': '1',
        authorization: `Bearer ${owner.token}`,
        'content-type': 'multipart/form-data; boundary=b',
      },
      body: form,
    });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain('20');
  });

  it('waits its turn: two files of a person at once, and then the next', async () => {
    const shop = await makeShop(server);
    const uploads = Array.from({ length: 3 }, () => openUpload(shop));
    // One of the three is refused, and from then on the other two have their turns.
    const [refused] = (await Promise.race(uploads.map((one) => once(one, 'response')))) as [IncomingMessage];
    expect(refused.statusCode).toBe(429);
    expect(await send(shop, FILE)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(await send(await makeShop(server), FILE)).toMatchObject({ code: null });
    for (const upload of uploads) upload.destroy();
    await expect.poll(() => send(shop, FILE), { timeout: 10_000 }).toMatchObject({ status: 200, code: null });
  });

  it('does the same key once, and takes another file under it for a mistake', async () => {
    const shop = await makeShop(server);
    const key = randomUUID();
    const first = await send(shop, FILE, { key });
    expect((await send(shop, FILE, { key })).id).toBe(first.id);
    expect(await send(shop, `${FILE}d,D,1\n`, { key })).toMatchObject({
      id: null,
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect((await send(shop, FILE, { key: 'short' })).code).toBe('INVALID_INPUT');
    await Promise.all([send(shop, FILE, { key: `${key}-2` }), send(shop, FILE, { key: `${key}-2` })]);
    const { node } = await shop.owner.client.request(ListImports, { id: shop.publicId });
    expect(node && 'catalogImports' in node && node.catalogImports?.edges).toHaveLength(2);
  });

  it('keeps no card number of the name of a file', async () => {
    const shop = await makeShop(server);
    const sent = await send(shop, FILE, { name: '4242424242424242.csv' });
    expect(sent).toMatchObject({ id: null, code: 'BAD_USER_INPUT' });
  });
});

describe('an import', () => {
  it('is seen by managers of its shop alone', async () => {
    const shop = await makeShop(server);
    const { id } = await send(shop, FILE);
    const agent = await makeStaff(server, shop, 'AGENT');
    const others = [agent, await makePerson(server), (await makeShop(server)).owner];
    for (const { client } of [...others, { client: server.client() }]) {
      expect((await client.request(ReadImport, { id: id ?? '' })).node).toBeNull();
      const { node } = await client.request(ListImports, { id: shop.publicId });
      expect(node).toEqual({ catalogImports: null });
    }
    for (const { client } of others) {
      const stream = client.subscribe(WatchImport, { id: id ?? '' });
      await expect(stream.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const manager = await makeStaff(server, shop, 'MANAGER');
    expect((await manager.client.request(ReadImport, { id: id ?? '' })).node).toMatchObject({
      state: 'RUNNING',
    });
    const { node } = await manager.client.request(ListImports, { id: shop.publicId });
    expect(node).toMatchObject({ catalogImports: { edges: [{ node: { id } }] } });
  });

  it('is followed live to its end', async () => {
    const shop = await makeShop(server);
    const rows = Array.from({ length: 450 }, (_, index) => `sku-${index},Product,10`);
    const sent = await send(shop, ['id,title,price', ...rows].join('\n'));
    const live = await watch(server, shop.owner.client, WatchImport, { id: sent.id ?? '' });
    await workImport(server, idOf(sent));
    const events = [await live.next(), await live.next(), await live.next(), await live.next()];
    const progressed = 'IMPORT_PROGRESSED';
    expect(events.map(({ type }) => type)).toEqual([progressed, progressed, progressed, 'IMPORT_FINISHED']);
    expect(events.map(({ sequence }) => sequence)).toEqual([2, 3, 4, 5]);
    expect(events[3]?.import).toEqual({ state: 'FINISHED', rowsRead: 450, created: 450 });
    await live.stop();
  });

  it('has its errors in pages', async () => {
    const shop = await makeShop(server);
    const sent = await send(
      shop,
      ['id,title,price', ...'abcde'.split('').map((id) => `${id},,1`)].join('\n'),
    );
    await workImport(server, idOf(sent));
    const pageAfter = async (after: string | null) => {
      const { node } = await shop.owner.client.request(ReadImport, { id: sent.id ?? '', first: 3, after });
      if (!node || !('errors' in node)) throw new Error('there is no such import');
      return { lines: node.errors.edges.map((edge) => edge.node.line), ...node.errors.pageInfo };
    };
    const first = await pageAfter(null);
    const second = await pageAfter(first.endCursor ?? null);
    expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
    const lines = [...first.lines, ...second.lines];
    expect(lines).toEqual([2, 3, 4, 5, 6]);
    const wrong = await shop.owner.client.raw(ReadImport, { id: sent.id ?? '', after: 'nonsense' });
    expect(wrong.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('a feed of ours', () => {
  it('comes back as the same catalogue, in this shop and in another', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    const money = (minor: bigint) => ({ minor, currency: currencyCode('INR') });
    const sale = { price: money(1_999n), startsAt: new Date('2030-01-01T00:00:00Z'), endsAt: null };
    await makeProduct(shop, { sku: 'tom', name: 'Tomatoes, "ripe"', description: 'One\ntwo; three', sale });
    await makeProduct(shop, {
      sku: 'oil',
      name: '🍅',
      description: 'A < B & C',
      stock: null,
    });
    await makeProduct(shop, { sku: 'out', description: 'None left', stock: 0 });
    await makeProduct(shop, { name: 'No SKU', description: 'By its id', stock: 3 });
    const feed = await createFeed(shop.owner.ctx, { businessId: shop.id, channel: 'FACEBOOK_SHOP' });
    const file = await (await fetch((feed.address ?? '').replace('http://bottega.test', server.url))).text();
    expect((await importFile(server, shop, file)).counts).toMatchObject({ rowsRead: 4, unchanged: 4 });
    expect((await importFile(server, other, file)).counts).toMatchObject({ rowsRead: 4, created: 4 });
    const catalogue = (of: TestShop) => server.app.sql`
      select name, description, price_minor, sale_price_minor, sale_starts_at, sale_ends_at, tracked, free
      from products join stock on product_id = id where business_id = ${of.id} order by id`;
    expect([...(await catalogue(other))]).toEqual([...(await catalogue(shop))]);
  });
});
