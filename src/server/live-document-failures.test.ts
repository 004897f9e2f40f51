import type { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { readConfig } from '../config.ts';
import type { App } from '../context.ts';
import { orders } from '../orders/tables.ts';
import { makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { makePartnerApp } from '../testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { openLiveDocuments } from './live-documents.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const DOCUMENT = 'subscription { orderEvents { event { type order { state } } } }';

/** The house with a database that fails the first reads of an order. */
function failing(app: App, times: number, code: string): App {
  let left = times;
  const db = new Proxy(app.db, {
    get: (target, key): unknown => {
      if (key !== 'select' || left === 0) return Reflect.get(target, key);
      return (...fields: Parameters<App['db']['select']>) => ({
        from: (table: PgTable) => {
          if (table !== orders) return target.select(...fields).from(table);
          left -= 1;
          throw Object.assign(new Error('It could not be read.'), { code });
        },
      });
    },
  });
  return { ...app, db };
}

it.each([
  [
    'what it shows of an event, when the database was away at first',
    2,
    'CONNECTION_CLOSED',
    'PLACED',
    undefined,
  ],
  ['the event with its error, when reading it fails for good', 100, '22P02', undefined, 'INTERNAL'],
])('gives %s', async (_what, times, code, state, error) => {
  const shop = await makeShop(server);
  const [customer, product] = [await makePerson(server), await makeProduct(shop)];
  const { id } = await makePartnerApp(server, { shops: [shop] });
  const start = server.app.feed.positionOf(server.app.feed.cursor());
  const { limits } = readConfig({});
  await makeOrder(customer, product);
  const house = failing(server.app, times, code);
  const results = openLiveDocuments({ schema, limits, app: () => house }).open(id, DOCUMENT, start);
  let told = await results.next();
  while (told.value && told.value.event === null) told = await results.next();
  await results.return();
  const order = state === undefined ? null : { state };
  expect(told.value?.result?.data).toEqual({ orderEvents: { event: { type: 'ORDER_PLACED', order } } });
  expect(told.value?.result?.errors?.[0]?.extensions?.['code']).toBe(error);
});
