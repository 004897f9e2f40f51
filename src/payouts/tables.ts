import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { createdAt, currency, instant, minor, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { PAYOUT_STATES, type PayoutFailureCode } from './rules.ts';

/** Where a business is paid out to, as far as it may be shown, and the provider's token for it. */
export const bankAccounts = pgTable(
  'bank_accounts',
  {
    id: primaryId<'bankAccount'>(),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    accountRef: text().notNull(),
    bankName: text().notNull(),
    last4: text().notNull(),
    currency: currency().notNull(),
    createdAt: createdAt(),
    /** Replaced by another. */
    removedAt: instant(),
  },
  (t) => [
    uniqueIndex('bank_accounts_current_key')
      .on(t.businessId)
      .where(sql`${t.removedAt} is null`),
    check('bank_accounts_last4_shape', sql`${t.last4} ~ '^[0-9A-Za-z]{4}$'`),
  ],
);

/** Money of a business on its way to its bank. */
export const payouts = pgTable(
  'payouts',
  {
    id: primaryId<'payout'>(),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    bankAccountId: reference<'bankAccount'>()
      .notNull()
      .references(() => bankAccounts.id),
    /** Who asked for it. */
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    state: text({ enum: PAYOUT_STATES }).notNull().default('PENDING'),
    payoutRef: text(),
    failureCode: text().$type<PayoutFailureCode>(),
    asks: integer().notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('payouts_business_idx').on(t.businessId, t.id),
    uniqueIndex('payouts_ref_key').on(t.payoutRef),
    check('payouts_amount_positive', sql`${t.amountMinor} > 0`),
    check('payouts_state_known', sql`${t.state} in ('PENDING', 'PAID', 'FAILED', 'RETURNED')`),
    check(
      'payouts_failure_has_code',
      sql`(${t.state} in ('FAILED', 'RETURNED')) = (${t.failureCode} is not null)`,
    ),
  ],
);

export type BankAccount = typeof bankAccounts.$inferSelect;
export type Payout = typeof payouts.$inferSelect;
