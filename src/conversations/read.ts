import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { PendingQuery, Row } from 'postgres';
import { viewerId, type Ctx, type PartyId } from '../context.ts';
import type { ConversationId, MessageId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import {
  conversationBlocks,
  conversationMembers,
  conversations,
  messages,
  type Conversation,
  type ConversationMember,
  type Message,
} from './tables.ts';

export type { Conversation, ConversationMember, Message };

const conversationRows = rowsOf(conversations, 'c');
const messageRows = rowsOf(messages, 'm');

/**
 * Only the conversations `c` in which the caller, or a business whose staff they are, has a seat; operators sit in all
 * that the platform has. What the caller has locked away is not among them.
 */
function mine(ctx: Ctx): PendingQuery<Row[]> {
  if (ctx.actor.kind === 'system') return ctx.sql`true`;
  // A guest is null, which equals nobody.
  const me = viewerId(ctx);
  const operator = ctx.actor.kind === 'person' && ctx.actor.operator;
  return ctx.sql`(c.person_id = ${me} or c.other_person_id = ${me} or (c.platform and ${operator})
    or exists (select from staff s where s.business_id = c.business_id and s.person_id = ${me}))
    and not exists (select from conversation_locks l where l.conversation_id = c.id and l.person_id = ${me})`;
}

export async function conversationsByIds(
  ctx: Ctx,
  ids: readonly ConversationId[],
): Promise<(Conversation | null)[]> {
  const rows = await ctx.sql<RawRow[]>`
    /* conversations_by_ids */
    select ${conversationRows.columns(ctx.sql)} from conversations c where c.id = any(${[...ids]}) and ${mine(ctx)}`;
  return byId(ids, rows.map(conversationRows.read));
}

/** Messages of conversations that the caller may see. */
export async function messagesByIds(ctx: Ctx, ids: readonly MessageId[]): Promise<(Message | null)[]> {
  const rows = await ctx.sql<RawRow[]>`
    /* messages_by_ids */
    select ${messageRows.columns(ctx.sql)} from messages m join conversations c on c.id = m.conversation_id
    where m.id = any(${[...ids]}) and ${mine(ctx)}`;
  return byId(ids, rows.map(messageRows.read));
}

/** The message that the caller's device has called so, if it was sent before. */
export async function messageByClientId(
  ctx: Ctx,
  conversationId: ConversationId,
  clientId: string,
): Promise<Message | null> {
  const [row] = await ctx.sql<RawRow[]>`
    /* message_by_client_id */
    select ${messageRows.columns(ctx.sql)} from messages m join conversations c on c.id = m.conversation_id
    where m.conversation_id = ${conversationId} and m.sender_person_id = ${viewerId(ctx)}
      and m.client_id = ${clientId} and ${mine(ctx)}`;
  return row ? messageRows.read(row) : null;
}

export async function membersByConversation(
  ctx: Ctx,
  ids: readonly ConversationId[],
): Promise<ConversationMember[][]> {
  const rows = await ctx.db
    .select()
    .from(conversationMembers)
    .where(anyOf(conversationMembers.conversationId, ids))
    .orderBy(asc(conversationMembers.partyId));
  return groupBy(ids, rows, (row) => row.conversationId);
}

/** The sides of each conversation that have blocked the other one. */
export async function blockersByConversation(ctx: Ctx, ids: readonly ConversationId[]): Promise<PartyId[][]> {
  const rows = await ctx.db
    .select()
    .from(conversationBlocks)
    .where(anyOf(conversationBlocks.conversationId, ids));
  const blocks = groupBy(ids, rows, (row) => row.conversationId);
  return blocks.map((ofOne) => ofOne.map((row) => row.partyId));
}

/** The newest message of each conversation, found by its sequence and not by sorting. */
export async function lastMessages(ctx: Ctx, ids: readonly ConversationId[]): Promise<(Message | null)[]> {
  const rows = await ctx.db
    .select({ message: messages })
    .from(conversations)
    .innerJoin(
      messages,
      and(eq(messages.conversationId, conversations.id), eq(messages.sequence, conversations.lastSequence)),
    )
    .where(anyOf(conversations.id, ids));
  const newest = new Map(rows.map(({ message }) => [message.conversationId, message]));
  return ids.map((id) => newest.get(id) ?? null);
}

/** The first message behind a sequence that the person of a chat with a shop has written; for the shop's bot. */
export async function nextFromCustomer(
  ctx: Ctx,
  conversationId: ConversationId,
  after: number,
): Promise<Message | null> {
  const [row] = await ctx.sql<RawRow[]>`
    /* message_next_from_customer */
    select ${messageRows.columns(ctx.sql)} from messages m
    where m.conversation_id = ${conversationId} and m.sequence > ${after} and m.sender_kind = 'PERSON'
    order by m.sequence limit 1`;
  return row ? messageRows.read(row) : null;
}

/** Where an inbox goes on: conversations are in the order of their last message, newest first. */
export interface InboxKey {
  readonly activeAt: Date;
  readonly conversationId: ConversationId;
}

export interface InboxRow {
  readonly conversation: Conversation;
  readonly activeAt: Date;
}

/**
 * The inbox of a person or business, without what the caller has locked away. The caller must have made sure that it is
 * theirs.
 */
export async function inboxPage(
  ctx: Ctx,
  party: PartyId,
  page: PageRequest<InboxKey>,
): Promise<Page<InboxRow>> {
  const { after } = page;
  const rows = await ctx.db
    .select({ conversation: conversations, activeAt: conversationMembers.activeAt })
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .where(
      and(
        eq(conversationMembers.partyId, party),
        sql`not exists (select from conversation_locks l
          where l.conversation_id = ${conversationMembers.conversationId} and l.person_id = ${viewerId(ctx)})`,
        after
          ? sql`(${conversationMembers.activeAt}, ${conversationMembers.conversationId}) < (${after.activeAt.toISOString()}, ${after.conversationId})`
          : undefined,
      ),
    )
    .orderBy(desc(conversationMembers.activeAt), desc(conversationMembers.conversationId))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** Which stretch of a conversation: the last ones before a sequence, or the first ones after one. */
export interface MessageRange {
  readonly limit: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly from: 'START' | 'END';
}

/** A stretch of a conversation that the caller has a seat in; always in the order of the sequence. */
export async function messagesPage(
  ctx: Ctx,
  conversationId: ConversationId,
  range: MessageRange,
): Promise<Page<Message>> {
  const { sql } = ctx;
  const rows = await sql<RawRow[]>`
    /* messages_page */
    select ${messageRows.columns(sql)} from messages m where m.conversation_id = ${conversationId}
      ${range.before === null ? sql`` : sql`and m.sequence < ${range.before}`}
      ${range.after === null ? sql`` : sql`and m.sequence > ${range.after}`}
    order by m.sequence ${range.from === 'END' ? sql`desc` : sql``} limit ${range.limit + 1}`;
  const page = pageOf(rows.map(messageRows.read), range.limit);
  return range.from === 'END' ? { ...page, rows: page.rows.toReversed() } : page;
}
