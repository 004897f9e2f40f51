import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, currency, minor, primaryId, reference } from '../db/columns.ts';
import { ACCOUNT_KINDS } from './rules.ts';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * Balances are credits less debits. A strict account keeps its balance on the row, moved by a trigger
 * with every posting; a deferred one is summed from its postings, so that a row which every sale would
 * update is never a bottleneck.
 */
export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    id: primaryId<'account'>(),
    kind: text({ enum: ACCOUNT_KINDS }).notNull(),
    /** The business or person it belongs to; nil for the platform's own. */
    ownerId: uuid().notNull(),
    currency: currency().notNull(),
    strict: boolean().notNull(),
    /** Strict accounts: the sum of all postings. Deferred ones: the last roll-up. */
    balanceMinor: minor()
      .notNull()
      .default(sql`0`),
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
  (t) => [uniqueIndex('ledger_journals_fact_key').on(t.kind, t.subjectId)],
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
