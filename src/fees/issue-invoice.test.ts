import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import type { Ctx } from '../context.ts';
import { newId, type InvoiceId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { post } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { makeShop, type TestShop } from '../testing/factories.ts';
import { INR } from '../testing/ledger.ts';
import { overtake } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { chargeBusiness } from './charge.ts';
import { issueInvoice } from './issue-invoice.ts';
import { issueInvoices } from './issue-invoices.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const OCTOBER = '2026-10-01';
const NOVEMBER = '2026-11-01';
const inOctober = new Date('2026-10-20T12:00:00Z');

/** The house at a moment. */
const at = (time: string): Ctx => ({
  ...server.ctx({ kind: 'system', job: 'test' }),
  now: () => new Date(time),
});
const november = () => at('2026-11-20T12:00:00Z');
const december = () => at('2026-12-20T12:00:00Z');

async function charge(
  shop: TestShop,
  amountMinor: bigint,
  options: { at?: Date; ctx?: Ctx; quantity?: number } = {},
): Promise<void> {
  const { ctx = november(), quantity = 1 } = options;
  await transact(ctx, (tx) =>
    chargeBusiness(tx, {
      businessId: shop.id,
      service: 'MONEY_TRANSFER',
      ruleId: null,
      subjectId: newId(),
      quantity,
      currency: INR,
      amountMinor,
      at: options.at ?? inOctober,
    }),
  );
}

/** Something that was charged is given back. */
async function giveBack(shop: TestShop, minor: bigint): Promise<void> {
  const balance = { kind: 'BUSINESS_BALANCE', ownerId: shop.id } as const;
  const fees = { kind: 'PLATFORM_FEES', ownerId: PLATFORM } as const;
  const id = newId<'feeCharge'>();
  await transact(november(), async (tx) => {
    const journalId = await post(tx, {
      kind: 'fee',
      subjectId: id,
      description: 'Given back',
      currency: INR,
      postings: [{ debit: fees, credit: balance, amountMinor: minor }],
    });
    await tx.sql`
      insert into fee_charges (id, business_id, service, subject_id, quantity, currency, amount_minor, period, journal_id)
      values (${id}, ${shop.id}, 'MONEY_TRANSFER', ${id}, 1, 'INR', ${-minor}, ${OCTOBER}, ${journalId})`;
  });
}

interface Row {
  readonly number: number;
  readonly period: string;
  readonly subtotal: string;
  readonly tax: string;
  readonly total: string;
  readonly charges: number;
}

function invoicesOf(shop: TestShop): Promise<Row[]> {
  return server.app.sql<Row[]>`
    select i.number::int, i.period::text, i.subtotal_minor::text as subtotal, i.tax_minor::text as tax,
           i.total_minor::text as total, (select count(*)::int from fee_charges where invoice_id = i.id) as charges
    from invoices i where i.business_id = ${shop.id} order by i.number`;
}

async function accountOf(ownerId: string, kind: string): Promise<bigint> {
  const [row] = await server.app.sql<{ minor: bigint }[]>`
    select coalesce(sum(ledger_balance(id)), 0)::bigint as minor from ledger_accounts
    where owner_id = ${ownerId} and kind = ${kind}`;
  return row?.minor ?? 0n;
}

const balances = async (shop: TestShop) => [
  await accountOf(shop.id, 'BUSINESS_BALANCE'),
  await accountOf(shop.id, 'FEES_OWED'),
];

async function nextNumber(): Promise<number> {
  const [row] = await server.app.sql<{ next: number }[]>`select next::int from invoice_counter`;
  return row?.next ?? 0;
}

/** Puts money into the balance of a shop, as a sale would. */
async function fund(shop: TestShop, minor: bigint): Promise<void> {
  const balance = { kind: 'BUSINESS_BALANCE', ownerId: shop.id } as const;
  const fees = { kind: 'PLATFORM_FEES', ownerId: PLATFORM } as const;
  await transact(november(), (tx) =>
    post(tx, {
      kind: 'test',
      subjectId: newId(),
      description: 'Money',
      currency: INR,
      postings: [{ debit: fees, credit: balance, amountMinor: minor }],
    }),
  );
}

describe('an invoice of a month', () => {
  it('has its charges and their tax, takes the tax from the balance, and is told', async () => {
    const shop = await makeShop(server);
    await fund(shop, 10_000n);
    await charge(shop, 1_000n);
    await charge(shop, 25n);
    await charge(shop, 77n, { at: new Date('2026-11-05T00:00:00Z') });
    const taxBefore = await accountOf(PLATFORM, 'TAX_PAYABLE');
    const number = await nextNumber();
    const id = await issueInvoice(november(), shop.id, OCTOBER);
    // 18 % of 10.25 is 1.845.
    expect(await invoicesOf(shop)).toEqual([
      { number, period: OCTOBER, subtotal: '1025', tax: '185', total: '1210', charges: 2 },
    ]);
    expect(await nextNumber()).toBe(number + 1);
    expect(await balances(shop)).toEqual([10_000n - 1_000n - 25n - 77n - 185n, 0n]);
    expect((await accountOf(PLATFORM, 'TAX_PAYABLE')) - taxBefore).toBe(185n);
    const events = () => server.app.sql`
      select type, topics, payload from event_log where subject_id = ${id}`;
    await expect
      .poll(events)
      .toEqual([
        { type: 'invoice.issued', topics: [`fees:${shop.id}`], payload: { partyId: shop.id, invoiceId: id } },
      ]);
  });

  it('takes of the balance what is there and not held, and owes the rest', async () => {
    const shop = await makeShop(server);
    await fund(shop, 1_050n);
    await charge(shop, 1_000n);
    await issueInvoice(november(), shop.id, OCTOBER);
    expect(await balances(shop)).toEqual([0n, -130n]);
  });

  it('in which more was given back than charged is a credit note, and its tax goes back', async () => {
    const shop = await makeShop(server);
    await charge(shop, 100n);
    await giveBack(shop, 125n);
    const [before] = await balances(shop);
    await issueInvoice(november(), shop.id, OCTOBER);
    // 18 % of 0.25 is 0.045.
    expect(await invoicesOf(shop)).toMatchObject([{ subtotal: '-25', tax: '-5', total: '-30', charges: 2 }]);
    expect((await balances(shop))[0]).toBe((before ?? 0n) + 5n);
  });

  it('of which all was free is of nothing, and books nothing', async () => {
    const shop = await makeShop(server);
    await charge(shop, 0n, { quantity: 12 });
    await issueInvoice(november(), shop.id, OCTOBER);
    expect(await invoicesOf(shop)).toMatchObject([{ subtotal: '0', tax: '0', total: '0', charges: 1 }]);
  });

  it('without charges is not made, nor that of a month which is not over', async () => {
    const shop = await makeShop(server);
    const number = await nextNumber();
    expect(await issueInvoice(november(), shop.id, OCTOBER)).toBeNull();
    await charge(shop, 100n, { at: new Date('2026-11-05T00:00:00Z') });
    expect(await issueInvoice(november(), shop.id, OCTOBER)).toBeNull();
    expect(await issueInvoice(november(), shop.id, NOVEMBER)).toBeNull();
    expect(await issueInvoice(november(), newId<'business'>(), OCTOBER)).toBeNull();
    expect([await invoicesOf(shop), await nextNumber()]).toEqual([[], number]);
  });

  it('is made once, and not before that of an earlier month', async () => {
    const shop = await makeShop(server);
    await charge(shop, 100n);
    await charge(shop, 200n, { at: new Date('2026-11-05T00:00:00Z') });
    expect(await issueInvoice(december(), shop.id, NOVEMBER)).toBeNull();
    expect(await issueInvoice(december(), shop.id, OCTOBER)).not.toBeNull();
    expect(await issueInvoice(december(), shop.id, OCTOBER)).toBeNull();
    expect(await issueInvoice(december(), shop.id, NOVEMBER)).not.toBeNull();
    const issued = await invoicesOf(shop);
    expect(issued).toMatchObject([
      { period: OCTOBER, subtotal: '100', charges: 1 },
      { period: NOVEMBER, subtotal: '200', charges: 1 },
    ]);
    expect(await issueInvoice(december(), shop.id, NOVEMBER)).toBeNull();
    expect(await issueInvoice(december(), shop.id, OCTOBER)).toBeNull();
    expect(await invoicesOf(shop)).toEqual(issued);
  });
});

describe('the tax', () => {
  it.each([
    [
      'that comes into force with the first moment of the next month is not that of this',
      '2026-10-31T18:30:00Z',
      1_800,
    ],
    ['that comes into force with its last moment is', '2026-10-31T18:29:59.999Z', 500],
  ])('%s', async (_what, effectiveFrom, rate) => {
    const other = await startTestServer();
    try {
      await other.app.sql`
        insert into fee_rules (id, country, service, currency, share_basis_points, effective_from)
        values (${newId()}, 'IN', 'TAX', 'INR', 500, ${effectiveFrom})`;
      const shop = await makeShop(other);
      const ctx = { ...other.ctx({ kind: 'system', job: 'test' }), now: november().now };
      await charge(shop, 1_000n, { ctx });
      const id = await issueInvoice(ctx, shop.id, OCTOBER);
      const rows = await other.app.sql`select tax_basis_points as rate from invoices where id = ${id}`;
      expect(rows).toEqual([{ rate }]);
    } finally {
      await other.stop();
    }
  });
});

describe('a charge that comes too late for the invoice of its month', () => {
  it('stands on the next one, even when nothing else does', async () => {
    const shop = await makeShop(server);
    await charge(shop, 1_000n);
    await issueInvoices(november());
    expect(await invoicesOf(shop)).toMatchObject([{ period: OCTOBER, subtotal: '1000' }]);
    await late(shop, 50n);
    await issueInvoices(november());
    expect(await invoicesOf(shop)).toHaveLength(1);
    await issueInvoices(december());
    expect(await invoicesOf(shop)).toMatchObject([
      { period: OCTOBER, subtotal: '1000', charges: 1 },
      { period: NOVEMBER, subtotal: '50', charges: 1 },
    ]);
  });

  /** Of October still, by a transaction that was under way while it was invoiced. */
  async function late(shop: TestShop, amountMinor: bigint): Promise<void> {
    await server.app.sql.begin(async (sql) => {
      await charge(shop, amountMinor, { at: new Date('2026-11-02T00:00:00Z') });
      await sql`set local session_replication_role = replica`;
      await sql`
        update fee_charges set period = ${OCTOBER} where business_id = ${shop.id} and invoice_id is null`;
    });
  }
});

describe('the clock of the market', () => {
  test.each([
    ['IN', '2026-10-31T18:29:59.999Z', OCTOBER],
    ['IN', '2026-10-31T18:30:00.000Z', NOVEMBER],
    ['GB', '2026-10-31T18:30:00.000Z', OCTOBER],
    ['GB', '2026-10-31T23:59:59.999Z', OCTOBER],
    ['GB', '2026-11-01T00:00:00.000Z', NOVEMBER],
    ['MX', '2026-11-01T05:59:59.999Z', OCTOBER],
  ])('in %s %s is in the month of %s', async (country, time, period) => {
    const shop = await makeShop(server, { country });
    await chargeIn(shop, country, new Date(time));
    await issueInvoices(at('2027-01-10T00:00:00Z'));
    expect(await invoicesOf(shop)).toMatchObject([{ period, charges: 1 }]);
  });

  it('is given six hours before the month is invoiced', async () => {
    const shop = await makeShop(server);
    await charge(shop, 100n);
    await issueInvoices(at('2026-11-01T00:29:59.999Z'));
    expect(await invoicesOf(shop)).toEqual([]);
    await issueInvoices(at('2026-11-01T00:30:00.000Z'));
    expect(await invoicesOf(shop)).toMatchObject([{ period: OCTOBER }]);
  });

  async function chargeIn(shop: TestShop, country: string, time: Date): Promise<void> {
    await transact(november(), async (tx) => {
      const [market] = await tx.sql<
        { currency: typeof INR }[]
      >`select currency from markets where country = ${country}`;
      await chargeBusiness(tx, {
        businessId: shop.id,
        service: 'MONEY_TRANSFER',
        ruleId: null,
        subjectId: newId(),
        quantity: 1,
        currency: market?.currency ?? INR,
        amountMinor: 10n,
        at: time,
      });
    });
  }
});

describe('numbers', () => {
  it('have no gap when twenty shops are invoiced at once and some of it is rolled back', async () => {
    const shops = await Promise.all(Array.from({ length: 20 }, () => makeShop(server)));
    for (const shop of shops) await charge(shop, 100n);
    const number = await nextNumber();
    const tries = shops.flatMap((shop, index) => [
      ...(index % 3 === 0 ? [issueAndFail(shop)] : []),
      issueInvoice(november(), shop.id, OCTOBER),
      issueInvoice(november(), shop.id, OCTOBER),
    ]);
    const ids = (await Promise.allSettled(tries)).flatMap((one) =>
      one.status === 'fulfilled' && one.value ? [one.value] : [],
    );
    expect(new Set(ids).size).toBe(20);
    const rows = await server.app.sql<{ number: number }[]>`
      select number::int from invoices where number >= ${number} order by number`;
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 20 }, (_, index) => number + index));
    expect(await nextNumber()).toBe(number + 20);
  });

  function issueAndFail(shop: TestShop): Promise<InvoiceId | null> {
    return transact(november(), async (tx) => {
      await issueInvoice(tx, shop.id, OCTOBER);
      throw new Error('rolled back');
    });
  }

  it('of a process that dies half-way are given to the next, and nothing else of it is left', async () => {
    const shop = await makeShop(server);
    await charge(shop, 1_000n);
    const [before, number] = [await balances(shop), await nextNumber()];
    const { sql } = server.app;
    await sql.begin(async (counter) => {
      await counter`select from invoice_counter for update`;
      // Everything is written but what needs the number.
      const issuing = issueInvoice(november(), shop.id, OCTOBER);
      const outcome = Promise.allSettled([issuing]);
      const waiting = () => sql<{ pid: number }[]>`
        select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%invoice_number%'
          and datname = current_database()`;
      const [one] = await vi.waitUntil(async () => ((await waiting()).length > 0 ? waiting() : null));
      await sql`select pg_terminate_backend(${one?.pid ?? 0})`;
      expect(await outcome).toMatchObject([{ status: 'rejected' }]);
    });
    expect([await invoicesOf(shop), await balances(shop), await nextNumber()]).toEqual([[], before, number]);
    await issueInvoice(november(), shop.id, OCTOBER);
    expect(await invoicesOf(shop)).toMatchObject([{ number, charges: 1 }]);
  });
});

describe('two at once', () => {
  it('make one invoice of a month: the second sees what the first has done', async () => {
    const shop = await makeShop(server);
    await charge(shop, 100n);
    const second = await overtake(
      november(),
      (tx) => issueInvoice(tx, shop.id, OCTOBER),
      () => issueInvoice(november(), shop.id, OCTOBER),
    );
    expect(second).toBeNull();
    expect(await invoicesOf(shop)).toHaveLength(1);
  });

  it('leave a charge that comes meanwhile to the next month', async () => {
    const shop = await makeShop(server);
    await charge(shop, 100n);
    await overtake(
      november(),
      (tx) => issueInvoice(tx, shop.id, OCTOBER),
      () => charge(shop, 7n),
    );
    await issueInvoices(december());
    expect(await invoicesOf(shop)).toMatchObject([
      { period: OCTOBER, subtotal: '100', charges: 1 },
      { period: NOVEMBER, subtotal: '7', charges: 1 },
    ]);
  });

  it('may be whole jobs', async () => {
    const shops = [await makeShop(server), await makeShop(server), await makeShop(server)];
    for (const shop of shops) {
      await charge(shop, 100n);
      await charge(shop, 200n, { at: new Date('2026-11-10T00:00:00Z') });
    }
    await Promise.all([issueInvoices(december()), issueInvoices(december())]);
    for (const shop of shops) {
      expect(await invoicesOf(shop)).toMatchObject([
        { period: OCTOBER, subtotal: '100' },
        { period: NOVEMBER, subtotal: '200' },
      ]);
    }
  });
});
