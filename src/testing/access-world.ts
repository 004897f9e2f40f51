import { randomUUID } from 'node:crypto';
import type { Actor } from '../../schema/access/rows.ts';
import { addCartLine } from '../carts/change.ts';
import { sendMessage } from '../conversations/send.ts';
import { startConversation } from '../conversations/start.ts';
import { encodeId, newId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { chargeBusiness } from '../fees/charge.ts';
import { createFeeRule } from '../fees/create-rule.ts';
import { issueInvoice } from '../fees/issue-invoice.ts';
import { setPlan } from '../fees/plan.ts';
import { switchFeature } from '../markets/switch-feature.ts';
import { currencyCode } from '../money.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { payOrder } from '../payments/pay.ts';
import { createKey } from '../partners/keys.ts';
import { createPayout } from '../payouts/create.ts';
import { resolveDiscrepancy } from '../reconciliation/resolve.ts';
import { advanceTicket } from '../tickets/advance.ts';
import { sendMoney } from '../wallets/send.ts';
import type { Client } from './client.ts';
import {
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestPerson,
  type TestShop,
} from './factories.ts';
import { keepFile } from './import-commands.ts';
import { makePartnerApp } from './partner-commands.ts';
import type { TestServer } from './server.ts';
import { makeTicket } from './ticket-commands.ts';
import { makeWebhookThings } from './webhook-things.ts';
import { makeWorld, type World } from './world.ts';

/** A world in which nobody is two: the customer is not the owner. */
export interface AccessWorld extends World {
  readonly people: Readonly<
    Record<Exclude<Actor, 'guest' | 'app'>, TestPerson> & { app: Pick<TestPerson, 'token' | 'client'> }
  >;
  readonly ids: Readonly<Record<string, string>>;
}

export async function makeAccessWorld(server: TestServer): Promise<AccessWorld> {
  const customer = await makePerson(server);
  const world = await makeWorld(server, customer);
  const rival = (await makeShop(server)).owner;
  const app = await makePartnerApp(server, { owner: rival, shops: [world.shop] });
  // To be revoked, so that the app can go on.
  const spare = await createKey(rival.ctx, app.id, { name: 'spare', scopes: ['READ_ORDERS'] });
  return {
    ...world,
    ids: {
      ...world.ids,
      customerId: customer.publicId,
      ...(await makeWebhookThings(app)),
      appId: app.publicId,
      keyId: encodeId('key', spare.keyId),
    },
    people: {
      stranger: await makePerson(server),
      customer,
      agent: world.agent,
      manager: await makeStaff(server, world.shop, 'MANAGER'),
      owner: world.person,
      rival,
      operator: world.operator,
      app: { token: app.key, client: app.client },
    },
  };
}

export const clientOf = (server: TestServer, { people }: AccessWorld, actor: Actor): Client =>
  actor === 'guest' ? server.client() : people[actor].client;

/**
 * What no mutation names, and is read: an order that was paid and taken, help that was asked for, a bill, money on its
 * way, something switched.
 */
export async function withMoreToRead(server: TestServer, world: AccessWorld): Promise<AccessWorld> {
  const { shop, operator } = world;
  const { ctx } = shop.owner;
  const businessId = shop.id;
  const more = await tradeAndTalk(server, world);
  await switchFeature(operator.ctx, { country: 'CO', feature: 'BOT', state: 'OFF', reason: 'For a test.' });
  await setPlan(ctx, { businessId, plan: 'PLUS' });
  const feeRuleId = await createFeeRule(operator.ctx, {
    country: 'CO',
    service: 'SALE',
    shareBasisPoints: 100,
    effectiveFrom: new Date(Date.UTC(2031)),
    note: 'For a test.',
  });
  const payoutId = await createPayout(ctx, { businessId, idempotencyKey: randomUUID() });
  const importId = await keepFile(shop, 'id,title\n');
  return {
    ...world,
    ids: {
      ...world.ids,
      ...more,
      payoutId: encodeId('pot', payoutId),
      importId: encodeId('imp', importId),
      invoiceId: encodeId('inv', await invoiceLastMonth(server, world)),
      feeRuleId: encodeId('fee', feeRuleId),
      handle: await handleOf(server, shop),
    },
  };
}

async function tradeAndTalk(
  server: TestServer,
  { shop, people }: AccessWorld,
): Promise<Record<string, string>> {
  const { customer, agent, owner } = people;
  const product = await makeProduct(shop);
  const orderId = await makeOrder(customer, product);
  await payOrder(customer.ctx, { orderId, idempotencyKey: randomUUID() });
  await confirmOrder(owner.ctx, orderId);
  const conversationId = await startConversation(customer.ctx, { businessId: shop.id });
  const content = { text: 'Are they ripe?' };
  const message = await sendMessage(customer.ctx, { conversationId, clientId: randomUUID(), content });
  const ticketId = await makeTicket(customer, { desk: 'BUSINESS', orderId, conversationId });
  await advanceTicket(agent.ctx, { ticketId, action: 'start' });
  const platformTicketId = await makeTicket(owner, { desk: 'PLATFORM', orderId });
  const [thread] = await owner.ctx.sql<{ id: string }[]>`
    select conversation_id as id from tickets where id = ${platformTicketId}`;
  const friends = await makeChat(customer, await makePerson(server));
  // More than there is in the wallet: the rest comes from a card.
  const transferId = await sendMoney(customer.ctx, {
    conversationId: friends,
    amount: { minor: 60_000n, currency: currencyCode('INR') },
    note: 'For lunch',
    idempotencyKey: randomUUID(),
  });
  const cartId = await addCartLine(customer.ctx, { productId: product.id, quantity: 1 });
  const [card] = await customer.ctx.sql<{ id: string }[]>`
    select id from messages where content ->> 'type' = 'order' and content ->> 'orderId' = ${orderId}`;
  return {
    orderId: encodeId('ord', orderId),
    cartId: encodeId('crt', cartId),
    messageId: encodeId('msg', message.id),
    orderCardId: encodeId('msg', card?.id ?? ''),
    ticketId: encodeId('tkt', ticketId),
    platformTicketId: encodeId('tkt', platformTicketId),
    platformThreadId: encodeId('cnv', thread?.id ?? ''),
    transferId: encodeId('trf', transferId),
  };
}

async function handleOf({ app }: TestServer, { id }: TestShop): Promise<string> {
  const [shop] = await app.sql<{ handle: string }[]>`select handle from businesses where id = ${id}`;
  return shop?.handle ?? '';
}

async function invoiceLastMonth(server: TestServer, { shop }: World): Promise<string> {
  const now = server.app.now();
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15));
  const ctx = server.ctx({ kind: 'system', job: 'test' });
  await transact({ ...ctx, now: () => at }, (tx) =>
    chargeBusiness(tx, {
      businessId: shop.id,
      service: 'MONEY_TRANSFER',
      ruleId: null,
      subjectId: newId(),
      quantity: 1,
      currency: currencyCode('INR'),
      amountMinor: 500n,
      at,
    }),
  );
  const invoiceId = await issueInvoice(ctx, shop.id, `${at.toISOString().slice(0, 7)}-01`);
  if (invoiceId === null) throw new Error('nothing was invoiced');
  return invoiceId;
}

/** What everybody knows of. */
const PUBLIC = new Set(['WebhookUpdateInput.after', 'businessId', 'eventCursor', 'handle', 'productId']);

/** The same ids but for what nobody need know of: those are of nothing. */
export const absent = (ids: AccessWorld['ids']): AccessWorld['ids'] =>
  Object.fromEntries(
    Object.entries(ids).map(([field, id]) => [
      field,
      PUBLIC.has(field) ? id : encodeId(id.slice(0, 3), newId()),
    ]),
  );

/** The doctor says what no operator has looked at. */
export async function finish(server: TestServer, worlds: readonly AccessWorld[]): Promise<void> {
  for (const { operator, discrepancyId } of worlds) {
    await resolveDiscrepancy(operator.ctx, { discrepancyId, note: 'It was made for a test.' });
  }
  await server.stop();
}
