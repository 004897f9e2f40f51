import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { createRefund } from '../src/payments/refund.ts';
import { paymentsByOrder } from '../src/payments/read.ts';
import { createPayout } from '../src/payouts/create.ts';
import type { PayoutState } from '../src/payouts/rules.ts';
import { earn, sell } from '../src/testing/earnings.ts';
import { readBusiness, readPayout } from '../src/testing/balance-commands.ts';
import { makePerson, makeShop, makeStaff, type TestShop } from '../src/testing/factories.ts';
import { switchFault } from '../src/testing/faults.ts';
import { inr, payOut, setBank } from '../src/testing/money-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { currencyCode } from '../src/money.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A shop with a bank account that has 980.00 to be paid out, of a sale of 1,000.00. */
async function shopWith(token = 'btok_us_verified'): Promise<TestShop> {
  const shop = await makeShop(server);
  await earn(server, shop, 100_000n);
  const { userErrors } = await setBank(shop.owner.client, { businessId: shop.publicId, token });
  expect(userErrors).toEqual([]);
  return shop;
}

async function balanceOf(shop: TestShop) {
  const { balance } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
  return { available: balance?.available.amount, heldBack: balance?.heldBack.amount };
}

const request = (shop: TestShop, amount?: string) =>
  payOut(shop.owner.client, { businessId: shop.publicId, ...(amount && { amount: inr(amount) }) });

/** The next payout is paid, and we hear of it some time later. */
const hearLate = () => switchFault(server, { operation: 'payout.paid', fault: 'late', delayMs: 3_000 });

/** Waits until a payout has come to this. As it is then. */
async function ended(shop: TestShop, id: string | undefined, state: PayoutState) {
  const read = () => readPayout(shop.owner.client, id ?? '');
  await vi.waitUntil(async () => (await read())?.state === state, { timeout: 10_000, interval: 20 });
  return read();
}

const refusedAs = (code: string, path?: readonly string[]) => ({
  payout: null,
  userErrors: [path ? { code, path } : { code }],
});

describe('a payout', () => {
  it('takes all that is available, holds it, and is paid by the bank', async () => {
    const shop = await shopWith();
    await hearLate();
    const { payout, userErrors } = await request(shop);
    expect(userErrors).toEqual([]);
    expect(payout).toMatchObject({ state: 'PENDING', amount: inr('980.00'), failure: null });
    expect(await balanceOf(shop)).toEqual({ available: '0.00', heldBack: '980.00' });
    expect(await ended(shop, payout?.id, 'PAID')).toMatchObject({ failure: null });
    expect(await balanceOf(shop)).toEqual({ available: '0.00', heldBack: '0.00' });
  });

  it('takes a part when asked for one, and leaves the rest', async () => {
    const shop = await shopWith();
    await hearLate();
    const { payout } = await request(shop, '300.50');
    expect(payout).toMatchObject({ state: 'PENDING', amount: inr('300.50') });
    expect(await balanceOf(shop)).toEqual({ available: '679.50', heldBack: '300.50' });
    await ended(shop, payout?.id, 'PAID');
    expect(await balanceOf(shop)).toEqual({ available: '679.50', heldBack: '0.00' });
  });

  test.each([
    ['btok_us_verified_noAccount', 'NO_ACCOUNT'],
    ['btok_us_verified_accountClosed', 'ACCOUNT_CLOSED'],
    ['btok_us_verified_insufficientFunds', 'BANK_DECLINED'],
  ])('that the bank of %s refuses fails as %s: the money is available again', async (token, code) => {
    const shop = await shopWith(token);
    const { payout } = await request(shop);
    expect(await ended(shop, payout?.id, 'FAILED')).toMatchObject({ failure: { code } });
    expect(await balanceOf(shop)).toEqual({ available: '980.00', heldBack: '0.00' });
  });

  it('that comes back is returned: the money is available again, and the books show both ways', async () => {
    const shop = await shopWith('btok_sandbox_returned');
    const { payout } = await request(shop);
    expect(await ended(shop, payout?.id, 'RETURNED')).toMatchObject({ failure: { code: 'ACCOUNT_CLOSED' } });
    const { balance, payouts } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    expect(balance).toMatchObject({ available: inr('980.00'), heldBack: inr('0.00') });
    const booked = balance?.entries.edges.map(({ node }) => [node.kind, node.amount.amount, node.reference]);
    expect(booked?.slice(0, 2)).toEqual([
      ['PAYOUT_RETURN', '980.00', payout?.id],
      ['PAYOUT', '-980.00', payout?.id],
    ]);
    expect(payouts?.edges[0]?.node.failure?.message).toMatch(/\w/);
  });

  it('is pending as long as the bank takes, and its account may be replaced meanwhile', async () => {
    const shop = await shopWith('btok_sandbox_slow');
    await hearLate();
    const { payout } = await request(shop);
    const set = await setBank(shop.owner.client, { businessId: shop.publicId, token: 'btok_us_verified' });
    expect(set.bankAccount).toMatchObject({ bankName: 'STRIPE TEST BANK', last4: '6789' });
    const { bankAccount, payouts } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    expect(bankAccount?.last4).toBe('6789');
    expect(payouts?.edges.map(({ node }) => node)).toMatchObject([
      { id: payout?.id, state: 'PENDING', bankAccount: { last4: '8000' } },
    ]);
    await ended(shop, payout?.id, 'PAID');
  });
});

describe('a payout is refused', () => {
  test.each([
    ['more than there is', inr('980.01'), 'INSUFFICIENT_FUNDS', undefined],
    ['nothing', inr('0'), 'INVALID_MONEY', ['amount', 'amount']],
    ['less than nothing', inr('-1.00'), 'INVALID_MONEY', ['amount', 'amount']],
    ['a part of the minor unit', inr('1.005'), 'INVALID_MONEY', ['amount', 'amount']],
    ['another currency', { amount: '1', currencyCode: 'USD' }, 'INVALID_MONEY', ['amount', 'currencyCode']],
  ])('of %s', async (_what, amount, code, path) => {
    const shop = await shopWith();
    const refused = await payOut(shop.owner.client, { businessId: shop.publicId, amount });
    expect(refused).toMatchObject(refusedAs(code, path));
    const { payouts } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    expect(payouts?.edges).toEqual([]);
    expect(await balanceOf(shop)).toEqual({ available: '980.00', heldBack: '0.00' });
  });

  it('of what is held back for a sale that was not delivered, and of an empty balance', async () => {
    const shop = await makeShop(server);
    await setBank(shop.owner.client, { businessId: shop.publicId, token: 'btok_us_verified' });
    expect(await request(shop)).toMatchObject(refusedAs('INSUFFICIENT_FUNDS'));
    await sell(server, shop, 100_000n);
    expect(await balanceOf(shop)).toEqual({ available: '0.00', heldBack: '980.00' });
    expect(await request(shop)).toMatchObject(refusedAs('INSUFFICIENT_FUNDS'));
    expect(await request(shop, '0.01')).toMatchObject({
      userErrors: [{ code: 'INSUFFICIENT_FUNDS' }],
    });
  });

  it('without a bank account', async () => {
    const shop = await makeShop(server);
    await earn(server, shop, 100_000n);
    expect(await request(shop)).toMatchObject(refusedAs('NO_BANK_ACCOUNT'));
  });

  it('to anybody but owners', async () => {
    const shop = await shopWith();
    const input = { businessId: shop.publicId };
    for (const role of ['MANAGER', 'AGENT'] as const) {
      const { client } = await makeStaff(server, shop, role);
      expect(await payOut(client, input)).toMatchObject(refusedAs('FORBIDDEN_ROLE'));
      const set = await setBank(client, { ...input, token: 'btok_us_verified' });
      expect(set).toMatchObject({ bankAccount: null, userErrors: [{ code: 'FORBIDDEN_ROLE' }] });
    }
    const stranger = (await makePerson(server)).client;
    const missing = encodeId('biz', newId());
    const forStranger = await payOut(stranger, input);
    expect(forStranger).toMatchObject(refusedAs('NOT_FOUND', ['businessId']));
    expect(await payOut(stranger, { businessId: missing })).toEqual(forStranger);
    await expect(payOut(server.client(), input)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await balanceOf(shop)).toEqual({ available: '980.00', heldBack: '0.00' });
  });
});

describe('a key', () => {
  it('pays out once however often it comes, and one at a time', async () => {
    const shop = await shopWith();
    const input = { businessId: shop.publicId, amount: inr('100.00'), idempotencyKey: randomUUID() };
    const all = await Promise.all(Array.from({ length: 6 }, () => payOut(shop.owner.client, input)));
    expect(new Set(all.map(({ payout }) => payout?.id)).size).toBe(1);
    await ended(shop, all[0]?.payout?.id, 'PAID');
    expect((await payOut(shop.owner.client, input)).payout).toMatchObject({ state: 'PAID' });
    expect(await balanceOf(shop)).toEqual({ available: '880.00', heldBack: '0.00' });
  });

  it('is not for another amount, nor is its refusal forgotten', async () => {
    const shop = await shopWith();
    const key = { businessId: shop.publicId, idempotencyKey: randomUUID() };
    await payOut(shop.owner.client, { ...key, amount: inr('100.00') });
    const other = await payOut(shop.owner.client, { ...key, amount: inr('200.00') });
    expect(other).toMatchObject(refusedAs('IDEMPOTENCY_CONFLICT', ['idempotencyKey']));

    const tooMuch = { businessId: shop.publicId, idempotencyKey: randomUUID(), amount: inr('2000.00') };
    expect(await payOut(shop.owner.client, tooMuch)).toMatchObject(refusedAs('INSUFFICIENT_FUNDS'));
    await earn(server, shop, 200_000n);
    expect(await payOut(shop.owner.client, tooMuch)).toMatchObject(refusedAs('INSUFFICIENT_FUNDS'));
  });

  it('sets a bank account once', async () => {
    const shop = await makeShop(server);
    const input = { businessId: shop.publicId, token: 'btok_us_verified', idempotencyKey: randomUUID() };
    const first = await setBank(shop.owner.client, input);
    await setBank(shop.owner.client, { businessId: shop.publicId, token: 'btok_sandbox_slow' });
    expect(await setBank(shop.owner.client, input)).toEqual(first);
    const { bankAccount } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    expect(bankAccount?.last4).toBe('8000');
  });
});

describe('what is held can not be spent twice', () => {
  it('by two payouts of all of it', async () => {
    const shop = await shopWith();
    const all = await Promise.all(Array.from({ length: 5 }, () => request(shop, '600.00')));
    expect(all.filter(({ payout }) => payout)).toHaveLength(1);
    expect(all.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array.from({ length: 4 }, () => 'INSUFFICIENT_FUNDS'),
    );
  });

  it('by a payout and a refund', async () => {
    const amount = { minor: 98_000n, currency: currencyCode('INR') };
    for (let round = 0; round < 5; round++) {
      const shop = await makeShop(server);
      const { orderId } = await earn(server, shop, 100_000n);
      await setBank(shop.owner.client, { businessId: shop.publicId, token: 'btok_us_verified' });
      const [[payment] = []] = await paymentsByOrder(shop.owner.ctx, [orderId]);
      if (!payment) throw new Error('the order has no payment');
      const key = { idempotencyKey: randomUUID() };
      const outcomes = await Promise.allSettled([
        createPayout(shop.owner.ctx, { businessId: shop.id, amount, ...key }),
        createRefund(shop.owner.ctx, {
          paymentId: payment.id,
          reason: 'Rotten.',
          idempotencyKey: randomUUID(),
        }),
      ]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(['INSUFFICIENT_FUNDS']);
    }
  });

  it('by two who set a bank account at once: one of them is it', async () => {
    const shop = await makeShop(server);
    const tokens = ['btok_us_verified', 'btok_sandbox_slow', 'btok_sandbox_returned', 'btok_us_verified'];
    const set = await Promise.all(
      tokens.map((token) => setBank(shop.owner.client, { businessId: shop.publicId, token })),
    );
    expect(set.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const { bankAccount } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    expect(['6789', '8000', '7000']).toContain(bankAccount?.last4);
  });
});

test.each(['btok_nobody_knows', '000123456789', 'a card of mine', ''])(
  'the bank token "%s" is refused',
  async (token) => {
    const shop = await makeShop(server);
    const { bankAccount, userErrors } = await setBank(shop.owner.client, {
      businessId: shop.publicId,
      token,
    });
    expect(bankAccount).toBeNull();
    expect(userErrors).toMatchObject([{ path: ['token'] }]);
  },
);
