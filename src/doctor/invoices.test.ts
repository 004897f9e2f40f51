import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBusiness } from '../businesses/create.ts';
import { newId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { chargeBusiness } from '../fees/charge.ts';
import { issueInvoice } from '../fees/issue-invoice.ts';
import type { FeeService } from '../fees/rules.ts';
import { post } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { makeShop, type TestShop } from '../testing/factories.ts';
import { rulesFinding } from '../testing/doctor.ts';
import { INR } from '../testing/ledger.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { INVOICE_BREAKAGES } from './breakages-invoices.ts';

let server: TestServer;

// Months one after the other: of something, of nothing, and with more given back than charged.
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date('2026-11-20T12:00:00Z') });
  const shop = await makeShop(server);
  await createBusiness(shop.owner.ctx, {
    handle: 'another',
    name: 'Another',
    category: 'Groceries',
    country: 'IN',
  });
  await charge(shop, 'MONEY_TRANSFER', 5_000n, '2026-08-10');
  await charge(shop, 'SUBSCRIPTION', 99n, '2026-08-10');
  await charge(shop, 'MONEY_TRANSFER', 0n, '2026-09-10');
  await charge(shop, 'MONEY_TRANSFER', 20n, '2026-10-10');
  await giveBack(shop, 45n);
  for (const period of ['2026-08-01', '2026-09-01', '2026-10-01']) {
    await issueInvoice(server.ctx({ kind: 'system', job: 'test' }), shop.id, period);
  }
});
afterAll(() => server.stop());

async function charge(shop: TestShop, service: FeeService, amountMinor: bigint, day: string): Promise<void> {
  const at = new Date(`${day}T00:00:00Z`);
  const subjectId = service === 'SUBSCRIPTION' ? `${shop.id}:${day.slice(0, 7)}-01` : newId();
  await transact(server.ctx({ kind: 'system', job: 'test' }), (tx) =>
    chargeBusiness(tx, {
      businessId: shop.id,
      service,
      ruleId: null,
      subjectId,
      quantity: 1,
      currency: INR,
      amountMinor,
      at,
    }),
  );
}

async function giveBack(shop: TestShop, minor: bigint): Promise<void> {
  const balance = { kind: 'BUSINESS_BALANCE', ownerId: shop.id } as const;
  const fees = { kind: 'PLATFORM_FEES', ownerId: PLATFORM } as const;
  const id = newId<'feeCharge'>();
  await transact(server.ctx({ kind: 'system', job: 'test' }), async (tx) => {
    const journalId = await post(tx, {
      kind: 'fee',
      subjectId: id,
      description: 'Given back',
      currency: INR,
      postings: [{ debit: fees, credit: balance, amountMinor: minor }],
    });
    await tx.sql`
      insert into fee_charges (id, business_id, service, subject_id, quantity, currency, amount_minor, period, journal_id)
      values (${id}, ${shop.id}, 'MONEY_TRANSFER', ${id}, 1, 'INR', ${-minor}, '2026-10-01', ${journalId})`;
  });
}

describe.each(Object.entries(INVOICE_BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    expect(await rulesFinding(server.app.sql, statements(null))).toEqual([rule]);
  });
});
