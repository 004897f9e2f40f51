import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemContext } from '../context.ts';
import type { PayoutId, RefundId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { WebhookSignatureError } from '../payments/failures.ts';
import { paymentsByOrder } from '../payments/read.ts';
import { createRefund } from '../payments/refund.ts';
import { settle } from '../payments/settle.ts';
import { setBankAccount } from '../payouts/bank-account.ts';
import { createPayout } from '../payouts/create.ts';
import { settlePayout } from '../payouts/settle.ts';
import { earn, type Sale } from '../testing/earnings.ts';
import { makeCard, makePerson, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { topUpWallet } from '../wallets/top-up.ts';
import { resolveDiscrepancy } from './resolve.ts';
import { reconcileDay } from './run.ts';

/* No news of the provider reaches us but by asking. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
const INR = currencyCode('INR');

function loseWebhooks(): void {
  vi.spyOn(server.app.payments, 'parseWebhook').mockImplementation(() => {
    throw new WebhookSignatureError();
  });
}
beforeAll(loseWebhooks);
afterEach(() => {
  vi.restoreAllMocks();
  loseWebhooks();
});
afterAll(() => server.stop());

const system = () => systemContext(server.app, 'provider.reconcile');
const compareToday = () => reconcileDay(system(), new Date().toISOString().slice(0, 10));

/** Somebody tops up by a card whose answer is lost. */
async function topUp() {
  const person = await makePerson(server);
  await makeCard(person, 'pm_card_sandbox_answerLost');
  const amount = { minor: 500n, currency: INR };
  const paymentId = await topUpWallet(person.ctx, { amount, idempotencyKey: randomUUID() });
  return { person, paymentId };
}

const stateOf = async (table: 'payments' | 'refunds' | 'payouts', id: string) => {
  const [row] = await server.app.sql<
    { state: string }[]
  >`select state from ${server.app.sql(table)} where id = ${id}`;
  return row?.state;
};

const journalsOf = async (id: string) =>
  (
    await server.app.sql<
      { kind: string }[]
    >`select kind from ledger_journals where subject_id = ${id} order by id`
  ).map(({ kind }) => kind);

/** What the provider's books have of something. */
const linesOf = async (id: string) => {
  const rows = await server.app.sql<{ type: string }[]>`
    select data ->> 'type' as type from sandbox.objects
    where type = 'balance_transaction' and (data -> 'source' -> 'metadata')::text like ${`%${id}%`} order by created_at`;
  return rows.map(({ type }) => type);
};

const listed = (id: string) => server.app.sql<{ id: string; kind: string }[]>`
  select id, kind from discrepancies where subject_id = ${id} and resolved_at is null`;

async function refundOf({
  shop,
  sale,
}: {
  shop: Awaited<ReturnType<typeof makeShop>>;
  sale: Sale;
}): Promise<RefundId> {
  const [[payment] = []] = await paymentsByOrder(shop.owner.ctx, [sale.orderId]);
  if (!payment) throw new Error('no payment');
  return createRefund(shop.owner.ctx, {
    paymentId: payment.id,
    reason: 'Rotten.',
    idempotencyKey: randomUUID(),
  });
}

async function payOutTo(token: string): Promise<PayoutId> {
  const shop = await makeShop(server);
  await earn(server, shop, 100_000n);
  await setBankAccount(shop.owner.ctx, { businessId: shop.id, token });
  return createPayout(shop.owner.ctx, { businessId: shop.id, idempotencyKey: randomUUID() });
}

describe('a charge that we have not booked', () => {
  it('is settled when its payment is still open', async () => {
    const { paymentId } = await topUp();
    expect(await stateOf('payments', paymentId)).toBe('UNKNOWN');
    expect(await compareToday()).toEqual([]);
    expect(await stateOf('payments', paymentId)).toBe('SUCCEEDED');
    expect(await journalsOf(paymentId)).toEqual(['top_up']);
  });

  it('goes into the wallet when its payment was given up', async () => {
    const { paymentId } = await topUp();
    const refused = { kind: 'failed', chargeRef: null, code: 'PROVIDER_REFUSED', message: '' } as const;
    await settle(system(), paymentId, refused);
    expect(await stateOf('payments', paymentId)).toBe('FAILED');
    expect(await compareToday()).toEqual([]);
    expect(await journalsOf(paymentId)).toEqual(['late_payment']);
  });

  it('is listed when asking does not help, and settled by the next time', async () => {
    const { paymentId } = await topUp();
    const { payments } = server.app;
    vi.spyOn(payments, 'charge').mockResolvedValue({ kind: 'unknown', chargeRef: null, reason: 'down' });
    vi.spyOn(payments, 'lookUpByPayment').mockResolvedValue({
      kind: 'unknown',
      chargeRef: null,
      reason: 'down',
    });
    expect(await compareToday()).toMatchObject([{ kind: 'MISSING_HERE', subject: paymentId }]);
    vi.restoreAllMocks();
    loseWebhooks();
    expect(await compareToday()).toEqual([]);
    expect(await stateOf('payments', paymentId)).toBe('SUCCEEDED');
    await resolve(paymentId);
  });

  it('is listed when asking fails by a fault of ours, and the others are settled', async () => {
    const [broken, other] = [await topUp(), await topUp()];
    const { charge } = server.app.payments;
    vi.spyOn(server.app.payments, 'charge').mockImplementation((input) =>
      input.paymentId === broken.paymentId
        ? Promise.reject(new Error('a fault'))
        : charge.call(server.app.payments, input),
    );
    expect(await compareToday()).toMatchObject([{ kind: 'MISSING_HERE', subject: broken.paymentId }]);
    expect(await stateOf('payments', other.paymentId)).toBe('SUCCEEDED');
    vi.restoreAllMocks();
    loseWebhooks();
    expect(await compareToday()).toEqual([]);
    await resolve(broken.paymentId);
  });
});

async function resolve(id: string): Promise<void> {
  const { ctx } = await makePerson(server, { operator: true });
  for (const one of await listed(id)) {
    await resolveDiscrepancy(ctx, { discrepancyId: one.id as never, note: 'It is settled by now.' });
  }
}

describe('a refund', () => {
  it('that its bank sent back, of which the news was lost, goes to the wallet', async () => {
    const shop = await makeShop(server);
    const sale = await earnBy(shop, 'pm_card_refundFail');
    const refundId = await refundOf({ shop, sale });
    expect(await stateOf('refunds', refundId)).toBe('SUCCEEDED');
    await expect.poll(() => linesOf(refundId), { timeout: 10_000 }).toEqual(['refund', 'refund_failure']);
    expect(await compareToday()).toEqual([]);
    expect(await journalsOf(refundId)).toEqual(['refund', 'refund_returned']);
  });

  it('that its bank has not decided is on its way, and no difference', async () => {
    const shop = await makeShop(server);
    const sale = await earnBy(shop, 'pm_card_pendingRefund');
    const lookUp = vi
      .spyOn(server.app.payments, 'lookUpRefund')
      .mockImplementation(({ refundRef }) => Promise.resolve({ kind: 'processing', refundRef }));
    const refundId = await refundOf({ shop, sale });
    expect(await linesOf(refundId)).toEqual(['refund']);
    expect(await compareToday()).toEqual([]);
    expect(lookUp).toHaveBeenCalled();
    expect(await stateOf('refunds', refundId)).toBe('PENDING');
    lookUp.mockRestore();
    await expect
      .poll(async () => (await compareToday(), stateOf('refunds', refundId)), { timeout: 10_000 })
      .toBe('SUCCEEDED');
    expect(await journalsOf(refundId)).toEqual(['refund']);
  });
});

const earnBy = async (shop: Awaited<ReturnType<typeof makeShop>>, card: string): Promise<Sale> =>
  earn(server, shop, 10_000n, card);

/** The bank of a payout takes its time. */
const bankThinks = () =>
  vi
    .spyOn(server.app.payments, 'lookUpPayout')
    .mockImplementation(({ payoutRef }) => Promise.resolve({ kind: 'processing', payoutRef }));

describe('a payout', () => {
  it('that its bank has not decided is on its way; when it has, it is settled', async () => {
    const lookUp = bankThinks();
    const payoutId = await payOutTo('btok_us_verified');
    expect(await compareToday()).toEqual([]);
    expect(lookUp).toHaveBeenCalled();
    expect(await stateOf('payouts', payoutId)).toBe('PENDING');
    lookUp.mockRestore();
    await expect
      .poll(async () => (await compareToday(), stateOf('payouts', payoutId)), { timeout: 10_000 })
      .toBe('PAID');
  });

  it('that came back, of which the news was lost, is returned', async () => {
    const payoutId = await payOutTo('btok_sandbox_returned');
    const [row] = await server.app.sql<
      { ref: string }[]
    >`select payout_ref as ref from payouts where id = ${payoutId}`;
    const paid = { kind: 'paid', payoutRef: row?.ref ?? '', amountMinor: 98_000n, currency: INR } as const;
    await settlePayout(system(), payoutId, paid);
    await expect.poll(() => linesOf(payoutId), { timeout: 10_000 }).toEqual(['payout', 'payout_failure']);
    expect(await stateOf('payouts', payoutId)).toBe('PAID');
    expect(await compareToday()).toEqual([]);
    expect(await stateOf('payouts', payoutId)).toBe('RETURNED');
    expect(await journalsOf(payoutId)).toEqual(['payout', 'payout_return']);
  });

  it('on its way of another amount is listed', async () => {
    bankThinks();
    const payoutId = await payOutTo('btok_us_verified');
    await server.app.sql`
      update sandbox.objects set data = jsonb_set(data, '{amount}', '-97999')
      where type = 'balance_transaction' and data -> 'source' -> 'metadata' ->> 'bottega_payout' = ${payoutId}`;
    const found = { kind: 'MISSING_HERE', subject: payoutId, theirsMinor: -97_999n };
    expect(await compareToday()).toMatchObject([found]);
    await resolve(payoutId);
  });
});
