import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../context.ts';
import type { RefundId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { readBusiness } from '../testing/balance-commands.ts';
import { sell } from '../testing/earnings.ts';
import { switchFault } from '../testing/faults.ts';
import { makeShop } from '../testing/factories.ts';
import { readWallet } from '../testing/money-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { createRefund } from './refund.ts';
import { submitRefund } from './refund-submit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A sale of 50.00 with a card of this kind, of which 20.00 are given back. */
async function givenBack(card: string, prepare = async () => {}) {
  const shop = await makeShop(server);
  const { customer, orderId } = await sell(server, shop, 5_000n, card);
  const [payment] = await server.app.sql<
    { id: string }[]
  >`select id from payments where order_id = ${orderId}`;
  await prepare();
  const refundId = await createRefund(shop.owner.ctx, {
    paymentId: payment?.id as Parameters<typeof createRefund>[1]['paymentId'],
    amount: { minor: 2_000n, currency: currencyCode('INR') },
    reason: 'Bruised.',
    idempotencyKey: randomUUID(),
  });
  /** What the customer has in the wallet, and the shop held back, and the refund. */
  const seen = async () => {
    const [wallet] = (await readWallet(customer.client)).balances;
    const { balance } = await readBusiness(shop.owner.client, { businessId: shop.publicId });
    const [refund] = await server.app.sql<{ state: string; redirected: boolean; journals: number }[]>`
      select state, redirected_at is not null as redirected,
             (select count(*)::int from ledger_journals where subject_id = refunds.id) as journals
      from refunds where id = ${refundId}`;
    return { ...refund, wallet: wallet?.total.amount, shop: balance?.heldBack.amount };
  };
  return { shop, customer, orderId, refundId, seen };
}

const submit = (refundId: RefundId) => submitRefund(systemContext(server.app, 'refund.submit'), refundId);

const THROUGH = { state: 'SUCCEEDED', redirected: false, journals: 1, wallet: '0.00', shop: '29.40' };
const WAITING = { state: 'PENDING', redirected: false, journals: 0, wallet: '0.00', shop: '49.00' };

describe('the bank of a card', () => {
  it('takes a refund at once', async () => {
    const { seen } = await givenBack('pm_card_visa');
    expect(await seen()).toEqual(THROUGH);
  });

  it('refuses it: the customer has it in the wallet at once', async () => {
    const { refundId, seen } = await givenBack('pm_card_sandbox_refundRefused');
    const redirected = { ...THROUGH, redirected: true, wallet: '20.00' };
    expect(await seen()).toEqual(redirected);
    await submit(refundId);
    expect(await seen()).toEqual(redirected);
  });

  it('takes it and sends it back later: then the customer has it in the wallet, once', async () => {
    const { seen } = await givenBack('pm_card_refundFail');
    expect(await seen()).toEqual(THROUGH);
    const returned = { ...THROUGH, redirected: true, journals: 2, wallet: '20.00' };
    await expect.poll(seen, { timeout: 10_000, interval: 50 }).toEqual(returned);
  });

  it('takes its time: until then the money is set aside, and nothing is booked', async () => {
    const { seen } = await givenBack('pm_card_pendingRefund');
    // The webhook may have come already.
    expect([WAITING, THROUGH]).toContainEqual(await seen());
    await expect.poll(seen, { timeout: 10_000, interval: 50 }).toEqual(THROUGH);
  });

  it('takes its time, and nobody tells: the job asks until it is through', async () => {
    const { refundId, seen } = await givenBack('pm_card_pendingRefund', () =>
      switchFault(server, { operation: 'refund.updated', fault: 'never' }),
    );
    expect(await seen()).toEqual(WAITING);
    const asked = async () => {
      await submit(refundId);
      return seen();
    };
    await expect.poll(asked, { timeout: 10_000, interval: 50 }).toEqual(THROUGH);
  });
});

describe('the provider', () => {
  it.each(['drop', 'error_after', 'error_before'] as const)(
    'whose answer to a refund is lost (%s) gives back once',
    async (fault) => {
      const { refundId, seen } = await givenBack('pm_card_visa', async () => {
        await switchFault(server, { operation: 'POST /v1/refunds', fault });
        await switchFault(server, { operation: 'refund.created', fault: 'never' });
      });
      expect(await seen()).toEqual(WAITING);
      const asked = async () => {
        await submit(refundId);
        return seen();
      };
      await expect.poll(asked, { timeout: 10_000, interval: 50 }).toEqual(THROUGH);
      const rows = await server.app.sql`
        select data ->> 'amount' as amount from sandbox.objects
        where type = 'refund' and data -> 'metadata' ->> 'bottega_refund' = ${refundId}`;
      expect([...rows]).toEqual([{ amount: '2000' }]);
      // The switch for the event may be left over, for 500 before anything was done.
      await server.app.sql`update sandbox.faults set remaining = 0`;
    },
  );
});
