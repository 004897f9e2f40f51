import type { Ctx } from '../context.ts';
import type { AccountId } from '../db/id.ts';
import { firstAt } from '../ledger/movements.ts';
import { PLATFORM } from '../ledger/rules.ts';
import type { Net } from './rules.ts';

/** From an instant up to another. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

export interface Nets {
  readonly theirs: readonly Net[];
  readonly ours: readonly Net[];
}

/**
 * What everything that moved within a span, on either side, comes to by the provider's books, as far as we have read
 * them, and by our ledger. The cost is that of the span, however long the history is.
 */
export async function netsOf(ctx: Ctx, span: Span): Promise<Nets> {
  const accounts = await clearingAccounts(ctx);
  const subjects = await subjectsIn(ctx, span, accounts);
  const [known, strange, ours] = await Promise.all([
    theirNets(ctx, subjects),
    strangeNets(ctx, span),
    ourNets(ctx, subjects, accounts),
  ]);
  return { theirs: [...known, ...strange].map(toNet), ours: ours.map(toNet) };
}

/** One for each currency. */
async function clearingAccounts(ctx: Ctx): Promise<AccountId[]> {
  const rows = await ctx.sql<{ id: AccountId }[]>`
    /* reconcile_accounts */
    select id from ledger_accounts where owner_id = ${PLATFORM} and kind = 'PROVIDER_CLEARING'`;
  return rows.map(({ id }) => id);
}

/** Our ids of the payments, refunds and payouts that moved within the span. */
async function subjectsIn(ctx: Ctx, span: Span, accounts: readonly AccountId[]): Promise<string[]> {
  const theirs = await ctx.sql<{ subject: string }[]>`
    /* reconcile_subjects */
    select distinct subject_id as subject from provider_movements
    where at >= ${span.from.toISOString()} and at < ${span.to.toISOString()} and kind <> 'other'
      and subject_id is not null`;
  const ours = await Promise.all(accounts.map((account) => bookedIn(ctx, span, account)));
  return [...new Set([...theirs, ...ours.flat()].map(({ subject }) => subject))];
}

/** Postings are numbered in the order of their times but for the length of a transaction, and of clocks that differ. */
const SLACK_MS = 60 * 60_000;

/** Found by the numbers of an account's postings: there is no index by time, which every posting would pay for. */
async function bookedIn(ctx: Ctx, { from, to }: Span, account: AccountId): Promise<{ subject: string }[]> {
  const first = await firstAt(ctx, account, new Date(from.getTime() - SLACK_MS));
  const end = await firstAt(ctx, account, new Date(to.getTime() + SLACK_MS));
  return ctx.sql<{ subject: string }[]>`
    /* reconcile_booked */
    select distinct coalesce(t.payment_id, j.subject_id) as subject
    from (
      select journal_id, created_at from ledger_postings
      where debit_account_id = ${account} and id >= ${first}::bigint and id < ${end}::bigint
      union all
      select journal_id, created_at from ledger_postings
      where credit_account_id = ${account} and id >= ${first}::bigint and id < ${end}::bigint
    ) p
    join ledger_journals j on j.id = p.journal_id
    left join transfers t on t.id = j.subject_id and j.kind = 'transfer'
    where p.created_at >= ${from.toISOString()} and p.created_at < ${to.toISOString()}`;
}

interface RawNet extends Omit<Net, 'amountMinor'> {
  readonly amount: string;
}

const toNet = ({ amount, ...net }: RawNet): Net => ({ ...net, amountMinor: BigInt(amount) });

function theirNets(ctx: Ctx, subjects: readonly string[]): Promise<RawNet[]> {
  return ctx.sql<RawNet[]>`
    /* reconcile_theirs */
    select split_part(kind, '_', 1) as family, subject_id as subject, currency, sum(amount_minor)::text as amount
    from provider_movements where subject_id = any(${[...subjects]}::uuid[]) and kind <> 'other'
    group by 1, 2, 3`;
}

/** What carries no id of ours, such as a refund that somebody made in the provider's own console. */
function strangeNets(ctx: Ctx, { from, to }: Span): Promise<RawNet[]> {
  return ctx.sql<RawNet[]>`
    /* reconcile_strange */
    select split_part(kind, '_', 1) as family, coalesce(source_ref, movement_ref) as subject, currency,
           sum(amount_minor)::text as amount
    from provider_movements
    where at >= ${from.toISOString()} and at < ${to.toISOString()} and kind <> 'other' and subject_id is null
    group by 1, 2, 3`;
}

/** The other side of what the clearing account shows; of a transfer, what its card's payment has brought. */
function ourNets(ctx: Ctx, subjects: readonly string[], accounts: readonly AccountId[]): Promise<RawNet[]> {
  return ctx.sql<RawNet[]>`
    /* reconcile_ours */
    select case when b.kind in ('refund', 'refund_returned') then 'refund'
                when b.kind in ('payout', 'payout_return') then 'payout' else 'charge' end as family,
           b.subject, p.currency,
           sum(case when p.debit_account_id = any(${[...accounts]}::uuid[])
                    then p.amount_minor else -p.amount_minor end)::text as amount
    from (
      select s.id as subject, j.id as journal_id, j.kind
      from unnest(${[...subjects]}::uuid[]) as s (id) join ledger_journals j on j.subject_id = s.id
      union all
      select s.id, j.id, j.kind
      from unnest(${[...subjects]}::uuid[]) as s (id)
      join transfers t on t.payment_id = s.id join ledger_journals j on j.subject_id = t.id and j.kind = 'transfer'
    ) b
    join ledger_postings p on p.journal_id = b.journal_id
    where p.debit_account_id = any(${[...accounts]}::uuid[]) or p.credit_account_id = any(${[...accounts]}::uuid[])
    group by 1, 2, 3`;
}
