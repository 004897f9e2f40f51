import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { setBot } from '../bot/set-bot.ts';
import { startConversation } from '../conversations/start.ts';
import { sendMessage } from '../conversations/send.ts';
import type { Ctx } from '../context.ts';
import type { MessageContent } from '../conversations/content.ts';
import type { ConversationId, MessageId } from '../db/id.ts';
import { makeShop, makeProduct, type TestPerson, type TestProduct, type TestShop } from './factories.ts';
import type { TestServer } from './server.ts';

export type BotWords = Extract<MessageContent, { type: 'bot' }>;

/** What became of a message. */
export interface Dealt {
  readonly rule: string;
  /** Null when the bot was silent. */
  readonly reply: BotWords | null;
}

/** A customer's chat with a shop whose bot is on. */
export interface BotChat {
  readonly conversationId: ConversationId;
  /** Sends words and waits for what the bot makes of them. */
  says(text: string): Promise<Dealt>;
  /** Sends words, and does not wait. */
  send(text: string): Promise<MessageId>;
  /** Somebody else of the conversation says something. */
  sendFrom(ctx: Ctx, text: string): Promise<MessageId>;
  /** What was written on a side, as it is kept; the newest first. */
  texts(side: 'PERSON' | 'BUSINESS'): Promise<string[]>;
  /** Waits for what the bot makes of a message. */
  dealt(messageId: MessageId): Promise<Dealt>;
}

/** A grocer in India whose bot is on. */
export async function makeBotShop(
  server: TestServer,
  names: readonly string[] = ['Tomato', 'Basmati Rice', 'Brown Rice', 'Milk'],
): Promise<TestShop & { readonly products: readonly TestProduct[] }> {
  const shop = await makeShop(server);
  await setBot(shop.owner.ctx, { businessId: shop.id, isEnabled: true });
  const products = [];
  for (const name of names) products.push(await makeProduct(shop, { name }));
  return { ...shop, products };
}

export async function openBotChat(
  server: TestServer,
  shop: TestShop,
  customer: TestPerson,
): Promise<BotChat> {
  const conversationId = await startConversation(customer.ctx, { businessId: shop.id });

  async function sendFrom(ctx: Ctx, text: string): Promise<MessageId> {
    const input = { conversationId, clientId: randomUUID(), content: { text } };
    return (await sendMessage(ctx, input)).id;
  }

  const send = (text: string) => sendFrom(customer.ctx, text);

  async function texts(side: 'PERSON' | 'BUSINESS'): Promise<string[]> {
    const rows = await server.app.sql<{ text: string | null }[]>`
      select content ->> 'text' as text from messages
      where conversation_id = ${conversationId} and sender_kind = ${side} order by sequence desc`;
    return rows.map(({ text }) => text ?? '');
  }

  async function dealt(messageId: MessageId): Promise<Dealt> {
    const answers = () => server.app.sql<{ rule: string; content: BotWords | null }[]>`
      select a.rule, m.content from bot_answers a left join messages m on m.id = a.reply_id
      where a.message_id = ${messageId}`;
    const [answer] = await vi.waitUntil(
      async () => {
        const found = await answers();
        return found.length > 0 && found;
      },
      { timeout: 15_000 },
    );
    return { rule: answer?.rule ?? '', reply: answer?.content ?? null };
  }

  return { conversationId, send, sendFrom, texts, dealt, says: async (text) => dealt(await send(text)) };
}
