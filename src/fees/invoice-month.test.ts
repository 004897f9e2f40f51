import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCartLine } from '../carts/change.ts';
import { conversationWithBusiness } from '../conversations/start.ts';
import { sendMessage } from '../conversations/send.ts';
import { newId, type ConversationId, type OrderId, type PaymentId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { currencyCode } from '../money.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { deliverOrder } from '../orders/deliver.ts';
import { placeOrder } from '../orders/place.ts';
import { shipOrder } from '../orders/ship.ts';
import { payOrder } from '../payments/pay.ts';
import { createRefund } from '../payments/refund.ts';
import type { PaymentMethod } from '../payments/rules.ts';
import { expectedInvoice, issuedInvoice, type Expected } from '../testing/expected-invoice.ts';
import {
  fillWallet,
  makeCard,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
  type TestShop,
} from '../testing/factories.ts';
import { setFee } from '../testing/fees.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { chargeFees } from './job.ts';
import { issueInvoices } from './issue-invoices.ts';
import { previewInvoice, type InvoicePreview } from './invoice-preview.ts';
import { setPlan } from './plan.ts';
import type { FeeService } from './rules.ts';

let server: TestServer;
let now = new Date('2026-10-10T00:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.stop());

/** The time of what happens next. */
const at = (time: string) => {
  now = new Date(time);
};
const system = () => server.ctx({ kind: 'system', job: 'test' });

/** A new price of a service, from a moment on. */
async function price(
  country: string,
  service: FeeService,
  from: string,
  terms: { plan?: string; share?: number; fixed?: number; free?: number | null },
): Promise<void> {
  const { plan = null, share = 0, fixed = 0, free = 0 } = terms;
  await server.app.sql`
    insert into fee_rules (id, country, service, plan, currency, share_basis_points, fixed_minor, free_per_month,
                           effective_from)
    select ${newId()}, country, ${service}, ${plan}, currency, ${share}, ${fixed}, ${free}, ${from}
    from markets where country = ${country}`;
}

/** Prices of a month in the middle of which nearly everything changes. */
async function pricesOf(country: string): Promise<void> {
  await price(country, 'SALE', '2026-10-01T00:00:00Z', { plan: 'PLUS', share: 137 });
  await price(country, 'SALE', '2026-11-16T00:00:00Z', { plan: 'PLUS', share: 251, fixed: 111 });
  await price(country, 'MESSAGE_SERVICE', '2026-10-01T00:00:00Z', { fixed: 10, free: 3 });
  await price(country, 'MESSAGE_SERVICE', '2026-11-16T00:00:00Z', { fixed: 17, free: 4 });
  await price(country, 'MESSAGE_MARKETING', '2026-11-16T00:00:00Z', { fixed: 101 });
  await price(country, 'SUBSCRIPTION', '2026-11-16T00:00:00Z', { plan: 'PLUS', fixed: 77_777 });
  await price(country, 'TAX', '2026-11-16T00:00:00Z', { share: 1_850 });
  await price(country, 'TAX', '2026-12-02T00:00:00Z', { share: 500 });
}

interface Trade {
  readonly shop: TestShop;
  readonly asha: TestPerson;
  readonly chat: ConversationId;
  readonly currency: ReturnType<typeof currencyCode>;
}

/** A shop on the plan PLUS from November on, and a customer with a card and some money. */
async function openTrade(country: string, currency: ReturnType<typeof currencyCode>): Promise<Trade> {
  const shop = await makeShop(server, { country });
  // Its first month begins behind its opening, whatever the day on which this test runs.
  await server.app.sql`update businesses set created_at = ${now.toISOString()} where id = ${shop.id}`;
  await setPlan(shop.owner.ctx, { businessId: shop.id, plan: 'PLUS' });
  const asha = await makePerson(server, { country });
  await makeCard(asha);
  await fillWallet(asha, 40_000n, currency);
  const chat = await transact(asha.ctx, (tx) => conversationWithBusiness(tx, asha.id, shop.id));
  return { shop, asha, chat, currency };
}

async function place({ shop, asha, currency }: Trade, minor: bigint): Promise<OrderId> {
  const product = await makeProduct(shop, { price: { minor, currency } });
  const cartId = await addCartLine(asha.ctx, { productId: product.id, quantity: 3 });
  return placeOrder(asha.ctx, { cartId, idempotencyKey: randomUUID() });
}

const pay = ({ asha }: Trade, orderId: OrderId, method: PaymentMethod = 'CARD') =>
  payOrder(asha.ctx, { orderId, method, idempotencyKey: randomUUID() });

async function deliver({ shop }: Trade, orderId: OrderId): Promise<void> {
  await confirmOrder(shop.owner.ctx, orderId);
  await shipOrder(shop.owner.ctx, { orderId });
  await deliverOrder(shop.owner.ctx, orderId);
}

const giveBack = ({ shop, currency }: Trade, paymentId: PaymentId, minor?: bigint) =>
  createRefund(shop.owner.ctx, {
    paymentId,
    reason: 'Bruised',
    idempotencyKey: randomUUID(),
    amount: minor === undefined ? null : { minor, currency },
  });

async function write(person: TestPerson, conversationId: ConversationId, times = 1): Promise<void> {
  for (let sent = 0; sent < times; sent++) {
    await sendMessage(person.ctx, { conversationId, clientId: randomUUID(), content: { text: 'Namaste' } });
  }
}

/** Sales by card, wallet and cash, refunds, and talk: in November, and some at its edges. */
async function trade(here: Trade, withCash: boolean): Promise<void> {
  const { shop, asha, chat } = here;
  at('2026-10-31T18:29:59Z');
  await pay(here, await place(here, 1_111n));
  at('2026-11-02T10:00:00Z');
  await write(asha, chat);
  await write(shop.owner, chat, 2);
  const byCard = await pay(here, await place(here, 3_331n));
  const delivered = await place(here, 2_503n);
  await pay(here, delivered, 'BALANCE');
  await deliver(here, delivered);
  at('2026-11-05T10:00:00Z');
  await write(shop.owner, chat, 2);
  await write(asha, chat);
  await write(shop.owner, chat, 2);
  if (withCash) {
    const inCash = await place(here, 4_447n);
    await pay(here, inCash, 'CASH_ON_DELIVERY');
    await deliver(here, inCash);
  }
  // Priced before the rest of the month is known.
  await chargeFees(system());
  at('2026-11-15T23:59:00Z');
  const onTheEdge = await place(here, 5_009n);
  at('2026-11-16T00:01:00Z');
  await pay(here, onTheEdge, 'BALANCE_AND_CARD');
  await giveBack(here, byCard, 1_003n);
  await write(shop.owner, chat, 3);
  await write(asha, chat);
  await write(shop.owner, chat, 4);
  at('2026-11-20T00:00:00Z');
  await giveBack(here, await pay(here, await place(here, 777n)));
  await giveBack(here, byCard, 2_000n);
  at('2026-11-30T18:20:00Z');
  await pay(here, await place(here, 9_998n));
  at('2026-11-30T18:40:00Z');
  await pay(here, await place(here, 6_661n));
  await write(shop.owner, chat);
}

/** Of an invoice, however it writes its amounts. */
function sumsOf(invoice: Expected | InvoicePreview | null): unknown {
  if (!invoice) return null;
  if ('subtotal' in invoice) return [invoice.subtotal, invoice.tax, invoice.total, invoice.lines.length];
  const { subtotalMinor, taxMinor, totalMinor, lines } = invoice;
  return [String(subtotalMinor), String(taxMinor), String(totalMinor), lines.length];
}

test.each([
  ['IN', 'INR', 'Asia/Kolkata', true],
  ['GB', 'GBP', 'Europe/London', false],
] as const)(
  'a month in %s comes to what it must, to the minor unit',
  async (country, code, timeZone, withCash) => {
    at('2026-10-10T00:00:00Z');
    await pricesOf(country);
    const here = await openTrade(country, currencyCode(code));
    const { shop } = here;
    await trade(here, withCash);
    const which = { businessId: shop.id, country, timeZone, plan: 'PLUS', month: '2026-11' };
    const expected = await expectedInvoice(server.app.sql, which);
    // Most of the messages are not priced yet.
    const preview = await previewInvoice(shop.owner.ctx, shop.id, '2026-11-01');
    expect(sumsOf(preview)).toEqual(sumsOf(expected));
    at('2026-12-02T12:00:00Z');
    await issueInvoices(system());
    const issued = await issuedInvoice(server.app.sql, shop.id, '2026-11-01');
    expect(issued).toEqual(expected);
    expect(issued.lines.map(({ service }) => service)).toEqual(
      expect.arrayContaining([
        'SALE',
        'MESSAGE_MARKETING',
        'MESSAGE_UTILITY',
        'MESSAGE_SERVICE',
        'SUBSCRIPTION',
      ]),
    );
    // What was charged does not move, whatever rules are added afterwards, even long ago.
    for (const service of ['SALE', 'TAX', 'MESSAGE_MARKETING', 'SUBSCRIPTION'] as const) {
      await setFee(server.app.sql, country, service, { shareBasisPoints: 9_000, fixedMinor: 5n });
    }
    await chargeFees(system());
    await issueInvoices(system());
    expect(await issuedInvoice(server.app.sql, shop.id, '2026-11-01')).toEqual(expected);
  },
);
