import { randomUUID } from 'node:crypto';
import { sendMessage } from '../conversations/send.ts';
import { startConversation } from '../conversations/start.ts';
import { systemContext, type Ctx } from '../context.ts';
import type { BusinessId, ConversationId } from '../db/id.ts';
import { makePerson, makeShop, type TestPerson, type TestShop } from './factories.ts';
import type { TestServer } from './server.ts';

/** A chat of a customer with a shop, in which either side says something. */
export interface ShopChat {
  readonly shop: TestShop;
  readonly customer: TestPerson;
  readonly conversationId: ConversationId;
  ask(): Promise<unknown>;
  answer(times?: number): Promise<void>;
}

export async function makeShopChat(server: TestServer, given?: TestShop): Promise<ShopChat> {
  const shop = given ?? (await makeShop(server));
  const customer = await makePerson(server);
  const conversationId = await startConversation(customer.ctx, { businessId: shop.id });
  const say = (ctx: Ctx) =>
    sendMessage(ctx, { conversationId, clientId: randomUUID(), content: { text: 'Hello' } });
  return {
    shop,
    customer,
    conversationId,
    ask: () => say(customer.ctx),
    answer: async (times = 1) => {
      for (let count = 0; count < times; count++) await say(shop.owner.ctx);
    },
  };
}

/** The charges of a shop, in the order in which they were made: what for, how many, how much. */
export async function chargesOf({ app }: TestServer, businessId: BusinessId): Promise<string[]> {
  const rows = await app.sql<{ told: string }[]>`
    select service || ' ' || quantity || ' for ' || amount_minor || ' in ' || period as told
    from fee_charges where business_id = ${businessId} order by id`;
  return rows.map(({ told }) => told);
}

/** What the books say of a shop: its balance, what it owes (below zero), minor units. */
export async function booksOf({ app }: TestServer, businessId: BusinessId): Promise<Record<string, bigint>> {
  const rows = await app.sql<{ kind: string; balance: bigint }[]>`
    select kind, ledger_balance(id) as balance from ledger_accounts where owner_id = ${businessId}`;
  return Object.fromEntries(rows.map(({ kind, balance }) => [kind, balance]));
}

export const job = (server: TestServer): Ctx => systemContext(server.app, 'fees.charge');
