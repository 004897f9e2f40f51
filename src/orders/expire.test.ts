import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext, type Ctx } from '../context.ts';
import type { OrderId } from '../db/id.ts';
import { cancelPayment, confirmPayment } from '../payments/confirm.ts';
import { payOrder } from '../payments/pay.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { cancelOrder } from './cancel.ts';
import { confirmOrder } from './confirm.ts';
import { expireOrder } from './expire.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** The same caller so many minutes later. */
function later(ctx: Ctx, minutes: number): Ctx {
  return { ...ctx, now: () => new Date(Date.now() + minutes * 60_000) };
}

const expire = (orderId: OrderId, minutes = 16) =>
  expireOrder(later(systemContext(server.app, 'order.expire'), minutes), orderId);

async function placedOrder(card = 'pm_card_visa') {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha, card);
  const orderId = await makeOrder(asha, product);
  const pay = (ctx = asha.ctx) => payOrder(ctx, { orderId, idempotencyKey: randomUUID() });
  return { shop, product, asha, orderId, pay };
}

async function find(orderId: OrderId) {
  const [row] = await server.app.sql<
    { state: string; paid: string; holds: boolean; free: bigint; jobs: bigint; notices: bigint }[]
  >`
    select o.state, o.payment_state as paid, o.hold_expires_at is not null as holds,
           (select free from stock s join order_lines l on l.product_id = s.product_id where l.order_id = o.id),
           (select count(*) from pgboss.job where name = 'order.expire' and data ->> 'orderId' = o.id::text) as jobs,
           (select count(*) from messages where content ->> 'code' = 'ORDER_EXPIRED'
             and content ->> 'orderId' = o.id::text) as notices
    from orders o where o.id = ${orderId}`;
  if (!row) throw new Error('no such order');
  return { ...row, free: Number(row.free), jobs: Number(row.jobs), notices: Number(row.notices) };
}

describe('an unpaid order whose hold has run out', () => {
  it('expires: its stock is free again, and the chat says so, once', async () => {
    const { orderId } = await placedOrder();
    expect(await find(orderId)).toMatchObject({ state: 'PLACED', free: 98, jobs: 1 });
    await Promise.all([expire(orderId), expire(orderId)]);
    await expire(orderId);
    expect(await find(orderId)).toEqual({
      state: 'EXPIRED',
      paid: 'UNPAID',
      holds: false,
      free: 100,
      jobs: 1,
      notices: 1,
    });
  });

  it('expires although the shop has confirmed it', async () => {
    const { shop, orderId } = await placedOrder();
    await confirmOrder(shop.owner.ctx, orderId);
    await expire(orderId);
    expect(await find(orderId)).toMatchObject({ state: 'EXPIRED', free: 100 });
  });

  it('can not be paid, neither before the job comes by nor after', async () => {
    const { asha, orderId, pay } = await placedOrder();
    await expect(pay(later(asha.ctx, 16))).rejects.toMatchObject({ code: 'HOLD_EXPIRED' });
    await expire(orderId);
    await expect(pay()).rejects.toMatchObject({ code: 'HOLD_EXPIRED', path: ['orderId'] });
    const [{ count } = { count: 1n }] = await server.app.sql<{ count: bigint }[]>`
      select count(*) from payments where order_id = ${orderId}`;
    expect(count).toBe(0n);
  });

  it('waits for an open payment, and is paid when that succeeds', async () => {
    const { asha, orderId, pay } = await placedOrder('pm_card_threeDSecure2Required');
    const paymentId = await pay();
    await expire(orderId);
    // The job comes by again.
    expect(await find(orderId)).toMatchObject({ state: 'PLACED', free: 98, jobs: 2 });
    await confirmPayment(later(asha.ctx, 17), { paymentId, code: '123456' });
    await expire(orderId, 18);
    expect(await find(orderId)).toMatchObject({ state: 'PLACED', paid: 'PAID', free: 98, notices: 0 });
  });

  it('waits for an open payment, and expires when that is given up', async () => {
    const { asha, orderId, pay } = await placedOrder('pm_card_threeDSecure2Required');
    const paymentId = await pay();
    await expire(orderId);
    await cancelPayment(asha.ctx, paymentId);
    await expire(orderId, 17);
    expect(await find(orderId)).toMatchObject({ state: 'EXPIRED', paid: 'UNPAID', free: 100 });
  });
});

describe('an order does not expire', () => {
  it('before its time: the job comes again when it is due', async () => {
    const { orderId } = await placedOrder();
    await expire(orderId, 14);
    expect(await find(orderId)).toMatchObject({ state: 'PLACED', holds: true, free: 98, jobs: 2 });
  });

  it('once it is paid', async () => {
    const { orderId, pay } = await placedOrder();
    await pay();
    await expire(orderId);
    expect(await find(orderId)).toMatchObject({ state: 'PLACED', paid: 'PAID', holds: false, free: 98 });
  });

  it('once it is cancelled', async () => {
    const { asha, orderId } = await placedOrder();
    await cancelOrder(asha.ctx, { orderId });
    await expire(orderId);
    expect(await find(orderId)).toMatchObject({ state: 'CANCELLED', free: 100, notices: 0 });
  });
});

describe('expiry races', () => {
  it('with payment: an order is either paid or expired, and the payer is told which', async () => {
    for (let round = 0; round < 16; round++) {
      const { orderId, pay } = await placedOrder();
      const paying = () =>
        pay().then(
          (): string => 'PAID',
          (error: { code: string }) => error.code,
        );
      const expiring = () => expire(orderId);
      const racers = round % 2 === 0 ? [paying, expiring] : [expiring, paying];
      const told = (await Promise.all(racers.map((start) => start()))).join('');
      const { state, paid, free } = await find(orderId);
      expect(['PLACED PAID 98: PAID', 'EXPIRED UNPAID 100: HOLD_EXPIRED']).toContain(
        `${state} ${paid} ${free}: ${told}`,
      );
    }
  });

  it('with cancelling: the stock goes back once', async () => {
    for (let round = 0; round < 8; round++) {
      const { asha, orderId } = await placedOrder();
      await Promise.allSettled([cancelOrder(asha.ctx, { orderId }), expire(orderId)]);
      const { state, free } = await find(orderId);
      expect(['CANCELLED', 'EXPIRED']).toContain(state);
      expect(free).toBe(100);
    }
  });

  it('with the challenge: the money finds its goods, or the payment is over', async () => {
    for (let round = 0; round < 6; round++) {
      const { asha, orderId, pay } = await placedOrder('pm_card_threeDSecure2Required');
      const paymentId = await pay();
      await Promise.all([confirmPayment(asha.ctx, { paymentId, code: '123456' }), expire(orderId)]);
      expect(await find(orderId)).toMatchObject({ state: 'PLACED', paid: 'PAID', free: 98 });
    }
  });
});
