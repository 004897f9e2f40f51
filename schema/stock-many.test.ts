import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upsertProducts } from '../src/catalog/upsert.ts';
import { transact } from '../src/db/transact.ts';
import { currencyCode } from '../src/money.ts';
import type { Client } from '../src/testing/client.ts';
import { makeProduct, makeShop, makeStaff } from '../src/testing/factories.ts';
import type { StockSetManyInput } from '../src/testing/gql/graphql.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { makePartnerApp } from '../src/testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const SetMany = graphql(`
  mutation StockSetMany($input: StockSetManyInput!) {
    stockSetMany(input: $input) {
      results {
        sku
        product {
          id
        }
        error {
          code
          message
          path
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const SetManyAndMore = graphql(`
  mutation StockSetManyAndMore($input: StockSetManyInput!) {
    stockSetMany(input: $input) {
      results {
        product {
          name
          business {
            products(first: 100) {
              edges {
                node {
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);

const set = async (client: Client, input: StockSetManyInput) =>
  (await client.request(SetMany, { input })).stockSetMany;

describe('stockSetMany', () => {
  it('answers each item in its place, with the product as it is now', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop, { sku: 'tomatoes' });
    const app = await makePartnerApp(server, { shops: [shop] });
    const items = [
      { sku: 'onions', free: 5 },
      { sku: 'tomatoes', free: 12 },
      { sku: 'chillies', free: -2 },
    ];
    const answer = await set(app.client, { businessId: shop.publicId, items });
    expect(answer).toEqual({
      results: [
        {
          sku: 'onions',
          product: null,
          error: { code: 'NOT_FOUND', message: 'There is no such product.', path: ['items', '0', 'sku'] },
        },
        { sku: 'tomatoes', product: { id: product.publicId }, error: null },
        {
          sku: 'chillies',
          product: null,
          error: { code: 'INVALID_INPUT', message: 'Stock is not negative.', path: ['items', '2', 'free'] },
        },
      ],
      userErrors: [],
    });
    const [stock] = await server.app.sql`select free::int from stock where product_id = ${product.id}`;
    expect(stock).toEqual({ free: 12 });
  });

  it('has no results when the call is refused', async () => {
    const shop = await makeShop(server);
    const agent = await makeStaff(server, shop, 'AGENT');
    const stranger = await makePartnerApp(server);
    const items = [{ sku: 'tomatoes', free: 5 }];
    const refused = (code: string) => ({ results: null, userErrors: [{ code }] });
    const { publicId: businessId } = shop;
    expect(await set(agent.client, { businessId, items })).toMatchObject(refused('FORBIDDEN_ROLE'));
    expect(await set(stranger.client, { businessId, items })).toMatchObject(refused('NOT_FOUND'));
    const { client } = shop.owner;
    expect(await set(client, { businessId, items: [] })).toMatchObject(refused('INVALID_INPUT'));
  });

  it('takes 5,000 items in a call, and no more is asked about them than the limit of costs allows', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { shops: [shop] });
    const skus = Array.from({ length: 5_000 }, (_, at) => `sku-${at}`);
    const made = skus.map((sku) => ({
      sku,
      name: sku,
      description: null,
      priceMinor: 100n,
      sale: null,
      state: null,
      stock: { kind: 'SET', free: 1 } as const,
    }));
    const business = { id: shop.id, currency: currencyCode('INR') };
    await transact(shop.owner.ctx, (tx) => upsertProducts(tx, business, made));
    const items = skus.map((sku, at) => ({ sku, free: at }));
    const input = { businessId: shop.publicId, items, idempotencyKey: randomUUID() };
    const { results, userErrors } = await set(app.client, input);
    expect(userErrors).toEqual([]);
    expect(results?.map(({ sku }) => sku)).toEqual(skus);
    expect(results?.every(({ error, product }) => error === null && product !== null)).toBe(true);
    const [sum] = await server.app.sql`
      select sum(free)::int as free from stock join products on id = product_id where business_id = ${shop.id}`;
    expect(sum).toEqual({ free: (4_999 * 5_000) / 2 });
    const { errors } = await app.client.raw(SetManyAndMore, { input });
    expect(errors?.[0]?.extensions?.['code']).toBe('COST_EXCEEDED');
    const tooMany = { ...input, items: [...items, { sku: 'one-more', free: 1 }] };
    expect((await set(app.client, tooMany)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['items'] },
    ]);
  });
});
