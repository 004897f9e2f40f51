import { sql } from 'drizzle-orm';
import { boolean, check, customType, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, instant, primaryId, reference, updatedAt } from '../db/columns.ts';
import { markets } from '../markets/tables.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const people = pgTable(
  'people',
  {
    id: primaryId<'person'>(),
    /** E.164. */
    phone: text().notNull(),
    name: text().notNull(),
    language: text().notNull(),
    country: text()
      .notNull()
      .references(() => markets.country),
    operator: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('people_phone_key').on(t.phone),
    check('people_phone_shape', sql`${t.phone} ~ '^\\+[1-9][0-9]{6,14}$'`),
  ],
);

export const sessions = pgTable(
  'sessions',
  {
    id: primaryId<'session'>(),
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    /** SHA-256 of the token: the token itself is shown once and kept nowhere. */
    tokenHash: bytes().notNull(),
    device: text().notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex('sessions_token_hash_key').on(t.tokenHash),
    index('sessions_person_idx').on(t.personId, t.id),
    index('sessions_expires_idx').on(t.expiresAt),
  ],
);

export const signInCodes = pgTable(
  'sign_in_codes',
  {
    id: primaryId<'signInCode'>(),
    phone: text().notNull(),
    codeHash: bytes().notNull(),
    attempts: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    index('sign_in_codes_phone_idx').on(t.phone, t.createdAt),
    index('sign_in_codes_expires_idx').on(t.expiresAt),
    check('sign_in_codes_attempts_limit', sql`${t.attempts} between 0 and 5`),
  ],
);

/** Phones of demo people, whose code is fixed and documented. Only the demo market writes here. */
export const demoSignIns = pgTable('demo_sign_ins', {
  phone: text().primaryKey(),
  codeHash: bytes().notNull(),
});

export type Person = typeof people.$inferSelect;
export type Session = typeof sessions.$inferSelect;
