import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  bigserial,
} from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { carts } from '../carts/tables.ts';
import { SALES_CHANNELS } from '../catalog/rules.ts';
import { PRODUCT_UNITS, products } from '../catalog/tables.ts';
import { conversations, messages } from '../conversations/tables.ts';
import { createdAt, currency, instant, minor, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { partnerApps } from '../partners/tables.ts';
import { FULFILLMENT_STATES, ORDER_ACTIONS, ORDER_STATES, PAYMENT_STATES } from './rules.ts';

/** Where an order is delivered to; null parts were not given. */
export interface Address {
  readonly name: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string;
}

export const orders = pgTable(
  'orders',
  {
    id: primaryId<'order'>(),
    /** What people say on the phone; unique over the whole house. */
    number: bigserial({ mode: 'number' }).notNull(),
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    conversationId: reference<'conversation'>()
      .notNull()
      .references(() => conversations.id),
    cartId: reference<'cart'>()
      .notNull()
      .references(() => carts.id),
    /** The order card in the chat, which is updated in place. */
    cardMessageId: reference<'message'>().references(() => messages.id),
    channel: text({ enum: SALES_CHANNELS }).notNull().default('CHAT'),
    state: text({ enum: ORDER_STATES }).notNull().default('PLACED'),
    paymentState: text({ enum: PAYMENT_STATES }).notNull().default('UNPAID'),
    fulfillmentState: text({ enum: FULFILLMENT_STATES }).notNull().default('UNFULFILLED'),
    currency: currency().notNull(),
    itemsMinor: minor().notNull(),
    discountMinor: minor().notNull(),
    shippingMinor: minor().notNull(),
    taxMinor: minor().notNull(),
    totalMinor: minor().notNull(),
    /** What the platform takes of the sale, by the rule of the day on which the order was placed; no rule: nothing. */
    feeRuleId: reference<'feeRule'>(),
    feeMinor: minor()
      .notNull()
      .default(sql`0`),
    address: jsonb().$type<Address>(),
    note: text(),
    /** Until when the stock is held for an unpaid order; null once paid or over. */
    holdExpiresAt: instant(),
    placedAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('orders_number_key').on(t.number),
    uniqueIndex('orders_cart_key').on(t.cartId),
    index('orders_person_idx').on(t.personId, t.id),
    index('orders_business_idx').on(t.businessId, t.id),
    index('orders_channel_idx').on(t.businessId, t.channel, t.placedAt),
    index('orders_conversation_idx').on(t.conversationId, t.id),
    index('orders_hold_idx')
      .on(t.holdExpiresAt)
      .where(sql`${t.holdExpiresAt} is not null`),
    check(
      'orders_total_adds_up',
      sql`${t.totalMinor} = ${t.itemsMinor} - ${t.discountMinor} + ${t.shippingMinor} + ${t.taxMinor}`,
    ),
    check(
      'orders_amounts_not_negative',
      sql`least(${t.itemsMinor}, ${t.discountMinor}, ${t.shippingMinor}, ${t.taxMinor}, ${t.totalMinor}) >= 0`,
    ),
    check('orders_fee_range', sql`${t.feeMinor} between 0 and ${t.totalMinor}`),
    check(
      'orders_state_known',
      sql`${t.state} in ('PLACED', 'CONFIRMED', 'COMPLETED', 'CANCELLED', 'EXPIRED')`,
    ),
    check(
      'orders_payment_state_known',
      sql`${t.paymentState} in ('UNPAID', 'AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')`,
    ),
    check(
      'orders_fulfillment_state_known',
      sql`${t.fulfillmentState} in ('UNFULFILLED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'RETURNED')`,
    ),
    check('orders_expired_are_unpaid', sql`${t.state} <> 'EXPIRED' or ${t.paymentState} = 'UNPAID'`),
  ],
);

/** Frozen when the order was placed: what the product was called and cost then. */
export const orderLines = pgTable(
  'order_lines',
  {
    id: primaryId<'orderLine'>(),
    orderId: reference<'order'>()
      .notNull()
      .references(() => orders.id),
    position: integer().notNull(),
    productId: reference<'product'>()
      .notNull()
      .references(() => products.id),
    name: text().notNull(),
    sku: text(),
    unit: text({ enum: PRODUCT_UNITS }).notNull(),
    quantity: integer().notNull(),
    shippedQuantity: integer().notNull().default(0),
    currency: currency().notNull(),
    unitPriceMinor: minor().notNull(),
    totalMinor: minor().notNull(),
  },
  (t) => [
    uniqueIndex('order_lines_position_key').on(t.orderId, t.position),
    check('order_lines_quantity_range', sql`${t.quantity} between 1 and 999`),
    check('order_lines_shipped_range', sql`${t.shippedQuantity} between 0 and ${t.quantity}`),
    check('order_lines_total', sql`${t.totalMinor} = ${t.quantity} * ${t.unitPriceMinor}`),
  ],
);

export const shipments = pgTable(
  'shipments',
  {
    id: primaryId<'shipment'>(),
    orderId: reference<'order'>()
      .notNull()
      .references(() => orders.id),
    carrier: text(),
    trackingNumber: text(),
    shippedAt: createdAt(),
    deliveredAt: instant(),
  },
  (t) => [index('shipments_order_idx').on(t.orderId, t.id)],
);

export const shipmentLines = pgTable(
  'shipment_lines',
  {
    shipmentId: reference<'shipment'>()
      .notNull()
      .references(() => shipments.id),
    orderLineId: reference<'orderLine'>()
      .notNull()
      .references(() => orderLines.id),
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'shipment_lines_pkey', columns: [t.shipmentId, t.orderLineId] }),
    check('shipment_lines_quantity_positive', sql`${t.quantity} > 0`),
  ],
);

/** What happened to an order, when and by whom: its timeline. Kept for good, unlike the event log. */
export const orderTransitions = pgTable(
  'order_transitions',
  {
    orderId: reference<'order'>()
      .notNull()
      .references(() => orders.id),
    sequence: integer().notNull(),
    action: text({ enum: ORDER_ACTIONS }).notNull(),
    /** Null for the system: a hold that ran out, a provider's answer. */
    personId: reference<'person'>().references(() => people.id),
    /** The partner app that did it for the shop; then no person did. */
    appId: reference<'partnerApp'>().references(() => partnerApps.id),
    reason: text(),
    occurredAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'order_transitions_pkey', columns: [t.orderId, t.sequence] }),
    check('order_transitions_one_actor', sql`${t.personId} is null or ${t.appId} is null`),
  ],
);

export type Order = typeof orders.$inferSelect;
export type OrderLine = typeof orderLines.$inferSelect;
export type Shipment = typeof shipments.$inferSelect;
export type OrderTransition = typeof orderTransitions.$inferSelect;
