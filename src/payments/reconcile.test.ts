import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemContext } from '../context.ts';
import type { OrderId, PaymentId } from '../db/id.ts';
import { cancelOrder } from '../orders/cancel.ts';
import type { Client } from '../testing/client.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { resolveListed } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { WebhookSignatureError } from './failures.ts';
import { payOrder } from './pay.ts';
import { reconcilePayment } from './reconcile.ts';

let server: TestServer;
let operator: Client;
beforeAll(async () => {
  server = await startTestServer();
  operator = (await makePerson(server, { operator: true })).client;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.stop());

async function placedOrder(card: string) {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha, card);
  const orderId = await makeOrder(asha, product);
  const pay = () => payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
  return { asha, orderId, pay };
}

/** No webhook gets through: only the answer and the poll can tell. */
function loseWebhooks(): void {
  vi.spyOn(server.app.payments, 'parseWebhook').mockImplementation(() => {
    throw new WebhookSignatureError();
  });
}

/** The process dies before it asks the provider. */
function dieBeforeCharging(): void {
  vi.spyOn(server.app.payments, 'charge').mockRejectedValueOnce(new Error('killed'));
}

function reconcile(paymentId: PaymentId, minutes = 0): Promise<void> {
  const now = () => new Date(Date.now() + minutes * 60_000);
  return reconcilePayment({ ...systemContext(server.app, 'payment.reconcile'), now }, paymentId);
}

/** The one payment of an order, what the provider has taken for it, and the polls that are to come. */
async function find(orderId: OrderId) {
  const [row] = await server.app.sql<
    { id: PaymentId; state: string; failure: string | null; order: string; charges: bigint; polls: bigint }[]
  >`
    select p.id, p.state, p.failure_code as failure, o.payment_state as order,
           (select count(*) from sandbox.objects where type = 'payment_intent' and data ->> 'status' = 'succeeded'
             and data -> 'metadata' ->> 'bottega_payment' = p.id::text) as charges,
           (select count(*) from pgboss.job where name = 'payment.reconcile' and data ->> 'paymentId' = p.id::text) as polls
    from payments p join orders o on o.id = p.order_id where o.id = ${orderId}`;
  if (!row) throw new Error('no payment');
  return { ...row, charges: Number(row.charges), polls: Number(row.polls) };
}

describe('a payment whose answer was lost', () => {
  it('is unknown, blocks the order, and is found by asking: one charge', async () => {
    loseWebhooks();
    const { asha, orderId, pay } = await placedOrder('pm_card_sandbox_answerLost');
    const paymentId = await pay();
    expect(await find(orderId)).toMatchObject({ state: 'UNKNOWN', order: 'UNPAID', charges: 1 });
    await expect(pay()).rejects.toMatchObject({ code: 'PAYMENT_IN_PROGRESS' });
    await expect(cancelOrder(asha.ctx, { orderId })).rejects.toMatchObject({ code: 'PAYMENT_IN_PROGRESS' });
    await reconcile(paymentId);
    expect(await find(orderId)).toMatchObject({ state: 'SUCCEEDED', order: 'PAID', charges: 1, polls: 1 });
    await expect(pay()).rejects.toMatchObject({ code: 'ALREADY_PAID' });
  });

  it('is found also when its key is too old to be used again', async () => {
    loseWebhooks();
    const { orderId, pay } = await placedOrder('pm_card_sandbox_answerLost');
    const paymentId = await pay();
    const charge = vi.spyOn(server.app.payments, 'charge');
    await reconcile(paymentId, 24 * 60);
    expect(charge).not.toHaveBeenCalled();
    expect(await find(orderId)).toMatchObject({ state: 'SUCCEEDED', order: 'PAID', charges: 1 });
  });

  it('is booked once, however many ask at the same time', async () => {
    loseWebhooks();
    const { orderId, pay } = await placedOrder('pm_card_sandbox_answerLost');
    const paymentId = await pay();
    await Promise.all(Array.from({ length: 8 }, () => reconcile(paymentId)));
    expect(await find(orderId)).toMatchObject({ state: 'SUCCEEDED', charges: 1 });
  });
});

describe('a payment that never reached the provider', () => {
  it('is charged by the poll', async () => {
    dieBeforeCharging();
    const { orderId, pay } = await placedOrder('pm_card_visa');
    await expect(pay()).rejects.toThrow('killed');
    const { id, ...before } = await find(orderId);
    expect(before).toMatchObject({ state: 'CREATED', charges: 0, polls: 1 });
    await reconcile(id);
    expect(await find(orderId)).toMatchObject({ state: 'SUCCEEDED', order: 'PAID', charges: 1, polls: 1 });
  });

  it('is declined by the poll like any other', async () => {
    dieBeforeCharging();
    const { orderId, pay } = await placedOrder('pm_card_visa_chargeDeclined');
    await expect(pay()).rejects.toThrow('killed');
    await reconcile((await find(orderId)).id);
    expect(await find(orderId)).toMatchObject({ state: 'FAILED', failure: 'CARD_DECLINED', order: 'UNPAID' });
  });

  it('is not charged any more when it comes up a day later: nothing was, and the order is free', async () => {
    dieBeforeCharging();
    const { asha, orderId, pay } = await placedOrder('pm_card_visa');
    await expect(pay()).rejects.toThrow('killed');
    await reconcile((await find(orderId)).id, 24 * 60);
    expect(await find(orderId)).toMatchObject({ state: 'FAILED', failure: 'PROVIDER_REFUSED', charges: 0 });
    await cancelOrder(asha.ctx, { orderId });
  });
});

describe('while the provider does not answer', () => {
  it('a payment stays unknown and is asked about again, until it is known', async () => {
    const { orderId, pay } = await placedOrder('pm_card_visa');
    const unknown = { kind: 'unknown', chargeRef: null, reason: 'StripeConnectionError' } as const;
    const charge = vi.spyOn(server.app.payments, 'charge').mockResolvedValue(unknown);
    const paymentId = await pay();
    await reconcile(paymentId);
    await reconcile(paymentId);
    expect(await find(orderId)).toMatchObject({ state: 'UNKNOWN', order: 'UNPAID', charges: 0, polls: 3 });
    charge.mockRestore();
    await reconcile(paymentId);
    await reconcile(paymentId);
    expect(await find(orderId)).toMatchObject({ state: 'SUCCEEDED', charges: 1, polls: 3 });
  });

  it('nor when it is asked a day later, a payment does not fail', async () => {
    const { orderId, pay } = await placedOrder('pm_card_visa');
    const unknown = { kind: 'unknown', chargeRef: null, reason: 'StripeAPIError 500' } as const;
    const spies = [
      vi.spyOn(server.app.payments, 'charge').mockResolvedValue(unknown),
      vi.spyOn(server.app.payments, 'lookUpByPayment').mockResolvedValue(unknown),
    ];
    const paymentId = await pay();
    await reconcile(paymentId, 24 * 60);
    expect(await find(orderId)).toMatchObject({ state: 'UNKNOWN', order: 'UNPAID' });
    expect(await resolveListed(operator, paymentId)).toEqual([
      'OUTCOME_UNKNOWN: asked 1 times for a charge that may have been made',
    ]);
    for (const spy of spies) spy.mockRestore();
    await reconcile(paymentId);
    expect(await find(orderId)).toMatchObject({ state: 'SUCCEEDED', charges: 1 });
  });
});
