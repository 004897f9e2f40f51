import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { payOrder } from '../payments/pay.ts';
import type { PaymentMethod } from '../payments/rules.ts';
import {
  fillWallet,
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
} from '../testing/factories.ts';
import { makeSwitchboard, type Switchboard } from '../testing/market-commands.ts';
import { inTurn, overtake } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { sendMoney } from '../wallets/send.ts';
import { underSwitches } from './switch-lock.ts';

let server: TestServer;
let india: Switchboard;
beforeAll(async () => {
  server = await startTestServer();
  india = await makeSwitchboard(server);
});
afterAll(() => server.stop());

interface Payer {
  readonly person: TestPerson;
  readonly orderId: OrderId;
}

async function makePayers(count: number): Promise<Payer[]> {
  const product = await makeProduct(await makeShop(server), { stock: count * 2 });
  return Promise.all(
    Array.from({ length: count }, async () => {
      const person = await makePerson(server);
      await makeCard(person);
      return { person, orderId: await makeOrder(person, product) };
    }),
  );
}

const pay = ({ person, orderId }: Payer, method: PaymentMethod = 'CARD') =>
  payOrder(person.ctx, { orderId, method, idempotencyKey: randomUUID() }).then(
    () => 'paid',
    (error: { code: string }) => error.code,
  );

/** How many payments were ever begun. */
async function begun(): Promise<number> {
  const [row] = await server.app.sql<{ count: number }[]>`select count(*)::int as count from payments`;
  return row?.count ?? 0;
}

describe('a switch-off while twenty pay', () => {
  it('each had begun before it or is refused, and nothing begins once it is answered', async () => {
    for (let round = 0; round < 3; round++) {
      const payers = await makePayers(20);
      const before = await begun();
      const paying = payers.map((payer) => pay(payer));
      const off = india.turn('CARD_PAYMENT', 'OFF').then(begun);
      const [answers, atTheSwitch] = await Promise.all([Promise.all(paying), off]);
      const paid = answers.filter((answer) => answer === 'paid').length;
      expect(answers.filter((answer) => answer !== 'paid' && answer !== 'FEATURE_UNAVAILABLE')).toEqual([]);
      expect(atTheSwitch - before).toBe(paid);
      expect(await begun()).toBe(atTheSwitch);
      expect(new Set(await Promise.all(payers.map((payer) => pay(payer))))).not.toContain('paid');
      expect(await begun()).toBe(atTheSwitch);
      const [row] = await server.app.sql<{ paid: number; held: number }[]>`
        select count(*) filter (where payment_state = 'PAID')::int as paid,
               count(*) filter (where payment_state = 'UNPAID' and state = 'PLACED')::int as held
        from orders where id = any(${payers.map(({ orderId }) => orderId)})`;
      expect(row).toEqual({ paid, held: 20 - paid });
      await india.turn('CARD_PAYMENT', 'ON');
    }
  });

  it('waits for a payment that has looked and is not done', async () => {
    const [payer] = await makePayers(1);
    if (!payer) throw new Error('nobody pays');
    await fillWallet(payer.person, 10_000n);
    const [paid, off] = await inTurn(
      server.ctx({ kind: 'system', job: 'test' }),
      `select from ledger_accounts where kind = 'WALLET' and owner_id = '${payer.person.id}'`,
      () => pay(payer, 'BALANCE'),
      () => india.turn('WALLET', 'OFF').then(begun),
    );
    const counted = await begun();
    expect(paid).toEqual({ status: 'fulfilled', value: 'paid' });
    expect(off).toEqual({ status: 'fulfilled', value: counted });
    await india.turn('WALLET', 'ON');
  });

  it('is seen by who waited for it: they look once it is over', async () => {
    const [payer] = await makePayers(1);
    if (!payer) throw new Error('nobody pays');
    const { ctx } = india.operator;
    const answer = await overtake(
      ctx,
      async (tx) => {
        await tx.sql`select pg_advisory_xact_lock(7316004)`;
        await tx.sql`
          update market_features set state = 'OFF' where country = 'IN' and feature = 'CARD_PAYMENT'`;
      },
      () => pay(payer),
    );
    expect(answer).toBe('FEATURE_UNAVAILABLE');
    await india.turn('CARD_PAYMENT', 'ON');
  });
});

it('a switch is moved while money is sent back and forth: everything ends, nothing deadlocks', async () => {
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  await makeCard(asha);
  await fillWallet(asha, 10_000n);
  await makeCard(ravi);
  await fillWallet(ravi, 10_000n);
  const conversationId = await makeChat(asha, ravi);
  const send = (person: TestPerson) =>
    sendMoney(person.ctx, {
      conversationId,
      amount: { minor: 100n, currency: currencyCode('INR') },
      idempotencyKey: randomUUID(),
    }).then(
      () => 'sent',
      (error: { code: string }) => error.code,
    );
  const states = ['OFF', 'ON', 'ANNOUNCED', 'ON'] as const;
  const [answers] = await Promise.all([
    Promise.all(Array.from({ length: 30 }, (_, index) => send(index % 2 === 0 ? asha : ravi))),
    Promise.all(states.map((state) => india.turn('SEND_MONEY', state))),
  ]);
  expect(answers.filter((answer) => answer !== 'sent' && answer !== 'FEATURE_UNAVAILABLE')).toEqual([]);
  await india.turn('SEND_MONEY', 'ON');
  expect(await send(asha)).toBe('sent');
});

it('two operators who switch one feature at once: the history is a chain', async () => {
  const other = await makeSwitchboard(server);
  await Promise.all([
    ...(['OFF', 'ON', 'ANNOUNCED'] as const).map((state) => india.turn('BOT', state)),
    ...([10, 20, 30] as const).map((sharePercent) => other.turn('BOT', 'PILOT', { sharePercent })),
  ]);
  const rows = await server.app.sql<{ from: string; to: string }[]>`
    select from_state || coalesce(from_share_percent, -1) as from, to_state || coalesce(to_share_percent, -1) as to
    from market_feature_switches where country = 'IN' and feature = 'BOT' order by switched_at, id`;
  const ends = (side: 'from' | 'to') => rows.map((row) => row[side]).toSorted();
  const [now] = await server.app.sql<{ state: string }[]>`
    select state || coalesce(share_percent, -1) as state from market_features where country = 'IN' and feature = 'BOT'`;
  // Whatever each began with is what another one ended with, but for the first and the last.
  expect([...ends('from'), now?.state ?? ''].toSorted()).toEqual(['ON-1', ...ends('to')].toSorted());
  await india.turn('BOT', 'ON');
});

it('who has looked shares the switches with others who look', async () => {
  const system = server.ctx({ kind: 'system', job: 'test' });
  const shared = await overtake(
    system,
    (tx) => underSwitches(tx),
    () =>
      server.app.sql.begin((sql) => sql`select pg_advisory_xact_lock_shared(7316004)`.then(() => 'shared')),
  );
  expect(shared).toBe('shared');
});
