import type { Tx } from '../context.ts';
import { newId, type AccountId, type JournalId } from '../db/id.ts';
import type { CurrencyCode } from '../money.ts';
import { available, openBooks, type AccountName, type Books } from './books.ts';
import { InsufficientFundsError } from './rules.ts';
import { ledgerHolds } from './tables.ts';

/** A hold by what it is for: one is pending at a time. */
export interface HoldName {
  readonly kind: string;
  readonly subjectId: string;
}

export interface NewHold extends HoldName {
  readonly account: AccountName;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  /** When it is given back by itself; never when left out. */
  readonly expiresAt?: Date | null;
}

/** Sets money of a strict account aside. Throws InsufficientFundsError when it can't be spent. */
export async function placeHold(tx: Tx, hold: NewHold, books?: Books): Promise<void> {
  const { account, currency, amountMinor, kind, subjectId } = hold;
  const open = books ?? (await openBooks(tx, currency, [account]));
  const found = open.account(account);
  if (available(found) < amountMinor) {
    throw new InsufficientFundsError({ minor: available(found), currency });
  }
  await tx.db.insert(ledgerHolds).values({
    id: newId<'hold'>(),
    accountId: found.id,
    currency,
    amountMinor,
    kind,
    subjectId,
    expiresAt: hold.expiresAt ?? null,
    createdAt: tx.now(),
  });
  open.note(found.id, { heldMinor: amountMinor });
}

export type Resolution =
  | { readonly state: 'POSTED'; readonly journalId: JournalId }
  | { readonly state: 'VOIDED' | 'EXPIRED' };

export interface Released {
  readonly accountId: AccountId;
  readonly amountMinor: bigint;
}

/**
 * Resolves the pending ones among the holds, each for good. Gives what they had set aside; those that were resolved
 * before are left as they are. The journal of POSTED ones may come later in the same transaction. Accounts are locked
 * before their holds, as by whoever posts.
 */
export async function resolveHolds(
  tx: Tx,
  holds: readonly HoldName[],
  resolution: Resolution,
): Promise<Released[]> {
  const journalId = resolution.state === 'POSTED' ? resolution.journalId : null;
  return tx.sql<Released[]>`
    /* ledger_hold_resolve */
    with wanted as (
      select h.id, h.account_id
      from unnest(${holds.map((hold) => hold.kind)}::text[], ${holds.map((hold) => hold.subjectId)}::uuid[]) as n (kind, subject_id)
      join ledger_holds h on h.kind = n.kind and h.subject_id = n.subject_id and h.state = 'PENDING'
    ), locked as (
      select id from ledger_accounts where id in (select account_id from wanted) order by id for no key update
    )
    update ledger_holds h
    set state = ${resolution.state}, journal_id = ${journalId}, resolved_at = ${tx.now().toISOString()}
    from locked
    where h.account_id = locked.id and h.id in (select id from wanted) and h.state = 'PENDING'
    returning h.account_id as "accountId", h.amount_minor as "amountMinor"`;
}
