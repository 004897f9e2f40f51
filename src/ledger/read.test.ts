import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currencyCode } from '../money.ts';
import { CLEARING, FEES, INR, move, newWallet, startTestLedger, type TestLedger } from '../testing/ledger.ts';
import { placeHold } from './hold.ts';
import { journalsPage, trialBalance } from './oversight.ts';
import type { AccountName } from './post.ts';
import { balancesOf, entriesPage, type LedgerEntry } from './read.ts';
import { rollUpLedger } from './roll-up.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());

const EUR = currencyCode('EUR');
const inRupees = (account: AccountName) => ({ ...account, currency: INR });

async function allPages(account: AccountName, limit: number): Promise<LedgerEntry[]> {
  const rows: LedgerEntry[] = [];
  for (;;) {
    const page = await entriesPage(ledger.ctx, inRupees(account), { limit, after: rows.at(-1)?.id ?? null });
    rows.push(...page.rows);
    if (!page.hasMore) return rows;
    expect(page.rows).toHaveLength(limit);
  }
}

it('gives each owner the balances of their own, by currency', async () => {
  const [asha, ravi] = [newWallet(), newWallet()];
  const stranger = randomUUID();
  await ledger.book([move(CLEARING, asha, 500n)]);
  await ledger.book([move(CLEARING, asha, 5n)], { currency: EUR });
  await ledger.book([move(asha, ravi, 200n)]);
  const hold = { kind: 'test', subjectId: randomUUID(), account: asha, currency: INR, amountMinor: 120n };
  await ledger.inOne((tx) => placeHold(tx, hold));
  expect(await balancesOf(ledger.ctx, 'WALLET', [ravi.ownerId, stranger, asha.ownerId])).toEqual([
    [{ ownerId: ravi.ownerId, currency: 'INR', balanceMinor: 200n, heldMinor: 0n }],
    [],
    [
      { ownerId: asha.ownerId, currency: 'EUR', balanceMinor: 5n, heldMinor: 0n },
      { ownerId: asha.ownerId, currency: 'INR', balanceMinor: 300n, heldMinor: 120n },
    ],
  ]);
  expect(await balancesOf(ledger.ctx, 'BUSINESS_BALANCE', [asha.ownerId])).toEqual([[]]);
});

describe('the entries of an account', () => {
  it('are what it gave and got, newest first, each with what was left', async () => {
    const [asha, ravi] = [newWallet(), newWallet()];
    const subjectId = randomUUID();
    await ledger.book([move(CLEARING, asha, 500n)], { kind: 'gift', subjectId, description: 'Topped up.' });
    await ledger.book([move(asha, ravi, 200n), move(asha, FEES, 3n)]);
    expect(await allPages(asha, 10)).toMatchObject([
      { amountMinor: -3n, balanceMinor: 297n },
      { amountMinor: -200n, balanceMinor: 300n },
      {
        amountMinor: 500n,
        balanceMinor: 500n,
        kind: 'gift',
        subjectId,
        description: 'Topped up.',
        currency: 'INR',
      },
    ]);
    expect(await allPages(ravi, 10)).toMatchObject([{ amountMinor: 200n, balanceMinor: 200n }]);
  });

  it('come in pages of any size without a gap or a repeat', async () => {
    const [asha, ravi] = [newWallet(), newWallet()];
    await ledger.book([move(CLEARING, asha, 10n), move(CLEARING, ravi, 10n)]);
    for (let round = 0; round < 12; round++) {
      await ledger.book([round % 3 === 0 ? move(ravi, asha, 1n) : move(asha, ravi, 1n)]);
    }
    const whole = await allPages(asha, 100);
    expect(whole).toHaveLength(13);
    for (const limit of [1, 2, 5, 13]) expect(await allPages(asha, limit)).toEqual(whole);
    whole.forEach((entry, index) => {
      const before = whole[index + 1]?.balanceMinor ?? 0n;
      expect(entry.balanceMinor).toBe(before + entry.amountMinor);
    });
  });

  it('of an account that never was are none', async () => {
    expect(await entriesPage(ledger.ctx, inRupees(newWallet()), { limit: 5, after: null })).toEqual({
      rows: [],
      hasMore: false,
    });
  });

  it('have no running balance on a deferred account', async () => {
    await ledger.book([move(CLEARING, newWallet(), 1n)]);
    const { rows } = await entriesPage(ledger.ctx, inRupees(CLEARING), { limit: 1, after: null });
    expect(rows).toMatchObject([{ amountMinor: -1n, balanceMinor: null }]);
  });
});

it('reads a page of an account with very many entries without reading the others', async () => {
  const own = await startTestLedger();
  const asha = newWallet();
  await own.book([move(CLEARING, asha, 1_000_000n)]);
  await own.sql.begin(async (sql) => {
    // Only their number matters here: they are laid down past the triggers, and taken away again.
    await sql`set local session_replication_role = replica`;
    await sql`
      insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor)
      select p.journal_id, case when n % 2 = 0 then p.debit_account_id else p.credit_account_id end,
             case when n % 2 = 0 then p.credit_account_id else p.debit_account_id end, 'INR', 1
      from ledger_postings p, generate_series(1, 40000) n`;
    const read: number[] = [];
    for (const after of [null, '20000']) {
      const before = await rowsRead();
      const page = await entriesPage({ ...own.ctx, sql: sql as never }, inRupees(asha), { limit: 20, after });
      expect(page.rows).toHaveLength(20);
      read.push((await rowsRead()) - before);
    }
    expect(Math.max(...read)).toBeLessThan(100);
    await sql`delete from ledger_postings where amount_minor = 1`;

    /** Rows of postings that this transaction's scans have returned so far. */
    async function rowsRead(): Promise<number> {
      const [row] = await sql<{ read: number }[]>`
        select (seq_tup_read + idx_tup_fetch)::int as read from pg_stat_xact_user_tables where relname = 'ledger_postings'`;
      return row?.read ?? 0;
    }
  });
  await own.stop();
});

describe('operators see', () => {
  it('a trial balance that comes to nothing in each currency, rolled up or not', async () => {
    await ledger.book([move(CLEARING, newWallet(), 70n)]);
    await ledger.book([move(CLEARING, newWallet(), 7n)], { currency: EUR });
    const before = await trialBalance(ledger.ctx);
    await rollUpLedger(ledger.ctx);
    expect(await trialBalance(ledger.ctx)).toEqual(before);
    const sums = Map.groupBy(before, (line) => line.currency);
    expect(sums.size).toBe(2);
    for (const lines of sums.values()) {
      expect(lines.reduce((sum, line) => sum + line.balanceMinor, 0n)).toBe(0n);
    }
    expect(before.find((line) => line.kind === 'WALLET' && line.currency === 'EUR')).toMatchObject({
      accounts: 2,
    });
  });

  it('journals with their postings, of a subject or of a kind', async () => {
    const subjectId = randomUUID();
    const [asha, ravi] = [newWallet(), newWallet()];
    await ledger.book([move(CLEARING, asha, 70n), move(asha, ravi, 20n)], { kind: 'first', subjectId });
    await ledger.book([move(CLEARING, asha, 1n)], { kind: 'second', subjectId });
    const { rows } = await journalsPage(ledger.ctx, { subjectId }, { limit: 10, after: null });
    expect(rows.map(({ kind }) => kind)).toEqual(['second', 'first']);
    expect(rows[1]?.postings).toMatchObject([
      { debitKind: 'CASH_CLEARING', creditKind: 'WALLET', creditOwnerId: asha.ownerId, amountMinor: 70n },
      { debitOwnerId: asha.ownerId, creditOwnerId: ravi.ownerId, amountMinor: 20n, currency: 'INR' },
    ]);
    const page = await journalsPage(ledger.ctx, { subjectId }, { limit: 1, after: null });
    expect(page).toEqual({ rows: rows.slice(0, 1), hasMore: true });
    const next = await journalsPage(ledger.ctx, { subjectId }, { limit: 1, after: rows[0]?.id ?? null });
    expect(next).toEqual({ rows: rows.slice(1), hasMore: false });
    const second = await journalsPage(ledger.ctx, { kind: 'second' }, { limit: 10, after: null });
    expect(second.rows).toEqual(rows.slice(0, 1));
  });
});
