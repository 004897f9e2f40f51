import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../src/context.ts';
import { decodeId, encodeId, type PaymentId } from '../src/db/id.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import {
  fillWallet,
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
} from '../src/testing/factories.ts';
import { readBusiness } from '../src/testing/balance-commands.ts';
import { inr, readWallet } from '../src/testing/money-commands.ts';
import { readOrder } from '../src/testing/order-commands.ts';
import { cancelPayment, confirmPayment, pay, readPayment } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** An unpaid order of 50.00 of somebody with this much in the wallet, and then with this card as default. */
async function placedOrder(walletMinor: bigint, card: string | null = 'pm_card_visa') {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  if (walletMinor > 0n) {
    await makeCard(asha);
    await fillWallet(asha, walletMinor);
    await server.app
      .sql`update cards set is_default = false, removed_at = now() where person_id = ${asha.id}`;
  }
  if (card) await makeCard(asha, card);
  const orderId = encodeId('ord', await makeOrder(asha, product));
  /** What the payer has: to spend, and set aside. */
  const wallet = async () => {
    const [balance] = (await readWallet(asha.client)).balances;
    return balance ? [balance.available.amount, balance.held.amount] : null;
  };
  return { shop, asha, orderId, wallet };
}

async function chargesOf(orderId: string): Promise<string[]> {
  const rows = await server.app.sql<{ charge: string }[]>`
    select format('%s %s', data ->> 'amount', data ->> 'status') as charge from sandbox.objects
    where type = 'payment_intent' and data ->> 'description' like ${`%${decodeId(orderId)?.uuid}`} order by created_at`;
  return rows.map(({ charge }) => charge);
}

const refusedAs = (code: string) => ({ payment: null, userErrors: [{ code }] });

describe('paying from the balance', () => {
  it('takes all of it from there, at once; the shop has it less the fee', async () => {
    const { shop, asha, orderId, wallet } = await placedOrder(8_000n, null);
    expect(await pay(asha.client, { orderId, method: 'BALANCE' })).toMatchObject({
      userErrors: [],
      payment: {
        state: 'SUCCEEDED',
        method: 'BALANCE',
        amount: inr('50.00'),
        fromBalance: { amount: '50.00' },
        card: null,
        order: { paymentState: 'PAID' },
      },
    });
    expect(await wallet()).toEqual(['30.00', '0.00']);
    const { balance } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    expect(balance).toMatchObject({ available: inr('0.00'), heldBack: inr('49.00'), total: inr('49.00') });
    expect(await chargesOf(orderId)).toEqual([]);
    expect(await pay(asha.client, { orderId, method: 'BALANCE' })).toMatchObject(refusedAs('ALREADY_PAID'));
  });

  it('may use it up to the last paisa', async () => {
    const { asha, orderId, wallet } = await placedOrder(5_000n, null);
    await pay(asha.client, { orderId, method: 'BALANCE' });
    expect(await wallet()).toEqual(['0.00', '0.00']);
  });

  it('is refused when a paisa is missing, and leaves nothing: the order can be paid by card', async () => {
    const { asha, orderId, wallet } = await placedOrder(4_999n);
    expect(await pay(asha.client, { orderId, method: 'BALANCE' })).toMatchObject(
      refusedAs('INSUFFICIENT_FUNDS'),
    );
    expect(await wallet()).toEqual(['49.99', '0.00']);
    expect(await readOrder(asha.client, orderId)).toMatchObject({ paymentState: 'UNPAID', payments: [] });
    expect(await pay(asha.client, { orderId })).toMatchObject({
      payment: { state: 'SUCCEEDED', method: 'CARD', fromBalance: { amount: '0.00' } },
    });
    expect(await wallet()).toEqual(['49.99', '0.00']);
  });

  it('of who never had one is refused', async () => {
    const { asha, orderId } = await placedOrder(0n, null);
    expect(await pay(asha.client, { orderId, method: 'BALANCE' })).toMatchObject(
      refusedAs('INSUFFICIENT_FUNDS'),
    );
  });
});

describe('paying from balance and card', () => {
  it('takes what the balance has and the rest from the card', async () => {
    const { shop, asha, orderId, wallet } = await placedOrder(1_850n);
    expect(await pay(asha.client, { orderId, method: 'BALANCE_AND_CARD' })).toMatchObject({
      userErrors: [],
      payment: {
        state: 'SUCCEEDED',
        method: 'BALANCE_AND_CARD',
        amount: inr('50.00'),
        fromBalance: { amount: '18.50' },
        card: { last4: '4242' },
      },
    });
    expect(await chargesOf(orderId)).toEqual(['3150 succeeded']);
    expect(await wallet()).toEqual(['0.00', '0.00']);
    const { balance } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    expect(balance?.total).toEqual(inr('49.00'));
  });

  it('needs no card when the balance covers all', async () => {
    const { asha, orderId, wallet } = await placedOrder(5_000n, null);
    expect(await pay(asha.client, { orderId, method: 'BALANCE_AND_CARD' })).toMatchObject({
      payment: { state: 'SUCCEEDED', method: 'BALANCE', fromBalance: { amount: '50.00' }, card: null },
    });
    expect(await wallet()).toEqual(['0.00', '0.00']);
  });

  it('charges the card alone when the balance is empty', async () => {
    const { asha, orderId } = await placedOrder(0n);
    expect(await pay(asha.client, { orderId, method: 'BALANCE_AND_CARD' })).toMatchObject({
      payment: { state: 'SUCCEEDED', method: 'CARD', fromBalance: { amount: '0.00' } },
    });
    expect(await chargesOf(orderId)).toEqual(['5000 succeeded']);
  });

  it('is refused without a card for the rest, and nothing is set aside', async () => {
    const { asha, orderId, wallet } = await placedOrder(1_850n, null);
    const answer = await pay(asha.client, { orderId, method: 'BALANCE_AND_CARD' });
    expect(answer).toMatchObject({ payment: null, userErrors: [{ path: ['cardId'] }] });
    expect(await wallet()).toEqual(['18.50', '0.00']);
  });

  it('gives the balance its part back when the card is declined', async () => {
    const { asha, orderId, wallet } = await placedOrder(1_850n, 'pm_card_visa_chargeDeclined');
    expect(await pay(asha.client, { orderId, method: 'BALANCE_AND_CARD' })).toMatchObject({
      payment: { state: 'FAILED', failure: { code: 'CARD_DECLINED' }, fromBalance: { amount: '18.50' } },
    });
    expect(await wallet()).toEqual(['18.50', '0.00']);
    const { balances } = await readWallet(asha.client);
    expect(balances[0]?.entries.edges.map(({ node }) => node.kind)).toEqual(['TOP_UP']);
    const card = encodeId('crd', await makeCard(asha));
    const second = await pay(asha.client, { orderId, method: 'BALANCE_AND_CARD', cardId: card });
    expect(second).toMatchObject({ payment: { state: 'SUCCEEDED', fromBalance: { amount: '18.50' } } });
    expect(await wallet()).toEqual(['0.00', '0.00']);
  });
});

describe('a challenge of the card sets the part of the balance aside', () => {
  async function challenged() {
    const placed = await placedOrder(1_850n, 'pm_card_threeDSecure2Required');
    const { payment } = await pay(placed.asha.client, {
      orderId: placed.orderId,
      method: 'BALANCE_AND_CARD',
    });
    expect(payment).toMatchObject({ state: 'REQUIRES_ACTION' });
    expect(await placed.wallet()).toEqual(['0.00', '18.50']);
    return { ...placed, paymentId: payment?.id ?? '' };
  }

  /** As the job would, so many minutes later. */
  function reconcile(paymentId: string, minutes: number): Promise<void> {
    const now = () => new Date(Date.now() + minutes * 60_000);
    const id = decodeId(paymentId)?.uuid as PaymentId;
    return reconcilePayment({ ...systemContext(server.app, 'payment.reconcile'), now }, id);
  }

  it('until it is passed', async () => {
    const { asha, orderId, paymentId, wallet } = await challenged();
    expect(await confirmPayment(asha.client, { paymentId, code: '123456' })).toMatchObject({
      payment: { state: 'SUCCEEDED', order: { paymentState: 'PAID' } },
    });
    expect(await wallet()).toEqual(['0.00', '0.00']);
    expect(await chargesOf(orderId)).toEqual(['3150 succeeded']);
  });

  it('until the last try was wrong', async () => {
    const { asha, paymentId, wallet } = await challenged();
    for (const code of ['000000', '000001']) {
      expect(await confirmPayment(asha.client, { paymentId, code })).toMatchObject(
        refusedAs('CHALLENGE_REFUSED'),
      );
      expect(await wallet()).toEqual(['0.00', '18.50']);
    }
    expect(await confirmPayment(asha.client, { paymentId, code: '000002' })).toMatchObject({
      payment: { state: 'FAILED', failure: { code: 'CHALLENGE_FAILED' } },
    });
    expect(await wallet()).toEqual(['18.50', '0.00']);
  });

  it('until the payer gives up', async () => {
    const { asha, paymentId, wallet } = await challenged();
    await cancelPayment(asha.client, paymentId);
    await cancelPayment(asha.client, paymentId);
    expect(await wallet()).toEqual(['18.50', '0.00']);
  });

  it('until nobody has answered for ten minutes', async () => {
    const { asha, paymentId, wallet } = await challenged();
    await reconcile(paymentId, 9);
    expect(await wallet()).toEqual(['0.00', '18.50']);
    await reconcile(paymentId, 11);
    expect(await readPayment(asha.client, paymentId)).toMatchObject({ state: 'CANCELLED' });
    expect(await wallet()).toEqual(['18.50', '0.00']);
    // The code comes too late, and moves nothing.
    await confirmPayment(asha.client, { paymentId, code: '123456' });
    expect(await wallet()).toEqual(['18.50', '0.00']);
  });
});
