import { and, asc, desc, eq, gt, lt, or, sql, type SQL } from 'drizzle-orm';
import { staffOf } from '../businesses/read.ts';
import { viewerId, type Ctx, type PartyId } from '../context.ts';
import type { ConversationId, MessageId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import {
  conversationMembers,
  conversations,
  messages,
  type Conversation,
  type ConversationMember,
  type Message,
} from './tables.ts';

export type { Conversation, ConversationMember, Message };

/** Only the conversations in which the caller, or a business whose staff they are, has a seat. */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  const me = viewerId(ctx);
  if (!me) return sql`false`;
  return or(
    eq(conversations.personId, me),
    eq(conversations.otherPersonId, me),
    staffOf(conversations.businessId, me),
  );
}

export async function conversationsByIds(
  ctx: Ctx,
  ids: readonly ConversationId[],
): Promise<(Conversation | null)[]> {
  const rows = await ctx.db
    .select()
    .from(conversations)
    .where(and(anyOf(conversations.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** Messages of conversations that the caller may see. */
export async function messagesByIds(ctx: Ctx, ids: readonly MessageId[]): Promise<(Message | null)[]> {
  const rows = await ctx.db
    .select({ message: messages })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(and(anyOf(messages.id, ids), mine(ctx)));
  return byId(
    ids,
    rows.map((row) => row.message),
  );
}

/** The message that the caller's device has called so, if it was sent before. */
export async function messageByClientId(
  ctx: Ctx,
  conversationId: ConversationId,
  clientId: string,
): Promise<Message | null> {
  const me = viewerId(ctx);
  if (!me) return null;
  const [row] = await ctx.db
    .select({ message: messages })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.senderPersonId, me),
        eq(messages.clientId, clientId),
        mine(ctx),
      ),
    );
  return row?.message ?? null;
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

/** Where an inbox goes on: conversations are in the order of their last message, newest first. */
export interface InboxKey {
  readonly activeAt: Date;
  readonly conversationId: ConversationId;
}

export interface InboxRow {
  readonly conversation: Conversation;
  readonly activeAt: Date;
}

/** The inbox of a person or business. The caller must have made sure that it is theirs. */
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
  const rows = await ctx.db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        range.before === null ? undefined : lt(messages.sequence, range.before),
        range.after === null ? undefined : gt(messages.sequence, range.after),
      ),
    )
    .orderBy(range.from === 'END' ? desc(messages.sequence) : asc(messages.sequence))
    .limit(range.limit + 1);
  const page = pageOf(rows, range.limit);
  return range.from === 'END' ? { ...page, rows: page.rows.toReversed() } : page;
}
