import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '../db/id.ts';
import type { Client } from '../testing/client.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { readOrder } from '../testing/order-commands.ts';
import { cancelPayment, confirmPayment, pay, resolveListed } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

/* Webhooks that the provider has signed, and that say what they should not. */

let server: TestServer;
let operator: Client;
beforeAll(async () => {
  server = await startTestServer();
  operator = (await makePerson(server, { operator: true })).client;
});
afterAll(() => server.stop());

/** A payment of 50.00 that waits for its code. */
async function waitingPayment() {
  const product = await makeProduct(await makeShop(server));
  const asha = await makePerson(server);
  await makeCard(asha, 'pm_card_threeDSecure2Required');
  const order = await makeOrder(asha, product);
  const orderId = encodeId('ord', order);
  const paymentId = (await pay(asha.client, { orderId })).payment?.id ?? '';
  const [row] = await server.app.sql<{ id: string }[]>`select id from payments where order_id = ${order}`;
  return { asha, orderId, paymentId, uuid: row?.id ?? '' };
}

/**
 * Has the provider send, signed like all it sends, that the payment's charge succeeded, with these changes. Its own
 * records stay as they are. Waits until it was taken.
 */
async function tellOf(uuid: string, changes: Record<string, unknown>, type = 'payment_intent.succeeded') {
  const eventId = `evt_${randomUUID()}`;
  const object = { status: 'succeeded', amount_received: 5_000, ...changes };
  await server.app.sql`
    insert into sandbox.events (id, type, data)
    select ${eventId}, ${type}, data || jsonb_build_object('id', ${eventId}::text, 'type', ${type}::text, 'data', jsonb_build_object(
      'object', data #> '{data,object}' || ${JSON.stringify(object)}::text::jsonb))
    from sandbox.events where data #>> '{data,object,metadata,bottega_payment}' = ${uuid} order by created_at limit 1`;
  await expect.poll(() => attemptsOf(eventId), { timeout: 10_000, interval: 50 }).toBe('taken');
  return eventId;
}

async function attemptsOf(eventId: string): Promise<string> {
  const [row] = await server.app.sql<{ taken: boolean; attempts: number }[]>`
    select delivered_at is not null as taken, attempts from sandbox.events where id = ${eventId}`;
  return row?.taken ? 'taken' : `${row?.attempts} attempts`;
}

async function recorded(eventId: string) {
  const rows = await server.app.sql`
    select kind, subject_id as subject, outcome, times from provider_events where id = ${eventId}`;
  return [...rows];
}

async function bookedOf(uuid: string): Promise<number> {
  const [row] = await server.app.sql<{ count: number }[]>`
    select count(*)::int as count from ledger_journals where subject_id = ${uuid}`;
  return row?.count ?? 0;
}

describe('a webhook of a success', () => {
  it.each([
    ['of a paisa less', { amount_received: 4_999 }, 'taken 49.99 INR'],
    ['of a paisa more', { amount_received: 5_001 }, 'taken 50.01 INR'],
    ['of nothing', { amount_received: 0 }, 'taken 0.00 INR'],
    ['in another currency', { currency: 'usd' }, 'taken 50.00 USD'],
  ])('%s is recorded, alarmed and not taken for this payment', async (_what, changes, taken) => {
    const { asha, orderId, paymentId, uuid } = await waitingPayment();
    const eventId = await tellOf(uuid, changes);
    expect(await recorded(eventId)).toEqual([
      { kind: 'charge', subject: uuid, outcome: 'succeeded', times: 1 },
    ]);
    expect(await bookedOf(uuid)).toBe(0);
    expect(await readOrder(asha.client, orderId)).toMatchObject({
      paymentState: 'UNPAID',
      payments: [{ state: 'REQUIRES_ACTION' }],
    });
    expect(await resolveListed(operator, uuid)).toEqual([`AMOUNT_DIFFERS: asked for 50.00 INR, ${taken}`]);
    // What the payer does after it is what counts.
    expect(await confirmPayment(asha.client, { paymentId, code: '123456' })).toMatchObject({
      payment: { state: 'SUCCEEDED' },
    });
    expect(await bookedOf(uuid)).toBe(1);
  });

  it('for a payment that is not here is recorded and listed once, however often it comes', async () => {
    const { asha, paymentId, uuid } = await waitingPayment();
    const nobody = newId<'payment'>();
    const eventId = await tellOf(uuid, { metadata: { bottega_payment: nobody } });
    await server.app
      .sql`update sandbox.events set delivered_at = null, next_attempt_at = now() where id = ${eventId}`;
    await expect.poll(() => attemptsOf(eventId), { timeout: 10_000, interval: 50 }).toBe('taken');
    await tellOf(uuid, { metadata: { bottega_payment: nobody } });
    expect(await recorded(eventId)).toEqual([
      { kind: 'charge', subject: nobody, outcome: 'succeeded', times: 2 },
    ]);
    expect(await bookedOf(nobody)).toBe(0);
    expect(await resolveListed(operator, nobody)).toEqual([
      'UNKNOWN_SUBJECT: a charge for a payment that is not here: succeeded',
    ]);
    expect(await resolveListed(operator, uuid)).toEqual([]);
    await cancelPayment(asha.client, paymentId);
  });

  it.each(['invoice 17', "' or true --", newId<'payment'>().toUpperCase()])(
    'for something else (%s) is recorded, and taken, so that it does not come again',
    async (other) => {
      const { asha, paymentId, uuid } = await waitingPayment();
      const eventId = await tellOf(uuid, { metadata: { bottega_payment: other } });
      expect(await recorded(eventId)).toEqual([
        { kind: 'charge', subject: other, outcome: 'succeeded', times: 1 },
      ]);
      expect(await resolveListed(operator, other)).toEqual([]);
      await cancelPayment(asha.client, paymentId);
    },
  );

  it('of somebody else on the same account is none of our business', async () => {
    const { asha, paymentId, uuid } = await waitingPayment();
    const eventId = await tellOf(uuid, { metadata: {} });
    expect(await recorded(eventId)).toEqual([]);
    await cancelPayment(asha.client, paymentId);
  });

  it('that the house has no use for is taken and forgotten', async () => {
    const { asha, paymentId, uuid } = await waitingPayment();
    const eventId = await tellOf(uuid, {}, 'payment_intent.created');
    expect(await recorded(eventId)).toEqual([]);
    expect(await bookedOf(uuid)).toBe(0);
    await cancelPayment(asha.client, paymentId);
  });
});

describe('a webhook of a refund or a payout that is not here', () => {
  it.each([
    ['refund.updated', 'bottega_refund', 'refund', { object: 'refund', amount: 5_000 }],
    ['payout.paid', 'bottega_payout', 'payout', { object: 'payout', amount: 5_000, status: 'paid' }],
  ])('%s is recorded and listed, and moves nothing', async (type, key, kind, object) => {
    const { asha, paymentId, uuid } = await waitingPayment();
    const nobody = newId<'refund'>();
    const eventId = await tellOf(uuid, { ...object, metadata: { [key]: nobody } }, type);
    expect(await recorded(eventId)).toMatchObject([{ kind, subject: nobody, times: 1 }]);
    expect(await bookedOf(nobody)).toBe(0);
    expect(await resolveListed(operator, nobody)).toEqual([expect.stringMatching(/^UNKNOWN_SUBJECT: /)]);
    await cancelPayment(asha.client, paymentId);
  });
});
