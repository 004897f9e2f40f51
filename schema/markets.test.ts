import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../src/db/id.ts';
import { FEATURES } from '../src/markets/rules.ts';
import { currencyCode } from '../src/money.ts';
import { addLine } from '../src/testing/cart-commands.ts';
import type { Client } from '../src/testing/client.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../src/testing/factories.ts';
import type { MarketFeatureSetInput } from '../src/testing/gql/graphql.ts';
import {
  MarketEvents,
  ReadMarkets,
  ReadMyFeatures,
  ReadSwitches,
  setFeature,
  setPilotMember,
} from '../src/testing/market-commands.ts';
import { pay } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
let operator: Client;
let operatorId: string;
beforeAll(async () => {
  server = await startTestServer();
  const priya = await makePerson(server, { name: 'Priya', operator: true });
  operator = priya.client;
  operatorId = priya.publicId;
});
afterAll(() => server.stop());

/** Switches, and fails when it is refused. */
async function turn(input: Omit<MarketFeatureSetInput, 'reason'> & { reason?: string }, by = operator) {
  const { market, userErrors } = await setFeature(by, { reason: 'For a test.', ...input });
  expect(userErrors).toEqual([]);
  return market?.features.find(({ key }) => key === input.feature);
}

const switchesOf = async (client: Client, country: string, page: { first?: number; after?: string } = {}) =>
  (await client.request(ReadSwitches, { country, ...page })).market?.switches;

describe('markets', () => {
  it('show all features in one order, to everybody', async () => {
    const { markets } = await server.client().request(ReadMarkets, {});
    expect(markets.length).toBeGreaterThanOrEqual(6);
    for (const { features } of markets) expect(features.map(({ key }) => key)).toEqual([...FEATURES]);
    expect(markets.find(({ country }) => country === 'IN')).toMatchObject({
      timeZone: 'Asia/Kolkata',
      callingCode: '91',
    });
  });

  it('show what was never switched as off', async () => {
    await server.app.sql`delete from market_features where country = 'CO' and feature = 'BOT'`;
    const { markets } = await server.client().request(ReadMarkets, {});
    const colombia = markets.find(({ country }) => country === 'CO');
    expect(colombia?.features.find(({ key }) => key === 'BOT')).toEqual({
      key: 'BOT',
      state: 'OFF',
      sharePercent: null,
      reason: 'It has not come here.',
      changedAt: null,
    });
  });
});

describe('marketFeatureSet', () => {
  it('switches, and keeps who, what and why', async () => {
    const set = await turn({
      country: 'MX',
      feature: 'BOT',
      state: 'PILOT',
      sharePercent: 40,
      reason: ' A try. ',
    });
    expect(set).toEqual({
      key: 'BOT',
      state: 'PILOT',
      sharePercent: 40,
      reason: 'A try.',
      changedAt: expect.any(String),
    });
    await turn({ country: 'MX', feature: 'BOT', state: 'OFF' });
    const switches = await switchesOf(operator, 'MX');
    expect(switches?.edges.map(({ node }) => node)).toEqual([
      {
        key: 'BOT',
        fromState: 'PILOT',
        fromSharePercent: 40,
        toState: 'OFF',
        toSharePercent: null,
        reason: 'For a test.',
        operatorId,
      },
      {
        key: 'BOT',
        fromState: 'ON',
        fromSharePercent: null,
        toState: 'PILOT',
        toSharePercent: 40,
        reason: 'A try.',
        operatorId,
      },
    ]);
  });

  it('pages through the history, the last switch first', async () => {
    for (const state of ['OFF', 'ON', 'OFF'] as const) await turn({ country: 'ID', feature: 'BOT', state });
    const first = await switchesOf(operator, 'ID', { first: 2 });
    expect(first?.edges.map(({ node }) => node.toState)).toEqual(['OFF', 'ON']);
    const after = first?.pageInfo.endCursor ?? '';
    const rest = await switchesOf(operator, 'ID', { first: 2, after });
    expect(rest?.edges.map(({ node }) => node.toState)).toEqual(['OFF']);
    expect(rest?.pageInfo.hasNextPage).toBe(false);
  });

  it('changes nothing when it is so already', async () => {
    const input = { country: 'ID', feature: 'CART', state: 'OFF', reason: 'A holiday.' } as const;
    const set = await turn(input);
    const history = await switchesOf(operator, 'ID');
    expect(await turn(input)).toEqual(set);
    expect(await switchesOf(operator, 'ID')).toEqual(history);
  });

  it.each([
    ['a pilot without a share', { state: 'PILOT' }, 'INVALID_INPUT', ['sharePercent']],
    ['a share of more than all', { state: 'PILOT', sharePercent: 101 }, 'INVALID_INPUT', ['sharePercent']],
    ['a share of less than none', { state: 'PILOT', sharePercent: -1 }, 'INVALID_INPUT', ['sharePercent']],
    ['a share of what is no pilot', { state: 'ON', sharePercent: 100 }, 'INVALID_INPUT', ['sharePercent']],
    ['no reason', { reason: '  ' }, 'INVALID_INPUT', ['reason']],
    ['half a reason', { reason: 'no' }, 'INVALID_INPUT', ['reason']],
    ['a reason without end', { reason: 'x'.repeat(501) }, 'INVALID_INPUT', ['reason']],
    ['a country that is not there', { country: 'ZZ' }, 'NOT_FOUND', ['country']],
  ] as const)('refuses %s', async (_what, input, code, path) => {
    const history = await switchesOf(operator, 'CO');
    const plain = { country: 'CO', feature: 'WALLET', state: 'OFF', reason: 'For a test.' } as const;
    const answer = await setFeature(operator, { ...plain, ...input });
    expect(answer).toMatchObject({ market: null, userErrors: [{ code, path }] });
    expect(await switchesOf(operator, 'CO')).toEqual(history);
  });

  it('is for operators: others neither switch nor read who did', async () => {
    const shop = await makeShop(server);
    for (const client of [shop.owner.client, (await makePerson(server)).client]) {
      const input = { country: 'IN', feature: 'CART', state: 'OFF', reason: 'Mischief.' } as const;
      await expect(setFeature(client, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const phone = shop.owner.phone;
      const member = { country: 'IN', phone, isMember: true };
      await expect(setPilotMember(client, member)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await switchesOf(client, 'IN')).toBeNull();
    }
    const guest = server.client();
    expect(await switchesOf(guest, 'IN')).toBeNull();
    const input = { country: 'IN', feature: 'CART', state: 'OFF', reason: 'Mischief.' } as const;
    await expect(setFeature(guest, input)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const { markets } = await guest.request(ReadMarkets, {});
    const india = markets.find(({ country }) => country === 'IN');
    expect(india?.features.find(({ key }) => key === 'CART')?.state).toBe('ON');
  });
});

describe('what somebody meets', () => {
  it('says which feature, where, how and why', async () => {
    const shop = await makeShop(server, { country: 'MX' });
    const product = await makeProduct(shop, { price: { minor: 2_500n, currency: currencyCode('MXN') } });
    const asha = await makePerson(server);
    await turn({ country: 'MX', feature: 'CART', state: 'ANNOUNCED', reason: 'In spring.' });
    const { userErrors, cart } = await addLine(asha.client, { productId: product.publicId, quantity: 1 });
    expect(cart).toBeNull();
    expect(userErrors).toEqual([
      {
        __typename: 'FeatureUnavailableError',
        code: 'FEATURE_UNAVAILABLE',
        message: 'CART is ANNOUNCED in MX: In spring.',
        path: ['productId'],
        feature: 'CART',
        country: 'MX',
        state: 'ANNOUNCED',
        reason: 'In spring.',
      },
    ]);
    await turn({ country: 'MX', feature: 'CART', state: 'ON' });
  });

  it('can be known before: of their own country, and of a shop', async () => {
    const shop = await makeShop(server, { country: 'GB' });
    const [row] = await server.app.sql<
      { handle: string }[]
    >`select handle from businesses where id = ${shop.id}`;
    const handle = row?.handle ?? '';
    const asha = await makePerson(server);
    await turn({
      country: 'GB',
      feature: 'CART',
      state: 'PILOT',
      sharePercent: 0,
      reason: 'A few at first.',
    });
    const read = async (client: Client) => {
      const { viewer, business } = await client.request(ReadMyFeatures, { handle });
      const mine = viewer?.features?.map(({ key, isAvailable }) => [key, isAvailable]);
      return { mine, there: business?.features.find(({ key }) => key === 'CART') };
    };
    const there = { key: 'CART', isAvailable: false, state: 'PILOT', reason: 'A few at first.' };
    expect(await read(asha.client)).toEqual({ mine: FEATURES.map((key) => [key, true]), there });
    expect(await read(server.client())).toEqual({ mine: undefined, there });
    const member = { country: 'GB', phone: asha.phone };
    await setPilotMember(operator, { ...member, isMember: true });
    await setPilotMember(operator, { ...member, isMember: true });
    expect((await read(asha.client)).there?.isAvailable).toBe(true);
    await setPilotMember(operator, { ...member, isMember: false });
    expect((await read(asha.client)).there?.isAvailable).toBe(false);
    await turn({ country: 'GB', feature: 'CART', state: 'ON' });
  });

  it("is nobody else's to read", async () => {
    const shop = await makeShop(server);
    const asha = await makePerson(server);
    await makeOrder(asha, await makeProduct(shop));
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${shop.owner.token}` },
      body: JSON.stringify({
        query: `{ node(id: "${asha.publicId}") { ... on Person { name features { key } } } }`,
      }),
    });
    expect(await answer.json()).toMatchObject({ data: { node: { name: 'Asha', features: null } } });
  });

  it.each([
    ['a phone of nobody', { phone: '+919876500000' }, 'NOT_FOUND', ['phone']],
    ['no phone', { phone: 'nonsense' }, 'INVALID_INPUT', ['phone']],
    ['a country that is not there', { country: 'ZZ' }, 'NOT_FOUND', ['country']],
  ] as const)('pilotMemberSet refuses %s', async (_what, input, code, path) => {
    const { phone } = await makePerson(server);
    const answer = await setPilotMember(operator, { country: 'GB', phone, isMember: true, ...input });
    expect(answer).toMatchObject({ market: null, userErrors: [{ code, path }] });
  });
});

describe('marketEvents', () => {
  it('tells everybody who is signed in what was switched, and of no other country', async () => {
    const asha = await makePerson(server);
    const live = await watch(server, asha.client, MarketEvents, { country: 'IT' });
    await turn({ country: 'GB', feature: 'BOT', state: 'OFF' });
    await turn({ country: 'IT', feature: 'BOT', state: 'OFF' });
    await turn({ country: 'IT', feature: 'BOT', state: 'OFF' });
    await turn({ country: 'IT', feature: 'WALLET', state: 'PILOT', sharePercent: 5 });
    const [first, second] = [await live.next(), await live.next()];
    expect([first, second].map(({ type, feature }) => [type, feature])).toEqual([
      ['MARKET_FEATURE_SWITCHED', 'BOT'],
      ['MARKET_FEATURE_SWITCHED', 'WALLET'],
    ]);
    expect(second.market?.features.find(({ key }) => key === 'WALLET')).toMatchObject({ sharePercent: 5 });
    await live.stop();
  });

  it('is not there for a country that is not, nor for a guest', async () => {
    const { client } = await makePerson(server);
    await expect(client.subscribe(MarketEvents, { country: 'ZZ' }).next()).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(server.client().subscribe(MarketEvents, { country: 'IN' }).next()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('two processes on one database', () => {
  it('what one switches off, the other refuses at once; other countries go on', async () => {
    const other = await startTestServer({ databaseUrl: server.databaseUrl });
    const [india, britain] = [await makeShop(server), await makeShop(server, { country: 'GB' })];
    const asha = await makePerson(server);
    await makeCard(asha);
    const orders = await Promise.all(
      [
        await makeProduct(india),
        await makeProduct(britain, { price: { minor: 500n, currency: currencyCode('GBP') } }),
      ].map(async (product) => encodeId('ord', await makeOrder(asha, product))),
    );
    const [here = '', there = ''] = orders;
    const elsewhere = other.client(asha.token);
    for (let round = 0; round < 5; round++) {
      await turn({
        country: 'IN',
        feature: 'CARD_PAYMENT',
        state: 'OFF',
        reason: 'The regulator asks for it.',
      });
      const { payment, userErrors } = await pay(elsewhere, { orderId: here });
      expect(payment).toBeNull();
      expect(userErrors).toMatchObject([
        { code: 'FEATURE_UNAVAILABLE', reason: 'The regulator asks for it.' },
      ]);
      if (round < 4) await turn({ country: 'IN', feature: 'CARD_PAYMENT', state: 'ON' });
    }
    expect((await pay(elsewhere, { orderId: there })).payment?.state).toBe('SUCCEEDED');
    await turn({ country: 'IN', feature: 'CARD_PAYMENT', state: 'ON' });
    expect((await pay(elsewhere, { orderId: here })).payment?.state).toBe('SUCCEEDED');
    await other.stop();
  });
});
