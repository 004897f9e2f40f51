import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeId, encodeId, newId, type MoneyRequestId } from '../src/db/id.ts';
import { blockChat, startChat, unblockChat } from '../src/testing/chat-commands.ts';
import { makeCard, makeChat, makePerson, makeShop } from '../src/testing/factories.ts';
import {
  giveMoney,
  makeFriends,
  readChat,
  readRequest,
  sentToday,
  spendable,
  type Friends,
} from '../src/testing/money-chat.ts';
import {
  accept,
  ask,
  cancelAsking,
  decline,
  inr,
  send,
  WalletEvents,
} from '../src/testing/money-commands.ts';
import { cancelPayment, confirmPayment } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';
import { expireRequest } from '../src/wallets/request.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const refusedAs = (code: string, path: readonly string[] | null) => ({ userErrors: [{ code, path }] });

/** Ravi asks Asha, who has 10.00 and a card when it is named, for 25.00. */
async function asked(card?: string): Promise<Friends & { requestId: string }> {
  const friends = await makeFriends(server, { paise: 1_000n, ...(card && { card }) });
  const { chat, ravi } = friends;
  const { request } = await ask(ravi.client, { conversationId: chat, amount: inr('25'), note: 'Cinema' });
  return { ...friends, requestId: request?.id ?? '' };
}

const expire = (requestId: string) =>
  expireRequest(
    server.ctx({ kind: 'system', job: 'test' }),
    (decodeId(requestId)?.uuid ?? '') as MoneyRequestId,
  );

/** Seven days in one statement. */
const pass = (requestId: string) => server.app.sql`
  update money_requests set expires_at = now() - interval '1 second'
  where id = ${decodeId(requestId)?.uuid ?? ''}`;

describe('a request', () => {
  it('is one message that updates in place, with what each of the two can do', async () => {
    const { asha, ravi, chat, requestId } = await asked('pm_card_visa');
    const open = { id: requestId, state: 'OPEN' };
    const theirs = await readChat(asha.client, chat);
    expect(theirs).toMatchObject({
      unread: 1,
      messages: [
        {
          sequence: 1,
          isMine: false,
          content: { transfer: null, request: { ...open, availableActions: ['ACCEPT', 'DECLINE'] } },
        },
      ],
    });
    expect((await readChat(ravi.client, chat)).messages).toMatchObject([
      { isMine: true, content: { request: { ...open, availableActions: ['CANCEL'] } } },
    ]);
    const { transfer, userErrors } = await accept(asha.client, { requestId });
    expect(userErrors).toEqual([]);
    expect(transfer).toMatchObject({
      state: 'SUCCEEDED',
      note: 'Cinema',
      amount: inr('25.00'),
      fromBalance: inr('10.00'),
    });
    for (const { client } of [asha, ravi]) {
      expect((await readChat(client, chat)).messages).toMatchObject([
        {
          id: theirs.messages[0]?.id,
          sequence: 1,
          content: { request: { id: requestId, state: 'PAID', availableActions: [] } },
        },
        { sequence: 2, content: { transfer: { id: transfer?.id } } },
      ]);
    }
    expect(await readRequest(ravi.client, requestId)).toMatchObject({ transfers: [{ id: transfer?.id }] });
    expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['0.00', '25.00']);
  });

  it('is told to both, live', async () => {
    const friends = await makeFriends(server, { paise: 10_000n });
    const { asha, ravi, chat } = friends;
    const streams = [
      await watch(server, asha.client, WalletEvents, {}),
      await watch(server, ravi.client, WalletEvents, {}),
    ];
    const first = (await ask(ravi.client, { conversationId: chat, amount: inr('25') })).request?.id ?? '';
    await decline(asha.client, first);
    const second = (await ask(ravi.client, { conversationId: chat, amount: inr('25') })).request?.id ?? '';
    await accept(asha.client, { requestId: second });
    for (const stream of streams) {
      const told = [];
      for (let count = 0; count < 5; count++) told.push(await stream.next());
      expect(told).toMatchObject([
        { type: 'MONEY_REQUESTED', sequence: 1, request: { id: first } },
        { type: 'MONEY_REQUEST_DECLINED', sequence: 2, request: { id: first, state: 'DECLINED' } },
        { type: 'MONEY_REQUESTED', sequence: 1, request: { id: second } },
        { type: 'MONEY_SENT', sequence: 1, request: null, transfer: { state: 'SUCCEEDED' } },
        { type: 'MONEY_REQUEST_PAID', sequence: 2, request: { id: second, state: 'PAID' } },
      ]);
      await stream.stop();
    }
  });

  it('is declined by who is asked, and taken back by who asks', async () => {
    const declined = await asked();
    expect(await decline(declined.asha.client, declined.requestId)).toMatchObject({
      userErrors: [],
      request: { state: 'DECLINED', availableActions: [], transfers: [] },
    });
    const cancelled = await asked();
    expect(await cancelAsking(cancelled.ravi.client, cancelled.requestId)).toMatchObject({
      userErrors: [],
      request: { state: 'CANCELLED', availableActions: [] },
    });
    for (const { asha, ravi, chat, requestId } of [declined, cancelled]) {
      const over = refusedAs('INVALID_TRANSITION', null);
      expect(await accept(asha.client, { requestId })).toMatchObject(over);
      expect(await decline(asha.client, requestId)).toMatchObject(over);
      expect(await cancelAsking(ravi.client, requestId)).toMatchObject(over);
      expect((await readChat(asha.client, chat)).messages).toHaveLength(1);
      expect(await spendable(asha.client)).toBe('10.00');
    }
  });

  it('is answered by the right one of the two, and by nobody else', async () => {
    const { asha, ravi, requestId } = await asked('pm_card_visa');
    expect(await accept(ravi.client, { requestId })).toMatchObject(refusedAs('INVALID_TRANSITION', null));
    expect(await decline(ravi.client, requestId)).toMatchObject(refusedAs('INVALID_TRANSITION', null));
    expect(await cancelAsking(asha.client, requestId)).toMatchObject(refusedAs('INVALID_TRANSITION', null));
    const missing = refusedAs('NOT_FOUND', ['requestId']);
    const operator = await makePerson(server, { operator: true });
    for (const { client } of [await makePerson(server), operator]) {
      expect(await readRequest(client, requestId)).toBeNull();
      expect(await accept(client, { requestId })).toMatchObject(missing);
      expect(await decline(client, requestId)).toMatchObject(missing);
      expect(await cancelAsking(client, requestId)).toMatchObject(missing);
    }
    expect(await accept(asha.client, { requestId: encodeId('mrq', newId()) })).toMatchObject(missing);
    expect(await readRequest(asha.client, requestId)).toMatchObject({ state: 'OPEN', transfers: [] });
  });

  it('expires when nobody answers, and is then closed to both', async () => {
    const { asha, ravi, chat, requestId } = await asked('pm_card_visa');
    await expire(requestId);
    expect(await readRequest(asha.client, requestId)).toMatchObject({ state: 'OPEN' });
    await pass(requestId);
    // Before the job comes, its time is over already.
    expect(await readRequest(asha.client, requestId)).toMatchObject({ availableActions: [] });
    expect(await accept(asha.client, { requestId })).toMatchObject(refusedAs('INVALID_TRANSITION', null));
    await expire(requestId);
    await expire(requestId);
    for (const { client } of [asha, ravi]) {
      expect(await readRequest(client, requestId)).toMatchObject({ state: 'EXPIRED', availableActions: [] });
    }
    expect((await readChat(asha.client, chat)).messages).toMatchObject([
      { content: { request: { state: 'EXPIRED' } } },
    ]);
    expect(await accept(asha.client, { requestId })).toMatchObject(refusedAs('INVALID_TRANSITION', null));
    expect(await cancelAsking(ravi.client, requestId)).toMatchObject(refusedAs('INVALID_TRANSITION', null));
    expect(await spendable(asha.client)).toBe('10.00');
  });
});

describe('a request that is being paid', () => {
  it('waits for the outcome, whatever else is wanted of it', async () => {
    const { asha, ravi, requestId } = await asked('pm_card_threeDSecure2Required');
    const { transfer } = await accept(asha.client, { requestId });
    expect(transfer).toMatchObject({ state: 'PENDING' });
    const busy = refusedAs('PAYMENT_IN_PROGRESS', null);
    expect(await accept(asha.client, { requestId })).toMatchObject(busy);
    expect(await decline(asha.client, requestId)).toMatchObject(busy);
    expect(await cancelAsking(ravi.client, requestId)).toMatchObject(busy);
    await pass(requestId);
    await expire(requestId);
    expect(await readRequest(ravi.client, requestId)).toMatchObject({ state: 'OPEN', transfers: [] });
    await confirmPayment(asha.client, { paymentId: transfer?.payment?.id ?? '', code: '123456' });
    expect(await readRequest(ravi.client, requestId)).toMatchObject({
      state: 'PAID',
      transfers: [{ id: transfer?.id, state: 'SUCCEEDED' }],
    });
    await expire(requestId);
    expect(await readRequest(ravi.client, requestId)).toMatchObject({ state: 'PAID' });
  });

  it('is open again when the charge is given up, and paid by another card', async () => {
    const { asha, ravi, requestId } = await asked('pm_card_threeDSecure2Required');
    const first = (await accept(asha.client, { requestId })).transfer;
    await cancelPayment(asha.client, first?.payment?.id ?? '');
    expect(await readRequest(asha.client, requestId)).toMatchObject({
      state: 'OPEN',
      availableActions: ['ACCEPT', 'DECLINE'],
      transfers: [{ state: 'FAILED' }],
    });
    const cardId = encodeId('crd', await makeCard(asha));
    expect(await accept(asha.client, { requestId, cardId })).toMatchObject({
      transfer: { state: 'SUCCEEDED' },
    });
    expect(await readRequest(asha.client, requestId)).toMatchObject({
      state: 'PAID',
      transfers: [{ state: 'FAILED' }, { state: 'SUCCEEDED' }],
    });
    // What failed is the payer's own affair.
    expect(await readRequest(ravi.client, requestId)).toMatchObject({ transfers: [{ state: 'SUCCEEDED' }] });
    expect([await spendable(ravi.client), await sentToday(asha.client)]).toEqual(['25.00', '25.00']);
  });

  it('stays open when the card is declined', async () => {
    const { asha, ravi, chat, requestId } = await asked('pm_card_chargeCustomerFail');
    expect(await accept(asha.client, { requestId })).toMatchObject({
      userErrors: [],
      transfer: { state: 'FAILED' },
    });
    expect(await readRequest(ravi.client, requestId)).toMatchObject({ state: 'OPEN', transfers: [] });
    expect((await readChat(ravi.client, chat)).messages).toHaveLength(1);
    expect(await decline(asha.client, requestId)).toMatchObject({ request: { state: 'DECLINED' } });
  });

  it('is refused without a card, or with the card of somebody else', async () => {
    const { asha, ravi, requestId } = await asked();
    expect(await accept(asha.client, { requestId })).toMatchObject(refusedAs('NO_CARD', ['cardId']));
    const cardId = encodeId('crd', await makeCard(ravi));
    expect(await accept(asha.client, { requestId, cardId })).toMatchObject(
      refusedAs('NOT_FOUND', ['cardId']),
    );
    expect(await readRequest(asha.client, requestId)).toMatchObject({ state: 'OPEN', transfers: [] });
  });

  it('is paid once with one key', async () => {
    const { asha, ravi, requestId } = await asked('pm_card_visa');
    const input = { requestId, idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => accept(asha.client, input)));
    expect(new Set(answers.map(({ transfer }) => transfer?.id)).size).toBe(1);
    expect(await spendable(ravi.client)).toBe('25.00');
  });
});

describe('nobody is asked', () => {
  it('by a shop, a stranger or a guest', async () => {
    const { asha, ravi } = await makeFriends(server);
    const amount = inr('1');
    const shop = await makeShop(server);
    const atShop = { conversationId: await startChat(asha.client, shop), amount };
    for (const { client } of [asha, shop.owner]) {
      expect(await ask(client, atShop)).toMatchObject(refusedAs('INVALID_INPUT', ['conversationId']));
    }
    const conversationId = encodeId('cnv', await makeChat(ravi, await makePerson(server)));
    expect(await ask(asha.client, { conversationId, amount })).toMatchObject(
      refusedAs('NOT_FOUND', ['conversationId']),
    );
    await expect(ask(server.client(), { conversationId, amount })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('when one has blocked the other; what was asked before can be declined, and paid when it is over', async () => {
    const { asha, ravi, chat, requestId } = await asked('pm_card_visa');
    await blockChat(asha.client, chat);
    const blocked = refusedAs('CONVERSATION_BLOCKED', null);
    expect(await ask(ravi.client, { conversationId: chat, amount: inr('1') })).toMatchObject(blocked);
    expect(await accept(asha.client, { requestId })).toMatchObject(blocked);
    await unblockChat(asha.client, chat);
    expect(await accept(asha.client, { requestId })).toMatchObject({ transfer: { state: 'SUCCEEDED' } });
    const { request } = await ask(ravi.client, { conversationId: chat, amount: inr('1') });
    await blockChat(asha.client, chat);
    expect(await decline(asha.client, request?.id ?? '')).toMatchObject({ request: { state: 'DECLINED' } });
  });

  it('for another currency, for nothing, or for more than can be sent at once', async () => {
    const { asha, chat } = await makeFriends(server);
    const tries = [
      [{ amount: '1', currencyCode: 'GBP' }, 'CURRENCY_MISMATCH'],
      [inr('0'), 'INVALID_MONEY'],
      [inr('-1'), 'INVALID_MONEY'],
      [inr('0.001'), 'INVALID_MONEY'],
      [inr('100000.01'), 'LIMIT_EXCEEDED'],
    ] as const;
    for (const [amount, code] of tries) {
      expect(await ask(asha.client, { conversationId: chat, amount })).toMatchObject({
        request: null,
        userErrors: [{ code }],
      });
    }
    const kate = await makePerson(server, { country: 'GB' });
    const abroad = encodeId('cnv', await makeChat(asha, kate));
    const answer = await ask(asha.client, { conversationId: abroad, amount: inr('1') });
    expect(answer).toMatchObject(refusedAs('CURRENCY_MISMATCH', ['amount', 'currencyCode']));
    expect((await readChat(asha.client, chat)).messages).toEqual([]);
  });

  it('twice with one key', async () => {
    const { asha, chat } = await makeFriends(server);
    const input = { conversationId: chat, amount: inr('1'), idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => ask(asha.client, input)));
    expect(new Set(answers.map(({ request }) => request?.id)).size).toBe(1);
    expect((await readChat(asha.client, chat)).messages).toHaveLength(1);
    const other = await send(asha.client, { ...input, idempotencyKey: input.idempotencyKey });
    expect(other).toMatchObject(refusedAs('IDEMPOTENCY_CONFLICT', ['idempotencyKey']));
  });
});

it('counts against the limits of who pays', async () => {
  const { asha, ravi, chat } = await makeFriends(server);
  await giveMoney(asha, 10_000_000n);
  await send(asha.client, { conversationId: chat, amount: inr('99999') });
  const { request } = await ask(ravi.client, { conversationId: chat, amount: inr('2') });
  expect(await accept(asha.client, { requestId: request?.id ?? '' })).toMatchObject({
    transfer: null,
    userErrors: [{ code: 'LIMIT_EXCEEDED', couldSend: inr('1.00') }],
  });
});
