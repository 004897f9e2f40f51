import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCart, pricedLines } from '../carts/read.ts';
import { addCartLine } from '../carts/change.ts';
import { systemContext, type Ctx } from '../context.ts';
import { blockConversation } from '../conversations/block.ts';
import { messagesByIds } from '../conversations/read.ts';
import type { ConversationId } from '../db/id.ts';
import { makeBotShop, openBotChat } from '../testing/bot-chat.ts';
import { makeCard, makePerson, type TestPerson } from '../testing/factories.ts';
import { overtake } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { answer } from './answer.ts';
import { attend } from './attend.ts';
import { ANSWERS_WITHIN_MS, ATTENDS_MS, MISSED_AFTER_MS } from './limits.ts';
import { chatsByIds, desksByConversation, type BotConversation } from './read.ts';
import { run } from './run.ts';
import { sweep } from './sweep.ts';

// The process that took the messages has died: its bot is stopped before it could answer.

let server: TestServer;
let shop: Awaited<ReturnType<typeof makeBotShop>>;
beforeAll(async () => {
  server = await startTestServer();
  shop = await makeBotShop(server);
  await server.app.bot.stop();
});
afterAll(() => server.stop());

/** The house as it is some time later. */
function later(ms: number): Ctx {
  const now = () => new Date(Date.now() + ms);
  return { ...systemContext(server.app, 'bot.sweep'), now };
}

const SOON = MISSED_AFTER_MS + 1_000;

async function newChat() {
  const asha = await makePerson(server);
  return { asha, chat: await openBotChat(server, shop, asha) };
}

async function milkOf(asha: TestPerson): Promise<number> {
  const cart = await openCart(asha.ctx, asha.id, shop.id);
  const lines = cart ? await pricedLines(asha.ctx, cart.id) : [];
  return lines.reduce((sum, { product, quantity }) => sum + (product.name === 'Milk' ? quantity : 0), 0);
}

/** The bot's place in a conversation where it has not been yet. */
async function freshDesk(conversationId: ConversationId): Promise<BotConversation> {
  await server.app.sql`
    insert into bot_conversations (conversation_id, answered_sequence) values (${conversationId}, 0)`;
  const [desk] = await desksByConversation(later(0), [conversationId]);
  if (!desk) throw new Error('there is no desk');
  return desk;
}

const repliesIn = async (conversationId: string) =>
  (
    await server.app.sql`
      select from messages where conversation_id = ${conversationId} and sender_kind = 'BUSINESS'`
  ).length;

it('answers what a dead process left, in its order, and each message once however many sweep', async () => {
  const { asha, chat } = await newChat();
  const ids = [];
  for (const text of ['2 milk', '3 milk', 'remove milk', '1 milk']) ids.push(await chat.send(text));
  await Promise.all([sweep(later(SOON)), sweep(later(SOON)), sweep(later(SOON))]);
  const rules = [];
  for (const id of ids) rules.push((await chat.dealt(id)).rule);
  expect(rules).toEqual(['added', 'added', 'removed', 'added']);
  expect(await milkOf(asha)).toBe(1);
  expect(await repliesIn(chat.conversationId)).toBe(4);
});

it.each([
  [
    ['hi', 'hi'],
    ['greeting', 'catalog'],
  ],
  [
    ['4 rice', '1'],
    ['near_misses', 'added'],
  ],
  [
    ['qwrtzp lkjhgf mnbvc', 'qwrtzp lkjhgf mnbvc'],
    ['not_understood', 'handed_over'],
  ],
])('knows at %j what it has just answered', async (texts, rules) => {
  const { chat } = await newChat();
  const ids = [];
  for (const text of texts) ids.push(await chat.send(text));
  await sweep(later(SOON));
  const fired = [];
  for (const id of ids) fired.push((await chat.dealt(id)).rule);
  expect(fired).toEqual(rules);
});

it('leaves what has just come to the process that took it', async () => {
  const { chat } = await newChat();
  const id = await chat.send('hi');
  await sweep(later(0));
  expect(await server.app.sql`select from bot_answers where message_id = ${id}`).toHaveLength(0);
  await sweep(later(SOON));
  await chat.dealt(id);
});

it('does nothing twice of what had been done before the answer was written', async () => {
  const { asha, chat } = await newChat();
  const id = await chat.send('2 milk');
  const milk = shop.products[3];
  if (!milk) throw new Error('the shop has no milk');
  await addCartLine(asha.ctx, {
    productId: milk.id,
    quantity: 2,
    idempotencyKey: `bot:${id}:add:${milk.id}`,
  });
  await sweep(later(SOON));
  expect(await chat.dealt(id)).toMatchObject({ rule: 'added' });
  expect(await milkOf(asha)).toBe(2);
});

it('pays what a dead process had ordered for the same message', async () => {
  const { asha, chat } = await newChat();
  await makeCard(asha);
  const milk = shop.products[3];
  if (!milk) throw new Error('the shop has no milk');
  await addCartLine(asha.ctx, { productId: milk.id, quantity: 1 });
  const id = await chat.send('pay');
  const desk = await freshDesk(chat.conversationId);
  const [talk] = await chatsByIds(later(0), [chat.conversationId]);
  if (!talk) throw new Error('there is no chat');
  const errand = { ctx: asha.ctx, chat: talk, desk, language: 'en', messageId: id, words: 'pay' } as const;
  await run(errand, [{ kind: 'place' }]);
  await sweep(later(SOON));
  expect(await chat.dealt(id)).toMatchObject({ rule: 'paid' });
});

it('says nothing to who has blocked the shop while it was at their message', async () => {
  const { asha, chat } = await newChat();
  const id = await chat.send('hi');
  const desk = await freshDesk(chat.conversationId);
  const [message] = await messagesByIds(asha.ctx, [id]);
  if (!message) throw new Error('there is no message');
  // It has looked by then, and waits for the conversation.
  await overtake(
    asha.ctx,
    (tx) => blockConversation(tx, chat.conversationId),
    () => answer(later(0), desk, message, null),
  );
  expect(await repliesIn(chat.conversationId)).toBe(0);
});

it('does not go back behind what a human has dealt with', async () => {
  const { asha, chat } = await newChat();
  const id = await chat.send('hi');
  const desk = await freshDesk(chat.conversationId);
  const [message] = await messagesByIds(asha.ctx, [id]);
  if (!message) throw new Error('there is no message');
  await chat.send('2 milk');
  await server.app.sql`
    update bot_conversations set answered_sequence = 2 where conversation_id = ${chat.conversationId}`;
  await answer(later(0), desk, message, null);
  const [after] = await desksByConversation(later(0), [chat.conversationId]);
  expect(after?.answeredSequence).toBe(2);
});

it('goes on with the others when it fails in one conversation', async () => {
  const [broken, whole] = [await newChat(), await newChat()];
  await broken.chat.send('hi');
  const id = await whole.chat.send('hi');
  // What no version of the house has written: nobody can read it.
  await server.app.sql`
    insert into bot_conversations (conversation_id, answered_sequence, offered)
    values (${broken.chat.conversationId}, 0, '{"productIds": "none"}')`;
  await sweep(later(SOON));
  expect(await whole.chat.dealt(id)).toMatchObject({ rule: 'greeting' });
  await server.app.sql`
    update bot_conversations set offered = null where conversation_id = ${broken.chat.conversationId}`;
});

it('waits for one that is at it, and takes it for dead after a while', async () => {
  const { chat } = await newChat();
  const id = await chat.send('hi');
  await server.app.sql`
    insert into bot_conversations (conversation_id, answered_sequence, attended_until)
    values (${chat.conversationId}, 0, ${new Date(Date.now() + ATTENDS_MS).toISOString()})`;
  await sweep(later(SOON));
  expect(await server.app.sql`select from bot_answers where message_id = ${id}`).toHaveLength(0);
  await sweep(later(ATTENDS_MS + SOON));
  expect(await chat.dealt(id)).toMatchObject({ rule: 'greeting' });
});

it('two at one message: one of them answers', async () => {
  const { asha, chat } = await newChat();
  const id = await chat.send('2 milk');
  const { conversationId } = chat;
  const attending = { conversationId, sequence: 1, codeOf: () => null };
  await Promise.all(Array.from({ length: 5 }, () => attend(later(0), attending)));
  expect(await chat.dealt(id)).toMatchObject({ rule: 'added' });
  expect(await milkOf(asha)).toBe(2);
  expect(await repliesIn(conversationId)).toBe(1);
});

it('lets pass what is older than the answer window', async () => {
  const { asha, chat } = await newChat();
  const id = await chat.send('2 milk');
  await server.app.sql`
    update messages set sent_at = ${new Date(Date.now() - ANSWERS_WITHIN_MS - 60_000).toISOString()} where id = ${id}`;
  await sweep(later(SOON));
  expect(await chat.dealt(id)).toEqual({ rule: 'too_old', reply: null });
  expect(await milkOf(asha)).toBe(0);
});
