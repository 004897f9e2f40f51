import { randomUUID } from 'node:crypto';
import { uploadImage } from '../businesses/upload-image.ts';
import { addCartLine } from '../carts/change.ts';
import { createFeed } from '../channels/create-feed.ts';
import type { Ctx } from '../context.ts';
import { conversationWithBusiness, startConversation } from '../conversations/start.ts';
import { encodeId, newId, type DiscrepancyId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { createSession } from '../identity/sign-in.ts';
import { currencyCode } from '../money.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { deliverOrder } from '../orders/deliver.ts';
import { shipOrder } from '../orders/ship.ts';
import { payOrder } from '../payments/pay.ts';
import { setBankAccount } from '../payouts/bank-account.ts';
import { noteDiscrepancy } from '../reconciliation/note.ts';
import { advanceTicket } from '../tickets/advance.ts';
import { requestMoney } from '../wallets/request.ts';
import { sendMoney } from '../wallets/send.ts';
import { PIXEL } from './business-commands.ts';
import {
  fillWallet,
  makeCard,
  makeChat,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestPerson,
  type TestProduct,
  type TestShop,
} from './factories.ts';
import { makePartnerApp } from './partner-commands.ts';
import type { TestServer } from './server.ts';
import { makeTicket } from './ticket-commands.ts';
import { makeWebhookThings } from './webhook-things.ts';

type Ids = Readonly<Record<string, string>>;

/** One of everything that a mutation can name. */
export interface World {
  /** Owns the shop and buys from it, so that every mutation is theirs to call, but for those of operators. */
  readonly person: TestPerson;
  readonly operator: TestPerson;
  readonly shop: TestShop;
  readonly agent: TestPerson;
  /** By the name of the field that takes it or, where one name means two things, by `Type.field`. */
  readonly ids: Ids;
  /** To be resolved in the end: the doctor finds it. */
  readonly discrepancyId: DiscrepancyId;
}

/** With a customer, it is they who buy, and not the owner: then nobody is both. */
export async function makeWorld(server: TestServer, customer?: TestPerson): Promise<World> {
  const shop = await makeShop(server);
  const { owner } = shop;
  const buyer = customer ?? owner;
  const product = await makeProduct(shop, { sku: 'tomatoes-1kg' });
  const imageId = await uploadImage(owner.ctx, { businessId: shop.id, bytes: PIXEL });
  const cardId = await makeCard(buyer);
  const feed = await createFeed(owner.ctx, { businessId: shop.id, channel: 'PARTNER' });
  const trade = {
    ...(await buy(buyer, product)),
    ...(await sell(shop, customer ?? (await makePerson(server)), product)),
  };
  const money = await moneyWithFriend(server, buyer);
  const discrepancyId = await lookAt(server);
  const cartId = await addCartLine(buyer.ctx, { productId: product.id, quantity: 1 });
  const device = await transact(buyer.ctx, (tx) => createSession(tx, buyer.id, 'Tablet'));
  const conversationId = await transact(buyer.ctx, (tx) => conversationWithBusiness(tx, buyer.id, shop.id));
  const agent = await makeStaff(server, shop, 'AGENT');
  const app = await makePartnerApp(server, { owner, shops: [shop] });
  const help = await askForHelp(shop, customer ?? (await makePerson(server)), buyer, agent);
  return {
    person: owner,
    shop,
    agent,
    operator: await makePerson(server, { operator: true }),
    discrepancyId,
    ids: {
      businessId: shop.publicId,
      personId: agent.publicId,
      sessionId: encodeId('ses', device.sessionId),
      productId: product.publicId,
      imageId: encodeId('img', imageId),
      feedId: encodeId('fed', feed.feedId),
      conversationId: encodeId('cnv', conversationId),
      cartId: encodeId('crt', cartId),
      lineId: encodeId('cln', await only(owner.ctx, 'cart_lines', 'cart_id', cartId)),
      cardId: encodeId('crd', cardId),
      discrepancyId: encodeId('dsc', discrepancyId),
      ...(await makeWebhookThings(app)),
      appId: app.publicId,
      keyId: encodeId('key', app.keyId),
      ...trade,
      ...money,
      ...help,
    },
  };
}

/** A customer's ticket for the shop to work, and one of the buyer that the agent has resolved. */
async function askForHelp(
  shop: TestShop,
  customer: TestPerson,
  buyer: TestPerson,
  agent: TestPerson,
): Promise<Ids> {
  const ticketId = await makeTicket(customer, { desk: 'BUSINESS', businessId: shop.id });
  const own = await makeTicket(buyer, { desk: 'BUSINESS', businessId: shop.id });
  for (const action of ['start', 'resolve'] as const)
    await advanceTicket(agent.ctx, { ticketId: own, action });
  const [card] = await agent.ctx.sql<{ id: string }[]>`
    select id from messages where content ->> 'ticketId' = ${own}`;
  return {
    ticketId: encodeId('tkt', ticketId),
    assigneeId: agent.publicId,
    'TicketRateInput.ticketId': encodeId('tkt', own),
    messageId: encodeId('msg', card?.id ?? ''),
  };
}

/** Orders of the buyer, one of them waiting for a code. */
async function buy(buyer: TestPerson, product: TestProduct): Promise<Ids> {
  const challenged = await makeCard(buyer, 'pm_card_threeDSecure2Required');
  const paymentId = await payOrder(buyer.ctx, {
    orderId: await makeOrder(buyer, product),
    cardId: challenged,
    idempotencyKey: randomUUID(),
  });
  return {
    orderId: encodeId('ord', await makeOrder(buyer, product)),
    paymentId: encodeId('pay', paymentId),
  };
}

/**
 * Paid orders of somebody else, since who buys from their own shop is its customer and not its staff; the shop has
 * earned with one of them and can be paid out.
 */
async function sell(shop: TestShop, customer: TestPerson, product: TestProduct): Promise<Ids> {
  const { ctx } = shop.owner;
  await makeCard(customer);
  const next = async () => {
    const orderId = await makeOrder(customer, product);
    const paymentId = await payOrder(customer.ctx, { orderId, idempotencyKey: randomUUID() });
    return { orderId, paymentId };
  };
  const [placed, confirmed, shipped, delivered] = [await next(), await next(), await next(), await next()];
  for (const { orderId } of [confirmed, shipped, delivered]) await confirmOrder(ctx, orderId);
  for (const { orderId } of [shipped, delivered]) await shipOrder(ctx, { orderId });
  await deliverOrder(ctx, delivered.orderId);
  await setBankAccount(ctx, { businessId: shop.id, token: 'btok_us_verified' });
  const lineId = await only(ctx, 'order_lines', 'order_id', confirmed.orderId);
  const chatId = await startConversation(customer.ctx, { businessId: shop.id });
  return {
    'BotHandOverInput.conversationId': encodeId('cnv', chatId),
    'BotResumeInput.conversationId': encodeId('cnv', chatId),
    'ParcelLineInput.lineId': encodeId('oln', lineId),
    'OrderConfirmInput.orderId': encodeId('ord', placed.orderId),
    'OrderShipInput.orderId': encodeId('ord', confirmed.orderId),
    'OrderDeliverInput.orderId': encodeId('ord', shipped.orderId),
    'RefundCreateInput.paymentId': encodeId('pay', delivered.paymentId),
  };
}

/** A chat between people in which money was sent, and asked for in both directions. */
async function moneyWithFriend(server: TestServer, person: TestPerson): Promise<Ids> {
  const friend = await makePerson(server, { name: 'Ravi' });
  const conversationId = await makeChat(person, friend);
  await fillWallet(person, 50_000n);
  const money = () => ({
    conversationId,
    amount: { minor: 1_250n, currency: currencyCode('INR') },
    idempotencyKey: randomUUID(),
  });
  const chat = encodeId('cnv', conversationId);
  return {
    'MoneySendInput.conversationId': chat,
    'MoneyRequestInput.conversationId': chat,
    transferId: encodeId('trf', await sendMoney(person.ctx, money())),
    requestId: encodeId('mrq', await requestMoney(friend.ctx, money())),
    'MoneyRequestDeclineInput.requestId': encodeId('mrq', await requestMoney(friend.ctx, money())),
    'MoneyRequestCancelInput.requestId': encodeId('mrq', await requestMoney(person.ctx, money())),
  };
}

/** Something for an operator to look at. */
async function lookAt(server: TestServer): Promise<DiscrepancyId> {
  const subjectId = newId<'payment'>();
  await transact(server.ctx({ kind: 'system', job: 'test' }), (tx) =>
    noteDiscrepancy(tx, { kind: 'UNKNOWN_SUBJECT', subjectId, detail: 'a payment that is not here' }),
  );
  return (await only(server.app, 'discrepancies', 'subject_id', subjectId)) as DiscrepancyId;
}

/** The id of the one row of a table that has this value in a column. */
async function only(
  { sql }: Pick<Ctx, 'sql'>,
  table: string,
  column: string,
  value: string,
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from ${sql(table)} where ${sql(column)} = ${value}`;
  if (!row) throw new Error(`no row in ${table}`);
  return row.id;
}
