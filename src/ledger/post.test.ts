import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../context.ts';
import { brokenConstraint, transact } from '../db/transact.ts';
import { currencyCode } from '../money.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { post, type AccountName, type Journal } from './post.ts';
import { PLATFORM } from './rules.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const INR = currencyCode('INR');
const clearing: AccountName = { kind: 'PROVIDER_CLEARING', ownerId: PLATFORM };
const newBalance = (): AccountName => ({ kind: 'BUSINESS_BALANCE', ownerId: randomUUID() });

function book(postings: Journal['postings'], subjectId: string = randomUUID(), currency = INR) {
  const journal = { kind: 'test', subjectId, description: 'A test.', currency, postings };
  return transact(systemContext(server.app, 'test'), (tx) => post(tx, journal));
}

const move = (debit: AccountName, credit: AccountName, amountMinor: bigint) => ({
  debit,
  credit,
  amountMinor,
});

/** The balance on the row and the sum of the postings; null for an account that was never opened. */
async function accountOf({ kind, ownerId }: AccountName, currency = INR) {
  const [row] = await server.app.sql<{ balance: bigint; sum: string }[]>`
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
    await book([move(clearing, shop, 700n)]);
    await book([move(shop, clearing, 200n), move(clearing, shop, 1n)]);
    expect(await accountOf(shop)).toEqual({ balance: 501n, sum: 501n });
  });

  it('keeps a deferred account as the sum of its postings, with no row that all sales would update', async () => {
    const before = (await accountOf(clearing))?.sum ?? 0n;
    await book([move(clearing, newBalance(), 700n)]);
    const after = await accountOf(clearing);
    expect(after?.balance).toBe(0n);
    expect(after?.sum).toBe(before - 700n);
  });

  it('keeps currencies apart', async () => {
    const shop = newBalance();
    const EUR = currencyCode('EUR');
    await book([move(clearing, shop, 700n)]);
    await book([move(clearing, shop, 5n)], randomUUID(), EUR);
    expect(await accountOf(shop)).toMatchObject({ balance: 700n });
    expect(await accountOf(shop, EUR)).toMatchObject({ balance: 5n });
  });

  it('is all or nothing', async () => {
    const [rich, poor] = [newBalance(), newBalance()];
    await book([move(clearing, rich, 100n)]);
    const tooMuch = book([move(rich, poor, 60n), move(rich, poor, 60n)]);
    await expect(tooMuch.catch(brokenConstraint)).resolves.toBe('ledger_accounts_strict_covered');
    expect(await accountOf(rich)).toEqual({ balance: 100n, sum: 100n });
    expect(await accountOf(poor)).toBeNull();
  });

  it('of one fact at the same moment happens once', async () => {
    const shop = newBalance();
    const fact = randomUUID();
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => book([move(clearing, shop, 700n)], fact)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await accountOf(shop)).toEqual({ balance: 700n, sum: 700n });
  });

  it('of the first two facts of an owner at the same moment opens one account', async () => {
    const shop = newBalance();
    await Promise.all([1, 2, 3, 4].map(() => book([move(clearing, shop, 1n)])));
    expect(await accountOf(shop)).toEqual({ balance: 4n, sum: 4n });
  });
});

it('whatever is moved at once between whom, money is neither made nor lost, and nobody owes', async () => {
  const shops = [newBalance(), newBalance(), newBalance(), newBalance()];
  await book(shops.map((shop) => move(clearing, shop, 1_000n)));
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
      const reasons = booked.flatMap((one) =>
        one.status === 'rejected' ? [brokenConstraint(one.reason)] : [],
      );
      expect(new Set([...reasons, 'ledger_accounts_strict_covered']).size).toBe(1);
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
