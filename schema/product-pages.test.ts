import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveProduct } from '../src/catalog/update.ts';
import { CountProducts, ListProducts } from '../src/testing/catalogue-commands.ts';
import { makeProduct, makeShop, type TestShop } from '../src/testing/factories.ts';
import type { CatalogueListProductsQuery } from '../src/testing/gql/graphql.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function handleOf(shop: TestShop): Promise<string> {
  const [row] = await server.app.sql<
    { handle: string }[]
  >`select handle from businesses where id = ${shop.id}`;
  return row?.handle ?? '';
}

interface Asked {
  readonly search?: string;
  readonly first?: number | null;
  readonly after?: string | null;
}

async function page(shop: TestShop, asked: Asked = {}) {
  const variables = { handle: await handleOf(shop), ...asked };
  const answer: CatalogueListProductsQuery = await server.client().request(ListProducts, variables);
  const products = answer.business?.products;
  return {
    names: products?.edges.map((edge) => edge.node.name) ?? [],
    cursors: products?.edges.map((edge) => edge.cursor) ?? [],
    info: products?.pageInfo,
  };
}

/** The names on every page, with something done between one page and the next. */
async function walk(shop: TestShop, asked: Asked, between: () => Promise<unknown> = () => Promise.resolve()) {
  const names: string[] = [];
  let after: string | null = null;
  for (;;) {
    const found = await page(shop, { ...asked, after });
    names.push(...found.names);
    if (!found.info?.hasNextPage) return names;
    after = found.info.endCursor;
    await between();
  }
}

async function stockUp(shop: TestShop, names: readonly string[]) {
  const made = [];
  for (const name of names) made.push(await makeProduct(shop, { name }));
  return made;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Product ${index + 1}`);

describe('the catalogue', () => {
  it('is 20 long unless asked, oldest first', async () => {
    const shop = await makeShop(server);
    await stockUp(shop, numbered(21));
    const { names, cursors, info } = await page(shop);
    expect(names).toEqual(numbered(20));
    expect(info).toEqual({
      startCursor: cursors[0],
      endCursor: cursors[19],
      hasNextPage: true,
      hasPreviousPage: false,
    });
    const rest = await page(shop, { after: cursors[19] ?? '' });
    expect(rest).toMatchObject({
      names: ['Product 21'],
      info: { hasNextPage: false, hasPreviousPage: true },
    });
  });

  it('is walked through without a gap or a repeat, whatever is added and archived meanwhile', async () => {
    const shop = await makeShop(server);
    const made = await stockUp(shop, numbered(9));
    let added = 9;
    const names = await walk(shop, { first: 2 }, async () => {
      const [gone] = made.splice(0, 1);
      if (gone) await archiveProduct(shop.owner.ctx, gone.id);
      if (added < 12) await makeProduct(shop, { name: `Product ${++added}` });
    });
    expect(names).toEqual(numbered(12));
  });

  it('goes on behind a product that is gone', async () => {
    const shop = await makeShop(server);
    const [first] = await stockUp(shop, numbered(3));
    const { cursors } = await page(shop, { first: 1 });
    if (first) await archiveProduct(shop.owner.ctx, first.id);
    expect((await page(shop, { after: cursors[0] ?? '' })).names).toEqual(['Product 2', 'Product 3']);
  });

  it('is empty behind its last product', async () => {
    const shop = await makeShop(server);
    await stockUp(shop, numbered(1));
    const { cursors } = await page(shop);
    expect(await page(shop, { after: cursors[0] ?? '' })).toEqual({
      names: [],
      cursors: [],
      info: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: true },
    });
  });

  it('is counted when asked, without what is archived', async () => {
    const shop = await makeShop(server);
    const [first] = await stockUp(shop, numbered(4));
    if (first) await archiveProduct(shop.owner.ctx, first.id);
    const handle = await handleOf(shop);
    const { business } = await server.client().request(CountProducts, { handle });
    expect(business?.products.totalCount).toBe(3);
  });
});

describe('a page is refused', () => {
  it.each<[string, Asked]>([
    ['of none', { first: 0 }],
    ['of fewer than none', { first: -1 }],
    ['of more than 100', { first: 101 }],
    ['behind what is no cursor', { after: 'nonsense' }],
    ['behind nothing', { after: '' }],
    ['behind NUL', { after: '\0' }],
    ['behind an id', { after: 'prd_01k5z7m3e8f4q9v2x6t0c1b8ha' }],
    ['behind a cursor of messages', { after: Buffer.from('12').toString('base64url') }],
    ['of a search behind what is no cursor', { search: 'x', after: 'nonsense' }],
    ['of a search behind no number', { search: 'x', after: pair('NaN') }],
    ['of a search behind infinity', { search: 'x', after: pair('1e999') }],
    ['of a search behind a moment', { search: 'x', after: pair('2026-01-01T00:00:00.000Z') }],
    ['of a search behind no id', { search: 'x', after: Buffer.from('1|x').toString('base64url') }],
  ])('%s', async (_what, asked) => {
    const handle = await handleOf(await makeShop(server));
    const { data, errors } = await server.client().raw(ListProducts, { handle, ...asked });
    expect([data?.business, errors?.[0]?.extensions?.['code']]).toEqual([null, 'BAD_USER_INPUT']);
  });

  it('that would cost too much, before it is read', async () => {
    const handle = await handleOf(await makeShop(server));
    const { errors } = await server.client().raw(ListProducts, { handle, first: 2_147_483_647 });
    expect(errors?.[0]?.extensions?.['code']).toBe('COST_EXCEEDED');
  });

  it('behind a cursor of the other list', async () => {
    const shop = await makeShop(server);
    await stockUp(shop, numbered(3));
    const handle = await handleOf(shop);
    const ofList = (await page(shop, { first: 1 })).info?.endCursor ?? '';
    const ofSearch = (await page(shop, { search: 'product', first: 1 })).info?.endCursor ?? '';
    for (const asked of [{ after: ofSearch }, { search: 'product', after: ofList }]) {
      const { errors } = await server.client().raw(ListProducts, { handle, ...asked });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});

function pair(first: string): string {
  return Buffer.from(`${first}|0198c0de-0000-7000-8000-000000000000`).toString('base64url');
}
