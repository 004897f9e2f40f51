import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../src/context.ts';
import { decodeId, encodeId, type PaymentId } from '../src/db/id.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../src/testing/factories.ts';
import { readOrder } from '../src/testing/order-commands.ts';
import { cancelPayment, confirmPayment, pay, readPayment } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** An order whose payment waits for the code of the payer's bank; they have another card as well. */
async function challenged(token = 'pm_card_threeDSecure2Required') {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha, token);
  const otherCard = encodeId('crd', await makeCard(asha, 'pm_card_visa'));
  const orderId = encodeId('ord', await makeOrder(asha, product));
  const { payment } = await pay(asha.client, { orderId });
  return { shop, asha, otherCard, orderId, payment, paymentId: payment?.id ?? '' };
}

/** As the job would, so many minutes later. */
function reconcile(paymentId: string, minutes: number): Promise<void> {
  const now = () => new Date(Date.now() + minutes * 60_000);
  const id = decodeId(paymentId)?.uuid as PaymentId;
  return reconcilePayment({ ...systemContext(server.app, 'payment.reconcile'), now }, id);
}

async function eventsOf(paymentId: string): Promise<string[]> {
  const id = decodeId(paymentId)?.uuid ?? '';
  const rows = await server.app.sql<{ type: string }[]>`
    select type from (
      select type, sequence from event_log where subject_id = ${id}
      union all select type, sequence from outbox where subject_id = ${id}
    ) events order by sequence`;
  return rows.map((row) => row.type);
}

describe('a challenge', () => {
  it('is shown to the payer, who passes it with the code', async () => {
    const { asha, payment, paymentId } = await challenged();
    expect(payment).toMatchObject({
      state: 'REQUIRES_ACTION',
      challenge: { kind: 'ONE_TIME_CODE', triesLeft: 3 },
      availableActions: ['CONFIRM', 'CANCEL'],
      order: { paymentState: 'UNPAID' },
    });
    const confirmed = await confirmPayment(asha.client, { paymentId, code: '123456' });
    expect(confirmed).toMatchObject({
      userErrors: [],
      payment: { state: 'SUCCEEDED', challenge: null, availableActions: [], order: { paymentState: 'PAID' } },
    });
    // A repeat, such as after a lost answer, is harmless.
    expect(await confirmPayment(asha.client, { paymentId, code: '123456' })).toEqual(confirmed);
    expect(await cancelPayment(asha.client, paymentId)).toEqual(confirmed);
  });

  it('forgives a wrong code, and says how many more', async () => {
    const { asha, paymentId } = await challenged();
    expect(await confirmPayment(asha.client, { paymentId, code: '000000' })).toMatchObject({
      payment: null,
      userErrors: [
        { code: 'CHALLENGE_REFUSED', message: 'This code is wrong: 2 more tries.', path: ['code'] },
      ],
    });
    expect(await readPayment(asha.client, paymentId)).toMatchObject({
      state: 'REQUIRES_ACTION',
      challenge: { triesLeft: 2 },
    });
    expect(await confirmPayment(asha.client, { paymentId, code: '123456' })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
  });

  it('is failed with the third wrong code, and the order can be paid with another card', async () => {
    const { asha, orderId, otherCard, paymentId } = await challenged();
    await confirmPayment(asha.client, { paymentId, code: '000000' });
    await confirmPayment(asha.client, { paymentId, code: '000001' });
    expect(await confirmPayment(asha.client, { paymentId, code: '000002' })).toMatchObject({
      userErrors: [],
      payment: { state: 'FAILED', failure: { code: 'CHALLENGE_FAILED' }, order: { paymentState: 'UNPAID' } },
    });
    expect(await pay(asha.client, { orderId, cardId: otherCard })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
  });

  it('may be passed and then declined', async () => {
    const { asha, paymentId } = await challenged(
      'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
    );
    expect(await confirmPayment(asha.client, { paymentId, code: '123456' })).toMatchObject({
      payment: { state: 'FAILED', failure: { code: 'INSUFFICIENT_FUNDS' } },
    });
  });

  it('wants a code that looks like one', async () => {
    const { asha, paymentId } = await challenged();
    for (const code of [null, '', '12', '123456789', 'abcdef', '١٢٣٤٥٦']) {
      expect(await confirmPayment(asha.client, { paymentId, code })).toMatchObject({
        payment: null,
        userErrors: [{ code: 'INVALID_INPUT', path: ['code'] }],
      });
    }
    expect(await readPayment(asha.client, paymentId)).toMatchObject({ challenge: { triesLeft: 3 } });
    await cancelPayment(asha.client, paymentId);
  });

  it('is for its payer only, also when the shop knows of it', async () => {
    const { shop, asha, paymentId } = await challenged();
    for (const { client } of [shop.owner, await makePerson(server)]) {
      const absent = { payment: null, userErrors: [{ code: 'NOT_FOUND', path: ['paymentId'] }] };
      expect(await confirmPayment(client, { paymentId, code: '123456' })).toMatchObject(absent);
      expect(await cancelPayment(client, paymentId)).toMatchObject(absent);
    }
    await cancelPayment(asha.client, paymentId);
  });

  it('that is asked about changes nothing and tells nobody anything', async () => {
    const { asha, paymentId } = await challenged();
    await reconcile(paymentId, 1);
    await reconcile(paymentId, 2);
    expect(await readPayment(asha.client, paymentId)).toMatchObject({ challenge: { triesLeft: 3 } });
    expect(await eventsOf(paymentId)).toEqual(['payment.created', 'payment.requires_action']);
    await cancelPayment(asha.client, paymentId);
  });

  it('that nobody answers is given up after ten minutes', async () => {
    const { asha, orderId, otherCard, paymentId } = await challenged();
    await reconcile(paymentId, 9);
    expect(await readPayment(asha.client, paymentId)).toMatchObject({ state: 'REQUIRES_ACTION' });
    await reconcile(paymentId, 11);
    expect(await readPayment(asha.client, paymentId)).toMatchObject({ state: 'CANCELLED', failure: null });
    expect(await pay(asha.client, { orderId, cardId: otherCard })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
  });
});

describe('while a payment waits for its payer', () => {
  it('no other is begun', async () => {
    const { asha, orderId, otherCard, paymentId } = await challenged();
    expect(await pay(asha.client, { orderId, cardId: otherCard })).toMatchObject({
      payment: null,
      userErrors: [{ code: 'PAYMENT_IN_PROGRESS' }],
    });
    await cancelPayment(asha.client, paymentId);
  });

  it('that one can be given up, to pay with another card', async () => {
    const { asha, orderId, otherCard, paymentId } = await challenged();
    expect(await cancelPayment(asha.client, paymentId)).toMatchObject({
      userErrors: [],
      payment: { state: 'CANCELLED', failure: null, challenge: null, availableActions: [] },
    });
    expect(await pay(asha.client, { orderId, cardId: otherCard })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
    // The right code comes too late.
    expect(await confirmPayment(asha.client, { paymentId, code: '123456' })).toMatchObject({
      payment: { state: 'CANCELLED' },
    });
    expect((await readOrder(asha.client, orderId))?.payments.map(({ state }) => state)).toEqual([
      'CANCELLED',
      'SUCCEEDED',
    ]);
  });

  it('giving it up races with the code: one of them wins, and both say which', async () => {
    for (let round = 0; round < 6; round++) {
      const { asha, orderId, paymentId } = await challenged();
      const answers = await Promise.all([
        confirmPayment(asha.client, { paymentId, code: '123456' }),
        cancelPayment(asha.client, paymentId),
      ]);
      const { state } = (await readPayment(asha.client, paymentId)) ?? {};
      expect(['SUCCEEDED', 'CANCELLED']).toContain(state);
      expect(answers.map(({ payment }) => payment?.state)).toEqual([state, state]);
      const order = await readOrder(asha.client, orderId);
      expect(order?.paymentState).toBe(state === 'SUCCEEDED' ? 'PAID' : 'UNPAID');
    }
  });
});
