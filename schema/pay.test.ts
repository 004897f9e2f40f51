import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { removeCard } from '../src/payments/cards.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { readOrder } from '../src/testing/order-commands.ts';
import { pay, readPayment } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const PaymentEvents = graphql(`
  subscription PayEvents($filter: PaymentEventFilter) {
    stream: paymentEvents(filter: $filter) {
      cursor
      event {
        type
        sequence
        payment {
          id
          state
          card {
            last4
          }
        }
      }
    }
  }
`);

/** An unpaid order of two at 25.00 and its customer, with these cards: the first is the default. */
async function placedOrder(...tokens: readonly string[]) {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  const cards: string[] = [];
  for (const token of tokens) cards.push(encodeId('crd', await makeCard(asha, token)));
  const orderId = encodeId('ord', await makeOrder(asha, product));
  return { shop, product, asha, orderId, cards };
}

const refusedAs = (code: string, path?: readonly string[]) => ({
  payment: null,
  userErrors: [path ? { code, path } : { code }],
});

describe('paying an order', () => {
  it('takes its total from the default card', async () => {
    const { asha, orderId } = await placedOrder('pm_card_mastercard', 'pm_card_visa');
    const { payment, userErrors } = await pay(asha.client, { orderId });
    expect(userErrors).toEqual([]);
    expect(payment).toMatchObject({
      state: 'SUCCEEDED',
      amount: { amount: '50.00', currencyCode: 'INR' },
      card: { last4: '4444' },
      challenge: null,
      failure: null,
      availableActions: [],
      order: { id: orderId, state: 'PLACED', paymentState: 'PAID' },
    });
    expect(await readOrder(asha.client, orderId)).toMatchObject({
      holdExpiresAt: null,
      payments: [{ state: 'SUCCEEDED' }],
    });
  });

  it('or from the card that is named', async () => {
    const { asha, orderId, cards } = await placedOrder('pm_card_mastercard', 'pm_card_visa');
    const { payment } = await pay(asha.client, { orderId, cardId: cards[1] });
    expect(payment).toMatchObject({ state: 'SUCCEEDED', card: { last4: '4242' } });
  });

  it('is followed live by payer and shop; the shop does not see the card', async () => {
    const { shop, asha, orderId } = await placedOrder('pm_card_visa');
    const own = await watch(server, asha.client, PaymentEvents, {});
    const staff = await watch(server, shop.owner.client, PaymentEvents, {
      filter: { businessId: shop.publicId, orderId },
    });
    await pay(asha.client, { orderId });
    for (const [stream, card] of [
      [own, { last4: '4242' }],
      [staff, null],
    ] as const) {
      expect(await stream.next()).toMatchObject({ type: 'PAYMENT_CREATED', sequence: 1 });
      expect(await stream.next()).toMatchObject({
        type: 'PAYMENT_SUCCEEDED',
        sequence: 2,
        payment: { state: 'SUCCEEDED', card },
      });
      await stream.stop();
    }
  });

  it('is for payer and shop to see, and for nobody else', async () => {
    const { shop, asha, orderId } = await placedOrder('pm_card_visa');
    const { payment } = await pay(asha.client, { orderId });
    const id = payment?.id ?? '';
    expect(await readPayment(shop.owner.client, id)).toMatchObject({ state: 'SUCCEEDED', card: null });
    expect(await readPayment((await makePerson(server)).client, id)).toBeNull();
  });

  it('may take longer than the provider takes to send its webhook', async () => {
    const { asha, orderId } = await placedOrder('pm_card_sandbox_slow');
    const stream = await watch(server, asha.client, PaymentEvents, {});
    const paying = pay(asha.client, { orderId });
    expect(await stream.next()).toMatchObject({ type: 'PAYMENT_CREATED' });
    expect(await stream.next()).toMatchObject({ type: 'PAYMENT_SUCCEEDED' });
    expect(await readOrder(asha.client, orderId)).toMatchObject({ paymentState: 'PAID' });
    expect(await paying).toMatchObject({ payment: { state: 'SUCCEEDED' }, userErrors: [] });
    await stream.stop();
  });
});

it('a payment whose answer was lost is no failure: the order waits until it is known', async () => {
  const { asha, orderId } = await placedOrder('pm_card_sandbox_answerLost');
  const { payment, userErrors } = await pay(asha.client, { orderId });
  expect(userErrors).toEqual([]);
  // The webhook may have been faster than the connection was slow to die.
  expect(['UNKNOWN', 'SUCCEEDED']).toContain(payment?.state);
  const state = async () => (await readPayment(asha.client, payment?.id ?? ''))?.state;
  await expect.poll(state, { timeout: 5_000 }).toBe('SUCCEEDED');
  expect(await pay(asha.client, { orderId })).toMatchObject(refusedAs('ALREADY_PAID'));
});

describe('a card that is declined', () => {
  test.each([
    ['pm_card_visa_chargeDeclined', 'CARD_DECLINED'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'INSUFFICIENT_FUNDS'],
    ['pm_card_chargeDeclinedExpiredCard', 'EXPIRED_CARD'],
    ['pm_card_chargeDeclinedProcessingError', 'BANK_UNAVAILABLE'],
  ])('%s leaves the order payable with another', async (token, code) => {
    const { asha, orderId, cards } = await placedOrder(token, 'pm_card_visa');
    const declined = await pay(asha.client, { orderId });
    expect(declined).toMatchObject({
      userErrors: [],
      payment: { state: 'FAILED', failure: { code }, order: { state: 'PLACED', paymentState: 'UNPAID' } },
    });
    expect(await readOrder(asha.client, orderId)).toMatchObject({ availableActions: ['PAY', 'CANCEL'] });
    expect(await pay(asha.client, { orderId, cardId: cards[1] })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
    expect((await readOrder(asha.client, orderId))?.payments.map(({ state }) => state)).toEqual([
      'FAILED',
      'SUCCEEDED',
    ]);
  });

  it('is declined as often as it is tried', async () => {
    const { asha, orderId } = await placedOrder('pm_card_visa_chargeDeclined');
    await pay(asha.client, { orderId });
    await pay(asha.client, { orderId });
    expect((await readOrder(asha.client, orderId))?.payments).toHaveLength(2);
  });
});

describe('the same key', () => {
  it('gives the same payment, and with another input is a conflict', async () => {
    const { asha, orderId, cards } = await placedOrder('pm_card_visa', 'pm_card_mastercard');
    const input = { orderId, idempotencyKey: randomUUID() };
    const first = await pay(asha.client, input);
    expect(await pay(asha.client, input)).toEqual(first);
    const other = await pay(asha.client, { ...input, cardId: cards[1] });
    expect(other).toMatchObject(refusedAs('IDEMPOTENCY_CONFLICT', ['idempotencyKey']));
  });

  it('of a declined payment gives the declined payment, and does not try again', async () => {
    const { asha, orderId } = await placedOrder('pm_card_visa_chargeDeclined');
    const input = { orderId, idempotencyKey: randomUUID() };
    const first = await pay(asha.client, input);
    expect(await pay(asha.client, input)).toEqual(first);
    expect((await readOrder(asha.client, orderId))?.payments).toHaveLength(1);
  });
});

describe('a payment is refused', () => {
  it('of an order that is paid', async () => {
    const { asha, orderId } = await placedOrder('pm_card_visa');
    await pay(asha.client, { orderId });
    expect(await pay(asha.client, { orderId })).toMatchObject(refusedAs('ALREADY_PAID'));
  });

  it('of an order of somebody else, who has a card too; the shop does not pay for its customers', async () => {
    const { shop, orderId } = await placedOrder('pm_card_visa');
    const ravi = await makePerson(server);
    await makeCard(ravi);
    await makeCard(shop.owner);
    expect(await pay(ravi.client, { orderId })).toMatchObject(refusedAs('NOT_FOUND', ['orderId']));
    expect(await pay(shop.owner.client, { orderId })).toMatchObject(refusedAs('INVALID_TRANSITION'));
    const absent = encodeId('ord', newId<'order'>());
    expect(await pay(ravi.client, { orderId: absent })).toMatchObject(refusedAs('NOT_FOUND', ['orderId']));
  });

  it('without a card', async () => {
    const { asha, orderId } = await placedOrder();
    expect(await pay(asha.client, { orderId })).toMatchObject(refusedAs('NOT_FOUND', ['cardId']));
  });

  it('with a card of somebody else, a removed one, or one that is not there', async () => {
    const { asha, orderId } = await placedOrder('pm_card_visa');
    const other = await placedOrder('pm_card_visa');
    const removed = await makeCard(asha);
    await removeCard(asha.ctx, removed);
    for (const cardId of [other.cards[0], encodeId('crd', removed), 'crd_none', orderId]) {
      const answer = await pay(asha.client, { orderId, cardId });
      expect(answer).toMatchObject(refusedAs('NOT_FOUND', ['cardId']));
    }
    expect((await readOrder(asha.client, orderId))?.payments).toEqual([]);
  });

  it('with a card that has expired', async () => {
    const { asha, orderId } = await placedOrder('pm_card_visa');
    await server.app.sql`update cards set exp_month = 1, exp_year = 2020 where person_id = ${asha.id}`;
    expect(await pay(asha.client, { orderId })).toMatchObject(refusedAs('CARD_EXPIRED', ['cardId']));
  });

  it('of a guest', async () => {
    const { orderId } = await placedOrder();
    await expect(pay(server.client(), { orderId })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
