import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { counter, createdAt, instant, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { SCOPE_NAMES } from './rules.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const scopes = () => text({ enum: SCOPE_NAMES }).array().notNull();

/** A program of somebody else's, that acts for the businesses which let it. */
export const partnerApps = pgTable(
  'partner_apps',
  {
    id: primaryId<'partnerApp'>(),
    /** Who registered it and looks after its keys and webhooks. */
    ownerId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    description: text().notNull().default(''),
    /** The most that it asks businesses for. */
    scopes: scopes(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('partner_apps_owner_idx').on(t.ownerId, t.id),
    check('partner_apps_scopes_some', sql`cardinality(${t.scopes}) > 0`),
  ],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    id: primaryId<'apiKey'>(),
    appId: reference<'partnerApp'>()
      .notNull()
      .references(() => partnerApps.id),
    /** What its owner calls it. */
    name: text().notNull(),
    /** SHA-256 of the key: the key itself is shown once and kept nowhere. */
    tokenHash: bytes().notNull(),
    /** Its last four characters, to tell keys apart by. */
    last4: text().notNull(),
    scopes: scopes(),
    createdAt: createdAt(),
    lastUsedAt: instant(),
    /** Null for one that lasts until it is revoked. */
    expiresAt: instant(),
    /** The same as it was made: a rotation ends it sooner, and the one that follows lasts as long as this one was to. */
    madeUntil: instant(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex('api_keys_token_hash_key').on(t.tokenHash),
    index('api_keys_app_idx').on(t.appId, t.id),
    check('api_keys_scopes_some', sql`cardinality(${t.scopes}) > 0`),
  ],
);

/** A business lets an app act for it. */
export const partnerGrants = pgTable(
  'partner_grants',
  {
    appId: reference<'partnerApp'>()
      .notNull()
      .references(() => partnerApps.id),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    scopes: scopes(),
    grantedBy: reference<'person'>()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'partner_grants_pkey', columns: [t.appId, t.businessId] }),
    index('partner_grants_business_idx').on(t.businessId, t.appId),
    check('partner_grants_scopes_some', sql`cardinality(${t.scopes}) > 0`),
  ],
);

/** How far the live streams of a key have come: what its owner sees, and nothing that anything depends on. */
export const streamPositions = pgTable('stream_positions', {
  keyId: reference<'apiKey'>()
    .primaryKey()
    .references(() => apiKeys.id),
  /** The last event that the key's client has taken. */
  position: counter().notNull(),
  seenAt: instant().notNull(),
});

/**
 * How much of its rate each key has used up, as rate-limiter-flexible keeps it and for all processes. UNLOGGED by its
 * migration: a crash forgets it, which costs nothing.
 */
export const apiKeyRates = pgTable('api_key_rates', {
  key: text().primaryKey(),
  /** Operations in the running minute. */
  points: integer().notNull().default(0),
  /** When the minute is over, in milliseconds since 1970. */
  expire: counter(),
});

export type PartnerApp = typeof partnerApps.$inferSelect;
export type ApiKey = typeof apiKeys.$inferSelect;
export type PartnerGrant = typeof partnerGrants.$inferSelect;
