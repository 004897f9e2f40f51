import { desc, lt } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { JournalId } from '../db/id.ts';
import { groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import type { CurrencyCode } from '../money.ts';
import { withTime, type Raw } from './read.ts';
import type { AccountKind } from './rules.ts';
import { ledgerHeads, type LedgerHead } from './tables.ts';

export type { LedgerHead };

// What operators see of the whole ledger.

/** All accounts of a kind and currency together. */
export interface TrialBalanceLine {
  readonly kind: AccountKind;
  readonly currency: CurrencyCode;
  readonly accounts: number;
  readonly balanceMinor: bigint;
}

/** Every kind of account with the sum of its balances. The lines of one currency come to nothing. */
export async function trialBalance(ctx: Ctx): Promise<TrialBalanceLine[]> {
  return ctx.sql<TrialBalanceLine[]>`
    /* ledger_trial_balance */
    select kind, currency, count(*)::int as accounts, sum(ledger_balance(id))::bigint as "balanceMinor"
    from ledger_accounts group by kind, currency order by currency, kind`;
}

export interface PostingLine {
  readonly journalId: JournalId;
  readonly debitKind: AccountKind;
  readonly debitOwnerId: string;
  readonly creditKind: AccountKind;
  readonly creditOwnerId: string;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
}

export interface JournalWithPostings {
  readonly id: JournalId;
  readonly kind: string;
  readonly subjectId: string;
  readonly description: string;
  readonly createdAt: Date;
  readonly postings: readonly PostingLine[];
}

export interface JournalFilter {
  readonly kind?: string | null;
  readonly subjectId?: string | null;
}

/** Journals with their postings, newest first. */
export async function journalsPage(
  ctx: Ctx,
  { kind = null, subjectId = null }: JournalFilter,
  { limit, after }: PageRequest,
): Promise<Page<JournalWithPostings>> {
  const journals = await ctx.sql<Raw<Omit<JournalWithPostings, 'postings'>>[]>`
    /* ledger_journals */
    select id, kind, subject_id as "subjectId", description, created_at as "createdAt" from ledger_journals
    where ${subjectId === null ? ctx.sql`true` : ctx.sql`subject_id = ${subjectId}`}
      and ${kind === null ? ctx.sql`true` : ctx.sql`kind = ${kind}`}
      and ${after === null ? ctx.sql`true` : ctx.sql`id < ${after}`}
    order by id desc limit ${limit + 1}`;
  const page = pageOf(journals.map(withTime), limit);
  const postings = await postingsOf(
    ctx,
    page.rows.map((journal) => journal.id),
  );
  return {
    rows: page.rows.map((journal, index) => ({ ...journal, postings: postings[index] ?? [] })),
    hasMore: page.hasMore,
  };
}

async function postingsOf(ctx: Ctx, journalIds: readonly JournalId[]): Promise<PostingLine[][]> {
  const rows = await ctx.sql<PostingLine[]>`
    /* ledger_postings_of */
    select p.journal_id as "journalId", d.kind as "debitKind", d.owner_id as "debitOwnerId", c.kind as "creditKind",
           c.owner_id as "creditOwnerId", p.amount_minor as "amountMinor", p.currency
    from ledger_postings p
    join ledger_accounts d on d.id = p.debit_account_id join ledger_accounts c on c.id = p.credit_account_id
    where p.journal_id = any(${[...journalIds]}::uuid[]) order by p.id`;
  return groupBy(journalIds, rows, (row) => row.journalId);
}

/** The published heads of the chain, newest day first. */
export async function headsPage(ctx: Ctx, { limit, after }: PageRequest): Promise<Page<LedgerHead>> {
  const rows = await ctx.db
    .select()
    .from(ledgerHeads)
    .where(after === null ? undefined : lt(ledgerHeads.day, after))
    .orderBy(desc(ledgerHeads.day))
    .limit(limit + 1);
  return pageOf(rows, limit);
}
