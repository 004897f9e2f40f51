import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemContext } from '../context.ts';
import { encodeId, type PaymentId } from '../db/id.ts';
import { fillWallet, makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { readWallet } from '../testing/money-commands.ts';
import { pay, readPayment } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { payOrder } from './pay.ts';
import type { ChargeInput } from './provider.ts';
import { reconcilePayment } from './reconcile.ts';
import { settle } from './settle.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.stop());

/**
 * A payment of 50.00 whose call to the provider hangs somewhere for more than a day, so that it is given up; then it
 * gets through.
 */
async function givenUp(walletMinor = 0n) {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha);
  if (walletMinor > 0n) await fillWallet(asha, walletMinor);
  const orderId = await makeOrder(asha, product);
  const calls: ChargeInput[] = [];
  vi.spyOn(server.app.payments, 'charge').mockImplementationOnce((input) => {
    calls.push(input);
    return Promise.reject(new Error('hangs'));
  });
  const key = randomUUID();
  const paying = payOrder(asha.ctx, { orderId, method: 'BALANCE_AND_CARD', idempotencyKey: key });
  await expect(paying).rejects.toThrow('hangs');
  const [call] = calls;
  if (!call) throw new Error('the provider was not called');
  const paymentId = call.paymentId as PaymentId;
  const now = () => new Date(Date.now() + 24 * 3_600_000);
  await reconcilePayment({ ...systemContext(server.app, 'payment.reconcile'), now }, paymentId);
  const wallet = async () => {
    const [balance] = (await readWallet(asha.client)).balances;
    return balance && [balance.available.amount, balance.held.amount];
  };
  const payment = () => readPayment(asha.client, encodeId('pay', paymentId));
  /** The call gets through, and its answer comes beside the webhook. */
  const getThrough = async () => {
    const outcome = await server.app.payments.charge(call);
    await settle(systemContext(server.app, 'test'), paymentId, outcome);
    return outcome;
  };
  return { asha, orderId: encodeId('ord', orderId), paymentId, wallet, payment, getThrough };
}

async function bookedOf(paymentId: PaymentId) {
  return server.app.sql<{ kind: string; charges: number; credits: number }[]>`
    select j.kind,
           (select count(*)::int from sandbox.objects where type = 'payment_intent' and data ->> 'status' = 'succeeded'
             and data -> 'metadata' ->> 'bottega_payment' = ${paymentId}) as charges,
           (select count(*)::int from event_log where subject_id = ${paymentId} and type = 'payment.credited')
           + (select count(*)::int from outbox where subject_id = ${paymentId} and type = 'payment.credited') as credits
    from ledger_journals j where j.subject_id = ${paymentId}`.then((rows) => [...rows]);
}

const CREDITED_ONCE = [{ kind: 'late_payment', charges: 1, credits: 1 }];

describe('a success that comes after the payment was given up', () => {
  it('is credited to the wallet, and the payment stays what it was', async () => {
    const { paymentId, wallet, payment, getThrough } = await givenUp();
    expect(await payment()).toMatchObject({ state: 'FAILED', creditedAt: null });
    await getThrough();
    expect(await wallet()).toEqual(['50.00', '0.00']);
    expect(await payment()).toMatchObject({
      state: 'FAILED',
      creditedAt: expect.stringMatching(/Z$/),
      order: { state: 'PLACED', paymentState: 'UNPAID' },
    });
    expect(await bookedOf(paymentId)).toEqual(CREDITED_ONCE);
  });

  it('is credited once, however many tell of it at the same time, and again', async () => {
    const { paymentId, wallet, getThrough } = await givenUp();
    const outcome = await getThrough();
    const tell = () => settle(systemContext(server.app, 'test'), paymentId, outcome);
    await Promise.all(Array.from({ length: 8 }, tell));
    await tell();
    expect(await wallet()).toEqual(['50.00', '0.00']);
    expect(await bookedOf(paymentId)).toEqual(CREDITED_ONCE);
  });

  it('is as much as the card was charged: the part of the balance had been given back', async () => {
    const { paymentId, wallet, payment, getThrough } = await givenUp(1_850n);
    expect(await wallet()).toEqual(['18.50', '0.00']);
    expect(await payment()).toMatchObject({ method: 'BALANCE_AND_CARD', fromBalance: { amount: '18.50' } });
    await getThrough();
    expect(await wallet()).toEqual(['50.00', '0.00']);
    expect(await bookedOf(paymentId)).toEqual(CREDITED_ONCE);
  });

  it('does not pay an order that was paid in another way by then; it can pay the next one', async () => {
    const { asha, orderId, wallet, getThrough } = await givenUp();
    expect(await pay(asha.client, { orderId })).toMatchObject({ payment: { state: 'SUCCEEDED' } });
    await getThrough();
    expect(await wallet()).toEqual(['50.00', '0.00']);
    const next = encodeId('ord', await makeOrder(asha, await makeProduct(await makeShop(server))));
    expect(await pay(asha.client, { orderId: next, method: 'BALANCE' })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
    expect(await wallet()).toEqual(['0.00', '0.00']);
  });
});
