import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../context.ts';
import { newId, type OrderId, type PaymentId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import type { Client } from '../testing/client.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { readWallet } from '../testing/money-commands.ts';
import { resolveListed } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { payOrder } from './pay.ts';
import type { ChargeOutcome } from './provider.ts';
import { settle } from './settle.ts';

const lines: string[] = [];
let server: TestServer;
let operator: Client;
beforeAll(async () => {
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  server = await startTestServer({ log });
  operator = (await makePerson(server, { operator: true })).client;
});
afterAll(() => server.stop());

/** A payment of 50.00 that waits for its code. */
async function openPayment() {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha, 'pm_card_threeDSecure2Required');
  const orderId = await makeOrder(asha, product);
  const paymentId = await payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
  const [row] = await server.app.sql<
    { ref: string }[]
  >`select charge_ref as ref from payments where id = ${paymentId}`;
  return { asha, orderId, paymentId, chargeRef: row?.ref ?? '' };
}

const tell = (paymentId: PaymentId, outcome: ChargeOutcome) =>
  settle(systemContext(server.app, 'test'), paymentId, outcome);

const succeeded = (chargeRef: string, amountMinor = 5_000n): ChargeOutcome => ({
  kind: 'succeeded',
  chargeRef,
  amountMinor,
  currency: currencyCode('INR'),
});
const failed = (chargeRef: string): ChargeOutcome => ({
  kind: 'failed',
  chargeRef,
  code: 'CARD_DECLINED',
  message: '',
});

async function find(orderId: OrderId) {
  const [row] = await server.app.sql`
    select p.state, o.payment_state as order, (select count(*)::int from ledger_journals where kind = 'sale' and subject_id = p.id) as sales,
           (select count(*)::int from ledger_journals where kind = 'late_payment' and subject_id = p.id) as late,
           (select held::int from stock s join order_lines l using (product_id) where l.order_id = o.id) as held,
           (select sold::int from stock s join order_lines l using (product_id) where l.order_id = o.id) as sold,
           (select count(*)::int from messages where content ->> 'paymentId' = p.id::text) as messages,
           (select count(*)::int from order_transitions where order_id = o.id and action = 'pay') as paid
    from payments p join orders o on o.id = p.order_id where o.id = ${orderId}`;
  return row;
}

const BOOKED_ONCE = {
  state: 'SUCCEEDED',
  order: 'PAID',
  sales: 1,
  late: 0,
  held: 0,
  sold: 2,
  messages: 1,
  paid: 1,
};
const NOTHING_BOOKED = { order: 'UNPAID', sales: 0, late: 0, held: 2, sold: 0, messages: 0, paid: 0 };
const CREDITED = { state: 'FAILED', ...NOTHING_BOOKED, late: 1 };

describe('a success', () => {
  it('told ten times at once is booked once', async () => {
    const { orderId, paymentId, chargeRef } = await openPayment();
    await Promise.all(Array.from({ length: 10 }, () => tell(paymentId, succeeded(chargeRef))));
    expect(await find(orderId)).toEqual(BOOKED_ONCE);
  });

  it('among old news, told at once in any order, is booked once', async () => {
    const { orderId, paymentId, chargeRef } = await openPayment();
    const news: ChargeOutcome[] = [
      { kind: 'processing', chargeRef },
      { kind: 'requires_action', chargeRef, challenge: { kind: 'ONE_TIME_CODE', triesLeft: 3 } },
      { kind: 'unknown', chargeRef: null, reason: 'timeout' },
      succeeded(chargeRef),
      { kind: 'processing', chargeRef },
      succeeded(chargeRef),
    ];
    await Promise.all(news.map((outcome) => tell(paymentId, outcome)));
    expect(await find(orderId)).toEqual(BOOKED_ONCE);
  });

  it('of another amount is not taken for this payment, and somebody is called', async () => {
    const { orderId, paymentId, chargeRef } = await openPayment();
    await tell(paymentId, succeeded(chargeRef, 4_999n));
    expect(await find(orderId)).toEqual({ state: 'REQUIRES_ACTION', ...NOTHING_BOOKED });
    expect(lines.join('')).toContain('asked for 50.00 INR, taken 49.99 INR');
    expect(await resolveListed(operator, paymentId)).toHaveLength(1);
    await tell(paymentId, succeeded(chargeRef));
    expect(await find(orderId)).toEqual(BOOKED_ONCE);
  });

  it('of a payment that had failed buys nothing: the money is put into the wallet, once', async () => {
    const { asha, orderId, paymentId, chargeRef } = await openPayment();
    await tell(paymentId, failed(chargeRef));
    await Promise.all(Array.from({ length: 5 }, () => tell(paymentId, succeeded(chargeRef))));
    await tell(paymentId, succeeded(chargeRef));
    expect(await find(orderId)).toEqual(CREDITED);
    expect((await readWallet(asha.client)).balances).toMatchObject([{ available: { amount: '50.00' } }]);
  });

  it('of a payment that had failed and of another amount is not taken at all', async () => {
    const { orderId, paymentId, chargeRef } = await openPayment();
    await tell(paymentId, failed(chargeRef));
    await tell(paymentId, succeeded(chargeRef, 5_001n));
    expect(await find(orderId)).toEqual({ state: 'FAILED', ...NOTHING_BOOKED });
    expect(await resolveListed(operator, paymentId)).toEqual([
      'AMOUNT_DIFFERS: asked for 50.00 INR, taken 50.01 INR',
    ]);
  });
});

it('a failure after the success does not undo it', async () => {
  const { orderId, paymentId, chargeRef } = await openPayment();
  await tell(paymentId, succeeded(chargeRef));
  await tell(paymentId, failed(chargeRef));
  expect(await find(orderId)).toEqual(BOOKED_ONCE);
});

it('success and failure at the same moment leave one of them, whole, and never the money nowhere', async () => {
  for (let round = 0; round < 6; round++) {
    const { orderId, paymentId, chargeRef } = await openPayment();
    await Promise.all([tell(paymentId, failed(chargeRef)), tell(paymentId, succeeded(chargeRef))]);
    const found = await find(orderId);
    expect([BOOKED_ONCE, CREDITED]).toContainEqual(found);
  }
});

it('news of a payment that is not here changes nothing, and somebody is called', async () => {
  const nobody = newId<'payment'>();
  await Promise.all([1, 2, 3].map(() => tell(nobody, succeeded('pi_nobody'))));
  expect(lines.join('')).toContain('a payment that is not here');
  expect(await resolveListed(operator, nobody)).toEqual([
    'UNKNOWN_SUBJECT: a charge for a payment that is not here: succeeded',
  ]);
});
