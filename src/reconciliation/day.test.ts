import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemContext } from '../context.ts';
import type { OrderId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { payOrder, type PayOrder } from '../payments/pay.ts';
import { paymentsByOrder } from '../payments/read.ts';
import { createRefund } from '../payments/refund.ts';
import { settle } from '../payments/settle.ts';
import { setBankAccount } from '../payouts/bank-account.ts';
import { createPayout } from '../payouts/create.ts';
import { deliver, earn, sell } from '../testing/earnings.ts';
import {
  fillWallet,
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
  type TestShop,
} from '../testing/factories.ts';
import { switchFault } from '../testing/faults.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { sendMoney } from '../wallets/send.ts';
import { reconcileDay } from './run.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const INR = currencyCode('INR');
const key = () => ({ idempotencyKey: randomUUID() });

/** Somebody with this in the wallet and a card for the rest. */
async function personWith(minor: bigint, card = 'pm_card_visa'): Promise<TestPerson> {
  const person = await makePerson(server);
  await makeCard(person, card);
  await fillWallet(person, minor);
  return person;
}

/** Buys for 100.00. */
async function buy(shop: TestShop, customer: TestPerson, method: PayOrder['method']): Promise<OrderId> {
  const product = await makeProduct(shop, { price: { minor: 10_000n, currency: INR } });
  const orderId = await makeOrder(customer, product, 1);
  await payOrder(customer.ctx, { orderId, method, ...key() });
  return orderId;
}

async function refund(shop: TestShop, orderId: OrderId, minor?: bigint): Promise<void> {
  const [[payment] = []] = await paymentsByOrder(shop.owner.ctx, [orderId]);
  if (!payment) throw new Error('no payment');
  const amount = minor === undefined ? null : { minor, currency: INR };
  await createRefund(shop.owner.ctx, { paymentId: payment.id, amount, reason: 'Rotten.', ...key() });
}

async function payOutTo(token: string): Promise<void> {
  const shop = await makeShop(server);
  await earn(server, shop, 100_000n);
  await setBankAccount(shop.owner.ctx, { businessId: shop.id, token });
  await createPayout(shop.owner.ctx, { businessId: shop.id, ...key() });
}

async function transferByCard(): Promise<void> {
  const [asha, ravi] = [await personWith(3_000n), await makePerson(server)];
  const conversationId = await makeChat(asha, ravi);
  await sendMoney(asha.ctx, { conversationId, amount: { minor: 5_000n, currency: INR }, ...key() });
}

/** The answer is lost and the payment given up; then the webhook says that it went through. */
async function latePayment(): Promise<void> {
  const asha = await personWith(100n);
  await switchFault(server, { operation: 'payment_intent.succeeded', fault: 'late', delayMs: 500 });
  await makeCard(asha, 'pm_card_sandbox_answerLost');
  const [card] = await server.app.sql<{ id: string }[]>`
    select id from cards where person_id = ${asha.id} and last4 = '5000'`;
  const product = await makeProduct(await makeShop(server));
  const orderId = await makeOrder(asha, product);
  const paymentId = await payOrder(asha.ctx, { orderId, cardId: card?.id as never, ...key() });
  const refused = { kind: 'failed', chargeRef: null, code: 'PROVIDER_REFUSED', message: '' } as const;
  await settle(systemContext(server.app, 'test'), paymentId, refused);
}

it('a day on which everything happened has no differences', async () => {
  const shop = await makeShop(server);
  const cash = await makePerson(server);
  await sell(server, shop, 5_000n, 'pm_card_visa_chargeDeclined');
  await deliver(shop, await sell(server, shop, 7_000n));
  await deliver(shop, { orderId: await buy(shop, cash, 'CASH_ON_DELIVERY'), customer: cash });
  await refund(shop, (await sell(server, shop, 9_000n)).orderId);
  const [split, balance] = [await personWith(4_000n), await personWith(20_000n)];
  const splitOrder = await buy(shop, split, 'BALANCE_AND_CARD');
  await refund(shop, splitOrder, 2_500n);
  await refund(shop, splitOrder, 5_000n);
  await refund(shop, await buy(shop, balance, 'BALANCE'));
  for (const card of ['pm_card_sandbox_refundRefused', 'pm_card_refundFail', 'pm_card_pendingRefund']) {
    await refund(shop, (await sell(server, shop, 11_000n, card)).orderId, 6_000n);
  }
  await sell(server, shop, 3_000n, 'pm_card_sandbox_processing');
  await sell(server, shop, 3_000n, 'pm_card_threeDSecure2Required');
  await transferByCard();
  for (const token of ['btok_us_verified', 'btok_us_verified_noAccount', 'btok_sandbox_returned']) {
    await payOutTo(token);
  }
  await latePayment();
  await expect
    .poll(async () => (await server.app.sql`select from sandbox.events where delivered_at is null`).length, {
      timeout: 10_000,
    })
    .toBe(0);

  const asked = await server.app.sql<{ states: string[] }[]>`
    select array_agg(distinct kind order by kind) as states from ledger_journals`;
  expect(asked[0]?.states).toEqual([
    'late_payment',
    'payout',
    'payout_return',
    'refund',
    'refund_returned',
    'sale',
    'top_up',
    'transfer',
  ]);

  const day = new Date().toISOString().slice(0, 10);
  const system = systemContext(server.app, 'provider.reconcile');
  expect(await reconcileDay(system, day)).toEqual([]);
  expect(await reconcileDay(system, day)).toEqual([]);
  const [counted] = await server.app.sql<{ theirs: number; ours: number; differences: number }[]>`
    select theirs, ours, differences from reconciliation_days`;
  expect(counted?.differences).toBe(0);
  // What failed or was sent on elsewhere is among theirs, and came to nothing; ours has no line of it.
  expect(counted?.ours).toBeGreaterThan(15);
  expect(counted?.theirs).toBeGreaterThan(counted?.ours ?? 0);
  expect(await server.app.sql`select kind, detail from discrepancies`).toEqual([]);
});
