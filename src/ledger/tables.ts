import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, currency, instant, minor, primaryId, reference } from '../db/columns.ts';
import type { AccountKind } from './rules.ts';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });
const pgSnapshot = customType<{ data: string }>({ dataType: () => 'pg_snapshot' });
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * Balances are credits less debits. A strict account keeps its balance on the row, moved by a trigger
 * with every posting; a deferred one is summed from its postings, so that a row which every sale would
 * update is never a bottleneck.
 */
export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    id: primaryId<'account'>(),
    kind: text().$type<AccountKind>().notNull(),
    /** The business or person it belongs to; nil for the platform's own. */
    ownerId: uuid().notNull(),
    currency: currency().notNull(),
    strict: boolean().notNull(),
    /** Strict accounts: the sum of all postings. Deferred ones: always zero, see ledger_balance(). */
    balanceMinor: minor()
      .notNull()
      .default(sql`0`),
    /** The sum of the pending holds; strict accounts only. */
    heldMinor: minor()
      .notNull()
      .default(sql`0`),
    createdAt: createdAt(),
  },
  (t) => [
    unique('ledger_accounts_owner_key').on(t.ownerId, t.kind, t.currency),
    unique('ledger_accounts_currency_key').on(t.id, t.currency),
    check('ledger_accounts_held_not_negative', sql`${t.heldMinor} >= 0`),
    check('ledger_accounts_strict_covered', sql`not ${t.strict} or ${t.balanceMinor} - ${t.heldMinor} >= 0`),
  ],
);

/** One business fact, such as a settled payment; its postings are inserted in its own transaction, never later. */
export const ledgerJournals = pgTable(
  'ledger_journals',
  {
    id: primaryId<'journal'>(),
    /** What is booked: the same fact can't be booked twice. */
    kind: text().notNull(),
    subjectId: uuid().notNull(),
    description: text().notNull(),
    /** The transaction that made it: postings from any other are refused (see the trigger). */
    sealedBy: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
    createdAt: createdAt(),
  },
  (t) => [
    // The subject leads, so that all that was booked of one thing is found by it.
    uniqueIndex('ledger_journals_fact_key').on(t.subjectId, t.kind),
    // What the roll-up and the chain have not seen yet is found by it.
    index('ledger_journals_sealed_idx').on(t.sealedBy),
  ],
);

/** One positive amount in one currency from a debit account to a credit account: it can't be unbalanced. */
export const ledgerPostings = pgTable(
  'ledger_postings',
  {
    id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    journalId: reference<'journal'>()
      .notNull()
      .references(() => ledgerJournals.id),
    debitAccountId: reference<'account'>().notNull(),
    creditAccountId: reference<'account'>().notNull(),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    /** The balances that this posting left behind, on strict accounts: set by a trigger, shown in statements. */
    debitBalanceMinor: minor(),
    creditBalanceMinor: minor(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: 'ledger_postings_debit_fkey',
      columns: [t.debitAccountId, t.currency],
      foreignColumns: [ledgerAccounts.id, ledgerAccounts.currency],
    }),
    foreignKey({
      name: 'ledger_postings_credit_fkey',
      columns: [t.creditAccountId, t.currency],
      foreignColumns: [ledgerAccounts.id, ledgerAccounts.currency],
    }),
    index('ledger_postings_debit_idx').on(t.debitAccountId, t.id),
    index('ledger_postings_credit_idx').on(t.creditAccountId, t.id),
    index('ledger_postings_journal_idx').on(t.journalId),
    check('ledger_postings_amount_positive', sql`${t.amountMinor} > 0`),
    check('ledger_postings_two_accounts', sql`${t.debitAccountId} <> ${t.creditAccountId}`),
  ],
);

export const HOLD_STATES = ['PENDING', 'POSTED', 'VOIDED', 'EXPIRED'] as const;

/**
 * Money of a strict account that is set aside: it can't be spent until the hold is posted (by a journal), voided or
 * expired, which happens once. A trigger keeps `held_minor` of the account.
 */
export const ledgerHolds = pgTable(
  'ledger_holds',
  {
    id: primaryId<'hold'>(),
    accountId: reference<'account'>().notNull(),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    /** What it is for: with `subjectId` it names the hold. */
    kind: text().notNull(),
    subjectId: uuid().notNull(),
    state: text({ enum: HOLD_STATES }).notNull().default('PENDING'),
    /** The journal that posted it. */
    journalId: reference<'journal'>().references(() => ledgerJournals.id),
    /** When it is given back by itself; null: never. */
    expiresAt: instant(),
    createdAt: createdAt(),
    resolvedAt: instant(),
  },
  (t) => [
    foreignKey({
      name: 'ledger_holds_account_fkey',
      columns: [t.accountId, t.currency],
      foreignColumns: [ledgerAccounts.id, ledgerAccounts.currency],
    }),
    uniqueIndex('ledger_holds_pending_key')
      .on(t.kind, t.subjectId)
      .where(sql`${t.state} = 'PENDING'`),
    index('ledger_holds_account_idx').on(t.accountId, t.id),
    index('ledger_holds_expiry_idx')
      .on(t.expiresAt)
      .where(sql`${t.state} = 'PENDING' and ${t.expiresAt} is not null`),
    check('ledger_holds_amount_positive', sql`${t.amountMinor} > 0`),
    check('ledger_holds_state_known', sql`${t.state} in ('PENDING', 'POSTED', 'VOIDED', 'EXPIRED')`),
    check('ledger_holds_resolved_once', sql`(${t.state} = 'PENDING') = (${t.resolvedAt} is null)`),
    check('ledger_holds_posted_by_journal', sql`(${t.state} = 'POSTED') = (${t.journalId} is not null)`),
  ],
);

/** The balance of a deferred account as of a snapshot: what was committed since is summed afresh. */
export const ledgerRollups = pgTable('ledger_rollups', {
  accountId: reference<'account'>()
    .primaryKey()
    .references(() => ledgerAccounts.id),
  balanceMinor: minor().notNull(),
  /** The transactions whose postings are in the balance. */
  snapshot: pgSnapshot().notNull(),
  /** The database cluster that the snapshot belongs to: in another one, after a restore, it means nothing. */
  cluster: text().notNull(),
  rolledAt: createdAt(),
});

/**
 * How far roll-up and chain have come, in transaction ids: one row. They are those of one cluster; a dump that is
 * restored in another begins anew (see ledger_adopt).
 */
export const ledgerWatermarks = pgTable(
  'ledger_watermarks',
  {
    one: boolean().primaryKey().default(true),
    cluster: text().notNull(),
    /** The last posting that came with a dump under a transaction id which this cluster has yet to give out. */
    restoredTo: bigint({ mode: 'bigint' }).notNull(),
    /** Every journal of a transaction before this one is in the chain; null before all were looked at. */
    chainedFrom: xid8(),
    adoptedAt: createdAt(),
  },
  (t) => [check('ledger_watermarks_one_row', sql`${t.one}`)],
);

/** Every journal in a row, each with the hash of all before it: what was changed past the triggers shows. */
export const ledgerChain = pgTable(
  'ledger_chain',
  {
    position: bigint({ mode: 'number' }).primaryKey(),
    journalId: reference<'journal'>()
      .notNull()
      .references(() => ledgerJournals.id),
    hash: bytes().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('ledger_chain_journal_key').on(t.journalId),
    check('ledger_chain_position_positive', sql`${t.position} > 0`),
    check('ledger_chain_hash_length', sql`length(${t.hash}) = 32`),
  ],
);

/** The head of the chain at the end of each day (UTC), to be kept elsewhere as well. */
export const ledgerHeads = pgTable(
  'ledger_heads',
  {
    day: date({ mode: 'string' }).primaryKey(),
    position: bigint({ mode: 'number' })
      .notNull()
      .references(() => ledgerChain.position),
    hash: bytes().notNull(),
    createdAt: createdAt(),
  },
  (t) => [check('ledger_heads_hash_length', sql`length(${t.hash}) = 32`)],
);

export type LedgerAccount = typeof ledgerAccounts.$inferSelect;
export type LedgerHold = typeof ledgerHolds.$inferSelect;
export type LedgerHead = typeof ledgerHeads.$inferSelect;
