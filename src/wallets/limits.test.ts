import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../db/id.ts';
import type { Client } from '../testing/client.ts';
import { fillWallet, makeCard, makeChat, makePerson } from '../testing/factories.ts';
import { setFee } from '../testing/fees.ts';
import { giveMoney, makeFriends, spendable } from '../testing/money-chat.ts';
import { inr, readWallet, reverse, send } from '../testing/money-commands.ts';
import { cancelPayment, confirmPayment } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

// India: 100.00 at once, 150.00 a day, 300.00 a month, and a clock that is moved.

let now = new Date();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  await server.app.sql`
    update money_limits set per_transfer_minor = 10000, per_day_minor = 15000, per_month_minor = 30000
    where country = 'IN'`;
});
afterAll(() => server.stop());

const at = (time: string) => {
  now = new Date(time);
};

/** Asha with so many times a hundred rupees, and how she sends: what came of it, or why not. */
async function makeSender(hundreds: number) {
  const friends = await makeFriends(server);
  const { asha, chat } = friends;
  for (let time = 0; time < hundreds; time++) await giveMoney(asha, 10_000n);
  const sends = async (amount: string) => {
    const { transfer, userErrors } = await send(asha.client, { conversationId: chat, amount: inr(amount) });
    return userErrors[0] ?? transfer;
  };
  return { ...friends, sends };
}

const SENT = { state: 'SUCCEEDED' };

const tooMuch = (which: string, couldSend: string) => ({
  __typename: 'LimitExceededError',
  code: 'LIMIT_EXCEEDED',
  path: ['amount', 'amount'],
  message: expect.stringContaining(which),
  couldSend: inr(couldSend),
});

/** Sent today and this month. */
async function sums(client: Client) {
  const { limits } = await readWallet(client);
  return [limits?.sentToday.amount, limits?.sentThisMonth.amount];
}

it('are those of the market, and shown with what was sent', async () => {
  at('2026-12-10T10:00:00Z');
  const { asha, sends } = await makeSender(1);
  await sends('12.34');
  expect((await readWallet(asha.client)).limits).toEqual({
    perTransfer: inr('100.00'),
    perDay: inr('150.00'),
    perMonth: inr('300.00'),
    sentToday: inr('12.34'),
    sentThisMonth: inr('12.34'),
  });
});

describe('to the last minor unit', () => {
  it('a transfer, a day up to midnight where the sender is, and the next', async () => {
    at('2026-12-10T10:00:00Z');
    const { asha, sends } = await makeSender(3);
    expect(await sends('100.01')).toMatchObject(tooMuch('in one transfer', '100.00'));
    expect(await sends('100')).toMatchObject(SENT);
    expect(await sends('50.01')).toMatchObject(tooMuch('in a day', '50.00'));
    at('2026-12-10T18:29:59.999Z');
    expect(await sends('50')).toMatchObject(SENT);
    expect(await sends('0.01')).toMatchObject(tooMuch('in a day', '0.00'));
    expect(await sums(asha.client)).toEqual(['150.00', '150.00']);
    at('2026-12-10T18:30:00Z');
    expect(await sums(asha.client)).toEqual(['0.00', '150.00']);
    expect(await sends('100')).toMatchObject(SENT);
    expect(await sums(asha.client)).toEqual(['100.00', '250.00']);
  });

  it('a month, up to its end', async () => {
    at('2026-12-10T10:00:00Z');
    const { asha, sends } = await makeSender(4);
    expect([await sends('100'), await sends('50')]).toMatchObject([SENT, SENT]);
    at('2026-12-11T10:00:00Z');
    expect([await sends('100'), await sends('49.99')]).toMatchObject([SENT, SENT]);
    at('2026-12-31T18:29:59.999Z');
    expect(await sends('0.02')).toMatchObject(tooMuch('in a month', '0.01'));
    expect(await sends('0.01')).toMatchObject(SENT);
    expect(await sends('0.01')).toMatchObject(tooMuch('in a month', '0.00'));
    expect(await sums(asha.client)).toEqual(['0.01', '300.00']);
    at('2026-12-31T18:30:00Z');
    expect(await sums(asha.client)).toEqual(['0.00', '0.00']);
    expect(await sends('100')).toMatchObject(SENT);
  });

  it('with the days of another market by its own time', async () => {
    at('2026-12-10T10:00:00Z');
    const [luz, eva] = [
      await makePerson(server, { country: 'MX' }),
      await makePerson(server, { country: 'MX' }),
    ];
    await makeCard(luz);
    const conversationId = encodeId('cnv', await makeChat(luz, eva));
    at('2026-12-11T05:59:59.999Z');
    await send(luz.client, { conversationId, amount: { amount: '5', currencyCode: 'MXN' } });
    expect(await sums(luz.client)).toEqual(['5.00', '5.00']);
    at('2026-12-11T06:00:00Z');
    expect(await sums(luz.client)).toEqual(['0.00', '5.00']);
  });
});

describe('what is under way', () => {
  /** Asha has sent 100.00 from her balance, and 50.00 by a card that asks for a code, a minute before midnight. */
  async function pending() {
    at('2026-12-10T18:29:00Z');
    const sender = await makeSender(1);
    expect(await sender.sends('100')).toMatchObject(SENT);
    await makeCard(sender.asha, 'pm_card_threeDSecure2Required');
    const input = { conversationId: sender.chat, amount: inr('50') };
    const { transfer } = await send(sender.asha.client, input);
    expect(transfer).toMatchObject({ state: 'PENDING' });
    return { ...sender, paymentId: transfer?.payment?.id ?? '' };
  }

  it('counts', async () => {
    const { asha, sends, paymentId } = await pending();
    expect(await sends('0.01')).toMatchObject(tooMuch('in a day', '0.00'));
    at('2026-12-10T18:31:00Z');
    await confirmPayment(asha.client, { paymentId, code: '123456' });
    expect(await sums(asha.client)).toEqual(['0.00', '150.00']);
  });

  it('is given back to its own day when it comes to nothing on the next', async () => {
    const { asha, paymentId } = await pending();
    at('2026-12-10T18:31:00Z');
    await cancelPayment(asha.client, paymentId);
    expect(await sums(asha.client)).toEqual(['0.00', '100.00']);
    at('2026-12-10T18:29:30Z');
    expect(await sums(asha.client)).toEqual(['100.00', '100.00']);
  });
});

it('count what was taken back by the platform, and nothing that was refused', async () => {
  at('2026-12-10T10:00:00Z');
  const { asha, chat, sends } = await makeSender(1);
  const { transfer } = await send(asha.client, { conversationId: chat, amount: inr('60') });
  await sends('1000');
  await sends('0');
  await sends('90');
  expect(await sums(asha.client)).toEqual(['60.00', '60.00']);
  const operator = await makePerson(server, { operator: true });
  await reverse(operator.client, { transferId: transfer?.id ?? '', reason: 'A mistake' });
  expect(await sums(asha.client)).toEqual(['60.00', '60.00']);
});

it('change at once when the market changes them', async () => {
  at('2026-12-10T10:00:00Z');
  const { sends } = await makeSender(1);
  expect(await sends('40')).toMatchObject(SENT);
  await server.app.sql`update money_limits set per_transfer_minor = 4000 where country = 'IN'`;
  expect(await sends('40.01')).toMatchObject(tooMuch('in one transfer', '40.00'));
  await server.app.sql`update money_limits set per_transfer_minor = 10000 where country = 'IN'`;
  expect(await sends('40.01')).toMatchObject(SENT);
});

describe('a fee', () => {
  /** Hundredths of a percent in Britain, which nothing else here uses. */
  const feeIs = (shareBasisPoints: number) =>
    setFee(server.app.sql, 'GB', 'MONEY_TRANSFER', { shareBasisPoints });
  const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

  async function makeBritons(pence: bigint) {
    at('2026-12-10T10:00:00Z');
    const [kate, tom] = [
      await makePerson(server, { country: 'GB' }),
      await makePerson(server, { country: 'GB' }),
    ];
    await makeCard(kate);
    await fillWallet(kate, pence, 'GBP');
    return { kate, tom, conversationId: encodeId('cnv', await makeChat(kate, tom)) };
  }

  it('is paid by the sender on top of the amount, and counts against no limit', async () => {
    await feeIs(150);
    const { kate, tom, conversationId } = await makeBritons(20_000n);
    const { transfer } = await send(kate.client, { conversationId, amount: gbp('100') });
    expect(transfer).toMatchObject({
      amount: gbp('100.00'),
      fee: gbp('1.50'),
      fromBalance: gbp('101.50'),
      payment: null,
    });
    expect([await spendable(kate.client), await spendable(tom.client)]).toEqual(['98.50', '100.00']);
    expect(await sums(kate.client)).toEqual(['100.00', '100.00']);
    const received = (await readWallet(tom.client)).transfers.edges[0]?.node;
    expect(received).toMatchObject({ amount: gbp('100.00'), fee: null });
    const [balance] = (await readWallet(kate.client)).balances;
    expect(balance?.entries.edges.slice(0, 2).map(({ node }) => node.amount.amount)).toEqual([
      '-1.50',
      '-100.00',
    ]);
  });

  it('that the balance does not cover any more is charged to the card', async () => {
    await feeIs(150);
    const { kate, conversationId } = await makeBritons(10_000n);
    const { transfer } = await send(kate.client, { conversationId, amount: gbp('100') });
    expect(transfer).toMatchObject({ state: 'SUCCEEDED', fromBalance: gbp('100.00'), fee: gbp('1.50') });
    const [charged] = await server.app.sql<{ amount: bigint }[]>`
      select amount_minor as amount from payments where person_id = ${kate.id} and purpose = 'TRANSFER'`;
    expect(charged?.amount).toBe(150n);
    expect(await spendable(kate.client)).toBe('0.00');
  });

  it.each([
    ['0.33', '0.00'],
    ['0.34', '0.01'],
    ['1', '0.02'],
    ['33.33', '0.50'],
  ])('of %s is rounded half up: %s', async (amount, fee) => {
    await feeIs(150);
    const { kate, conversationId } = await makeBritons(20_000n);
    const { transfer } = await send(kate.client, { conversationId, amount: gbp(amount) });
    expect(transfer).toMatchObject({ state: 'SUCCEEDED', fee: gbp(fee) });
  });

  it('stays with the platform when the transfer is taken back', async () => {
    await feeIs(150);
    const { kate, tom, conversationId } = await makeBritons(20_000n);
    const { transfer } = await send(kate.client, { conversationId, amount: gbp('100') });
    const operator = await makePerson(server, { operator: true });
    await reverse(operator.client, { transferId: transfer?.id ?? '', reason: 'A mistake' });
    expect([await spendable(kate.client), await spendable(tom.client)]).toEqual(['198.50', '0.00']);
  });

  it('is nothing where the market takes none', async () => {
    await feeIs(0);
    const { kate, conversationId } = await makeBritons(20_000n);
    const { transfer } = await send(kate.client, { conversationId, amount: gbp('100') });
    expect(transfer).toMatchObject({ fee: gbp('0.00'), fromBalance: gbp('100.00') });
  });
});
