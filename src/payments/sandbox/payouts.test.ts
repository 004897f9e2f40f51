/** Bank accounts and payouts, through the real adapter and SDK. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currencyCode } from '../../money.ts';
import type { PaymentProvider, PayoutInput, PayoutOutcome, WebhookEvent } from '../provider.ts';
import type { Sandbox } from './start.ts';
import {
  providerFor,
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
  receiver = await startReceiver();
  sandbox = await startTestSandbox(database.sql, receiver.url);
  provider = providerFor(sandbox);
});

afterAll(async () => {
  await sandbox.stop();
  receiver.close();
  await database.close();
});

const currency = currencyCode('INR');
const paid = { kind: 'paid', amountMinor: 120_000n, currency };

function accountInput(token: string) {
  return { businessId: crypto.randomUUID(), token, currency, idempotencyKey: crypto.randomUUID() };
}

async function payoutTo(token: string): Promise<PayoutInput> {
  const { accountRef } = await provider.attachBankAccount(accountInput(token));
  const payoutId = crypto.randomUUID();
  return { payoutId, accountRef, amountMinor: 120_000n, currency, idempotencyKey: `payout ${payoutId}` };
}

function refOf(outcome: PayoutOutcome): string {
  if (outcome.payoutRef === null) throw new Error(`no reference in ${outcome.kind}`);
  return outcome.payoutRef;
}

function ends(payoutRef: string) {
  return expect.poll(() => provider.lookUpPayout({ payoutRef }), { timeout: 5_000 });
}

/** The outcomes that webhooks told of a payout, until it was told so many. */
async function told(payoutId: string, count: number): Promise<WebhookEvent['outcome'][]> {
  const outcomes: WebhookEvent['outcome'][] = [];
  while (outcomes.length < count) {
    const { body, signature } = await receiver.next();
    const event = provider.parseWebhook(body, signature);
    if (event?.kind === 'payout' && event.payoutId === payoutId) outcomes.push(event.outcome);
  }
  return outcomes;
}

describe('a bank account', () => {
  test('is registered by its token, and shows its bank and the last four, once per key', async () => {
    const input = accountInput('btok_us_verified');
    const account = await provider.attachBankAccount(input);
    const accountRef = expect.stringMatching(/^ba_/);
    expect(account).toEqual({ accountRef, bankName: 'STRIPE TEST BANK', last4: '6789' });
    expect(await provider.attachBankAccount(input)).toEqual(account);
    expect(await provider.attachBankAccount(accountInput('btok_us_verified'))).not.toEqual(account);
  });

  test.each(['btok_nobody_knows', 'pm_card_visa', '000123456789', ''])(
    'of the token "%s" is refused',
    async (token) => {
      const attaching = provider.attachBankAccount(accountInput(token));
      await expect(attaching).rejects.toMatchObject({ code: 'BANK_TOKEN_REFUSED', path: ['token'] });
    },
  );
});

describe('a payout', () => {
  test('is pending at first, paid by its bank a moment later, and told at each step', async () => {
    const payout = await payoutTo('btok_us_verified');
    const first = await provider.payOut(payout);
    const payoutRef = refOf(first);
    expect(first).toEqual({ kind: 'processing', payoutRef });
    await ends(payoutRef).toEqual({ ...paid, payoutRef });
    expect(await provider.payOut(payout)).toEqual({ ...paid, payoutRef });
    expect(await told(payout.payoutId, 2)).toEqual([first, { ...paid, payoutRef }]);
  });

  test.each([
    ['btok_us_verified_noAccount', 'NO_ACCOUNT'],
    ['btok_us_verified_accountClosed', 'ACCOUNT_CLOSED'],
    ['btok_us_verified_insufficientFunds', 'BANK_DECLINED'],
  ])('to %s fails as %s', async (token, code) => {
    const payout = await payoutTo(token);
    const payoutRef = refOf(await provider.payOut(payout));
    await ends(payoutRef).toMatchObject({ kind: 'failed', code, payoutRef });
    expect((await told(payout.payoutId, 2)).map(({ kind }) => kind)).toEqual(['processing', 'failed']);
  });

  test('is paid and comes back', async () => {
    const payout = await payoutTo('btok_sandbox_returned');
    const payoutRef = refOf(await provider.payOut(payout));
    await ends(payoutRef).toMatchObject({ kind: 'failed', code: 'ACCOUNT_CLOSED', payoutRef });
    const kinds = (await told(payout.payoutId, 3)).map(({ kind }) => kind);
    expect(kinds).toEqual(['processing', 'paid', 'failed']);
  });

  test('is decided although the provider was restarted meanwhile', async () => {
    const before = await startTestSandbox(database.sql, receiver.url);
    const payout = await payoutTo('btok_sandbox_slow');
    const first = await providerFor(before).payOut(payout);
    await before.stop();
    expect(first).toMatchObject({ kind: 'processing' });
    const payoutRef = refOf(first);
    await ends(payoutRef).toEqual({ ...paid, payoutRef });
  });

  test('the same key at the same time pays out once', async () => {
    const payout = await payoutTo('btok_us_verified');
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => provider.payOut(payout)));
    const refs = new Set(outcomes.flatMap(({ payoutRef }) => payoutRef ?? []));
    expect(refs.size).toBe(1);
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from sandbox.objects
      where type = 'payout' and data -> 'metadata' ->> 'bottega_payout' = ${payout.payoutId}`;
    expect(row?.count).toBe(1);
  });

  test('is found by our id, among what was made since', async () => {
    const payout = await payoutTo('btok_us_verified');
    const since = new Date();
    expect(await provider.findPayout({ payoutId: payout.payoutId, since })).toBeNull();
    const payoutRef = refOf(await provider.payOut(payout));
    expect(await provider.findPayout({ payoutId: payout.payoutId, since })).toMatchObject({ payoutRef });
    const later = new Date(Date.now() + 120_000);
    expect(await provider.findPayout({ payoutId: payout.payoutId, since: later })).toBeNull();
  });

  test.each([
    ['nowhere', { accountRef: 'ba_none' }],
    ['in another currency', { currency: currencyCode('USD') }],
    ['of nothing', { amountMinor: 0n }],
  ])('%s is refused, and nothing is sent', async (_what, wrong) => {
    const payout = { ...(await payoutTo('btok_us_verified')), ...wrong };
    const refused = { kind: 'failed', payoutRef: null, code: 'PROVIDER_REFUSED' };
    expect(await provider.payOut(payout)).toMatchObject(refused);
    expect(await provider.findPayout({ payoutId: payout.payoutId, since: new Date() })).toBeNull();
  });

  test('of which nobody can be asked is unknown', async () => {
    const gone = await startTestSandbox(database.sql);
    await gone.stop();
    const lonely = providerFor(gone);
    const payout = await payoutTo('btok_us_verified');
    const unknown = { kind: 'unknown', reason: 'StripeConnectionError' };
    expect(await lonely.payOut(payout)).toEqual({ ...unknown, payoutRef: null });
    expect(await lonely.lookUpPayout({ payoutRef: 'po_1' })).toEqual({ ...unknown, payoutRef: 'po_1' });
    expect(await lonely.findPayout({ ...payout, since: new Date() })).toMatchObject(unknown);
    const attaching = lonely.attachBankAccount(accountInput('btok_us_verified'));
    await expect(attaching).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });
});
