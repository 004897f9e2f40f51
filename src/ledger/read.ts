import type { Ctx } from '../context.ts';
import { groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import type { AccountId, JournalId } from '../db/id.ts';
import type { CurrencyCode } from '../money.ts';
import type { AccountName } from './books.ts';
import type { AccountKind } from './rules.ts';

/** What a person or a business has in one currency. */
export interface Balance {
  readonly ownerId: string;
  readonly currency: CurrencyCode;
  readonly balanceMinor: bigint;
  /** The part of it that is set aside. */
  readonly heldMinor: bigint;
}

/** The balances of each owner's strict accounts of a kind, by currency; empty where there never was any money. */
export async function balancesOf(
  ctx: Ctx,
  kind: AccountKind,
  ownerIds: readonly string[],
): Promise<Balance[][]> {
  const rows = await ctx.sql<Balance[]>`
    /* ledger_balances */
    select owner_id as "ownerId", currency, balance_minor as "balanceMinor", held_minor as "heldMinor"
    from ledger_accounts where owner_id = any(${[...ownerIds]}::uuid[]) and kind = ${kind} and strict
    order by owner_id, currency`;
  return groupBy(ownerIds, rows, (row) => row.ownerId);
}

/** One account by its name and currency. */
export interface AccountRef extends AccountName {
  readonly currency: CurrencyCode;
}

/** A posting as one of its two accounts sees it. */
export interface LedgerEntry {
  /** The posting's id as a decimal, which lists are ordered by. */
  readonly id: string;
  readonly journalId: JournalId;
  readonly kind: string;
  /** What was booked, such as a payment. */
  readonly subjectId: string;
  readonly description: string;
  /** Signed: what it added to the account. */
  readonly amountMinor: bigint;
  /** What it left on the account; null for deferred ones, which keep no running balance. */
  readonly balanceMinor: bigint | null;
  readonly currency: CurrencyCode;
  readonly createdAt: Date;
}

/** As a hand-written statement gives it: the driver leaves times as text. */
export type Raw<Row extends { readonly createdAt: Date }> = Omit<Row, 'createdAt'> & {
  readonly createdAt: string;
};

export function withTime<Row extends { readonly createdAt: string }>(
  row: Row,
): Omit<Row, 'createdAt'> & { createdAt: Date } {
  return { ...row, createdAt: new Date(row.createdAt) };
}

const LAST_ID = '9223372036854775807';

export async function accountIdOf(
  ctx: Ctx,
  { kind, ownerId, currency }: AccountRef,
): Promise<AccountId | null> {
  const [row] = await ctx.sql<{ id: AccountId }[]>`
    /* ledger_account */
    select id from ledger_accounts where owner_id = ${ownerId} and kind = ${kind} and currency = ${currency}`;
  return row?.id ?? null;
}

/**
 * The entries of an account, newest first, after the one with the cursor's id. Two short index scans, whatever the
 * account has seen: one of what it gave and one of what it got. Rows are compared as pairs, which only the index that
 * begins with the account can order; by the id alone a plan could read everybody's postings to find this account's.
 */
export async function entriesPage(
  ctx: Ctx,
  account: AccountRef,
  { limit, after }: PageRequest,
): Promise<Page<LedgerEntry>> {
  const id = await accountIdOf(ctx, account);
  if (!id) return { rows: [], hasMore: false };
  const rows = await ctx.sql<Raw<LedgerEntry>[]>`
    /* ledger_entries */
    select m.id::text as id, m.journal_id as "journalId", j.kind, j.subject_id as "subjectId", j.description,
           m.amount as "amountMinor", m.balance as "balanceMinor", m.currency, m.created_at as "createdAt"
    from (
      (select id, journal_id, -amount_minor as amount, debit_balance_minor as balance, currency, created_at
       from ledger_postings
       where debit_account_id >= ${id} and (debit_account_id, id) < (${id}, ${after ?? LAST_ID}::bigint)
       order by debit_account_id desc, id desc limit ${limit + 1})
      union all
      (select id, journal_id, amount_minor, credit_balance_minor, currency, created_at
       from ledger_postings
       where credit_account_id >= ${id} and (credit_account_id, id) < (${id}, ${after ?? LAST_ID}::bigint)
       order by credit_account_id desc, id desc limit ${limit + 1})
      order by id desc limit ${limit + 1}
    ) m join ledger_journals j on j.id = m.journal_id
    order by m.id desc`;
  return pageOf(rows.map(withTime), limit);
}

/** What moved between two accounts, for those who see all of them. */
export interface Booking {
  readonly kind: string;
  readonly description: string;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly createdAt: Date;
}

/** All that was booked of some things, such as the payments of an order, oldest first. */
export async function bookingsOf(ctx: Ctx, subjectIds: readonly string[]): Promise<Booking[]> {
  const rows = await ctx.sql<Raw<Booking>[]>`
    /* ledger_bookings */
    select j.kind, j.description, p.amount_minor as "amountMinor", p.currency, p.created_at as "createdAt"
    from ledger_journals j join ledger_postings p on p.journal_id = j.id
    where j.subject_id = any(${[...subjectIds]}::uuid[]) order by p.id`;
  return rows.map(withTime);
}
