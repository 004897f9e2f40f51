import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keep, ORDERS_DOCUMENT } from '../src/testing/webhook-commands.ts';
import { makePartnerApp, type TestApp } from '../src/testing/partner-commands.ts';
import { makeShop } from '../src/testing/factories.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
let app: TestApp;

beforeAll(async () => {
  server = await startTestServer();
  app = await makePartnerApp(server, { shops: [await makeShop(server)] });
});
afterAll(async () => {
  await server.stop();
});

const deep = (levels: number): string =>
  levels === 0 ? 'name' : `name business { products(first: 1) { edges { node { ${deep(levels - 1)} } } } }`;

describe('documents', () => {
  it.each([
    ['a query', '{ markets { country } }', /is a query: write a subscription/],
    ['a mutation', 'mutation { signOut { userErrors { code } } }', /is a mutation/],
    ['nothing', '', /can't be read/],
    ['no GraphQL', 'subscription { orderEvents {', /can't be read: Syntax Error.*line 1, column \d+/],
    ['two operations', `${ORDERS_DOCUMENT} ${ORDERS_DOCUMENT}`, /has 2 operations: write one/],
    ['fragments alone', 'fragment A on Order { id }', /has 0 operations/],
    [
      'two root fields',
      'subscription { a: orderEvents { cursor } b: orderEvents { cursor } }',
      /has to select one field/,
    ],
    [
      'a root field in a fragment',
      'subscription { ...A } fragment A on Subscription { orderEvents { cursor } }',
      /has to select one field/,
    ],
    ['introspection', 'subscription { __typename }', /has to select one field/],
    [
      'variables',
      'subscription ($id: ID) { orderEvents(filter: { orderId: $id }) { cursor } }',
      /write the values into it/,
    ],
    ['after', 'subscription { orderEvents(after: "x") { cursor } }', /leave it out/],
    ['an unknown field', 'subscription { orderEvents { secrets } }', /Cannot query field "secrets".*line 1/],
    ['an unknown stream', 'subscription { everything { cursor } }', /does not fit the schema/],
    [
      'a stream for people',
      'subscription { walletEvents { cursor } }',
      /This app can't open the stream: This is for people/,
    ],
    [
      'a business that did not grant it',
      'subscription { orderEvents(filter: { businessId: "biz_00000000000000000000000000" }) { cursor } }',
      /This app can't open the stream: There is no such business/,
    ],
    [
      'too deep',
      `subscription { orderEvents { event { order { lines { product { ${deep(4)} } } } } } }`,
      /nests fields: \d+; the limit is 16/,
    ],
    [
      'too costly',
      'subscription { orderEvents { event { order { business { products(first: 100) { edges { node { business { products(first: 100) { edges { node { id name description } } } } } } } } } } } }',
      /can cost \d+; the limit is/,
    ],
    [
      'too many aliases',
      `subscription { orderEvents { event { ${Array.from({ length: 61 }, (_, n) => `a${n}: id`).join(' ')} } } }`,
      /has aliases: 61; the limit is 60/,
    ],
    [
      '11 kB',
      `subscription { orderEvents { event { ${'id '.repeat(3_700)} } } }`,
      /has 11\d{3} bytes; 10000 are the most/,
    ],
    [
      'too many tokens',
      `subscription { orderEvents { event { ${'id '.repeat(3_100)} } } }`,
      /can't be read.*tokens/,
    ],
  ])('refuses %s', async (_what, document, message) => {
    const { webhook, secret, userErrors } = await keep(app.client).create({
      url: 'https://example.com/hooks',
      document,
    });
    expect({ webhook, secret }).toEqual({ webhook: null, secret: null });
    expect(userErrors).toEqual([
      { code: 'DOCUMENT_REFUSED', path: ['document'], message: expect.stringMatching(message) as string },
    ]);
  });

  it('keeps out the number of a card, in clear and escaped', async () => {
    const hidden = String.raw`subscription { orderEvents(filter: { orderId: "4242 4242 \u0034242 4242" }) { cursor } }`;
    const { userErrors } = await keep(app.client).create({
      url: 'https://example.com/hooks',
      document: hidden,
    });
    expect(userErrors).toMatchObject([{ code: 'DOCUMENT_REFUSED', path: ['document'] }]);
    const clear = hidden.replace(String.raw`\u0034`, '4');
    await expect(
      keep(app.client).create({ url: 'https://example.com/hooks', document: clear }),
    ).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('addresses', () => {
  it.each([
    ['no address', 'hooks'],
    ['a network that is private', 'https://10.0.0.7/hooks'],
    ['what clouds tell their machines', 'http://169.254.169.254/latest/meta-data'],
    ['this machine by another address', 'https://[::1]/hooks'],
    ['http', 'http://example.com/hooks'],
    ['another protocol', 'ftp://example.com/hooks'],
    ['credentials', 'https://me:pw@example.com/hooks'],
  ])('refuses %s', async (_what, url) => {
    const { webhook, userErrors } = await keep(app.client).create({ url, document: ORDERS_DOCUMENT });
    expect(webhook).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'ADDRESS_REFUSED', path: ['url'] }]);
  });
});
