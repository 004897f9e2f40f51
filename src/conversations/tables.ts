import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import type { PartyId } from '../context.ts';
import { counter, createdAt, instant, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import type { MessageContent } from './content.ts';

/** A person with a business, or two people. */
export const conversations = pgTable(
  'conversations',
  {
    id: primaryId<'conversation'>(),
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    /** The other side: exactly one of the two. */
    businessId: reference<'business'>().references(() => businesses.id),
    otherPersonId: reference<'person'>().references(() => people.id),
    /** The thread of a ticket; null in an everyday chat. The other side of a platform ticket is the platform. */
    ticketId: reference<'ticket'>(),
    platform: boolean().notNull().default(false),
    /** When the person of a chat with a shop last wrote: from it the answer window is counted. */
    customerWroteAt: instant(),
    /** The sequence of the newest message; 0 before the first. */
    lastSequence: counter().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('conversations_business_key')
      .on(t.personId, t.businessId)
      .where(sql`${t.ticketId} is null`),
    uniqueIndex('conversations_ticket_key').on(t.ticketId),
    unique('conversations_people_key').on(t.personId, t.otherPersonId),
    check(
      'conversations_two_sides',
      sql`num_nonnulls(${t.businessId}, ${t.otherPersonId}) + ${t.platform}::int = 1`,
    ),
    check('conversations_platform_by_ticket', sql`not ${t.platform} or ${t.ticketId} is not null`),
    // One row for two people, whoever began: the lower id stands first.
    check('conversations_people_in_order', sql`${t.personId} < ${t.otherPersonId}`),
  ],
);

/** Where each side stands in a conversation. Unread is lastSequence - readSequence. */
export const conversationMembers = pgTable(
  'conversation_members',
  {
    conversationId: reference<'conversation'>()
      .notNull()
      .references(() => conversations.id),
    /** A person or a business. */
    partyId: uuid().$type<PartyId>().notNull(),
    deliveredSequence: counter().notNull().default(0),
    readSequence: counter().notNull().default(0),
    /** When the last message came: the inbox is in this order. */
    activeAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'conversation_members_pkey', columns: [t.conversationId, t.partyId] }),
    index('conversation_members_inbox_idx').on(t.partyId, t.activeAt, t.conversationId),
    check(
      'conversation_members_read_is_delivered',
      sql`0 <= ${t.readSequence} and ${t.readSequence} <= ${t.deliveredSequence}`,
    ),
  ],
);

/** A conversation that a person keeps out of sight until they give their password. The other side knows nothing of it. */
export const conversationLocks = pgTable(
  'conversation_locks',
  {
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    conversationId: reference<'conversation'>()
      .notNull()
      .references(() => conversations.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'conversation_locks_pkey', columns: [t.personId, t.conversationId] })],
);

/** A side that wants to hear no more from the other one. */
export const conversationBlocks = pgTable(
  'conversation_blocks',
  {
    conversationId: reference<'conversation'>()
      .notNull()
      .references(() => conversations.id),
    /** The side that blocks: a person or a business. */
    partyId: uuid().$type<PartyId>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'conversation_blocks_pkey', columns: [t.conversationId, t.partyId] })],
);

export const SENDER_KINDS = ['PERSON', 'BUSINESS', 'PLATFORM', 'SYSTEM'] as const;

export const messages = pgTable(
  'messages',
  {
    id: primaryId<'message'>(),
    conversationId: reference<'conversation'>()
      .notNull()
      .references(() => conversations.id),
    /** 1, 2, 3 ... without a gap. */
    sequence: counter().notNull(),
    senderKind: text({ enum: SENDER_KINDS }).notNull(),
    /** The side that speaks; null for the system. */
    senderPartyId: uuid().$type<PartyId>(),
    /** The person at the keyboard, who for a business is one of its staff. */
    senderPersonId: reference<'person'>().references(() => people.id),
    /** Made by the sender's device: the same one again gives the first message back. */
    clientId: text(),
    content: jsonb().$type<MessageContent>().notNull(),
    sentAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('messages_sequence_key').on(t.conversationId, t.sequence),
    unique('messages_client_id_key').on(t.conversationId, t.senderPersonId, t.clientId),
    check('messages_sequence_positive', sql`${t.sequence} > 0`),
    check('messages_sender_known', sql`(${t.senderKind} = 'SYSTEM') = (${t.senderPartyId} is null)`),
  ],
);

export type Conversation = typeof conversations.$inferSelect;
export type ConversationMember = typeof conversationMembers.$inferSelect;
export type Message = typeof messages.$inferSelect;
