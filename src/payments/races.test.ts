import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../context.ts';
import type { OrderId, PaymentId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { expireOrder } from '../orders/expire.ts';
import { earn, sell } from '../testing/earnings.ts';
import {
  fillWallet,
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
  type TestShop,
} from '../testing/factories.ts';
import { payOut, setBank } from '../testing/money-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { payOrder } from './pay.ts';
import { createRefund } from './refund.ts';
import { submitRefund } from './refund-submit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const ROUNDS = 6;
const inrOf = (minor: bigint) => ({ minor, currency: currencyCode('INR') });

/** `done`, or the code of the refusal; what is no refusal fails the test. */
async function told(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
      throw error;
    },
  );
}

/** All at once; in every other round in the opposite order. What each was told, sorted. */
async function race(round: number, ...starts: (() => Promise<unknown>)[]): Promise<string[]> {
  const ordered = round % 2 === 0 ? starts : starts.toReversed();
  return (await Promise.all(ordered.map((start) => told(start())))).toSorted();
}

const pay = (person: TestPerson, orderId: OrderId, method: 'BALANCE' | 'BALANCE_AND_CARD' | 'CARD') =>
  payOrder(person.ctx, { orderId, method, idempotencyKey: randomUUID() });

async function orderOf(orderId: OrderId) {
  const [row] = await server.app.sql<{ state: string; money: string }[]>`
    select state, payment_state as money from orders where id = ${orderId}`;
  return `${row?.state} ${row?.money}`;
}

/** What somebody's strict account has, in minor units: in all, and of it held. */
async function accountOf(kind: 'WALLET' | 'BUSINESS_BALANCE', ownerId: string): Promise<[number, number]> {
  const [row] = await server.app.sql<{ balance: number; held: number }[]>`
    select balance_minor::int as balance, held_minor::int as held
    from ledger_accounts where kind = ${kind} and owner_id = ${ownerId}`;
  return [row?.balance ?? 0, row?.held ?? 0];
}

async function refundsOf(orderId: OrderId) {
  const rows = await server.app.sql<{ amount: number; state: string }[]>`
    select r.amount_minor::int as amount, r.state from refunds r join payments p on p.id = r.payment_id
    where p.order_id = ${orderId} order by r.id`;
  return [...rows];
}

describe('two people who spend one balance', () => {
  it('on two orders that it covers once: one of them is paid', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const asha = await makePerson(server);
      await makeCard(asha);
      await fillWallet(asha, 5_000n);
      const [one, other] = await Promise.all([newOrder(asha), newOrder(asha)]);
      expect(
        await race(
          round,
          () => pay(asha, one, 'BALANCE'),
          () => pay(asha, other, 'BALANCE'),
        ),
      ).toEqual(['INSUFFICIENT_FUNDS', 'done']);
      expect([await orderOf(one), await orderOf(other)].toSorted()).toEqual(['PLACED PAID', 'PLACED UNPAID']);
      expect(await accountOf('WALLET', asha.id)).toEqual([0, 0]);
    }
  });

  it('on ten orders of which it covers three', async () => {
    const asha = await makePerson(server);
    await makeCard(asha);
    await fillWallet(asha, 19_999n);
    const orders: OrderId[] = [];
    while (orders.length < 10) orders.push(await newOrder(asha));
    const answers = await race(0, ...orders.map((order) => () => pay(asha, order, 'BALANCE')));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(3);
    expect(answers.filter((answer) => answer === 'INSUFFICIENT_FUNDS')).toHaveLength(7);
    expect(await accountOf('WALLET', asha.id)).toEqual([4_999, 0]);
  });

  it('with a card for the rest: the balance is used once, and the cards pay all that it lacks', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const asha = await makePerson(server);
      await makeCard(asha);
      await fillWallet(asha, 6_000n);
      const orders = [await newOrder(asha), await newOrder(asha), await newOrder(asha)];
      const answers = await race(round, ...orders.map((order) => () => pay(asha, order, 'BALANCE_AND_CARD')));
      expect(answers).toEqual(['done', 'done', 'done']);
      expect(await accountOf('WALLET', asha.id)).toEqual([0, 0]);
      const [row] = await server.app.sql`
        select sum(wallet_minor)::int as wallet, sum(amount_minor)::int as paid from payments
        where order_id = any(${orders}) and state = 'SUCCEEDED'`;
      expect(row).toEqual({ wallet: 6_000, paid: 15_000 });
    }
  });
});

/** An unpaid order of 50.00 at a shop of its own. */
async function newOrder(asha: TestPerson): Promise<OrderId> {
  return makeOrder(asha, await makeProduct(await makeShop(server)));
}

it('an order that is submitted twice is paid once, from the balance as well', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const asha = await makePerson(server);
    await makeCard(asha);
    await fillWallet(asha, 20_000n);
    const orderId = await newOrder(asha);
    const answers = await race(
      round,
      () => pay(asha, orderId, 'BALANCE'),
      () => pay(asha, orderId, 'BALANCE_AND_CARD'),
      () => pay(asha, orderId, 'CARD'),
    );
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    for (const answer of answers) expect(['done', 'ALREADY_PAID', 'PAYMENT_IN_PROGRESS']).toContain(answer);
    expect(await orderOf(orderId)).toBe('PLACED PAID');
    const [row] = await server.app.sql`
      select count(*)::int as sales from payments p join ledger_journals j on j.subject_id = p.id
      where p.order_id = ${orderId} and j.kind = 'sale'`;
    expect(row).toEqual({ sales: 1 });
  }
});

it('the same key at once moves money once', async () => {
  const asha = await makePerson(server);
  await makeCard(asha);
  await fillWallet(asha, 20_000n);
  const orderId = await newOrder(asha);
  const input = { orderId, method: 'BALANCE', idempotencyKey: randomUUID() } as const;
  const payments = await Promise.all(Array.from({ length: 10 }, () => payOrder(asha.ctx, input)));
  expect(new Set(payments).size).toBe(1);
  expect(await accountOf('WALLET', asha.id)).toEqual([15_000, 0]);
});

describe('expiry against payment', () => {
  it.each(['BALANCE', 'BALANCE_AND_CARD', 'CARD'] as const)('%s: one of them, whole', async (method) => {
    for (let round = 0; round < ROUNDS; round++) {
      const asha = await makePerson(server);
      await makeCard(asha);
      await fillWallet(asha, method === 'BALANCE' ? 5_000n : 1_850n);
      const before = await accountOf('WALLET', asha.id);
      const orderId = await newOrder(asha);
      const late = {
        ...systemContext(server.app, 'order.expire'),
        now: () => new Date(Date.now() + 3_600_000),
      };
      const answers = await race(
        round,
        () => pay(asha, orderId, method),
        () => expireOrder(late, orderId),
      );
      const isPaid = (await orderOf(orderId)) === 'PLACED PAID';
      expect(answers).toEqual(isPaid ? ['done', 'done'] : ['HOLD_EXPIRED', 'done']);
      expect(await orderOf(orderId)).toBe(isPaid ? 'PLACED PAID' : 'EXPIRED UNPAID');
      if (!isPaid || method === 'CARD') expect(await accountOf('WALLET', asha.id)).toEqual(before);
      else expect(await accountOf('WALLET', asha.id)).toEqual([0, 0]);
    }
  });
});

interface Sold {
  readonly shop: TestShop;
  readonly orderId: OrderId;
  readonly customer: TestPerson;
  readonly paymentId: PaymentId;
}

async function sold(how: typeof sell = sell): Promise<Sold> {
  const shop = await makeShop(server);
  const { orderId, customer } = await how(server, shop, 5_000n);
  const [row] = await server.app.sql<
    { id: PaymentId }[]
  >`select id from payments where order_id = ${orderId}`;
  if (!row) throw new Error('not paid');
  return { shop, orderId, customer, paymentId: row.id };
}

const giveBack = ({ shop, paymentId }: Sold, minor: bigint | null) =>
  createRefund(shop.owner.ctx, {
    paymentId,
    amount: minor === null ? null : inrOf(minor),
    reason: 'Sorry.',
    idempotencyKey: randomUUID(),
  });

/** Works the refunds that wait for their job. */
async function submitAll(orderId: OrderId): Promise<void> {
  const rows = await server.app.sql<{ id: Parameters<typeof submitRefund>[1] }[]>`
    select r.id from refunds r join payments p on p.id = r.payment_id where p.order_id = ${orderId}`;
  for (const { id } of rows) await submitRefund(systemContext(server.app, 'refund.submit'), id);
}

describe('refunds at the same moment', () => {
  it('of more than was paid: as many as fit go back', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const sale = await sold();
      const answers = await race(
        round,
        () => giveBack(sale, 3_000n),
        () => giveBack(sale, 3_000n),
      );
      expect(answers).toEqual(['REFUND_TOO_LARGE', 'done']);
      expect(await refundsOf(sale.orderId)).toEqual([{ amount: 3_000, state: 'SUCCEEDED' }]);
      expect(await accountOf('BUSINESS_BALANCE', sale.shop.id)).toEqual([1_960, 1_960]);
    }
  });

  it('of parts: three of five fit', async () => {
    const sale = await sold();
    const answers = await race(0, ...Array.from({ length: 5 }, () => () => giveBack(sale, 1_500n)));
    expect(answers).toEqual(['REFUND_TOO_LARGE', 'REFUND_TOO_LARGE', 'done', 'done', 'done']);
    expect(await orderOf(sale.orderId)).toBe('PLACED PARTIALLY_REFUNDED');
    await giveBack(sale, null);
    expect(await orderOf(sale.orderId)).toBe('PLACED REFUNDED');
    expect(await accountOf('BUSINESS_BALANCE', sale.shop.id)).toEqual([0, 0]);
  });

  it.each([2_000n, null])('and the calling off of the order (%s): exactly all goes back', async (minor) => {
    for (let round = 0; round < ROUNDS; round++) {
      const sale = await sold();
      const answers = await race(
        round,
        () => giveBack(sale, minor),
        () => cancelOrder(sale.customer.ctx, { orderId: sale.orderId }),
      );
      expect(answers).toContain('done');
      await submitAll(sale.orderId);
      expect(await orderOf(sale.orderId)).toBe('CANCELLED REFUNDED');
      const amounts = (await refundsOf(sale.orderId)).map(({ amount }) => amount);
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(5_000);
      expect(await accountOf('BUSINESS_BALANCE', sale.shop.id)).toEqual([0, 0]);
    }
  });

  it('and a payout of what the shop has: the money goes one way', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const sale = await sold(earn);
      const { owner, publicId } = sale.shop;
      await setBank(owner.client, { businessId: publicId, token: 'btok_us_verified' });
      const [refunded, paidOut] = await Promise.all([
        told(giveBack(sale, null)),
        payOut(owner.client, { businessId: publicId, amount: { amount: '49', currencyCode: 'INR' } }),
      ]);
      const codes = [refunded, ...paidOut.userErrors.map(({ code }) => code)];
      expect(codes.filter((code) => code === 'INSUFFICIENT_FUNDS')).toHaveLength(1);
      const [row] = await server.app.sql`
        select (select count(*)::int from refunds r where r.payment_id = ${sale.paymentId})
             + (select count(*)::int from payouts where business_id = ${sale.shop.id}) as both`;
      expect(row).toEqual({ both: 1 });
      const gone = async () => accountOf('BUSINESS_BALANCE', sale.shop.id);
      await expect.poll(gone, { timeout: 10_000 }).toEqual([0, 0]);
    }
  });
});
