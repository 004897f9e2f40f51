import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Connection } from '../db/client.ts';
import { examine } from '../doctor/examine.ts';
import { foundBank } from '../testing/bank.ts';
import { doneOf, expectedBalances, wrongAnswers } from '../testing/bank-audit.ts';
import type { Call, Mishaps } from '../testing/bank-calls.ts';
import { startChaos, type Chaos } from '../testing/bank-chaos.ts';
import { finish, moveMoney } from '../testing/bank-clients.ts';
import { watchBank } from '../testing/bank-reader.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { startPostgresProxy, type PostgresProxy } from '../testing/postgres-proxy.ts';
import { seeded } from '../testing/random.ts';

/** A minute finds more: BANK_SECONDS=60. With BANK_SEED another run. */
const SECONDS = Number(process.env['BANK_SECONDS'] ?? 20);
const SEED = Number(process.env['BANK_SEED'] ?? 1);
const CLIENTS = 50;
const WALLETS = 20;

let database: TestDatabase;
let connection: Connection;
let proxy: PostgresProxy;
let chaos: Chaos;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.url, { max: 4, name: 'bank test' });
  proxy = await startPostgresProxy(database.url);
});
afterAll(async () => {
  await chaos.stop();
  await proxy.stop();
  await connection.close();
  await database.drop();
});

it(
  `${CLIENTS} clients move money among ${WALLETS} wallets while all that can break does: not a coin is lost or made`,
  async () => {
    const { sql } = connection;
    const bank = await foundBank(database.url, sql, WALLETS);
    const deadlocksBefore = await deadlocks();
    const random = seeded(SEED);
    chaos = await startChaos(proxy, random);
    const reader = watchBank(sql);
    const calls: Call[] = [];
    const mishaps: Mishaps = { aborted: 0, unanswered: 0, unexpected: [] };
    const end = Date.now() + SECONDS * 1_000;
    const { url } = chaos;
    const traffic = { bank, url, random, calls, mishaps, isOver: () => Date.now() >= end };
    const clients = Array.from({ length: CLIENTS }, (_, place) => bank.holders[place % WALLETS]).flatMap(
      (holder) => (holder ? [moveMoney(traffic, holder)] : []),
    );
    await Promise.all([chaos.run(SECONDS), ...clients]);
    await finish(traffic);
    await expect.poll(underWay, { timeout: 60_000, interval: 200 }).toBe(0);
    await reader.stop();

    tell({
      ...countsOf(calls),
      kills: chaos.kills(),
      cuts: chaos.cuts(),
      commits: proxy.tally(),
      snapshots: reader.snapshots(),
      deadlocks: (await deadlocks()) - deadlocksBefore,
      mishaps: { ...mishaps, unexpected: mishaps.unexpected.length },
    });
    // What can be seen at any moment.
    expect(reader.wrong.slice(0, 5)).toEqual([]);
    // Every answer is the one for good, and what it names is there once; there is nothing that nobody asked for.
    expect((await wrongAnswers(sql, calls)).slice(0, 5)).toEqual([]);
    expect([...doneOf(calls, 'send'), ...doneOf(calls, 'accept')].sort()).toEqual(
      await ids(`select id from transfers`),
    );
    expect(doneOf(calls, 'ask')).toEqual(await ids(`select id from money_requests`));
    expect(doneOf(calls, 'reverse')).toEqual(await ids(`select id from transfers where state = 'REVERSED'`));
    expect(doneOf(calls, 'topUp')).toEqual(await ids(TOP_UPS));
    // Everybody has what they should, and the provider has charged what it was asked for, once.
    expect(await balances()).toEqual(await expectedBalances(sql, bank, calls));
    expect(await ids(CHARGED)).toEqual(await ids(`select id from payments where state = 'SUCCEEDED'`));
    expect((await examine(sql)).map(({ check, id, fact }) => `${check.rule} ${id}: ${fact}`)).toEqual([]);
    expect(mishaps.unexpected.slice(0, 5)).toEqual([]);
    expect(chaos.deaths()).toBe(0);
  },
  (SECONDS + 150) * 1_000,
);

/** Without what the bank was founded with. */
const TOP_UPS = `
  select id from payments p where purpose = 'TOP_UP'
  and exists (select from idempotency_keys where key like 'bank-topUp-%' and result ->> 'paymentId' = p.id::text)`;

const CHARGED = `
  select data #>> '{metadata,bottega_payment}' as id from sandbox.objects
  where type = 'payment_intent' and data ->> 'status' = 'succeeded'`;

async function ids(statement: string): Promise<string[]> {
  const rows = await connection.sql.unsafe<{ id: string }[]>(statement);
  return rows.map(({ id }) => id).sort();
}

/** Payments whose outcome is not known yet; the jobs that ask for it do so now. */
async function underWay(): Promise<number> {
  await connection.sql`
    update pgboss.job set start_after = now() where name = 'payment.reconcile' and state in ('created', 'retry')`;
  const [row] = await connection.sql<{ count: bigint }[]>`
    select count(*) from payments where state in ('CREATED', 'PROCESSING', 'UNKNOWN')`;
  return Number(row?.count);
}

async function balances(): Promise<ReadonlyMap<string, bigint>> {
  const rows = await connection.sql<{ owner: string; balance: bigint }[]>`
    select owner_id as owner, balance_minor as balance from ledger_accounts where kind = 'WALLET'`;
  return new Map(rows.map(({ owner, balance }) => [owner, balance]));
}

async function deadlocks(): Promise<number> {
  const [row] = await connection.sql<{ deadlocks: bigint }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`;
  return Number(row?.deadlocks);
}

function countsOf(calls: readonly Call[]) {
  const done = (what: Call['what']): number => doneOf(calls, what).length;
  return {
    sent: done('send'),
    accepted: done('accept'),
    toppedUp: done('topUp'),
    reversed: done('reverse'),
    refused: calls.filter(({ answers: [answer] }) => answer?.kind === 'refused').length,
    calls: calls.length,
    repeats: calls.reduce((sum, { tries }) => sum + tries - 1, 0),
  };
}

/** For whoever runs it: how much of what there was. */
function tell(counts: object): void {
  process.stdout.write(`bank test, ${SECONDS} s, seed ${SEED}: ${JSON.stringify(counts)}\n`);
}
