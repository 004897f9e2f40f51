/** The contract of the port, through the real adapter and SDK against the real sandbox on a real Postgres. */
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

async function paid(): Promise<string> {
  return refOf(await provider.charge(await payer(provider, 'pm_card_visa')));
}

describe('customers and cards', () => {
  test('the same key makes the same customer', async () => {
    const input = { personId: crypto.randomUUID(), idempotencyKey: crypto.randomUUID() };
    const first = await provider.createCustomer(input);
    expect(await provider.createCustomer(input)).toEqual(first);
    expect(first.customerRef).toMatch(/^cus_/);
  });

  test('an attached card shows its brand, last four and expiry, and nothing else', async () => {
    const { customerRef } = await payer(provider, 'pm_card_visa');
    const card = await provider.attachCard({
      customerRef,
      token: 'pm_card_mastercard',
      idempotencyKey: 'a card',
    });
    expect(card).toEqual({
      methodRef: expect.stringMatching(/^pm_[0-9a-f]{24}$/),
      brand: 'mastercard',
      last4: '4444',
      expMonth: 12,
      expYear: new Date().getUTCFullYear() + 3,
    });
  });

  test.each(['pm_nobody_knows', 'tok_visa', '4242424242424242', ''])(
    'the token "%s" is refused',
    async (token) => {
      const { customerRef } = await payer(provider, 'pm_card_visa');
      const attaching = provider.attachCard({ customerRef, token, idempotencyKey: crypto.randomUUID() });
      await expect(attaching).rejects.toMatchObject({ code: 'CARD_TOKEN_REFUSED' });
    },
  );

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

  test('a detached card is not charged, and detaching it again does nothing', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    await provider.detachCard({ methodRef: charge.methodRef });
    await provider.detachCard({ methodRef: charge.methodRef });
    await provider.detachCard({ methodRef: 'pm_none' });
    expect(await provider.charge(charge)).toMatchObject({ kind: 'failed', code: 'PROVIDER_REFUSED' });
  });

  test('nobody charges a card of somebody else', async () => {
    const { methodRef } = await payer(provider, 'pm_card_visa');
    const other = await payer(provider, 'pm_card_visa');
    expect(await provider.charge({ ...other, methodRef })).toMatchObject({ kind: 'failed' });
  });
});

describe('charging', () => {
  test('succeeds with what was asked, and looks the same from then on', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    const outcome = await provider.charge(charge);
    expect(outcome).toEqual({
      kind: 'succeeded',
      chargeRef: expect.stringMatching(/^pi_/),
      amountMinor: 49_900n,
      currency: 'INR',
    });
    expect(await provider.lookUp({ chargeRef: refOf(outcome) })).toEqual(outcome);
  });

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
    ['pm_card_chargeCustomerFail', 'CARD_DECLINED'],
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

  test('the same key charges once', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    const first = await provider.charge(charge);
    expect(await provider.charge(charge)).toEqual(first);
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

  test('the same key with another amount changes nothing, and tells nothing of the first', async () => {
    const charge = await payer(provider, 'pm_card_visa');
    await provider.charge(charge);
    expect(await provider.charge({ ...charge, amountMinor: 1n })).toMatchObject({
      kind: 'unknown',
      reason: 'StripeIdempotencyError 400',
    });
    expect(await chargesMade(charge.customerRef)).toBe(1);
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
    const customer = lonely.createCustomer({ personId: 'p', idempotencyKey: 'p' });
    await expect(customer).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });

  test('an error page instead of JSON: unknown', async () => {
    const broken = createServer((_req, res) => res.writeHead(502).end('<h1>Bad gateway</h1>'));
    const port = await listen(broken);
    const charge = await payer(provider, 'pm_card_visa');
    const outcome = await providerFor({ api: { host: '127.0.0.1', port, protocol: 'http' } }).charge(charge);
    broken.close();
    expect(outcome).toMatchObject({ kind: 'unknown', reason: 'StripeAPIError' });
  });

  test('a charge that the provider does not know is unknown by reference and null by payment', async () => {
    const { customerRef } = await payer(provider, 'pm_card_visa');
    expect(await provider.lookUp({ chargeRef: 'pi_none' })).toMatchObject({ kind: 'unknown' });
    expect(await provider.lookUpByPayment({ paymentId: 'x', customerRef, since: new Date() })).toBeNull();
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

describe('cancelling', () => {
  test('ends a charge that waits for its payer', async () => {
    const { chargeRef } = await challenged();
    const cancelled = { kind: 'failed', chargeRef, code: 'CANCELLED' };
    expect(await provider.cancelCharge({ chargeRef })).toMatchObject(cancelled);
    expect(await provider.cancelCharge({ chargeRef })).toMatchObject(cancelled);
    expect(await provider.answerChallenge({ chargeRef, code: '123456' })).toMatchObject(cancelled);
  });

  test('comes too late for a charge that succeeded', async () => {
    const chargeRef = await paid();
    expect(await provider.cancelCharge({ chargeRef })).toMatchObject({ kind: 'succeeded', chargeRef });
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

  test('gives all of it back, once', async () => {
    const refund = part(await paid(), 49_900n);
    const outcome = await provider.refund(refund);
    expect(outcome).toMatchObject({ kind: 'succeeded', amountMinor: 49_900n, currency: 'INR' });
    expect(await provider.refund(refund)).toEqual(outcome);
    expect(await provider.lookUpRefund({ refundRef: outcome.refundRef ?? '' })).toEqual(outcome);
    const more = await provider.refund(part(refund.chargeRef, 1n));
    expect(more).toMatchObject({ kind: 'failed', code: 'ALREADY_REFUNDED' });
  });

  test('gives parts back, and not more than is left', async () => {
    const chargeRef = await paid();
    expect(await provider.refund(part(chargeRef, 20_000n))).toMatchObject({ amountMinor: 20_000n });
    const over = await provider.refund(part(chargeRef, 29_901n));
    expect(over).toMatchObject({ kind: 'failed', code: 'AMOUNT_TOO_LARGE', refundRef: null });
    expect(await provider.refund(part(chargeRef, 29_900n))).toMatchObject({ kind: 'succeeded' });
  });

  test('racing refunds give no more back than was paid', async () => {
    const chargeRef = await paid();
    const racing = Array.from({ length: 5 }, () => provider.refund(part(chargeRef, 20_000n)));
    const outcomes = await Promise.all(racing);
    expect(outcomes.filter(({ kind }) => kind === 'succeeded')).toHaveLength(2);
    expect(outcomes.filter(({ kind }) => kind === 'failed')).toHaveLength(3);
  });

  test('is refused where nothing was paid', async () => {
    const { chargeRef } = await challenged();
    expect(await provider.refund(part(chargeRef, 1n))).toMatchObject({
      kind: 'failed',
      code: 'PROVIDER_REFUSED',
    });
  });
});
