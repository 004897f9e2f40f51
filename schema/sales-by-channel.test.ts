import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { salesByChannel } from '../src/channels/sales.ts';
import { addCartLine } from '../src/carts/change.ts';
import { SALES_CHANNELS, type SalesChannel } from '../src/catalog/rules.ts';
import type { Ctx } from '../src/context.ts';
import { encodeId } from '../src/db/id.ts';
import { placeOrder } from '../src/orders/place.ts';
import { readSales } from '../src/testing/channel-commands.ts';
import {
  makeCard,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestPerson,
  type TestProduct,
  type TestShop,
} from '../src/testing/factories.ts';
import { inr, refund } from '../src/testing/money-commands.ts';
import { cancel } from '../src/testing/order-commands.ts';
import { pay } from '../src/testing/payment-commands.ts';
import { seeded, pick } from '../src/testing/random.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

const DAY = 24 * 60 * 60_000;
let late = 0;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + late) });
});
afterAll(() => server.stop());

const FATES = [
  'unpaid',
  'cancelled',
  'paid',
  'partly back',
  'all back',
  'paid and cancelled',
  'promised',
] as const;
type Fate = (typeof FATES)[number];
type PersonsChannel = Exclude<SalesChannel, 'PARTNER'>;

/** An order of one thing, and what becomes of it. */
async function trade(
  shop: TestShop,
  customer: TestPerson,
  product: TestProduct,
  { channel, fate }: { channel: PersonsChannel; fate: Fate },
): Promise<void> {
  const cartId = await addCartLine(customer.ctx, { productId: product.id, quantity: 1, channel });
  const orderId = encodeId(
    'ord',
    await placeOrder(customer.ctx, { cartId, channel, idempotencyKey: randomUUID() }),
  );
  if (fate === 'promised') await pay(customer.client, { orderId, method: 'CASH_ON_DELIVERY' });
  const isPaid = ['paid', 'partly back', 'all back', 'paid and cancelled'].includes(fate);
  const paid = isPaid ? await pay(customer.client, { orderId }) : null;
  const paymentId = paid?.payment?.id ?? '';
  const reason = 'Bruised';
  if (fate === 'partly back') await refund(shop.owner.client, { paymentId, amount: inr('7.50'), reason });
  if (fate === 'all back') await refund(shop.owner.client, { paymentId, reason });
  if (fate === 'cancelled' || fate === 'paid and cancelled') await cancel(customer.client, { orderId });
}

/** What the fates amount to, counted from what was done and not from what is stored. Minor units. */
function tally(done: readonly { channel: PersonsChannel; fate: Fate }[], price: number) {
  return SALES_CHANNELS.map((channel) => {
    const fates = done.filter((one) => one.channel === channel).map(({ fate }) => fate);
    const paid = fates.filter((fate) => !['unpaid', 'cancelled', 'promised'].includes(fate));
    const back = paid.map((fate) => (fate === 'paid' ? 0 : fate === 'partly back' ? 750 : price));
    const refunded = back.reduce((sum, one) => sum + one, 0);
    const amount = (minor: number) => ({ amount: (minor / 100).toFixed(2) });
    return {
      channel,
      ordersPlaced: fates.length,
      ordersPaid: paid.length,
      gross: { ...amount(paid.length * price), currencyCode: 'INR' },
      refunded: amount(refunded),
      net: amount(paid.length * price - refunded),
    };
  });
}

const today = () => ({
  from: new Date(server.app.now().getTime() - DAY / 2),
  to: new Date(server.app.now().getTime() + 1),
});

describe('sales by channel', () => {
  it('are what was ordered, paid and given back, to the minor unit', async () => {
    const seed = Date.now() % 1_000_000;
    const random = seeded(seed);
    const shop = await makeShop(server);
    const [product, asha] = [await makeProduct(shop, { stock: 1_000 }), await makePerson(server)];
    await makeCard(asha);
    const done: { channel: PersonsChannel; fate: Fate }[] = [];
    for (let count = 0; count < 24; count++) {
      const channel = pick<PersonsChannel>(random, ['CHAT', 'FACEBOOK_SHOP', 'INSTAGRAM_SHOP']);
      const next = { channel, fate: FATES[count % FATES.length] ?? 'paid' };
      await trade(shop, asha, product, next);
      done.push(next);
    }
    const sales = await readSales(shop.owner.client, shop.id, today());
    expect(sales, `seed ${seed}`).toEqual(tally(done, 2_500));
  }, 60_000);

  it('are those of the orders placed from a moment on and before another', async () => {
    const shop = await makeShop(server);
    const [product, asha] = [await makeProduct(shop), await makePerson(server)];
    const order = (fate: Fate) => trade(shop, asha, product, { channel: 'CHAT', fate });
    await order('unpaid');
    const [row] = await server.app.sql<{ at: string }[]>`
      select placed_at as at from orders where business_id = ${shop.id}`;
    const placed = new Date(row?.at ?? '');
    late = 3 * DAY;
    await order('unpaid');
    const count = async (from: number, to: number) => {
      const range = { from: new Date(placed.getTime() + from), to: new Date(placed.getTime() + to) };
      return (await readSales(shop.owner.client, shop.id, range))?.[0]?.ordersPlaced;
    };
    expect(await count(0, 1)).toBe(1);
    expect(await count(-DAY, 0)).toBe(0);
    expect(await count(1, 2 * DAY)).toBe(0);
    expect(await count(1, 4 * DAY)).toBe(1);
    expect(await count(0, 366 * DAY)).toBe(2);
    late = 0;
  });

  it('are every channel once, with nothing where nothing was sold, and nothing of other shops', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    await trade(other, await makePerson(server), await makeProduct(other), {
      channel: 'CHAT',
      fate: 'unpaid',
    });
    expect(await readSales(shop.owner.client, shop.id, today())).toEqual(tally([], 0));
  });

  it('are for managers and owners', async () => {
    const shop = await makeShop(server);
    const [agent, manager] = [
      await makeStaff(server, shop, 'AGENT'),
      await makeStaff(server, shop, 'MANAGER'),
    ];
    expect(await readSales(manager.client, shop.id, today())).toHaveLength(4);
    const others = [agent, await makePerson(server), (await makeShop(server)).owner];
    for (const client of [...others.map((one) => one.client), server.client()]) {
      expect(await readSales(client, shop.id, today())).toBeNull();
    }
  });

  test.each([
    ['goes backwards', 1, 0],
    ['is empty', 0, 0],
    ['is longer than a leap year', 0, 366 * DAY + 1],
  ])('a range that %s is refused', async (_what, from, to) => {
    const shop = await makeShop(server);
    const range = { from: new Date(Date.now() + from), to: new Date(Date.now() + to) };
    await expect(
      readSales(shop.owner.client, shop.id, { ...range, to: new Date(range.from.getTime() + to - from) }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('are found by the index of business, channel and time', async () => {
    const shop = await makeShop(server);
    const plan = await planOfSales(shop);
    expect(plan).toMatch(/Index (?:Only )?Scan using orders_channel_idx on orders/);
    expect(plan).toMatch(/Index Cond: \(\(business_id = .*placed_at >= .*placed_at < /);
  });
});

/** The plan of the statement itself, among 20,000 orders of the shop, which are gone again afterwards. */
async function planOfSales(shop: TestShop): Promise<string> {
  const enough = new Error('enough');
  let plan = '';
  const range = { from: new Date(Date.now() - 7 * DAY), to: new Date() };
  const work = server.app.sql.begin(async (tx) => {
    await fill(tx as unknown as Ctx['sql'], shop);
    const explain = (strings: TemplateStringsArray, ...values: never[]) =>
      tx(Object.assign([`explain ${strings[0]}`, ...strings.slice(1)], { raw: strings.raw }), ...values);
    const ctx = { ...shop.owner.ctx, sql: explain as unknown as Ctx['sql'] };
    const rows = (await salesByChannel(ctx, shop.id, range)) as unknown as { 'QUERY PLAN': string }[];
    plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    throw enough;
  });
  await expect(work).rejects.toBe(enough);
  return plan;
}

async function fill(sql: Ctx['sql'], shop: TestShop): Promise<void> {
  await sql`
    with chat as (
      insert into conversations (id, person_id, business_id)
      values (gen_random_uuid(), ${shop.owner.id}, ${shop.id}) returning id
    ), filled as (
      insert into carts (id, person_id, business_id, currency, version, state)
      select gen_random_uuid(), ${shop.owner.id}, ${shop.id}, 'INR', 1, 'ORDERED' from generate_series(1, 20000)
      returning id
    )
    insert into orders (id, person_id, business_id, conversation_id, cart_id, channel, currency, items_minor,
                        discount_minor, shipping_minor, tax_minor, total_minor, placed_at)
    select gen_random_uuid(), ${shop.owner.id}, ${shop.id}, chat.id, filled.id,
           (array['CHAT', 'FACEBOOK_SHOP', 'INSTAGRAM_SHOP'])[1 + random() * 2], 'INR', 100, 0, 0, 0, 100,
           now() - random() * interval '400 days'
    from filled cross join chat`;
  await sql`analyze orders`;
}
