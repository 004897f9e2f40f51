import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { systemContext } from '../context.ts';
import { createBusiness } from '../businesses/create.ts';
import { startConversation } from '../conversations/start.ts';
import { sendMessage } from '../conversations/send.ts';
import { chargeFees } from '../fees/job.ts';
import { setPlan } from '../fees/plan.ts';
import { createRefund } from '../payments/refund.ts';
import { paymentsByOrder } from '../payments/read.ts';
import { rulesFinding } from '../testing/doctor.ts';
import { sell } from '../testing/earnings.ts';
import { makePerson, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { FEE_BREAKAGES } from './breakages-fees.ts';
import { examine } from './examine.ts';

let server: TestServer;
let now = new Date('2026-11-10T10:00:00Z');

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  await useEverything();
});
afterAll(() => server.stop());

/** A shop that was charged for everything that there is, and has a message yet to be charged. */
async function useEverything(): Promise<void> {
  const shop = await makeShop(server);
  await createBusiness(shop.owner.ctx, {
    handle: 'another',
    name: 'Another',
    category: 'Groceries',
    country: 'IN',
  });
  await setPlan(shop.owner.ctx, { businessId: shop.id, plan: 'PLUS' });
  const { orderId } = await sell(server, shop, 100_000n);
  const [[payment] = []] = await paymentsByOrder(shop.owner.ctx, [orderId]);
  if (!payment) throw new Error('it was not paid');
  await createRefund(shop.owner.ctx, {
    paymentId: payment.id,
    reason: 'Spoilt',
    idempotencyKey: randomUUID(),
  });
  const customer = await makePerson(server);
  const conversationId = await startConversation(customer.ctx, { businessId: shop.id });
  const write = (ctx: typeof customer.ctx) =>
    sendMessage(ctx, { conversationId, clientId: randomUUID(), content: { text: 'Hello' } });
  await write(customer.ctx);
  await write(shop.owner.ctx);
  now = new Date('2026-12-02T10:00:00Z');
  await write(shop.owner.ctx);
  await chargeFees(systemContext(server.app, 'test'));
  now = new Date('2026-12-02T11:00:00Z');
  await write(shop.owner.ctx);
}

it('finds nothing wrong with what a shop was charged', async () => {
  expect(await examine(server.app.sql)).toEqual([]);
  const rows = await server.app
    .sql`select service, amount_minor::int as amount from fee_charges order by 1, 2`;
  expect(rows).toEqual([
    { service: 'MESSAGE_MARKETING', amount: 88 },
    { service: 'MESSAGE_SERVICE', amount: 0 },
    { service: 'MESSAGE_UTILITY', amount: 0 },
    { service: 'SALE', amount: -2_000 },
    { service: 'SALE', amount: 2_000 },
    { service: 'SUBSCRIPTION', amount: 99_900 },
  ]);
});

describe.each(Object.entries(FEE_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(server.app.sql, statements(null))).toEqual([rule]);
  });
});
