import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Ctx } from '../src/context.ts';
import { encodeId, newId, type InvoiceId } from '../src/db/id.ts';
import { transact } from '../src/db/transact.ts';
import { chargeBusiness } from '../src/fees/charge.ts';
import { issueInvoice } from '../src/fees/issue-invoice.ts';
import { makePerson, makeShop, makeStaff, type TestPerson, type TestShop } from '../src/testing/factories.ts';
import { readInvoice, readInvoices, WatchInvoices } from '../src/testing/invoice-commands.ts';
import { INR } from '../src/testing/ledger.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
const clock = { now: new Date('2026-11-20T12:00:00Z') };
beforeAll(async () => {
  server = await startTestServer({ now: () => clock.now });
});
beforeEach(() => {
  clock.now = new Date('2026-11-20T12:00:00Z');
});
afterAll(() => server.stop());

const system = (): Ctx => server.ctx({ kind: 'system', job: 'test' });

function charge(shop: TestShop, amountMinor: bigint, at: string): Promise<unknown> {
  return transact(system(), (tx) =>
    chargeBusiness(tx, {
      businessId: shop.id,
      service: 'MONEY_TRANSFER',
      ruleId: null,
      subjectId: newId(),
      quantity: 3,
      currency: INR,
      amountMinor,
      at: new Date(at),
    }),
  );
}

/** A shop of which October is invoiced, and something is charged in November. */
async function invoiced(name?: string): Promise<{ shop: TestShop; id: InvoiceId; publicId: string }> {
  const shop = await makeShop(server);
  if (name) await server.app.sql`update businesses set name = ${name} where id = ${shop.id}`;
  await charge(shop, 1_025n, '2026-10-03T00:00:00Z');
  await charge(shop, 4_000n, '2026-11-03T00:00:00Z');
  const id = await issueInvoice(system(), shop.id, '2026-10-01');
  if (!id) throw new Error('nothing was invoiced');
  return { shop, id, publicId: encodeId('inv', id) };
}

const load = (id: string, token?: string, method = 'GET') =>
  fetch(`${server.url}/invoices/${id}`, {
    method,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });

describe('an invoice', () => {
  it('says what a month came to, to the owner', async () => {
    const { shop, publicId } = await invoiced();
    const { invoices } = await readInvoices(shop.owner.client, { businessId: shop.publicId });
    const [edge] = invoices?.edges ?? [];
    expect(edge?.node).toEqual({
      id: publicId,
      number: expect.any(Number),
      numberText: `BTG-${String(edge?.node.number).padStart(6, '0')}`,
      period: '2026-10-01',
      issuedAt: '2026-11-20T12:00:00.000Z',
      business: { id: shop.publicId },
      lines: [
        {
          service: 'MONEY_TRANSFER',
          title: 'Money transfers',
          terms: '',
          quantity: 3,
          isCredit: false,
          rule: null,
          amount: { amount: '10.25' },
        },
      ],
      subtotal: { amount: '10.25' },
      taxRate: '18.00',
      tax: { amount: '1.85' },
      total: { amount: '12.10', currencyCode: 'INR' },
    });
    expect(await readInvoice(shop.owner.client, publicId)).toMatchObject({
      id: publicId,
      html: expect.stringContaining('<!doctype html>'),
    });
  });

  it('is found by nobody but owners and operators, by no way at all', async () => {
    const { shop, publicId } = await invoiced();
    const elsewhere = await makeShop(server);
    const sees = async (person: TestPerson | null) => {
      const client = person?.client ?? server.client();
      const { invoices, invoicePreview } = await readInvoices(client, { businessId: shop.publicId });
      const found = [invoices?.edges[0]?.node.id ?? null, await readInvoice(client, publicId)];
      const { status } = await load(publicId, person?.token);
      return [...found.map((one) => one !== null), invoicePreview !== null, status];
    };
    const all = [true, true, true, 200];
    const nothing = [false, false, false, 404];
    expect(await sees(shop.owner)).toEqual(all);
    expect(await sees(await makePerson(server, { operator: true }))).toEqual(all);
    expect(await sees(await makeStaff(server, shop, 'AGENT'))).toEqual(nothing);
    expect(await sees(await makeStaff(server, shop, 'MANAGER'))).toEqual(nothing);
    expect(await sees(elsewhere.owner)).toEqual(nothing);
    expect(await sees(await makePerson(server))).toEqual(nothing);
    expect(await sees(null)).toEqual(nothing);
  });

  it('is told live, with the charges, to owners alone', async () => {
    const { shop } = await invoiced();
    const { client } = shop.owner;
    const live = await watch(server, client, WatchInvoices, { businessId: shop.publicId });
    clock.now = new Date('2026-12-20T12:00:00Z');
    await charge(shop, 500n, '2026-11-04T00:00:00Z');
    expect(await live.next()).toEqual({ type: 'FEE_CHARGED', invoice: null });
    const id = await issueInvoice(system(), shop.id, '2026-11-01');
    expect(await live.next()).toEqual({
      type: 'INVOICE_ISSUED',
      invoice: { id: encodeId('inv', id ?? ''), numberText: expect.stringMatching(/^BTG-\d{6}$/) },
    });
    await live.stop();
    const stranger = (await makeShop(server)).owner.client.subscribe(WatchInvoices, {
      businessId: shop.publicId,
    });
    await expect(stranger.next()).rejects.toThrow('FORBIDDEN');
  });

  it('comes in pages, the newest month first', async () => {
    const { shop } = await invoiced();
    clock.now = new Date('2027-01-20T12:00:00Z');
    await charge(shop, 100n, '2026-12-05T00:00:00Z');
    await issueInvoice(system(), shop.id, '2026-11-01');
    await issueInvoice(system(), shop.id, '2026-12-01');
    const which = { businessId: shop.publicId, first: 2 };
    const first = (await readInvoices(shop.owner.client, which)).invoices;
    expect(first?.edges.map(({ node }) => node.period)).toEqual(['2026-12-01', '2026-11-01']);
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const after = first?.pageInfo.endCursor ?? '';
    const rest = (await readInvoices(shop.owner.client, { ...which, after })).invoices;
    expect(rest?.edges.map(({ node }) => node.period)).toEqual(['2026-10-01']);
    expect(rest?.pageInfo.hasNextPage).toBe(false);
    await expect(readInvoices(shop.owner.client, { ...which, after: 'x' })).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('the preview', () => {
  it('is of the running month, and comes to what is then invoiced', async () => {
    const { shop } = await invoiced();
    const { invoicePreview } = await readInvoices(shop.owner.client, { businessId: shop.publicId });
    expect(invoicePreview).toMatchObject({
      period: '2026-11-01',
      business: { id: shop.publicId },
      subtotal: { amount: '40.00' },
      taxRate: '18.00',
      tax: { amount: '7.20' },
      total: { amount: '47.20' },
    });
    clock.now = new Date('2026-12-01T12:00:00Z');
    await issueInvoice(system(), shop.id, '2026-11-01');
    const { invoices } = await readInvoices(shop.owner.client, { businessId: shop.publicId });
    const { lines, subtotal, tax } = invoices?.edges[0]?.node ?? {};
    expect({ lines, subtotal, tax }).toEqual({
      lines: invoicePreview?.lines,
      subtotal: invoicePreview?.subtotal,
      tax: invoicePreview?.tax,
    });
  });

  it('changes nothing', async () => {
    const { shop } = await invoiced();
    const counts = () => server.app.sql`
      select (select count(*) from invoices)::int as invoices, (select next from invoice_counter)::int as next,
             (select count(*) from fee_charges)::int as charges, (select count(*) from ledger_journals)::int as journals`;
    const before = await counts();
    await readInvoices(shop.owner.client, { businessId: shop.publicId });
    expect(await counts()).toEqual(before);
  });

  test.each([
    ['that is invoiced', '2026-10-01'],
    ['behind one that is', '2026-09-01'],
    ['that has not begun', '2026-12-01'],
    ['of the far future', '9999-12-01'],
  ])('is not there of a month %s', async (_what, period) => {
    const { shop } = await invoiced();
    const { invoicePreview } = await readInvoices(shop.owner.client, { businessId: shop.publicId, period });
    expect(invoicePreview).toBeNull();
  });

  test.each(['2026-11-02', '2026-13-01', '', 'now', "2026-11-01'"])('of %j is refused', async (period) => {
    const { shop } = await invoiced();
    const reading = readInvoices(shop.owner.client, { businessId: shop.publicId, period });
    await expect(reading).rejects.toThrow('BAD_USER_INPUT');
  });

  it('goes by the clock of the market', async () => {
    const shop = await makeShop(server);
    clock.now = new Date('2026-10-31T18:29:59.999Z');
    const now = async () =>
      (await readInvoices(shop.owner.client, { businessId: shop.publicId })).invoicePreview;
    expect(await now()).toMatchObject({ period: '2026-10-01', lines: [], total: { amount: '0.00' } });
    clock.now = new Date('2026-10-31T18:30:00.000Z');
    expect(await now()).toMatchObject({ period: '2026-11-01' });
  });
});

describe('the page to print', () => {
  it('is served in one piece, and nothing of it runs', async () => {
    const { shop, publicId } = await invoiced();
    const response = await load(publicId, shop.owner.token);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
    });
    const html = await response.text();
    expect(html).toBe((await readInvoice(shop.owner.client, publicId))?.html);
    expect(html).not.toMatch(/<script|src=|href=|@import|url\(/i);
    for (const text of [
      'Bottega',
      'Sabzi Mandi',
      'India',
      'October 2026',
      '20 November 2026',
      '₹12.10',
      '18 %',
    ])
      expect(html).toContain(text);
    const head = await load(publicId, shop.owner.token, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(Buffer.byteLength(html)),
      '',
    ]);
  });

  it('shows what people wrote as text', async () => {
    const name = `</title><script>alert("1")</script><img src=x onerror='alert(2)'>& Söhne`;
    const { shop, publicId } = await invoiced(name);
    const html = await (await load(publicId, shop.owner.token)).text();
    expect(html).not.toMatch(/<script|<img/i);
    expect(html).toContain(
      '&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;&amp; Söhne',
    );
  });

  it('says the same of what is absent as of what is not yours', async () => {
    const { publicId } = await invoiced();
    const { token } = await makePerson(server);
    const answers = await Promise.all(
      [publicId, encodeId('inv', newId()), encodeId('biz', newId()), 'x', '..%2f', 'inv_%00'].map((id) =>
        load(id, token),
      ),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(bodies).size).toBe(1);
    expect((await load(publicId, 'bottega_nonsense')).status).toBe(404);
    expect((await load(publicId, token, 'POST')).status).toBe(405);
  });
});
