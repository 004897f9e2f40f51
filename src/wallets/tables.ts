import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { conversations, messages } from '../conversations/tables.ts';
import { createdAt, currency, instant, minor, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { payments } from '../payments/tables.ts';
import { MONEY_REQUEST_STATES, TRANSFER_STATES } from './rules.ts';

/** Money that one person asks of another in their chat. */
export const moneyRequests = pgTable(
  'money_requests',
  {
    id: primaryId<'moneyRequest'>(),
    conversationId: reference<'conversation'>()
      .notNull()
      .references(() => conversations.id),
    messageId: reference<'message'>().references(() => messages.id),
    requesterId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    payerId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    note: text(),
    state: text({ enum: MONEY_REQUEST_STATES }).notNull().default('OPEN'),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('money_requests_conversation_idx').on(t.conversationId, t.id),
    check('money_requests_amount_positive', sql`${t.amountMinor} > 0`),
    check('money_requests_two_people', sql`${t.requesterId} <> ${t.payerId}`),
    check(
      'money_requests_state_known',
      sql`${t.state} in ('OPEN', 'PAID', 'DECLINED', 'CANCELLED', 'EXPIRED')`,
    ),
  ],
);

/** Money that one person sends to another in their chat. */
export const transfers = pgTable(
  'transfers',
  {
    id: primaryId<'transfer'>(),
    conversationId: reference<'conversation'>()
      .notNull()
      .references(() => conversations.id),
    /** Comes with the money: what failed was never told to the recipient. */
    messageId: reference<'message'>().references(() => messages.id),
    /** The request that it pays, if it pays one. */
    requestId: reference<'moneyRequest'>().references(() => moneyRequests.id),
    senderId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    recipientId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    /** On top of the amount, for the platform. */
    feeMinor: minor().notNull(),
    /** Where amount and fee come from. */
    walletMinor: minor().notNull(),
    cardMinor: minor().notNull(),
    /** The charge of the card's part. */
    paymentId: reference<'payment'>().references(() => payments.id),
    note: text(),
    state: text({ enum: TRANSFER_STATES }).notNull(),
    /** The sender's day in whose limits it is counted. */
    countedOn: date({ mode: 'string' }).notNull(),
    reversalReason: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('transfers_sender_idx').on(t.senderId, t.id),
    index('transfers_recipient_idx').on(t.recipientId, t.id),
    index('transfers_conversation_idx').on(t.conversationId, t.id),
    uniqueIndex('transfers_payment_key').on(t.paymentId),
    // A request is paid once.
    uniqueIndex('transfers_request_key')
      .on(t.requestId)
      .where(sql`${t.state} <> 'FAILED'`),
    check(
      'transfers_amounts',
      sql`${t.amountMinor} > 0 and least(${t.feeMinor}, ${t.walletMinor}, ${t.cardMinor}) >= 0`,
    ),
    check(
      'transfers_parts_add_up',
      sql`${t.walletMinor} + ${t.cardMinor} = ${t.amountMinor} + ${t.feeMinor}`,
    ),
    check('transfers_card_is_charged', sql`(${t.cardMinor} > 0) = (${t.paymentId} is not null)`),
    check('transfers_two_people', sql`${t.senderId} <> ${t.recipientId}`),
    check('transfers_state_known', sql`${t.state} in ('PENDING', 'SUCCEEDED', 'FAILED', 'REVERSED')`),
    check(
      'transfers_reversed_with_reason',
      sql`(${t.state} = 'REVERSED') = (${t.reversalReason} is not null)`,
    ),
  ],
);

/** How much a person has sent on each of their days, pending transfers included: what limits are checked against. */
export const transferDays = pgTable(
  'transfer_days',
  {
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    currency: currency().notNull(),
    day: date({ mode: 'string' }).notNull(),
    sentMinor: minor().notNull(),
  },
  (t) => [
    primaryKey({ name: 'transfer_days_pkey', columns: [t.personId, t.currency, t.day] }),
    check('transfer_days_not_negative', sql`${t.sentMinor} >= 0`),
  ],
);

export type MoneyRequest = typeof moneyRequests.$inferSelect;
export type Transfer = typeof transfers.$inferSelect;
