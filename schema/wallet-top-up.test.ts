import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { makeCard, makePerson } from '../src/testing/factories.ts';
import { spendable } from '../src/testing/money-chat.ts';
import { inr, readWallet, topUp, WalletEvents } from '../src/testing/money-commands.ts';
import { cancelPayment, confirmPayment } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const refusedAs = (code: string, path: readonly string[] | null) => ({
  payment: null,
  userErrors: [{ code, path }],
});

async function makeHolder(card = 'pm_card_visa') {
  const asha = await makePerson(server);
  return { asha, cardId: encodeId('crd', await makeCard(asha, card)) };
}

describe('walletTopUp', () => {
  it('puts money from the default card into the wallet, and says so live', async () => {
    const { asha } = await makeHolder();
    const stream = await watch(server, asha.client, WalletEvents, {});
    const { payment, userErrors } = await topUp(asha.client, { amount: inr('100') });
    expect(userErrors).toEqual([]);
    expect(payment).toMatchObject({ state: 'SUCCEEDED', amount: inr('100.00'), order: null });
    expect(await stream.next()).toMatchObject({
      type: 'WALLET_CHANGED',
      payment: { id: payment?.id, state: 'SUCCEEDED' },
      wallet: { balances: [{ available: inr('100.00') }] },
    });
    await stream.stop();
    expect((await readWallet(asha.client)).balances).toMatchObject([
      {
        available: inr('100.00'),
        held: inr('0.00'),
        total: inr('100.00'),
        entries: { edges: [{ node: { kind: 'TOP_UP', amount: inr('100.00'), balance: inr('100.00') } }] },
      },
    ]);
  });

  it('takes another card that is named', async () => {
    const { asha } = await makeHolder('pm_card_chargeCustomerFail');
    const cardId = encodeId('crd', await makeCard(asha, 'pm_card_mastercard'));
    expect(await topUp(asha.client, { amount: inr('1'), cardId })).toMatchObject({
      payment: { state: 'SUCCEEDED', card: { last4: '4444' } },
    });
  });

  it('adds nothing when the card is declined', async () => {
    const { asha } = await makeHolder('pm_card_chargeCustomerFail');
    expect(await topUp(asha.client, { amount: inr('100') })).toMatchObject({
      userErrors: [],
      payment: { state: 'FAILED', failure: { code: 'CARD_DECLINED' } },
    });
    expect(await spendable(asha.client)).toBe('0.00');
  });

  it('waits for the code of a card that asks for one', async () => {
    const { asha } = await makeHolder('pm_card_threeDSecure2Required');
    const { payment } = await topUp(asha.client, { amount: inr('100') });
    expect(payment).toMatchObject({ state: 'REQUIRES_ACTION', challenge: { kind: 'ONE_TIME_CODE' } });
    expect(await spendable(asha.client)).toBe('0.00');
    await confirmPayment(asha.client, { paymentId: payment?.id ?? '', code: '123456' });
    expect(await spendable(asha.client)).toBe('100.00');
    const given = await topUp(asha.client, { amount: inr('100') });
    await cancelPayment(asha.client, given.payment?.id ?? '');
    expect(await spendable(asha.client)).toBe('100.00');
  });

  it('does it once with one key, also when both come at once', async () => {
    const { asha } = await makeHolder();
    const input = { amount: inr('100'), idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => topUp(asha.client, input)));
    answers.push(await topUp(asha.client, input));
    expect(new Set(answers.map(({ payment }) => payment?.id)).size).toBe(1);
    await expect.poll(() => spendable(asha.client)).toBe('100.00');
    expect(await topUp(asha.client, { ...input, amount: inr('200') })).toMatchObject(
      refusedAs('IDEMPOTENCY_CONFLICT', ['idempotencyKey']),
    );
    expect(await spendable(asha.client)).toBe('100.00');
  });

  it.each([
    [inr('0'), 'INVALID_MONEY', ['amount', 'amount']],
    [inr('-5'), 'INVALID_MONEY', ['amount', 'amount']],
    [inr('0.001'), 'INVALID_MONEY', ['amount', 'amount']],
    [inr('100000.01'), 'LIMIT_EXCEEDED', ['amount', 'amount']],
    [{ amount: '5', currencyCode: 'GBP' }, 'CURRENCY_MISMATCH', ['amount', 'currencyCode']],
  ] as const)('refuses %o as %s', async (amount, code, path) => {
    const { asha } = await makeHolder();
    expect(await topUp(asha.client, { amount })).toMatchObject(refusedAs(code, path));
    expect((await readWallet(asha.client)).balances).toMatchObject([{ total: inr('0.00') }]);
  });

  it('takes as much as may be sent at once', async () => {
    const { asha } = await makeHolder();
    expect(await topUp(asha.client, { amount: inr('100000') })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
  });

  it("refuses a card that is expired, unknown, somebody else's or not there", async () => {
    const { asha, cardId } = await makeHolder();
    const { cardId: foreign } = await makeHolder();
    for (const other of [foreign, encodeId('crd', newId()), 'crd_none']) {
      expect(await topUp(asha.client, { amount: inr('1'), cardId: other })).toMatchObject(
        refusedAs('NOT_FOUND', ['cardId']),
      );
    }
    await server.app.sql`update cards set exp_month = 1, exp_year = 2020 where person_id = ${asha.id}`;
    expect(await topUp(asha.client, { amount: inr('1'), cardId })).toMatchObject(
      refusedAs('CARD_EXPIRED', ['cardId']),
    );
    const { client } = await makePerson(server);
    expect(await topUp(client, { amount: inr('1') })).toMatchObject(refusedAs('NOT_FOUND', ['cardId']));
    await expect(topUp(server.client(), { amount: inr('1') })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('refuses where there is no wallet, and other currencies where there is one', async () => {
    const gino = await makePerson(server, { country: 'IT' });
    await makeCard(gino);
    expect(await topUp(gino.client, { amount: { amount: '5', currencyCode: 'EUR' } })).toMatchObject({
      payment: null,
      userErrors: [{ code: 'CURRENCY_MISMATCH', message: expect.stringContaining('No money can be added') }],
    });
    const kate = await makePerson(server, { country: 'GB' });
    await makeCard(kate);
    expect(await topUp(kate.client, { amount: { amount: '5', currencyCode: 'GBP' } })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
  });
});
