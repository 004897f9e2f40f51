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
import { createdAt, currency, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { markets } from '../markets/tables.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const businesses = pgTable(
  'businesses',
  {
    id: primaryId<'business'>(),
    handle: text().notNull(),
    name: text().notNull(),
    description: text().notNull().default(''),
    category: text().notNull(),
    country: text()
      .notNull()
      .references(() => markets.country),
    /** Copied from the market when the business was made: prices in the books never change currency. */
    currency: currency().notNull(),
    imageId: reference<'image'>(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('businesses_handle_key').on(t.handle),
    index('businesses_country_idx').on(t.country, t.id),
    index('businesses_name_trgm_idx').using('gin', sql`lower(${t.name}) gin_trgm_ops`),
    check('businesses_handle_shape', sql`${t.handle} ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'`),
  ],
);

export const STAFF_ROLES = ['OWNER', 'MANAGER', 'AGENT'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const staff = pgTable(
  'staff',
  {
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    role: text({ enum: STAFF_ROLES }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'staff_pkey', columns: [t.businessId, t.personId] }),
    index('staff_person_idx').on(t.personId),
    check('staff_role_known', sql`${t.role} in ('OWNER', 'MANAGER', 'AGENT')`),
  ],
);

/** When a shop is open, in the time zone of its market; no row for a day: closed. A shop without any is always open. */
export const openingHours = pgTable(
  'opening_hours',
  {
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    /** 1 is Monday, 7 is Sunday (ISO 8601). */
    weekday: integer().notNull(),
    /** Minutes since midnight. */
    opensAt: integer().notNull(),
    closesAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'opening_hours_pkey', columns: [t.businessId, t.weekday, t.opensAt] }),
    check('opening_hours_weekday_range', sql`${t.weekday} between 1 and 7`),
    check(
      'opening_hours_in_order',
      sql`0 <= ${t.opensAt} and ${t.opensAt} < ${t.closesAt} and ${t.closesAt} <= 1440`,
    ),
  ],
);

/** Pictures of products and shops, served by Bottega itself from `/images/:id`; never changed once written. */
export const images = pgTable(
  'images',
  {
    id: primaryId<'image'>(),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    contentType: text().notNull(),
    bytes: bytes().notNull(),
    size: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('images_business_idx').on(t.businessId),
    check('images_size_limit', sql`${t.size} between 1 and 5242880`),
  ],
);

export type Business = typeof businesses.$inferSelect;
export type Staff = typeof staff.$inferSelect;
export type OpeningHours = typeof openingHours.$inferSelect;
