import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { messages } from '../conversations/tables.ts';
import { createdAt, currency, instant, minor, primaryId, reference } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { ledgerJournals } from '../ledger/tables.ts';
import { markets } from '../markets/tables.ts';
import { FEE_PLANS, FEE_SERVICES, MESSAGE_CATEGORIES } from './rules.ts';

/** What a service costs in a market from a moment on. Rows are added and never changed: the past does not move. */
export const feeRules = pgTable(
  'fee_rules',
  {
    id: primaryId<'feeRule'>(),
    country: text()
      .notNull()
      .references(() => markets.country),
    service: text({ enum: FEE_SERVICES }).notNull(),
    /** Null: every plan that has no rule of its own. */
    plan: text({ enum: FEE_PLANS }),
    currency: currency().notNull(),
    /** A share of the amount, in hundredths of a percent. */
    shareBasisPoints: integer().notNull().default(0),
    /** An amount on top of it: of an order, a message, a month. */
    fixedMinor: minor()
      .notNull()
      .default(sql`0`),
    /** Messages inside the answer window that are free in a month; null: all of them. */
    freePerMonth: integer().default(0),
    effectiveFrom: instant().notNull(),
    note: text().notNull().default(''),
    /** The operator; null for the first rules. */
    createdBy: reference<'person'>().references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('fee_rules_effective_key').on(t.country, t.service, t.plan, t.effectiveFrom).nullsNotDistinct(),
    check('fee_rules_share_range', sql`${t.shareBasisPoints} between 0 and 10000`),
    check('fee_rules_fixed_range', sql`${t.fixedMinor} between 0 and 1000000000000`),
    check('fee_rules_free_not_negative', sql`${t.freePerMonth} >= 0`),
  ],
);

/** On which plan a business is from the first day of a month on; no row: STANDARD. */
export const businessPlans = pgTable(
  'business_plans',
  {
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    plan: text({ enum: FEE_PLANS }).notNull(),
    fromPeriod: date({ mode: 'string' }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'business_plans_pkey', columns: [t.businessId, t.fromPeriod] }),
    check('business_plans_first_of_month', sql`extract(day from ${t.fromPeriod}) = 1`),
  ],
);

/** A message of a business, for as long as it was not counted and, when it costs something, charged. */
export const messageUsage = pgTable(
  'message_usage',
  {
    messageId: reference<'message'>()
      .primaryKey()
      .references(() => messages.id),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    category: text({ enum: MESSAGE_CATEGORIES }).notNull(),
    insideWindow: boolean().notNull(),
    sentAt: instant().notNull(),
    chargeId: reference<'feeCharge'>(),
  },
  (t) => [
    index('message_usage_open_idx')
      .on(t.businessId, t.sentAt)
      .where(sql`${t.chargeId} is null`),
    index('message_usage_charge_idx').on(t.chargeId),
  ],
);

/** What a business was charged, or got back when negative; each with its journal unless it was free. */
export const feeCharges = pgTable(
  'fee_charges',
  {
    id: primaryId<'feeCharge'>(),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    service: text({ enum: FEE_SERVICES }).notNull(),
    ruleId: reference<'feeRule'>().references(() => feeRules.id),
    /** The payment, refund, month or run of messages that it is for. */
    subjectId: text().notNull(),
    quantity: integer().notNull(),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    /** The month on whose invoice it stands, by the business's own clock. */
    period: date({ mode: 'string' }).notNull(),
    chargedAt: createdAt(),
    journalId: reference<'journal'>().references(() => ledgerJournals.id),
    /** Set once, when the month is invoiced. */
    invoiceId: reference<'invoice'>().references(() => invoices.id),
  },
  (t) => [
    unique('fee_charges_subject_key').on(t.service, t.subjectId),
    index('fee_charges_period_idx').on(t.businessId, t.period, t.id),
    index('fee_charges_open_idx')
      .on(t.businessId, t.period)
      .where(sql`${t.invoiceId} is null`),
    index('fee_charges_free_idx')
      .on(t.businessId, t.period)
      .where(sql`${t.subjectId} like '____-__-__ free %'`),
    index('fee_charges_invoice_idx').on(t.invoiceId),
    index('fee_charges_journal_idx').on(t.journalId),
    check('fee_charges_booked', sql`(${t.amountMinor} = 0) = (${t.journalId} is null)`),
    check('fee_charges_quantity_positive', sql`${t.quantity} > 0`),
  ],
);

/** A month of a business. */
export const invoices = pgTable(
  'invoices',
  {
    id: primaryId<'invoice'>(),
    /** Gapless over the whole house. */
    number: bigint({ mode: 'number' }).notNull(),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    period: date({ mode: 'string' }).notNull(),
    currency: currency().notNull(),
    subtotalMinor: minor().notNull(),
    taxBasisPoints: integer().notNull(),
    taxMinor: minor().notNull(),
    totalMinor: minor().notNull(),
    taxJournalId: reference<'journal'>().references(() => ledgerJournals.id),
    issuedAt: createdAt(),
  },
  (t) => [
    uniqueIndex('invoices_number_key').on(t.number),
    uniqueIndex('invoices_period_key').on(t.businessId, t.period),
    check('invoices_total_adds_up', sql`${t.totalMinor} = ${t.subtotalMinor} + ${t.taxMinor}`),
    check('invoices_tax_booked', sql`(${t.taxMinor} = 0) = (${t.taxJournalId} is null)`),
    check('invoices_period_first_of_month', sql`extract(day from ${t.period}) = 1`),
  ],
);

export const invoiceLines = pgTable(
  'invoice_lines',
  {
    invoiceId: reference<'invoice'>()
      .notNull()
      .references(() => invoices.id),
    position: integer().notNull(),
    service: text({ enum: FEE_SERVICES }).notNull(),
    ruleId: reference<'feeRule'>().references(() => feeRules.id),
    /** Something that was given back, such as the fee of a refunded sale. */
    isCredit: boolean().notNull(),
    quantity: integer().notNull(),
    amountMinor: minor().notNull(),
  },
  (t) => [
    primaryKey({ name: 'invoice_lines_pkey', columns: [t.invoiceId, t.position] }),
    check('invoice_lines_credit_is_negative', sql`not ${t.isCredit} or ${t.amountMinor} <= 0`),
  ],
);

/** The number of the next invoice: one row, locked by who issues one. */
export const invoiceCounter = pgTable(
  'invoice_counter',
  {
    one: boolean().primaryKey().default(true),
    next: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [check('invoice_counter_one_row', sql`${t.one}`)],
);

export type FeeRule = typeof feeRules.$inferSelect;
export type FeeCharge = typeof feeCharges.$inferSelect;
export type Invoice = typeof invoices.$inferSelect;
export type InvoiceLine = typeof invoiceLines.$inferSelect;
