import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { currency, minor } from '../db/columns.ts';

/** The countries that Bottega knows: adding one is a row. */
export const markets = pgTable(
  'markets',
  {
    /** ISO 3166-1 alpha-2. */
    country: text().primaryKey(),
    name: text().notNull(),
    currency: currency().notNull(),
    /** BCP 47 tags, the first one is the default. */
    languages: text().array().notNull(),
    /** IANA, such as Asia/Kolkata: whose days and months limits are counted by. */
    timeZone: text().notNull().default('UTC'),
    /** Whether orders may be paid in cash when they are delivered. */
    cashOnDelivery: boolean().notNull().default(false),
    /** The platform's share of a sale, in hundredths of a percent; frozen into each order. */
    saleFeeBasisPoints: integer().notNull().default(0),
  },
  (t) => [
    check('markets_country_shape', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('markets_currency_shape', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('markets_sale_fee_range', sql`${t.saleFeeBasisPoints} between 0 and 10000`),
  ],
);

/** How much money a person may send in a market. No row: none. */
export const moneyLimits = pgTable(
  'money_limits',
  {
    country: text()
      .notNull()
      .references(() => markets.country),
    currency: currency().notNull(),
    perTransferMinor: minor().notNull(),
    perDayMinor: minor().notNull(),
    perMonthMinor: minor().notNull(),
    /** What sending costs, in hundredths of a percent of the amount; paid by the sender on top of it. */
    feeBasisPoints: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'money_limits_pkey', columns: [t.country, t.currency] }),
    check(
      'money_limits_in_order',
      sql`0 < ${t.perTransferMinor} and ${t.perTransferMinor} <= ${t.perDayMinor} and ${t.perDayMinor} <= ${t.perMonthMinor}`,
    ),
    check('money_limits_fee_range', sql`${t.feeBasisPoints} between 0 and 10000`),
  ],
);

export type Market = typeof markets.$inferSelect;
export type MoneyLimits = typeof moneyLimits.$inferSelect;
