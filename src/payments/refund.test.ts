import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemContext } from '../context.ts';
import type { OrderId, RefundId } from '../db/id.ts';
import { cancelOrder } from '../orders/cancel.ts';
import type { Client } from '../testing/client.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { resolveListed } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { WebhookSignatureError } from './failures.ts';
import { payOrder } from './pay.ts';
import type { RefundFailureCode } from './provider.ts';
import { createRefund } from './refund.ts';
import { submitRefund } from './refund-submit.ts';

let server: TestServer;
let operator: Client;
beforeAll(async () => {
  server = await startTestServer();
  operator = (await makePerson(server, { operator: true })).client;
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
  const paymentId = await payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
  await cancelOrder(asha.ctx, { orderId });
  const [row] = await server.app.sql<{ id: RefundId }[]>`
    select r.id from refunds r join payments p on p.id = r.payment_id where p.order_id = ${orderId}`;
  if (!row) throw new Error('no refund');
  return { shop, orderId, paymentId, refundId: row.id };
}

const submit = (refundId: RefundId) => submitRefund(systemContext(server.app, 'refund.submit'), refundId);

async function find(orderId: OrderId) {
  const [row] = await server.app.sql`
    select r.state, o.state as order, o.payment_state as money,
           (select count(*)::int from ledger_journals where subject_id = r.id) as journals,
           (select balance_minor::int from ledger_accounts where kind = 'BUSINESS_BALANCE' and owner_id = o.business_id) as balance,
           (select held_minor::int from ledger_accounts where kind = 'BUSINESS_BALANCE' and owner_id = o.business_id) as held,
           (select coalesce(sum(balance_minor), 0)::int from ledger_accounts
             where kind = 'WALLET' and owner_id = o.person_id) as wallet,
           (select count(*)::int from sandbox.objects where type = 'refund'
             and data -> 'metadata' ->> 'bottega_refund' = r.id::text) as refunds,
           (select count(*)::int from pgboss.job where name = 'refund.submit'
             and data ->> 'refundId' = r.id::text) as jobs
    from refunds r join payments p on p.id = r.payment_id join orders o on o.id = p.order_id
    where o.id = ${orderId} order by r.id limit 1`;
  return row;
}

/** The shop's 49.00, which are 50.00 less the fee of 2 %, are set aside until the money has gone back. */
const OWED = { state: 'PENDING', money: 'PAID', journals: 0, balance: 4_900, held: 4_900, wallet: 0 };
const GIVEN_BACK = {
  state: 'SUCCEEDED',
  order: 'CANCELLED',
  money: 'REFUNDED',
  journals: 1,
  balance: 0,
  held: 0,
  wallet: 0,
  refunds: 1,
  jobs: 1,
};

/** The provider refuses the next refund. */
function refuseOnce(code: RefundFailureCode): void {
  vi.spyOn(server.app.payments, 'refund').mockResolvedValueOnce({
    kind: 'failed',
    refundRef: null,
    code,
    message: '',
  });
}

function loseWebhooks(): void {
  vi.spyOn(server.app.payments, 'parseWebhook').mockImplementation(() => {
    throw new WebhookSignatureError();
  });
}

describe('a refund', () => {
  it('is owed from the cancelling on, and given back by its job', async () => {
    const { orderId, refundId } = await owedRefund();
    expect(await find(orderId)).toMatchObject({ ...OWED, refunds: 0, jobs: 1 });
    await submit(refundId);
    expect(await find(orderId)).toEqual(GIVEN_BACK);
  });

  it('is given back once, however often the job runs, beside its webhook', async () => {
    const { orderId, refundId } = await owedRefund();
    await Promise.allSettled(Array.from({ length: 6 }, () => submit(refundId)));
    await submit(refundId);
    // Who was told that the same call is under way comes back later, for nothing.
    expect(await find(orderId)).toEqual({ ...GIVEN_BACK, jobs: expect.any(Number) });
  });

  it('whose answer was lost is asked about again with its own key', async () => {
    loseWebhooks();
    const { orderId, refundId } = await owedRefund();
    const { refund } = server.app.payments;
    vi.spyOn(server.app.payments, 'refund').mockImplementationOnce(async (input) => {
      await refund(input);
      return { kind: 'unknown', refundRef: null, reason: 'StripeConnectionError' };
    });
    await submit(refundId);
    expect(await find(orderId)).toMatchObject({ ...OWED, refunds: 1, jobs: 2 });
    await submit(refundId);
    expect(await find(orderId)).toEqual({ ...GIVEN_BACK, jobs: 2 });
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
    expect(await find(orderId)).toMatchObject({ ...OWED, refunds: 1, jobs: 2 });
    await submit(refundId);
    expect(await find(orderId)).toEqual({ ...GIVEN_BACK, jobs: 2 });
  });

  it('that the provider refuses leaves the books as they are, for a person to decide', async () => {
    const { shop, orderId, paymentId, refundId } = await owedRefund();
    refuseOnce('PROVIDER_REFUSED');
    await submit(refundId);
    await submit(refundId);
    expect(await find(orderId)).toEqual({
      ...OWED,
      state: 'FAILED',
      order: 'CANCELLED',
      held: 0,
      refunds: 0,
      jobs: 1,
    });
    expect(await resolveListed(operator, refundId)).toEqual([
      'REFUND_REFUSED: the provider refused a refund of money that should have been there',
    ]);
    // What was held back of the order is the shop's; it can try once more.
    await createRefund(shop.owner.ctx, {
      paymentId,
      reason: 'Again.',
      idempotencyKey: randomUUID(),
    });
    expect(await find(orderId)).toMatchObject({ money: 'REFUNDED', balance: 0, held: 0, wallet: 0 });
  });

  it('that the card does not take goes to the wallet, once', async () => {
    const { orderId, refundId } = await owedRefund();
    refuseOnce('CARD_UNREACHABLE');
    await submit(refundId);
    await submit(refundId);
    expect(await find(orderId)).toEqual({ ...GIVEN_BACK, wallet: 5_000, refunds: 0 });
  });

  it('is of what was paid to this shop: others keep theirs', async () => {
    const [one, other] = [await owedRefund(), await owedRefund()];
    await submit(one.refundId);
    expect(await find(other.orderId)).toMatchObject(OWED);
  });
});
