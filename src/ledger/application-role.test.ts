import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Ctx } from '../context.ts';
import { connect, type Connection } from '../db/client.ts';
import { transact } from '../db/transact.ts';
import { startJobs } from '../jobs/jobs.ts';
import {
  CLEARING,
  INR,
  journalOf,
  move,
  newWallet,
  startTestLedger,
  type TestLedger,
} from '../testing/ledger.ts';
import { extendChain } from './chain.ts';
import { expireHolds } from './expire.ts';
import { placeHold } from './hold.ts';
import { post } from './post.ts';
import { rollUpLedger } from './roll-up.ts';

const GRANTS = new URL('../../docs/application-role.sql', import.meta.url);
const role = `app_${randomBytes(4).toString('hex')}`;

let ledger: TestLedger;
let app: Connection;
let ctx: Ctx;
let appUrl: string;

beforeAll(async () => {
  ledger = await startTestLedger();
  await ledger.sql.unsafe(`create role ${role} login password '${role}'`);
  await ledger.sql.unsafe((await readFile(GRANTS, 'utf8')).replaceAll('bottega_app', role));
  await ledger.book([move(CLEARING, newWallet(), 100n)]);
  const url = new URL(ledger.databaseUrl);
  url.username = role;
  url.password = role;
  appUrl = url.href;
  app = connect(appUrl, { max: 2 });
  ctx = { ...ledger.ctx, db: app.db, sql: app.sql, app: { ...ledger.ctx.app, db: app.db, sql: app.sql } };
});

afterAll(async () => {
  await app.close();
  await ledger.stop();
  const url = new URL(ledger.databaseUrl);
  url.pathname = '/postgres';
  const server = postgres(url.href, { max: 1 });
  await server.unsafe(`drop role ${role}`);
  await server.end();
});

describe('the role that runs Bottega', () => {
  it('books, holds, gives back, rolls up and chains', async () => {
    const asha = newWallet();
    const name = { kind: 'test', subjectId: randomUUID() };
    const hold = { ...name, account: asha, currency: INR, amountMinor: 40n };
    await transact(ctx, (tx) => post(tx, journalOf([move(CLEARING, asha, 100n)])));
    await transact(ctx, (tx) => placeHold(tx, hold));
    await transact(ctx, (tx) => post(tx, { ...journalOf([move(asha, CLEARING, 40n)]), holds: [name] }));
    await transact(ctx, (tx) => placeHold(tx, { ...hold, expiresAt: new Date(0) }));
    await expireHolds(ctx);
    await rollUpLedger(ctx);
    await extendChain(ctx);
    const [account] = await app.sql`
      select balance_minor as balance, held_minor as held from ledger_accounts where owner_id = ${asha.ownerId}`;
    expect(account).toEqual({ balance: 60n, held: 0n });
  });

  it('works the job queues', async () => {
    const jobs = await startJobs(appUrl, ctx.log);
    await transact(ctx, (tx) => jobs.enqueue(tx, 'ledger.rollup', {}));
    await jobs.stop();
    const queued = await app.sql`select name from pgboss.job where name = 'ledger.rollup'`;
    expect(queued).toHaveLength(1);
  });

  it('works with the tables of all the house, the jobs and the sandbox', async () => {
    const tables = await app.sql<{ name: string }[]>`
      select schemaname || '.' || tablename as name from pg_tables
      where schemaname in ('public', 'sandbox', 'pgboss')
        and not (has_table_privilege(schemaname || '.' || tablename, 'SELECT')
             and has_table_privilege(schemaname || '.' || tablename, 'INSERT'))`;
    expect(tables).toEqual([]);
  });

  test.each([
    `update ledger_journals set description = 'Another.'`,
    `delete from ledger_journals`,
    `truncate ledger_journals cascade`,
    `update ledger_postings set amount_minor = 1`,
    `delete from ledger_postings`,
    `truncate ledger_postings`,
    `update ledger_chain set hash = sha256('')`,
    `delete from ledger_chain`,
    `truncate ledger_chain cascade`,
    `update ledger_heads set hash = sha256('')`,
    `delete from ledger_heads`,
    `truncate ledger_heads`,
    `delete from ledger_holds`,
    `truncate ledger_holds`,
    `update ledger_holds set amount_minor = 1`,
    `update ledger_accounts set owner_id = gen_random_uuid()`,
    `update ledger_accounts set strict = false`,
    `delete from ledger_accounts`,
    `delete from ledger_rollups`,
    `alter table ledger_postings disable trigger all`,
    `drop trigger ledger_postings_append_only on ledger_postings`,
    `create or replace function ledger_refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
    `set session_replication_role = replica`,
    `alter table ledger_accounts drop constraint ledger_accounts_strict_covered`,
  ])('may not: %s', async (statement) => {
    await expect(app.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
