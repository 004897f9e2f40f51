import { afterAll, beforeAll, expect, test } from 'vitest';
import { businesses } from '../businesses/tables.ts';
import { startConversation } from '../conversations/start.ts';
import { sendMessage } from '../conversations/send.ts';
import { conversations, messages } from '../conversations/tables.ts';
import { people } from '../identity/tables.ts';
import { makePerson, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { rowsOf, type RawRow } from './rows.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const shop = await makeShop(server);
  const asha = await makePerson(server);
  const conversationId = await startConversation(asha.ctx, { businessId: shop.id });
  await sendMessage(asha.ctx, { conversationId, clientId: 'client-1', content: { text: 'Hello' } });
});
afterAll(() => server.stop());

test.each([
  ['people', people],
  ['businesses', businesses],
  ['conversations', conversations],
  ['messages', messages],
] as const)('%s read by hand are what Drizzle reads', async (name, table) => {
  const { db, sql } = server.app;
  const rows = rowsOf<typeof table>(table, 't');
  const byHand = await sql<RawRow[]>`select ${rows.columns(sql)} from ${sql(name)} t order by t.id`;
  expect(byHand.length).toBeGreaterThan(0);
  expect(byHand.map(rows.read)).toEqual(await db.select().from(table).orderBy(table.id));
});
