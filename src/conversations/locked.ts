import { requirePerson, viewerId, type Ctx } from '../context.ts';
import type { ConversationId } from '../db/id.ts';
import { proveChatPassword } from '../locks/chat-password.ts';
import { passwordInput } from '../locks/passwords.ts';
import { parseInput } from '../text.ts';

/** At most so many are shown at once. */
const SHOWN = 500;

/** What a person sees of their locked conversations once they have given the password. */
export interface LockedConversation {
  readonly conversationId: ConversationId;
  /** Of the other side; null for the platform. */
  readonly name: string | null;
  readonly unreadCount: number;
  readonly activeAt: Date;
}

/** How many conversations the caller has locked away. */
export async function countLocked(ctx: Ctx): Promise<number> {
  const [row] = await ctx.sql<{ count: number }[]>`
    /* conversations_locked_count */
    select count(*)::int as count from conversation_locks where person_id = ${viewerId(ctx)}`;
  return row?.count ?? 0;
}

export async function lockedConversationIds(ctx: Ctx): Promise<ConversationId[]> {
  const rows = await ctx.sql<{ id: ConversationId }[]>`
    /* conversations_locked */
    select conversation_id as id from conversation_locks where person_id = ${viewerId(ctx)}`;
  return rows.map(({ id }) => id);
}

/** Shows the caller which conversations they have locked away, the last active first. They stay locked. */
export async function openLocked(
  ctx: Ctx,
  input: { readonly password: string },
): Promise<readonly LockedConversation[]> {
  const { personId: me } = requirePerson(ctx);
  const { password } = parseInput(passwordInput, input);
  await proveChatPassword(ctx, me, password);
  const rows = await ctx.sql<(Omit<LockedConversation, 'activeAt'> & { activeAt: string })[]>`
    /* conversations_locked_open */
    select c.id as "conversationId", coalesce(b.name, p.name) as name,
           greatest(c.last_sequence - m.read_sequence, 0)::int as "unreadCount", m.active_at as "activeAt"
    from conversation_locks l join conversations c on c.id = l.conversation_id
    join conversation_members m on m.conversation_id = c.id and m.party_id = l.person_id
    left join businesses b on b.id = c.business_id
    left join people p on p.id = case when c.person_id = ${me} then c.other_person_id else c.person_id end
    where l.person_id = ${me} order by m.active_at desc, c.id desc limit ${SHOWN}`;
  return rows.map((row) => ({ ...row, activeAt: new Date(row.activeAt) }));
}
