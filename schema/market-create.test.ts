import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FEATURES } from '../src/markets/rules.ts';
import { CreateBusiness } from '../src/testing/business-commands.ts';
import { addLine } from '../src/testing/cart-commands.ts';
import { CreateProduct } from '../src/testing/catalogue-commands.ts';
import type { Client } from '../src/testing/client.ts';
import { makePerson } from '../src/testing/factories.ts';
import type { MarketCreateInput } from '../src/testing/gql/graphql.ts';
import { askForCode, CompleteSignIn, StartSignIn } from '../src/testing/identity-commands.ts';
import { createMarket, ReadMarkets, setFeature } from '../src/testing/market-commands.ts';
import { topUp } from '../src/testing/money-commands.ts';
import { confirm, deliver, place, ship } from '../src/testing/order-commands.ts';
import { pay, registerCard } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
let operator: Client;
beforeAll(async () => {
  server = await startTestServer();
  operator = (await makePerson(server, { operator: true })).client;
});
afterAll(() => server.stop());

const POLAND: MarketCreateInput = {
  country: 'PL',
  name: 'Poland',
  currencyCode: 'PLN',
  languages: ['pl', 'en'],
  timeZone: 'Europe/Warsaw',
  callingCode: '48',
  limits: { perTransfer: '1000.00', perDay: '2000.00', perMonth: '9000.00' },
};

async function signIn(name: string): Promise<Client> {
  const phone = `+48512${randomInt(100_000, 999_999)}`;
  const code = await askForCode(server, phone);
  const input = { phone, code, device: 'Telefon', name };
  const { signInComplete } = await server.client().request(CompleteSignIn, { input });
  expect(signInComplete.person).toMatchObject({ country: 'PL', language: 'pl' });
  return server.client(signInComplete.token ?? '');
}

const turnOn = (feature: (typeof FEATURES)[number]) =>
  setFeature(operator, { country: 'PL', feature, state: 'ON', reason: 'Open to everybody.' });

const count = async () => (await server.client().request(ReadMarkets, {})).markets.length;

describe('marketCreate', () => {
  const plain = {
    ...POLAND,
    country: 'CZ',
    currencyCode: 'CZK',
    callingCode: '420',
    timeZone: 'Europe/Prague',
  };
  it.each<[string, Partial<MarketCreateInput>, string, readonly string[]]>([
    ['a country that is there', { country: 'IN', callingCode: '91' }, 'INVALID_INPUT', ['country']],
    ['no country', { country: 'ZZ' }, 'INVALID_INPUT', ['country']],
    ["another country's code", { callingCode: '48' }, 'INVALID_INPUT', ['callingCode']],
    ['a code with a plus', { callingCode: '+420' }, 'INVALID_INPUT', ['callingCode']],
    ['no name', { name: ' ' }, 'INVALID_INPUT', ['name']],
    ['no language', { languages: [] }, 'INVALID_INPUT', ['languages']],
    ['a language twice', { languages: ['cs', 'cs'] }, 'INVALID_INPUT', ['languages']],
    ['no language tag', { languages: ['Czech'] }, 'INVALID_INPUT', ['languages', '0']],
    ['no time zone', { timeZone: 'Europe/Nowhere' }, 'INVALID_INPUT', ['timeZone']],
    ['an offset for a time zone', { timeZone: '+01:00' }, 'INVALID_INPUT', ['timeZone']],
    ['an amount of too many digits', limits('1.001', '2', '3'), 'INVALID_MONEY', ['limits', 'perTransfer']],
    ['a day below a transfer', limits('3.00', '2.00', '9.00'), 'INVALID_INPUT', ['limits']],
    ['a limit of nothing', limits('0.00', '2.00', '9.00'), 'INVALID_INPUT', ['limits']],
  ])('refuses %s', async (_what, input, code, path) => {
    const before = await count();
    const answer = await createMarket(operator, { ...plain, ...input });
    expect(answer).toMatchObject({ market: null, userErrors: [{ code, path }] });
    expect(await count()).toBe(before);
  });

  function limits(perTransfer: string, perDay: string, perMonth: string) {
    return { limits: { perTransfer, perDay, perMonth } };
  }

  it('is for operators', async () => {
    const { client } = await makePerson(server);
    await expect(createMarket(client, plain)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const phone = '+420601000000';
    const { signInStart } = await server.client().request(StartSignIn, { input: { phone } });
    expect(signInStart.userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });

  it('adds one country however often its key comes', async () => {
    const input = { ...plain, idempotencyKey: randomUUID() };
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => createMarket(operator, input)));
    expect(first?.market).toMatchObject({ country: 'CZ', currencyCode: 'CZK' });
    for (const other of others) expect(other).toEqual(first);
  });
});

it('a country that nobody has thought of signs in, opens a shop and sells for cash and by card', async () => {
  const { market } = await createMarket(operator, POLAND);
  expect(market).toMatchObject({
    name: 'Poland',
    currencyCode: 'PLN',
    languages: ['pl', 'en'],
    timeZone: 'Europe/Warsaw',
    callingCode: '48',
  });
  expect(market?.features.map(({ key, state }) => [key, state])).toEqual(FEATURES.map((key) => [key, 'OFF']));

  const [ola, jan] = [await signIn('Ola'), await signIn('Jan')];
  const { businessCreate } = await ola.request(CreateBusiness, {
    input: { handle: 'piekarnia', name: 'Piekarnia', category: 'Bakery', country: 'PL' },
  });
  const businessId = businessCreate.business?.id ?? '';
  expect(businessCreate.business?.currencyCode).toBe('PLN');
  const { productCreate } = await ola.request(CreateProduct, {
    input: { businessId, name: 'Chleb', price: { amount: '8.50', currencyCode: 'PLN' }, stock: 20 },
  });
  const line = { productId: productCreate.product?.id ?? '', quantity: 2 };

  expect((await addLine(jan, line)).userErrors).toMatchObject([
    { code: 'FEATURE_UNAVAILABLE', feature: 'CART', country: 'PL', reason: 'It has not come here.' },
  ]);
  await turnOn('CART');
  const order = async () => {
    const { cart } = await addLine(jan, line);
    return (await place(jan, { cartId: cart?.id ?? '' })).order?.id ?? '';
  };
  const [first, second] = [await order(), await order()];
  const method = 'CASH_ON_DELIVERY';
  expect((await pay(jan, { orderId: first, method })).userErrors).toMatchObject([{ feature: method }]);
  await turnOn(method);
  expect((await pay(jan, { orderId: first, method })).payment).toMatchObject({
    method,
    amount: { amount: '17.00', currencyCode: 'PLN' },
  });
  await confirm(ola, first);
  await ship(ola, { orderId: first });
  expect((await deliver(ola, first)).order).toMatchObject({ paymentState: 'PAID' });

  await registerCard(jan, { token: 'pm_card_visa' });
  expect((await pay(jan, { orderId: second })).userErrors).toMatchObject([{ feature: 'CARD_PAYMENT' }]);
  await turnOn('CARD_PAYMENT');
  expect((await pay(jan, { orderId: second })).payment).toMatchObject({ state: 'SUCCEEDED' });

  await turnOn('WALLET');
  const tooMuch = { amount: '1000.01', currencyCode: 'PLN' };
  expect((await topUp(jan, { amount: tooMuch })).userErrors).toMatchObject([{ code: 'LIMIT_EXCEEDED' }]);
  const { payment } = await topUp(jan, { amount: { amount: '50.00', currencyCode: 'PLN' } });
  expect(payment).toMatchObject({ state: 'SUCCEEDED' });
});
