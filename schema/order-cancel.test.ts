import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, type BusinessId, type ProductId } from '../src/db/id.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../src/testing/factories.ts';
import { cancel, confirm, readOrder, ship } from '../src/testing/order-commands.ts';
import { confirmPayment, pay } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ worksJobs: true });
});
afterAll(() => server.stop());

/** An unpaid order of two at 25.00, and a customer with a card. */
async function placedOrder(card = 'pm_card_visa') {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha, card);
  const orderId = encodeId('ord', await makeOrder(asha, product));
  return { shop, product, asha, orderId };
}

async function stockOf(id: ProductId) {
  const [row] = await server.app.sql<{ free: bigint; held: bigint; sold: bigint }[]>`
    select free, held, sold from stock where product_id = ${id}`;
  return row && { free: Number(row.free), held: Number(row.held), sold: Number(row.sold) };
}

/** What the shop is owed, and what the books of its payments and refunds come to. */
async function booksOf(id: BusinessId) {
  const [row] = await server.app.sql<{ balance: bigint; journals: bigint }[]>`
    select coalesce(max(a.balance_minor), 0) as balance, count(distinct p.journal_id) as journals
    from ledger_accounts a join ledger_postings p on a.id in (p.debit_account_id, p.credit_account_id)
    where a.owner_id = ${id}`;
  return { balance: Number(row?.balance), journals: Number(row?.journals) };
}

describe('an unpaid order', () => {
  it('is called off by its customer, and its stock is free again', async () => {
    const { product, asha, orderId } = await placedOrder();
    expect(await stockOf(product.id)).toEqual({ free: 98, held: 2, sold: 0 });
    const { order } = await cancel(asha.client, { orderId, reason: 'Changed my mind.' });
    expect(order).toMatchObject({
      state: 'CANCELLED',
      paymentState: 'UNPAID',
      availableActions: [],
      holdExpiresAt: null,
    });
    expect(order?.timeline.at(-1)).toEqual({
      action: 'CANCEL',
      reason: 'Changed my mind.',
      person: { id: asha.publicId },
    });
    expect(await stockOf(product.id)).toEqual({ free: 100, held: 0, sold: 0 });
    expect(await pay(asha.client, { orderId })).toMatchObject({
      payment: null,
      userErrors: [{ code: 'INVALID_TRANSITION' }],
    });
  });

  it('is called off by its shop as well, and by nobody else', async () => {
    const { shop, orderId } = await placedOrder();
    const stranger = await makePerson(server);
    expect(await cancel(stranger.client, { orderId })).toMatchObject({
      order: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['orderId'] }],
    });
    expect((await cancel(shop.owner.client, { orderId })).order).toMatchObject({ state: 'CANCELLED' });
  });

  it('of what never runs out leaves its counts as they were', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop, { stock: null });
    const asha = await makePerson(server);
    const orderId = encodeId('ord', await makeOrder(asha, product, 7));
    expect(await stockOf(product.id)).toEqual({ free: 0, held: 7, sold: 0 });
    await cancel(asha.client, { orderId });
    expect(await stockOf(product.id)).toEqual({ free: 0, held: 0, sold: 0 });
  });

  it('is called off once: again is refused, with the same key it is a repeat', async () => {
    const { product, asha, orderId } = await placedOrder();
    const input = { orderId, idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2].map(() => cancel(asha.client, input)));
    expect(answers).toMatchObject([{ order: { state: 'CANCELLED' } }, { order: { state: 'CANCELLED' } }]);
    expect(await cancel(asha.client, { orderId })).toMatchObject({
      order: null,
      userErrors: [{ code: 'INVALID_TRANSITION' }],
    });
    expect(await stockOf(product.id)).toEqual({ free: 100, held: 0, sold: 0 });
  });
});

describe('a paid order', () => {
  it('is called off with its stock, its money and its books given back', async () => {
    const { shop, product, asha, orderId } = await placedOrder();
    await pay(asha.client, { orderId });
    expect(await stockOf(product.id)).toEqual({ free: 98, held: 0, sold: 2 });
    expect(await booksOf(shop.id)).toEqual({ balance: 4_900, journals: 1 });

    const { order } = await cancel(shop.owner.client, { orderId, reason: 'Sold out, sorry.' });
    expect(order).toMatchObject({ state: 'CANCELLED' });
    expect(await stockOf(product.id)).toEqual({ free: 100, held: 0, sold: 0 });

    const refunded = async () => (await readOrder(asha.client, orderId))?.paymentState;
    await expect.poll(refunded, { timeout: 10_000 }).toBe('REFUNDED');
    const after = await readOrder(asha.client, orderId);
    expect(after?.payments).toMatchObject([
      {
        state: 'SUCCEEDED',
        refunds: [{ state: 'SUCCEEDED', amount: { amount: '50.00' }, reason: 'Sold out, sorry.' }],
      },
    ]);
    expect(after?.timeline.map(({ action }) => action)).toEqual(['PLACE', 'PAY', 'CANCEL', 'REFUND']);
    expect(await booksOf(shop.id)).toEqual({ balance: 0, journals: 2 });
    const atProvider = await server.app.sql`
      select data ->> 'amount' as amount, data ->> 'status' as status from sandbox.objects
      where type = 'refund' and data ->> 'payment_intent' in (
        select charge_ref from payments p join orders o on o.id = p.order_id where o.business_id = ${shop.id})`;
    expect([...atProvider]).toEqual([{ amount: '5000', status: 'succeeded' }]);
  });

  it('is not called off any more once something of it has shipped', async () => {
    const { shop, asha, orderId } = await placedOrder();
    await pay(asha.client, { orderId });
    await confirm(shop.owner.client, orderId);
    const lineId = (await readOrder(asha.client, orderId))?.lines[0]?.id ?? '';
    await ship(shop.owner.client, { orderId, lines: [{ lineId, quantity: 1 }] });
    for (const { client } of [asha, shop.owner]) {
      expect(await cancel(client, { orderId })).toMatchObject({
        order: null,
        userErrors: [{ code: 'INVALID_TRANSITION' }],
      });
    }
  });
});

it('is not called off while a payment waits for its outcome, whoever asks', async () => {
  const { shop, product, asha, orderId } = await placedOrder('pm_card_threeDSecure2Required');
  const { payment } = await pay(asha.client, { orderId });
  expect(payment).toMatchObject({ state: 'REQUIRES_ACTION' });
  for (const { client } of [asha, shop.owner]) {
    expect(await cancel(client, { orderId })).toMatchObject({
      order: null,
      userErrors: [{ code: 'PAYMENT_IN_PROGRESS' }],
    });
  }
  await confirmPayment(asha.client, { paymentId: payment?.id ?? '', code: '123456' });
  expect(await readOrder(asha.client, orderId)).toMatchObject({ state: 'PLACED', paymentState: 'PAID' });
  expect(await stockOf(product.id)).toEqual({ free: 98, held: 0, sold: 2 });
});
