import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { systemContext } from '../context.ts';
import type { OrderId, RefundId } from '../db/id.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { shipOrder } from '../orders/ship.ts';
import { payOrder } from '../payments/pay.ts';
import { submitRefund } from '../payments/refund.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { BREAKAGES, type Orders } from './breakages.ts';
import { CHECKS } from './checks.ts';
import { examine, examineIn, type Finding } from './examine.ts';

let server: TestServer;
let orders: Orders;

beforeAll(async () => {
  server = await startTestServer();
  orders = await sell();
});
afterAll(() => server.stop());

/** A shop in which everything has happened once. */
async function sell(): Promise<Orders> {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  await makeProduct(shop, { name: 'Okra' });
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  await makeCard(asha);
  await makeCard(ravi, 'pm_card_visa_chargeDeclined');

  const shipped = await makeOrder(asha, product);
  await payOrder(asha.ctx, { orderId: shipped, idempotencyKey: randomUUID() });
  await confirmOrder(shop.owner.ctx, shipped);
  await shipOrder(shop.owner.ctx, { orderId: shipped });

  const refunded = await makeOrder(asha, product, 3);
  await payOrder(asha.ctx, { orderId: refunded, idempotencyKey: randomUUID() });
  await cancelOrder(asha.ctx, { orderId: refunded });
  const [refund] = await server.app.sql<{ id: RefundId }[]>`select id from refunds`;
  if (refund) await submitRefund(systemContext(server.app, 'test'), refund.id);

  const declined = await makeOrder(ravi, product);
  await payOrder(ravi.ctx, { orderId: declined, idempotencyKey: randomUUID() });
  const placed: OrderId = await makeOrder(asha, product);
  return { placed, shipped, refunded, declined };
}

/** Breaks the database with its guards off, hears what the doctor says, and undoes it. */
async function findingsAfter(statements: string): Promise<Finding[]> {
  let findings: Finding[] = [];
  const undo = new Error('undo');
  const breaking = server.app.sql.begin(async (tx) => {
    await tx.unsafe(`set local session_replication_role = replica; ${statements}`);
    findings = await examineIn(tx);
    throw undo;
  });
  await expect(breaking).rejects.toBe(undo);
  return findings;
}

it('finds nothing wrong with a shop in which everything has happened once', async () => {
  const told: string[] = [];
  expect(await examine(server.app.sql, (check, broken) => told.push(`${broken} ${check.rule}`))).toEqual([]);
  expect(told).toEqual(CHECKS.map((check) => `0 ${check.rule}`));
});

it('has a breakage for every check, so that each is known to be able to fail', () => {
  expect(Object.keys(BREAKAGES)).toEqual(CHECKS.map((check) => check.rule));
});

describe.each(Object.entries(BREAKAGES))('%s', (rule, ways) => {
  test.each(Object.entries(ways))('is broken when %s', async (_what, statements) => {
    const findings = await findingsAfter(statements(orders));
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map((finding) => finding.check.rule))).toEqual(new Set([rule]));
    for (const { id, fact } of findings) {
      expect(id).toMatch(/^[0-9a-f-]+$/);
      expect(fact).not.toBe('');
    }
  });
});

it('tells at most twenty rows of a rule, and reads a whole database without changing it', async () => {
  const findings = await findingsAfter(`
    insert into ledger_journals (id, kind, subject_id, description)
    select gen_random_uuid(), 'test', gen_random_uuid(), '' from generate_series(1, 30)`);
  expect(findings).toHaveLength(20);
  expect(await examine(server.app.sql)).toEqual([]);
});
