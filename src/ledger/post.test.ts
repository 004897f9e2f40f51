import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currencyCode } from '../money.ts';
import { CLEARING, INR, move, startTestLedger, type TestLedger } from '../testing/ledger.ts';
import { openBooks } from './books.ts';
import { placeHold } from './hold.ts';
import { post, type AccountName, type Journal } from './post.ts';
import { InsufficientFundsError } from './rules.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());

const newBalance = (): AccountName => ({ kind: 'BUSINESS_BALANCE', ownerId: randomUUID() });
const book = (postings: Journal['postings'], subjectId: string = randomUUID(), currency = INR) =>
  ledger.book(postings, { subjectId, currency });

/** The balance on the row and the sum of the postings; null for an account that was never opened. */
async function accountOf({ kind, ownerId }: AccountName, currency = INR) {
  const [row] = await ledger.sql<{ balance: bigint; sum: string }[]>`
    select a.balance_minor as balance, coalesce(sum(case when p.credit_account_id = a.id then p.amount_minor
                                                         else -p.amount_minor end), 0)::text as sum
    from ledger_accounts a left join ledger_postings p on a.id in (p.debit_account_id, p.credit_account_id)
    where a.kind = ${kind} and a.owner_id = ${ownerId} and a.currency = ${currency} group by a.id`;
  return row ? { balance: row.balance, sum: BigInt(row.sum) } : null;
}

describe('booking', () => {
  it('opens the accounts it needs, and moves the balance of the strict one', async () => {
    const shop = newBalance();
    expect(await accountOf(shop)).toBeNull();
    await book([move(CLEARING, shop, 700n)]);
    await book([move(shop, CLEARING, 200n), move(CLEARING, shop, 1n)]);
    expect(await accountOf(shop)).toEqual({ balance: 501n, sum: 501n });
  });

  it('keeps a deferred account as the sum of its postings, with no row that all sales would update', async () => {
    const before = (await accountOf(CLEARING))?.sum ?? 0n;
    await book([move(CLEARING, newBalance(), 700n)]);
    const after = await accountOf(CLEARING);
    expect(after?.balance).toBe(0n);
    expect(after?.sum).toBe(before - 700n);
  });

  it('keeps currencies apart', async () => {
    const shop = newBalance();
    const EUR = currencyCode('EUR');
    await book([move(CLEARING, shop, 700n)]);
    await book([move(CLEARING, shop, 5n)], randomUUID(), EUR);
    expect(await accountOf(shop)).toMatchObject({ balance: 700n });
    expect(await accountOf(shop, EUR)).toMatchObject({ balance: 5n });
  });

  it('is all or nothing', async () => {
    const [rich, poor] = [newBalance(), newBalance()];
    await book([move(CLEARING, rich, 100n)]);
    const tooMuch = book([move(rich, poor, 60n), move(rich, poor, 60n)]);
    await expect(tooMuch).rejects.toMatchObject({ available: { minor: 40n, currency: 'INR' } });
    expect(await accountOf(rich)).toEqual({ balance: 100n, sum: 100n });
    expect(await accountOf(poor)).toBeNull();
  });

  it('says how much can be spent when it is too little', async () => {
    const rich = newBalance();
    await book([move(CLEARING, rich, 100n)]);
    const tooMuch = book([move(rich, CLEARING, 101n)]);
    await expect(tooMuch).rejects.toThrow(InsufficientFundsError);
    await expect(tooMuch).rejects.toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
      available: { minor: 100n, currency: 'INR' },
      message: 'The balance does not cover this: ₹1.00 can be spent.',
    });
  });

  it('spends in one journal what an earlier posting of it has brought', async () => {
    const [first, second] = [newBalance(), newBalance()];
    await book([move(CLEARING, first, 100n), move(first, second, 100n), move(second, CLEARING, 100n)]);
    expect(await accountOf(first)).toEqual({ balance: 0n, sum: 0n });
    expect(await accountOf(second)).toEqual({ balance: 0n, sum: 0n });
  });

  it('leaves out postings of nothing', async () => {
    const [shop, other] = [newBalance(), newBalance()];
    await book([move(CLEARING, shop, 100n), move(CLEARING, other, 0n)]);
    expect(await accountOf(other)).toBeNull();
  });

  it('keeps on each posting what it left on the strict accounts', async () => {
    const shop = newBalance();
    const id = await book([move(CLEARING, shop, 700n), move(shop, CLEARING, 200n)]);
    const rows = await ledger.sql`
      select debit_balance_minor as debit, credit_balance_minor as credit
      from ledger_postings where journal_id = ${id} order by id`;
    expect(rows).toEqual([
      { debit: null, credit: 700n },
      { debit: 500n, credit: null },
    ]);
  });

  it('measures what a transaction does by what it has done before', async () => {
    const shop = newBalance();
    await ledger.inOne(async (tx) => {
      const books = await openBooks(tx, INR, [CLEARING, shop]);
      const journal = { kind: 'test', description: 'A test.', currency: INR };
      const one = { ...journal, subjectId: randomUUID(), postings: [move(CLEARING, shop, 100n)] };
      await post(tx, one, books);
      const hold = { kind: 'test', subjectId: randomUUID(), account: shop, currency: INR, amountMinor: 70n };
      await placeHold(tx, hold, books);
      await expect(placeHold(tx, { ...hold, amountMinor: 31n }, books)).rejects.toMatchObject({
        available: { minor: 30n },
      });
      const other = { ...journal, subjectId: randomUUID(), postings: [move(shop, CLEARING, 100n)] };
      await expect(post(tx, other, books)).rejects.toMatchObject({ available: { minor: 30n } });
      await post(tx, { ...other, holds: [hold] }, books);
    });
    expect(await accountOf(shop)).toEqual({ balance: 0n, sum: 0n });
  });

  it('of one fact at the same moment happens once', async () => {
    const shop = newBalance();
    const fact = randomUUID();
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => book([move(CLEARING, shop, 700n)], fact)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await accountOf(shop)).toEqual({ balance: 700n, sum: 700n });
  });

  it('of the first two facts of an owner at the same moment opens one account', async () => {
    const shop = newBalance();
    await Promise.all([1, 2, 3, 4].map(() => book([move(CLEARING, shop, 1n)])));
    expect(await accountOf(shop)).toEqual({ balance: 4n, sum: 4n });
  });
});

it('whatever is moved at once between whom, money is neither made nor lost, and nobody owes', async () => {
  const shops = [newBalance(), newBalance(), newBalance(), newBalance()];
  await book(shops.map((shop) => move(CLEARING, shop, 1_000n)));
  const who = fc.nat(shops.length - 1);
  const moves = fc.array(fc.tuple(who, who, fc.bigInt({ min: 1n, max: 900n })), {
    minLength: 4,
    maxLength: 16,
  });
  await fc.assert(
    fc.asyncProperty(moves, async (wanted) => {
      const booked = await Promise.allSettled(
        wanted.flatMap(([from, to, amount]) => {
          const [debit, credit] = [shops[from], shops[to]];
          return debit && credit && from !== to ? [book([move(debit, credit, amount)])] : [];
        }),
      );
      const reasons = booked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(reasons.filter((reason) => !(reason instanceof InsufficientFundsError))).toEqual([]);
      const accounts = await Promise.all(shops.map((shop) => accountOf(shop)));
      for (const account of accounts) {
        expect(account?.balance).toBe(account?.sum);
        expect(account?.balance).toBeGreaterThanOrEqual(0n);
      }
      expect(accounts.reduce((sum, account) => sum + (account?.balance ?? 0n), 0n)).toBe(4_000n);
    }),
    { numRuns: 25 },
  );
});
