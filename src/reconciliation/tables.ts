import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, currency, instant, minor, primaryId, reference } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import type { ProviderMovement } from '../payments/provider.ts';
import type { DiscrepancyKind } from './rules.ts';

/** Where our books and the provider's differ, or where nobody knows: listed until a person has looked at it. */
export const discrepancies = pgTable(
  'discrepancies',
  {
    id: primaryId<'discrepancy'>(),
    kind: text().$type<DiscrepancyKind>().notNull(),
    /** The provider's id of what it is about; null when it has none. */
    providerRef: text(),
    /** Our id: a payment, a refund or a payout. */
    subjectId: uuid(),
    /** The facts, such as amounts. */
    detail: text().notNull(),
    foundAt: createdAt(),
    resolvedAt: instant(),
    resolvedBy: reference<'person'>().references(() => people.id),
    resolution: text(),
  },
  (t) => [
    uniqueIndex('discrepancies_open_key')
      .on(t.kind, sql`coalesce(${t.providerRef}, '')`, sql`coalesce(${t.subjectId}::text, '')`)
      .where(sql`${t.resolvedAt} is null`),
    index('discrepancies_found_idx').on(t.id),
    check('discrepancies_about_something', sql`num_nonnulls(${t.providerRef}, ${t.subjectId}) > 0`),
    check(
      'discrepancies_resolved_by_somebody',
      sql`num_nulls(${t.resolvedAt}, ${t.resolvedBy}, ${t.resolution}) in (0, 3)`,
    ),
  ],
);

/** The provider's own books, as far as they were read: a copy, so that they can be compared by what they sum to. */
export const providerMovements = pgTable(
  'provider_movements',
  {
    /** The provider's id of the line. */
    movementRef: text().primaryKey(),
    kind: text().$type<ProviderMovement['kind']>().notNull(),
    sourceRef: text(),
    subjectId: uuid(),
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index('provider_movements_subject_idx').on(t.subjectId),
    index('provider_movements_at_idx').on(t.at),
  ],
);

/** The days (UTC) whose records were compared. */
export const reconciliationDays = pgTable(
  'reconciliation_days',
  {
    day: date({ mode: 'string' }).primaryKey(),
    /** How many records the provider had, and how many movements we had. */
    theirs: integer().notNull(),
    ours: integer().notNull(),
    differences: integer().notNull(),
    comparedAt: createdAt(),
  },
  (t) => [check('reconciliation_days_counts', sql`least(${t.theirs}, ${t.ours}, ${t.differences}) >= 0`)],
);

export type Discrepancy = typeof discrepancies.$inferSelect;
export type ReconciliationDay = typeof reconciliationDays.$inferSelect;
