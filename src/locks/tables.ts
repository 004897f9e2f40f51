import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, instant, reference } from '../db/columns.ts';
import { people, sessions } from '../identity/tables.ts';

/** The password in front of a session. Other devices of the same person have none, or their own. */
export const screenLocks = pgTable(
  'screen_locks',
  {
    sessionId: reference<'session'>()
      .primaryKey()
      .references(() => sessions.id),
    /** Argon2id, in its own text form. */
    passwordHash: text().notNull(),
    autoLockSeconds: integer().notNull(),
    /** Null while it is open. */
    lockedAt: instant(),
    /** The last request; after autoLockSeconds without one it counts as locked. */
    usedAt: instant().notNull().defaultNow(),
    /** Wrong tries since the last right one. */
    tries: integer().notNull().default(0),
    /** No try before. */
    retryAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    check('screen_locks_auto_lock_range', sql`${t.autoLockSeconds} between 60 and 28800`),
    check('screen_locks_tries_limit', sql`${t.tries} between 0 and 20`),
  ],
);

/** The password in front of a person's locked conversations, on all of their devices. */
export const chatLockPasswords = pgTable(
  'chat_lock_passwords',
  {
    personId: reference<'person'>()
      .primaryKey()
      .references(() => people.id),
    passwordHash: text().notNull(),
    tries: integer().notNull().default(0),
    retryAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [check('chat_lock_passwords_tries_limit', sql`${t.tries} between 0 and 20`)],
);

export type ScreenLock = typeof screenLocks.$inferSelect;
