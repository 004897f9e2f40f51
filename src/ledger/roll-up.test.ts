import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../db/client.ts';
import {
  CLEARING,
  FEES,
  journalOf,
  move,
  newWallet,
  startTestLedger,
  type TestLedger,
} from '../testing/ledger.ts';
import { post } from './post.ts';
import { rollUpLedger } from './roll-up.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());

const shop = newWallet();
const sell = (amountMinor = 100n) => ledger.book([move(CLEARING, shop, amountMinor), move(shop, FEES, 1n)]);

/** Of every account in one snapshot: what ledger_balance says, and the sum of all postings. */
async function balances(
  sql: Sql = ledger.sql,
): Promise<{ said: Record<string, bigint>; sum: Record<string, bigint> }> {
  const rows = await sql<{ kind: string; said: bigint; sum: bigint }[]>`
    select a.kind, ledger_balance(a.id) as said, (
      select coalesce(sum(case when p.credit_account_id = a.id then p.amount_minor else -p.amount_minor end), 0)::bigint
      from ledger_postings p where a.id in (p.debit_account_id, p.credit_account_id)) as sum
    from ledger_accounts a`;
  return {
    said: Object.fromEntries(rows.map(({ kind, said }) => [kind, said])),
    sum: Object.fromEntries(rows.map(({ kind, sum }) => [kind, sum])),
  };
}

/** Kinds of account whose balance is not the sum of their postings. */
async function wrong(): Promise<string[]> {
  const { said, sum } = await balances();
  return Object.keys(sum).filter((kind) => said[kind] !== sum[kind]);
}

/** Books in a transaction that stays open until it is told to end. */
function sellSlowly(): { posted: Promise<void>; end: () => Promise<void> } {
  const posted = Promise.withResolvers<void>();
  const ending = Promise.withResolvers<void>();
  // An account of its own: the shop's is locked until the end.
  const done = ledger.inOne(async (tx) => {
    await post(tx, journalOf([move(CLEARING, newWallet(), 7n)]));
    posted.resolve();
    await ending.promise;
  });
  return {
    posted: posted.promise,
    end: () => {
      ending.resolve();
      return done;
    },
  };
}

beforeEach(async () => {
  await sell();
});

it('says the sum of all postings, before and after a roll-up', async () => {
  expect(await wrong()).toEqual([]);
  await rollUpLedger(ledger.ctx);
  expect(await wrong()).toEqual([]);
  await sell();
  expect(await wrong()).toEqual([]);
});

it('sums what came since the last roll-up and nothing else', async () => {
  await sell();
  await rollUpLedger(ledger.ctx);
  await sell();
  const { said, sum } = await balances();
  expect(said).toEqual(sum);
  // What the roll-up has is believed: 50 too much there are 50 too much in the balance.
  await ledger.sql`update ledger_rollups set balance_minor = balance_minor + 50`;
  expect((await balances()).said['PLATFORM_FEES']).toBe((sum['PLATFORM_FEES'] ?? 0n) + 50n);
  await ledger.sql`update ledger_rollups set balance_minor = balance_minor - 50`;
});

it('has what is booked early and committed late, which a watermark of ids would lose', async () => {
  const slow = sellSlowly();
  await slow.posted;
  await sell();
  const [{ id: watermark } = { id: 0n }] = await ledger.sql<
    { id: bigint }[]
  >`select max(id) as id from ledger_postings`;
  await rollUpLedger(ledger.ctx);
  await slow.end();
  const [{ count } = { count: 0 }] = await ledger.sql<{ count: number }[]>`
    select count(*)::int as count from ledger_postings where id > ${watermark}`;
  expect(count).toBe(0);
  expect(await wrong()).toEqual([]);
  await rollUpLedger(ledger.ctx);
  expect(await wrong()).toEqual([]);
});

it(
  'is exact at every moment, whoever writes for how long beside however many roll-ups',
  { timeout: 60_000 },
  async () => {
    let writing = true;
    let seen = 0n;
    let summedByIds = 0n;
    /** For comparison: a reader that goes on behind the last id that it saw. */
    const followIds = async () => {
      const [row] = await ledger.sql<{ last: bigint | null; sum: bigint }[]>`
      select max(p.id) as last, coalesce(sum(p.amount_minor), 0)::bigint as sum
      from ledger_postings p join ledger_accounts a on a.id = p.debit_account_id
      where a.kind = 'CASH_CLEARING' and p.id > ${seen}`;
      seen = row?.last ?? seen;
      summedByIds -= row?.sum ?? 0n;
    };
    const write = async (meanwhile = () => Promise.resolve()) => {
      for (let round = 0; round < 12; round++) {
        const slow = sellSlowly();
        await slow.posted;
        await sell(BigInt(round + 1));
        await meanwhile();
        await slow.end();
      }
    };
    const writers = async () => {
      await Promise.all([write(followIds), write(), write()]);
      writing = false;
    };
    const rollUp = async () => {
      while (writing) await rollUpLedger(ledger.ctx);
    };
    const watch = async () => {
      while (writing) expect(await wrong()).toEqual([]);
    };
    await Promise.all([writers(), rollUp(), rollUp(), watch()]);
    expect(await wrong()).toEqual([]);
    await rollUpLedger(ledger.ctx);
    expect(await wrong()).toEqual([]);
    await followIds();
    // It has missed some of what went out, so that it has less below nothing.
    expect(summedByIds).toBeGreaterThan((await balances()).sum['CASH_CLEARING'] ?? 0n);
  },
);

it('does not roll up in a transaction that has booked itself', async () => {
  const both = ledger.inOne(async (tx) => {
    await post(tx, journalOf([move(CLEARING, shop, 1n)]));
    await rollUpLedger(tx);
  });
  await expect(both).rejects.toThrow('transactions of their own');
});

describe('in a cluster that a dump was restored in', () => {
  /** As if all rows so far had come from a cluster whose transaction ids were further on by so many. */
  async function restore(ahead: number): Promise<void> {
    await ledger.sql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update ledger_journals set sealed_by = (sealed_by::text::bigint + ${ahead})::text::xid8`;
      await sql`update ledger_watermarks set cluster = 'another'`;
      await sql`update ledger_rollups set cluster = 'another',
        snapshot = format('%s:%s:', pg_snapshot_xmin(snapshot)::text::bigint + ${ahead}::bigint,
                          pg_snapshot_xmax(snapshot)::text::bigint + ${ahead}::bigint)::pg_snapshot`;
    });
  }

  it.each([0, 20, 1_000_000])(
    'ids of the old one that are %i ahead hide and double nothing',
    async (ahead) => {
      await rollUpLedger(ledger.ctx);
      await sell();
      await restore(ahead);
      expect(await wrong()).toEqual([]);
      await sell();
      expect(await wrong()).toEqual([]);
      await rollUpLedger(ledger.ctx);
      // Past the ids that the old cluster had given out.
      for (let round = 0; round < 30; round++) {
        await sell();
        expect(await wrong()).toEqual([]);
        if (round % 10 === 9) await rollUpLedger(ledger.ctx);
      }
      await rollUpLedger(ledger.ctx);
      expect(await wrong()).toEqual([]);
    },
  );
});
