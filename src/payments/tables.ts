import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { createdAt, currency, instant, minor, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { orders } from '../orders/tables.ts';
import {
  PAYMENT_ATTEMPT_STATES,
  PAYMENT_METHODS,
  PAYMENT_PURPOSES,
  REFUND_STATES,
  type Challenge,
  type FailureCode,
} from './rules.ts';

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

/** One try to take money: for an order, into a wallet, or for what somebody sends to a friend. */
export const payments = pgTable(
  'payments',
  {
    id: primaryId<'payment'>(),
    purpose: text({ enum: PAYMENT_PURPOSES }).notNull().default('ORDER'),
    /** The order and its business; null for other purposes. */
    orderId: reference<'order'>().references(() => orders.id),
    businessId: reference<'business'>().references(() => businesses.id),
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    method: text({ enum: PAYMENT_METHODS }).notNull().default('CARD'),
    /** Null when no card is charged. */
    cardId: reference<'card'>().references(() => cards.id),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    /** The part of the amount that comes from the payer's wallet. */
    walletMinor: minor()
      .notNull()
      .default(sql`0`),
    /** The part of the amount that went back, or is on its way. */
    refundedMinor: minor()
      .notNull()
      .default(sql`0`),
    state: text({ enum: PAYMENT_ATTEMPT_STATES }).notNull().default('CREATED'),
    /** The provider's id of the charge; null until it answers. */
    chargeRef: text(),
    challenge: jsonb().$type<Challenge>(),
    failureCode: text().$type<FailureCode>(),
    /** How often the provider was asked for it without an answer. */
    asks: integer().notNull().default(0),
    /** When it succeeded after it had been given up, and was put into the payer's wallet. */
    lateAt: instant(),
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
    check('payments_purpose_known', sql`${t.purpose} in ('ORDER', 'TOP_UP', 'TRANSFER')`),
    check(
      'payments_of_an_order',
      sql`(${t.purpose} = 'ORDER') = (${t.orderId} is not null) and (${t.orderId} is null) = (${t.businessId} is null)`,
    ),
    check(
      'payments_parts_fit_method',
      sql`case ${t.method}
        when 'CARD' then ${t.walletMinor} = 0 and ${t.cardId} is not null
        when 'BALANCE' then ${t.walletMinor} = ${t.amountMinor} and ${t.cardId} is null
        when 'BALANCE_AND_CARD' then 0 < ${t.walletMinor} and ${t.walletMinor} < ${t.amountMinor} and ${t.cardId} is not null
        when 'CASH_ON_DELIVERY' then ${t.walletMinor} = 0 and ${t.cardId} is null and ${t.purpose} = 'ORDER'
        else false end`,
    ),
    check(
      'payments_refunded_range',
      sql`${t.refundedMinor} between 0 and ${t.amountMinor} and (${t.refundedMinor} = 0 or ${t.state} = 'SUCCEEDED')`,
    ),
    check('payments_late_is_over', sql`${t.lateAt} is null or ${t.state} in ('FAILED', 'CANCELLED')`),
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
    /** Where it goes: to the card and to the wallet; neither for cash, which the shop hands out. */
    cardMinor: minor().notNull(),
    walletMinor: minor().notNull(),
    /** The platform's share of the sale that is given back with it. */
    feeMinor: minor()
      .notNull()
      .default(sql`0`),
    state: text({ enum: REFUND_STATES }).notNull().default('PENDING'),
    reason: text().notNull(),
    /** Who asked for it; null for the system. */
    personId: reference<'person'>().references(() => people.id),
    refundRef: text(),
    asks: integer().notNull().default(0),
    /** When the card's part went to the wallet instead, because the card took none. */
    redirectedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('refunds_payment_idx').on(t.paymentId, t.id),
    index('refunds_pending_idx')
      .on(t.updatedAt)
      .where(sql`${t.state} = 'PENDING'`),
    check('refunds_amount_positive', sql`${t.amountMinor} > 0`),
    check(
      'refunds_parts',
      sql`least(${t.cardMinor}, ${t.walletMinor}, ${t.feeMinor}) >= 0 and ${t.cardMinor} + ${t.walletMinor} in (0, ${t.amountMinor})`,
    ),
    check('refunds_fee_range', sql`${t.feeMinor} <= ${t.amountMinor}`),
    check('refunds_state_known', sql`${t.state} in ('PENDING', 'SUCCEEDED', 'FAILED')`),
  ],
);

/** Every verified event of the provider, as often as it came: for whoever looks into what was said when. */
export const providerEvents = pgTable(
  'provider_events',
  {
    /** The provider's own id. */
    id: text().primaryKey(),
    kind: text().notNull(),
    /** What it says it is about; there need be no such thing here. */
    subjectId: text().notNull(),
    outcome: text().notNull(),
    times: integer().notNull().default(1),
    receivedAt: createdAt(),
    lastAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index('provider_events_subject_idx').on(t.subjectId),
    check('provider_events_times_positive', sql`${t.times} > 0`),
  ],
);

export type Card = typeof cards.$inferSelect;
export type Payment = typeof payments.$inferSelect;
export type Refund = typeof refunds.$inferSelect;
