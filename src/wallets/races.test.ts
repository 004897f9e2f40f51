import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeId, encodeId, type MoneyRequestId } from '../db/id.ts';
import { createSession } from '../identity/sign-in.ts';
import { transact } from '../db/transact.ts';
import { blockChat } from '../testing/chat-commands.ts';
import { makeChat, makePerson, type TestPerson } from '../testing/factories.ts';
import {
  giveMoney,
  makeFriends,
  readChat,
  readRequest,
  readTransfer,
  sentToday,
  spendable,
} from '../testing/money-chat.ts';
import {
  accept,
  ask,
  cancelAsking,
  decline,
  inr,
  readWallet,
  reverse,
  send,
} from '../testing/money-commands.ts';
import { cancelPayment, confirmPayment } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { expireRequest } from './request.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.stop());

const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const codes = (answers: readonly { readonly userErrors: readonly { readonly code: string }[] }[]) =>
  answers.map(({ userErrors }) => userErrors[0]?.code ?? 'OK').sort();

/** Counts the deadlocks that the retries hide: with one order of locks there are none. */
function deadlocks(): () => number {
  let count = 0;
  const { db } = server.app;
  const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
  vi.spyOn(db, 'transaction').mockImplementation((...args) =>
    transaction(...args).catch((error: { code?: string; cause?: { code?: string } }) => {
      if ((error.cause?.code ?? error.code) === '40P01') count++;
      throw error;
    }),
  );
  return () => count;
}

/** The same person on another device. */
async function secondDevice({ ctx, id }: TestPerson) {
  const { token } = await transact(ctx, (tx) => createSession(tx, id, 'Tablet'));
  return server.client(token);
}

describe('one balance', () => {
  it('is spent once by two devices', async () => {
    for (let round = 0; round < 5; round++) {
      const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
      const input = { conversationId: chat, amount: inr('10') };
      const devices = [asha.client, await secondDevice(asha)];
      const answers = await Promise.all(devices.map((client) => send(client, input)));
      expect(codes(answers)).toEqual(['NO_CARD', 'OK']);
      expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['0.00', '10.00']);
      expect((await readChat(ravi.client, chat)).messages).toHaveLength(1);
    }
  });

  it('is spent to the last by twenty, to different people, and not beyond', async () => {
    const asha = await makePerson(server);
    await giveMoney(asha, 7_999n);
    const chats = await times(20, async () => {
      const friend = await makePerson(server);
      return encodeId('cnv', await makeChat(asha, friend));
    });
    const answers = await Promise.all(
      chats.map((conversationId) => send(asha.client, { conversationId, amount: inr('10') })),
    );
    expect(codes(answers).filter((code) => code === 'OK')).toHaveLength(7);
    expect(codes(answers).filter((code) => code === 'NO_CARD')).toHaveLength(13);
    expect([await spendable(asha.client), await sentToday(asha.client)]).toEqual(['9.99', '70.00']);
  });

  it('is held once when what it lacks is charged twice: the card pays the rest', async () => {
    const { asha, chat } = await makeFriends(server, {
      paise: 1_000n,
      card: 'pm_card_threeDSecure2Required',
    });
    const input = { conversationId: chat, amount: inr('15') };
    const answers = await times(2, () => send(asha.client, input));
    const fromBalance = new Set(answers.map(({ transfer }) => transfer?.fromBalance?.amount));
    expect(fromBalance).toEqual(new Set(['0.00', '10.00']));
    expect((await readWallet(asha.client)).balances).toMatchObject([
      { available: inr('0.00'), held: inr('10.00') },
    ]);
    await Promise.all(
      answers.map(({ transfer }) =>
        confirmPayment(asha.client, { paymentId: transfer?.payment?.id ?? '', code: '123456' }),
      ),
    );
    expect((await readChat(asha.client, chat)).messages).toMatchObject([{ sequence: 1 }, { sequence: 2 }]);
    expect(await spendable(asha.client)).toBe('0.00');
  });

  it('is taken back or spent on by its recipient, never both', async () => {
    const operator = await makePerson(server, { operator: true });
    for (let round = 0; round < 5; round++) {
      const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
      const input = { conversationId: chat, amount: inr('10') };
      const transferId = (await send(asha.client, input)).transfer?.id ?? '';
      const [taken, spent] = await Promise.all([
        reverse(operator.client, { transferId, reason: 'A mistake' }),
        send(ravi.client, input),
      ]);
      expect(codes([taken, spent])).toEqual([taken.transfer ? 'NO_CARD' : 'INSUFFICIENT_FUNDS', 'OK']);
      expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['10.00', '0.00']);
    }
  });
});

describe('the limits', () => {
  it('let exactly as many of twenty through as fit into the day', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 10_000_000n });
    await giveMoney(asha, 10_000_000n);
    const amount = inr('15000');
    const answers = await times(20, () => send(asha.client, { conversationId: chat, amount }));
    expect(codes(answers).filter((code) => code === 'OK')).toHaveLength(6);
    expect(codes(answers).filter((code) => code === 'LIMIT_EXCEEDED')).toHaveLength(14);
    expect([await sentToday(asha.client), await spendable(ravi.client)]).toEqual(['90000.00', '90000.00']);
    const [refused] = answers.filter(({ transfer }) => transfer === null);
    expect(refused?.userErrors[0]).toMatchObject({ couldSend: inr('10000.00') });
  });

  it('count those by card as well, whatever becomes of them', async () => {
    const { asha, chat } = await makeFriends(server, { card: 'pm_card_chargeCustomerFail' });
    const amount = inr('40000');
    const answers = await times(6, () => send(asha.client, { conversationId: chat, amount }));
    for (const { transfer } of answers) expect(['FAILED', undefined]).toContain(transfer?.state);
    expect(answers.some(({ transfer }) => transfer?.state === 'FAILED')).toBe(true);
    expect(await sentToday(asha.client)).toBe('0.00');
  });
});

describe('one key', () => {
  it('sends once from two devices, by balance and card, and is answered the same', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 500n, card: 'pm_card_visa' });
    const input = { conversationId: chat, amount: inr('10'), idempotencyKey: randomUUID() };
    const devices = [asha.client, await secondDevice(asha)];
    const answers = await times(6, (index) => send(devices[index % 2] ?? asha.client, input));
    expect(new Set(answers.map(({ transfer }) => transfer?.id)).size).toBe(1);
    await expect.poll(() => spendable(ravi.client)).toBe('10.00');
    expect((await readWallet(asha.client)).transfers.edges).toHaveLength(1);
  });

  it('of two different things does one of them', async () => {
    const { asha, chat } = await makeFriends(server, { paise: 10_000n });
    const idempotencyKey = randomUUID();
    const answers = await times(4, (index) =>
      send(asha.client, { conversationId: chat, amount: inr(`${index + 1}`), idempotencyKey }),
    );
    expect(codes(answers)).toEqual([...Array<string>(3).fill('IDEMPOTENCY_CONFLICT'), 'OK']);
    expect((await readChat(asha.client, chat)).messages).toHaveLength(1);
  });

  it('is another for another person', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
    await giveMoney(ravi, 1_000n);
    const input = { conversationId: chat, amount: inr('1'), idempotencyKey: randomUUID() };
    const answers = await Promise.all([send(asha.client, input), send(ravi.client, input)]);
    expect(codes(answers)).toEqual(['OK', 'OK']);
    expect((await readChat(asha.client, chat)).messages).toHaveLength(2);
  });
});

describe('a request', () => {
  const expire = (requestId: string) =>
    expireRequest(
      server.ctx({ kind: 'system', job: 'test' }),
      (decodeId(requestId)?.uuid ?? '') as MoneyRequestId,
    );

  it('that is accepted, declined and taken back at once becomes one of them', async () => {
    for (let round = 0; round < 12; round++) {
      const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
      const { request } = await ask(ravi.client, { conversationId: chat, amount: inr('10') });
      const requestId = request?.id ?? '';
      const answers = [
        () => accept(asha.client, { requestId }),
        () => decline(asha.client, requestId),
        () => cancelAsking(ravi.client, requestId),
        () => accept(asha.client, { requestId }),
      ];
      const first = round % answers.length;
      const shuffled = [...answers.slice(first), ...answers.slice(0, first)];
      const done = await Promise.all(shuffled.map((answer) => answer()));
      expect(codes(done)).toEqual([...Array<string>(3).fill('INVALID_TRANSITION'), 'OK']);
      const { state, transfers } = (await readRequest(ravi.client, requestId)) ?? {};
      expect(['PAID', 'DECLINED', 'CANCELLED']).toContain(state);
      expect(transfers).toHaveLength(state === 'PAID' ? 1 : 0);
      expect(await spendable(ravi.client)).toBe(state === 'PAID' ? '10.00' : '0.00');
    }
  });

  it('whose time is over while it is paid is paid or expired, and never both', async () => {
    for (let round = 0; round < 6; round++) {
      const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
      const { request } = await ask(ravi.client, { conversationId: chat, amount: inr('10') });
      const requestId = request?.id ?? '';
      const [{ transfer }] = await Promise.all([
        accept(asha.client, { requestId }),
        server.app.sql`update money_requests set expires_at = now() - interval '1 second'
          where id = ${decodeId(requestId)?.uuid ?? ''}`.then(() => expire(requestId)),
      ]);
      const after = await readRequest(ravi.client, requestId);
      expect(after).toMatchObject({ state: transfer ? 'PAID' : 'EXPIRED' });
      expect(await spendable(ravi.client)).toBe(transfer ? '10.00' : '0.00');
    }
  });

  it('that is accepted twice by card is charged once', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { card: 'pm_card_visa' });
    const { request } = await ask(ravi.client, { conversationId: chat, amount: inr('10') });
    const requestId = request?.id ?? '';
    const answers = await times(4, () => accept(asha.client, { requestId }));
    expect(answers.filter(({ transfer }) => transfer !== null)).toHaveLength(1);
    expect(await spendable(ravi.client)).toBe('10.00');
    const [charges] = await server.app.sql<{ count: number }[]>`
      select count(*)::int as count from payments where person_id = ${asha.id}`;
    expect(charges?.count).toBe(1);
  });
});

describe('a challenge', () => {
  it('that is passed and given up at once is one of them', async () => {
    for (let round = 0; round < 5; round++) {
      const { asha, ravi, chat } = await makeFriends(server, {
        paise: 500n,
        card: 'pm_card_threeDSecure2Required',
      });
      const { transfer } = await send(asha.client, { conversationId: chat, amount: inr('10') });
      const paymentId = transfer?.payment?.id ?? '';
      await Promise.all([
        confirmPayment(asha.client, { paymentId, code: '123456' }),
        cancelPayment(asha.client, paymentId),
        confirmPayment(asha.client, { paymentId, code: '123456' }),
      ]);
      const after = await readTransfer(asha.client, transfer?.id ?? '');
      const isSent = after?.state === 'SUCCEEDED';
      expect(after?.state).toBe(isSent ? 'SUCCEEDED' : 'FAILED');
      expect(await spendable(ravi.client)).toBe(isSent ? '10.00' : '0.00');
      expect(await spendable(asha.client)).toBe(isSent ? '0.00' : '5.00');
      expect(await sentToday(asha.client)).toBe(isSent ? '10.00' : '0.00');
    }
  });
});

describe('without a deadlock', () => {
  it('two people send to each other, again and again, at once', async () => {
    const counted = deadlocks();
    const { asha, ravi, chat } = await makeFriends(server, { paise: 10_000n });
    await giveMoney(ravi, 10_000n);
    const answers = await times(40, (index) =>
      send((index % 2 ? asha : ravi).client, { conversationId: chat, amount: inr('1') }),
    );
    expect(codes(answers)).toEqual(Array(40).fill('OK'));
    expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['100.00', '100.00']);
    const { messages } = await readChat(asha.client, chat);
    expect(messages.at(-1)?.sequence).toBe(40);
    expect(counted()).toBe(0);
  });

  it('five people send in a ring, and accept and take back meanwhile', async () => {
    const counted = deadlocks();
    const people = await times(5, () => makePerson(server));
    for (const person of people) await giveMoney(person, 10_000n);
    const next = (index: number) => people[(index + 1) % people.length] ?? people[0];
    const chats = new Map<number, string>();
    for (const [index, person] of people.entries()) {
      const other = next(index);
      if (other) chats.set(index, encodeId('cnv', await makeChat(person, other)));
    }
    const operator = await makePerson(server, { operator: true });
    await times(40, async (turn) => {
      const index = turn % people.length;
      const [person, other] = [people[index], next(index)];
      if (!person || !other) throw new Error('nobody');
      const input = { conversationId: chats.get(index) ?? '', amount: inr('3') };
      const { transfer } = await send(person.client, input);
      const { request } = await ask(person.client, input);
      await accept(other.client, { requestId: request?.id ?? '' });
      await reverse(operator.client, { transferId: transfer?.id ?? '', reason: 'A mistake' });
    });
    const sums = await Promise.all(people.map(({ client }) => spendable(client)));
    expect(sums.reduce((sum, amount) => sum + Number(amount), 0)).toBe(500);
    expect(counted()).toBe(0);
  });
});

it('a block lets through what was sent before it, and nothing after it', async () => {
  for (let round = 0; round < 6; round++) {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
    const sending = times(6, () => send(asha.client, { conversationId: chat, amount: inr('1') }));
    const [answers] = await Promise.all([sending, blockChat(ravi.client, chat)]);
    const sent = answers.filter(({ transfer }) => transfer !== null).length;
    expect(codes(answers)).toEqual([
      ...Array<string>(6 - sent).fill('CONVERSATION_BLOCKED'),
      ...Array<string>(sent).fill('OK'),
    ]);
    expect(await spendable(ravi.client)).toBe(`${sent}.00`);
    expect((await readChat(ravi.client, chat)).messages).toHaveLength(sent);
    const late = await send(asha.client, { conversationId: chat, amount: inr('1') });
    expect(codes([late])).toEqual(['CONVERSATION_BLOCKED']);
  }
});
