import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeBotShop, openBotChat } from '../testing/bot-chat.ts';
import { rulesFinding } from '../testing/doctor.ts';
import { makePerson } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { BOT_BREAKAGES } from './breakages-bot.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const chat = await openBotChat(server, await makeBotShop(server), await makePerson(server));
  for (const text of ['hi', 'cart', 'human please', 'hi']) await chat.says(text);
  // What is in the outbox is stamped in a moment; the statements change the log.
  await vi.waitUntil(async () => (await server.app.sql`select from outbox limit 1`).length === 0);
});
afterAll(() => server.stop());

describe.each(Object.entries(BOT_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(server.app.sql, statements(null))).toEqual([rule]);
  });
});
