import { randomUUID } from 'node:crypto';
import { uploadImage } from '../businesses/upload-image.ts';
import { addCartLine } from '../carts/change.ts';
import { createFeed } from '../channels/create-feed.ts';
import { conversationWithBusiness } from '../conversations/start.ts';
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
import type { TestServer } from './server.ts';
import { makeTicket } from './ticket-commands.ts';

type Ids = Readonly<Record<string, string>>;

/** One of everything that a mutation can name. */
export interface World {
  /** Owns the shop and buys from it, so that every mutation is theirs to call, but for those of operators. */
  readonly person: TestPerson;
  readonly operator: TestPerson;
  /** By the name of the field that takes it or, where one name means two things, by `Type.field`. */
  readonly ids: Ids;
  /** To be resolved in the end: the doctor finds it. */
  readonly discrepancyId: DiscrepancyId;
}

export async function makeWorld(server: TestServer): Promise<World> {
  const shop = await makeShop(server);
  const { owner } = shop;
  const product = await makeProduct(shop);
  const imageId = await uploadImage(owner.ctx, { businessId: shop.id, bytes: PIXEL });
  const cardId = await makeCard(owner);
  const feed = await createFeed(owner.ctx, { businessId: shop.id, channel: 'PARTNER' });
  const trade = { ...(await buy(owner, product)), ...(await sell(server, shop, product)) };
  const money = await moneyWithFriend(server, owner);
  const discrepancyId = await lookAt(server);
  const cartId = await addCartLine(owner.ctx, { productId: product.id, quantity: 1 });
  const device = await transact(owner.ctx, (tx) => createSession(tx, owner.id, 'Tablet'));
  const conversationId = await transact(owner.ctx, (tx) => conversationWithBusiness(tx, owner.id, shop.id));
  const agent = await makeStaff(server, shop, 'AGENT');
  const help = await askForHelp(server, shop, agent);
  return {
    person: owner,
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
      lineId: encodeId('cln', await only(server, 'cart_lines', 'cart_id', cartId)),
      cardId: encodeId('crd', cardId),
      discrepancyId: encodeId('dsc', discrepancyId),
      ...trade,
      ...money,
      ...help,
    },
  };
}

/** A customer's ticket for the world's person to work, and one of their own that their agent has resolved. */
async function askForHelp(server: TestServer, shop: TestShop, agent: TestPerson): Promise<Ids> {
  const customer = await makePerson(server);
  const ticketId = await makeTicket(customer, { desk: 'BUSINESS', businessId: shop.id });
  const own = await makeTicket(shop.owner, { desk: 'BUSINESS', businessId: shop.id });
  for (const action of ['start', 'resolve'] as const)
    await advanceTicket(agent.ctx, { ticketId: own, action });
  const [card] = await server.app.sql<{ id: string }[]>`
    select id from messages where content ->> 'ticketId' = ${own}`;
  return {
    ticketId: encodeId('tkt', ticketId),
    assigneeId: agent.publicId,
    'TicketRateInput.ticketId': encodeId('tkt', own),
    messageId: encodeId('msg', card?.id ?? ''),
  };
}

/** Orders of the world's person, one of them waiting for a code. */
async function buy(owner: TestPerson, product: TestProduct): Promise<Ids> {
  const challenged = await makeCard(owner, 'pm_card_threeDSecure2Required');
  const paymentId = await payOrder(owner.ctx, {
    orderId: await makeOrder(owner, product),
    cardId: challenged,
    idempotencyKey: randomUUID(),
  });
  return {
    orderId: encodeId('ord', await makeOrder(owner, product)),
    paymentId: encodeId('pay', paymentId),
  };
}

/**
 * Paid orders of somebody else, since who buys from their own shop is its customer and not its staff; the shop has
 * earned with one of them and can be paid out.
 */
async function sell(server: TestServer, shop: TestShop, product: TestProduct): Promise<Ids> {
  const { ctx } = shop.owner;
  const customer = await makePerson(server);
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
  const lineId = await only(server, 'order_lines', 'order_id', confirmed.orderId);
  return {
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
    'MoneyRequestCancelInput.requestId': encodeId('mrq', await requestMoney(person.ctx, money())),
  };
}

/** Something for an operator to look at. */
async function lookAt(server: TestServer): Promise<DiscrepancyId> {
  const subjectId = newId<'payment'>();
  await transact(server.ctx({ kind: 'system', job: 'test' }), (tx) =>
    noteDiscrepancy(tx, { kind: 'UNKNOWN_SUBJECT', subjectId, detail: 'a payment that is not here' }),
  );
  return (await only(server, 'discrepancies', 'subject_id', subjectId)) as DiscrepancyId;
}

/** The id of the one row of a table that has this value in a column. */
async function only({ app }: TestServer, table: string, column: string, value: string): Promise<string> {
  const [row] = await app.sql<{ id: string }[]>`
    select id from ${app.sql(table)} where ${app.sql(column)} = ${value}`;
  if (!row) throw new Error(`no row in ${table}`);
  return row.id;
}
