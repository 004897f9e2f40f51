import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { blockChat, send as say, startChat } from '../src/testing/chat-commands.ts';
import { makeCard, makeChat, makePerson, makeShop } from '../src/testing/factories.ts';
import {
  giveMoney,
  makeFriends,
  readChat,
  readTransfer,
  sentToday,
  spendable,
} from '../src/testing/money-chat.ts';
import { inr, readWallet, send } from '../src/testing/money-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const refusedAs = (code: string, path: readonly string[] | null) => ({
  transfer: null,
  userErrors: [{ code, path }],
});

describe('money that is sent', () => {
  it('comes from the balance first, and what that lacks from the default card', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 10_000n, card: 'pm_card_visa' });
    const first = await send(asha.client, { conversationId: chat, amount: inr('60'), note: 'Lunch' });
    expect(first).toMatchObject({
      userErrors: [],
      transfer: { state: 'SUCCEEDED', note: 'Lunch', fromBalance: inr('60.00'), payment: null },
    });
    const second = await send(asha.client, { conversationId: chat, amount: inr('60') });
    expect(second).toMatchObject({
      transfer: { state: 'SUCCEEDED', fromBalance: inr('40.00'), payment: { state: 'SUCCEEDED' } },
    });
    const third = await send(asha.client, { conversationId: chat, amount: inr('0.01') });
    expect(third).toMatchObject({ transfer: { state: 'SUCCEEDED', fromBalance: inr('0.00') } });
    expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['0.00', '120.01']);
    expect(await sentToday(asha.client)).toBe('120.01');
  });

  it('comes from the card that is named', async () => {
    const { asha, chat } = await makeFriends(server, { card: 'pm_card_chargeCustomerFail' });
    const cardId = encodeId('crd', await makeCard(asha));
    const sent = await send(asha.client, { conversationId: chat, amount: inr('5'), cardId });
    expect(sent).toMatchObject({ transfer: { state: 'SUCCEEDED' } });
  });

  it('is a message in the chat, from which each of the two learns what is theirs', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 100n, card: 'pm_card_visa' });
    await say(ravi.client, chat, 'Pay me back');
    const { transfer } = await send(asha.client, { conversationId: chat, amount: inr('5'), note: 'Here' });
    const mine = await readChat(asha.client, chat);
    const theirs = await readChat(ravi.client, chat);
    expect([mine.unread, theirs.unread]).toEqual([0, 1]);
    const both = { id: transfer?.id, state: 'SUCCEEDED', note: 'Here', amount: inr('5.00') };
    expect(mine.messages.at(-1)).toMatchObject({
      sequence: 2,
      isMine: true,
      content: {
        __typename: 'MoneyContent',
        request: null,
        transfer: {
          ...both,
          fee: inr('0.00'),
          fromBalance: inr('1.00'),
          payment: { id: expect.stringMatching(/^pay_/) },
        },
      },
    });
    expect(theirs.messages.at(-1)).toMatchObject({
      sequence: 2,
      isMine: false,
      content: { request: null, transfer: { ...both, fee: null, fromBalance: null, payment: null } },
    });
  });

  it('can be sent on by who got it', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
    await send(asha.client, { conversationId: chat, amount: inr('10') });
    const { transfer } = await send(ravi.client, { conversationId: chat, amount: inr('10') });
    expect(transfer).toMatchObject({ state: 'SUCCEEDED', fromBalance: inr('10.00') });
    expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['10.00', '0.00']);
  });

  it('is seen by the two and by operators, and by nobody else', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
    const { transfer } = await send(asha.client, { conversationId: chat, amount: inr('10') });
    const id = transfer?.id ?? '';
    const operator = await makePerson(server, { operator: true });
    const stranger = await makePerson(server);
    expect(await readTransfer(asha.client, id)).toMatchObject({
      sender: { id: asha.publicId },
      recipient: { id: ravi.publicId },
    });
    expect(await readTransfer(ravi.client, id)).toMatchObject({ fromBalance: null, payment: null });
    expect(await readTransfer(operator.client, id)).toMatchObject({
      state: 'SUCCEEDED',
      amount: inr('10.00'),
      sender: null,
      recipient: null,
      fromBalance: null,
    });
    expect(await readTransfer(stranger.client, id)).toBeNull();
    expect(await readTransfer(server.client(), id)).toBeNull();
  });

  it('is kept in the history of both, newest first', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n });
    await send(asha.client, { conversationId: chat, amount: inr('1') });
    await send(ravi.client, { conversationId: chat, amount: inr('0.40') });
    for (const { client } of [asha, ravi]) {
      const { transfers } = await readWallet(client);
      expect(transfers.edges.map(({ node }) => node.amount.amount)).toEqual(['0.40', '1.00']);
    }
  });
});

describe('the same key', () => {
  it('sends once, also when both come at once', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 10_000n });
    const input = { conversationId: chat, amount: inr('10'), idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => send(asha.client, input)));
    answers.push(await send(asha.client, input));
    expect(new Set(answers.map(({ transfer }) => transfer?.id)).size).toBe(1);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await spendable(ravi.client)).toBe('10.00');
  });

  it('with another amount is a conflict', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 10_000n });
    const input = { conversationId: chat, amount: inr('10'), idempotencyKey: randomUUID() };
    await send(asha.client, input);
    const again = await send(asha.client, { ...input, amount: inr('11') });
    expect(again).toMatchObject(refusedAs('IDEMPOTENCY_CONFLICT', ['idempotencyKey']));
    expect(await spendable(ravi.client)).toBe('10.00');
  });

  it('is answered the same when what it lacked is there', async () => {
    const { asha, ravi, chat } = await makeFriends(server);
    const input = { conversationId: chat, amount: inr('10'), idempotencyKey: randomUUID() };
    const refused = await send(asha.client, input);
    expect(refused).toMatchObject(refusedAs('NO_CARD', ['cardId']));
    await giveMoney(asha, 10_000n);
    expect(await send(asha.client, input)).toEqual(refused);
    expect([await spendable(asha.client), await spendable(ravi.client)]).toEqual(['100.00', '0.00']);
  });
});

describe('money is not sent', () => {
  it('from nothing, without a card', async () => {
    const { asha, chat } = await makeFriends(server, { paise: 999n });
    const amount = inr('10');
    expect(await send(asha.client, { conversationId: chat, amount })).toMatchObject(
      refusedAs('NO_CARD', ['cardId']),
    );
    expect([await spendable(asha.client), await sentToday(asha.client)]).toEqual(['9.99', '0.00']);
    expect((await readChat(asha.client, chat)).messages).toEqual([]);
  });

  it('by a card that is expired, removed, of somebody else or unknown, needed or not', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { paise: 1_000n, card: 'pm_card_visa' });
    const foreign = encodeId('crd', await makeCard(ravi));
    await server.app.sql`update cards set exp_month = 1, exp_year = 2020 where person_id = ${asha.id}`;
    const [own] = await server.app.sql<{ id: string }[]>`select id from cards where person_id = ${asha.id}
      and removed_at is null`;
    const [gone] = await server.app.sql<{ id: string }[]>`select id from cards where person_id = ${asha.id}
      and removed_at is not null`;
    const expired = encodeId('crd', own?.id ?? '');
    const removed = encodeId('crd', gone?.id ?? '');
    for (const amount of [inr('10'), inr('11')]) {
      for (const cardId of [foreign, removed, encodeId('crd', newId()), 'crd_none', chat]) {
        const answer = await send(asha.client, { conversationId: chat, amount, cardId });
        expect(answer).toMatchObject(refusedAs('NOT_FOUND', ['cardId']));
      }
      const answer = await send(asha.client, { conversationId: chat, amount, cardId: expired });
      expect(answer).toMatchObject(refusedAs('CARD_EXPIRED', ['cardId']));
    }
    const byDefault = await send(asha.client, { conversationId: chat, amount: inr('11') });
    expect(byDefault).toMatchObject(refusedAs('CARD_EXPIRED', ['cardId']));
    expect(await spendable(asha.client)).toBe('10.00');
  });

  it('to a shop, to a stranger, to nobody or by a guest', async () => {
    const { asha, ravi } = await makeFriends(server, { paise: 1_000n });
    const shop = await makeShop(server);
    const amount = inr('1');
    const toShop = { conversationId: await startChat(asha.client, shop), amount };
    expect(await send(asha.client, toShop)).toMatchObject(refusedAs('INVALID_INPUT', ['conversationId']));
    expect(await send(shop.owner.client, toShop)).toMatchObject(
      refusedAs('INVALID_INPUT', ['conversationId']),
    );
    const others = encodeId('cnv', await makeChat(await makePerson(server), ravi));
    for (const conversationId of [others, encodeId('cnv', newId()), 'cnv_none', asha.publicId]) {
      const answer = await send(asha.client, { conversationId, amount });
      expect(answer).toMatchObject(refusedAs('NOT_FOUND', ['conversationId']));
    }
    await expect(send(server.client(), { conversationId: others, amount })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('when one of the two has blocked the other', async () => {
    for (const blocks of ['asha', 'ravi'] as const) {
      const friends = await makeFriends(server, { paise: 1_000n });
      const { asha, ravi, chat } = friends;
      await blockChat(friends[blocks].client, chat);
      const answer = await send(asha.client, { conversationId: chat, amount: inr('1') });
      expect(answer).toMatchObject(refusedAs('CONVERSATION_BLOCKED', null));
      expect(await spendable(ravi.client)).toBe('0.00');
    }
  });

  it('across currencies: the message names both', async () => {
    const [asha, kate] = [await makePerson(server), await makePerson(server, { country: 'GB' })];
    await giveMoney(asha, 1_000n);
    const chat = encodeId('cnv', await makeChat(asha, kate));
    for (const amount of [inr('1'), { amount: '1', currencyCode: 'GBP' }]) {
      const answer = await send(asha.client, { conversationId: chat, amount });
      expect(answer).toMatchObject(refusedAs('CURRENCY_MISMATCH', ['amount', 'currencyCode']));
      expect(answer.userErrors[0]?.message).toContain('Your wallet is in INR and theirs in GBP');
    }
  });

  it('in a currency that neither has', async () => {
    const { asha, chat } = await makeFriends(server, { paise: 1_000n });
    const amount = { amount: '1', currencyCode: 'GBP' };
    const answer = await send(asha.client, { conversationId: chat, amount });
    expect(answer).toMatchObject(refusedAs('CURRENCY_MISMATCH', ['amount', 'currencyCode']));
  });

  it('where no money is sent between people', async () => {
    const [gino, pia] = [
      await makePerson(server, { country: 'IT' }),
      await makePerson(server, { country: 'IT' }),
    ];
    await makeCard(gino);
    const conversationId = encodeId('cnv', await makeChat(gino, pia));
    const answer = await send(gino.client, { conversationId, amount: { amount: '1', currencyCode: 'EUR' } });
    expect(answer).toMatchObject({ transfer: null, userErrors: [{ code: 'CURRENCY_MISMATCH' }] });
    expect((await readWallet(gino.client)).limits).toBeNull();
  });

  it.each([
    ['0', 'INVALID_MONEY'],
    ['0.00', 'INVALID_MONEY'],
    ['-1', 'INVALID_MONEY'],
    ['0.001', 'INVALID_MONEY'],
    ['92233720368547758.08', 'INVALID_MONEY'],
    ['1000000000', 'LIMIT_EXCEEDED'],
    ['100000.01', 'LIMIT_EXCEEDED'],
  ])('as an amount of %s', async (amount, code) => {
    const { asha, ravi, chat } = await makeFriends(server, { card: 'pm_card_visa' });
    const answer = await send(asha.client, { conversationId: chat, amount: inr(amount) });
    expect(answer).toMatchObject({ transfer: null, userErrors: [{ code }] });
    expect(await spendable(ravi.client)).toBe('0.00');
  });

  it.each(['x'.repeat(201), 'a\u0000b'])('with a note like %j', async (note) => {
    const { asha, chat } = await makeFriends(server, { paise: 1_000n });
    const answer = await send(asha.client, { conversationId: chat, amount: inr('1'), note });
    expect(answer).toMatchObject(refusedAs('INVALID_INPUT', ['note']));
  });
});
