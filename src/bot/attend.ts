import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { nextFromCustomer } from '../conversations/read.ts';
import type { ConversationId, MessageId } from '../db/id.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import { answer } from './answer.ts';
import { ATTENDS_MS } from './limits.ts';
import { botConversations, type BotConversation } from './tables.ts';

/** A conversation in which a customer has written. */
export interface Attention {
  readonly conversationId: ConversationId;
  /** Of the message that is new, or of the oldest one that was missed. */
  readonly sequence: number;
  readonly codeOf: (message: MessageId) => string | null;
}

/**
 * Answers what is new in a conversation, in the order of its messages. One process at a time is at it, by a lease that
 * ends with the process: who finds another there leaves, since that one looks again before it goes. So does who has lost
 * the lease: it took too long for a message, and was taken for dead.
 */
export async function attend(ctx: Ctx, { conversationId, sequence, codeOf }: Attention): Promise<void> {
  let desk = await takeDesk(ctx, conversationId, sequence);
  while (desk) {
    for (let next = await nextOf(ctx, desk); next; next = await nextOf(ctx, desk)) {
      await answer(ctx, desk, next, codeOf(next.id));
      desk = await keepDesk(ctx, desk);
      if (!desk) return;
    }
    await leaveDesk(ctx, desk);
    // What came while the desk was being left found it taken.
    const missed: Awaited<ReturnType<typeof nextOf>> = await nextOf(ctx, desk);
    desk = missed ? await takeDesk(ctx, conversationId, missed.sequence) : null;
  }
}

function nextOf(ctx: Ctx, { conversationId, answeredSequence }: BotConversation) {
  return nextFromCustomer(ctx, conversationId, answeredSequence);
}

const rows = rowsOf(botConversations, 'b');

/** Null when somebody else has it, or when the shop has no bot (any more). */
async function takeDesk(
  ctx: Ctx,
  conversationId: ConversationId,
  sequence: number,
): Promise<BotConversation | null> {
  const now = ctx.now();
  const until = new Date(now.getTime() + ATTENDS_MS);
  const [row] = await ctx.sql<RawRow[]>`
    /* bot_desk_take */
    insert into bot_conversations as b (conversation_id, answered_sequence, attended_until, updated_at)
    select c.id, ${sequence - 1}, ${until.toISOString()}, ${now.toISOString()}
    from conversations c join bot_settings s on s.business_id = c.business_id and s.enabled
    where c.id = ${conversationId} and c.ticket_id is null
    on conflict (conversation_id) do update set attended_until = excluded.attended_until
      where b.attended_until is null or b.attended_until <= ${now.toISOString()}
    returning ${rows.columns(ctx.sql)}`;
  return row ? rows.read(row) : null;
}

/** As the answer has left it, for the next message; null when somebody else has it by now. */
async function keepDesk(
  ctx: Ctx,
  { conversationId, attendedUntil }: BotConversation,
): Promise<BotConversation | null> {
  if (!attendedUntil) return null;
  const until = new Date(ctx.now().getTime() + ATTENDS_MS);
  const [row] = await ctx.sql<RawRow[]>`
    /* bot_desk_keep */
    update bot_conversations b set attended_until = ${until.toISOString()}
    where b.conversation_id = ${conversationId} and b.attended_until = ${attendedUntil.toISOString()}
    returning ${rows.columns(ctx.sql)}`;
  return row ? rows.read(row) : null;
}

async function leaveDesk(ctx: Ctx, { conversationId, attendedUntil }: BotConversation): Promise<void> {
  await ctx.db
    .update(botConversations)
    .set({ attendedUntil: null })
    .where(
      and(
        eq(botConversations.conversationId, conversationId),
        attendedUntil ? eq(botConversations.attendedUntil, attendedUntil) : sql`false`,
      ),
    );
}
