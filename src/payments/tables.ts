import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { createdAt, currency, instant, minor, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { orders } from '../orders/tables.ts';
import { PAYMENT_ATTEMPT_STATES, REFUND_STATES, type Challenge, type FailureCode } from './rules.ts';

/** A person as the payment provider knows them. */
export const providerCustomers = pgTable('provider_customers', {
  personId: reference<'person'>()
    .primaryKey()
    .references(() => people.id),
  customerRef: text().notNull(),
  createdAt: createdAt(),
});

/** What may be shown of a card, and the provider's token for it. Never a number. */
export const cards = pgTable(
  'cards',
  {
    id: primaryId<'card'>(),
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    methodRef: text().notNull(),
    brand: text().notNull(),
    last4: text().notNull(),
    expMonth: integer().notNull(),
    expYear: integer().notNull(),
    isDefault: boolean().notNull().default(false),
    createdAt: createdAt(),
    removedAt: instant(),
  },
  (t) => [
    uniqueIndex('cards_method_key').on(t.methodRef),
    index('cards_person_idx').on(t.personId, t.id),
    uniqueIndex('cards_default_key')
      .on(t.personId)
      .where(sql`${t.isDefault} and ${t.removedAt} is null`),
    check('cards_last4_shape', sql`${t.last4} ~ '^[0-9]{4}$'`),
    check('cards_month_range', sql`${t.expMonth} between 1 and 12`),
    check('cards_removed_is_not_default', sql`${t.removedAt} is null or not ${t.isDefault}`),
  ],
);

/** One try to pay an order. */
export const payments = pgTable(
  'payments',
  {
    id: primaryId<'payment'>(),
    orderId: reference<'order'>()
      .notNull()
      .references(() => orders.id),
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    cardId: reference<'card'>()
      .notNull()
      .references(() => cards.id),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    state: text({ enum: PAYMENT_ATTEMPT_STATES }).notNull().default('CREATED'),
    /** The provider's id of the charge; null until it answers. */
    chargeRef: text(),
    challenge: jsonb().$type<Challenge>(),
    failureCode: text().$type<FailureCode>(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('payments_order_idx').on(t.orderId, t.id),
    index('payments_person_idx').on(t.personId, t.id),
    index('payments_business_idx').on(t.businessId, t.id),
    uniqueIndex('payments_charge_key').on(t.chargeRef),
    index('payments_open_idx')
      .on(t.updatedAt)
      .where(sql`${t.state} in ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN')`),
    uniqueIndex('payments_one_success_key')
      .on(t.orderId)
      .where(sql`${t.state} = 'SUCCEEDED'`),
    uniqueIndex('payments_one_open_key')
      .on(t.orderId)
      .where(sql`${t.state} in ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN')`),
    check('payments_amount_positive', sql`${t.amountMinor} > 0`),
    check(
      'payments_state_known',
      sql`${t.state} in ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN', 'SUCCEEDED', 'FAILED', 'CANCELLED')`,
    ),
    check('payments_failure_has_code', sql`(${t.state} = 'FAILED') = (${t.failureCode} is not null)`),
  ],
);

/** Money given back to where it came from. */
export const refunds = pgTable(
  'refunds',
  {
    id: primaryId<'refund'>(),
    paymentId: reference<'payment'>()
      .notNull()
      .references(() => payments.id),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    state: text({ enum: REFUND_STATES }).notNull().default('PENDING'),
    reason: text().notNull(),
    refundRef: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('refunds_payment_idx').on(t.paymentId, t.id),
    index('refunds_pending_idx')
      .on(t.updatedAt)
      .where(sql`${t.state} = 'PENDING'`),
    check('refunds_amount_positive', sql`${t.amountMinor} > 0`),
    check('refunds_state_known', sql`${t.state} in ('PENDING', 'SUCCEEDED', 'FAILED')`),
  ],
);

export type Card = typeof cards.$inferSelect;
export type Payment = typeof payments.$inferSelect;
export type Refund = typeof refunds.$inferSelect;
