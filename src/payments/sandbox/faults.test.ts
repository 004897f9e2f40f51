/** The faults that can be switched on, each as the adapter and a receiver of webhooks meet it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { switchFault } from '../../testing/faults.ts';
import type { ChargeOutcome, PaymentProvider } from '../provider.ts';
import type { FaultSwitch } from './faults.ts';
import type { Sandbox } from './start.ts';
import {
  payer,
  providerFor,
  SECRET_KEY,
  startDatabase,
  startReceiver,
  startTestSandbox,
  type Receiver,
  type TestDatabase,
} from './test-setup.ts';

let database: TestDatabase;
let receiver: Receiver;
let sandbox: Sandbox;
let provider: PaymentProvider;

beforeAll(async () => {
  database = await startDatabase();
});

beforeEach(async () => {
  receiver = await startReceiver();
  sandbox = await startTestSandbox(database.sql, receiver.url);
  provider = providerFor(sandbox);
});

afterEach(async () => {
  await sandbox.stop();
  receiver.close();
  await database.sql`delete from sandbox.events`;
  await database.sql`delete from sandbox.faults`;
});

afterAll(() => database.close());

const CHARGE = 'POST /v1/payment_intents';

const switchOn = (fault: FaultSwitch) => switchFault({ app: { sql: database.sql } }, fault);

async function chargesMade(customerRef: string): Promise<number> {
  const [row] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from sandbox.objects
    where type = 'payment_intent' and data ->> 'customer' = ${customerRef}`;
  return row?.count ?? 0;
}

async function nextEvent() {
  const { body, signature } = await receiver.next();
  expect(body.toString()).not.toContain('sandbox_fault');
  return provider.parseWebhook(body, signature);
}

describe('a call', () => {
  test('error_before: nothing is done, and the same key does it', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    await switchOn({ operation: CHARGE, fault: 'error_before' });
    const unknown = { kind: 'unknown', chargeRef: null, reason: 'StripeAPIError 500' };
    expect(await provider.charge(charge)).toEqual(unknown);
    expect(await chargesMade(charge.customerRef)).toBe(0);
    expect(await provider.charge(charge)).toMatchObject({ kind: 'succeeded' });
    expect(await chargesMade(charge.customerRef)).toBe(1);
  });

  test('error_after: it is done, its key tells nothing for good, and it is found otherwise', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    await switchOn({ operation: CHARGE, fault: 'error_after' });
    const unknown = { kind: 'unknown', chargeRef: null, reason: 'StripeAPIError 500' };
    expect(await provider.charge(charge)).toEqual(unknown);
    expect(await provider.charge(charge)).toEqual(unknown);
    expect(await chargesMade(charge.customerRef)).toBe(1);
    const found = await provider.lookUpByPayment({ ...charge, since: new Date() });
    expect(found).toMatchObject({ kind: 'succeeded' });
    expect(await nextEvent()).toMatchObject({ outcome: { kind: 'succeeded' } });
  });

  test('drop: it is done, and the same key tells what', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    await switchOn({ operation: CHARGE, fault: 'drop' });
    expect(await provider.charge(charge)).toMatchObject({ reason: 'StripeConnectionError' });
    expect(await provider.charge(charge)).toMatchObject({ kind: 'succeeded' });
    expect(await chargesMade(charge.customerRef)).toBe(1);
  });

  test('delay: the answer comes later, and too late for the hasty', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    await switchOn({ operation: CHARGE, fault: 'delay', delayMs: 300, times: 2 });
    const started = performance.now();
    expect(await provider.charge(charge)).toMatchObject({ kind: 'succeeded' });
    expect(performance.now() - started).toBeGreaterThanOrEqual(300);
    const hasty = providerFor(sandbox, 100);
    expect(await hasty.charge(charge)).toMatchObject({ kind: 'unknown', reason: 'StripeConnectionError' });
  });

  test('webhook_first: the answer waits for its webhook', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    await switchOn({ operation: CHARGE, fault: 'webhook_first' });
    receiver.answers.push(500, 500);
    const outcome = await provider.charge(charge);
    expect(outcome).toMatchObject({ kind: 'succeeded' });
    expect(receiver.waiting()).toBe(3);
    expect(await nextEvent()).toMatchObject({ paymentId: charge.paymentId, outcome });
  });

  test('of another operation is spared', async () => {
    await switchOn({ operation: CHARGE, fault: 'error_before' });
    const charge = await payer(provider, 'pm_card_visa');
    const { chargeRef } = await provider.charge({ ...charge, idempotencyKey: 'goes wrong' });
    expect(chargeRef).toBeNull();
    await switchOn({ operation: 'POST /v1/payment_intents/:id/cancel', fault: 'error_before' });
    await switchOn({ operation: 'GET /v1/payment_intents/:id', fault: 'drop' });
    const made = await provider.charge(charge);
    expect(made).toMatchObject({ kind: 'succeeded' });
    const ref = { chargeRef: made.chargeRef ?? '' };
    expect(await provider.cancelCharge(ref)).toMatchObject({ kind: 'unknown', ...ref });
    expect(await provider.lookUp(ref)).toMatchObject({ kind: 'unknown', reason: 'StripeConnectionError' });
    expect(await provider.lookUp(ref)).toEqual(made);
  });

  test('goes wrong as often as was said, in however many processes', async () => {
    const sandboxes = await Promise.all([1, 2, 3].map(() => startTestSandbox(database.sql, receiver.url)));
    const charges = await Promise.all(Array.from({ length: 12 }, () => payer(provider, 'pm_card_visa')));
    await switchOn({ operation: CHARGE, fault: 'error_before', times: 3 });
    await switchOn({ operation: CHARGE, fault: 'drop', times: 2 });
    const outcomes = await Promise.all(
      sandboxes.flatMap((one, at) =>
        charges.slice(at * 4, at * 4 + 4).map((charge) => providerFor(one).charge(charge)),
      ),
    );
    const reasons = outcomes.map((outcome) => (outcome.kind === 'unknown' ? outcome.reason : outcome.kind));
    expect(reasons.filter((reason) => reason === 'StripeAPIError 500')).toHaveLength(3);
    expect(reasons.filter((reason) => reason === 'StripeConnectionError')).toHaveLength(2);
    expect(reasons.filter((reason) => reason === 'succeeded')).toHaveLength(7);
    await Promise.all(sandboxes.map((one) => one.stop()));
  });

  test('a refund and a payout whose answers are lost are found by our ids', async () => {
    const { currency, ...charge } = await payer(provider, 'pm_card_visa');
    const { chargeRef } = await provider.charge({ ...charge, currency });
    const idempotencyKey = crypto.randomUUID();
    const refund = { refundId: 'r1', chargeRef: chargeRef ?? '', amountMinor: 1n, currency, idempotencyKey };
    await switchOn({ operation: 'POST /v1/refunds', fault: 'error_after' });
    expect(await provider.refund(refund)).toMatchObject({ kind: 'unknown', refundRef: null });
    expect(await provider.findRefund(refund)).toMatchObject({ kind: 'succeeded', amountMinor: 1n });

    const token = 'btok_us_verified';
    const bank = await provider.attachBankAccount({
      businessId: 'b1',
      token,
      currency,
      idempotencyKey: 'b1',
    });
    const payout = { payoutId: 'p1', accountRef: bank.accountRef, amountMinor: 1n, currency };
    await switchOn({ operation: 'POST /v1/payouts', fault: 'drop' });
    const lost = await provider.payOut({ ...payout, idempotencyKey: 'p1' });
    expect(lost).toMatchObject({ kind: 'unknown', payoutRef: null });
    const found = await provider.findPayout({ payoutId: 'p1', since: new Date() });
    expect(found?.payoutRef).toMatch(/^po_/);
  });
});

describe('a delivery', () => {
  const SUCCEEDED = 'payment_intent.succeeded';

  async function chargedBy(token = 'pm_card_visa'): Promise<{ paymentId: string; outcome: ChargeOutcome }> {
    const charge = await payer(provider, token);
    return { paymentId: charge.paymentId, outcome: await provider.charge(charge) };
  }

  test('twice: the same event two times, and the next one once', async () => {
    await switchOn({ operation: SUCCEEDED, fault: 'twice' });
    const { paymentId } = await chargedBy();
    const [first, second] = [await nextEvent(), await nextEvent()];
    expect(first).toMatchObject({ paymentId });
    expect(second).toEqual(first);
    const next = await chargedBy();
    expect(await nextEvent()).toMatchObject({ paymentId: next.paymentId });
    expect(receiver.waiting()).toBe(0);
  });

  test('late: after the delay, while others pass it', async () => {
    await switchOn({ operation: SUCCEEDED, fault: 'late', delayMs: 400 });
    const started = performance.now();
    const late = await chargedBy();
    const punctual = await chargedBy();
    expect(await nextEvent()).toMatchObject({ paymentId: punctual.paymentId });
    expect(await nextEvent()).toMatchObject({ paymentId: late.paymentId });
    expect(performance.now() - started).toBeGreaterThanOrEqual(400);
  });

  test('out_of_order: after the later event of the same charge', async () => {
    await switchOn({ operation: 'payment_intent.processing', fault: 'out_of_order' });
    const { paymentId } = await chargedBy('pm_card_sandbox_processing');
    const other = await chargedBy();
    expect(await nextEvent()).toMatchObject({ paymentId: other.paymentId });
    expect(await nextEvent()).toMatchObject({ paymentId, outcome: { kind: 'succeeded' } });
    expect(await nextEvent()).toMatchObject({ paymentId, outcome: { kind: 'processing' } });
  });

  test('out_of_order: by itself after the delay, when nothing comes later', async () => {
    await switchOn({ operation: SUCCEEDED, fault: 'out_of_order', delayMs: 200 });
    const { paymentId } = await chargedBy();
    expect(await nextEvent()).toMatchObject({ paymentId });
  });

  test('never: not, although it is there to be read, and the next one is', async () => {
    await switchOn({ operation: SUCCEEDED, fault: 'never' });
    await switchOn({ operation: CHARGE, fault: 'webhook_first' });
    const lost = await chargedBy();
    const next = await chargedBy();
    expect(await nextEvent()).toMatchObject({ paymentId: next.paymentId });
    const undelivered = async () => {
      const rows = await database.sql<{ chargeRef: string }[]>`
        select data #>> '{data,object,id}' as "chargeRef" from sandbox.events where delivered_at is null`;
      return rows.map(({ chargeRef }) => chargeRef);
    };
    await expect.poll(undelivered).toEqual([lost.outcome.chargeRef]);
    expect(receiver.waiting()).toBe(0);
  });
});

describe('the switches on the wire', () => {
  async function send(method: string, query: string, key = SECRET_KEY) {
    const path = `http://127.0.0.1:${sandbox.api.port}/v1/test_helpers/faults`;
    const isPost = method === 'POST';
    const headers = {
      authorization: `Bearer ${key}`,
      ...(isPost && { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const init = { method, headers, ...(isPost && { body: query }) };
    const response = await fetch(isPost ? path : `${path}?${query}`, init);
    return { status: response.status, text: await response.text() };
  }

  async function switched() {
    return database.sql`select operation, fault, delay_ms, remaining from sandbox.faults order by id`;
  }

  test('switch on and off', async () => {
    const event = 'operation=payout.paid&fault=late&delay_ms=500&times=3';
    expect((await send('POST', event)).status).toBe(200);
    expect((await send('POST', `operation=${encodeURIComponent(CHARGE)}&fault=drop`)).status).toBe(200);
    const kept = { operation: CHARGE, fault: 'drop', delay_ms: 0, remaining: 1 };
    const late = { operation: 'payout.paid', fault: 'late', delay_ms: 500, remaining: 3 };
    expect(await switched()).toEqual([late, kept]);
    expect((await send('DELETE', 'operation=payout.paid')).status).toBe(200);
    expect(await switched()).toEqual([kept]);
    expect((await send('DELETE', '')).status).toBe(200);
    expect(await switched()).toEqual([]);
  });

  test.each([
    'operation=payout.paid&fault=drop',
    'operation=POST /v1/payouts&fault=twice',
    'operation=POST /v1/test_helpers/faults&fault=drop',
    'operation=nonsense&fault=drop',
    'operation=payout.paid',
    'operation=payout.paid&fault=late&delay_ms=-1',
    'operation=payout.paid&fault=late&times=0',
    'operation=payout.paid&fault=late&times=9999999',
  ])('refuse %s', async (query) => {
    expect((await send('POST', query)).status).toBe(400);
    expect(await switched()).toEqual([]);
  });

  test('are for those with the key', async () => {
    await switchOn({ operation: CHARGE, fault: 'drop' });
    expect((await send('POST', 'operation=payout.paid&fault=twice', 'sk_test_of_nobody')).status).toBe(401);
    expect((await send('DELETE', '', 'sk_test_of_nobody')).status).toBe(401);
    expect(await switched()).toHaveLength(1);
  });

  test('an answer that is lost tells nothing of what was done', async () => {
    await switchOn({ operation: 'POST /v1/customers', fault: 'error_after' });
    const headers = { authorization: `Bearer ${SECRET_KEY}`, 'idempotency-key': 'telling' };
    const ask = () => fetch(`http://127.0.0.1:${sandbox.api.port}/v1/customers`, { method: 'POST', headers });
    const first = await ask();
    expect(first.status).toBe(500);
    expect(await first.json()).toEqual({ error: { type: 'api_error', message: expect.any(String) } });
    const again = await ask();
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([500, 'true']);
  });
});
