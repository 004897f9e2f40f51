import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeId, encodeId } from '../src/db/id.ts';
import { readBusiness } from '../src/testing/balance-commands.ts';
import {
  fillWallet,
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
} from '../src/testing/factories.ts';
import { inr, readWallet, refund } from '../src/testing/money-commands.ts';
import { cancel, confirm, deliver, readOrder, ship } from '../src/testing/order-commands.ts';
import { pay } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A paid order of 50.00, of which this much came from the wallet; the manager of its shop may give it back. */
async function paidOrder(walletMinor = 0n) {
  const shop = await makeShop(server);
  const manager = await makeStaff(server, shop, 'MANAGER');
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha);
  if (walletMinor > 0n) await fillWallet(asha, walletMinor);
  const orderId = encodeId('ord', await makeOrder(asha, product));
  const { payment } = await pay(asha.client, { orderId, method: 'BALANCE_AND_CARD' });
  const paymentId = payment?.id ?? '';
  const giveBack = (amount: string | null, reason = 'Bruised.') =>
    refund(manager.client, { paymentId, reason, ...(amount && { amount: inr(amount) }) });
  const wallet = async () => (await readWallet(asha.client)).balances[0]?.total.amount ?? null;
  const earned = async () => {
    const { balance } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    return balance && [balance.available.amount, balance.heldBack.amount];
  };
  return { shop, manager, asha, orderId, paymentId, giveBack, wallet, earned };
}

/** What the provider gave back to the card of a payment, in minor units, in order. */
async function toCardOf(paymentId: string): Promise<number[]> {
  const rows = await server.app.sql<{ amount: number }[]>`
    select (r.data ->> 'amount')::int as amount from sandbox.objects r join payments p on p.charge_ref = r.data ->> 'payment_intent'
    where r.type = 'refund' and p.id = ${decodeId(paymentId)?.uuid ?? ''} order by r.created_at`;
  return rows.map(({ amount }) => amount);
}

async function feesOf(paymentId: string): Promise<number[]> {
  const rows = await server.app.sql<{ fee: number }[]>`
    select fee_minor::int as fee from refunds where payment_id = ${decodeId(paymentId)?.uuid ?? ''} order by id`;
  return rows.map(({ fee }) => fee);
}

describe('a refund', () => {
  it('of the whole goes back to the card, and the fee to the shop', async () => {
    const { asha, orderId, paymentId, giveBack, earned, wallet } = await paidOrder();
    expect(await earned()).toEqual(['0.00', '49.00']);
    expect(await giveBack(null, 'Sold out, sorry.')).toMatchObject({
      userErrors: [],
      payment: {
        state: 'SUCCEEDED',
        refunded: inr('50.00'),
        refunds: [{ state: 'SUCCEEDED', amount: inr('50.00'), toWallet: inr('0.00') }],
        order: { state: 'PLACED', paymentState: 'REFUNDED' },
      },
    });
    expect(await earned()).toEqual(['0.00', '0.00']);
    expect(await toCardOf(paymentId)).toEqual([5_000]);
    expect(await wallet()).toBe('0.00');
    const order = await readOrder(asha.client, orderId);
    expect(order?.payments[0]?.refunds[0]).toMatchObject({ reason: 'Sold out, sorry.' });
    expect(order?.timeline.map(({ action }) => action)).toEqual(['PLACE', 'PAY', 'REFUND']);
  });

  it('of parts leaves the order partly refunded until all is back, and ends where the whole would', async () => {
    const { orderId, asha, paymentId, giveBack, earned } = await paidOrder();
    for (const [amount, state, left] of [
      ['0.33', 'PARTIALLY_REFUNDED', '48.67'],
      ['16.34', 'PARTIALLY_REFUNDED', '32.66'],
      ['33.32', 'PARTIALLY_REFUNDED', '0.00'],
      ['0.01', 'REFUNDED', '0.00'],
    ] as const) {
      expect((await giveBack(amount)).userErrors).toEqual([]);
      expect(await readOrder(asha.client, orderId)).toMatchObject({ paymentState: state });
      expect(await earned()).toEqual(['0.00', left]);
    }
    expect(await toCardOf(paymentId)).toEqual([33, 1_634, 3_332, 1]);
    const fees = await feesOf(paymentId);
    expect(fees.reduce((sum, fee) => sum + fee, 0)).toBe(100);
  });

  it('goes to the card first, as far as it has paid, and then to the wallet', async () => {
    const { paymentId, giveBack, wallet } = await paidOrder(1_850n);
    expect(await wallet()).toBe('0.00');
    expect((await giveBack('30')).payment?.refunds.at(-1)).toMatchObject({ toWallet: inr('0.00') });
    expect((await giveBack('5')).payment?.refunds.at(-1)).toMatchObject({
      state: 'SUCCEEDED',
      toWallet: inr('3.50'),
    });
    expect(await wallet()).toBe('3.50');
    expect((await giveBack(null)).payment?.refunds.at(-1)).toMatchObject({
      amount: inr('15.00'),
      toWallet: inr('15.00'),
    });
    expect(await toCardOf(paymentId)).toEqual([3_000, 150]);
    expect(await wallet()).toBe('18.50');
    expect(await feesOf(paymentId)).toEqual([60, 10, 30]);
  });

  it('of what the wallet paid goes there, at once and without the provider', async () => {
    const { paymentId, giveBack, wallet } = await paidOrder(6_000n);
    expect(await giveBack('12.5')).toMatchObject({
      payment: { refunds: [{ state: 'SUCCEEDED', toWallet: inr('12.50') }] },
    });
    expect(await wallet()).toBe('22.50');
    await giveBack(null);
    expect(await wallet()).toBe('60.00');
    expect(await toCardOf(paymentId)).toEqual([]);
  });

  it('may come after the order is complete, out of what the shop has', async () => {
    const { manager, asha, orderId, giveBack, earned } = await paidOrder();
    await confirm(manager.client, orderId);
    await ship(manager.client, { orderId });
    await deliver(manager.client, orderId);
    expect(await earned()).toEqual(['49.00', '0.00']);
    expect(await giveBack('10')).toMatchObject({ payment: { order: { state: 'COMPLETED' } } });
    expect(await earned()).toEqual(['39.20', '0.00']);
    await giveBack(null);
    expect(await earned()).toEqual(['0.00', '0.00']);
    expect(await readOrder(asha.client, orderId)).toMatchObject({ paymentState: 'REFUNDED' });
  });

  it('of a part is followed by the rest when the order is called off', async () => {
    const { asha, orderId, giveBack, wallet, earned } = await paidOrder(6_000n);
    await giveBack('20');
    expect((await cancel(asha.client, { orderId })).order).toMatchObject({
      state: 'CANCELLED',
      paymentState: 'REFUNDED',
    });
    expect(await wallet()).toBe('60.00');
    expect(await earned()).toEqual(['0.00', '0.00']);
  });

  it('of all leaves an order that can still be called off, and nothing more goes back', async () => {
    const { asha, orderId, giveBack, wallet } = await paidOrder(6_000n);
    await giveBack(null);
    expect((await cancel(asha.client, { orderId })).order).toMatchObject({ state: 'CANCELLED' });
    expect(await wallet()).toBe('60.00');
  });
});
