import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, currency, instant, minor, primaryId, reference } from '../db/columns.ts';
import type { PersonId } from '../db/id.ts';
import { FEATURE_STATES, FEATURES } from './rules.ts';

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
    /** Of its phone numbers, without the plus: 91. */
    callingCode: text().notNull().default('1'),
  },
  (t) => [
    check('markets_country_shape', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('markets_currency_shape', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('markets_calling_code_shape', sql`${t.callingCode} ~ '^[1-9][0-9]{0,2}$'`),
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
  },
  (t) => [
    primaryKey({ name: 'money_limits_pkey', columns: [t.country, t.currency] }),
    check(
      'money_limits_in_order',
      sql`0 < ${t.perTransferMinor} and ${t.perTransferMinor} <= ${t.perDayMinor} and ${t.perDayMinor} <= ${t.perMonthMinor}`,
    ),
  ],
);

/** What works in a market. No row: off. */
export const marketFeatures = pgTable(
  'market_features',
  {
    country: text()
      .notNull()
      .references(() => markets.country),
    feature: text({ enum: FEATURES }).notNull(),
    state: text({ enum: FEATURE_STATES }).notNull(),
    /** Of a pilot: how many of a hundred people are in. */
    sharePercent: integer(),
    /** Shown to who meets it switched off. */
    reason: text().notNull(),
    changedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'market_features_pkey', columns: [t.country, t.feature] }),
    check('market_features_state_known', sql`${t.state} in ('OFF', 'ANNOUNCED', 'PILOT', 'ON')`),
    check(
      'market_features_share_of_pilot',
      sql`(${t.state} = 'PILOT') = (${t.sharePercent} is not null) and ${t.sharePercent} between 0 and 100`,
    ),
  ],
);

/** Every switch that was ever moved: rows are added and never changed. */
export const marketFeatureSwitches = pgTable(
  'market_feature_switches',
  {
    id: primaryId<'featureSwitch'>(),
    country: text()
      .notNull()
      .references(() => markets.country),
    feature: text({ enum: FEATURES }).notNull(),
    fromState: text({ enum: FEATURE_STATES }).notNull(),
    fromSharePercent: integer(),
    toState: text({ enum: FEATURE_STATES }).notNull(),
    toSharePercent: integer(),
    reason: text().notNull(),
    /** The operator; a foreign key would tie two domains in a knot. */
    personId: uuid().$type<PersonId>().notNull(),
    switchedAt: createdAt(),
  },
  (t) => [index('market_feature_switches_country_idx').on(t.country, t.id)],
);

/** People who take part in the pilots of a country, whatever share of it does. */
export const pilotMembers = pgTable(
  'pilot_members',
  {
    country: text()
      .notNull()
      .references(() => markets.country),
    personId: reference<'person'>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'pilot_members_pkey', columns: [t.country, t.personId] })],
);

export type Market = typeof markets.$inferSelect;
export type MoneyLimits = typeof moneyLimits.$inferSelect;
export type MarketFeature = typeof marketFeatures.$inferSelect;
export type FeatureSwitch = typeof marketFeatureSwitches.$inferSelect;
