import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { UserErrorCode } from '../errors.ts';
import type { CurrencyCode } from '../money.ts';
import { createdAt } from './columns.ts';

/** A user error as it is kept. */
export interface Refusal {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly path: readonly string[];
  /** How much there was instead, for refusals that say it; minor units as a decimal. */
  readonly available?: { readonly minor: string; readonly currency: CurrencyCode };
}

/** What each idempotency key did: stored in the transaction that did it. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The person or the partner app who used it. */
    actorId: uuid().notNull(),
    key: text().notNull(),
    command: text().notNull(),
    /** SHA-256 of the input. */
    requestHash: text().notNull(),
    /** Ids of what was made, enough to answer a repeat with the thing as it is now. */
    result: jsonb().$type<Readonly<Record<string, string>>>(),
    /** Why nothing was made, for commands whose refusals are kept as well: the answer to a key never changes. */
    refusal: jsonb().$type<Refusal>(),
    /** Whether it is never forgotten: where money moves, it is not; see src/db/prune.ts. */
    forGood: boolean().notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'idempotency_keys_pkey', columns: [t.actorId, t.key] }),
    index('idempotency_keys_passing_idx')
      .on(t.createdAt)
      .where(sql`not ${t.forGood}`),
  ],
);
