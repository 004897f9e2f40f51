import type { Ctx } from '../context.ts';
import type { BusinessId, ConversationId, PersonId } from '../db/id.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import { botConversations, botSettings, type BotConversation, type BotSettings } from './tables.ts';

export type { BotConversation, BotSettings };

/** What the bot has to know of a chat before it reads a message. */
export interface Chat {
  readonly conversationId: ConversationId;
  readonly personId: PersonId;
  readonly businessId: BusinessId;
  readonly shopName: string;
  readonly country: string;
  readonly timeZone: string;
  /** The customer's, as a BCP 47 tag. */
  readonly language: string;
  readonly isBlocked: boolean;
  /** When somebody of the staff last wrote here, as far as the last messages tell. */
  readonly humanWroteAt: Date | null;
  readonly settings: Settings;
}

export type Settings = Pick<BotSettings, 'enabled' | 'greeting' | 'away' | 'replies'>;

/** A shop that has set nothing: its bot is off, and has the house's own words. */
export const HOUSE_SETTINGS: Settings = { enabled: false, greeting: {}, away: {}, replies: [] };

/** How far back it looks for a human: what was said before that is another talk. */
const LOOKS_BACK = 50;

interface ChatRow extends Omit<Chat, 'humanWroteAt' | 'settings'> {
  readonly humanWroteAt: string | null;
  readonly enabled: boolean | null;
  readonly greeting: Settings['greeting'];
  readonly away: Settings['away'];
  readonly replies: Settings['replies'];
}

/** Null for what is no everyday chat with a shop: two people, a ticket's thread. For the bot and for who has a seat. */
export async function chatsByIds(ctx: Ctx, ids: readonly ConversationId[]): Promise<(Chat | null)[]> {
  const rows = await ctx.sql<ChatRow[]>`
    /* bot_chats */
    select c.id as "conversationId", c.person_id as "personId", c.business_id as "businessId", b.name as "shopName",
           b.country, m.time_zone as "timeZone", p.language,
           exists (select from conversation_blocks k where k.conversation_id = c.id) as "isBlocked",
           (select max(h.sent_at) from messages h
            where h.conversation_id = c.id and h.sequence > c.last_sequence - ${LOOKS_BACK}
              and h.sender_kind = 'BUSINESS' and h.sender_person_id is not null) as "humanWroteAt",
           s.enabled, s.greeting, s.away, s.replies
    from conversations c join businesses b on b.id = c.business_id join markets m on m.country = b.country
    join people p on p.id = c.person_id left join bot_settings s on s.business_id = b.id
    where c.id = any(${[...ids]}) and c.ticket_id is null`;
  const found = new Map(rows.map((row) => [row.conversationId, chatFrom(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

function chatFrom({ humanWroteAt, enabled, greeting, away, replies, ...chat }: ChatRow): Chat {
  return {
    ...chat,
    humanWroteAt: humanWroteAt === null ? null : new Date(humanWroteAt),
    settings: enabled === null ? HOUSE_SETTINGS : { enabled, greeting, away, replies },
  };
}

const settingsRows = rowsOf(botSettings, 's');
const deskRows = rowsOf(botConversations, 'b');

/** The bots of shops, as their staff has set them. */
export async function settingsByBusiness(ctx: Ctx, ids: readonly BusinessId[]): Promise<Settings[]> {
  const rows = await ctx.sql<RawRow[]>`
    /* bot_settings */
    select ${settingsRows.columns(ctx.sql)} from bot_settings s where s.business_id = any(${[...ids]})`;
  const found = new Map(rows.map(settingsRows.read).map((row) => [row.businessId, row]));
  return ids.map((id) => found.get(id) ?? HOUSE_SETTINGS);
}

/** Where the bot stands in each conversation; null where it has not been. */
export async function desksByConversation(
  ctx: Ctx,
  ids: readonly ConversationId[],
): Promise<(BotConversation | null)[]> {
  const rows = await ctx.sql<RawRow[]>`
    /* bot_desks */
    select ${deskRows.columns(ctx.sql)} from bot_conversations b where b.conversation_id = any(${[...ids]})`;
  const found = new Map(rows.map(deskRows.read).map((row) => [row.conversationId, row]));
  return ids.map((id) => found.get(id) ?? null);
}
