import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt } from './columns.ts';

/** What each idempotency key did: stored in the transaction that did it. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The person who used it. */
    actorId: uuid().notNull(),
    key: text().notNull(),
    command: text().notNull(),
    /** SHA-256 of the input. */
    requestHash: text().notNull(),
    /** Ids of what was made, enough to answer a repeat with the thing as it is now. */
    result: jsonb().$type<Readonly<Record<string, string>>>(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'idempotency_keys_pkey', columns: [t.actorId, t.key] })],
);
