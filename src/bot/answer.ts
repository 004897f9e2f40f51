import { onBehalfOf, type Ctx } from '../context.ts';
import type { Message } from '../conversations/read.ts';
import { featuresMissing } from '../markets/require-feature.ts';
import { paymentsByIds } from '../payments/read.ts';
import { decide } from './decide.ts';
import { HIDDEN_CODE } from './hide-code.ts';
import { look } from './look.ts';
import { chatsByIds, type BotConversation, type Chat } from './read.ts';
import { readMessage } from './read-message.ts';
import { replyTo } from './reply.ts';
import { botLanguage, type Intent, type Language, type Reading } from './rules.ts';
import { run } from './run.ts';
import { waitsForCode } from './run-order.ts';
import { silenceOf } from './silence.ts';
import { passOver, tell } from './tell.ts';

/** Deals with one message of a customer: a reply at most, or a reason for none, is written down beside it. */
export async function answer(
  ctx: Ctx,
  found: BotConversation,
  message: Message,
  code: string | null,
): Promise<void> {
  const desk = await withoutOldChallenge(ctx, found);
  const [chat = null] = await chatsByIds(ctx, [desk.conversationId]);
  const words = message.content.type === 'text' ? message.content.text : null;
  const hasWords = words !== null;
  const isCode = code !== null && desk.challengedPaymentId !== null;
  const { sentAt } = message;
  const asked = { chat, desk, hasWords, isCode, sentAt, isOffered: await isOffered(ctx, chat) };
  const silence = silenceOf(asked, ctx.now());
  if (!chat || words === null || silence) {
    await passOver(ctx, desk, message, silence ?? 'no_words');
    return;
  }
  const customer = onBehalfOf(ctx, chat.personId);
  const meant = meaningOf(chat, desk, { words, code });
  const state = await look(customer, chat, desk, meant);
  const plan = decide(state, meant.intent);
  const errand = { ctx: customer, chat, desk, language: meant.language, messageId: message.id, words };
  const done = await run(errand, plan.commands);
  const reply = replyTo(state, plan, done.outcomes);
  await tell(ctx, { chat, desk, message, plan, done, reply, language: meant.language });
}

/** A payment that was settled, or given up, without the bot waits for no code. */
async function withoutOldChallenge(ctx: Ctx, desk: BotConversation): Promise<BotConversation> {
  if (!desk.challengedPaymentId) return desk;
  const [payment] = await paymentsByIds(ctx, [desk.challengedPaymentId]);
  return payment && waitsForCode(payment) ? desk : { ...desk, challengedPaymentId: null };
}

async function isOffered(ctx: Ctx, chat: Chat | null): Promise<boolean> {
  if (!chat) return false;
  const { businessId, personId: user } = chat;
  const [missing] = await featuresMissing(ctx, [{ market: { businessId }, user, feature: 'BOT' }]);
  return missing === null;
}

/** What the words want, in which language to answer: that of the words, of those before, or the customer's own. */
function meaningOf(
  chat: Chat,
  desk: BotConversation,
  { words, code }: { readonly words: string; readonly code: string | null },
): { readonly intent: Intent; readonly language: Language } {
  const usual = botLanguage(desk.language ?? chat.language);
  // A code that went with the process which had it is asked for again. Without a payment that waits for it, dots, which
  // anybody can write, must not order nor pay anything: where the order is, is all that they are told.
  if (words === HIDDEN_CODE && code === null) {
    const intent: Intent = desk.challengedPaymentId ? { kind: 'pay', method: null } : { kind: 'status' };
    return { intent, language: usual };
  }
  const reading: Reading = {
    language: usual,
    customKeywords: chat.settings.replies.map(({ keywords }) => keywords),
    expects: desk.challengedPaymentId ? 'CODE' : desk.offered ? 'CHOICE' : null,
  };
  const { intent, language } = readMessage(code ?? words, reading);
  return { intent, language: language ?? usual };
}
