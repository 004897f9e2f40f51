import type { Tx } from '../context.ts';
import { newId, type AccountId } from '../db/id.ts';
import type { CurrencyCode } from '../money.ts';
import { STRICT, type AccountKind } from './rules.ts';
import { ledgerAccounts } from './tables.ts';

/** An account by what it is for; it comes to be with its first posting. */
export interface AccountName {
  readonly kind: AccountKind;
  /** The business or person, or PLATFORM. */
  readonly ownerId: string;
}

/** An account as it stands while it is locked. */
export interface Account extends AccountName {
  readonly id: AccountId;
  /** Strict accounts only: a deferred one is summed from its postings. */
  readonly balanceMinor: bigint;
  readonly heldMinor: bigint;
}

/** The accounts of one currency that a transaction works with, as they stand with what it has done so far. */
export interface Books {
  readonly currency: CurrencyCode;
  account(name: AccountName): Account;
  /** Notes what the transaction has done to a strict account, so that what it does next is measured by it. */
  note(id: AccountId, by: { readonly balanceMinor?: bigint; readonly heldMinor?: bigint }): void;
}

/**
 * Makes the accounts that are missing and locks the strict ones in the order of their ids, before any row refers to
 * them: taken the other way round, two transfers between the same accounts deadlock. Name all that the transaction
 * will need at once, for the same reason.
 */
export async function openBooks(
  tx: Tx,
  currency: CurrencyCode,
  names: readonly AccountName[],
): Promise<Books> {
  const wanted = new Map(names.map((name) => [keyOf(name), name]));
  let found = await lock(tx, currency, [...wanted.values()]);
  if (found.length < wanted.size) {
    await create(tx, currency, [...wanted.values()]);
    found = await lock(tx, currency, [...wanted.values()]);
  }
  return booksOf(currency, found);
}

function booksOf(currency: CurrencyCode, found: readonly Account[]): Books {
  const accounts = new Map(found.map((account) => [keyOf(account), account]));
  return {
    currency,
    account: (name) => {
      const account = accounts.get(keyOf(name));
      if (!account) throw new Error(`the books were opened without ${keyOf(name)}`);
      return account;
    },
    note: (id, { balanceMinor = 0n, heldMinor = 0n }) => {
      for (const [key, account] of accounts) {
        if (account.id !== id) continue;
        accounts.set(key, {
          ...account,
          balanceMinor: account.balanceMinor + balanceMinor,
          heldMinor: account.heldMinor + heldMinor,
        });
      }
    },
  };
}

/** What of a strict account can be spent. */
export function available(account: Account): bigint {
  return account.balanceMinor - account.heldMinor;
}

async function lock(tx: Tx, currency: CurrencyCode, names: readonly AccountName[]): Promise<Account[]> {
  return tx.sql<Account[]>`
    /* ledger_lock */
    with wanted as (
      select a.id, a.kind, a.owner_id, a.strict
      from unnest(${names.map((name) => name.kind)}::text[], ${names.map((name) => name.ownerId)}::uuid[]) as n (kind, owner_id)
      join ledger_accounts a on a.kind = n.kind and a.owner_id = n.owner_id and a.currency = ${currency}
    ), locked as (
      select a.id, a.kind, a.owner_id, a.balance_minor, a.held_minor from ledger_accounts a
      where a.id in (select id from wanted where strict) order by a.id for no key update
    )
    select id, kind, owner_id as "ownerId", balance_minor as "balanceMinor", held_minor as "heldMinor" from locked
    union all select id, kind, owner_id, 0, 0 from wanted where not strict`;
}

async function create(tx: Tx, currency: CurrencyCode, names: readonly AccountName[]): Promise<void> {
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
