import { randomUUID } from 'node:crypto';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable, type ForeignKey } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as bot from '../bot/tables.ts';
import * as businesses from '../businesses/tables.ts';
import * as carts from '../carts/tables.ts';
import * as catalog from '../catalog/tables.ts';
import * as channels from '../channels/tables.ts';
import * as conversations from '../conversations/tables.ts';
import * as identity from '../identity/tables.ts';
import * as imports from '../imports/tables.ts';
import * as locks from '../locks/tables.ts';
import * as markets from '../markets/tables.ts';
import { confirmOrder } from '../orders/confirm.ts';
import * as orders from '../orders/tables.ts';
import * as partners from '../partners/tables.ts';
import { payOrder } from '../payments/pay.ts';
import * as payments from '../payments/tables.ts';
import * as payouts from '../payouts/tables.ts';
import * as reconciliation from '../reconciliation/tables.ts';
import { makeCard, makeOrder, makeProduct } from '../testing/factories.ts';
import { makeMoneyWorld } from '../testing/money-world.ts';
import { makePartnerApp } from '../testing/partner-commands.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { makeShopWorld } from '../testing/shop-world.ts';
import * as wallets from '../wallets/tables.ts';

/*
 * Those of the ledger are tried in src/ledger/guards.test.ts: its rows are not changed at all. Those of fees, invoices and
 * tickets, most of which are not either, in the guards.test.ts of theirs.
 */
const MODULES = [
  bot,
  businesses,
  carts,
  catalog,
  channels,
  conversations,
  identity,
  imports,
  locks,
  markets,
  orders,
  partners,
  payments,
  payouts,
  reconciliation,
  wallets,
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await makeMoneyWorld(server);
  const { shop, asha } = await makeShopWorld(server);
  const app = await makePartnerApp(server, { shops: [shop] });
  await server.app
    .sql`insert into stream_positions (key_id, position, seen_at) values (${app.keyId}, 1, now())`;
  const orderId = await makeOrder(asha, await makeProduct(shop));
  await payOrder(asha.ctx, { orderId, cardId: await makeCard(asha), idempotencyKey: randomUUID() });
  await confirmOrder(app.ctx, orderId);
});
afterAll(() => server.stop());

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface Reference {
  readonly name: string;
  readonly table: string;
  readonly column: string;
}

function referencesOf(table: PgTable): Reference[] {
  const { name, foreignKeys } = getTableConfig(table);
  return foreignKeys.map((key: ForeignKey) => ({
    name: snake(key.getName()),
    table: name,
    column: snake(key.reference().columns[0]?.name ?? ''),
  }));
}

const references = MODULES.flatMap((module) => Object.values(module))
  .filter((one: unknown) => is(one, PgTable))
  .flatMap(referencesOf)
  // Refers to the same product as the one beside it: see below.
  .filter(({ name }) => name !== 'stock_holds_stock_fkey')
  // History is not changed at all: tried in src/markets/guards.test.ts.
  .filter(({ name }) => name !== 'market_feature_switches_country_markets_country_fk');

/** What no row has; in the place where other rules of the row still hold. */
function nobody(column: string): string {
  if (column === 'country') return 'ZZ';
  return column === 'other_person_id'
    ? 'ffffffff-ffff-4fff-bfff-ffffffffffff'
    : '00000000-0000-4000-8000-000000000001';
}

// One by one: vitest shortens what it takes from an object.
test.each(references.map(({ name, table, column }) => [name, table, column]))(
  '%s of %s (%s)',
  async (name, table, column) => {
    // Stock that nothing is held of, so that only its own reference is in the way.
    const which = table === 'stock' ? 'product_id not in (select product_id from stock_holds)' : 'true';
    const row = `select ctid from ${table} where ${column} is not null and ${which} limit 1`;
    expect(await server.app.sql.unsafe(row), 'a row to try it on').toHaveLength(1);
    const statement = `update ${table} set ${column} = '${nobody(column)}' where ctid = (${row})`;
    expect(await refusalOf(server.app.sql, statement)).toBe(name);
  },
);

test('stock_holds_stock_fkey', async () => {
  const statement = 'delete from stock where product_id in (select product_id from stock_holds)';
  expect(await refusalOf(server.app.sql, statement)).toBe('stock_holds_stock_fkey');
});

test('there are that many', () => {
  expect(references.length).toBeGreaterThan(50);
});
