import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { conversations, messages } from '../conversations/tables.ts';
import { counter, createdAt, instant, reference, updatedAt } from '../db/columns.ts';
import type { ProductId } from '../db/id.ts';

/** A text in some languages, by their two letters. */
export type Texts = Readonly<Record<string, string>>;

/** Products that the bot has shown for the customer to choose from, and how many of the chosen one are wanted. */
export interface Offer {
  readonly productIds: readonly ProductId[];
  readonly quantity: number;
}

/** What a shop has its bot say when a message is one of some words. */
export interface CustomReply {
  readonly keywords: readonly string[];
  readonly texts: Texts;
}

/** A shop's bot. No row: it is off. */
export const botSettings = pgTable('bot_settings', {
  businessId: reference<'business'>()
    .primaryKey()
    .references(() => businesses.id),
  enabled: boolean().notNull().default(true),
  /** Instead of the house's own; empty: those. */
  greeting: jsonb().$type<Texts>().notNull().default({}),
  away: jsonb().$type<Texts>().notNull().default({}),
  replies: jsonb().$type<readonly CustomReply[]>().notNull().default([]),
  updatedAt: updatedAt(),
});

/** Where a bot stands in a conversation. */
export const botConversations = pgTable(
  'bot_conversations',
  {
    conversationId: reference<'conversation'>()
      .primaryKey()
      .references(() => conversations.id),
    /** Everything up to this message was dealt with. */
    answeredSequence: counter().notNull(),
    /** Until when somebody is at it: one process at a time answers in a conversation. Null: nobody is. */
    attendedUntil: instant(),
    /** Since when a human answers instead; null: the bot does. */
    handedOverAt: instant(),
    /** When it was last told to go on: what staff wrote before counts no more. */
    resumedAt: instant(),
    /** The days, by the shop's clock, on which it last greeted and last said that the shop is closed. */
    greetedOn: date({ mode: 'string' }),
    awayOn: date({ mode: 'string' }),
    /** The language of the last words that told it. */
    language: text(),
    /** Messages in a row that it did not understand. */
    misses: integer().notNull().default(0),
    /** A payment that waits for its code: what the customer writes next is kept out of sight. */
    challengedPaymentId: reference<'payment'>(),
    /** What it offered last, for an answer such as "2". */
    offered: jsonb().$type<Offer>(),
    updatedAt: updatedAt(),
  },
  (t) => [check('bot_conversations_misses_not_negative', sql`${t.misses} >= 0`)],
);

/** How far the sweep for messages that nobody attended to has come: one row. */
export const botWatermark = pgTable(
  'bot_watermark',
  {
    one: boolean().primaryKey().default(true),
    sweptTo: instant().notNull(),
  },
  (t) => [check('bot_watermark_one_row', sql`${t.one}`)],
);

/** Every message that a bot has dealt with: one reply at most to each. */
export const botAnswers = pgTable(
  'bot_answers',
  {
    messageId: reference<'message'>()
      .primaryKey()
      .references(() => messages.id),
    conversationId: reference<'conversation'>()
      .notNull()
      .references(() => conversations.id),
    rule: text().notNull(),
    /** Null when the rule was to be silent. */
    replyId: reference<'message'>().references(() => messages.id),
    answeredAt: createdAt(),
  },
  (t) => [
    index('bot_answers_conversation_idx').on(t.conversationId, t.answeredAt),
    check('bot_answers_not_itself', sql`${t.replyId} is null or ${t.replyId} <> ${t.messageId}`),
  ],
);

export type BotSettings = typeof botSettings.$inferSelect;
export type BotConversation = typeof botConversations.$inferSelect;
