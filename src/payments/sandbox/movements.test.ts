/** The sandbox's books as the adapter reads them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaymentProvider, ProviderMovement } from '../provider.ts';
import type { Sandbox } from './start.ts';
import { payer, providerFor, startDatabase, startTestSandbox, type TestDatabase } from './test-setup.ts';

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

const AN_HOUR = 60 * 60 * 1000;
const around = { from: new Date(Date.now() - AN_HOUR), to: new Date(Date.now() + AN_HOUR) };
const keyed = () => ({ idempotencyKey: crypto.randomUUID() });

function movements(window = around): Promise<ProviderMovement[]> {
  return Array.fromAsync(provider.movements(window));
}

/** What is there by the charges, refunds and payouts themselves. */
async function balance(): Promise<bigint> {
  const [row] = await database.sql<{ minor: bigint }[]>`
    select coalesce(sum(case
      when type = 'payment_intent' then (data ->> 'amount_received')::bigint
      when type in ('refund', 'payout') and data ->> 'status' <> 'failed' then -(data ->> 'amount')::bigint
      else 0 end), 0)::bigint as minor
    from sandbox.objects`;
  return row?.minor ?? 0n;
}

async function charged(token: string) {
  const charge = await payer(provider, token);
  return { charge, chargeRef: (await provider.charge(charge)).chargeRef ?? '' };
}

async function about(subjectId: string) {
  const lines = (await movements()).filter((line) => line.subjectId === subjectId);
  return lines.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`).toSorted();
}

test('a line is a charge as our records call it', async () => {
  const { charge, chargeRef } = await charged('pm_card_visa');
  const { paymentId, amountMinor, currency } = charge;
  const [line, ...more] = (await movements()).filter(({ subjectId }) => subjectId === paymentId);
  expect(more).toEqual([]);
  expect(line).toEqual({
    movementRef: expect.stringMatching(/^txn_/),
    kind: 'charge',
    sourceRef: chargeRef,
    subjectId: paymentId,
    amountMinor,
    currency,
    at: expect.any(Date),
  });
});

test('what was not paid is in no line, and what is paid later is in one', async () => {
  const { charge: declined } = await charged('pm_card_visa_chargeDeclined');
  const { charge: waiting } = await charged('pm_card_threeDSecure2Required');
  const { charge: processed } = await charged('pm_card_sandbox_processing');
  await expect.poll(() => about(processed.paymentId), { timeout: 5_000 }).toEqual(['charge 49900']);
  expect(await about(declined.paymentId)).toEqual([]);
  expect(await about(waiting.paymentId)).toEqual([]);
});

test.each([
  ['pm_card_visa', ['refund -100']],
  ['pm_card_pendingRefund', ['refund -100']],
  ['pm_card_sandbox_refundRefused', ['refund -100', 'refund_return 100']],
  ['pm_card_refundFail', ['refund -100', 'refund_return 100']],
])('a refund to %s has the lines %o', async (token, lines) => {
  const { charge, chargeRef } = await charged(token);
  const { currency } = charge;
  const refundId = crypto.randomUUID();
  await provider.refund({ refundId, chargeRef, amountMinor: 100n, currency, ...keyed() });
  await expect.poll(() => about(refundId), { timeout: 5_000 }).toEqual(lines);
});

test.each([
  ['btok_us_verified', ['payout -100']],
  ['btok_us_verified_noAccount', ['payout -100', 'payout_return 100']],
  ['btok_sandbox_returned', ['payout -100', 'payout_return 100']],
])('a payout to %s has the lines %o', async (token, lines) => {
  const { currency } = await payer(provider, 'pm_card_visa');
  const businessId = crypto.randomUUID();
  const { accountRef } = await provider.attachBankAccount({ businessId, token, currency, ...keyed() });
  const payoutId = crypto.randomUUID();
  await provider.payOut({ payoutId, accountRef, amountMinor: 100n, currency, ...keyed() });
  await expect.poll(() => about(payoutId), { timeout: 5_000 }).toEqual(lines);
});

test('all pages together are the balance, and windows that meet have each line once', async () => {
  const charge = await payer(provider, 'pm_card_visa');
  for (let made = 0; made < 130; made += 10) {
    const ten = Array.from({ length: 10 }, () => ({ ...charge, ...keyed() }));
    await Promise.all(ten.map((one) => provider.charge(one)));
  }
  const all = await movements();
  expect(all.length).toBeGreaterThan(130);
  expect(new Set(all.map(({ movementRef }) => movementRef)).size).toBe(all.length);
  expect(all.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(await balance());

  const middle = new Date((all[60]?.at.getTime() ?? 0) + 400);
  const before = await movements({ from: around.from, to: middle });
  const after = await movements({ from: middle, to: around.to });
  expect([...after, ...before]).toEqual(all);
  expect(await movements({ from: around.to, to: new Date(around.to.getTime() + AN_HOUR) })).toEqual([]);
});
