import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../src/testing/gql/index.ts';
import { makeProduct, makeShop, type TestProduct, type TestShop } from '../src/testing/factories.ts';
import type { TypedDocumentString } from '../src/testing/gql/graphql.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
let shop: TestShop;
let product: TestProduct;
beforeAll(async () => {
  server = await startTestServer();
  shop = await makeShop(server);
  product = await makeProduct(shop);
});
afterAll(() => server.stop());

const Sale = graphql(`
  mutation ScalarsSale($input: ProductUpdateInput!) {
    productUpdate(input: $input) {
      product {
        saleEndsAt
        regularPrice {
          amount
          minorUnits
          formatted(locale: "en-IN")
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

/** Sends values that the types of the document would not let through. */
async function update(input: object) {
  const anything = Sale as unknown as TypedDocumentString<
    { productUpdate: { product: { saleEndsAt: string } | null; userErrors: { code: string }[] } },
    unknown
  >;
  const { data, errors } = await shop.owner.client.raw(anything, {
    input: { productId: product.publicId, ...input },
  });
  return {
    product: data?.productUpdate.product ?? null,
    code: data?.productUpdate.userErrors[0]?.code ?? errors?.[0]?.extensions?.['code'],
  };
}

const saleUntil = (endsAt: unknown) =>
  update({ sale: { price: { amount: '1', currencyCode: 'INR' }, endsAt } });

describe('a DateTime', () => {
  it.each([
    ['2030-01-01T00:00:00Z', '2030-01-01T00:00:00.000Z'],
    ['2030-01-01T05:30:00+05:30', '2030-01-01T00:00:00.000Z'],
    ['2030-01-01T00:00:00.123456789Z', '2030-01-01T00:00:00.123Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['1000-01-01T00:00:00Z', '1000-01-01T00:00:00.000Z'],
  ])('of %s is read as %s', async (text, saleEndsAt) => {
    expect((await saleUntil(text)).product).toMatchObject({ saleEndsAt });
  });

  it.each([
    '',
    'tomorrow',
    '2030-01-01',
    '2030-01-01T00:00:00',
    '2030-01-01 00:00:00Z',
    '2030-13-01T00:00:00Z',
    '2030-02-30T00:00:00Z',
    '2030-02-29T00:00:00Z',
    '2030-01-01T25:00:00Z',
    '2030-01-01T00:00:60Z',
    '2030-01-01T00:00:00Z\0',
    '0000-01-01T00:00:00Z',
    '1000-01-01T00:00:00+05:30',
    '9999-12-31T23:59:59-05:30',
    '+010000-01-01T00:00:00Z',
    1_900_000_000,
    true,
    {},
  ])('is not %j', async (value) => {
    expect(await saleUntil(value)).toEqual({ product: null, code: 'BAD_USER_INPUT' });
  });
});

describe('a Decimal', () => {
  const priced = (amount: unknown) => update({ price: { amount, currencyCode: 'INR' }, sale: null });

  it.each([
    ['12.50', '12.50', '1250', '₹12.50'],
    ['12', '12.00', '1200', '₹12.00'],
    [12, '12.00', '1200', '₹12.00'],
    ['1234567.8', '1234567.80', '123456780', '₹12,34,567.80'],
  ])('of %j is %s', async (given, amount, minorUnits, formatted) => {
    expect((await priced(given)).product).toMatchObject({ regularPrice: { amount, minorUnits, formatted } });
  });

  it.each([12.5, 1e21, true, null, {}, ['1']])('is not %j', async (value) => {
    expect(await priced(value)).toEqual({ product: null, code: 'BAD_USER_INPUT' });
  });
});

it.each(['inr', 'XYZ', '', 'IN\0', 5])('a CurrencyCode is not %j', async (currencyCode) => {
  expect(await update({ price: { amount: '5', currencyCode } })).toEqual({
    product: null,
    code: 'BAD_USER_INPUT',
  });
});
