import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBusiness } from '../businesses/create.ts';
import { createProduct, type CreateProduct } from '../catalog/create.ts';
import { currencyCode } from '../money.ts';
import { makePerson, makeProduct, makeShop, makeStaff, type TestShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const conflict = expect.objectContaining({ code: 'IDEMPOTENCY_CONFLICT', path: ['idempotencyKey'] });

function inputFor(shop: TestShop, changes: Partial<CreateProduct> = {}): CreateProduct {
  const price = { minor: 2_500n, currency: currencyCode('INR') };
  return { businessId: shop.id, name: 'Onions', price, idempotencyKey: randomUUID(), ...changes };
}

async function productsOf(shop: TestShop): Promise<number> {
  const [row] = await server.app.sql<{ count: bigint }[]>`
    select count(*) from products where business_id = ${shop.id}`;
  return Number(row?.count);
}

describe('the same key again', () => {
  it('gives what the first one made, and makes nothing', async () => {
    const shop = await makeShop(server);
    const input = inputFor(shop, { sale: { price: { minor: 2_000n, currency: currencyCode('INR') } } });
    const first = await createProduct(shop.owner.ctx, input);
    expect(await createProduct(shop.owner.ctx, input)).toBe(first);
    expect(await productsOf(shop)).toBe(1);
  });

  it('means the same input in whatever order its fields stand', async () => {
    const shop = await makeShop(server);
    const input = inputFor(shop, { sku: 'ON-1', sale: null, stock: 3 });
    const reversed = Object.fromEntries(Object.entries(input).toReversed()) as unknown as CreateProduct;
    const first = await createProduct(shop.owner.ctx, input);
    expect(await createProduct(shop.owner.ctx, reversed)).toBe(first);
  });

  it.each<[string, Partial<CreateProduct>]>([
    ['another name', { name: 'Garlic' }],
    ['a price of one paisa more', { price: { minor: 2_501n, currency: currencyCode('INR') } }],
    ['a field more', { stock: 0 }],
    ['a sale that begins at another time', { sale: saleFrom('2030-01-02T00:00:00Z') }],
  ])('is refused with %s', async (_what, change) => {
    const shop = await makeShop(server);
    const input = inputFor(shop, { sale: saleFrom('2030-01-01T00:00:00Z') });
    await createProduct(shop.owner.ctx, input);
    await expect(createProduct(shop.owner.ctx, { ...input, ...change })).rejects.toEqual(conflict);
    expect(await productsOf(shop)).toBe(1);
  });

  it('is refused for another command', async () => {
    const shop = await makeShop(server);
    const input = inputFor(shop);
    await createProduct(shop.owner.ctx, input);
    const business = {
      handle: `shop-${randomUUID().slice(0, 8)}`,
      name: 'Two',
      category: 'x',
      country: 'IN',
    };
    const other = { ...business, idempotencyKey: input.idempotencyKey };
    await expect(createBusiness(shop.owner.ctx, other)).rejects.toEqual(conflict);
  });

  it("is another person's own key", async () => {
    const shop = await makeShop(server);
    const manager = await makeStaff(server, shop, 'MANAGER');
    const input = inputFor(shop);
    const one = await createProduct(shop.owner.ctx, input);
    expect(await createProduct(manager.ctx, input)).not.toBe(one);
  });
});

describe('at once', () => {
  it('ten of the same do it once, and all get its result', async () => {
    const shop = await makeShop(server);
    const input = inputFor(shop);
    const ids = await Promise.all(Array.from({ length: 10 }, () => createProduct(shop.owner.ctx, input)));
    expect(new Set(ids).size).toBe(1);
    expect(await productsOf(shop)).toBe(1);
  });

  it('two with other inputs: one is done, the other refused', async () => {
    const shop = await makeShop(server);
    const input = inputFor(shop);
    const outcomes = await Promise.allSettled([
      createProduct(shop.owner.ctx, input),
      createProduct(shop.owner.ctx, { ...input, name: 'Garlic' }),
    ]);
    const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(reasons).toEqual([conflict]);
    expect(await productsOf(shop)).toBe(1);
  });
});

describe('a key whose command was refused', () => {
  it('was not used up: it does the mended command', async () => {
    const shop = await makeShop(server);
    await makeProduct(shop, { sku: 'TAKEN' });
    const input = inputFor(shop, { sku: 'TAKEN' });
    await expect(createProduct(shop.owner.ctx, input)).rejects.toMatchObject({ code: 'SKU_TAKEN' });
    const mended = { ...input, sku: 'FREE' };
    const first = await createProduct(shop.owner.ctx, mended);
    expect(await createProduct(shop.owner.ctx, mended)).toBe(first);
  });

  it('is free even for one that waited for it', async () => {
    const shop = await makeShop(server);
    await makeProduct(shop, { sku: 'TAKEN' });
    const input = inputFor(shop, { sku: 'TAKEN' });
    const outcomes = await Promise.allSettled([
      createProduct(shop.owner.ctx, input),
      createProduct(shop.owner.ctx, { ...input, sku: 'TAKEN' }),
    ]);
    expect(outcomes.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual(
      ['SKU_TAKEN', 'SKU_TAKEN'],
    );
  });
});

it('jobs and guests have no keys', async () => {
  const person = await makePerson(server);
  const business = {
    handle: 'nobody',
    name: 'x',
    category: 'x',
    country: 'IN',
    idempotencyKey: randomUUID(),
  };
  await expect(createBusiness(server.ctx({ kind: 'guest' }), business)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  expect(await createBusiness(person.ctx, business)).toEqual(expect.any(String));
});

function saleFrom(instant: string): CreateProduct['sale'] {
  return { price: { minor: 2_000n, currency: currencyCode('INR') }, startsAt: new Date(instant) };
}
