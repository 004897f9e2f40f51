import { sql, type AnyColumn } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { conversations } from '../conversations/tables.ts';
import { createdAt, instant, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import { orders } from '../orders/tables.ts';
import type { TicketContext } from './context.ts';
import { TICKET_ACTIONS, TICKET_DESKS, TICKET_PRIORITIES, TICKET_STATES } from './rules.ts';

/** The place of a priority in a queue, which the indexes are made of: 1 comes first. Goes on from `case priority`. */
export const URGENCY = `when 'URGENT' then 1 when 'HIGH' then 2 when 'NORMAL' then 3 else 4 end`;
const urgency = (priority: AnyColumn) => sql`(case ${priority} ${sql.raw(URGENCY)})`;

/** A person asks a shop for help, or somebody of a shop asks the platform. */
export const tickets = pgTable(
  'tickets',
  {
    id: primaryId<'ticket'>(),
    /** What people say on the phone; unique over the whole house. */
    number: bigserial({ mode: 'number' }).notNull(),
    desk: text({ enum: TICKET_DESKS }).notNull(),
    /** The shop that is asked, or that asks the platform. */
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    openerId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    subject: text().notNull(),
    state: text({ enum: TICKET_STATES }).notNull().default('OPEN'),
    priority: text({ enum: TICKET_PRIORITIES }).notNull().default('NORMAL'),
    assigneeId: reference<'person'>().references(() => people.id),
    /** Its thread. */
    conversationId: reference<'conversation'>()
      .notNull()
      .references(() => conversations.id),
    orderId: reference<'order'>().references(() => orders.id),
    context: jsonb().$type<TicketContext>().notNull(),
    openedAt: createdAt(),
    /** The clocks: by when it should be, and when it was. */
    firstAnswerDueAt: instant().notNull(),
    firstAnsweredAt: instant(),
    resolutionDueAt: instant().notNull(),
    resolvedAt: instant(),
    closedAt: instant(),
    /** While it waits for who opened it the resolution clock stands still. */
    waitingSince: instant(),
    waitedMs: bigint({ mode: 'number' }).notNull().default(0),
    reopenings: integer().notNull().default(0),
    /** 1 to 5, by who opened it. */
    rating: integer(),
    ratingComment: text(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('tickets_number_key').on(t.number),
    uniqueIndex('tickets_conversation_key').on(t.conversationId),
    // Each desk's queue in its order: of one state, or of some of them merged.
    index('tickets_queue_idx').on(
      t.desk,
      t.businessId,
      t.state,
      urgency(t.priority),
      t.resolutionDueAt,
      t.id,
    ),
    index('tickets_platform_idx')
      .on(t.state, urgency(t.priority), t.resolutionDueAt, t.id)
      .where(sql`${t.desk} = 'PLATFORM'`),
    index('tickets_opener_idx').on(t.openerId, t.id),
    index('tickets_assignee_idx').on(t.assigneeId, t.id),
    index('tickets_order_idx').on(t.orderId),
    check('tickets_desk_known', sql`${t.desk} in ('BUSINESS', 'PLATFORM')`),
    check('tickets_state_known', sql`${t.state} in ('OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED')`),
    check('tickets_priority_known', sql`${t.priority} in ('LOW', 'NORMAL', 'HIGH', 'URGENT')`),
    check('tickets_waiting_has_begun', sql`(${t.state} = 'WAITING') = (${t.waitingSince} is not null)`),
    check('tickets_resolved_at', sql`(${t.state} in ('RESOLVED', 'CLOSED')) = (${t.resolvedAt} is not null)`),
    check('tickets_closed_at', sql`(${t.state} = 'CLOSED') = (${t.closedAt} is not null)`),
    check('tickets_rating_range', sql`${t.rating} between 1 and 5`),
    check(
      'tickets_rated_when_resolved',
      sql`${t.rating} is null or ${t.resolvedAt} is not null or ${t.reopenings} > 0`,
    ),
  ],
);

/** What happened to a ticket, when and by whom: its timeline. */
export const ticketTransitions = pgTable(
  'ticket_transitions',
  {
    ticketId: reference<'ticket'>()
      .notNull()
      .references(() => tickets.id),
    sequence: integer().notNull(),
    action: text({ enum: TICKET_ACTIONS }).notNull(),
    state: text({ enum: TICKET_STATES }).notNull(),
    /** Null for the system. */
    personId: reference<'person'>().references(() => people.id),
    occurredAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'ticket_transitions_pkey', columns: [t.ticketId, t.sequence] })],
);

export type Ticket = typeof tickets.$inferSelect;
export type TicketTransition = typeof ticketTransitions.$inferSelect;
