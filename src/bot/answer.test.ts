import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCart, pricedLines } from '../carts/read.ts';
import { sendMessage } from '../conversations/send.ts';
import type { PaymentId } from '../db/id.ts';
import { ordersPage } from '../orders/read.ts';
import { confirmPayment } from '../payments/confirm.ts';
import { makeBotShop, openBotChat, type BotChat } from '../testing/bot-chat.ts';
import { fillWallet, makeCard, makePerson, type TestPerson } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { handOver } from './hand-over.ts';
import { setBot } from './set-bot.ts';

let server: TestServer;
let shop: Awaited<ReturnType<typeof makeBotShop>>;
beforeAll(async () => {
  server = await startTestServer();
  shop = await makeBotShop(server);
});
afterAll(() => server.stop());

async function newCustomer(card?: string): Promise<{ asha: TestPerson; chat: BotChat }> {
  const asha = await makePerson(server);
  if (card) await makeCard(asha, card);
  return { asha, chat: await openBotChat(server, shop, asha) };
}

async function cartOf(asha: TestPerson): Promise<Record<string, number>> {
  const cart = await openCart(asha.ctx, asha.id, shop.id);
  const lines = cart ? await pricedLines(asha.ctx, cart.id) : [];
  return Object.fromEntries(lines.map(({ product, quantity }) => [product.name, quantity]));
}

async function newestOrder(asha: TestPerson) {
  const page = await ordersPage(asha.ctx, { personId: asha.id }, { limit: 1, after: null });
  return page.rows[0] ?? null;
}

describe('a customer who only writes', () => {
  it('buys from the first hello to the confirmation of the payment', async () => {
    const { asha, chat } = await newCustomer('pm_card_visa');
    expect(await chat.says('hi')).toMatchObject({ rule: 'greeting', reply: { catalog: shop.id } });
    expect(await chat.says('2 basmati rice')).toMatchObject({ rule: 'added' });
    expect(await chat.says('add 3 x tomato')).toMatchObject({ rule: 'added' });
    expect(await cartOf(asha)).toEqual({ 'Basmati Rice': 2, Tomato: 3 });
    expect(await chat.says('remove tomato')).toMatchObject({ rule: 'removed' });
    expect(await cartOf(asha)).toEqual({ 'Basmati Rice': 2 });
    expect((await chat.says('cart')).reply?.text).toContain('₹50.00');
    expect(await chat.says('checkout')).toMatchObject({ rule: 'ordered' });
    expect(await newestOrder(asha)).toMatchObject({
      state: 'PLACED',
      paymentState: 'UNPAID',
      totalMinor: 5_000n,
    });
    expect(await chat.says('pay')).toMatchObject({ rule: 'paid' });
    expect(await newestOrder(asha)).toMatchObject({ paymentState: 'PAID' });
    expect(await chat.says('status')).toMatchObject({ rule: 'status' });
  });

  it('answers a challenge with its code, which stands nowhere', async () => {
    const { asha, chat } = await newCustomer('pm_card_threeDSecure2Required');
    await chat.says('1 milk');
    await chat.says('checkout');
    expect(await chat.says('pay')).toMatchObject({ rule: 'code_needed' });
    expect(await chat.says('654321')).toMatchObject({ rule: 'code_wrong' });
    expect(await chat.says('123456')).toMatchObject({ rule: 'paid' });
    expect(await newestOrder(asha)).toMatchObject({ paymentState: 'PAID' });
    const kept = await server.app.sql<{ content: string }[]>`
      select content::text as content from messages where conversation_id = ${chat.conversationId}
      union all select payload::text from outbox union all select payload::text from event_log
      union all select data::text from pgboss.job`;
    expect(kept.filter(({ content }) => /123456|654321/.test(content))).toEqual([]);
    expect(kept.some(({ content }) => content.includes('••••••'))).toBe(true);
  });

  it.each([
    'code 654321',
    '654 321',
    'my otp is 654-321',
    '६५४३२१',
    'look, 654321 is what the bank says to me',
  ])('keeps the code of "%s" out of sight', async (text) => {
    const { chat } = await newCustomer('pm_card_threeDSecure2Required');
    await chat.says('1 milk');
    await chat.says('checkout');
    await chat.says('pay');
    const { rule } = await chat.says(text);
    expect(rule).toBe(text.startsWith('look') ? 'code_needed' : 'code_wrong');
    const [said] = await chat.texts('PERSON');
    expect(said).toContain('••••••');
    expect([said, ...(await chat.texts('BUSINESS'))].join(' ')).not.toMatch(/654|६५४/);
  });

  it('hides no number that is no code: of the staff, or once nothing waits for one', async () => {
    const { asha, chat } = await newCustomer('pm_card_threeDSecure2Required');
    await chat.says('1 milk');
    await chat.says('checkout');
    await chat.says('pay');
    await chat.sendFrom(shop.owner.ctx, '100200');
    const order = await newestOrder(asha);
    const [payment] = await server.app.sql<{ id: PaymentId }[]>`
      select id from payments where order_id = ${order?.id ?? null}`;
    if (!payment) throw new Error('there is no payment');
    await confirmPayment(asha.ctx, { paymentId: payment.id, code: '123456' });
    await chat.says('300400');
    expect((await chat.texts('PERSON'))[0]).toBe('300400');
    expect(await chat.texts('BUSINESS')).toContain('100200');
  });

  it('takes the code that it has asked for, though somebody of the shop has written meanwhile', async () => {
    const { chat } = await newCustomer('pm_card_threeDSecure2Required');
    await chat.says('1 milk');
    await chat.says('checkout');
    await chat.says('pay');
    await chat.sendFrom(shop.owner.ctx, 'Thank you for your order!');
    expect(await chat.says('1 milk')).toEqual({ rule: 'human', reply: null });
    expect(await chat.says('123456')).toMatchObject({ rule: 'paid' });
  });

  it('orders and pays nothing for dots', async () => {
    const { asha, chat } = await newCustomer('pm_card_visa');
    await chat.says('1 milk');
    expect(await chat.says('••••••')).toMatchObject({ rule: 'status_none' });
    expect(await newestOrder(asha)).toBeNull();
  });

  it('gives up a payment that waits for a code, with its order', async () => {
    const { asha, chat } = await newCustomer('pm_card_threeDSecure2Required');
    await chat.says('1 milk');
    await chat.says('checkout');
    expect(await chat.says('pay')).toMatchObject({ rule: 'code_needed' });
    expect(await chat.says('cart')).toMatchObject({ rule: 'cart_empty' });
    expect(await chat.says('cancel')).toMatchObject({ rule: 'cancelled' });
    expect(await newestOrder(asha)).toMatchObject({ state: 'CANCELLED', paymentState: 'UNPAID' });
    const later = await chat.says('123456');
    expect(later.rule).not.toBe('paid');
  });

  it('pays from the wallet, and by that when there is no card', async () => {
    const { asha, chat } = await newCustomer();
    const payer = await makePerson(server);
    await makeCard(payer);
    await makeCard(asha);
    await fillWallet(asha, 10_000n);
    await server.app
      .sql`update cards set removed_at = now(), is_default = false where person_id = ${asha.id}`;
    await chat.says('1 milk');
    await chat.says('checkout');
    expect(await chat.says('pay')).toMatchObject({ rule: 'paid' });
    expect(await newestOrder(asha)).toMatchObject({ paymentState: 'PAID' });
  });

  it('hears of a decline, and pays in another way', async () => {
    const { asha, chat } = await newCustomer('pm_card_visa_chargeDeclined');
    await chat.says('1 milk');
    await chat.says('checkout');
    expect(await chat.says('pay')).toMatchObject({ rule: 'declined' });
    expect(await chat.says('pay cash')).toMatchObject({ rule: 'pay_cash' });
    expect(await newestOrder(asha)).toMatchObject({ paymentState: 'AUTHORIZED' });
  });

  it('is offered the nearest products, and chooses one', async () => {
    const { asha, chat } = await newCustomer();
    const offered = await chat.says('4 rice');
    expect(offered.rule).toBe('near_misses');
    expect(offered.reply?.products).toHaveLength(2);
    expect(await cartOf(asha)).toEqual({});
    expect(await chat.says('1')).toMatchObject({ rule: 'added' });
    expect(Object.values(await cartOf(asha))).toEqual([4]);
  });

  it.each(['999999999 milk', '-1 milk', '0 milk'])(
    'gets a clear answer to "%s", and no line',
    async (text) => {
      const { asha, chat } = await newCustomer();
      expect(await chat.says(text)).toMatchObject({ rule: 'quantity_range' });
      expect(await cartOf(asha)).toEqual({});
    },
  );

  it('pays nothing with an empty cart', async () => {
    const { chat } = await newCustomer('pm_card_visa');
    expect(await chat.says('pay')).toMatchObject({ rule: 'pay_nothing' });
    expect(await chat.says('checkout')).toMatchObject({ rule: 'cart_empty' });
  });

  it('opens a ticket with help', async () => {
    const { asha, chat } = await newCustomer();
    await chat.says('help');
    const tickets = await server.app.sql`select from tickets where opener_id = ${asha.id}`;
    expect(tickets).toHaveLength(1);
  });

  it('writes whatever there is', async () => {
    const { asha, chat } = await newCustomer();
    for (const text of ['x'.repeat(4_096), '🍅🍅🍅', 'टमाटर two लाओ', '\u202Eoof', '٣ milk', '……']) {
      const { rule } = await chat.says(text);
      expect(rule).not.toBe('');
    }
    expect(Object.keys(await cartOf(asha)).length).toBeLessThanOrEqual(1);
  });
});

describe('the bot answers once', () => {
  it('each of ten messages that come at the same time, in their order', async () => {
    const { asha, chat } = await newCustomer();
    const ids = await Promise.all(Array.from({ length: 10 }, () => chat.send('1 milk')));
    for (const id of ids) expect(await chat.dealt(id)).toMatchObject({ rule: 'added' });
    expect(await cartOf(asha)).toEqual({ Milk: 10 });
    const replies = await server.app.sql`
      select from messages where conversation_id = ${chat.conversationId} and sender_kind = 'BUSINESS'`;
    expect(replies).toHaveLength(10);
  });

  it('the message that is sent again by its device', async () => {
    const { asha, chat } = await newCustomer();
    const input = {
      conversationId: chat.conversationId,
      clientId: randomUUID(),
      content: { text: '1 milk' },
    };
    const sent = await Promise.all([1, 2, 3].map(() => sendMessage(asha.ctx, input)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    for (const { id } of sent) await chat.dealt(id);
    await chat.says('cart');
    expect(await cartOf(asha)).toEqual({ Milk: 1 });
  });

  it('never itself, nor what the shop says', async () => {
    const { asha, chat } = await newCustomer();
    await chat.says('hi');
    await chat.sendFrom(shop.owner.ctx, '1 milk');
    const dealt = await chat.says('1 milk');
    expect(dealt).toEqual({ rule: 'human', reply: null });
    expect(await cartOf(asha)).toEqual({});
  });
});

describe('a human', () => {
  it('who writes keeps the bot quiet until it is told to go on', async () => {
    const { asha, chat } = await newCustomer();
    await chat.says('hi');
    await handOver(shop.owner.ctx, chat.conversationId, 'HUMAN');
    expect(await chat.says('1 milk')).toEqual({ rule: 'human', reply: null });
    await handOver(shop.owner.ctx, chat.conversationId, 'BOT');
    expect(await chat.says('1 milk')).toMatchObject({ rule: 'added' });
    expect(await cartOf(asha)).toEqual({ Milk: 1 });
  });

  it('is asked for by a customer, or by two messages that mean nothing', async () => {
    const first = await newCustomer();
    expect(await first.chat.says('I want to talk to a human')).toMatchObject({ rule: 'human' });
    expect(await first.chat.says('hi')).toEqual({ rule: 'human', reply: null });
    const second = await newCustomer();
    expect(await second.chat.says('qwrtzp lkjhgf mnbvc xcvb')).toMatchObject({ rule: 'not_understood' });
    expect(await second.chat.says('qwrtzp lkjhgf mnbvc xcvb')).toMatchObject({ rule: 'handed_over' });
    expect(await second.chat.says('hi')).toEqual({ rule: 'human', reply: null });
  });
});

it('a shop that switches its bot off is left alone, and nothing is written', async () => {
  const { chat } = await newCustomer();
  await setBot(shop.owner.ctx, { businessId: shop.id, isEnabled: false });
  const id = await chat.send('hi');
  await setBot(shop.owner.ctx, { businessId: shop.id, isEnabled: true });
  expect(await server.app.sql`select from bot_answers where message_id = ${id}`).toHaveLength(0);
});
