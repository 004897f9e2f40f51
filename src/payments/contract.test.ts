/**
 * What the port promises, through the real adapter and SDK: against the sandbox always, and against Stripe's
 * test mode when `STRIPE_TEST_KEY` holds a secret key of it. What only the sandbox can do, such as one-time
 * codes, faults and payouts to a test bank, is in its own tests.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currencyCode } from '../money.ts';
import type { ChargeInput, ChargeOutcome, PaymentProvider, ProviderMovement } from './provider.ts';
import { payer, providerFor, startDatabase, startTestSandbox } from './sandbox/test-setup.ts';
import { createStripeProvider } from './stripe.ts';

interface Opened {
  provider: PaymentProvider;
  close(): Promise<void>;
}

async function openSandbox(): Promise<Opened> {
  const database = await startDatabase();
  const sandbox = await startTestSandbox(database.sql);
  const close = async () => {
    await sandbox.stop();
    await database.close();
  };
  return { provider: providerFor(sandbox), close };
}

const stripeKey = process.env['STRIPE_TEST_KEY'] ?? '';

function openStripe(): Promise<Opened> {
  // Never a live key: these tests charge.
  if (!stripeKey.startsWith('sk_test_')) throw new Error('STRIPE_TEST_KEY is not a key of the test mode.');
  const returnUrl = 'https://bottega.example/paid';
  const provider = createStripeProvider({ secretKey: stripeKey, webhookSecret: 'whsec_unused', returnUrl });
  return Promise.resolve({ provider, close: () => Promise.resolve() });
}

const currency = currencyCode('USD');
const LONGEST_MS = 60_000;
/** Answers of the future: at Stripe some of it comes seconds later. */
const soon = { timeout: LONGEST_MS / 2, interval: 250 };

function keeps(open: () => Promise<Opened>): void {
  let opened: Opened;
  let provider: PaymentProvider;

  beforeAll(async () => {
    opened = await open();
    provider = opened.provider;
  });
  afterAll(() => opened.close());

  const payerOf = async (token: string): Promise<ChargeInput> => ({
    ...(await payer(provider, token)),
    currency,
  });
  const paid = async (token = 'pm_card_visa') => {
    const charge = await payerOf(token);
    return { charge, chargeRef: refOf(await provider.charge(charge)) };
  };
  const part = (chargeRef: string, amountMinor: bigint) => {
    const refundId = crypto.randomUUID();
    return { refundId, chargeRef, amountMinor, currency, idempotencyKey: `refund ${refundId}` };
  };

  describe('customers and cards', () => {
    test('the same key makes the same customer', async () => {
      const input = { personId: crypto.randomUUID(), idempotencyKey: crypto.randomUUID() };
      const first = await provider.createCustomer(input);
      expect(await provider.createCustomer(input)).toEqual(first);
    });

    test('an attached card shows its brand, last four and expiry, and nothing else', async () => {
      const { customerRef } = await payerOf('pm_card_visa');
      const token = { customerRef, token: 'pm_card_mastercard', idempotencyKey: crypto.randomUUID() };
      expect(await provider.attachCard(token)).toEqual({
        methodRef: expect.stringMatching(/^pm_\w+$/),
        brand: 'mastercard',
        last4: '4444',
        expMonth: expect.any(Number),
        expYear: expect.any(Number),
      });
    });

    test.each(['pm_nobody_knows', 'tok_visa', '4242424242424242', ''])(
      'the token "%s" is refused',
      async (token) => {
        const { customerRef } = await payerOf('pm_card_visa');
        const attaching = provider.attachCard({ customerRef, token, idempotencyKey: crypto.randomUUID() });
        await expect(attaching).rejects.toMatchObject({ code: 'CARD_TOKEN_REFUSED' });
      },
    );

    test('a detached card is neither charged nor attached again, and detaching it again does nothing', async () => {
      const charge = await payerOf('pm_card_visa');
      const { customerRef, methodRef } = charge;
      await provider.detachCard({ methodRef });
      await provider.detachCard({ methodRef });
      await provider.detachCard({ methodRef: 'pm_none' });
      expect(await provider.charge(charge)).toMatchObject({ kind: 'failed', code: 'PROVIDER_REFUSED' });
      const again = { customerRef, token: methodRef, idempotencyKey: crypto.randomUUID() };
      await expect(provider.attachCard(again)).rejects.toMatchObject({ code: 'CARD_TOKEN_REFUSED' });
    });

    test('nobody charges a card of somebody else', async () => {
      const { methodRef } = await payerOf('pm_card_visa');
      const other = await payerOf('pm_card_visa');
      expect(await provider.charge({ ...other, methodRef })).toMatchObject({ kind: 'failed' });
    });
  });

  describe('charging', () => {
    test('succeeds with what was asked, and looks the same from then on', async () => {
      const charge = await payerOf('pm_card_visa');
      const outcome = await provider.charge(charge);
      const chargeRef = expect.stringMatching(/^pi_/);
      expect(outcome).toEqual({ kind: 'succeeded', chargeRef, amountMinor: 49_900n, currency });
      expect(await provider.lookUp({ chargeRef: refOf(outcome) })).toEqual(outcome);
      expect(await provider.lookUpByPayment({ ...charge, since: new Date() })).toEqual(outcome);
    });

    test('a decline is an outcome, now, repeated and looked up', async () => {
      const charge = await payerOf('pm_card_chargeCustomerFail');
      const outcome = await provider.charge(charge);
      expect(outcome).toMatchObject({ kind: 'failed', code: 'CARD_DECLINED' });
      expect(await provider.charge(charge)).toEqual(outcome);
      expect(await provider.lookUp({ chargeRef: refOf(outcome) })).toEqual(outcome);
    });

    test('the same key charges once, one after another or at once', async () => {
      const charge = await payerOf('pm_card_visa');
      const outcomes = await Promise.all(Array.from({ length: 4 }, () => provider.charge(charge)));
      expect(outcomes.every(({ kind }) => kind === 'succeeded' || kind === 'unknown')).toBe(true);
      const settled = await provider.charge(charge);
      expect(settled).toMatchObject({ kind: 'succeeded' });
      const refs = [...outcomes, settled].flatMap(({ chargeRef }) => chargeRef ?? []);
      expect(new Set(refs).size).toBe(1);
    });

    test('the same key with another amount tells nothing of the first', async () => {
      const { charge, chargeRef } = await paid();
      const other = await provider.charge({ ...charge, amountMinor: 100n });
      expect(other).toMatchObject({ kind: 'unknown', reason: 'StripeIdempotencyError 400' });
      expect(await provider.lookUp({ chargeRef })).toMatchObject({ amountMinor: 49_900n });
    });

    test('a charge that there is not is unknown by reference and null by payment', async () => {
      const { customerRef } = await payerOf('pm_card_visa');
      expect(await provider.lookUp({ chargeRef: 'pi_none' })).toMatchObject({ kind: 'unknown' });
      expect(await provider.lookUpByPayment({ paymentId: 'x', customerRef, since: new Date() })).toBeNull();
    });

    test('a charge that waits for its payer can be cancelled, and is not refunded', async () => {
      const outcome = await provider.charge(await payerOf('pm_card_authenticationRequired'));
      expect(outcome).toMatchObject({ kind: 'requires_action' });
      const chargeRef = refOf(outcome);
      const refused = { kind: 'failed', code: 'PROVIDER_REFUSED' };
      expect(await provider.refund(part(chargeRef, 100n))).toMatchObject(refused);
      const cancelled = { kind: 'failed', chargeRef, code: 'CANCELLED' };
      expect(await provider.cancelCharge({ chargeRef })).toMatchObject(cancelled);
      expect(await provider.cancelCharge({ chargeRef })).toMatchObject(cancelled);
    });

    test('cancelling comes too late for a charge that succeeded', async () => {
      const { chargeRef } = await paid();
      expect(await provider.cancelCharge({ chargeRef })).toMatchObject({ kind: 'succeeded', chargeRef });
    });
  });

  describe('refunding', () => {
    test('gives all of it back, once, and is found by our id', async () => {
      const { chargeRef } = await paid();
      const refund = part(chargeRef, 49_900n);
      const outcome = await provider.refund(refund);
      expect(outcome).toMatchObject({ kind: 'succeeded', amountMinor: 49_900n, currency });
      expect(await provider.refund(refund)).toEqual(outcome);
      expect(await provider.lookUpRefund({ refundRef: outcome.refundRef ?? '' })).toEqual(outcome);
      expect(await provider.findRefund(refund)).toEqual(outcome);
      expect(await provider.findRefund({ refundId: crypto.randomUUID(), chargeRef })).toBeNull();
      const more = await provider.refund(part(chargeRef, 100n));
      expect(more).toMatchObject({ kind: 'failed', code: 'ALREADY_REFUNDED' });
    });

    test('gives parts back, and not more than is left', async () => {
      const { chargeRef } = await paid();
      expect(await provider.refund(part(chargeRef, 20_000n))).toMatchObject({ amountMinor: 20_000n });
      const over = await provider.refund(part(chargeRef, 29_901n));
      expect(over).toMatchObject({ kind: 'failed', code: 'AMOUNT_TOO_LARGE', refundRef: null });
      expect(await provider.refund(part(chargeRef, 29_900n))).toMatchObject({ kind: 'succeeded' });
    });

    test.each([
      ['pm_card_pendingRefund', 'processing', 'succeeded'],
      ['pm_card_refundFail', 'succeeded', 'failed'],
    ])('%s: a refund is %s at first, and %s in the end', async (token, first, last) => {
      const { chargeRef } = await paid(token);
      const refund = part(chargeRef, 100n);
      const outcome = await provider.refund(refund);
      expect(outcome.kind).toBe(first);
      const now = () => provider.lookUpRefund({ refundRef: outcome.refundRef ?? '' });
      await expect.poll(now, soon).toMatchObject({ kind: last, refundRef: outcome.refundRef });
      expect(await provider.refund(refund)).toEqual(await now());
    });
  });

  test('the movements name what they are of', async () => {
    const from = new Date(Date.now() - 60_000);
    const { charge, chargeRef } = await paid();
    const refund = part(chargeRef, 100n);
    const { refundRef } = await provider.refund(refund);
    const ours = async (): Promise<ProviderMovement[]> => {
      const all = await Array.fromAsync(provider.movements({ from, to: new Date(Date.now() + 60_000) }));
      return all.filter(({ subjectId }) => subjectId === charge.paymentId || subjectId === refund.refundId);
    };
    await expect.poll(async () => (await ours()).length, soon).toBe(2);
    const movements = await ours();
    const taken = movements.find(({ kind }) => kind === 'charge');
    expect(taken).toMatchObject({ sourceRef: chargeRef, subjectId: charge.paymentId });
    const given = movements.find(({ kind }) => kind === 'refund');
    expect(given).toMatchObject({ sourceRef: refundRef, subjectId: refund.refundId });
    expect([taken?.amountMinor ?? 0n, given?.amountMinor ?? 0n].map((amount) => amount > 0n)).toEqual([
      true,
      false,
    ]);
  });
}

function refOf(outcome: ChargeOutcome): string {
  if (outcome.chargeRef === null) throw new Error(`no reference in ${outcome.kind}`);
  return outcome.chargeRef;
}

describe('the port on the sandbox', { timeout: LONGEST_MS }, () => {
  keeps(openSandbox);
});

describe.skipIf(stripeKey === '')("the port on Stripe's test mode", { timeout: LONGEST_MS }, () => {
  keeps(openStripe);
});
