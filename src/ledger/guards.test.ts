import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { payOrder } from '../payments/pay.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A sale of 50.00: its journal and the two accounts. */
async function sale() {
  const shop = await makeShop(server);
  const asha = await makePerson(server);
  await makeCard(asha);
  const orderId = await makeOrder(asha, await makeProduct(shop));
  const paymentId = await payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
  const [row] = await server.app.sql<{ journal: string; clearing: string; balance: string }[]>`
    select j.id as journal, p.debit_account_id as clearing, p.credit_account_id as balance
    from ledger_journals j join ledger_postings p on p.journal_id = j.id where j.subject_id = ${paymentId}`;
  if (!row) throw new Error('nothing was booked');
  return { ...row, paymentId };
}

async function openAccount(currency: string, { strict = false } = {}): Promise<string> {
  const [row] = await server.app.sql<{ id: string }[]>`
    insert into ledger_accounts (id, kind, owner_id, currency, strict)
    values (gen_random_uuid(), 'PROVIDER_CLEARING', gen_random_uuid(), ${currency}, ${strict}) returning id`;
  return row?.id ?? '';
}

/** Books one posting in a journal of its own, past every program: only the database is in the way. */
function book(debit: string, credit: string, { amount = 1n, currency = 'INR' } = {}): Promise<unknown> {
  return server.app.sql.begin(async (sql) => {
    const [journal] = await sql<{ id: string }[]>`
      insert into ledger_journals (id, kind, subject_id, description)
      values (gen_random_uuid(), 'test', gen_random_uuid(), '') returning id`;
    await sql`
      insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor)
      values (${journal?.id ?? ''}, ${debit}, ${credit}, ${currency}, ${amount})`;
  });
}

async function balanceOf(account: string): Promise<bigint | undefined> {
  const [row] = await server.app.sql<{ balance: bigint }[]>`
    select balance_minor as balance from ledger_accounts where id = ${account}`;
  return row?.balance;
}

describe('what is posted is never changed', () => {
  test.each([
    `update ledger_journals set description = 'other'`,
    `update ledger_postings set amount_minor = amount_minor + 1`,
    `delete from ledger_journals`,
    `delete from ledger_postings`,
    `truncate ledger_postings`,
    `truncate ledger_journals cascade`,
    // Also by a statement that would touch no row.
    `delete from ledger_postings where false`,
  ])('%s', async (statement) => {
    await sale();
    await expect(server.app.sql.unsafe(statement)).rejects.toMatchObject({
      code: '23001',
      message: 'ledger rows are never changed: correct with a new journal',
    });
  });
});

it('a journal takes no posting from any other transaction', async () => {
  const { journal, clearing, balance } = await sale();
  const late = server.app.sql`
    insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor)
    values (${journal}, ${clearing}, ${balance}, 'INR', 1)`;
  await expect(late).rejects.toMatchObject({ code: '23001', message: expect.stringContaining('sealed') });
  expect(await balanceOf(balance)).toBe(5_000n);
});

describe('a posting', () => {
  it('is in the one currency of both its accounts', async () => {
    const [rupees, more, euros] = [
      await openAccount('INR'),
      await openAccount('INR'),
      await openAccount('EUR'),
    ];
    await expect(book(rupees, euros)).rejects.toMatchObject({
      constraint_name: 'ledger_postings_credit_fkey',
    });
    await expect(book(euros, rupees)).rejects.toMatchObject({
      constraint_name: 'ledger_postings_debit_fkey',
    });
    await expect(book(rupees, more, { currency: 'EUR' })).rejects.toMatchObject({ code: '23503' });
    await book(rupees, more);
  });

  test.each([0n, -1n])('of %i is none', async (amount) => {
    const [one, other] = [await openAccount('INR'), await openAccount('INR')];
    await expect(book(one, other, { amount })).rejects.toMatchObject({
      constraint_name: 'ledger_postings_amount_positive',
    });
  });

  it('goes from one account to another', async () => {
    const account = await openAccount('INR');
    await expect(book(account, account)).rejects.toMatchObject({
      constraint_name: 'ledger_postings_two_accounts',
    });
  });

  it('goes to an account that is there', async () => {
    const account = await openAccount('INR');
    await expect(book(account, randomUUID())).rejects.toMatchObject({ code: '23503' });
  });
});

describe('a strict account', () => {
  it('moves with its postings, whoever writes them', async () => {
    const [strict, other] = [await openAccount('INR', { strict: true }), await openAccount('INR')];
    await book(other, strict, { amount: 700n });
    await book(strict, other, { amount: 300n });
    expect(await balanceOf(strict)).toBe(400n);
    expect(await balanceOf(other)).toBe(0n);
  });

  it('does not go below nothing', async () => {
    const [strict, other] = [await openAccount('INR', { strict: true }), await openAccount('INR')];
    await book(other, strict, { amount: 700n });
    await expect(book(strict, other, { amount: 701n })).rejects.toMatchObject({
      constraint_name: 'ledger_accounts_strict_covered',
    });
    expect(await balanceOf(strict)).toBe(700n);
  });

  it('nor below what is held of it', async () => {
    const [strict, other] = [await openAccount('INR', { strict: true }), await openAccount('INR')];
    await book(other, strict, { amount: 700n });
    await server.app.sql`update ledger_accounts set held_minor = 600 where id = ${strict}`;
    await expect(book(strict, other, { amount: 101n })).rejects.toMatchObject({
      constraint_name: 'ledger_accounts_strict_covered',
    });
    await book(strict, other, { amount: 100n });
    const overheld = server.app.sql`update ledger_accounts set held_minor = 601 where id = ${strict}`;
    await expect(overheld).rejects.toMatchObject({ constraint_name: 'ledger_accounts_strict_covered' });
    const negative = server.app.sql`update ledger_accounts set held_minor = -1 where id = ${strict}`;
    await expect(negative).rejects.toMatchObject({ constraint_name: 'ledger_accounts_held_not_negative' });
  });

  it('does not go below nothing when ten draw on it at once', async () => {
    const [strict, other] = [await openAccount('INR', { strict: true }), await openAccount('INR')];
    await book(other, strict, { amount: 500n });
    const draws = await Promise.allSettled(
      Array.from({ length: 10 }, () => book(strict, other, { amount: 100n })),
    );
    expect(draws.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await balanceOf(strict)).toBe(0n);
  });
});

it('a fact is booked once', async () => {
  const { paymentId } = await sale();
  const again = server.app.sql`
    insert into ledger_journals (id, kind, subject_id, description)
    values (gen_random_uuid(), 'sale', ${paymentId}, 'again')`;
  await expect(again).rejects.toMatchObject({ constraint_name: 'ledger_journals_fact_key' });
});

it('an owner has one account of a kind and currency', async () => {
  const { balance } = await sale();
  const second = server.app.sql`
    insert into ledger_accounts (id, kind, owner_id, currency, strict)
    select gen_random_uuid(), kind, owner_id, currency, strict from ledger_accounts where id = ${balance}`;
  await expect(second).rejects.toMatchObject({ constraint_name: 'ledger_accounts_owner_key' });
});
