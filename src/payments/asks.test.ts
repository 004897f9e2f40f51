import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemContext } from '../context.ts';
import { encodeId, newId, type PaymentId } from '../db/id.ts';
import type { Client } from '../testing/client.ts';
import { switchFault } from '../testing/faults.ts';
import { fillWallet, makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { readWallet } from '../testing/money-commands.ts';
import { askAgain, pay, readPayment, resolveListed } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { payOrder } from './pay.ts';
import { reconcilePayment } from './reconcile.ts';

let server: TestServer;
let operator: Client;
beforeAll(async () => {
  server = await startTestServer();
  operator = (await makePerson(server, { operator: true })).client;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.app.sql`delete from sandbox.faults`;
});
afterAll(() => server.stop());

const CHARGE = 'POST /v1/payment_intents';
const LOOK_UP = 'GET /v1/payment_intents';
/** More often than anybody may ask. */
const ALWAYS = 1_000;

/** Begins a payment of 50.00, of which 18.50 come from the balance. */
async function begin() {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha);
  await fillWallet(asha, 1_850n);
  const orderId = await makeOrder(asha, product);
  /** How often the provider is asked to charge; the calls go through. */
  const charging = vi.spyOn(server.app.payments, 'charge');
  const begun = async () => {
    const key = randomUUID();
    return payOrder(asha.ctx, { orderId, method: 'BALANCE_AND_CARD', idempotencyKey: key });
  };
  const held = async () => (await readWallet(asha.client)).balances[0]?.held.amount;
  return { asha, orderId: encodeId('ord', orderId), begun, charging, held };
}

/** Each job as it comes, at its own time, until the payment is known or this many hours have passed. The hours it took. */
async function follow(paymentId: PaymentId, hours = 30): Promise<number> {
  for (;;) {
    const [next] = await server.app.sql<{ at: string; hours: number; state: string }[]>`
      select j.start_after as at, p.state, extract(epoch from j.start_after - p.created_at)::float8 / 3600 as hours
      from pgboss.job j, payments p
      where j.name = 'payment.reconcile' and j.data ->> 'paymentId' = ${paymentId} and p.id = ${paymentId}
      order by j.start_after desc limit 1`;
    if (!next) throw new Error('nobody will ask');
    if (next.hours > hours || !['CREATED', 'UNKNOWN'].includes(next.state)) return next.hours;
    const now = () => new Date(next.at);
    await reconcilePayment({ ...systemContext(server.app, 'payment.reconcile'), now }, paymentId);
  }
}

async function callsOf(operation: string): Promise<number> {
  const [row] = await server.app.sql<{ left: number }[]>`
    select remaining as left from sandbox.faults where operation = ${operation}`;
  return ALWAYS - (row?.left ?? ALWAYS);
}

async function chargesOf(paymentId: PaymentId): Promise<number> {
  const [row] = await server.app.sql<{ count: number }[]>`
    select count(*)::int as count from sandbox.objects
    where type = 'payment_intent' and data -> 'metadata' ->> 'bottega_payment' = ${paymentId}`;
  return row?.count ?? 0;
}

describe('a charge of which the provider says nothing', () => {
  it('is asked for eight times in a day, then looked for by its metadata, and found', async () => {
    const { asha, begun, charging, held } = await begin();
    // Done, and answered with an error under its key for good; nobody sends a webhook.
    await switchFault(server, { operation: CHARGE, fault: 'error_after' });
    await switchFault(server, { operation: 'payment_intent.succeeded', fault: 'never' });
    const looking = vi.spyOn(server.app.payments, 'lookUpByPayment');
    const paymentId = await begun();
    expect(await readPayment(asha.client, encodeId('pay', paymentId))).toMatchObject({ state: 'UNKNOWN' });
    expect(await held()).toBe('18.50');
    await follow(paymentId);
    expect(charging).toHaveBeenCalledTimes(8);
    expect(new Set(charging.mock.calls.map(([{ idempotencyKey }]) => idempotencyKey)).size).toBe(1);
    expect(looking).toHaveBeenCalledTimes(1);
    expect(await chargesOf(paymentId)).toBe(1);
    expect(await readPayment(asha.client, encodeId('pay', paymentId))).toMatchObject({
      state: 'SUCCEEDED',
      order: { paymentState: 'PAID' },
    });
    expect(await held()).toBe('0.00');
  });

  it('and was never made, fails once it is sure: the balance has its part back', async () => {
    const { asha, begun, held } = await begin();
    await switchFault(server, { operation: CHARGE, fault: 'error_before', times: ALWAYS });
    const paymentId = await begun();
    await follow(paymentId);
    expect(await callsOf(CHARGE)).toBe(8);
    expect(await chargesOf(paymentId)).toBe(0);
    expect(await readPayment(asha.client, encodeId('pay', paymentId))).toMatchObject({
      state: 'FAILED',
      failure: { code: 'PROVIDER_REFUSED' },
    });
    expect(await held()).toBe('0.00');
  });

  it('is asked for no more often by many who ask at the same time', async () => {
    const { begun } = await begin();
    await switchFault(server, { operation: CHARGE, fault: 'error_before', times: ALWAYS });
    await switchFault(server, { operation: LOOK_UP, fault: 'error_before', times: ALWAYS });
    const paymentId = await begun();
    const ctx = systemContext(server.app, 'payment.reconcile');
    await Promise.all(Array.from({ length: 20 }, () => reconcilePayment(ctx, paymentId)));
    expect(await callsOf(CHARGE)).toBe(8);
    await server.app.sql`delete from sandbox.faults`;
    await follow(paymentId);
  });
});

describe('an outcome that nobody can find out', () => {
  /** A charge that was made, and a provider that neither repeats its answer nor lists it. */
  async function lost() {
    const world = await begin();
    await switchFault(server, { operation: CHARGE, fault: 'error_after' });
    await switchFault(server, { operation: 'payment_intent.succeeded', fault: 'never' });
    await switchFault(server, { operation: LOOK_UP, fault: 'error_before', times: ALWAYS });
    const paymentId = await world.begun();
    await follow(paymentId);
    return { ...world, uuid: paymentId, paymentId: encodeId('pay', paymentId) };
  }

  it('is listed for a person, once, and is no failure: nothing else may be begun', async () => {
    const { asha, orderId, uuid, paymentId, charging, held } = await lost();
    expect(charging).toHaveBeenCalledTimes(8);
    expect(await readPayment(asha.client, paymentId)).toMatchObject({ state: 'UNKNOWN' });
    expect(await held()).toBe('18.50');
    expect(await pay(asha.client, { orderId })).toMatchObject({
      payment: null,
      userErrors: [{ code: 'PAYMENT_IN_PROGRESS' }],
    });
    expect(await callsOf(LOOK_UP)).toBeGreaterThan(1);
    expect(await resolveListed(operator, uuid)).toEqual([
      'OUTCOME_UNKNOWN: asked 8 times for a charge that may have been made',
    ]);
  });

  it('is asked for once more by an operator, and then it is known', async () => {
    const { asha, uuid, paymentId, charging } = await lost();
    expect(await askAgain(operator, paymentId)).toMatchObject({
      userErrors: [],
      payment: { state: 'UNKNOWN' },
    });
    await server.app.sql`delete from sandbox.faults`;
    expect(await askAgain(operator, paymentId)).toMatchObject({ payment: { state: 'SUCCEEDED' } });
    expect(await askAgain(operator, paymentId)).toMatchObject({ payment: { state: 'SUCCEEDED' } });
    expect(charging).toHaveBeenCalledTimes(8);
    expect(await chargesOf(uuid)).toBe(1);
    expect(await readPayment(asha.client, paymentId)).toMatchObject({ order: { paymentState: 'PAID' } });
    expect(await resolveListed(operator, uuid)).toHaveLength(1);
  });

  it('is for operators to ask for, and only of what there is', async () => {
    const { asha, uuid, paymentId } = await lost();
    await expect(askAgain(asha.client, paymentId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(askAgain(server.client(), paymentId)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await askAgain(operator, encodeId('pay', newId<'payment'>()))).toMatchObject({
      payment: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['paymentId'] }],
    });
    await resolveListed(operator, uuid);
  });
});
