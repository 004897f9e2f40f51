import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { makePerson, type TestPerson } from '../src/testing/factories.ts';
import { makeFriends, readChat, readTransfer, sentToday, spendable } from '../src/testing/money-chat.ts';
import { inr, readWallet, reverse, send, WalletEvents } from '../src/testing/money-commands.ts';
import { cancelPayment } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
let operator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  operator = await makePerson(server, { operator: true });
});
afterAll(() => server.stop());

const refusedAs = (code: string, path: readonly string[] | null) => ({
  transfer: null,
  userErrors: [{ code, path }],
});

/** Asha has sent 25.00 to Ravi, 15.00 of it by her card. */
async function sent() {
  const friends = await makeFriends(server, { paise: 1_000n, card: 'pm_card_visa' });
  const { transfer } = await send(friends.asha.client, { conversationId: friends.chat, amount: inr('25') });
  return { ...friends, transferId: transfer?.id ?? '' };
}

it('gives all of it back into the wallet of the sender, also what the card had paid', async () => {
  const { asha, ravi, chat, transferId } = await sent();
  const reason = 'Sent to the wrong person';
  const answer = await reverse(operator.client, { transferId, reason });
  expect(answer).toMatchObject({
    userErrors: [],
    transfer: { id: transferId, state: 'REVERSED', reversalReason: reason },
  });
  expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['25.00', '0.00']);
  for (const { client } of [asha, ravi]) {
    expect(await readTransfer(client, transferId)).toMatchObject({
      state: 'REVERSED',
      reversalReason: reason,
    });
    const { messages } = await readChat(client, chat);
    expect(messages).toMatchObject([{ content: { transfer: { id: transferId, state: 'REVERSED' } } }]);
    const [balance] = (await readWallet(client)).balances;
    expect(balance?.entries.edges[0]?.node.kind).toBe('TRANSFER_REVERSAL');
  }
  // It was sent that day all the same.
  expect(await sentToday(asha.client)).toBe('25.00');
});

it('is told to both, live', async () => {
  const { asha, ravi, transferId } = await sent();
  const streams = [
    await watch(server, asha.client, WalletEvents, {}),
    await watch(server, ravi.client, WalletEvents, {}),
  ];
  await reverse(operator.client, { transferId, reason: 'A mistake' });
  for (const stream of streams) {
    expect(await stream.next()).toMatchObject({
      type: 'MONEY_REVERSED',
      transfer: { id: transferId, state: 'REVERSED' },
    });
    await stream.stop();
  }
});

it('happens once: with one key, with another, and at once', async () => {
  const { asha, transferId } = await sent();
  const input = { transferId, reason: 'A mistake', idempotencyKey: randomUUID() };
  const answers = await Promise.all([1, 2, 3].map(() => reverse(operator.client, input)));
  expect(answers.map(({ transfer }) => transfer?.state)).toEqual(['REVERSED', 'REVERSED', 'REVERSED']);
  expect(await reverse(operator.client, { transferId, reason: 'A mistake' })).toMatchObject(
    refusedAs('INVALID_TRANSITION', null),
  );
  expect(await spendable(asha.client)).toBe('25.00');

  const other = await sent();
  const race = await Promise.all(
    [1, 2, 3].map(() => reverse(operator.client, { transferId: other.transferId, reason: 'A mistake' })),
  );
  expect(race.filter(({ transfer }) => transfer !== null)).toHaveLength(1);
  expect(await spendable(other.asha.client)).toBe('25.00');
});

it('takes only what the recipient still has: all of it or nothing', async () => {
  const { asha, ravi, chat, transferId } = await sent();
  await send(ravi.client, { conversationId: chat, amount: inr('0.01') });
  const answer = await reverse(operator.client, { transferId, reason: 'A mistake' });
  expect(answer).toMatchObject({
    transfer: null,
    userErrors: [{ code: 'INSUFFICIENT_FUNDS', couldSpend: inr('24.99') }],
  });
  expect(await readTransfer(asha.client, transferId)).toMatchObject({
    state: 'SUCCEEDED',
    reversalReason: null,
  });
  expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['0.01', '24.99']);
  await send(asha.client, { conversationId: chat, amount: inr('0.01') });
  const again = await reverse(operator.client, { transferId, reason: 'A mistake' });
  expect(again).toMatchObject({ transfer: { state: 'REVERSED' } });
});

it('is for what has arrived only', async () => {
  const { asha, chat } = await makeFriends(server, { card: 'pm_card_threeDSecure2Required' });
  const { transfer } = await send(asha.client, { conversationId: chat, amount: inr('5') });
  const transferId = transfer?.id ?? '';
  const refused = refusedAs('INVALID_TRANSITION', null);
  expect(await reverse(operator.client, { transferId, reason: 'A mistake' })).toMatchObject(refused);
  await cancelPayment(asha.client, transfer?.payment?.id ?? '');
  expect(await reverse(operator.client, { transferId, reason: 'A mistake' })).toMatchObject(refused);
  const absent = { transferId: encodeId('trf', newId()), reason: 'A mistake' };
  expect(await reverse(operator.client, absent)).toMatchObject(refusedAs('NOT_FOUND', ['transferId']));
});

it('wants a reason', async () => {
  const { transferId } = await sent();
  for (const reason of ['', '   ', 'x'.repeat(501)]) {
    expect(await reverse(operator.client, { transferId, reason })).toMatchObject(
      refusedAs('INVALID_INPUT', ['reason']),
    );
  }
});

it('is for operators: not for the two, nor for a guest', async () => {
  const { asha, ravi, transferId } = await sent();
  const input = { transferId, reason: 'I want it back' };
  for (const { client } of [asha, ravi]) {
    await expect(reverse(client, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  await expect(reverse(server.client(), input)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await spendable(ravi.client)).toBe('25.00');
});
