import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type BusinessId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { earn } from '../testing/earnings.ts';
import { makeShop } from '../testing/factories.ts';
import { booksOf, chargesOf, job, makeShopChat } from '../testing/fee-world.ts';
import { INR } from '../testing/ledger.ts';
import { overtake } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { chargeBusiness } from './charge.ts';
import { collectOwed } from './collect.ts';
import { issueInvoice } from './issue-invoice.ts';
import { chargeMessages } from './message-charges.ts';
import { setPlan } from './plan.ts';
import { chargeSubscriptions } from './subscriptions.ts';

let server: TestServer;
let now = new Date('2026-10-10T10:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.stop());

async function charge(businessId: BusinessId, amountMinor: bigint): Promise<void> {
  const what = { service: 'MONEY_TRANSFER', ruleId: null, subjectId: newId(), quantity: 1 } as const;
  await transact(job(server), (tx) =>
    chargeBusiness(tx, { ...what, businessId, currency: INR, amountMinor }),
  );
}

describe('who comes second', () => {
  it('finds the messages of a shop charged', async () => {
    now = new Date('2026-10-10T10:00:00Z');
    const { shop, answer } = await makeShopChat(server);
    await answer(2);
    await overtake(
      job(server),
      (tx) => chargeMessages(tx, shop.id),
      () => chargeMessages(job(server), shop.id),
    );
    expect(await chargesOf(server, shop.id)).toEqual(['MESSAGE_MARKETING 2 for 176 in 2026-10-01']);
    expect(await booksOf(server, shop.id)).toMatchObject({ FEES_OWED: -176n });
  });

  it('finds the month of a plan charged', async () => {
    now = new Date('2026-10-10T10:00:00Z');
    const shop = await makeShop(server);
    await setPlan(shop.owner.ctx, { businessId: shop.id, plan: 'PLUS' });
    now = new Date('2026-11-10T10:00:00Z');
    await overtake(
      job(server),
      (tx) => chargeSubscriptions(tx, shop.id),
      () => chargeSubscriptions(job(server), shop.id),
    );
    expect(await chargesOf(server, shop.id)).toEqual(['SUBSCRIPTION 1 for 99900 in 2026-11-01']);
  });

  it('finds a debt collected', async () => {
    const shop = await makeShop(server);
    await charge(shop.id, 10_000n);
    await earn(server, shop, 50_000n);
    await overtake(
      job(server),
      (tx) => collectOwed(tx, shop.id, INR),
      () => transact(job(server), (tx) => collectOwed(tx, shop.id, INR)),
    );
    expect(await booksOf(server, shop.id)).toEqual({ BUSINESS_BALANCE: 39_000n, FEES_OWED: 0n });
  });

  it('gives an invoice the number after that of the first', async () => {
    now = new Date('2026-10-10T10:00:00Z');
    const [one, other] = [await makeShop(server), await makeShop(server)];
    // Of nothing, so that there is no tax: who books some waits for the other one at the platform's account already.
    for (const { id } of [one, other]) await charge(id, 0n);
    now = new Date('2026-11-10T10:00:00Z');
    await overtake(
      job(server),
      (tx) => issueInvoice(tx, one.id, '2026-10-01'),
      () => issueInvoice(job(server), other.id, '2026-10-01'),
    );
    const rows = await server.app.sql<{ number: bigint }[]>`
      select number from invoices where business_id in (${one.id}, ${other.id}) order by number`;
    expect(rows.map(({ number }) => Number(number))).toEqual([1, 2]);
  });
});
