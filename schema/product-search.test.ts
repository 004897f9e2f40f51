import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveProduct } from '../src/catalog/update.ts';
import { ListProducts } from '../src/testing/catalogue-commands.ts';
import { makeProduct, makeShop, type TestShop } from '../src/testing/factories.ts';
import type { CatalogueListProductsQuery } from '../src/testing/gql/graphql.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function grocer(): Promise<TestShop> {
  const shop = await makeShop(server);
  const goods = [
    { name: 'Tomatoes', description: 'Ripe, from Nashik', sku: 'TOM-1' },
    { name: 'Cherry tomatoes' },
    { name: 'Basmati Rice', description: 'Long grain' },
    { name: 'Rice flour' },
    { name: 'Onions' },
    { name: 'बासमती चावल' },
    { name: 'Jalapeño', description: 'Very hot' },
    { name: '100% juice' },
  ];
  for (const product of goods) await makeProduct(shop, product);
  return shop;
}

async function search(shop: TestShop, words: string, first = 20, after: string | null = null) {
  const [row] = await server.app.sql<
    { handle: string }[]
  >`select handle from businesses where id = ${shop.id}`;
  const variables = { handle: row?.handle ?? '', search: words, first, after };
  const answer: CatalogueListProductsQuery = await server.client().request(ListProducts, variables);
  const found = answer.business?.products;
  return { names: found?.edges.map((edge) => edge.node.name) ?? [], next: found?.pageInfo };
}

describe('a search finds', () => {
  it.each([
    ['a word of the name', 'onions', ['Onions']],
    ['a word in capitals', 'ONIONS', ['Onions']],
    ['two words', 'basmati rice', ['Basmati Rice']],
    ['a word that is nearly right', 'tomatto', ['Tomatoes', 'Cherry tomatoes']],
    ['two words that are nearly right', 'basmti rice', ['Basmati Rice', 'Rice flour']],
    ['the singular', 'onion', ['Onions']],
    ['a word of the description', 'nashik', ['Tomatoes']],
    ['the SKU, best', 'TOM-1', ['Tomatoes', 'Cherry tomatoes']],
    ['another script', 'चावल', ['बासमती चावल']],
    ['a name without its accents', 'jalapeno', ['Jalapeño']],
    ['nothing that is not there', 'bicycle', []],
  ])('%s', async (_what, words, names) => {
    expect((await search(await grocer(), words)).names).toEqual(names);
  });

  it('what is on the shelf of this shop only', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    const gone = await makeProduct(shop, { name: 'Mango, Alphonso' });
    await makeProduct(shop, { name: 'Mango, Kesar' });
    await makeProduct(other, { name: 'Mango, Dasheri' });
    await archiveProduct(shop.owner.ctx, gone.id);
    expect((await search(shop, 'mango')).names).toEqual(['Mango, Kesar']);
  });

  it.each(['', '   ', '\0', '\u001b\t'])('everything for %j, which says nothing', async (words) => {
    expect((await search(await grocer(), words)).names).toHaveLength(8);
  });

  it.each([
    "'",
    '"',
    '\\',
    '%',
    '_',
    '&|!():*',
    "x'; drop table products --",
    '\ud83c',
    '🍅',
    'x'.repeat(9_999),
  ])('without stumbling over %j', async (words) => {
    expect((await search(await grocer(), words)).names).toEqual([]);
  });
});

describe('a search goes page by page', () => {
  it('through all that match, best first, each once, while more is put on the shelf', async () => {
    const shop = await makeShop(server);
    for (let n = 1; n <= 7; n++) await makeProduct(shop, { name: `Green tea ${n}` });
    await makeProduct(shop, { name: 'Herbs', description: 'For green tea' });
    await makeProduct(shop, { name: 'Greens' });
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search(shop, 'green tea', 2, after);
      names.push(...page.names);
      after = page.next?.hasNextPage ? page.next.endCursor : null;
      await makeProduct(shop, { name: 'Coffee' });
    } while (after !== null);
    expect(names.slice(0, 7)).toEqual(Array.from({ length: 7 }, (_, index) => `Green tea ${index + 1}`));
    expect(names.slice(7)).toEqual(['Herbs', 'Greens']);
  });

  it('each once when all match equally well', async () => {
    const shop = await makeShop(server);
    for (let n = 0; n < 5; n++) await makeProduct(shop, { name: 'Chai' });
    const first = await search(shop, 'chai', 3);
    const second = await search(shop, 'chai', 3, first.next?.endCursor);
    expect([first.names.length, second.names.length]).toEqual([3, 2]);
    expect(second.next).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
});
