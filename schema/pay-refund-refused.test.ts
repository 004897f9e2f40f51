import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { systemContext } from '../src/context.ts';
import { encodeId, newId } from '../src/db/id.ts';
import { expireHolds } from '../src/ledger/expire.ts';
import { earn, sell } from '../src/testing/earnings.ts';
import { readBusiness } from '../src/testing/balance-commands.ts';
import {
  makeCard,
  makeOrder,
  makePerson,
  makeShop,
  makeProduct,
  makeStaff,
} from '../src/testing/factories.ts';
import { inr, payOut, refund, setBank } from '../src/testing/money-commands.ts';
import { cancel, readOrder } from '../src/testing/order-commands.ts';
import { cancelPayment, pay, readPayment } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const refusedAs = (code: string, path?: readonly string[]) => ({
  payment: null,
  userErrors: [path ? { code, path } : { code }],
});

/** A sale of 50.00 by card, and the shop that may give it back. */
async function sale() {
  const shop = await makeShop(server);
  const { customer, orderId } = await sell(server, shop, 5_000n);
  const order = await readOrder(customer.client, encodeId('ord', orderId));
  return { shop, customer, orderId: order?.id ?? '', paymentId: order?.payments[0]?.id ?? '' };
}

async function expectUntouched({ client }: { client: Parameters<typeof readPayment>[0] }, paymentId: string) {
  expect(await readPayment(client, paymentId)).toMatchObject({
    refunded: { amount: '0.00' },
    order: { paymentState: 'PAID' },
  });
}

describe('a refund is refused', () => {
  test.each([
    ['of nothing', inr('0'), 'INVALID_MONEY', ['amount', 'amount']],
    ['of less than nothing', inr('-1'), 'INVALID_MONEY', ['amount', 'amount']],
    ['of a part of a paisa', inr('1.005'), 'INVALID_MONEY', ['amount', 'amount']],
    ['of an enormous amount', inr('999999999999'), 'INVALID_MONEY', ['amount', 'amount']],
    ['of a paisa more than was paid', inr('50.01'), 'REFUND_TOO_LARGE', ['amount']],
    [
      'in another currency',
      { amount: '1', currencyCode: 'EUR' },
      'INVALID_MONEY',
      ['amount', 'currencyCode'],
    ],
  ])('%s', async (_what, amount, code, path) => {
    const { shop, paymentId } = await sale();
    const answer = await refund(shop.owner.client, { paymentId, amount, reason: 'Sorry.' });
    expect(answer).toMatchObject(refusedAs(code, path));
    await expectUntouched(shop.owner, paymentId);
  });

  it('in a currency that there is not: no client sends that', async () => {
    const { shop, paymentId } = await sale();
    const amount = { amount: '1', currencyCode: 'ZZZ' };
    const refunding = refund(shop.owner.client, { paymentId, amount, reason: 'Sorry.' });
    await expect(refunding).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expectUntouched(shop.owner, paymentId);
  });

  it('without a reason, or with too long a one', async () => {
    const { shop, paymentId } = await sale();
    for (const reason of ['', '  ', 'x'.repeat(501)]) {
      const answer = await refund(shop.owner.client, { paymentId, reason });
      expect(answer).toMatchObject(refusedAs('INVALID_INPUT', ['reason']));
    }
    await expectUntouched(shop.owner, paymentId);
  });

  it('of more than is left of it', async () => {
    const { shop, paymentId } = await sale();
    const { client } = shop.owner;
    await refund(client, { paymentId, amount: inr('30'), reason: 'Sorry.' });
    const more = await refund(client, { paymentId, amount: inr('20.01'), reason: 'Sorry.' });
    expect(more).toMatchObject(refusedAs('REFUND_TOO_LARGE', ['amount']));
    expect(more.userErrors[0]?.message).toContain('20.00');
    await refund(client, { paymentId, reason: 'The rest.' });
    expect(await refund(client, { paymentId, reason: 'More.' })).toMatchObject(
      refusedAs('INVALID_TRANSITION'),
    );
    expect((await readPayment(client, paymentId))?.refunded).toEqual({ amount: '50.00' });
  });

  it('to an agent, who is told of the role; to all others there is no such payment', async () => {
    const { shop, customer, orderId, paymentId } = await sale();
    const agent = await makeStaff(server, shop, 'AGENT');
    const offered = (await readOrder(shop.owner.client, orderId))?.availableActions;
    expect(offered).toContain('REFUND');
    const toAgent = offered?.filter((action) => action !== 'REFUND');
    expect((await readOrder(agent.client, orderId))?.availableActions).toEqual(toAgent);
    const input = { paymentId, reason: 'Please.' };
    expect(await refund(agent.client, input)).toMatchObject(refusedAs('FORBIDDEN_ROLE'));
    const other = await makeShop(server);
    for (const { client } of [customer, other.owner, await makePerson(server)]) {
      expect(await refund(client, input)).toMatchObject(refusedAs('NOT_FOUND', ['paymentId']));
    }
    await expect(refund(server.client(), input)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const absent of [
      encodeId('pay', newId<'payment'>()),
      'payment 1',
      encodeId('ord', newId<'order'>()),
    ]) {
      const answer = await refund(shop.owner.client, { ...input, paymentId: absent });
      expect(answer).toMatchObject(refusedAs('NOT_FOUND', ['paymentId']));
    }
    await expectUntouched(shop.owner, paymentId);
  });

  it('of a payment that did not succeed', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    const asha = await makePerson(server);
    await makeCard(asha, 'pm_card_visa_chargeDeclined');
    const waiting = encodeId('crd', await makeCard(asha, 'pm_card_threeDSecure2Required'));
    const orderId = encodeId('ord', await makeOrder(asha, product));
    const declined = (await pay(asha.client, { orderId })).payment?.id ?? '';
    const challenged = (await pay(asha.client, { orderId, cardId: waiting })).payment?.id ?? '';
    for (const paymentId of [declined, challenged]) {
      expect(await refund(shop.owner.client, { paymentId, reason: 'Sorry.' })).toMatchObject(
        refusedAs('INVALID_INPUT', ['paymentId']),
      );
    }
    await cancelPayment(asha.client, challenged);
  });
});

describe('the same key', () => {
  it('gives back once, however often it comes, also at once', async () => {
    const { shop, paymentId } = await sale();
    const input = { paymentId, amount: inr('20'), reason: 'Sorry.', idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => refund(shop.owner.client, input)));
    answers.push(await refund(shop.owner.client, input));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const payment = await readPayment(shop.owner.client, paymentId);
    expect(payment?.refunded).toEqual({ amount: '20.00' });
  });

  it('with another amount, reason or payment is a conflict', async () => {
    const { shop, paymentId } = await sale();
    const input = { paymentId, amount: inr('20'), reason: 'Sorry.', idempotencyKey: randomUUID() };
    await refund(shop.owner.client, input);
    for (const change of [{ amount: inr('20.01') }, { reason: 'Other.' }]) {
      const answer = await refund(shop.owner.client, { ...input, ...change });
      expect(answer).toMatchObject(refusedAs('IDEMPOTENCY_CONFLICT', ['idempotencyKey']));
    }
    expect((await readPayment(shop.owner.client, paymentId))?.refunded).toEqual({ amount: '20.00' });
  });

  it('of a refusal refuses again, although it could be done by then', async () => {
    const { shop, paymentId } = await sale();
    const input = { paymentId, amount: inr('60'), reason: 'Sorry.', idempotencyKey: randomUUID() };
    const first = await refund(shop.owner.client, input);
    expect(first).toMatchObject(refusedAs('REFUND_TOO_LARGE', ['amount']));
    expect(await refund(shop.owner.client, input)).toEqual(first);
    await expectUntouched(shop.owner, paymentId);
  });
});

describe('a shop that has been paid out', () => {
  it('can give back no more than it has left', async () => {
    const shop = await makeShop(server);
    const { customer, orderId } = await earn(server, shop, 5_000n);
    const order = await readOrder(customer.client, encodeId('ord', orderId));
    const paymentId = order?.payments[0]?.id ?? '';
    const { client } = shop.owner;
    await setBank(client, { businessId: shop.publicId, token: 'btok_us_verified' });
    await payOut(client, { businessId: shop.publicId, amount: inr('39.20') });
    const whole = await refund(client, { paymentId, reason: 'Sorry.' });
    expect(whole).toMatchObject(refusedAs('INSUFFICIENT_FUNDS'));
    // 10.00 cost the shop 9.80, for the fee of them comes back.
    expect(await refund(client, { paymentId, amount: inr('10.01'), reason: 'Sorry.' })).toMatchObject(
      refusedAs('INSUFFICIENT_FUNDS'),
    );
    expect(await refund(client, { paymentId, amount: inr('10'), reason: 'Sorry.' })).toMatchObject({
      userErrors: [],
      payment: { refunded: inr('10.00') },
    });
  });

  it('keeps its customer from calling the order off, and does not show what it has', async () => {
    const shop = await makeShop(server);
    const { customer, orderId: id } = await sell(server, shop, 5_000n);
    const orderId = encodeId('ord', id);
    const { client } = shop.owner;
    // The shop never confirmed it; after two weeks what it earned was no longer held back, and most is gone.
    const now = () => new Date(Date.now() + 15 * 24 * 3_600_000);
    await expireHolds({ ...systemContext(server.app, 'hold.expire'), now });
    await setBank(client, { businessId: shop.publicId, token: 'btok_us_verified' });
    expect(await payOut(client, { businessId: shop.publicId, amount: inr('41.77') })).toMatchObject({
      userErrors: [],
    });

    const refused = await cancel(customer.client, { orderId });
    expect(refused).toMatchObject({ order: null, userErrors: [{ code: 'INSUFFICIENT_FUNDS' }] });
    expect(JSON.stringify(refused)).not.toMatch(/\d/);
    expect(await readOrder(customer.client, orderId)).toMatchObject({
      state: 'PLACED',
      paymentState: 'PAID',
    });
    const { balance } = await readBusiness(client, { businessId: shop.publicId });
    expect(balance?.available).toEqual(inr('7.23'));
    // With another sale there is enough again.
    await earn(server, shop, 10_000n);
    expect((await cancel(customer.client, { orderId })).order).toMatchObject({ state: 'CANCELLED' });
  });
});
