import type { Ctx } from '../context.ts';
import type { AccountId } from '../db/id.ts';
import { InvalidInputError } from '../errors.ts';
import { accountIdOf, withTime, type AccountRef, type LedgerEntry, type Raw } from './read.ts';

const MAX_ENTRIES = 20_000;

export interface Period {
  readonly from: Date;
  /** Not part of it. */
  readonly to: Date;
}

export type StatementEntry = Omit<LedgerEntry, 'id' | 'journalId'>;

export interface Movements {
  readonly opening: bigint;
  readonly entries: readonly StatementEntry[];
}

/**
 * Entries are taken by the order in which they were booked, from the first in the period up to the first behind it, so
 * that they add up, even if the clocks of two servers differ by a moment.
 */
export async function movements(ctx: Ctx, account: AccountRef, { from, to }: Period): Promise<Movements> {
  const id = await accountIdOf(ctx, account);
  if (!id) return { opening: 0n, entries: [] };
  const first = await firstAt(ctx, id, from);
  const end = await firstAt(ctx, id, to);
  const entries = await entriesBetween(ctx, id, first, end);
  if (entries.length > MAX_ENTRIES) {
    throw new InvalidInputError(`A statement has ${MAX_ENTRIES} entries at most: take a shorter period.`, [
      'to',
    ]);
  }
  return { opening: (await balanceBefore(ctx, id, first)) ?? 0n, entries };
}

const BEHIND_ALL = 9_223_372_036_854_775_807n;

/**
 * The id of an account's first posting at or after a time. Ids of one account are in the order of its times, so it is
 * found by halving, without an index by time that every posting would pay for.
 */
export async function firstAt(ctx: Ctx, accountId: AccountId, time: Date): Promise<bigint> {
  const [newest] = await ctx.sql<{ id: bigint | null }[]>`
    /* ledger_newest_posting */ select max(id) as id from ledger_postings`;
  let [low, high] = [0n, (newest?.id ?? 0n) + 1n];
  while (low < high) {
    const middle = (low + high) / 2n;
    const next = await postingFrom(ctx, accountId, middle);
    if (next && next.createdAt < time) low = next.id + 1n;
    else high = middle;
  }
  const found = await postingFrom(ctx, accountId, low);
  return found?.id ?? BEHIND_ALL;
}

async function postingFrom(
  ctx: Ctx,
  accountId: AccountId,
  id: bigint,
): Promise<{ id: bigint; createdAt: Date } | null> {
  const [row] = await ctx.sql<{ id: bigint; createdAt: string }[]>`
    /* ledger_posting_from */
    select id, created_at as "createdAt" from (
      (select id, created_at from ledger_postings
       where debit_account_id <= ${accountId} and (debit_account_id, id) >= (${accountId}, ${id}::bigint)
       order by debit_account_id, id limit 1)
      union all
      (select id, created_at from ledger_postings
       where credit_account_id <= ${accountId} and (credit_account_id, id) >= (${accountId}, ${id}::bigint)
       order by credit_account_id, id limit 1)
    ) p order by id limit 1`;
  return row ? withTime(row) : null;
}

async function balanceBefore(ctx: Ctx, accountId: AccountId, id: bigint): Promise<bigint | null> {
  const [row] = await ctx.sql<{ balance: bigint }[]>`
    /* ledger_balance_before */
    select balance from (
      (select id, debit_balance_minor as balance from ledger_postings
       where debit_account_id >= ${accountId} and (debit_account_id, id) < (${accountId}, ${id}::bigint)
       order by debit_account_id desc, id desc limit 1)
      union all
      (select id, credit_balance_minor from ledger_postings
       where credit_account_id >= ${accountId} and (credit_account_id, id) < (${accountId}, ${id}::bigint)
       order by credit_account_id desc, id desc limit 1)
    ) p order by id desc limit 1`;
  return row?.balance ?? null;
}

async function entriesBetween(
  ctx: Ctx,
  accountId: AccountId,
  from: bigint,
  to: bigint,
): Promise<StatementEntry[]> {
  const rows = await ctx.sql<Raw<StatementEntry>[]>`
    /* ledger_statement */
    select j.kind, j.subject_id as "subjectId", j.description, m.amount as "amountMinor", m.balance as "balanceMinor",
           m.currency, m.created_at as "createdAt"
    from (
      (select id, journal_id, -amount_minor as amount, debit_balance_minor as balance, currency, created_at
       from ledger_postings
       where debit_account_id <= ${accountId}
         and (debit_account_id, id) >= (${accountId}, ${from}::bigint) and (debit_account_id, id) < (${accountId}, ${to}::bigint)
       order by debit_account_id, id limit ${MAX_ENTRIES + 1})
      union all
      (select id, journal_id, amount_minor, credit_balance_minor, currency, created_at
       from ledger_postings
       where credit_account_id <= ${accountId}
         and (credit_account_id, id) >= (${accountId}, ${from}::bigint) and (credit_account_id, id) < (${accountId}, ${to}::bigint)
       order by credit_account_id, id limit ${MAX_ENTRIES + 1})
      order by id limit ${MAX_ENTRIES + 1}
    ) m
    -- Journals one by one, whatever the planner thinks of the limit: few of all are wanted.
    cross join lateral (select * from ledger_journals where id = m.journal_id limit 1) j
    order by m.id`;
  return rows.map(withTime);
}
