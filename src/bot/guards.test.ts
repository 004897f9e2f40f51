import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Ctx } from '../context.ts';
import { messagesByIds } from '../conversations/read.ts';
import { makeBotShop, openBotChat } from '../testing/bot-chat.ts';
import { makePerson, type TestPerson, type TestShop } from '../testing/factories.ts';
import { overtake } from '../testing/meeting.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { makeShopWorld } from '../testing/shop-world.ts';
import { answer } from './answer.ts';
import { desksByConversation, settingsByBusiness } from './read.ts';
import { setBot } from './set-bot.ts';

// The bot of this process is stopped before the races: what comes there is answered by hand.

let server: TestServer;
let shop: TestShop;
beforeAll(async () => {
  server = await startTestServer();
  await makeShopWorld(server);
  shop = await makeBotShop(server);
  await server.app.bot.stop();
});
afterAll(() => server.stop());

const system = (): Ctx => server.ctx({ kind: 'system', job: 'bot' });
const as = ({ ctx }: TestPerson) => ({ actor: ctx.actor });

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    [
      'a message that answers itself',
      'bot_answers_not_itself',
      `update bot_answers set reply_id = message_id`,
    ],
    [
      'a message that is answered twice',
      'bot_answers_pkey',
      `insert into bot_answers select * from bot_answers`,
    ],
    [
      'fewer than no misses',
      'bot_conversations_misses_not_negative',
      `update bot_conversations set misses = -1`,
    ],
    [
      'a code for a payment that is not there',
      'bot_conversations_payment_fkey',
      `update bot_conversations set challenged_payment_id = gen_random_uuid()`,
    ],
    [
      'a second watermark',
      'bot_watermark_one_row',
      `insert into bot_watermark (one, swept_to) values (false, now())`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});

describe('who comes second', () => {
  it('leaves a message that was answered meanwhile, and says nothing more', async () => {
    const asha = await makePerson(server);
    const { conversationId, send } = await openBotChat(server, shop, asha);
    const [message] = await messagesByIds(asha.ctx, [await send('hi')]);
    await server.app.sql`
      insert into bot_conversations (conversation_id, answered_sequence) values (${conversationId}, 0)`;
    const [desk] = await desksByConversation(system(), [conversationId]);
    if (!message || !desk) throw new Error('there is nothing to answer');
    await overtake(
      system(),
      (tx) => answer(tx, desk, message, null),
      () => answer(system(), desk, message, null),
    );
    const { sql } = server.app;
    const answers = sql`select from bot_answers where conversation_id = ${conversationId}`;
    const replies = sql`
      select from messages where conversation_id = ${conversationId} and sender_kind = 'BUSINESS'`;
    expect([(await answers).length, (await replies).length]).toEqual([1, 1]);
  });

  it('to set a bot keeps what the first one has set of it', async () => {
    const { id: businessId, owner } = await makeBotShop(server);
    const greeting = [{ language: 'en', text: 'Come in!' }];
    await overtake(
      system(),
      (tx) => setBot({ ...tx, ...as(owner) }, { businessId, greeting }),
      () => setBot(owner.ctx, { businessId, isEnabled: false }),
    );
    expect(await settingsByBusiness(system(), [businessId])).toMatchObject([
      { enabled: false, greeting: { en: 'Come in!' } },
    ]);
  });
});
