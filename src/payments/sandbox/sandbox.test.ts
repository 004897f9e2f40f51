/**
 * What only the sandbox can do, or only it can be asked, through the real adapter and SDK on a real Postgres;
 * the contract that it keeps like Stripe is in `../contract.test.ts`.
 */
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currencyCode } from '../../money.ts';
import type { ChargeOutcome, PaymentProvider } from '../provider.ts';
import type { Sandbox } from './start.ts';
import {
  listen,
  payer,
  providerFor,
  startDatabase,
  startTestSandbox,
  type TestDatabase,
} from './test-setup.ts';

let database: TestDatabase;
let sandbox: Sandbox;
let provider: PaymentProvider;

beforeAll(async () => {
  database = await startDatabase();
  sandbox = await startTestSandbox(database.sql);
  provider = providerFor(sandbox);
});

afterAll(async () => {
  await sandbox.stop();
  await database.close();
});

async function chargesMade(customerRef: string): Promise<number> {
  const [row] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from sandbox.objects
    where type = 'payment_intent' and data ->> 'customer' = ${customerRef}`;
  return row?.count ?? 0;
}

/** A charge that waits for its code. */
async function challenged(token = 'pm_card_threeDSecure2Required'): Promise<{ chargeRef: string }> {
  const outcome = await provider.charge(await payer(provider, token));
  expect(outcome).toMatchObject({
    kind: 'requires_action',
    challenge: { kind: 'ONE_TIME_CODE', triesLeft: 3 },
  });
  return { chargeRef: refOf(outcome) };
}

function refOf(outcome: ChargeOutcome): string {
  if (outcome.chargeRef === null) throw new Error(`no reference in ${outcome.kind}`);
  return outcome.chargeRef;
}

async function paid(token = 'pm_card_visa'): Promise<string> {
  return refOf(await provider.charge(await payer(provider, token)));
}

describe('customers and cards', () => {
  test('a used token is refused, attached or detached', async () => {
    const { customerRef, methodRef } = await payer(provider, 'pm_card_visa');
    const again = () =>
      provider.attachCard({ customerRef, token: methodRef, idempotencyKey: crypto.randomUUID() });
    await expect(again()).rejects.toMatchObject({ code: 'CARD_TOKEN_REFUSED' });
    await provider.detachCard({ methodRef });
    await expect(again()).rejects.toMatchObject({ code: 'CARD_TOKEN_REFUSED' });
  });

  test('an unknown customer is no fault of the card', async () => {
    const card = { customerRef: 'cus_none', token: 'pm_card_visa', idempotencyKey: crypto.randomUUID() };
    await expect(provider.attachCard(card)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });
});

describe('charging', () => {
  test('counts decimals as Stripe does', async () => {
    const charge = {
      ...(await payer(provider, 'pm_card_visa')),
      currency: currencyCode('JPY'),
      amountMinor: 500n,
    };
    expect(await provider.charge(charge)).toMatchObject({
      kind: 'succeeded',
      amountMinor: 500n,
      currency: 'JPY',
    });
    const thousandths = {
      ...charge,
      currency: currencyCode('KWD'),
      amountMinor: 5124n,
      idempotencyKey: 'fils',
    };
    expect(await provider.charge(thousandths)).toMatchObject({
      kind: 'failed',
      code: 'AMOUNT_NOT_CHARGEABLE',
    });
  });

  test.each([
    ['pm_card_visa_chargeDeclined', 'CARD_DECLINED'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'INSUFFICIENT_FUNDS'],
    ['pm_card_visa_chargeDeclinedLostCard', 'CARD_DECLINED'],
    ['pm_card_visa_chargeDeclinedStolenCard', 'CARD_DECLINED'],
    ['pm_card_chargeDeclinedExpiredCard', 'EXPIRED_CARD'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'CARD_DETAILS_WRONG'],
    ['pm_card_chargeDeclinedProcessingError', 'BANK_UNAVAILABLE'],
  ])('%s fails as %s, now, repeated and looked up', async (token, code) => {
    const charge = await payer(provider, token);
    const outcome = await provider.charge(charge);
    expect(outcome).toMatchObject({ kind: 'failed', code, chargeRef: expect.stringMatching(/^pi_/) });
    expect(await provider.charge(charge)).toEqual(outcome);
    expect(await provider.lookUp({ chargeRef: refOf(outcome) })).toEqual(outcome);
    expect(await chargesMade(charge.customerRef)).toBe(1);
  });

  test('the same key at the same time charges once', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => provider.charge(charge)));
    expect(outcomes.some((outcome) => outcome.kind === 'succeeded')).toBe(true);
    expect(outcomes.every(({ kind }) => kind === 'succeeded' || kind === 'unknown')).toBe(true);
    expect(await provider.charge(charge)).toMatchObject({ kind: 'succeeded' });
    expect(await chargesMade(charge.customerRef)).toBe(1);
  });

  test('a key whose request is under way is answered as such, and leaves the outcome unknown', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    await database.sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtextextended('sandbox.idempotency ' || ${charge.idempotencyKey}, 0))`;
      const reason = 'StripeAPIError 409 idempotency_key_in_use';
      expect(await provider.charge(charge)).toEqual({ kind: 'unknown', chargeRef: null, reason });
    });
    expect(await provider.charge(charge)).toMatchObject({ kind: 'succeeded' });
  });
});

describe('an answer that does not come', () => {
  test('lost after charging: unknown, then known by asking again or by the payment', async () => {
    const charge = await payer(provider, 'pm_card_sandbox_answerLost');
    const reason = 'StripeConnectionError';
    expect(await provider.charge(charge)).toEqual({ kind: 'unknown', chargeRef: null, reason });
    expect(await chargesMade(charge.customerRef)).toBe(1);

    const { paymentId, customerRef } = charge;
    const found = await provider.lookUpByPayment({ paymentId, customerRef, since: new Date() });
    expect(found).toMatchObject({ kind: 'succeeded', amountMinor: 49_900n });
    expect(await provider.charge(charge)).toEqual(found);
    expect(await chargesMade(customerRef)).toBe(1);
  });

  test('later than we wait: unknown, then known', async () => {
    const hasty = providerFor(sandbox, 150);
    const charge = await payer(provider, 'pm_card_sandbox_slow');
    expect(await hasty.charge(charge)).toMatchObject({ kind: 'unknown', reason: 'StripeConnectionError' });
    expect(await hasty.charge(charge)).toMatchObject({ kind: 'succeeded' });
    expect(await chargesMade(charge.customerRef)).toBe(1);
  });

  test('nobody there: unknown, whatever is asked', async () => {
    const gone = await startTestSandbox(database.sql);
    await gone.stop();
    const lonely = providerFor(gone);
    const charge = await payer(provider, 'pm_card_visa');
    const chargeRef = 'pi_1';
    expect(await lonely.charge(charge)).toMatchObject({ kind: 'unknown', chargeRef: null });
    expect(await lonely.lookUp({ chargeRef })).toMatchObject({ kind: 'unknown', chargeRef });
    expect(await lonely.cancelCharge({ chargeRef })).toMatchObject({ kind: 'unknown', chargeRef });
    const refund = {
      refundId: 'r',
      chargeRef,
      amountMinor: 1n,
      currency: charge.currency,
      idempotencyKey: 'r',
    };
    expect(await lonely.refund(refund)).toMatchObject({ kind: 'unknown', refundRef: null });
    expect(await lonely.lookUpByPayment({ ...charge, since: new Date() })).toMatchObject({ kind: 'unknown' });
    expect(await lonely.findRefund(refund)).toMatchObject({ kind: 'unknown', refundRef: null });
    const movements = Array.fromAsync(lonely.movements({ from: new Date(0), to: new Date() }));
    await expect(movements).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    const customer = lonely.createCustomer({ personId: 'p', idempotencyKey: 'p' });
    await expect(customer).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });

  test.each([
    ['an error page', 502, '<h1>Bad gateway</h1>'],
    ["a gateway's own error", 502, '{"status": "succeeded", "message": "Bad gateway"}'],
    ['what nobody asked for', 200, '{"id": "session_1", "status": "succeeded"}'],
    ['nothing', 200, 'null'],
  ])('%s instead of an answer: unknown', async (_what, status, body) => {
    const broken = createServer((_req, res) => res.writeHead(status).end(body));
    const port = await listen(broken);
    const lost = providerFor({ api: { host: '127.0.0.1', port, protocol: 'http' } });
    const charge = await payer(provider, 'pm_card_visa');
    const reason = expect.stringMatching(/^StripeAPIError/);
    expect(await lost.charge(charge)).toEqual({ kind: 'unknown', chargeRef: null, reason });
    const customer = lost.createCustomer({ personId: 'p', idempotencyKey: 'p' });
    await expect(customer).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    broken.close();
  });
});

describe('a challenge', () => {
  test('is passed with the right code', async () => {
    const { chargeRef } = await challenged();
    const passed = { kind: 'succeeded', chargeRef, amountMinor: 49_900n };
    expect(await provider.answerChallenge({ chargeRef, code: '123456' })).toMatchObject(passed);
    // Answered again, as after a lost answer: it stays passed.
    expect(await provider.answerChallenge({ chargeRef, code: '000000' })).toMatchObject(passed);
  });

  test('is failed with the third wrong code, for good', async () => {
    const { chargeRef } = await challenged('pm_card_authenticationRequired');
    for (const triesLeft of [2, 1]) {
      const again = { kind: 'requires_action', challenge: { kind: 'ONE_TIME_CODE', triesLeft } };
      expect(await provider.answerChallenge({ chargeRef, code: '000000' })).toMatchObject(again);
    }
    const failed = { kind: 'failed', chargeRef, code: 'CHALLENGE_FAILED' };
    expect(await provider.answerChallenge({ chargeRef, code: '000000' })).toMatchObject(failed);
    expect(await provider.answerChallenge({ chargeRef, code: '123456' })).toMatchObject(failed);
  });

  test('may be followed by a decline', async () => {
    const { chargeRef } = await challenged('pm_card_authenticationRequiredChargeDeclinedInsufficientFunds');
    const declined = { kind: 'failed', code: 'INSUFFICIENT_FUNDS' };
    expect(await provider.answerChallenge({ chargeRef, code: '123456' })).toMatchObject(declined);
  });

  test('that was passed meanwhile shows when the charge is asked for again with its key', async () => {
    const charge = await payer(provider, 'pm_card_threeDSecure2Required');
    const chargeRef = refOf(await provider.charge(charge));
    await provider.answerChallenge({ chargeRef, code: '123456' });
    expect(await provider.charge(charge)).toMatchObject({ kind: 'succeeded', chargeRef });
  });

  test('may be passed although the card was removed meanwhile', async () => {
    const charge = await payer(provider, 'pm_card_threeDSecure2Required');
    const chargeRef = refOf(await provider.charge(charge));
    await provider.detachCard({ methodRef: charge.methodRef });
    expect(await provider.answerChallenge({ chargeRef, code: '123456' })).toMatchObject({
      kind: 'succeeded',
    });
  });

  test('outlives a restart of the provider', async () => {
    const before = await startTestSandbox(database.sql);
    const outcome = await providerFor(before).charge(await payer(provider, 'pm_card_threeDSecure2Required'));
    const chargeRef = refOf(outcome);
    await before.stop();
    expect(await provider.answerChallenge({ chargeRef, code: '123456' })).toMatchObject({
      kind: 'succeeded',
    });
  });
});

describe('a charge that its bank processes', () => {
  test('is processing at first and cannot be cancelled, and succeeds a moment later', async () => {
    const charge = await payer(provider, 'pm_card_sandbox_processing');
    const outcome = await provider.charge(charge);
    const chargeRef = refOf(outcome);
    expect(outcome).toEqual({ kind: 'processing', chargeRef });
    expect(await provider.cancelCharge({ chargeRef })).toEqual(outcome);
    const ended = { kind: 'succeeded', chargeRef, amountMinor: 49_900n };
    await expect.poll(() => provider.lookUp({ chargeRef }), { timeout: 5_000 }).toMatchObject(ended);
    expect(await provider.charge(charge)).toMatchObject(ended);
  });

  test('succeeds although the provider was restarted meanwhile', async () => {
    const before = await startTestSandbox(database.sql);
    const charge = await payer(provider, 'pm_card_sandbox_processing');
    const chargeRef = refOf(await providerFor(before).charge(charge));
    await before.stop();
    const kind = async () => (await provider.lookUp({ chargeRef })).kind;
    await expect.poll(kind, { timeout: 5_000 }).toBe('succeeded');
  });
});

describe('cancelling', () => {
  test('ends a challenge: its code is taken no more', async () => {
    const { chargeRef } = await challenged();
    const cancelled = { kind: 'failed', chargeRef, code: 'CANCELLED' };
    expect(await provider.cancelCharge({ chargeRef })).toMatchObject(cancelled);
    expect(await provider.answerChallenge({ chargeRef, code: '123456' })).toMatchObject(cancelled);
  });

  test('races with the code: one of them wins, and both say who', async () => {
    const { chargeRef } = await challenged();
    const [answered, cancelled] = await Promise.all([
      provider.answerChallenge({ chargeRef, code: '123456' }),
      provider.cancelCharge({ chargeRef }),
    ]);
    expect(answered).toEqual(cancelled);
    expect(await provider.lookUp({ chargeRef })).toEqual(answered);
  });
});

describe('refunding', () => {
  const currency = currencyCode('INR');
  const part = (chargeRef: string, amountMinor: bigint) => {
    const id = crypto.randomUUID();
    return { refundId: id, chargeRef, amountMinor, currency, idempotencyKey: `refund ${id}` };
  };

  test('racing refunds give no more back than was paid', async () => {
    const chargeRef = await paid();
    const racing = Array.from({ length: 5 }, () => provider.refund(part(chargeRef, 20_000n)));
    const outcomes = await Promise.all(racing);
    expect(outcomes.filter(({ kind }) => kind === 'succeeded')).toHaveLength(2);
    expect(outcomes.filter(({ kind }) => kind === 'failed')).toHaveLength(3);
  });

  test('fails at once where the bank refuses it, and what was not given can be refunded again', async () => {
    const chargeRef = await paid('pm_card_sandbox_refundRefused');
    const refund = part(chargeRef, 49_900n);
    const outcome = await provider.refund(refund);
    expect(outcome).toMatchObject({ kind: 'failed', code: 'CARD_UNREACHABLE' });
    expect(outcome.refundRef).toMatch(/^re_/);
    expect(await provider.findRefund(refund)).toEqual(outcome);
    expect(await provider.refund(part(chargeRef, 49_900n))).toMatchObject({ code: 'CARD_UNREACHABLE' });
  });

  test('that fails days later leaves as much to refund as before', async () => {
    const chargeRef = await paid('pm_card_refundFail');
    const { refundRef } = await provider.refund(part(chargeRef, 49_900n));
    const tooMuch = await provider.refund(part(chargeRef, 1n));
    expect(tooMuch).toMatchObject({ kind: 'failed', code: 'ALREADY_REFUNDED' });
    const kind = async () => (await provider.lookUpRefund({ refundRef: refundRef ?? '' })).kind;
    await expect.poll(kind, { timeout: 5_000 }).toBe('failed');
    expect(await provider.refund(part(chargeRef, 49_900n))).toMatchObject({ kind: 'succeeded' });
  });
});
