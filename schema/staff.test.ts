import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRole } from '../src/businesses/read.ts';
import { AddStaff, RemoveStaff, UpdateBusiness, UpdateStaff } from '../src/testing/business-commands.ts';
import { ArchiveProduct, CreateProduct, SetStock, UpdateProduct } from '../src/testing/catalogue-commands.ts';
import { send, startChat } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import { makePerson, makeProduct, makeShop, makeStaff, type TestShop } from '../src/testing/factories.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

type Answers = readonly [
  agent: string | null,
  manager: string | null,
  owner: string | null,
  stranger: string,
];
type Payload = { readonly userErrors: readonly { readonly code: string }[] };
const codeOf = ({ userErrors }: Payload) => userErrors[0]?.code ?? null;

/** Everything that staff does, on a fresh shop. */
const TASKS: readonly (readonly [
  string,
  (client: Client, shop: TestShop) => Promise<string | null>,
  Answers,
])[] = [
  [
    'answer a customer',
    async (client, shop) => {
      const customer = await makePerson(server);
      return (await send(client, await startChat(customer.client, shop), 'Hello!')).code;
    },
    [null, null, null, 'NOT_FOUND'],
  ],
  [
    'create a product',
    async (client, { publicId }) => {
      const price = { amount: '10', currencyCode: 'INR' };
      const input = { businessId: publicId, name: 'Onions', price };
      return codeOf((await client.request(CreateProduct, { input })).productCreate);
    },
    ['FORBIDDEN_ROLE', null, null, 'NOT_FOUND'],
  ],
  [
    'change a product',
    async (client, shop) => {
      const input = { productId: (await makeProduct(shop)).publicId, name: 'Garlic' };
      return codeOf((await client.request(UpdateProduct, { input })).productUpdate);
    },
    ['FORBIDDEN_ROLE', null, null, 'NOT_FOUND'],
  ],
  [
    'archive a product',
    async (client, shop) => {
      const input = { productId: (await makeProduct(shop)).publicId };
      return codeOf((await client.request(ArchiveProduct, { input })).productArchive);
    },
    ['FORBIDDEN_ROLE', null, null, 'NOT_FOUND'],
  ],
  [
    'count stock',
    async (client, shop) => {
      const input = { productId: (await makeProduct(shop)).publicId, free: 3 };
      return codeOf((await client.request(SetStock, { input })).stockSet);
    },
    ['FORBIDDEN_ROLE', null, null, 'NOT_FOUND'],
  ],
  [
    'change the profile',
    async (client, { publicId }) => {
      const input = { businessId: publicId, name: 'Renamed' };
      return codeOf((await client.request(UpdateBusiness, { input })).businessUpdate);
    },
    ['FORBIDDEN_ROLE', 'FORBIDDEN_ROLE', null, 'NOT_FOUND'],
  ],
  [
    'take somebody on',
    async (client, { publicId }) => {
      const input = { businessId: publicId, phone: (await makePerson(server)).phone, role: 'OWNER' as const };
      return codeOf((await client.request(AddStaff, { input })).staffAdd);
    },
    ['FORBIDDEN_ROLE', 'FORBIDDEN_ROLE', null, 'NOT_FOUND'],
  ],
  [
    'change a role',
    async (client, shop) => {
      const member = await makeStaff(server, shop, 'AGENT');
      const input = { businessId: shop.publicId, personId: member.publicId, role: 'MANAGER' as const };
      return codeOf((await client.request(UpdateStaff, { input })).staffUpdate);
    },
    ['FORBIDDEN_ROLE', 'FORBIDDEN_ROLE', null, 'NOT_FOUND'],
  ],
  [
    'let somebody go',
    async (client, shop) => {
      const member = await makeStaff(server, shop, 'AGENT');
      const input = { businessId: shop.publicId, personId: member.publicId };
      return codeOf((await client.request(RemoveStaff, { input })).staffRemove);
    },
    ['FORBIDDEN_ROLE', 'FORBIDDEN_ROLE', null, 'NOT_FOUND'],
  ],
];

describe('who may', () => {
  it.each(TASKS)('%s', async (_task, run, expected) => {
    const shop = await makeShop(server);
    const answers: (string | null)[] = [];
    for (const role of ['AGENT', 'MANAGER', 'OWNER'] as const) {
      answers.push(await run((await makeStaff(server, shop, role)).client, shop));
    }
    answers.push(await run((await makePerson(server)).client, shop));
    expect(answers).toEqual(expected);
    await expect(run(server.client(), shop)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('staffAdd', () => {
  const add = async (shop: TestShop, phone: string, role: StaffRole = 'AGENT') => {
    const input = { businessId: shop.publicId, phone, role };
    return (await shop.owner.client.request(AddStaff, { input })).staffAdd;
  };

  it('takes a person on by phone, who then sees the shop from inside', async () => {
    const [shop, person] = [await makeShop(server), await makePerson(server)];
    const { business } = await add(shop, person.phone, 'MANAGER');
    expect(business?.staff).toEqual([
      { role: 'OWNER', person: { id: shop.owner.publicId } },
      { role: 'MANAGER', person: { id: person.publicId } },
    ]);
  });

  it('takes one of ten requests at once', async () => {
    const [shop, person] = [await makeShop(server), await makePerson(server)];
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(shop, person.phone)));
    expect(answers.map(codeOf).filter((code) => code === null)).toHaveLength(1);
    expect(new Set(answers.map(codeOf))).toEqual(new Set([null, 'ALREADY_STAFF']));
  });

  it.each([
    ['+919800000000', 'NOT_FOUND'],
    ['nobody', 'INVALID_INPUT'],
    ['', 'INVALID_INPUT'],
  ])('answers %j with %s', async (phone, code) => {
    expect(await add(await makeShop(server), phone)).toEqual({
      business: null,
      userErrors: [{ code, path: ['phone'] }],
    });
  });
});

describe('the last owner', () => {
  const remove = async (client: Client, businessId: string, personId: string) =>
    codeOf((await client.request(RemoveStaff, { input: { businessId, personId } })).staffRemove);
  const change = async (client: Client, businessId: string, personId: string, role: StaffRole) =>
    codeOf((await client.request(UpdateStaff, { input: { businessId, personId, role } })).staffUpdate);

  async function owners(shop: TestShop): Promise<number> {
    const [row] = await server.app.sql<{ count: bigint }[]>`
      select count(*) from staff where business_id = ${shop.id} and role = 'OWNER'`;
    return Number(row?.count);
  }

  it('can neither leave nor step down, until there is another', async () => {
    const shop = await makeShop(server);
    const { owner, publicId } = shop;
    expect(await remove(owner.client, publicId, owner.publicId)).toBe('LAST_OWNER');
    expect(await change(owner.client, publicId, owner.publicId, 'AGENT')).toBe('LAST_OWNER');
    expect(await change(owner.client, publicId, owner.publicId, 'OWNER')).toBeNull();
    await makeStaff(server, shop, 'OWNER');
    expect(await change(owner.client, publicId, owner.publicId, 'AGENT')).toBeNull();
    expect(await remove(owner.client, publicId, owner.publicId)).toBe('FORBIDDEN_ROLE');
  });

  it.each([
    ['leave', (client: Client, shop: string, self: string) => remove(client, shop, self)],
    ['step down', (client: Client, shop: string, self: string) => change(client, shop, self, 'AGENT')],
  ])('is one of two who %s at once', async (_what, go) => {
    const shop = await makeShop(server);
    const other = await makeStaff(server, shop, 'OWNER');
    const codes = await Promise.all(
      [shop.owner, other].map((owner) => go(owner.client, shop.publicId, owner.publicId)),
    );
    expect(new Set(codes)).toEqual(new Set(['LAST_OWNER', null]));
    expect(await owners(shop)).toBe(1);
  });

  it('remains of two who let each other go at once', async () => {
    const shop = await makeShop(server);
    const other = await makeStaff(server, shop, 'OWNER');
    await Promise.all([
      remove(shop.owner.client, shop.publicId, other.publicId),
      remove(other.client, shop.publicId, shop.owner.publicId),
    ]);
    expect(await owners(shop)).toBe(1);
  });
});
