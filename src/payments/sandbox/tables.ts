/**
 * The sandbox's own records, as a remote provider would keep them: nothing outside this folder reads them.
 */
import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import { createdAt, instant } from '../../db/columns.ts';
import type { SandboxObject } from './objects.ts';

export const sandboxSchema = pgSchema('sandbox');

/** Customers, payment intents, payouts and the rest, each as the JSON that is answered. */
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
    index('objects_type_created_idx').on(t.type, t.createdAt, t.id),
    index('objects_refunds_idx')
      .on(sql`(${t.data} ->> 'payment_intent')`)
      .where(sql`${t.type} = 'refund'`),
    check(
      'objects_type_known',
      sql`${t.type} in ('customer', 'payment_method', 'payment_intent', 'refund', 'bank_account', 'payout', 'balance_transaction')`,
    ),
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

/** Faults that are switched on: the next calls of an operation, or deliveries of an event, go wrong in that way. */
export const sandboxFaults = sandboxSchema.table(
  'faults',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Such as `POST /v1/payment_intents`, or an event's type. */
    operation: text().notNull(),
    fault: text().notNull(),
    delayMs: integer().notNull().default(0),
    /** How many more times. */
    remaining: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('faults_operation_idx').on(t.operation, t.id),
    check('faults_remaining_not_negative', sql`${t.remaining} >= 0`),
    check('faults_delay_not_negative', sql`${t.delayMs} >= 0`),
  ],
);

/**
 * Webhook events, and the steps that records take by themselves (`later.ts`): due at `next_attempt_at` until
 * `delivered_at` is set.
 */
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
