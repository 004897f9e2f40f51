import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCartLine, clearCart, removeCartLine, updateCartLine } from '../carts/change.ts';
import { sendMessage, type SendContent } from '../conversations/send.ts';
import { startConversation } from '../conversations/start.ts';
import type { CartLineId, ConversationId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { placeOrder } from '../orders/place.ts';
import { confirmPayment } from '../payments/confirm.ts';
import { payOrder } from '../payments/pay.ts';
import { createRefund } from '../payments/refund.ts';
import type { PaymentMethod } from '../payments/rules.ts';
import {
  fillWallet,
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
} from '../testing/factories.ts';
import { makeSwitchboard, type Switchboard } from '../testing/market-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { acceptRequest, cancelRequest, declineRequest, requestMoney } from '../wallets/request.ts';
import { reverseTransfer } from '../wallets/reverse.ts';
import { sendMoney } from '../wallets/send.ts';
import { topUpWallet } from '../wallets/top-up.ts';
import { FeatureUnavailableError, type Feature } from './rules.ts';

let server: TestServer;
let india: Switchboard;
beforeAll(async () => {
  server = await startTestServer();
  india = await makeSwitchboard(server);
});
afterAll(() => server.stop());

/** Does it while features of India are off. */
async function without<T>(features: readonly Feature[], work: () => Promise<T>): Promise<T> {
  for (const feature of features) await india.turn(feature, 'OFF');
  try {
    return await work();
  } finally {
    for (const feature of features) await india.turn(feature, 'ON');
  }
}

/** Which feature a refusal names. */
async function missing(work: Promise<unknown>): Promise<Feature | 'none'> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof FeatureUnavailableError)) throw error;
    return error.setting.feature;
  }
  return 'none';
}

/** A checksum of every table but those of the switches themselves and of the log, which follows them. */
async function contents(): Promise<unknown> {
  const tables = await server.app.sql<{ name: string }[]>`
    select format('%I', tablename) as name from pg_tables where schemaname = 'public'
    and tablename not like 'event_log%' and tablename not in ('outbox', 'market_features', 'market_feature_switches')
    order by 1`;
  return Promise.all(
    tables.map(async ({ name }) => {
      const rows =
        name === 'event_subjects'
          ? `${name} t where subject_id not in (select id from market_feature_switches)`
          : name;
      const [row] = await server.app.sql.unsafe<{ sum: string | null }[]>(
        `select md5(string_agg(t::text, ',' order by t::text)) as sum from ${rows} ${rows === name ? 't' : ''}`,
      );
      return [name, row?.sum];
    }),
  );
}

const key = () => randomUUID();
const rupees = (minor: bigint) => ({ minor, currency: currencyCode('INR') });

async function lineOf(cartId: string): Promise<CartLineId> {
  const [row] = await server.app.sql<
    { id: CartLineId }[]
  >`select id from cart_lines where cart_id = ${cartId}`;
  if (!row) throw new Error('an empty cart');
  return row.id;
}

/** Asha with 100.00, a card, a cart, an order of 50.00 and a request of 10.00; her friend, her shop. */
async function makeScene() {
  const [asha, ravi, shop] = [await makePerson(server), await makePerson(server), await makeShop(server)];
  const product = await makeProduct(shop);
  await makeCard(asha);
  await fillWallet(asha, 10_000n);
  const friends = await makeChat(asha, ravi);
  const shopChat = await startConversation(asha.ctx, { businessId: shop.id });
  const orderId = await makeOrder(asha, product);
  const cartId = await addCartLine(asha.ctx, { productId: product.id, quantity: 2 });
  const asked = { conversationId: friends, amount: rupees(1_000n) };
  const requestId = await requestMoney(ravi.ctx, { ...asked, idempotencyKey: key() });
  const lineId = await lineOf(cartId);
  return { asha, ravi, shop, product, friends, shopChat, orderId, cartId, lineId, requestId };
}
type Scene = Awaited<ReturnType<typeof makeScene>>;

const say = ({ ctx }: TestPerson, conversationId: ConversationId, content: SendContent) =>
  sendMessage(ctx, { conversationId, clientId: key(), content });
const payWith =
  (method: PaymentMethod) =>
  ({ asha, orderId }: Scene) =>
    payOrder(asha.ctx, { orderId, method, idempotencyKey: key() });
const sending =
  (minor: bigint) =>
  ({ asha, friends }: Scene) =>
    sendMoney(asha.ctx, { conversationId: friends, amount: rupees(minor), idempotencyKey: key() });
const toppingUp = ({ asha }: Scene) => topUpWallet(asha.ctx, { amount: rupees(500n), idempotencyKey: key() });

const DOORS: readonly [string, Feature, (scene: Scene) => Promise<unknown>][] = [
  [
    'a product card',
    'CATALOG',
    ({ asha, shopChat, product }) => say(asha, shopChat, { productId: product.id }),
  ],
  [
    'one by the shop',
    'CATALOG',
    (scene) => say(scene.shop.owner, scene.shopChat, { productId: scene.product.id }),
  ],
  [
    'one among friends',
    'CATALOG',
    ({ asha, friends, product }) => say(asha, friends, { productId: product.id }),
  ],
  ['the catalogue', 'CATALOG', ({ asha, shopChat }) => say(asha, shopChat, { catalog: true })],
  [
    'cartLineAdd',
    'CART',
    ({ asha, product }) => addCartLine(asha.ctx, { productId: product.id, quantity: 1 }),
  ],
  ['cartLineUpdate to more', 'CART', ({ asha, lineId }) => updateCartLine(asha.ctx, { lineId, quantity: 3 })],
  ['orderPlace', 'CART', ({ asha, cartId }) => placeOrder(asha.ctx, { cartId, idempotencyKey: key() })],
  ['orderPay by card', 'CARD_PAYMENT', payWith('CARD')],
  ['orderPay from the balance', 'WALLET', payWith('BALANCE')],
  ['orderPay from both, without the one', 'WALLET', payWith('BALANCE_AND_CARD')],
  ['orderPay from both, without the other', 'CARD_PAYMENT', payWith('BALANCE_AND_CARD')],
  ['orderPay in cash', 'CASH_ON_DELIVERY', payWith('CASH_ON_DELIVERY')],
  ['walletTopUp', 'WALLET', toppingUp],
  ['walletTopUp without cards', 'CARD_PAYMENT', toppingUp],
  ['moneySend', 'SEND_MONEY', sending(500n)],
  ['moneySend with a card', 'CARD_PAYMENT', sending(20_000n)],
  [
    'moneyRequest',
    'SEND_MONEY',
    ({ asha, friends }) =>
      requestMoney(asha.ctx, { conversationId: friends, amount: rupees(500n), idempotencyKey: key() }),
  ],
  [
    'moneyRequestAccept',
    'SEND_MONEY',
    ({ asha, requestId }) => acceptRequest(asha.ctx, { requestId, idempotencyKey: key() }),
  ],
];

describe('what is off is refused, changes nothing, and is there again when it is on', () => {
  it.each(DOORS)('%s: %s', async (_name, feature, act) => {
    const scene = await makeScene();
    const before = await contents();
    expect(await without([feature], () => missing(act(scene)))).toBe(feature);
    expect(await contents()).toEqual(before);
    expect(await missing(act(scene))).toBe('none');
  });
});

describe('what works whatever is off', () => {
  const ALL = ['CATALOG', 'CART', 'CARD_PAYMENT', 'WALLET', 'SEND_MONEY', 'CASH_ON_DELIVERY'] as const;

  it('words, fewer of a line, none of it, and an empty cart', async () => {
    const { asha, shopChat, lineId, cartId } = await makeScene();
    await without(ALL, async () => {
      await say(asha, shopChat, { text: 'Is it open?' });
      await updateCartLine(asha.ctx, { lineId, quantity: 2 });
      await updateCartLine(asha.ctx, { lineId, quantity: 1 });
      await removeCartLine(asha.ctx, { lineId });
      await clearCart(asha.ctx, { cartId });
    });
    expect(await server.app.sql`select from cart_lines where cart_id = ${cartId}`).toHaveLength(0);
  });

  it('giving back: a refund, a cancellation of what is paid, a reversal', async () => {
    const scene = await makeScene();
    const { asha, shop, product, orderId } = scene;
    const paymentId = await payWith('BALANCE_AND_CARD')(scene);
    const another = await makeOrder(asha, product);
    await payOrder(asha.ctx, { orderId: another, method: 'BALANCE_AND_CARD', idempotencyKey: key() });
    await fillWallet(asha, 1_000n);
    const transferId = await sending(500n)(scene);
    await without(ALL, async () => {
      await createRefund(shop.owner.ctx, {
        paymentId,
        amount: rupees(1_000n),
        reason: 'One was bruised.',
        idempotencyKey: key(),
      });
      await cancelOrder(asha.ctx, { orderId: another, idempotencyKey: key() });
      await reverseTransfer(india.operator.ctx, { transferId, reason: 'A mistake.', idempotencyKey: key() });
    });
    const rows = await server.app.sql`
      select o.state, (select sum(r.amount_minor)::int from refunds r join payments p on p.id = r.payment_id
                       where p.order_id = o.id) as given_back
      from orders o where id in (${orderId}, ${another}) order by o.number`;
    expect([...rows]).toEqual([
      { state: 'PLACED', given_back: 1_000 },
      // With what was in the cart before.
      { state: 'CANCELLED', given_back: 10_000 },
    ]);
  });

  it('no to a request, from either side', async () => {
    const { asha, ravi, friends, requestId } = await makeScene();
    const asked = { conversationId: friends, amount: rupees(1_000n), idempotencyKey: key() };
    const other = await requestMoney(ravi.ctx, asked);
    await without(ALL, async () => {
      await declineRequest(asha.ctx, requestId);
      await cancelRequest(ravi.ctx, other);
    });
    const states = await server.app.sql`
      select state from money_requests where id in (${requestId}, ${other}) order by state`;
    expect([...states]).toEqual([{ state: 'CANCELLED' }, { state: 'DECLINED' }]);
  });

  it('a payment that had begun: its code is taken and it is paid', async () => {
    const { asha, orderId } = await makeScene();
    const cardId = await makeCard(asha, 'pm_card_threeDSecure2Required');
    const paymentId = await payOrder(asha.ctx, { orderId, cardId, idempotencyKey: key() });
    await without(ALL, () => confirmPayment(asha.ctx, { paymentId, code: '123456' }));
    const [row] = await server.app.sql`select payment_state from orders where id = ${orderId}`;
    expect(row).toEqual({ payment_state: 'PAID' });
  });
});

describe('a feature that goes between the cart and the payment', () => {
  it('leaves the order and its hold, charges nothing, and the same key pays when it is back', async () => {
    const { asha, orderId } = await makeScene();
    const idempotencyKey = key();
    const pay = () => payOrder(asha.ctx, { orderId, idempotencyKey });
    const traces = async () => {
      const [row] = await server.app.sql`
        select o.state, o.payment_state, (select count(*) from payments where order_id = o.id) as payments,
               (select count(*) from sandbox.objects) as charges, (select count(*) from sandbox.idempotency) as calls,
               (select count(*) from stock_holds where order_id = o.id and state = 'HELD') as holds,
               (select count(*) from idempotency_keys where key = ${idempotencyKey}) as keys
        from orders o where o.id = ${orderId}`;
      return row;
    };
    const before = await traces();
    expect(before).toMatchObject({
      state: 'PLACED',
      payment_state: 'UNPAID',
      payments: 0n,
      holds: 1n,
      keys: 0n,
    });
    await without(['CARD_PAYMENT'], async () => {
      for (let round = 0; round < 3; round++) {
        await expect(pay()).rejects.toMatchObject({ code: 'FEATURE_UNAVAILABLE', path: ['method'] });
      }
      expect(await traces()).toEqual(before);
    });
    const paymentId = await pay();
    expect(await pay()).toBe(paymentId);
    expect(await traces()).toMatchObject({ payment_state: 'PAID', payments: 1n, keys: 1n });
  });

  it.each(['walletTopUp', 'moneySend'] as const)('%s takes the same key when it is back', async (name) => {
    const { asha, friends } = await makeScene();
    const command = { conversationId: friends, amount: rupees(500n), idempotencyKey: key() };
    const act = () => (name === 'moneySend' ? sendMoney(asha.ctx, command) : topUpWallet(asha.ctx, command));
    const feature = name === 'moneySend' ? 'SEND_MONEY' : 'WALLET';
    expect(await without([feature], () => missing(act()))).toBe(feature);
    expect(await act()).toBe(await act());
  });
});

describe('whose market decides', () => {
  it("the shop's for what is bought there, the person's for their money; another country is untouched", async () => {
    const british = await makePerson(server, { country: 'GB' });
    const { shop, product } = await makeScene();
    const [asha, london] = [await makePerson(server), await makeShop(server, { country: 'GB' })];
    const price = { minor: 500n, currency: currencyCode('GBP') };
    const pen = await makeProduct(london, { price });
    await makeCard(british);
    const topUp = () => topUpWallet(british.ctx, { amount: price, idempotencyKey: key() });
    const add = (person: TestPerson, productId: typeof pen.id) =>
      addCartLine(person.ctx, { productId, quantity: 1 });
    await without(['CART', 'WALLET'], async () => {
      expect(shop.id).not.toBe(london.id);
      expect(await missing(add(asha, pen.id))).toBe('none');
      expect(await missing(add(british, product.id))).toBe('CART');
      expect(await missing(topUp())).toBe('none');
    });
  });

  it('both of the two who send each other money, each in their own country', async () => {
    const [asha, ravi] = [await makePerson(server), await makePerson(server)];
    await makeCard(asha);
    await fillWallet(asha, 5_000n);
    await makeCard(ravi);
    await fillWallet(ravi, 5_000n);
    const conversationId = await makeChat(asha, ravi);
    // In a pilot of nobody but those who are invited.
    await server.app.sql`insert into pilot_members (country, person_id) values ('IN', ${asha.id})`;
    await india.turn('SEND_MONEY', 'PILOT', { sharePercent: 0 });
    const send = (person: TestPerson) =>
      sendMoney(person.ctx, { conversationId, amount: rupees(100n), idempotencyKey: key() });
    await expect(send(asha)).rejects.toMatchObject({
      code: 'FEATURE_UNAVAILABLE',
      path: ['conversationId'],
      message: expect.stringContaining('For the other person'),
    });
    await expect(send(ravi)).rejects.toMatchObject({ code: 'FEATURE_UNAVAILABLE', path: [] });
    await server.app.sql`insert into pilot_members (country, person_id) values ('IN', ${ravi.id})`;
    await send(asha);
    await india.turn('SEND_MONEY', 'ON');
  });

  it("the cart's customer, also when staff fills it or answers with a card", async () => {
    const { asha, shop, product, shopChat } = await makeScene();
    await server.app.sql`insert into pilot_members (country, person_id) values ('IN', ${asha.id})`;
    await india.turn('CART', 'PILOT', { sharePercent: 0 });
    await india.turn('CATALOG', 'PILOT', { sharePercent: 0 });
    const { ctx } = shop.owner;
    await addCartLine(ctx, { productId: product.id, quantity: 1, conversationId: shopChat });
    await say(shop.owner, shopChat, { productId: product.id });
    expect(await missing(addCartLine(ctx, { productId: product.id, quantity: 1 }))).toBe('CART');
    await india.turn('CART', 'ON');
    await india.turn('CATALOG', 'ON');
  });
});
