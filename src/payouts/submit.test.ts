import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { systemContext } from '../context.ts';
import type { PayoutId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { WebhookSignatureError } from '../payments/failures.ts';
import { earn } from '../testing/earnings.ts';
import { makePerson, makeShop, type TestShop } from '../testing/factories.ts';
import { switchFault } from '../testing/faults.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { resolveDiscrepancy } from '../reconciliation/resolve.ts';
import { setBankAccount } from './bank-account.ts';
import { createPayout } from './create.ts';
import { settlePayout } from './settle.ts';
import { followPayout, submitPayout } from './submit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.app.sql`delete from sandbox.faults`;
});
afterAll(() => server.stop());

const CREATE = 'POST /v1/payouts';
const HOUR = 60;

/** A shop with 980.00 to be paid out. */
async function shopWith(token = 'btok_us_verified'): Promise<TestShop> {
  const shop = await makeShop(server);
  await earn(server, shop, 100_000n);
  await setBankAccount(shop.owner.ctx, { businessId: shop.id, token });
  return shop;
}

const begin = ({ id, owner }: TestShop) =>
  createPayout(owner.ctx, { businessId: id, idempotencyKey: randomUUID() });

/** No webhook gets through: only the answer and the poll can tell. */
function loseWebhooks(): void {
  vi.spyOn(server.app.payments, 'parseWebhook').mockImplementation(() => {
    throw new WebhookSignatureError();
  });
}

const later = (minutes: number) => ({
  ...systemContext(server.app, 'payout.submit'),
  now: () => new Date(Date.now() + minutes * 60_000),
});

/** What is here of a payout, how often the provider has made it, and when the job comes back. */
async function find(id: PayoutId) {
  const [row] = await server.app.sql<
    { state: string; code: string | null; ref: string | null; asks: number; made: number; held: number }[]
  >`
    select state, failure_code as code, payout_ref as ref, asks,
           (select count(*)::int from sandbox.objects where type = 'payout'
             and data -> 'metadata' ->> 'bottega_payout' = p.id::text) as made,
           (select coalesce(sum(amount_minor), 0)::int from ledger_holds
             where subject_id = p.id and state = 'PENDING') as held
    from payouts p where id = ${id}`;
  if (!row) throw new Error('no payout');
  return row;
}

const booked = async (id: PayoutId) =>
  (
    await server.app.sql<
      { kind: string }[]
    >`select kind from ledger_journals where subject_id = ${id} order by id`
  ).map(({ kind }) => kind);

/** Waits until a payout has come to this. What is here of it then. */
async function ended(id: PayoutId, state: string) {
  await vi.waitUntil(async () => (await find(id)).state === state, { timeout: 8_000, interval: 20 });
  return find(id);
}

/** The same; the job of it comes back until then. */
async function followed(id: PayoutId, state: string) {
  await vi.waitUntil(
    async () => {
      await followPayout(later(0), id);
      return (await find(id)).state === state;
    },
    { timeout: 8_000, interval: 100 },
  );
  return find(id);
}

describe('the answer of a payout', () => {
  test.each(['drop', 'error_after', 'webhook_first', 'delay'] as const)(
    'goes wrong by %s: it is paid once all the same',
    async (fault) => {
      const shop = await shopWith();
      await switchFault(server, { operation: CREATE, fault, delayMs: 500 });
      const id = await begin(shop);
      expect(await ended(id, 'PAID')).toMatchObject({ made: 1, held: 0 });
      expect(await booked(id)).toEqual(['payout']);
    },
  );

  test.each(['drop', 'error_after'] as const)(
    'is lost by %s, and so are webhooks: asking tells',
    async (fault) => {
      loseWebhooks();
      const shop = await shopWith();
      await switchFault(server, { operation: CREATE, fault });
      const id = await begin(shop);
      expect(await find(id)).toMatchObject({ state: 'PENDING', ref: null, made: 1, held: 98_000 });
      expect(await followed(id, 'PAID')).toMatchObject({ made: 1, held: 0 });
      expect(await booked(id)).toEqual(['payout']);
    },
  );

  it('is an error before anything was done: it is asked for again', async () => {
    const shop = await shopWith();
    await switchFault(server, { operation: CREATE, fault: 'error_before' });
    const id = await begin(shop);
    expect(await find(id)).toMatchObject({ state: 'PENDING', made: 0, held: 98_000 });
    expect(await followed(id, 'PAID')).toMatchObject({ made: 1 });
  });
});

describe('the webhooks of a payout', () => {
  test.each([
    ['payout.paid', 'twice', 'btok_us_verified', 'PAID', ['payout']],
    ['payout.created', 'out_of_order', 'btok_us_verified', 'PAID', ['payout']],
    ['payout.failed', 'twice', 'btok_us_verified_noAccount', 'FAILED', []],
    ['payout.failed', 'twice', 'btok_sandbox_returned', 'RETURNED', ['payout', 'payout_return']],
    ['payout.paid', 'out_of_order', 'btok_sandbox_returned', 'FAILED', []],
  ] as const)('%s comes %s, of %s: it is %s', async (operation, fault, token, state, journals) => {
    const shop = await shopWith(token);
    await switchFault(server, { operation, fault, delayMs: 3_000 });
    const id = await begin(shop);
    expect(await ended(id, state)).toMatchObject({ made: 1, held: 0 });
    // The held-back one as well.
    await vi.waitUntil(async () => {
      const waiting = await server.app.sql`
        select from sandbox.events where delivered_at is null and data::text like ${`%${id}%`}`;
      return waiting.length === 0;
    }, 8_000);
    expect(await find(id)).toMatchObject({ state, held: 0 });
    expect(await booked(id)).toEqual(journals);
  });

  test.each([
    ['btok_us_verified', 'PAID', null],
    ['btok_us_verified_accountClosed', 'FAILED', 'ACCOUNT_CLOSED'],
    ['btok_sandbox_slow', 'PAID', null],
  ])('of %s are lost: the job asks until it is %s', async (token, state, code) => {
    loseWebhooks();
    const id = await begin(await shopWith(token));
    expect(await followed(id, state)).toMatchObject({ code, held: 0, made: 1 });
  });

  it('are settled once beside the answer and the job', async () => {
    const id = await begin(await shopWith());
    await Promise.all(Array.from({ length: 8 }, () => followPayout(later(0), id)));
    expect(await ended(id, 'PAID')).toMatchObject({ made: 1 });
    await Promise.all(Array.from({ length: 4 }, () => submitPayout(later(0), id)));
    expect(await booked(id)).toEqual(['payout']);
  });

  it('with another amount are listed, and nothing is booked', async () => {
    loseWebhooks();
    const shop = await shopWith('btok_sandbox_slow');
    const id = await begin(shop);
    const { ref } = await find(id);
    if (!ref) throw new Error('the provider gave no reference');
    const told = { kind: 'paid', payoutRef: ref, amountMinor: 1n, currency: currencyCode('INR') } as const;
    const { ctx } = await makePerson(server, { operator: true });
    await settlePayout(later(0), id, told);
    expect(await find(id)).toMatchObject({ state: 'PENDING', held: 98_000 });
    expect(await listed(id)).toMatchObject([{ kind: 'AMOUNT_DIFFERS' }]);
    await resolveAll(id, ctx);
    await followed(id, 'PAID');
  });

  it('of a payout that is not here are listed', async () => {
    const id = randomUUID() as PayoutId;
    await settlePayout(later(0), id, { kind: 'processing', payoutRef: 'po_other' });
    await settlePayout(later(0), id, { kind: 'processing', payoutRef: 'po_other' });
    expect(await listed(id)).toMatchObject([{ kind: 'UNKNOWN_SUBJECT' }]);
    await resolveAll(id, (await makePerson(server, { operator: true })).ctx);
  });
});

const listed = (id: PayoutId) => server.app.sql<{ id: string; kind: string; detail: string }[]>`
  select id, kind, detail from discrepancies where subject_id = ${id} and resolved_at is null`;

async function resolveAll(id: PayoutId, ctx: TestShop['owner']['ctx']): Promise<void> {
  for (const one of await listed(id)) {
    await resolveDiscrepancy(ctx, { discrepancyId: one.id as never, note: 'Looked at.' });
  }
}

describe('a payout of which nothing is known', () => {
  it('is asked for eight times with its key, then looked for, and after a day listed', async () => {
    const shop = await shopWith();
    const payOut = vi
      .spyOn(server.app.payments, 'payOut')
      .mockResolvedValue({ kind: 'unknown', payoutRef: null, reason: 'down' });
    const looked = vi
      .spyOn(server.app.payments, 'findPayout')
      .mockResolvedValue({ kind: 'unknown', payoutRef: null, reason: 'down' });
    const id = await begin(shop);
    for (let hour = 1; hour <= 22; hour++) await followPayout(later(hour * HOUR), id);
    expect(payOut).toHaveBeenCalledTimes(8);
    expect(await listed(id)).toEqual([]);

    await followPayout(later(24 * HOUR), id);
    await followPayout(later(25 * HOUR), id);
    expect(payOut).toHaveBeenCalledTimes(8);
    expect(await listed(id)).toMatchObject([
      { kind: 'OUTCOME_UNKNOWN', detail: expect.stringContaining('8 times') },
    ]);
    expect(await find(id)).toMatchObject({ state: 'PENDING', asks: 8, held: 98_000, made: 0 });
    await resolveAll(id, (await makePerson(server, { operator: true })).ctx);

    // The provider answers again, and says that there never was one.
    looked.mockRestore();
    await followPayout(later(26 * HOUR), id);
    expect(await find(id)).toMatchObject({ state: 'FAILED', asks: 8, held: 0, made: 0 });
  });

  it('is found after a day when it had been made', async () => {
    loseWebhooks();
    await switchFault(server, { operation: CREATE, fault: 'drop' });
    const id = await begin(await shopWith());
    const payOut = vi.spyOn(server.app.payments, 'payOut');
    await followPayout(later(24 * HOUR), id);
    expect(await followed(id, 'PAID')).toMatchObject({ made: 1, held: 0 });
    expect(payOut).not.toHaveBeenCalled();
    expect(await listed(id)).toEqual([]);
  });

  it('is taken up by the job when its process died before it asked', async () => {
    vi.spyOn(server.app.payments, 'payOut').mockRejectedValueOnce(new Error('killed'));
    const shop = await shopWith();
    const input = { businessId: shop.id, idempotencyKey: randomUUID() };
    await expect(createPayout(shop.owner.ctx, input)).rejects.toThrow('killed');
    const [job] = await server.app.sql<{ data: { payoutId: PayoutId } }[]>`
      select data from pgboss.job where name = 'payout.submit'
        and data ->> 'payoutId' = (select id::text from payouts where business_id = ${shop.id})`;
    if (!job) throw new Error('there is no job');
    await followPayout(later(0), job.data.payoutId);
    expect(await ended(job.data.payoutId, 'PAID')).toMatchObject({ made: 1, asks: 2 });
  });
});
