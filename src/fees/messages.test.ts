import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sendMessage } from '../conversations/send.ts';
import { startConversation } from '../conversations/start.ts';
import { placeOrder } from '../orders/place.ts';
import { addCartLine } from '../carts/change.ts';
import { makeProduct, makePerson, makeShop, type TestShop } from '../testing/factories.ts';
import { chargesOf, booksOf, job, makeShopChat } from '../testing/fee-world.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { createFeeRule } from './create-rule.ts';
import { chargeFees } from './job.ts';
import { chargeMessages } from './message-charges.ts';
import { currencyCode } from '../money.ts';

let server: TestServer;
let now = new Date('2026-08-10T10:00:00Z');
const at = (moment: string) => {
  now = new Date(moment);
};

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.stop());

/** What was counted for a shop, in the order of sending. */
async function usageOf({ id }: TestShop): Promise<string[]> {
  const rows = await server.app.sql<{ category: string; inside: boolean }[]>`
    select category, inside_window as inside from message_usage where business_id = ${id} order by sent_at, message_id`;
  return rows.map(({ category, inside }) => `${category} ${inside ? 'inside' : 'outside'}`);
}

describe('what a shop writes is counted', () => {
  it('inside the answer window as an answer, to the millisecond, and behind it as marketing', async () => {
    at('2026-08-10T10:00:00.000Z');
    const { shop, ask, answer } = await makeShopChat(server);
    await answer();
    await ask();
    await answer();
    at('2026-08-11T09:59:59.999Z');
    await answer();
    at('2026-08-11T10:00:00.000Z');
    await answer();
    await ask();
    await answer();
    expect(await usageOf(shop)).toEqual([
      'MARKETING outside',
      'SERVICE inside',
      'SERVICE inside',
      'MARKETING outside',
      'SERVICE inside',
    ]);
  });

  it('as utility where it tells of an order by itself; what the customer sends is not counted', async () => {
    const shop = await makeShop(server);
    const product = await makeProduct(shop);
    const asha = await makePerson(server);
    const cartId = await addCartLine(asha.ctx, { productId: product.id, quantity: 1 });
    await placeOrder(asha.ctx, { cartId, idempotencyKey: 'place-an-order' });
    expect(await usageOf(shop)).toEqual(['UTILITY inside']);
    const [row] = await server.app.sql`
      select customer_wrote_at = ${now.toISOString()} as wrote from conversations where business_id = ${shop.id}`;
    expect(row).toEqual({ wrote: true });
  });

  it('and nothing between two people', async () => {
    const before = await server.app.sql`select count(*) from message_usage`;
    const [one, other] = [await makePerson(server), await makePerson(server)];
    const conversationId = await startConversation(one.ctx, { phone: other.phone });
    await sendMessage(one.ctx, { conversationId, clientId: 'hello-there', content: { text: 'Hello' } });
    expect(await server.app.sql`select count(*) from message_usage`).toEqual(before);
    const [chat] = await server.app
      .sql`select customer_wrote_at from conversations where id = ${conversationId}`;
    expect(chat).toEqual({ customer_wrote_at: null });
  });
});

/** From a moment on, answers of shops in the country cost something, and some are free. */
async function priceAnswers(
  country: string,
  terms: { fixedMinor: bigint; freePerMonth: number | null; effectiveFrom: string },
) {
  const operator = await makePerson(server, { operator: true });
  const [market] = await server.app.sql<
    { currency: string }[]
  >`select currency from markets where country = ${country}`;
  await createFeeRule(operator.ctx, {
    country,
    service: 'MESSAGE_SERVICE',
    freePerMonth: terms.freePerMonth,
    alwaysFree: terms.freePerMonth === null,
    fixed: {
      minor: terms.fixedMinor,
      currency: currencyCode(market?.currency ?? ''),
    },
    effectiveFrom: new Date(terms.effectiveFrom),
  });
}

describe('messages are charged', () => {
  it('once, however often it is asked for, by kind, the first answers of a month free', async () => {
    at('2026-10-01T00:00:00Z');
    await priceAnswers('GB', { fixedMinor: 3n, freePerMonth: 2, effectiveFrom: '2026-10-02T00:00:00Z' });
    at('2026-10-10T10:00:00Z');
    const shop = await makeShop(server, { country: 'GB' });
    const { ask, answer } = await makeShopChat(server, shop);
    await answer();
    await ask();
    await answer(3);
    await chargeMessages(job(server), shop.id);
    await chargeMessages(job(server), shop.id);
    await answer(2);
    await chargeMessages(job(server), null);
    expect((await chargesOf(server, shop.id)).toSorted()).toEqual([
      'MESSAGE_MARKETING 1 for 5 in 2026-10-01',
      'MESSAGE_SERVICE 1 for 3 in 2026-10-01',
      'MESSAGE_SERVICE 2 for 0 in 2026-10-01',
      'MESSAGE_SERVICE 2 for 6 in 2026-10-01',
    ]);
    expect(await booksOf(server, shop.id)).toMatchObject({ FEES_OWED: -14n });
  });

  it('of all shops, also when one of them fails, which fails the job in the end', async () => {
    at('2026-10-20T10:00:00Z');
    const [failing, fine] = [await makeShop(server), await makeShop(server)];
    for (const shop of [failing, fine]) await (await makeShopChat(server, shop)).answer();
    const { sql } = server.app;
    await sql.unsafe(`
      create function fail() returns trigger language plpgsql as $$ begin raise 'out of order'; end $$;
      create trigger fail before insert on fee_charges for each row when (new.business_id = '${failing.id}')
        execute function fail();`);
    await expect(chargeFees(job(server))).rejects.toThrow('failed');
    expect([await chargesOf(server, failing.id), await chargesOf(server, fine.id)]).toEqual([
      [],
      ['MESSAGE_MARKETING 1 for 88 in 2026-10-01'],
    ]);
    await sql`drop trigger fail on fee_charges`;
    await chargeFees(job(server));
    expect(await chargesOf(server, failing.id)).toHaveLength(1);
  });

  it('in the month in which they were sent, by the clock of the market, with an allowance each', async () => {
    at('2026-10-31T17:00:00Z');
    const shop = await makeShop(server);
    const { ask, answer } = await makeShopChat(server, shop);
    await ask();
    await answer();
    // 18:30 UTC is midnight in India.
    at('2026-10-31T18:29:59.999Z');
    await answer();
    at('2026-10-31T18:30:00Z');
    await answer();
    at('2026-11-05T00:00:00Z');
    await chargeMessages(job(server), shop.id);
    expect(await chargesOf(server, shop.id)).toEqual([
      'MESSAGE_SERVICE 2 for 0 in 2026-10-01',
      'MESSAGE_SERVICE 1 for 0 in 2026-11-01',
    ]);
  });

  it('by the rule that was in force when each was sent, whatever came since', async () => {
    at('2027-01-01T00:00:00Z');
    await priceAnswers('MX', { fixedMinor: 10n, freePerMonth: 0, effectiveFrom: '2027-01-02T00:00:00Z' });
    await priceAnswers('MX', { fixedMinor: 25n, freePerMonth: 0, effectiveFrom: '2027-01-10T00:00:00Z' });
    at('2027-01-09T23:59:59.999Z');
    const shop = await makeShop(server, { country: 'MX' });
    const { ask, answer } = await makeShopChat(server, shop);
    await ask();
    await answer(2);
    at('2027-01-10T00:00:00Z');
    await answer();
    await priceAnswers('MX', { fixedMinor: 99n, freePerMonth: null, effectiveFrom: '2027-01-10T00:01:00Z' });
    at('2027-01-20T00:00:00Z');
    await chargeMessages(job(server), shop.id);
    expect(await chargesOf(server, shop.id)).toEqual([
      'MESSAGE_SERVICE 2 for 20 in 2027-01-01',
      'MESSAGE_SERVICE 1 for 25 in 2027-01-01',
    ]);
  });

  it('once when four processes do it at the same moment, beside those who write', async () => {
    at('2026-11-12T10:00:00Z');
    const shop = await makeShop(server);
    const chats = await Promise.all([1, 2, 3].map(() => makeShopChat(server, shop)));
    await chats[0]?.answer(5);
    const jobs = () => Promise.all([1, 2, 3, 4].map(() => chargeMessages(job(server), shop.id)));
    await Promise.all([jobs(), ...chats.map((chat) => chat.answer(4))]);
    await jobs();
    const [sum] = await server.app.sql<{ count: number; amount: number }[]>`
      select sum(quantity)::int as count, sum(amount_minor)::int as amount from fee_charges where business_id = ${shop.id}`;
    expect(sum).toEqual({ count: 17, amount: 17 * 88 });
    expect(await booksOf(server, shop.id)).toMatchObject({ FEES_OWED: BigInt(-17 * 88) });
  });

  it('all or none of a batch, when its process is killed half-way, and then by the next', async () => {
    at('2026-11-13T10:00:00Z');
    const shop = await makeShop(server);
    const { ask, answer } = await makeShopChat(server, shop);
    await answer(2);
    await ask();
    await answer(2);
    // A charge is made and booked; that its messages say so has to wait.
    const dying = server.app.sql.begin(async (sql) => {
      await sql`lock table message_usage in share mode`;
      const charging = chargeMessages(job(server), shop.id);
      const over = charging.then(
        () => 'done',
        () => 'killed',
      );
      await vi.waitUntil(
        async () => {
          const rows = await server.app.sql`
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%fees_usage_charged%'`;
          return rows.length > 0;
        },
        { timeout: 10_000, interval: 20 },
      );
      expect(await over).toBe('killed');
    });
    await dying;
    expect(await chargesOf(server, shop.id)).toEqual([]);
    expect(await booksOf(server, shop.id)).toEqual({});
    await chargeMessages(job(server), shop.id);
    expect(await chargesOf(server, shop.id)).toEqual([
      'MESSAGE_MARKETING 2 for 176 in 2026-11-01',
      'MESSAGE_SERVICE 2 for 0 in 2026-11-01',
    ]);
  });
});
