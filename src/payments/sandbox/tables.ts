/**
 * The sandbox's own records, as a remote provider would keep them: nothing outside this folder reads them.
 */
import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import { createdAt, instant } from '../../db/columns.ts';
import type { SandboxObject } from './objects.ts';

export const sandboxSchema = pgSchema('sandbox');

/** Customers, payment methods, payment intents and refunds, each as the JSON that is answered. */
export const sandboxObjects = sandboxSchema.table(
  'objects',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    data: jsonb().$type<SandboxObject>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('objects_customer_idx').on(sql`(${t.data} ->> 'customer')`, t.createdAt),
    check('objects_type_known', sql`${t.type} in ('customer', 'payment_method', 'payment_intent', 'refund')`),
    check('objects_data_matches', sql`${t.data} ->> 'id' = ${t.id} and ${t.data} ->> 'object' = ${t.type}`),
  ],
);

/** The answers given under an idempotency key, kept for a day. */
export const sandboxIdempotency = sandboxSchema.table(
  'idempotency',
  {
    key: text().primaryKey(),
    requestHash: text().notNull(),
    status: integer().notNull(),
    body: jsonb().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('idempotency_created_idx').on(t.createdAt),
    check('idempotency_status_range', sql`${t.status} between 200 and 599`),
  ],
);

/** Webhook events: due at `next_attempt_at` until `delivered_at` is set. */
export const sandboxEvents = sandboxSchema.table(
  'events',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    data: jsonb().notNull(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull().defaultNow(),
    deliveredAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index('events_due_idx')
      .on(t.nextAttemptAt)
      .where(sql`${t.deliveredAt} is null`),
    index('events_created_idx').on(t.createdAt),
    check('events_attempts_range', sql`${t.attempts} >= 0`),
  ],
);
