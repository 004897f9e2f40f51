import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UpdateBusiness, CreateBusiness, openBusiness } from '../src/testing/business-commands.ts';
import { makePerson, makeShop } from '../src/testing/factories.ts';
import type { BusinessListQuery } from '../src/testing/gql/graphql.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const FindBusiness = graphql(`
  query BusinessFind($handle: String!) {
    business(handle: $handle) {
      id
      name
      viewerRole
      staff {
        role
      }
    }
  }
`);

const ListBusinesses = graphql(`
  query BusinessList($country: CountryCode, $search: String, $first: Int, $after: String) {
    businesses(country: $country, search: $search, first: $first, after: $after) {
      edges {
        node {
          id
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const Markets = graphql(`
  query BusinessMarkets($country: CountryCode!) {
    market(country: $country) {
      name
      currencyCode
      languages
    }
    markets {
      country
    }
  }
`);

const newHandle = () => `shop-${randomUUID().slice(0, 8)}`;

describe('businessCreate', () => {
  it('opens a shop in the currency of its market, with the caller as its owner', async () => {
    const person = await makePerson(server);
    const handle = newHandle();
    const { businessCreate } = await person.client.request(CreateBusiness, {
      input: { handle, name: ' Tienda ', category: 'Ropa', country: 'MX' },
    });
    expect(businessCreate).toEqual({
      business: {
        id: expect.stringMatching(/^biz_/),
        handle,
        name: 'Tienda',
        description: '',
        category: 'Ropa',
        country: 'MX',
        currencyCode: 'MXN',
        viewerRole: 'OWNER',
      },
      userErrors: [],
    });
  });

  it.each([
    ['a handle of two letters', { handle: 'ab' }, 'handle'],
    ['a handle of 41 letters', { handle: 'a'.repeat(41) }, 'handle'],
    ['a handle with capitals', { handle: 'Sabzi' }, 'handle'],
    ['a handle with a hyphen at the end', { handle: 'sabzi-' }, 'handle'],
    ['a handle with a line break at the end', { handle: 'sabzi\n' }, 'handle'],
    ['a handle in another script', { handle: 'सब्ज़ी' }, 'handle'],
    ['no name', { name: ' ' }, 'name'],
    ['a name of 81 letters', { name: 'a'.repeat(81) }, 'name'],
    ['a name with NUL', { name: 'a\0b' }, 'name'],
    ['half an emoji', { name: '\ud83c' }, 'name'],
    ['a description of 2,001 letters', { description: 'a'.repeat(2_001) }, 'description'],
    ['no category', { category: '' }, 'category'],
    ['a country without a market', { country: 'US' }, 'country'],
    ['a key of seven characters', { idempotencyKey: 'abcdefg' }, 'idempotencyKey'],
  ])('refuses %s', async (_what, change, field) => {
    const person = await makePerson(server);
    expect(await openBusiness(person.client, change)).toEqual({
      business: null,
      code: 'INVALID_INPUT',
      path: [field],
    });
  });

  it('gives a handle to one of ten that want it at once', async () => {
    const person = await makePerson(server);
    const handle = newHandle();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => openBusiness(person.client, { handle })),
    );
    expect(answers.filter((one) => one.business !== null)).toHaveLength(1);
    expect(answers.filter((one) => one.code === 'HANDLE_TAKEN' && one.path?.[0] === 'handle')).toHaveLength(
      9,
    );
  });

  it('is not for guests', async () => {
    const input = { handle: newHandle(), name: 'x', category: 'x', country: 'IN' };
    const { errors } = await server.client().raw(CreateBusiness, { input });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});

describe('businessUpdate', () => {
  it('changes what is given and leaves the rest', async () => {
    const shop = await makeShop(server);
    const update = async (change: Record<string, string>) => {
      const input = { businessId: shop.publicId, ...change };
      return (await shop.owner.client.request(UpdateBusiness, { input })).businessUpdate;
    };
    expect(await update({ name: 'New', description: 'Since 1998' })).toEqual({
      business: { name: 'New', description: 'Since 1998', category: 'Groceries' },
      userErrors: [],
    });
    expect((await update({ category: 'Fruit' })).business).toMatchObject({ name: 'New', category: 'Fruit' });
    expect((await update({ description: '' })).business).toMatchObject({ description: '' });
    expect(await update({ name: '' })).toEqual({
      business: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['name'] }],
    });
  });
});

describe('a shop', () => {
  it('is found by its handle by everybody; its staff is for its staff', async () => {
    const shop = await makeShop(server);
    const [row] = await server.app.sql<{ handle: string }[]>`
      select handle from businesses where id = ${shop.id}`;
    const handle = row?.handle ?? '';
    const asGuest = await server.client().request(FindBusiness, { handle });
    expect(asGuest.business).toMatchObject({ id: shop.publicId, viewerRole: null, staff: null });
    const asOwner = await shop.owner.client.request(FindBusiness, { handle });
    expect(asOwner.business).toMatchObject({ viewerRole: 'OWNER', staff: [{ role: 'OWNER' }] });
  });

  it.each(['no-such-shop', '', '\0', '\ud83c', 'x'.repeat(10_000)])('%j is no handle', async (handle) => {
    expect(await server.client().request(FindBusiness, { handle })).toEqual({ business: null });
  });
});

describe('the list of shops', () => {
  it('goes through a country page by page, each shop once, while others open', async () => {
    const owner = await makePerson(server);
    const mine: string[] = [];
    for (let n = 0; n < 5; n++) {
      mine.push(
        (await openBusiness(owner.client, { country: 'CO', name: `Tienda ${n}` })).business?.id ?? '',
      );
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { businesses }: BusinessListQuery = await server
        .client()
        .request(ListBusinesses, { country: 'CO', first: 2, after });
      seen.push(...businesses.edges.map((edge) => edge.node.id));
      after = businesses.pageInfo.hasNextPage ? businesses.pageInfo.endCursor : null;
      if (seen.length === 2) await openBusiness(owner.client, { country: 'IN' });
    } while (after !== null);
    expect(seen).toEqual(mine);
  });

  it('finds a name that is nearly right', async () => {
    const owner = await makePerson(server);
    await openBusiness(owner.client, { name: 'Frutería Encarnación', country: 'MX' });
    const { businesses } = await server.client().request(ListBusinesses, { search: 'encarnasion' });
    expect(businesses.edges.map((edge) => edge.node.name)).toEqual(['Frutería Encarnación']);
  });

  it.each(['qqqq\0qqqq', '\ud83c', '%', "'; drop table staff --", 'x'.repeat(10_000)])(
    'finds nothing for %j',
    async (search) => {
      const { businesses } = await server.client().request(ListBusinesses, { search });
      expect(businesses.edges).toEqual([]);
    },
  );

  it.each([
    ['no page', { first: 0 }],
    ['a negative page', { first: -1 }],
    ['too large a page', { first: 101 }],
    ['no cursor', { after: 'x' }],
    ['an empty cursor', { after: '' }],
    ['a cursor of messages', { after: Buffer.from('12').toString('base64url') }],
  ])('refuses %s', async (_what, variables) => {
    const { errors } = await server.client().raw(ListBusinesses, variables);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('markets', () => {
  it('are known to everybody', async () => {
    const { market, markets } = await server.client().request(Markets, { country: 'IN' });
    expect(market).toEqual({ name: 'India', currencyCode: 'INR', languages: ['en-IN', 'hi-IN'] });
    expect(markets.map((one) => one.country)).toEqual(['CO', 'GB', 'ID', 'IN', 'IT', 'MX']);
    expect((await server.client().request(Markets, { country: 'US' })).market).toBeNull();
  });
});
