import { sql } from 'drizzle-orm';
import { check, pgTable, text } from 'drizzle-orm/pg-core';
import { currency } from '../db/columns.ts';

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
  },
  (t) => [
    check('markets_country_shape', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('markets_currency_shape', sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);

export type Market = typeof markets.$inferSelect;
