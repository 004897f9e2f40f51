import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { startCrashServer, seed } from '../testing/crash.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { encodeId } from './id.ts';
import { pay } from '../testing/payment-commands.ts';
import { migrate } from './migrate.ts';

const GRANTS = new URL('../../docs/application-role.sql', import.meta.url);
const role = `app_${randomBytes(4).toString('hex')}`;

let database: TestDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.url, { max: 2, onnotice: () => {} });
  await sql.unsafe(`create role ${role} login password '${role}'`);
});

afterAll(async () => {
  await sql.unsafe(`drop owned by ${role}`);
  await sql.end();
  await database.drop();
  const server = postgres(urlOf({ database: 'postgres' }), { max: 1 });
  await server.unsafe(`drop role ${role}`);
  await server.end();
});

function urlOf({ database: name, user }: { database?: string; user?: string }): string {
  const url = new URL(database.url);
  if (name) url.pathname = `/${name}`;
  if (user) [url.username, url.password] = [user, user];
  return url.href;
}

const grant = async () => sql.unsafe((await readFile(GRANTS, 'utf8')).replaceAll('bottega_app', role));

/** How the newest migration is remembered. */
async function newestApplied(): Promise<string> {
  const [row] = await sql<{ at: string }[]>`select max(created_at) as at from drizzle.__drizzle_migrations`;
  return row?.at ?? '';
}

describe('a database that is up to date', () => {
  it('is left alone, whoever looks and however many at once', async () => {
    await grant();
    const before = await newestApplied();
    const urls = [database.url, urlOf({ user: role }), urlOf({ user: role }), database.url];
    await Promise.all(urls.map(migrate));
    expect(await newestApplied()).toBe(before);
  });

  it('serves as the role that can not change it, and takes a payment', async () => {
    await grant();
    const order = await seed(database.url, async (server) => {
      const shop = await makeShop(server);
      const asha = await makePerson(server);
      await makeCard(asha);
      return { token: asha.token, id: await makeOrder(asha, await makeProduct(shop)) };
    });
    await migrate(urlOf({ user: role }));
    const server = await startCrashServer(urlOf({ user: role }));
    const client = server.client(order.token);
    const { payment } = await pay(client, { orderId: encodeId('ord', order.id) });
    expect(payment).toMatchObject({ state: 'SUCCEEDED', order: { paymentState: 'PAID' } });
    await client.close();
    await server.kill();
  });

  it('stays as it is when it is newer than this release', async () => {
    const later = String(Date.now() + 1_000_000_000_000);
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${randomUUID()}, ${later})`;
    await migrate(urlOf({ user: role }));
    expect(await newestApplied()).toBe(later);
    await sql`delete from drizzle.__drizzle_migrations where created_at = ${later}`;
  });
});

describe('a database that is behind', () => {
  test('is not changed by a role that may not, which is told who may', async () => {
    await sql.begin(async (tx) => {
      await tx`delete from drizzle.__drizzle_migrations`;
      await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values ('', 1)`;
    });
    await expect(migrate(urlOf({ user: role }))).rejects.toThrow('migrate as its owner');
    expect(await newestApplied()).toBe('1');
  });

  test('has what is missing applied, once, by those who start together', async () => {
    const fresh = `fresh_${randomBytes(4).toString('hex')}`;
    const server = postgres(urlOf({ database: 'postgres' }), { max: 1 });
    await server.unsafe(`create database ${fresh}`);
    const url = urlOf({ database: fresh });
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const there = postgres(url, { max: 1 });
    const applied =
      await there`select hash, count(*)::int as times from drizzle.__drizzle_migrations group by hash`;
    expect(applied.length).toBeGreaterThan(1);
    expect(applied.every(({ times }) => times === 1)).toBe(true);
    expect(await there`select from payments`).toEqual([]);
    await there.end();
    await server.unsafe(`drop database ${fresh}`);
    await server.end();
  });
});
