import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { systemContext } from '../src/context.ts';
import { encodeId } from '../src/db/id.ts';
import { expireHolds } from '../src/ledger/expire.ts';
import { readBusiness, readStatement } from '../src/testing/balance-commands.ts';
import { deliver, earn, sell } from '../src/testing/earnings.ts';
import { makePerson, makeShop, makeStaff, type TestShop } from '../src/testing/factories.ts';
import { inr, payOut, refund, setBank } from '../src/testing/money-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { paymentsByOrder } from '../src/payments/read.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const DAY_MS = 24 * 60 * 60_000;

async function balanceOf(shop: TestShop) {
  const { balance } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
  return [balance?.available.amount, balance?.heldBack.amount, balance?.total.amount];
}

/** The job that gives back what is held too long, some days from now. */
const expireIn = (days: number) =>
  expireHolds({
    ...systemContext(server.app, 'hold.expire'),
    now: () => new Date(Date.now() + days * DAY_MS),
  });

describe("a business's balance", () => {
  it('is nothing before the first sale, in the currency of its market', async () => {
    const shop = await makeShop(server);
    const { balance, bankAccount, payouts } = await readBusiness(shop.owner.client, {
      businessId: shop.publicId,
    });
    expect(balance).toMatchObject({ available: inr('0.00'), heldBack: inr('0.00'), total: inr('0.00') });
    expect(balance?.entries.edges).toEqual([]);
    expect(bankAccount).toBeNull();
    expect(payouts?.edges).toEqual([]);
  });

  it('has a sale less the fee, held back until it is delivered', async () => {
    const shop = await makeShop(server);
    const sale = await sell(server, shop, 12_345n);
    // 2 % of 123.45 is 2.469, rounded half up.
    expect(await balanceOf(shop)).toEqual(['0.00', '120.98', '120.98']);
    await deliver(shop, sale);
    expect(await balanceOf(shop)).toEqual(['120.98', '0.00', '120.98']);
    const { balance } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    expect(
      balance?.entries.edges.map(({ node }) => [node.kind, node.amount.amount, node.balance?.amount]),
    ).toEqual([
      ['SALE', '-2.47', '120.98'],
      ['SALE', '123.45', '123.45'],
    ]);
  });

  it('is held back for two weeks when nothing is said of the delivery', async () => {
    const shop = await makeShop(server);
    const sale = await sell(server, shop, 10_000n);
    await expireIn(13.9);
    expect(await balanceOf(shop)).toEqual(['0.00', '98.00', '98.00']);
    await expireIn(14.1);
    expect(await balanceOf(shop)).toEqual(['98.00', '0.00', '98.00']);
    await deliver(shop, sale);
    expect(await balanceOf(shop)).toEqual(['98.00', '0.00', '98.00']);
  });

  it('gives a refund out of what is held back of its own sale first, and its share of the fee comes back', async () => {
    const shop = await makeShop(server);
    const first = await sell(server, shop, 10_000n);
    await sell(server, shop, 20_000n);
    const [[payment] = []] = await paymentsByOrder(shop.owner.ctx, [first.orderId]);
    const paymentId = encodeId('pay', payment?.id ?? '');
    const { userErrors } = await refund(shop.owner.client, {
      paymentId,
      amount: inr('50.00'),
      reason: 'Rotten.',
    });
    expect(userErrors).toEqual([]);
    expect(await balanceOf(shop)).toEqual(['0.00', '245.00', '245.00']);
    await deliver(shop, first);
    expect(await balanceOf(shop)).toEqual(['49.00', '196.00', '245.00']);
  });

  it('is only of its own sales', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    await earn(server, shop, 10_000n);
    expect(await balanceOf(shop)).toEqual(['98.00', '0.00', '98.00']);
    expect(await balanceOf(other)).toEqual(['0.00', '0.00', '0.00']);
  });
});

describe('what is shown of it', () => {
  it('is a page of entries at a time, the newest first, which name what they are of', async () => {
    const shop = await makeShop(server);
    await earn(server, shop, 10_000n);
    await setBank(shop.owner.client, { businessId: shop.publicId, token: 'btok_sandbox_slow' });
    const { payout } = await payOut(shop.owner.client, { businessId: shop.publicId });
    await expect
      .poll(
        async () =>
          (await readBusiness(shop.owner.client, { businessId: shop.publicId })).balance?.total.amount,
        {
          timeout: 10_000,
        },
      )
      .toBe('0.00');
    const page = async (after?: string) => {
      const variables = { businessId: shop.publicId, first: 2, ...(after && { after }) };
      const { balance } = await readBusiness(shop.owner.client, variables);
      if (!balance) throw new Error('no balance');
      return balance.entries;
    };
    const newest = await page();
    expect(newest.edges.map(({ node }) => [node.kind, node.amount.amount])).toEqual([
      ['PAYOUT', '-98.00'],
      ['SALE', '-2.00'],
    ]);
    expect(newest.edges[0]?.node.reference).toBe(payout?.id);
    expect(newest.pageInfo.hasNextPage).toBe(true);
    const rest = await page(newest.pageInfo.endCursor ?? undefined);
    expect(rest.edges.map(({ node }) => [node.kind, node.amount.amount])).toEqual([['SALE', '100.00']]);
    expect(rest.edges[0]?.node.reference).toMatch(/^pay_/);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('is a statement that adds up', async () => {
    const shop = await makeShop(server);
    await earn(server, shop, 10_000n);
    const around = [new Date(Date.now() - DAY_MS), new Date(Date.now() + DAY_MS)] as const;
    const csv = await readStatement(shop.owner.client, shop.publicId, ...around);
    const lines = (csv ?? '').trimEnd().split('\r\n');
    expect(lines[0]).toBe('time,kind,description,reference,amount,balance,currency');
    expect(lines.slice(1).map((line) => line.split(',').toSpliced(0, 1).toSpliced(1, 2))).toEqual([
      ['opening balance', '', '0.00', 'INR'],
      ['sale', '100.00', '100.00', 'INR'],
      ['sale', '-2.00', '98.00', 'INR'],
      ['closing balance', '', '98.00', 'INR'],
    ]);
    await expect(readStatement(shop.owner.client, shop.publicId, around[1], around[0])).rejects.toMatchObject(
      {
        code: 'BAD_USER_INPUT',
      },
    );
  });

  it.each(['MANAGER', 'AGENT', 'customer', 'operator', 'guest'] as const)(
    'is nothing to a %s',
    async (who) => {
      const shop = await makeShop(server);
      const { customer } = await earn(server, shop, 10_000n);
      await setBank(shop.owner.client, { businessId: shop.publicId, token: 'btok_us_verified' });
      await payOut(shop.owner.client, { businessId: shop.publicId, amount: inr('10.00') });
      const client = {
        MANAGER: async () => (await makeStaff(server, shop, 'MANAGER')).client,
        AGENT: async () => (await makeStaff(server, shop, 'AGENT')).client,
        customer: () => Promise.resolve(customer.client),
        operator: async () => (await makePerson(server, { operator: true })).client,
        guest: () => Promise.resolve(server.client()),
      };
      expect(await readBusiness(await client[who](), { businessId: shop.publicId })).toEqual({
        balance: null,
        bankAccount: null,
        payouts: null,
      });
      expect(
        await readStatement(await client[who](), shop.publicId, new Date(0), new Date(DAY_MS)),
      ).toBeNull();
    },
  );

  test('every owner sees it', async () => {
    const shop = await makeShop(server);
    await earn(server, shop, 10_000n);
    const partner = await makeStaff(server, shop, 'OWNER');
    const { balance } = await readBusiness(partner.client, { businessId: shop.publicId });
    expect(balance?.available).toEqual(inr('98.00'));
  });
});
