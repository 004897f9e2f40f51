import { requirePerson, type Ctx, type Tx } from '../context.ts';
import type { ConversationId, PersonId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic, type EventType } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { signedInAt } from '../identity/read.ts';
import {
  forgetChatPassword,
  holdChatPassword,
  proveChatPassword,
  proveOrSetChatPassword,
} from '../locks/chat-password.ts';
import { passwordInput } from '../locks/passwords.ts';
import { SignInAgainError, isFreshSignIn } from '../locks/rules.ts';
import { parseInput } from '../text.ts';
import { takeSeat } from './access.ts';

export interface ChatLock {
  readonly conversationId: ConversationId;
  readonly password: string;
}

/**
 * Locks one of the caller's conversations away, on all of their devices. The first password that a person gives becomes
 * theirs. The other side knows nothing of it, and what it sends still comes in.
 */
export async function lockConversation(ctx: Ctx, input: ChatLock): Promise<void> {
  const { conversationId } = input;
  // Before the password: what is not theirs to lock sets none.
  const personId = await requireOwn(ctx, conversationId, { lock: false });
  const { password } = parseInput(passwordInput, input);
  const passwordHash = await proveOrSetChatPassword(ctx, personId, password);
  await transact(ctx, async (tx) => {
    // Locked, so that what is being sent is in before the lock, and nothing after it.
    await requireOwn(tx, conversationId, { lock: true });
    await holdChatPassword(tx, personId, passwordHash);
    const locked = await tx.sql`
      insert into conversation_locks (person_id, conversation_id, created_at)
      values (${personId}, ${conversationId}, ${tx.now().toISOString()})
      on conflict do nothing`;
    if (locked.count > 0) await recordLock(tx, 'conversation.locked', personId, conversationId);
  });
}

/** Brings a conversation back to the caller's lists. One that is not locked stays as it is. */
export async function unlockConversation(ctx: Ctx, input: ChatLock): Promise<void> {
  const { conversationId } = input;
  const { password } = parseInput(passwordInput, input);
  const personId = await requireOwn(ctx, conversationId, { lock: false });
  // Nobody's password: nothing is locked.
  if ((await proveChatPassword(ctx, personId, password)) === null) return;
  await transact(ctx, async (tx) => {
    await requireOwn(tx, conversationId, { lock: true });
    const unlocked = await tx.sql`
      delete from conversation_locks where person_id = ${personId} and conversation_id = ${conversationId}`;
    if (unlocked.count > 0) await recordLock(tx, 'conversation.unlocked', personId, conversationId);
  });
}

/**
 * For who has forgotten the password: all of the caller's conversations are unlocked and it counts no more. Only for a
 * session that has just signed in, and so holds the phone.
 */
export async function resetConversationLocks(ctx: Ctx): Promise<void> {
  const { personId, sessionId } = requirePerson(ctx);
  const since = await signedInAt(ctx, sessionId);
  if (!since || !isFreshSignIn(since, ctx.now())) throw new SignInAgainError();
  await transact(ctx, async (tx) => {
    // First, so that a lock that is being made is either gone with it or refused.
    await forgetChatPassword(tx, personId);
    const unlocked = await tx.sql<{ id: ConversationId }[]>`
      delete from conversation_locks where person_id = ${personId} returning conversation_id as id`;
    for (const { id } of unlocked) await recordLock(tx, 'conversation.unlocked', personId, id);
  });
}

/** The caller, when they sit in it as a person: a shop's desk has nothing to lock. */
async function requireOwn(
  ctx: Ctx,
  conversationId: ConversationId,
  { lock }: { lock: boolean },
): Promise<PersonId> {
  const { sender } = await takeSeat(ctx, conversationId, { lock, evenLocked: true });
  if (sender.kind !== 'PERSON') throw new NotFoundError('conversation of your own', ['conversationId']);
  return sender.partyId;
}

/** Only the person is told, on all their devices; numbered among their own events, since the other side must not learn. */
function recordLock(
  tx: Tx,
  type: Extract<EventType, 'conversation.locked' | 'conversation.unlocked'>,
  personId: PersonId,
  conversationId: ConversationId,
): Promise<void> {
  return record(tx, {
    type,
    subjectId: personId,
    topics: [topic.access(personId), topic.inbox(personId)],
    payload: { conversationId },
  });
}
