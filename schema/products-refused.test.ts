import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { ArchiveProduct, CreateProduct, SetStock, UpdateProduct } from '../src/testing/catalogue-commands.ts';
import { makeProduct, makeShop, type TestShop } from '../src/testing/factories.ts';
import type { ProductCreateInput, ProductUpdateInput } from '../src/testing/gql/graphql.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const money = (amount: string, currencyCode = 'INR') => ({ amount, currencyCode });
const sale = (amount: string, startsAt?: string, endsAt?: string, currencyCode = 'INR') => ({
  price: money(amount, currencyCode),
  ...(startsAt !== undefined && { startsAt }),
  ...(endsAt !== undefined && { endsAt }),
});
const DAY_1 = '2030-01-01T00:00:00Z';
const DAY_2 = '2030-01-02T00:00:00Z';

/** A product of 100 INR is asked to have these. */
const BAD: readonly (readonly [string, Partial<ProductUpdateInput>, code: string, path: string])[] = [
  ['an empty name', { name: '' }, 'INVALID_INPUT', 'name'],
  ['a name of spaces', { name: ' \n ' }, 'INVALID_INPUT', 'name'],
  ['a name of 201 letters', { name: 'a'.repeat(201) }, 'INVALID_INPUT', 'name'],
  ['NUL in the name', { name: 'a\0b' }, 'INVALID_INPUT', 'name'],
  ['a control character in the name', { name: 'a\u0007b' }, 'INVALID_INPUT', 'name'],
  ['half an emoji in the name', { name: 'a\ud83c' }, 'INVALID_INPUT', 'name'],
  ['a description of 10,000 letters', { description: 'a'.repeat(10_000) }, 'INVALID_INPUT', 'description'],
  ['NUL in the description', { description: '\0' }, 'INVALID_INPUT', 'description'],
  ['half an emoji in the description', { description: '\udf45' }, 'INVALID_INPUT', 'description'],
  ['an empty SKU', { sku: '' }, 'INVALID_INPUT', 'sku'],
  ['a SKU of 101 characters', { sku: 'a'.repeat(101) }, 'INVALID_INPUT', 'sku'],
  ['a SKU with a space at the end', { sku: 'ON-1 ' }, 'INVALID_INPUT', 'sku'],
  ['a SKU with a line break', { sku: 'ON\n1' }, 'INVALID_INPUT', 'sku'],
  ['a SKU with NUL', { sku: 'ON\0' }, 'INVALID_INPUT', 'sku'],
  ['a SKU that is taken', { sku: 'TAKEN' }, 'SKU_TAKEN', 'sku'],
  ['a price of nothing', { price: money('0') }, 'INVALID_MONEY', 'price'],
  ['a negative price', { price: money('-1') }, 'INVALID_MONEY', 'price'],
  ['an enormous price', { price: money('10000000000.01') }, 'INVALID_MONEY', 'price.amount'],
  ['a price of 400 digits', { price: money('9'.repeat(400)) }, 'INVALID_MONEY', 'price.amount'],
  ['a price of too many digits', { price: money('10.001') }, 'INVALID_MONEY', 'price.amount'],
  ['a price that is no number', { price: money('ten') }, 'INVALID_MONEY', 'price.amount'],
  ['a price with NUL', { price: money('10\0') }, 'INVALID_MONEY', 'price.amount'],
  ['a price in another currency', { price: money('10', 'USD') }, 'INVALID_MONEY', 'price'],
  ['a sale for nothing', { sale: sale('0') }, 'INVALID_MONEY', 'sale.price'],
  ['a negative sale price', { sale: sale('-1') }, 'INVALID_MONEY', 'sale.price'],
  ['a sale at the price itself', { sale: sale('100') }, 'INVALID_MONEY', 'sale.price'],
  ['a sale above the price', { sale: sale('100.01') }, 'INVALID_MONEY', 'sale.price'],
  ['a sale of too many digits', { sale: sale('10.005') }, 'INVALID_MONEY', 'sale.price.amount'],
  ['a sale in another currency', { sale: sale('1', DAY_1, DAY_2, 'USD') }, 'INVALID_MONEY', 'sale.price'],
  ['a sale that ends before it begins', { sale: sale('1', DAY_2, DAY_1) }, 'INVALID_INPUT', 'sale.endsAt'],
  ['a sale that ends as it begins', { sale: sale('1', DAY_1, DAY_1) }, 'INVALID_INPUT', 'sale.endsAt'],
  ['a picture that is none', { imageIds: ['img_0'] }, 'NOT_FOUND', 'imageIds.0'],
  ['a picture that is gone', { imageIds: [encodeId('img', newId())] }, 'NOT_FOUND', 'imageIds'],
  ['a product for a picture', { imageIds: [encodeId('prd', newId())] }, 'NOT_FOUND', 'imageIds.0'],
  [
    'eleven pictures',
    { imageIds: Array.from({ length: 11 }, () => encodeId('img', newId())) },
    'INVALID_INPUT',
    'imageIds',
  ],
];

/** Everything that is stored of a shop's products, to see that nothing was changed. */
async function stored(shop: TestShop): Promise<string> {
  const rows = await server.app.sql`
    select to_jsonb(p) as product, to_jsonb(s) as stock from products p join stock s on s.product_id = p.id
    where p.business_id = ${shop.id} order by p.id`;
  return JSON.stringify(rows);
}

describe('is refused, and nothing is changed:', () => {
  it.each(BAD)('%s', async (_what, change, code, path) => {
    const shop = await makeShop(server);
    const { client } = shop.owner;
    await makeProduct(shop, { sku: 'TAKEN' });
    const start = { businessId: shop.publicId, name: 'Onions', price: money('100') } as const;
    const made = (await client.request(CreateProduct, { input: start })).productCreate;
    const before = await stored(shop);
    const refusal = { code, path: path.split('.'), message: expect.stringMatching(/^[A-Z].{10,}/) };

    const input = { ...start, ...change } as ProductCreateInput;
    expect((await client.request(CreateProduct, { input })).productCreate).toEqual({
      product: null,
      userErrors: [refusal],
    });
    const updated = await client.request(UpdateProduct, {
      input: { productId: made.product?.id ?? '', ...change },
    });
    expect(updated.productUpdate).toEqual({ product: null, userErrors: [refusal] });
    expect(await stored(shop)).toBe(before);
  });

  it.each([-1, 1_000_000_001])('a stock of %s', async (stock) => {
    const shop = await makeShop(server);
    const input = { businessId: shop.publicId, name: 'Onions', price: money('1'), stock };
    expect((await shop.owner.client.request(CreateProduct, { input })).productCreate).toMatchObject({
      product: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['stock'] }],
    });
  });
});

describe('an id that is', () => {
  const ids: readonly [string, () => Promise<string>][] = [
    ['not there', () => Promise.resolve(encodeId('prd', newId()))],
    ['of another shop', async () => (await makeProduct(await makeShop(server))).publicId],
    ['of another type', async () => (await makeShop(server)).publicId],
    ['no id', () => Promise.resolve('prd_nonsense')],
    ['empty', () => Promise.resolve('')],
    ['NUL', () => Promise.resolve('\0')],
    ['of another alphabet', () => Promise.resolve(`prd_${'z'.repeat(26)}`)],
    ['a bare UUID', () => Promise.resolve('0198c0de-0000-7000-8000-000000000000')],
  ];

  it.each(ids)('%s is answered with NOT_FOUND, always in the same words', async (_what, idOf) => {
    const { client } = (await makeShop(server)).owner;
    const productId = await idOf();
    const answers = [
      (await client.request(UpdateProduct, { input: { productId, name: 'Mine now' } })).productUpdate,
      (await client.request(ArchiveProduct, { input: { productId } })).productArchive,
      (await client.request(SetStock, { input: { productId, free: 1 } })).stockSet,
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({
        product: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['productId'] }],
      });
    }
  });
});
