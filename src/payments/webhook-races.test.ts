import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../context.ts';
import type { PaymentId } from '../db/id.ts';
import { switchFault } from '../testing/faults.ts';
import { fillWallet, makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { confirmPayment } from './confirm.ts';
import { payOrder } from './pay.ts';
import { reconcilePayment } from './reconcile.ts';
import type { FaultSwitch } from './sandbox/faults.ts';

/* The provider's webhook against the client's confirm, with all that can happen to the two on their way. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => server.app.sql`delete from sandbox.faults`);
afterAll(() => server.stop());

const ANSWER = 'POST /v1/test_helpers/payment_intents/:id/answer_challenge';
const SUCCEEDED = 'payment_intent.succeeded';

/** A payment of 50.00, of it 18.50 from the balance, that waits for its code. */
async function waitingPayment() {
  const asha = await makePerson(server);
  await makeCard(asha);
  await fillWallet(asha, 1_850n);
  const cardId = await makeCard(asha, 'pm_card_threeDSecure2Required');
  const orderId = await makeOrder(asha, await makeProduct(await makeShop(server)));
  const input = { orderId, cardId, method: 'BALANCE_AND_CARD', idempotencyKey: randomUUID() } as const;
  return { asha, paymentId: await payOrder(asha.ctx, input) };
}

async function find(paymentId: PaymentId) {
  const [row] = await server.app.sql`
    select p.state, o.payment_state as order,
           (select count(*)::int from ledger_journals where subject_id = p.id) as sales,
           (select balance_minor::int from ledger_accounts where kind = 'WALLET' and owner_id = p.person_id) as wallet,
           (select held_minor::int from ledger_accounts where kind = 'WALLET' and owner_id = p.person_id) as held,
           (select count(*)::int from messages where content ->> 'paymentId' = p.id::text) as messages,
           (select count(*)::int from sandbox.events e where type = ${SUCCEEDED} and delivered_at is null
             and data #>> '{data,object,metadata,bottega_payment}' = p.id::text
             and next_attempt_at < 'infinity') as untold
    from payments p join orders o on o.id = p.order_id where p.id = ${paymentId}`;
  return row;
}

const BOOKED_ONCE = {
  state: 'SUCCEEDED',
  order: 'PAID',
  sales: 1,
  wallet: 0,
  held: 0,
  messages: 1,
  untold: 0,
};

const reconcile = (paymentId: PaymentId) =>
  reconcilePayment(systemContext(server.app, 'payment.reconcile'), paymentId);

const FAULTS: readonly [string, readonly FaultSwitch[]][] = [
  ['as it should be', []],
  ['the webhook is first', [{ operation: ANSWER, fault: 'webhook_first' }]],
  ['the webhook comes twice', [{ operation: SUCCEEDED, fault: 'twice' }]],
  ['the webhook is late', [{ operation: SUCCEEDED, fault: 'late', delayMs: 300 }]],
  ['the webhook is lost', [{ operation: SUCCEEDED, fault: 'never' }]],
  ['the answer is late', [{ operation: ANSWER, fault: 'delay', delayMs: 300 }]],
  ['the answer is lost', [{ operation: ANSWER, fault: 'drop' }]],
  ['the answer is an error, though it was done', [{ operation: ANSWER, fault: 'error_after' }]],
  [
    'both are lost',
    [
      { operation: ANSWER, fault: 'drop' },
      { operation: SUCCEEDED, fault: 'never' },
    ],
  ],
];

describe('a code that is right, and the webhook of it', () => {
  it.each(FAULTS)('%s: booked once', async (_what, faults) => {
    const { asha, paymentId } = await waitingPayment();
    for (const fault of faults) await switchFault(server, fault);
    await confirmPayment(asha.ctx, { paymentId, code: '123456' });
    const known = async () => {
      await reconcile(paymentId);
      return find(paymentId);
    };
    await expect.poll(known, { timeout: 10_000, interval: 50 }).toEqual(BOOKED_ONCE);
  });

  it('given by two devices at once, while the job asks as well: booked once', async () => {
    for (let round = 0; round < 4; round++) {
      const { asha, paymentId } = await waitingPayment();
      const confirm = () => confirmPayment(asha.ctx, { paymentId, code: '123456' });
      await Promise.all([confirm(), reconcile(paymentId), confirm(), reconcile(paymentId)]);
      await expect.poll(() => find(paymentId), { timeout: 10_000, interval: 50 }).toEqual(BOOKED_ONCE);
    }
  });
});
