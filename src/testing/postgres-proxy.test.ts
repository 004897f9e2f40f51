import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Connection } from '../db/client.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { startPostgresProxy, type CommitFault, type PostgresProxy } from './postgres-proxy.ts';

let database: TestDatabase;
let proxy: PostgresProxy;
/** Past the proxy. */
let direct: Connection;
let through: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  direct = connect(database.url, { max: 2 });
  proxy = await startPostgresProxy(database.url);
  through = connect(proxy.url, { max: 4 });
  await direct.sql`create table notes (text text not null)`;
});
beforeEach(async () => {
  await direct.sql`delete from notes`;
});
afterAll(async () => {
  proxy.cutAll();
  await through.close();
  await proxy.stop();
  await direct.close();
  await database.drop();
});

const write = (text: string) =>
  through.sql.begin(async (tx) => {
    await tx`insert into notes (text) values (${text})`;
    return 'written';
  });

async function notes(): Promise<string[]> {
  const rows = await direct.sql<{ text: string }[]>`select text from notes order by text`;
  return rows.map(({ text }) => text);
}

it('passes on what it is not told to lose, also what is larger than a packet', async () => {
  const large = 'x'.repeat(3_000_000);
  expect(await write(large)).toBe('written');
  const [row] = await through.sql<{ text: string }[]>`select text from notes`;
  expect(row?.text === large).toBe(true);
});

describe('a commit', () => {
  it.each<[CommitFault, string[]]>([
    ['cut before', []],
    ['cut after', ['this']],
  ])('that is %s: the client hears the same, and %j is there', async (fault, left) => {
    const done = proxy.atNextCommit(/insert into notes/, fault);
    await expect(write('this')).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    await done;
    expect(await notes()).toEqual(left);
    expect(await write('the next')).toBe('written');
  });

  it.each<[CommitFault, string[]]>([
    ['hang before', []],
    ['hang after', ['this']],
  ])('that %s: the client hears nothing until it is cut, and %j is there', async (fault, left) => {
    const done = proxy.atNextCommit(/insert into notes/, fault);
    const writing = write('this').catch(() => 'lost');
    await done;
    expect(await Promise.race([writing, notes()])).toEqual(left);
    proxy.cutAll();
    expect(await writing).toBe('lost');
    expect(await notes()).toEqual(left);
  });

  it('is lost only where a statement like that ran in its transaction', async () => {
    const done = proxy.atNextCommit(/delete from notes/, 'cut after');
    expect(await write('kept')).toBe('written');
    // In a transaction of its own, which is no COMMIT.
    await through.sql`delete from notes where text = 'absent'`;
    expect(await write('kept too')).toBe('written');
    const deleting = through.sql.begin(async (tx) => {
      await tx`delete from notes`;
    });
    await expect(deleting).rejects.toThrow('CONNECTION_CLOSED');
    await done;
    expect(await notes()).toEqual([]);
  });

  it('of another driver, in simple queries, is lost as well', async () => {
    const simple = postgres(proxy.url, { max: 1, prepare: false, onnotice: () => {} });
    const done = proxy.atNextCommit(/simple/, 'cut after');
    await simple.unsafe('begin').simple();
    await simple.unsafe(`insert into notes values ('simple')`).simple();
    await expect(simple.unsafe('commit').simple()).rejects.toThrow('CONNECTION_CLOSED');
    await done;
    await simple.end({ timeout: 1 });
    expect(await notes()).toEqual(['simple']);
  });

  it('that the server turns into a rollback is no commit', async () => {
    const simple = postgres(proxy.url, { max: 1, prepare: false, onnotice: () => {} });
    void proxy.atNextCommit(/nonsense/, 'cut after');
    await simple.unsafe('begin').simple();
    await expect(simple.unsafe('nonsense').simple()).rejects.toThrow('syntax error');
    await simple.unsafe('commit').simple();
    await simple.end({ timeout: 1 });
    expect(await write('the next')).toBe('written');
  });
});

it('cuts every connection at once; the next statement opens another', async () => {
  const waiting = Promise.allSettled([1, 2, 3].map(() => through.sql`select pg_sleep(60)`));
  await expect
    .poll(async () => {
      const [row] = await direct.sql<{ count: bigint }[]>`
        select count(*) from pg_stat_activity where datname = current_database() and query = 'select pg_sleep(60)'`;
      return row?.count;
    })
    .toBe(3n);
  expect(proxy.cutAll()).toBeGreaterThanOrEqual(3);
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await write('afterwards')).toBe('written');
});

it('loses commits at random, as the test chooses, and counts them', async () => {
  const before = proxy.tally();
  const lost: (CommitFault | null)[] = ['cut after', null, 'cut before', null];
  proxy.atEveryCommit(() => lost.shift() ?? null);
  const outcomes = [];
  for (const text of ['a', 'b', 'c', 'd']) {
    outcomes.push(await write(text).catch(() => 'unknown'));
  }
  proxy.atEveryCommit(() => null);
  expect(outcomes).toEqual(['unknown', 'written', 'unknown', 'written']);
  expect(await notes()).toEqual(['a', 'b', 'd']);
  const { 'cut after': after, 'cut before': prior } = proxy.tally();
  expect([after - before['cut after'], prior - before['cut before']]).toEqual([1, 1]);
});
