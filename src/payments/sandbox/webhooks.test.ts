import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebhookSignatureError } from '../failures.ts';
import type { PaymentProvider } from '../provider.ts';
import { signatureHeader } from './signature.ts';
import type { Sandbox } from './start.ts';
import {
  payer,
  providerFor,
  startDatabase,
  startReceiver,
  startTestSandbox,
  WEBHOOK_SECRET,
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
});

afterAll(() => database.close());

async function nextEvent() {
  const { body, signature } = await receiver.next();
  return provider.parseWebhook(body, signature);
}

async function undelivered(): Promise<number> {
  const [row] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from sandbox.events where delivered_at is null`;
  return row?.count ?? 0;
}

describe('an event is delivered', () => {
  test('when a charge succeeds', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    const outcome = await provider.charge(charge);
    expect(await nextEvent()).toEqual({
      kind: 'charge',
      eventId: expect.stringMatching(/^evt_/),
      paymentId: charge.paymentId,
      outcome,
    });
  });

  test('when a charge fails', async () => {
    const charge = await payer(provider, 'pm_card_visa_chargeDeclinedInsufficientFunds');
    const outcome = await provider.charge(charge);
    expect(await nextEvent()).toMatchObject({ kind: 'charge', paymentId: charge.paymentId, outcome });
  });

  test('when a charge waits for its payer, and when it is cancelled', async () => {
    const outcome = await provider.charge(await payer(provider, 'pm_card_threeDSecure2Required'));
    expect(await nextEvent()).toMatchObject({ outcome });
    const cancelled = await provider.cancelCharge({ chargeRef: outcome.chargeRef ?? '' });
    expect(await nextEvent()).toMatchObject({ outcome: cancelled });
  });

  test('when money is given back', async () => {
    const { currency, ...charge } = await payer(provider, 'pm_card_visa');
    const { chargeRef } = await provider.charge({ ...charge, currency });
    await nextEvent();
    const refund = { refundId: 'refund-1', chargeRef: chargeRef ?? '', amountMinor: 100n, currency };
    const outcome = await provider.refund({ ...refund, idempotencyKey: crypto.randomUUID() });
    expect(await nextEvent()).toMatchObject({ kind: 'refund', refundId: 'refund-1', outcome });
  });

  test('although the answer was lost', async () => {
    const charge = await payer(provider, 'pm_card_sandbox_answerLost');
    await provider.charge(charge);
    expect(await nextEvent()).toMatchObject({ paymentId: charge.paymentId, outcome: { kind: 'succeeded' } });
  });

  test('again until it is taken, as the same event', async () => {
    receiver.answers.push(500, 404, 302);
    await provider.charge(await payer(provider, 'pm_card_visa'));
    const tries = [await nextEvent(), await nextEvent(), await nextEvent(), await nextEvent()];
    expect(new Set(tries.map((event) => event?.eventId)).size).toBe(1);
    await expect.poll(undelivered).toBe(0);
    expect(receiver.waiting()).toBe(0);
  });

  test('by the next process, when the one that made it has stopped', async () => {
    const silent = await startTestSandbox(database.sql, 'http://127.0.0.1:9/nobody');
    await sandbox.stop();
    const charge = await payer(providerFor(silent), 'pm_card_visa');
    await providerFor(silent).charge(charge);
    await silent.stop();
    expect(receiver.waiting()).toBe(0);
    sandbox = await startTestSandbox(database.sql, receiver.url);
    expect(await nextEvent()).toMatchObject({ paymentId: charge.paymentId });
  });

  test('once, by however many processes', async () => {
    const more = await Promise.all([1, 2, 3].map(() => startTestSandbox(database.sql, receiver.url)));
    const charges = await Promise.all(Array.from({ length: 12 }, () => payer(provider, 'pm_card_visa')));
    await Promise.all(charges.map((charge) => provider.charge(charge)));
    await expect.poll(undelivered).toBe(0);
    await Promise.all(more.map((other) => other.stop()));
    expect(receiver.waiting()).toBe(charges.length);
  });
});

describe('a signature', () => {
  const event = { id: 'evt_1', object: 'event', type: 'customer.created', data: { object: {} } };
  const body = Buffer.from(JSON.stringify(event));
  const sign = (secret: string, ageSeconds: number) =>
    signatureHeader(body.toString(), secret, new Date(Date.now() - ageSeconds * 1000));

  test('of ours, up to five minutes old, is taken; what we have no use for is null', () => {
    expect(provider.parseWebhook(body, sign(WEBHOOK_SECRET, 0))).toBeNull();
    expect(provider.parseWebhook(body, sign(WEBHOOK_SECRET, 290))).toBeNull();
  });

  test.each([
    ['by another secret', () => sign('whsec_other', 0)],
    ['that is older', () => sign(WEBHOOK_SECRET, 310)],
    ['that is missing', () => ''],
    ['that is none', () => 'undefined'],
  ])('%s is refused', (_what, header) => {
    expect(() => provider.parseWebhook(body, header())).toThrow('The webhook signature is not valid.');
  });

  test('of another body is refused, and the error holds nothing of the request', () => {
    const forged = Buffer.from(body.toString().replace('evt_1', 'evt_2'));
    const header = sign(WEBHOOK_SECRET, 0);
    let thrown: unknown;
    try {
      provider.parseWebhook(forged, header);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(WebhookSignatureError);
    expect(JSON.stringify(Object.entries(thrown ?? {}))).not.toContain('evt_2');
  });
});
