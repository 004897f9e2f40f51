import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeId, encodeId, type CardId, type PaymentId } from '../src/db/id.ts';
import { currencyCode } from '../src/money.ts';
import { removeCard } from '../src/payments/cards.ts';
import { askAgain } from '../src/payments/reconcile.ts';
import { settle } from '../src/payments/settle.ts';
import { blockChat, send as say } from '../src/testing/chat-commands.ts';
import { makeCard, makePerson } from '../src/testing/factories.ts';
import { switchFault } from '../src/testing/faults.ts';
import { graphql } from '../src/testing/gql/index.ts';
import {
  makeFriends,
  readChat,
  readTransfer,
  sentToday,
  spendable,
  type Friends,
} from '../src/testing/money-chat.ts';
import { inr, readWallet, send, WalletEvents } from '../src/testing/money-commands.ts';
import { cancelPayment, confirmPayment } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Inbox = graphql(`
  subscription MoneyCardInbox {
    stream: inboxEvents {
      cursor
      event {
        type
        sequence
      }
    }
  }
`);

const Chat = graphql(`
  subscription MoneyCardChat($id: ID!) {
    stream: conversationEvents(conversationId: $id) {
      cursor
      event {
        type
        sequence
      }
    }
  }
`);

/** Asha has 10.00 and sends 25.00, for which her card does what its token says. */
async function sendBy(card: string): Promise<Friends & { transferId: string; paymentId: string }> {
  const friends = await makeFriends(server, { paise: 1_000n, card });
  const { transfer } = await send(friends.asha.client, { conversationId: friends.chat, amount: inr('25') });
  return { ...friends, transferId: transfer?.id ?? '', paymentId: transfer?.payment?.id ?? '' };
}

/** What the recipient of nothing has: no message, no history, no money, nothing under its id. */
async function expectNothing({ ravi, chat, transferId }: Friends & { transferId: string }): Promise<void> {
  expect(await readChat(ravi.client, chat)).toEqual({ unread: 0, messages: [] });
  expect(await readTransfer(ravi.client, transferId)).toBeNull();
  const wallet = await readWallet(ravi.client);
  expect(wallet.transfers.edges).toEqual([]);
  expect(wallet.balances).toMatchObject([{ total: inr('0.00'), entries: { edges: [] } }]);
}

describe('a card that is declined', () => {
  it('leaves nothing: no message, no hold, the limits given back', async () => {
    const sent = await sendBy('pm_card_chargeCustomerFail');
    const { asha, chat, transferId } = sent;
    expect(await readTransfer(asha.client, transferId)).toMatchObject({
      state: 'FAILED',
      payment: { state: 'FAILED', failure: { code: 'CARD_DECLINED' } },
    });
    expect((await readWallet(asha.client)).balances).toMatchObject([
      { available: inr('10.00'), held: inr('0.00'), total: inr('10.00') },
    ]);
    expect(await sentToday(asha.client)).toBe('0.00');
    expect((await readChat(asha.client, chat)).messages).toEqual([]);
    await expectNothing(sent);
  });

  it('is told to the sender live, and in no stream to the recipient', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { card: 'pm_card_chargeCustomerFail' });
    const mine = await watch(server, asha.client, WalletEvents, {});
    const theirs = [
      await watch(server, ravi.client, WalletEvents, {}),
      await watch(server, ravi.client, Inbox, {}),
      await watch(server, ravi.client, Chat, { id: chat }),
    ];
    await send(asha.client, { conversationId: chat, amount: inr('5') });
    expect((await mine.next()).type).toBe('MONEY_PENDING');
    expect(await mine.next()).toMatchObject({
      type: 'MONEY_FAILED',
      sequence: 2,
      transfer: { state: 'FAILED' },
    });
    // What comes next in each of theirs is from afterwards.
    await makeCard(ravi);
    await say(asha.client, chat, 'Sorry');
    const next = await Promise.all(theirs.map((stream) => stream.next()));
    expect(next.map(({ type }) => type)).toEqual(['CARD_REGISTERED', 'MESSAGE_SENT', 'MESSAGE_SENT']);
    await Promise.all([mine, ...theirs].map((stream) => stream.stop()));
  });

  it('is followed by another that is not', async () => {
    const { asha, ravi, chat } = await sendBy('pm_card_chargeCustomerFail');
    const cardId = encodeId('crd', await makeCard(asha));
    const again = await send(asha.client, { conversationId: chat, amount: inr('25'), cardId });
    expect(again).toMatchObject({ transfer: { state: 'SUCCEEDED', fromBalance: inr('10.00') } });
    expect(await spendable(ravi.client)).toBe('25.00');
  });
});

describe('a card that asks for a code', () => {
  it("holds the balance's part meanwhile, and the recipient knows nothing", async () => {
    const sent = await sendBy('pm_card_threeDSecure2Required');
    const { asha, transferId, paymentId } = sent;
    expect(await readTransfer(asha.client, transferId)).toMatchObject({
      state: 'PENDING',
      fromBalance: inr('10.00'),
      payment: { state: 'REQUIRES_ACTION', challenge: { kind: 'ONE_TIME_CODE' } },
    });
    expect((await readWallet(asha.client)).balances).toMatchObject([
      { available: inr('0.00'), held: inr('10.00'), total: inr('10.00') },
    ]);
    expect(await sentToday(asha.client)).toBe('25.00');
    await expectNothing(sent);
    await cancelPayment(asha.client, paymentId);
  });

  it('is charged with the code, and the money arrives once', async () => {
    const { asha, ravi, chat, transferId, paymentId } = await sendBy('pm_card_threeDSecure2Required');
    const confirmed = await confirmPayment(asha.client, { paymentId, code: '123456' });
    expect(confirmed).toMatchObject({ userErrors: [], payment: { state: 'SUCCEEDED' } });
    expect(await confirmPayment(asha.client, { paymentId, code: '123456' })).toEqual(confirmed);
    expect(await readTransfer(ravi.client, transferId)).toMatchObject({ state: 'SUCCEEDED' });
    expect(await readChat(ravi.client, chat)).toMatchObject({ unread: 1, messages: [{ sequence: 1 }] });
    expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['0.00', '25.00']);
  });

  it('is given up by the sender: nothing was sent', async () => {
    const sent = await sendBy('pm_card_threeDSecure2Required');
    const { asha, transferId, paymentId } = sent;
    expect(await cancelPayment(asha.client, paymentId)).toMatchObject({ payment: { state: 'CANCELLED' } });
    expect(await readTransfer(asha.client, transferId)).toMatchObject({ state: 'FAILED' });
    expect([await spendable(asha.client), await sentToday(asha.client)]).toEqual(['10.00', '0.00']);
    await expectNothing(sent);
  });

  it("that goes through after all is the sender's, in the wallet, and nothing was sent", async () => {
    const sent = await sendBy('pm_card_threeDSecure2Required');
    const { asha, transferId, paymentId } = sent;
    await cancelPayment(asha.client, paymentId);
    const currency = currencyCode('INR');
    const late = { kind: 'succeeded', chargeRef: 'pi_late', amountMinor: 1_500n, currency } as const;
    const system = server.ctx({ kind: 'system', job: 'test' });
    const id = decodeId(paymentId)?.uuid as PaymentId;
    for (let time = 0; time < 2; time++) await settle(system, id, late);
    expect(await spendable(asha.client)).toBe('25.00');
    expect(await readTransfer(asha.client, transferId)).toMatchObject({ state: 'FAILED' });
    expect(await sentToday(asha.client)).toBe('0.00');
    await expectNothing(sent);
  });

  it('is charged also when the card is removed meanwhile', async () => {
    const { asha, ravi, paymentId } = await sendBy('pm_card_threeDSecure2Required');
    const [card] = await server.app.sql<{ id: CardId }[]>`
      select id from cards where person_id = ${asha.id} and removed_at is null`;
    if (card) await removeCard(asha.ctx, card.id);
    const confirmed = await confirmPayment(asha.client, { paymentId, code: '123456' });
    expect(confirmed).toMatchObject({ payment: { state: 'SUCCEEDED' } });
    expect(await spendable(ravi.client)).toBe('25.00');
  });

  it('is failed by three wrong codes', async () => {
    const sent = await sendBy('pm_card_threeDSecure2Required');
    const { asha, paymentId } = sent;
    for (const code of ['000000', '000001', '000002']) {
      await confirmPayment(asha.client, { paymentId, code });
    }
    expect(await spendable(asha.client)).toBe('10.00');
    await expectNothing(sent);
  });

  it("is nobody else's to confirm or to give up", async () => {
    const { asha, ravi, paymentId } = await sendBy('pm_card_threeDSecure2Required');
    for (const answer of [
      await confirmPayment(ravi.client, { paymentId, code: '123456' }),
      await cancelPayment(ravi.client, paymentId),
    ]) {
      expect(answer).toMatchObject({ payment: null, userErrors: [{ code: 'NOT_FOUND' }] });
    }
    await cancelPayment(asha.client, paymentId);
  });

  it('is charged also when the recipient blocks meanwhile: what was begun is finished', async () => {
    const { asha, ravi, chat, paymentId } = await sendBy('pm_card_threeDSecure2Required');
    await blockChat(ravi.client, chat);
    await confirmPayment(asha.client, { paymentId, code: '123456' });
    expect(await spendable(ravi.client)).toBe('25.00');
  });
});

describe('an answer that is lost after the charge', () => {
  it('leaves the transfer pending until the provider is asked again, and is sent once', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { card: 'pm_card_visa' });
    await switchFault(server, { operation: 'POST /v1/payment_intents', fault: 'drop' });
    await switchFault(server, { operation: 'payment_intent.succeeded', fault: 'never' });
    const { transfer } = await send(asha.client, { conversationId: chat, amount: inr('5') });
    expect(transfer).toMatchObject({ state: 'PENDING', payment: { state: 'UNKNOWN' } });
    expect([await spendable(ravi.client), await sentToday(asha.client)]).toEqual(['0.00', '5.00']);
    const operator = await makePerson(server, { operator: true });
    const paymentId = decodeId(transfer?.payment?.id ?? '')?.uuid as PaymentId;
    await askAgain(operator.ctx, paymentId);
    expect(await readTransfer(ravi.client, transfer?.id ?? '')).toMatchObject({ state: 'SUCCEEDED' });
    expect(await spendable(ravi.client)).toBe('5.00');
    expect((await readChat(ravi.client, chat)).messages).toHaveLength(1);
  });
});
