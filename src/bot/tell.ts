import { eq, sql } from 'drizzle-orm';
import { productsByIds } from '../catalog/read.ts';
import type { Ctx, Tx } from '../context.ts';
import { appendMessage } from '../conversations/append.ts';
import { productCard } from '../conversations/cards.ts';
import type { MessageContent } from '../conversations/content.ts';
import { blockersByConversation, type Message } from '../conversations/read.ts';
import type { MessageId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { dayIn } from '../markets/rules.ts';
import type { Plan, Reply } from './plan.ts';
import type { BotConversation, Chat } from './read.ts';
import type { Language } from './rules.ts';
import type { Done } from './run.ts';
import type { Silence } from './silence.ts';
import { botAnswers, botConversations } from './tables.ts';

export interface Told {
  readonly chat: Chat;
  readonly desk: BotConversation;
  readonly message: Message;
  readonly plan: Plan;
  readonly done: Done;
  /** Null: nothing is said. */
  readonly reply: Reply | null;
  readonly language: Language;
}

/**
 * Writes the reply, and what the bot has to remember, in one transaction. Who comes second with an answer to the same
 * message leaves it: the first one stands.
 */
export async function tell(ctx: Ctx, told: Told): Promise<void> {
  const { chat, desk, message, plan, done, reply } = told;
  await transact(ctx, async (tx) => {
    const isFirst = await note(tx, message, reply?.rule ?? plan.rule);
    if (!isFirst) {
      await remember(tx, desk, { answeredSequence: message.sequence });
      return;
    }
    if (reply) await say(tx, chat, message.id, reply);
    const today = dayIn(chat.timeZone, tx.now());
    const offer = plan.commands.find((command) => command.kind === 'offer');
    const isHandedOver = done.outcomes.some((outcome) => outcome.ok && outcome.kind === 'handOver');
    await remember(tx, desk, {
      answeredSequence: message.sequence,
      language: told.language,
      misses: plan.missed ? desk.misses + 1 : 0,
      challengedPaymentId: done.challengedPaymentId,
      offered: offer
        ? { productIds: offer.products.map((one) => one.productId), quantity: offer.quantity }
        : null,
      ...(plan.greets && { greetedOn: today }),
      ...(plan.saysAway && { awayOn: today }),
      ...(isHandedOver && { handedOverAt: tx.now() }),
    });
    if (isHandedOver) await recordHandOver(tx, chat);
  });
}

/** Lets a message pass, and says why beside it. */
export async function passOver(
  ctx: Ctx,
  desk: BotConversation,
  message: Message,
  why: Silence,
): Promise<void> {
  await transact(ctx, async (tx) => {
    await note(tx, message, why);
    await remember(tx, desk, { answeredSequence: message.sequence });
  });
}

/** False when the message was dealt with meanwhile. */
async function note(tx: Tx, message: Message, rule: string): Promise<boolean> {
  const noted = await tx.db
    .insert(botAnswers)
    .values({ messageId: message.id, conversationId: message.conversationId, rule, answeredAt: tx.now() })
    .onConflictDoNothing()
    .returning({ messageId: botAnswers.messageId });
  return noted.length > 0;
}

/** Nothing, when one side has blocked the other since the bot looked. */
async function say(tx: Tx, chat: Chat, questionId: MessageId, reply: Reply): Promise<void> {
  const { conversationId, personId, businessId } = chat;
  await tx.sql`/* bot_lock */ select from conversations where id = ${conversationId} for no key update`;
  const [blockers = []] = await blockersByConversation(tx, [conversationId]);
  if (blockers.length > 0) return;
  const said = await appendMessage(tx, {
    conversationId,
    sides: [personId, businessId],
    sender: { kind: 'BUSINESS', partyId: businessId, personId: null },
    content: await contentOf(tx, chat, reply),
  });
  await tx.db.update(botAnswers).set({ replyId: said.id }).where(eq(botAnswers.messageId, questionId));
}

async function contentOf(tx: Tx, chat: Chat, reply: Reply): Promise<MessageContent> {
  const products = await productsByIds(tx, reply.productIds);
  return {
    type: 'bot',
    rule: reply.rule,
    text: reply.text,
    products: products.flatMap((product) => (product ? [productCard(product, tx.now())] : [])),
    catalog: reply.catalog ? chat.businessId : null,
  };
}

async function remember(
  tx: Tx,
  desk: BotConversation,
  set: Partial<typeof botConversations.$inferInsert> & { readonly answeredSequence: number },
): Promise<void> {
  // Never back: somebody of the staff may have dealt with what came after.
  const answeredSequence = sql`greatest(${botConversations.answeredSequence}, ${set.answeredSequence})`;
  await tx.db
    .update(botConversations)
    .set({ ...set, answeredSequence, updatedAt: tx.now() })
    .where(eq(botConversations.conversationId, desk.conversationId));
}

async function recordHandOver(tx: Tx, { conversationId, personId, businessId }: Chat): Promise<void> {
  await record(tx, {
    type: 'bot.handed_over',
    subjectId: conversationId,
    topics: [topic.conversation(conversationId), topic.inbox(personId), topic.inbox(businessId)],
    payload: { conversationId },
  });
}
