import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { systemContext } from '../context.ts';
import type { DiscrepancyId, PaymentId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { currencyCode } from '../money.ts';
import { ProviderUnavailableError, WebhookSignatureError } from '../payments/failures.ts';
import { earn, sell } from '../testing/earnings.ts';
import { fillWallet, makeCard, makePerson, makeShop, type TestPerson } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { reconcileDay, reconcileDays } from './run.ts';
import { resolveDiscrepancy } from './resolve.ts';

let server: TestServer;
let operator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  operator = await makePerson(server, { operator: true });
  vi.spyOn(server.app.payments, 'parseWebhook').mockImplementation(() => {
    throw new WebhookSignatureError();
  });
});
afterEach(() => {
  for (const name of ['movements', 'lookUp'] as const) vi.mocked(server.app.payments[name]).mockRestore?.();
});
afterAll(async () => {
  await resolveAll();
  await server.stop();
});

const DAY_MS = 24 * 60 * 60_000;
const dayAfter = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const today = dayAfter(0);

/** The job some days from now, in the morning. */
const jobIn = (days: number) => ({
  ...systemContext(server.app, 'provider.reconcile'),
  now: () => new Date(`${dayAfter(days)}T03:20:00Z`),
});
const compareToday = () => reconcileDay(jobIn(1), today);

/** Somebody has put 123.45 into their wallet. Gives the payment, of which the provider has a line. */
async function topUp(): Promise<PaymentId> {
  const person = await makePerson(server);
  await makeCard(person);
  await fillWallet(person, 12_345n);
  const [payment] = await server.app.sql<
    { id: PaymentId }[]
  >`select id from payments where person_id = ${person.id}`;
  if (!payment) throw new Error('no payment');
  return payment.id;
}

const lineOf = (id: string) => server.app.sql`
  type = 'balance_transaction' and data -> 'source' -> 'metadata' ->> 'bottega_payment' = ${id}`;

/** Open discrepancies of something. */
const listed = (about: string) => server.app.sql<{ id: DiscrepancyId; kind: string; detail: string }[]>`
  select id, kind, detail from discrepancies
  where (subject_id::text = ${about} or provider_ref = ${about}) and resolved_at is null`;

async function resolveAll(): Promise<void> {
  const open = await server.app.sql<
    { id: DiscrepancyId }[]
  >`select id from discrepancies where resolved_at is null`;
  for (const { id } of open)
    await resolveDiscrepancy(operator.ctx, { discrepancyId: id, note: 'Looked at.' });
}

const daysCompared = async () =>
  (await server.app.sql<{ day: string }[]>`select day::text from reconciliation_days order by day`).map(
    ({ day }) => day,
  );

/** The provider charges for a payment that we never had. */
async function chargeForNobody(): Promise<string> {
  const paymentId = randomUUID();
  const { payments } = server.app;
  const key = () => ({ idempotencyKey: randomUUID() });
  const { customerRef } = await payments.createCustomer({ personId: randomUUID(), ...key() });
  const { methodRef } = await payments.attachCard({ customerRef, token: 'pm_card_visa', ...key() });
  const currency = currencyCode('INR');
  await payments.charge({
    paymentId,
    amountMinor: 777n,
    currency,
    customerRef,
    methodRef,
    description: '',
    ...key(),
  });
  return paymentId;
}

describe('what differs is found', () => {
  it('when the provider has charged for what we never had', async () => {
    const id = await chargeForNobody();
    expect(await compareToday()).toMatchObject([
      { kind: 'MISSING_HERE', family: 'charge', subject: id, theirsMinor: 777n, oursMinor: 0n },
    ]);
    expect(await listed(id)).toMatchObject([
      { kind: 'MISSING_HERE', detail: `charge of ${today}: the provider has 7.77 INR, our books 0.00` },
    ]);
  });

  it('when our books have what the provider has not', async () => {
    const id = await topUp();
    await server.app.sql`delete from sandbox.objects where ${lineOf(id)}`;
    await compareToday();
    expect(await listed(id)).toMatchObject([
      { kind: 'MISSING_AT_PROVIDER', detail: expect.stringContaining('123.45') },
    ]);
  });

  it('when the provider has moved another amount', async () => {
    const id = await topUp();
    await server.app.sql`
      update sandbox.objects set data = jsonb_set(data, '{amount}', '12346') where ${lineOf(id)}`;
    await compareToday();
    expect(await listed(id)).toMatchObject([{ kind: 'AMOUNT_DIFFERS' }]);
  });

  it('when the provider has moved it twice', async () => {
    const id = await topUp();
    await server.app.sql`
      insert into sandbox.objects (id, type, data, created_at)
      select 'txn_twice', type, data || '{"id": "txn_twice"}', created_at from sandbox.objects where ${lineOf(id)}`;
    await compareToday();
    expect(await listed(id)).toMatchObject([
      { kind: 'AMOUNT_DIFFERS', detail: expect.stringContaining('246.90') },
    ]);
  });

  it('when the provider has moved another currency', async () => {
    const id = await topUp();
    await server.app.sql`
      update sandbox.objects set data = jsonb_set(data, '{currency}', '"usd"') where ${lineOf(id)}`;
    await compareToday();
    expect((await listed(id)).map(({ kind }) => kind).toSorted()).toEqual([
      'MISSING_AT_PROVIDER',
      'MISSING_HERE',
    ]);
  });

  it('when what moved carries no id of ours', async () => {
    await server.app.sql`
      insert into sandbox.objects (id, type, data, created_at)
      values ('txn_console', 'balance_transaction', ${JSON.stringify({
        id: 'txn_console',
        object: 'balance_transaction',
        amount: -500,
        net: -500,
        fee: 0,
        created: Math.floor(Date.now() / 1000),
        currency: 'inr',
        type: 'refund',
        source: { id: 're_console', object: 'refund', payment_intent: 'pi_1', metadata: {} },
      })}::text::jsonb, now())`;
    await compareToday();
    expect(await listed('re_console')).toMatchObject([{ kind: 'MISSING_HERE' }]);
  });
});

describe('what was found', () => {
  it('is listed once, however often and by however many it is found', async () => {
    const id = await chargeForNobody();
    await Promise.all([compareToday(), compareToday(), compareToday()]);
    await compareToday();
    expect(await listed(id)).toHaveLength(1);
  });

  it('is over when an operator says so, and listed again when it is found again', async () => {
    const id = await chargeForNobody();
    await compareToday();
    const [first] = await listed(id);
    await resolveAll();
    expect(await listed(id)).toEqual([]);
    await compareToday();
    const [again] = await listed(id);
    expect(again).toMatchObject({ kind: 'MISSING_HERE' });
    expect(again?.id).not.toBe(first?.id);
  });
});

describe('midnight', () => {
  test.each(['before', 'after'])(
    'does not come between the provider and us when its clock is %s',
    async (when) => {
      const id = await topUp();
      const midnight = Date.parse(today);
      const theirs = new Date(midnight + (when === 'before' ? -1_000 : DAY_MS + 1_000));
      await server.app.sql`
      update sandbox.objects
      set created_at = ${theirs.toISOString()}, data = jsonb_set(data, '{created}', ${String(theirs.getTime() / 1000)}::text::jsonb)
      where ${lineOf(id)}`;
      for (const day of [today, dayAfter(-1), dayAfter(1)]) await reconcileDay(jobIn(2), day);
      expect(await listed(id)).toEqual([]);
    },
  );
});

describe('the daily job', () => {
  it('compares every finished day of the last week once, and makes up for those it missed', async () => {
    await server.app.sql`delete from reconciliation_days`;
    const movements = vi.spyOn(server.app.payments, 'movements');
    await reconcileDays(jobIn(1));
    const week = [-6, -5, -4, -3, -2, -1, 0].map(dayAfter);
    expect(await daysCompared()).toEqual(week);

    movements.mockClear();
    await reconcileDays(jobIn(1));
    expect(movements).not.toHaveBeenCalled();

    await reconcileDays(jobIn(4));
    expect(await daysCompared()).toEqual([...week, dayAfter(1), dayAfter(2), dayAfter(3)]);

    await reconcileDays(jobIn(12));
    expect(await daysCompared()).toEqual([...week, ...[1, 2, 3, 5, 6, 7, 8, 9, 10, 11].map(dayAfter)]);
  });

  it('leaves a day to be compared when the provider can not be reached, half way or at all', async () => {
    await server.app.sql`delete from reconciliation_days`;
    const { movements } = server.app.payments;
    vi.spyOn(server.app.payments, 'movements').mockImplementation(async function* (span) {
      for await (const line of movements.call(server.app.payments, span)) {
        yield line;
        throw new ProviderUnavailableError('down');
      }
    });
    await expect(reconcileDays(jobIn(1))).rejects.toBeInstanceOf(ProviderUnavailableError);
    expect(await daysCompared()).toEqual([]);
    vi.mocked(server.app.payments.movements).mockRestore();
    await reconcileDays(jobIn(1));
    expect(await daysCompared()).toHaveLength(7);
  });
});

it('a copy of every line of the provider is kept, once', async () => {
  const shop = await makeShop(server);
  await Promise.all([earn(server, shop, 5_000n), sell(server, shop, 7_000n)]);
  await compareToday();
  await compareToday();
  const [kept] = await server.app.sql<{ here: bigint; there: bigint }[]>`
    select (select count(*) from provider_movements) as here,
           (select count(*) from sandbox.objects where type = 'balance_transaction') as there`;
  expect(kept?.here).toBe(kept?.there);
});

it('a job that is queued comes back until the provider is there', async () => {
  const working = await startTestServer({ worksJobs: true });
  const { movements } = working.app.payments;
  let calls = 0;
  vi.spyOn(working.app.payments, 'movements').mockImplementation((span) => {
    calls += 1;
    if (calls === 1) throw new ProviderUnavailableError('down');
    return movements.call(working.app.payments, span);
  });
  const system = systemContext(working.app, 'test');
  await transact(system, (tx) => working.app.jobs.enqueue(tx, 'provider.reconcile', {}));
  await expect
    .poll(async () => (await working.app.sql`select from reconciliation_days`).length, { timeout: 15_000 })
    .toBe(7);
  expect(calls).toBe(2);
  await working.stop();
});
