import type { Tx } from '../context.ts';
import { newId, type AccountId, type JournalId } from '../db/id.ts';
import type { CurrencyCode } from '../money.ts';
import { STRICT, type AccountKind } from './rules.ts';
import { ledgerAccounts, ledgerJournals, ledgerPostings } from './tables.ts';

/** An account by what it is for; it comes to be with its first posting. */
export interface AccountName {
  readonly kind: AccountKind;
  /** The business or person, or PLATFORM. */
  readonly ownerId: string;
}

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
  readonly postings: readonly Posting[];
}

/** Books a fact in the caller's transaction. The balances of strict accounts move by a trigger of the database. */
export async function post(tx: Tx, journal: Journal): Promise<JournalId> {
  const accounts = await lockAccounts(tx, journal);
  const idOf = (name: AccountName) => accounts.get(keyOf(name));
  const journalId = newId<'journal'>();
  const { kind, subjectId, description, currency } = journal;
  await tx.db.insert(ledgerJournals).values({ id: journalId, kind, subjectId, description });
  await tx.db.insert(ledgerPostings).values(
    journal.postings.map((posting) => {
      const debitAccountId = idOf(posting.debit);
      const creditAccountId = idOf(posting.credit);
      if (!debitAccountId || !creditAccountId) throw new Error('an account vanished while it was locked');
      return { journalId, debitAccountId, creditAccountId, currency, amountMinor: posting.amountMinor };
    }),
  );
  return journalId;
}

/**
 * Makes the accounts that are missing and locks the strict ones in the order of their ids, before any row refers to
 * them: taken the other way round, two transfers between the same accounts deadlock.
 */
async function lockAccounts(tx: Tx, journal: Journal): Promise<Map<string, AccountId>> {
  const names = new Map(
    journal.postings.flatMap((posting) => [posting.debit, posting.credit]).map((name) => [keyOf(name), name]),
  );
  let accounts = await findAccounts(tx, journal.currency, [...names.values()]);
  if (accounts.length < names.size) {
    await openAccounts(tx, journal.currency, [...names.values()]);
    accounts = await findAccounts(tx, journal.currency, [...names.values()]);
  }
  const strict = accounts.filter((account) => STRICT[account.kind]).map((account) => account.id);
  if (strict.length > 0) {
    await tx.sql`
      /* ledger_lock */
      select id from ledger_accounts where id = any(${strict}) order by id for no key update`;
  }
  return new Map(accounts.map((account) => [keyOf(account), account.id]));
}

interface FoundAccount extends AccountName {
  readonly id: AccountId;
}

async function findAccounts(
  tx: Tx,
  currency: CurrencyCode,
  names: readonly AccountName[],
): Promise<FoundAccount[]> {
  return tx.sql<FoundAccount[]>`
    /* ledger_find */
    select a.id, a.kind, a.owner_id as "ownerId"
    from unnest(${names.map((name) => name.kind)}::text[], ${names.map((name) => name.ownerId)}::uuid[]) as n (kind, owner_id)
    join ledger_accounts a on a.kind = n.kind and a.owner_id = n.owner_id and a.currency = ${currency}`;
}

async function openAccounts(tx: Tx, currency: CurrencyCode, names: readonly AccountName[]): Promise<void> {
  const rows = names.map(({ kind, ownerId }) => ({
    id: newId<'account'>(),
    kind,
    ownerId,
    currency,
    strict: STRICT[kind],
  }));
  await tx.db.insert(ledgerAccounts).values(rows).onConflictDoNothing();
}

function keyOf(name: AccountName): string {
  return `${name.kind}:${name.ownerId}`;
}
