import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessId, FeeRuleId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { createRefund } from '../payments/refund.ts';
import { paymentsByOrder } from '../payments/read.ts';
import { setBankAccount } from '../payouts/bank-account.ts';
import { createPayout } from '../payouts/create.ts';
import { earn, sell } from '../testing/earnings.ts';
import { booksOf, chargesOf, job } from '../testing/fee-world.ts';
import { makeShop, type TestShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { chargeBusiness } from './charge.ts';
import { collectFees } from './collect.ts';
import { chargeFees } from './job.ts';
import { setPlan } from './plan.ts';
import { chargeSubscriptions } from './subscriptions.ts';
import { currencyCode } from '../money.ts';

let server: TestServer;
let now = new Date('2026-11-10T10:00:00Z');

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.stop());

/** A month of the dearer plan, charged at once. */
async function charge(businessId: BusinessId): Promise<void> {
  const [rule] = await server.app.sql<{ id: FeeRuleId }[]>`
    select id from fee_rules where country = 'IN' and service = 'SUBSCRIPTION'`;
  await transact(job(server), (tx) =>
    chargeBusiness(tx, {
      businessId,
      service: 'SUBSCRIPTION',
      ruleId: rule?.id ?? null,
      quantity: 1,
      subjectId: `${businessId}:2026-11-01`,
      currency: currencyCode('INR'),
      amountMinor: 99900n,
    }),
  );
}

const amounts = (sql: TestServer['app']['sql'], shop: TestShop) =>
  sql<{ kind: string; count: number; sum: number }[]>`
    select j.kind, count(*)::int as count, sum(p.amount_minor)::int as sum
    from ledger_journals j join ledger_postings p on p.journal_id = j.id
    join ledger_accounts a on a.id = p.debit_account_id
    where a.owner_id = ${shop.id} and j.kind in ('fee', 'fee_collected', 'payout') group by 1 order by 1`;

describe('a charge', () => {
  it('is paid by what is available and owed for the rest; what is held is not touched', async () => {
    const shop = await makeShop(server);
    await earn(server, shop, 50_000n);
    await sell(server, shop, 100_000n);
    await charge(shop.id);
    expect(await booksOf(server, shop.id)).toEqual({ BUSINESS_BALANCE: 98_000n, FEES_OWED: -50_900n });
    const [held] = await server.app.sql`
      select held_minor::int as held from ledger_accounts where owner_id = ${shop.id} and kind = 'BUSINESS_BALANCE'`;
    expect(held).toEqual({ held: 98_000 });
    await collectFees(job(server));
    expect(await booksOf(server, shop.id)).toEqual({ BUSINESS_BALANCE: 98_000n, FEES_OWED: -50_900n });
  });

  it('that is owed is collected once there is something, once, by however many', async () => {
    const shop = await makeShop(server);
    await charge(shop.id);
    expect(await booksOf(server, shop.id)).toMatchObject({ FEES_OWED: -99_900n });
    await earn(server, shop, 60_000n);
    await Promise.all([1, 2, 3, 4].map(() => collectFees(job(server))));
    expect(await booksOf(server, shop.id)).toEqual({ BUSINESS_BALANCE: 0n, FEES_OWED: -41_100n });
    await earn(server, shop, 60_000n);
    await collectFees(job(server));
    expect(await booksOf(server, shop.id)).toEqual({ BUSINESS_BALANCE: 17_700n, FEES_OWED: 0n });
    expect(await amounts(server.app.sql, shop)).toEqual([
      { kind: 'fee', count: 1, sum: 99_900 },
      { kind: 'fee_collected', count: 2, sum: 99_900 },
    ]);
  });

  it('is collected before a payout takes what is left', async () => {
    const shop = await makeShop(server);
    await setBankAccount(shop.owner.ctx, { businessId: shop.id, token: 'btok_us_verified' });
    await charge(shop.id);
    await earn(server, shop, 150_000n);
    await createPayout(shop.owner.ctx, { businessId: shop.id, idempotencyKey: randomUUID() });
    const [payout] = await server.app
      .sql`select amount_minor::int as amount from payouts where business_id = ${shop.id}`;
    expect(payout).toEqual({ amount: 47_100 });
    expect((await booksOf(server, shop.id))['FEES_OWED']).toBe(0n);
  });

  it('and a payout at the same moment leave neither a debt nor too much paid out', async () => {
    const shops = await Promise.all([1, 2, 3].map(() => makeShop(server)));
    for (const shop of shops) {
      await setBankAccount(shop.owner.ctx, { businessId: shop.id, token: 'btok_us_verified' });
      await charge(shop.id);
      await earn(server, shop, 150_000n);
    }
    await Promise.all(
      shops.flatMap((shop) => [
        createPayout(shop.owner.ctx, { businessId: shop.id, idempotencyKey: randomUUID() }),
        collectFees(job(server)),
        collectFees(job(server)),
      ]),
    );
    for (const shop of shops) {
      const [payout] = await server.app
        .sql`select amount_minor::int as amount from payouts where business_id = ${shop.id}`;
      expect(payout).toEqual({ amount: 47_100 });
      expect((await booksOf(server, shop.id))['FEES_OWED']).toBe(0n);
    }
  });
});

describe('a month of a plan', () => {
  it('is charged once, from the first day on, by however many', async () => {
    now = new Date('2026-11-10T10:00:00Z');
    const shop = await makeShop(server);
    await setPlan(shop.owner.ctx, { businessId: shop.id, plan: 'PLUS' });
    await chargeSubscriptions(job(server), null);
    // 18:30 UTC is midnight in India.
    now = new Date('2026-11-30T18:29:59.999Z');
    await chargeSubscriptions(job(server), null);
    expect(await chargesOf(server, shop.id)).toEqual([]);
    now = new Date('2026-11-30T18:30:00Z');
    await Promise.all([1, 2, 3].map(() => chargeFees(job(server))));
    expect(await chargesOf(server, shop.id)).toEqual(['SUBSCRIPTION 1 for 99900 in 2026-12-01']);
    now = new Date('2026-12-31T18:30:00Z');
    await setPlan(shop.owner.ctx, { businessId: shop.id, plan: 'STANDARD' });
    await chargeSubscriptions(job(server), null);
    now = new Date('2027-02-15T00:00:00Z');
    await chargeSubscriptions(job(server), null);
    expect(await chargesOf(server, shop.id)).toEqual([
      'SUBSCRIPTION 1 for 99900 in 2026-12-01',
      'SUBSCRIPTION 1 for 99900 in 2027-01-01',
    ]);
  });

  it('is made up for when nobody was there to charge it', async () => {
    now = new Date('2027-03-10T10:00:00Z');
    const shop = await makeShop(server);
    await setPlan(shop.owner.ctx, { businessId: shop.id, plan: 'PLUS' });
    now = new Date('2027-05-02T10:00:00Z');
    await chargeSubscriptions(job(server), shop.id);
    expect(await chargesOf(server, shop.id)).toEqual([
      'SUBSCRIPTION 1 for 99900 in 2027-04-01',
      'SUBSCRIPTION 1 for 99900 in 2027-05-01',
    ]);
  });
});

describe('twenty sales and their refunds at once', () => {
  it('have a charge each, and what was given back as well', async () => {
    const shop = await makeShop(server);
    const sales = await Promise.all(Array.from({ length: 20 }, () => sell(server, shop, 10_000n)));
    const payments = await paymentsByOrder(
      shop.owner.ctx,
      sales.map(({ orderId }) => orderId),
    );
    await Promise.all(
      payments.flat().map((payment) =>
        createRefund(shop.owner.ctx, {
          paymentId: payment.id,
          reason: 'Spoilt',
          idempotencyKey: randomUUID(),
        }),
      ),
    );
    const rows = await server.app.sql`
      select amount_minor::int as amount, count(*)::int as count, count(distinct subject_id)::int as subjects
      from fee_charges where business_id = ${shop.id} group by 1 order by 1`;
    expect(rows).toEqual([
      { amount: -200, count: 20, subjects: 20 },
      { amount: 200, count: 20, subjects: 20 },
    ]);
  });
});
