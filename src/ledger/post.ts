import type { Tx } from '../context.ts';
import { newId, type JournalId } from '../db/id.ts';
import { available, openBooks, type AccountName, type Books } from './books.ts';
import { resolveHolds, type HoldName } from './hold.ts';
import { InsufficientFundsError, STRICT } from './rules.ts';
import type { CurrencyCode } from '../money.ts';

export type { AccountName };

export interface Posting {
  readonly debit: AccountName;
  readonly credit: AccountName;
  readonly amountMinor: bigint;
}

export interface Journal {
  /** With `subjectId` it names the fact, which is booked once: a second time breaks ledger_journals_fact_key. */
  readonly kind: string;
  readonly subjectId: string;
  readonly description: string;
  readonly currency: CurrencyCode;
  /** All of them are booked or none is, in this order. Those of nothing are left out. */
  readonly postings: readonly Posting[];
  /** Holds that this journal posts: what they set aside can be spent by it. */
  readonly holds?: readonly HoldName[];
}

/** The accounts that a journal moves. */
export function accountsOf(journal: Pick<Journal, 'postings'>): AccountName[] {
  return journal.postings.flatMap((posting) => [posting.debit, posting.credit]);
}

/**
 * Books a fact in the caller's transaction. The balances of strict accounts move by a trigger of the database. Throws
 * InsufficientFundsError when one of them has too little. `books` are those that the caller has opened already.
 */
export async function post(tx: Tx, journal: Journal, books?: Books): Promise<JournalId> {
  const postings = journal.postings.filter((posting) => posting.amountMinor !== 0n);
  const open = books ?? (await openBooks(tx, journal.currency, accountsOf({ postings })));
  const id = newId<'journal'>();
  const released = journal.holds
    ? await resolveHolds(tx, journal.holds, { state: 'POSTED', journalId: id })
    : [];
  for (const hold of released) open.note(hold.accountId, { heldMinor: -hold.amountMinor });
  moveFunds(open, postings);
  const { kind, subjectId, description, currency } = journal;
  const now = tx.now().toISOString();
  await tx.sql`
    /* ledger_post */
    with journal as (
      insert into ledger_journals (id, kind, subject_id, description, created_at)
      values (${id}, ${kind}, ${subjectId}, ${description}, ${now})
      returning id
    )
    insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor, created_at)
    select j.id, p.debit, p.credit, ${currency}, p.amount, ${now}
    from journal j, unnest(${postings.map((one) => open.account(one.debit).id)}::uuid[],
                           ${postings.map((one) => open.account(one.credit).id)}::uuid[],
                           ${postings.map((one) => one.amountMinor.toString())}::bigint[])
      with ordinality as p (debit, credit, amount, place)
    order by p.place`;
  return id;
}

/** What the database does by trigger and check, said in words that the caller can be told. */
function moveFunds(books: Books, postings: readonly Posting[]): void {
  for (const { debit, credit, amountMinor } of postings) {
    const [from, to] = [books.account(debit), books.account(credit)];
    if (STRICT[debit.kind] && available(from) < amountMinor) {
      throw new InsufficientFundsError({ minor: available(from), currency: books.currency });
    }
    books.note(from.id, { balanceMinor: -amountMinor });
    books.note(to.id, { balanceMinor: amountMinor });
  }
}
