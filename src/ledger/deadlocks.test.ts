import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { CLEARING, FEES, move, newWallet, startTestLedger } from '../testing/ledger.ts';
import { InsufficientFundsError } from './rules.ts';

const WORKERS = 12;
const TRANSFERS = 500;

it(
  'twelve workers that move money between the same six wallets never deadlock',
  { timeout: 60_000 },
  async () => {
    const { sql, book, stop } = await startTestLedger();
    const wallets = Array.from({ length: 6 }, newWallet);
    const deadlocks = async () => {
      const [row] = await sql<{ count: string }[]>`
      select deadlocks::text as count from pg_stat_database where datname = current_database()`;
      return row?.count;
    };

    await book(wallets.map((wallet) => move(CLEARING, wallet, 10_000n)));
    const before = await deadlocks();
    let refused = 0;
    const work = async () => {
      for (let count = 0; count < TRANSFERS; count++) {
        const from = randomInt(wallets.length);
        const to = (from + randomInt(1, wallets.length)) % wallets.length;
        const [debit, credit] = [wallets[from], wallets[to]];
        if (!debit || !credit) throw new Error('no such wallet');
        try {
          await book([move(debit, credit, BigInt(randomInt(1, 500))), move(debit, FEES, 1n)]);
        } catch (error) {
          if (!(error instanceof InsufficientFundsError)) throw error;
          refused++;
        }
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    // Postgres counts when a connection has been idle for a moment, and says so later.
    await sql`select pg_stat_force_next_flush()`;
    expect(await deadlocks()).toBe(before);
    const [{ journals } = { journals: 0 }] = await sql<{ journals: number }[]>`
    select count(*)::int as journals from ledger_journals`;
    expect(journals).toBe(1 + WORKERS * TRANSFERS - refused);
    expect(refused).toBeLessThan((WORKERS * TRANSFERS) / 2);
    await stop();
  },
);
