import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../src/context.ts';
import { encodeId, type BusinessId } from '../src/db/id.ts';
import { currencyCode } from '../src/money.ts';
import { expireOrder } from '../src/orders/expire.ts';
import { readBusiness } from '../src/testing/balance-commands.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../src/testing/factories.ts';
import { inr, readWallet, refund } from '../src/testing/money-commands.ts';
import { cancel, confirm, deliver, readOrder, ship } from '../src/testing/order-commands.ts';
import { pay } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** An order of 50.00 that is to be paid at the door. */
async function promisedOrder() {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha);
  const order = await makeOrder(asha, product);
  const orderId = encodeId('ord', order);
  const promised = await pay(asha.client, { orderId, method: 'CASH_ON_DELIVERY' });
  return { shop, product, asha, order, orderId, promised, paymentId: promised.payment?.id ?? '' };
}

async function deliveredOrder() {
  const placed = await promisedOrder();
  const { client } = placed.shop.owner;
  await confirm(client, placed.orderId);
  await ship(client, { orderId: placed.orderId });
  return { ...placed, delivered: (await deliver(client, placed.orderId)).order };
}

/** What the books have of a shop's cash: collected, and the fees that it owes; minor units. */
async function cashOf(businessId: BusinessId): Promise<Record<string, string>> {
  const rows = await server.app.sql<{ kind: string; sum: string }[]>`
    select a.kind, sum(case when p.credit_account_id = a.id then p.amount_minor else -p.amount_minor end)::text as sum
    from ledger_accounts a join ledger_postings p on a.id in (p.debit_account_id, p.credit_account_id)
    where a.owner_id = ${businessId} group by a.kind`;
  return Object.fromEntries(rows.map(({ kind, sum }) => [kind, sum]));
}

const refusedAs = (code: string, path?: readonly string[]) => ({
  userErrors: [path ? { code, path } : { code }],
});

describe('cash on delivery', () => {
  it('is promised: the goods are sold, nothing is booked, and the order waits for no payment', async () => {
    const { shop, product, asha, order, orderId, promised } = await promisedOrder();
    expect(promised).toMatchObject({
      userErrors: [],
      payment: { state: 'CREATED', method: 'CASH_ON_DELIVERY', card: null, availableActions: [] },
    });
    expect(await readOrder(asha.client, orderId)).toMatchObject({
      paymentState: 'AUTHORIZED',
      holdExpiresAt: null,
      availableActions: ['CANCEL'],
    });
    expect(await cashOf(shop.id)).toEqual({});
    const late = { ...systemContext(server.app, 'test'), now: () => new Date(Date.now() + 86_400_000) };
    await expireOrder(late, order);
    expect(await readOrder(asha.client, orderId)).toMatchObject({ state: 'PLACED' });
    const [stock] = await server.app.sql`select sold::int from stock where product_id = ${product.id}`;
    expect(stock).toEqual({ sold: 2 });
  });

  it('is collected by delivering; the shop keeps the cash and owes the fee', async () => {
    const { shop, asha, orderId, delivered } = await deliveredOrder();
    expect(delivered).toMatchObject({
      state: 'COMPLETED',
      paymentState: 'PAID',
      payments: [{ state: 'SUCCEEDED' }],
    });
    expect(await cashOf(shop.id)).toEqual({ CASH_COLLECTED: '5000', FEES_OWED: '-100' });
    const { balance } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    // Nothing of it can be paid out: the platform never had it.
    expect(balance?.total ?? inr('0.00')).toEqual(inr('0.00'));
    const seen = await readOrder(asha.client, orderId);
    expect(seen?.timeline.map(({ action }) => action)).toEqual([
      'PLACE',
      'AUTHORIZE',
      'CONFIRM',
      'SHIP',
      'DELIVER',
      'PAY',
      'COMPLETE',
    ]);
    expect(await deliver(shop.owner.client, orderId)).toMatchObject(refusedAs('INVALID_TRANSITION'));
    expect(await cashOf(shop.id)).toEqual({ CASH_COLLECTED: '5000', FEES_OWED: '-100' });
  });

  it('is no longer promised once the order is called off, by either side', async () => {
    for (const who of ['asha', 'shop'] as const) {
      const { shop, product, asha, orderId } = await promisedOrder();
      const { client } = who === 'asha' ? asha : shop.owner;
      expect((await cancel(client, { orderId })).order).toMatchObject({
        state: 'CANCELLED',
        paymentState: 'UNPAID',
        payments: [{ state: 'CANCELLED', refunds: [] }],
      });
      expect(await cashOf(shop.id)).toEqual({});
      const [stock] = await server.app
        .sql`select free::int, held::int, sold::int from stock where product_id = ${product.id}`;
      expect(stock).toEqual({ free: 100, held: 0, sold: 0 });
    }
  });

  it('leaves no other way to pay while it is promised', async () => {
    const { asha, orderId } = await promisedOrder();
    for (const method of ['CARD', 'BALANCE', 'CASH_ON_DELIVERY'] as const) {
      const answer = await pay(asha.client, { orderId, method });
      expect(answer).toMatchObject({ payment: null, ...refusedAs('INVALID_TRANSITION') });
    }
  });

  it('is not offered in every market', async () => {
    const shop = await makeShop(server, { country: 'GB' });
    const price = { minor: 1_000n, currency: currencyCode('GBP') };
    const product = await makeProduct(shop, { price });
    const asha = await makePerson(server, { country: 'GB' });
    const orderId = encodeId('ord', await makeOrder(asha, product));
    expect(await pay(asha.client, { orderId, method: 'CASH_ON_DELIVERY' })).toMatchObject({
      payment: null,
      ...refusedAs('FEATURE_UNAVAILABLE', ['method']),
    });
    expect(await readOrder(asha.client, orderId)).toMatchObject({ paymentState: 'UNPAID', payments: [] });
  });
});

describe('cash that was collected', () => {
  it('goes back by the hand of the shop, and its fee with it', async () => {
    const { shop, asha, orderId, paymentId } = await deliveredOrder();
    const { client } = shop.owner;
    expect(await refund(client, { paymentId, amount: inr('20'), reason: 'Bruised.' })).toMatchObject({
      userErrors: [],
      payment: {
        refunded: inr('20.00'),
        refunds: [{ state: 'SUCCEEDED', toWallet: inr('0.00') }],
        order: { paymentState: 'PARTIALLY_REFUNDED' },
      },
    });
    expect(await cashOf(shop.id)).toEqual({ CASH_COLLECTED: '3000', FEES_OWED: '-60' });
    await refund(client, { paymentId, reason: 'All of it.' });
    expect(await cashOf(shop.id)).toEqual({ CASH_COLLECTED: '0', FEES_OWED: '0' });
    expect(await readOrder(asha.client, orderId)).toMatchObject({ paymentState: 'REFUNDED' });
    // No wallet and no card has seen any of it.
    expect((await readWallet(asha.client)).balances).toMatchObject([
      { total: inr('0.00'), entries: { edges: [] } },
    ]);
    expect(await refund(client, { paymentId, reason: 'More.' })).toMatchObject(
      refusedAs('INVALID_TRANSITION'),
    );
  });

  it('is not refunded before it was paid', async () => {
    const { shop, paymentId } = await promisedOrder();
    expect(await refund(shop.owner.client, { paymentId, reason: 'Sorry.' })).toMatchObject({
      payment: null,
      ...refusedAs('INVALID_INPUT', ['paymentId']),
    });
  });
});
