import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemContext } from '../context.ts';
import type { OrderId, RefundId } from '../db/id.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { WebhookSignatureError } from './failures.ts';
import { payOrder } from './pay.ts';
import { submitRefund } from './refund.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.stop());

/** A paid order that was called off; its refund waits for the job, which nobody works here. */
async function owedRefund() {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha);
  const orderId = await makeOrder(asha, product);
  await payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
  await cancelOrder(asha.ctx, { orderId });
  const [row] = await server.app.sql<{ id: RefundId }[]>`
    select r.id from refunds r join payments p on p.id = r.payment_id where p.order_id = ${orderId}`;
  if (!row) throw new Error('no refund');
  return { shop, orderId, refundId: row.id };
}

const submit = (refundId: RefundId) => submitRefund(systemContext(server.app, 'refund.submit'), refundId);

async function find(orderId: OrderId) {
  const [row] = await server.app.sql`
    select r.state, o.state as order, o.payment_state as money,
           (select count(*)::int from ledger_journals where subject_id = r.id) as journals,
           (select balance_minor::int from ledger_accounts where owner_id = o.business_id) as balance,
           (select count(*)::int from sandbox.objects where type = 'refund'
             and data -> 'metadata' ->> 'bottega_refund' = r.id::text) as refunds,
           (select count(*)::int from pgboss.job where name = 'refund.submit'
             and data ->> 'refundId' = r.id::text) as jobs
    from refunds r join payments p on p.id = r.payment_id join orders o on o.id = p.order_id
    where o.id = ${orderId}`;
  return row;
}

const GIVEN_BACK = {
  state: 'SUCCEEDED',
  order: 'CANCELLED',
  money: 'REFUNDED',
  journals: 1,
  balance: 0,
  refunds: 1,
  jobs: 1,
};

function loseWebhooks(): void {
  vi.spyOn(server.app.payments, 'parseWebhook').mockImplementation(() => {
    throw new WebhookSignatureError();
  });
}

describe('a refund', () => {
  it('is owed from the cancelling on, and given back by its job', async () => {
    const { orderId, refundId } = await owedRefund();
    expect(await find(orderId)).toMatchObject({ state: 'PENDING', money: 'PAID', balance: 5_000, jobs: 1 });
    await submit(refundId);
    expect(await find(orderId)).toEqual(GIVEN_BACK);
  });

  it('is given back once, however often the job runs, beside its webhook', async () => {
    const { orderId, refundId } = await owedRefund();
    await Promise.allSettled(Array.from({ length: 6 }, () => submit(refundId)));
    await submit(refundId);
    expect(await find(orderId)).toEqual(GIVEN_BACK);
  });

  it('whose answer was lost is asked about again with its own key', async () => {
    loseWebhooks();
    const { orderId, refundId } = await owedRefund();
    const { refund } = server.app.payments;
    vi.spyOn(server.app.payments, 'refund').mockImplementationOnce(async (input) => {
      await refund(input);
      return { kind: 'unknown', refundRef: null, reason: 'StripeConnectionError' };
    });
    // Thrown for the queue, which comes again.
    await expect(submit(refundId)).rejects.toThrow('not known yet');
    expect(await find(orderId)).toMatchObject({ state: 'PENDING', journals: 0, refunds: 1 });
    await submit(refundId);
    expect(await find(orderId)).toEqual(GIVEN_BACK);
  });

  it('on which the bank takes its time is asked about until it is through', async () => {
    loseWebhooks();
    const { orderId, refundId } = await owedRefund();
    const { refund } = server.app.payments;
    vi.spyOn(server.app.payments, 'refund').mockImplementationOnce(async (input) => {
      const { refundRef } = await refund(input);
      return { kind: 'processing', refundRef: refundRef ?? '' };
    });
    await submit(refundId);
    expect(await find(orderId)).toMatchObject({ state: 'PENDING', journals: 0, refunds: 1, jobs: 2 });
    await submit(refundId);
    expect(await find(orderId)).toEqual({ ...GIVEN_BACK, jobs: 2 });
  });

  it('that the provider refuses leaves the books as they are, for a person to decide', async () => {
    const { orderId, refundId } = await owedRefund();
    vi.spyOn(server.app.payments, 'refund').mockResolvedValueOnce({
      kind: 'failed',
      refundRef: null,
      code: 'CARD_UNREACHABLE',
      message: '',
    });
    await submit(refundId);
    await submit(refundId);
    expect(await find(orderId)).toEqual({
      state: 'FAILED',
      order: 'CANCELLED',
      money: 'PAID',
      journals: 0,
      balance: 5_000,
      refunds: 0,
      jobs: 1,
    });
  });

  it('is of what was paid to this shop: others keep theirs', async () => {
    const [one, other] = [await owedRefund(), await owedRefund()];
    await submit(one.refundId);
    expect(await find(other.orderId)).toMatchObject({ state: 'PENDING', balance: 5_000 });
  });
});
