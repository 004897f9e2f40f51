import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { makePerson, makeShop, type TestPerson } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { takeSeat } from './access.ts';
import { blockConversation, unblockConversation } from './block.ts';
import { ConversationBlockedError } from './rules.ts';
import { sendMessage } from './send.ts';
import { startConversation } from './start.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function makeChat() {
  const [shop, asha] = [await makeShop(server), await makePerson(server)];
  return { asha, sunita: shop.owner, chat: await startConversation(asha.ctx, { businessId: shop.id }) };
}

/** Whether the message got through; what else goes wrong is thrown. */
async function tell(person: TestPerson, conversationId: ConversationId): Promise<boolean> {
  try {
    await sendMessage(person.ctx, { conversationId, clientId: randomUUID(), content: { text: 'Hello' } });
    return true;
  } catch (error) {
    if (error instanceof ConversationBlockedError) return false;
    throw error;
  }
}

const lastSequence = async (person: TestPerson, chat: ConversationId) =>
  (await takeSeat(person.ctx, chat, { lock: false })).lastSequence;

/** Whether anybody waits for the row of a conversation. */
async function someoneWaits(): Promise<boolean> {
  const waiting = await server.app.sql`
    select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%conversation_lock%'`;
  return waiting.length > 0;
}

/** Runs `change` and keeps its transaction open until a message waits behind it. */
async function whileSending(
  change: typeof blockConversation,
  by: TestPerson,
  from: TestPerson,
  chat: ConversationId,
) {
  let sending: Promise<boolean> | undefined;
  await transact(by.ctx, async (tx) => {
    await change(tx, chat);
    sending = tell(from, chat);
    await vi.waitUntil(someoneWaits, { timeout: 5_000, interval: 5 });
  });
  return sending;
}

describe('a message that waits', () => {
  it('for a block to commit is refused', async () => {
    const { asha, sunita, chat } = await makeChat();
    await tell(sunita, chat);
    expect(await whileSending(blockConversation, asha, sunita, chat)).toBe(false);
    expect(await lastSequence(asha, chat)).toBe(1);
  });

  it('for an unblock to commit is sent', async () => {
    const { asha, sunita, chat } = await makeChat();
    await blockConversation(sunita.ctx, chat);
    expect(await whileSending(unblockConversation, sunita, asha, chat)).toBe(true);
    expect(await lastSequence(asha, chat)).toBe(1);
  });
});

describe('a block among many messages', () => {
  it('has none behind it', async () => {
    for (let round = 0; round < 5; round++) {
      const { asha, sunita, chat } = await makeChat();
      const sending = Array.from({ length: 12 }, (_, n) => tell(n % 2 ? asha : sunita, chat));
      await blockConversation(asha.ctx, chat);
      const atBlock = await lastSequence(asha, chat);
      const through = (await Promise.all(sending)).filter((sent) => sent).length;
      expect([through, await lastSequence(asha, chat)]).toEqual([atBlock, atBlock]);
    }
  });
});
