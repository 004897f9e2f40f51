import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { newId, type OrderId, type PaymentId } from '../db/id.ts';
import { WEBHOOK_PATH } from '../server/routes.ts';
import type { Client } from '../testing/client.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { resolveListed } from '../testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { confirmPayment } from './confirm.ts';
import { WebhookSignatureError } from './failures.ts';
import { payOrder } from './pay.ts';
import { signatureHeader } from './sandbox/signature.ts';

let server: TestServer;
let operator: Client;
beforeAll(async () => {
  server = await startTestServer();
  operator = (await makePerson(server, { operator: true })).client;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});
afterAll(() => server.stop());

async function placedOrder(card: string) {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  await makeCard(asha, card);
  const orderId = await makeOrder(asha, product);
  const pay = () => payOrder(asha.ctx, { orderId, idempotencyKey: randomUUID() });
  return { asha, orderId, pay };
}

interface Sent {
  readonly body: string;
  readonly signature: string;
}

/** What the provider sends, as it is on the wire; with `lost`, none of it gets through. */
function record({ lost = false } = {}): { about(orderId: OrderId): Promise<Sent>; letThrough(): void } {
  const sent: Sent[] = [];
  const parse = server.app.payments.parseWebhook;
  const spy = vi.spyOn(server.app.payments, 'parseWebhook').mockImplementation((body, signature) => {
    sent.push({ body: body.toString(), signature });
    if (lost) throw new WebhookSignatureError();
    return parse(body, signature);
  });
  return {
    /** The first one about an order; what was lost in other tests is sent again as well. */
    about: (orderId) =>
      vi.waitUntil(() => sent.find(({ body }) => body.includes(orderId)), { timeout: 5_000 }),
    letThrough: () => spy.mockRestore(),
  };
}

/** The provider's answer to a charge comes when it is released. */
function holdAnswer(): () => void {
  const gate = Promise.withResolvers<void>();
  const { charge } = server.app.payments;
  vi.spyOn(server.app.payments, 'charge').mockImplementationOnce(async (input) => {
    const outcome = await charge(input);
    await gate.promise;
    return outcome;
  });
  return () => gate.resolve();
}

async function send({ body, signature }: Partial<Sent>): Promise<number> {
  const headers = signature === undefined ? {} : { 'stripe-signature': signature };
  const response = await fetch(`${server.url}${WEBHOOK_PATH}`, { method: 'POST', headers, body: body ?? '' });
  await response.body?.cancel();
  return response.status;
}

async function find(orderId: OrderId) {
  const [row] = await server.app.sql<
    { id: PaymentId; state: string; order: string; sales: bigint; sum: bigint }[]
  >`
    select p.id, p.state, o.payment_state as order, count(distinct j.id) as sales,
           coalesce(sum(l.amount_minor) filter (where a.kind = 'PROVIDER_CLEARING'), 0) as sum
    from payments p join orders o on o.id = p.order_id
    left join ledger_journals j on j.subject_id = p.id left join ledger_postings l on l.journal_id = j.id
    left join ledger_accounts a on a.id = l.debit_account_id
    where o.id = ${orderId} group by p.id, o.id`;
  if (!row) throw new Error('no payment');
  return { ...row, sales: Number(row.sales), sum: Number(row.sum) };
}

const PAID = { state: 'SUCCEEDED', order: 'PAID', sales: 1, sum: 5_000 };

async function eventCount(paymentId: PaymentId): Promise<number> {
  const [row] = await server.app.sql<{ sequence: bigint }[]>`
    select sequence from event_subjects where subject_id = ${paymentId}`;
  return Number(row?.sequence);
}

describe("the provider's webhook", () => {
  it('settles a payment before the answer comes, which then changes nothing', async () => {
    const release = holdAnswer();
    const { orderId, pay } = await placedOrder('pm_card_visa');
    const paying = pay();
    const state = async () => (await find(orderId).catch(() => null))?.state;
    await expect.poll(state, { timeout: 5_000 }).toBe('SUCCEEDED');
    const { id } = await find(orderId);
    const before = await eventCount(id);
    release();
    await paying;
    expect(await find(orderId)).toMatchObject(PAID);
    expect(await eventCount(id)).toBe(before);
  });

  it('after the answer changes nothing, however often it comes', async () => {
    const sent = record();
    const { orderId, pay } = await placedOrder('pm_card_visa');
    const paymentId = await pay();
    const webhook = await sent.about(orderId);
    for (let copies = 0; copies < 3; copies++) expect(await send(webhook)).toBe(200);
    expect(await find(orderId)).toMatchObject(PAID);
    expect(await eventCount(paymentId)).toBe(2);
  });

  it('and the answer at the same moment book the sale once', async () => {
    for (let round = 0; round < 6; round++) {
      const sent = record({ lost: true });
      const release = holdAnswer();
      const { orderId, pay } = await placedOrder('pm_card_visa');
      const paying = pay();
      const webhook = await sent.about(orderId);
      expect(await find(orderId)).toMatchObject({ state: 'CREATED', order: 'UNPAID' });
      sent.letThrough();
      const copies = [1, 2, 3, 4].map(() => send(webhook));
      release();
      await paying;
      expect(await Promise.all(copies)).toEqual([200, 200, 200, 200]);
      expect(await find(orderId)).toMatchObject(PAID);
    }
  });

  it('that comes late does not take a payment back', async () => {
    const sent = record();
    const { asha, orderId, pay } = await placedOrder('pm_card_threeDSecure2Required');
    const paymentId = await pay();
    const challenge = await sent.about(orderId);
    await confirmPayment(asha.ctx, { paymentId, code: '123456' });
    expect(await send(challenge)).toBe(200);
    expect(await find(orderId)).toMatchObject(PAID);
  });

  it('from before a wrong code does not give tries back', async () => {
    const sent = record();
    const { asha, orderId, pay } = await placedOrder('pm_card_threeDSecure2Required');
    const paymentId = await pay();
    const challenge = await sent.about(orderId);
    const wrong = confirmPayment(asha.ctx, { paymentId, code: '000000' });
    await expect(wrong).rejects.toMatchObject({ code: 'CHALLENGE_REFUSED' });
    expect(await send(challenge)).toBe(200);
    const [row] = await server.app.sql`select challenge from payments where id = ${paymentId}`;
    expect(row?.['challenge']).toMatchObject({ triesLeft: 2 });
  });

  it('about a payment that is not here is taken, so that it does not come again', async () => {
    const sent = record();
    const { orderId, pay } = await placedOrder('pm_card_visa');
    await pay();
    const webhook = await sent.about(orderId);
    const outcome = { kind: 'processing', chargeRef: 'pi_other' } as const;
    const event = { kind: 'charge', eventId: 'evt_other', paymentId: newId<'payment'>(), outcome } as const;
    vi.spyOn(server.app.payments, 'parseWebhook').mockReturnValueOnce(event);
    expect(await send(webhook)).toBe(200);
    expect(await resolveListed(operator, event.paymentId)).toHaveLength(1);
  });
});

describe('a forged webhook is refused and settles nothing', () => {
  /** A payment that was charged and not yet told of, and the webhook that would tell. */
  async function untold() {
    const sent = record({ lost: true });
    const release = holdAnswer();
    const { orderId, pay } = await placedOrder('pm_card_visa');
    const paying = pay();
    const webhook = await sent.about(orderId);
    sent.letThrough();
    const finish = async () => {
      release();
      await paying;
    };
    return { webhook, orderId, finish };
  }

  test.each<[string, (webhook: Sent) => Partial<Sent>]>([
    ['without a signature', ({ body }) => ({ body })],
    ['with an empty one', ({ body }) => ({ body, signature: '' })],
    ['with nonsense', ({ body }) => ({ body, signature: 't=now,v1=yes' })],
    [
      'signed with another secret',
      ({ body }) => ({ body, signature: signatureHeader(body, 'whsec_guess', new Date()) }),
    ],
    [
      'with another body than was signed',
      ({ body, signature }) => ({
        body: body.replace('"amount_received":5000', '"amount_received":5001'),
        signature,
      }),
    ],
    [
      'with the time of the signature moved',
      ({ body, signature }) => ({
        body,
        signature: signature.replace(/t=\d+/, `t=${Math.floor(Date.now() / 1000) + 1}`),
      }),
    ],
  ])('%s', async (_what, forge) => {
    const { webhook, orderId, finish } = await untold();
    expect(await send(forge(webhook))).toBe(400);
    expect(await find(orderId)).toMatchObject({ state: 'CREATED', order: 'UNPAID', sales: 0 });
    await finish();
    expect(await find(orderId)).toMatchObject(PAID);
  });

  it('sent again more than five minutes after it was signed', async () => {
    // Signed in the past: ids begin with their time and never go back, so that a clock set ahead would stay ahead.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 310_000 });
    const { webhook, orderId, finish } = await untold();
    const signedAt = Number(/t=(\d+)/.exec(webhook.signature)?.[1]) * 1000;
    vi.setSystemTime(signedAt + 302_000);
    expect(await send(webhook)).toBe(400);
    expect(await find(orderId)).toMatchObject({ state: 'CREATED', order: 'UNPAID', sales: 0 });
    vi.setSystemTime(signedAt + 299_000);
    expect(await send(webhook)).toBe(200);
    expect(await find(orderId)).toMatchObject(PAID);
    await finish();
  });
});
