import type { Ctx } from '../context.ts';
import { firstIdAt, type ConversationId } from '../db/id.ts';
import { attend } from './attend.ts';
import { ANSWERS_WITHIN_MS, MISSED_AFTER_MS, SWEEP_OVERLAP_MS } from './limits.ts';

/** How many conversations are attended to side by side. */
const AT_ONCE = 10;

interface Missed {
  readonly conversationId: ConversationId;
  readonly sequence: bigint;
}

/**
 * Finds customers' messages that nobody has attended to, because the process that took them died or lost its way, and
 * has them answered. Writing down each message for it would cost every chat a row; this reads the latest ones again.
 */
export async function sweep(ctx: Ctx): Promise<void> {
  const now = ctx.now().getTime();
  const upTo = new Date(now - MISSED_AFTER_MS);
  const [last] = await ctx.sql<{ sweptTo: string }[]>`select swept_to as "sweptTo" from bot_watermark`;
  const sweptTo = last ? Date.parse(last.sweptTo) - SWEEP_OVERLAP_MS : 0;
  const missed = await missedSince(ctx, new Date(Math.max(sweptTo, now - ANSWERS_WITHIN_MS)), upTo);
  for (let start = 0; start < missed.length; start += AT_ONCE) {
    await Promise.all(missed.slice(start, start + AT_ONCE).map((one) => attendTo(ctx, one)));
  }
  await ctx.sql`
    /* bot_swept */
    update bot_watermark set swept_to = greatest(swept_to, ${upTo.toISOString()})`;
}

/** What goes wrong in one conversation is no matter of the others. */
async function attendTo(ctx: Ctx, { conversationId, sequence }: Missed): Promise<void> {
  try {
    // A code is in no database: who wrote one is asked for it again.
    await attend(ctx, { conversationId, sequence: Number(sequence), codeOf: () => null });
  } catch (error) {
    ctx.log.warn({ err: error, conversationId }, 'the bot failed; the next sweep tries again');
  }
}

/** Ids of messages begin with their time, so that a stretch of time is a stretch of the primary key. */
function missedSince(ctx: Ctx, since: Date, upTo: Date): Promise<Missed[]> {
  return ctx.sql<Missed[]>`
    /* bot_sweep */
    select m.conversation_id as "conversationId", min(m.sequence) as sequence
    from messages m join conversations c on c.id = m.conversation_id
    join bot_settings s on s.business_id = c.business_id and s.enabled
    left join bot_conversations b on b.conversation_id = c.id
    where m.id >= ${firstIdAt(since)} and m.id < ${firstIdAt(upTo)}
      and m.sender_kind = 'PERSON' and c.ticket_id is null and m.sequence > coalesce(b.answered_sequence, 0)
      and not exists (select from bot_answers a where a.message_id = m.id)
    group by m.conversation_id`;
}
