import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ArchiveProduct,
  CreateProduct,
  ReadProduct,
  SetStock,
  UpdateProduct,
} from '../src/testing/catalogue-commands.ts';
import {
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestProduct,
  type TestShop,
} from '../src/testing/factories.ts';
import type { ProductCreateInput, ProductUpdateInput } from '../src/testing/gql/graphql.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

const HOUR = 60 * 60_000;
let server: TestServer;
let skew = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + skew) });
});
afterAll(() => server.stop());

const inr = (amount: string) => ({ amount, currencyCode: 'INR' });
const inHours = (hours: number) => new Date(Date.now() + skew + hours * HOUR).toISOString();

async function create(shop: TestShop, change: Partial<ProductCreateInput> = {}) {
  const input = { businessId: shop.publicId, name: 'Onions', price: inr('40'), ...change };
  return (await shop.owner.client.request(CreateProduct, { input })).productCreate;
}

async function update(shop: TestShop, product: TestProduct, change: Partial<ProductUpdateInput>) {
  const input = { productId: product.publicId, ...change };
  return (await shop.owner.client.request(UpdateProduct, { input })).productUpdate;
}

async function setStock(shop: TestShop, product: TestProduct, free: number | null) {
  const input = { productId: product.publicId, free };
  return (await shop.owner.client.request(SetStock, { input })).stockSet;
}

const read = async (product: TestProduct) =>
  (await server.client().request(ReadProduct, { id: product.publicId })).node;

describe('productCreate', () => {
  it('adds a product that everybody can see', async () => {
    const shop = await makeShop(server);
    const { product } = await create(shop, {
      name: ' Onions ',
      description: 'Red,\nfrom Nashik',
      sku: 'ON-1',
      unit: 'KG',
      stock: 12,
    });
    const { node } = await server.client().request(ReadProduct, { id: product?.id ?? '' });
    expect(node).toEqual({ ...product, stock: { ...product?.stock, held: null, sold: null } });
    expect(product).toEqual({
      id: expect.stringMatching(/^prd_/),
      name: 'Onions',
      description: 'Red,\nfrom Nashik',
      sku: 'ON-1',
      unit: 'KG',
      state: 'ACTIVE',
      availability: 'IN_STOCK',
      price: { amount: '40.00', currencyCode: 'INR' },
      regularPrice: { amount: '40.00' },
      salePrice: null,
      saleEndsAt: null,
      photo: null,
      photos: [],
      stock: { isTracked: true, free: 12, held: 0, sold: 0 },
    });
  });

  it('without a count never runs out', async () => {
    const { product } = await create(await makeShop(server));
    expect(product).toMatchObject({ availability: 'IN_STOCK', stock: { isTracked: false, free: null } });
  });

  it('gives a SKU to one of ten that want it at once; another shop may have it too', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(shop, { sku: 'ON-1' })));
    expect(answers.filter((one) => one.product !== null)).toHaveLength(1);
    const refusals = answers.flatMap((one) => one.userErrors.map(({ code, path }) => [code, path]));
    expect(refusals).toEqual(Array.from({ length: 9 }, () => ['SKU_TAKEN', ['sku']]));
    expect((await create(other, { sku: 'ON-1' })).userErrors).toEqual([]);
  });
});

describe('a sale', () => {
  it('holds from its beginning to its end', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    const sale = { price: inr('20'), startsAt: inHours(1), endsAt: inHours(2) };
    await update(shop, product, { sale });
    expect(await read(product)).toMatchObject({ price: { amount: '25.00' }, salePrice: null });
    skew += 1.5 * HOUR;
    expect(await read(product)).toMatchObject({
      price: { amount: '20.00' },
      salePrice: { amount: '20.00' },
      regularPrice: { amount: '25.00' },
    });
    skew += HOUR;
    expect(await read(product)).toMatchObject({ price: { amount: '25.00' }, salePrice: null });
  });

  it('stays when something else changes, and ends with null', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    await update(shop, product, { sale: { price: inr('20') } });
    expect((await update(shop, product, { name: 'Tomatoes, ripe' })).product).toMatchObject({
      name: 'Tomatoes, ripe',
      price: { amount: '20.00' },
    });
    expect((await update(shop, product, { price: inr('19') })).userErrors).toMatchObject([
      { code: 'INVALID_MONEY', path: ['sale', 'price'] },
    ]);
    expect((await update(shop, product, { price: inr('19'), sale: null })).product).toMatchObject({
      price: { amount: '19.00' },
      salePrice: null,
    });
  });
});

describe('productArchive', () => {
  it('takes a product off the shelf, twice too, and keeps it for those who have its id', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    const input = { productId: product.publicId };
    for (const _time of ['once', 'twice']) {
      const { productArchive } = await shop.owner.client.request(ArchiveProduct, { input });
      expect(productArchive).toEqual({
        product: { state: 'ARCHIVED', availability: 'DISCONTINUED' },
        userErrors: [],
      });
    }
    expect(await read(product)).toMatchObject({ state: 'ARCHIVED' });
    const events = await server.app.sql`
      select from event_log where subject_id = ${product.id} and type = 'product.updated'
      union all select from outbox where subject_id = ${product.id} and type = 'product.updated'`;
    expect(events).toHaveLength(1);
  });
});

describe('stockSet', () => {
  it('counts what is free and leaves what is held', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop, { stock: 10 });
    await makeOrder(await makePerson(server), product, 4);
    expect((await setStock(shop, product, 3)).product).toEqual({
      availability: 'IN_STOCK',
      stock: { isTracked: true, free: 3, held: 4, sold: 0 },
    });
    expect((await setStock(shop, product, 0)).product).toMatchObject({ availability: 'OUT_OF_STOCK' });
    expect((await setStock(shop, product, null)).product).toMatchObject({
      availability: 'IN_STOCK',
      stock: { isTracked: false, free: null, held: 4 },
    });
    expect((await setStock(shop, product, 5)).product).toMatchObject({ stock: { free: 5, held: 4 } });
  });

  it.each([-1, 1_000_000_001, 2_147_483_647])('refuses %s', async (free) => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    expect(await setStock(shop, product, free)).toEqual({
      product: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['free'] }],
    });
    expect(await read(product)).toMatchObject({ stock: { free: 100 } });
  });
});
