import { randomUUID } from 'node:crypto';
import { uploadImage } from '../businesses/upload-image.ts';
import { addCartLine } from '../carts/change.ts';
import { conversationWithBusiness } from '../conversations/start.ts';
import { encodeId, type OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { createSession } from '../identity/sign-in.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { payOrder } from '../payments/pay.ts';
import { PIXEL } from './business-commands.ts';
import {
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestPerson,
  type TestProduct,
} from './factories.ts';
import type { TestServer } from './server.ts';

/** One of everything that a mutation can name. */
export interface World {
  /** Owns the shop and buys from it, so that every mutation is theirs to call. */
  readonly person: TestPerson;
  /** By the name of the field that takes it or, where one name means two things, by `Type.field`. */
  readonly ids: Readonly<Record<string, string>>;
}

export async function makeWorld(server: TestServer): Promise<World> {
  const shop = await makeShop(server);
  const { owner } = shop;
  const product = await makeProduct(shop);
  const imageId = await uploadImage(owner.ctx, { businessId: shop.id, bytes: PIXEL });
  const cardId = await makeCard(owner);
  const orderId = await makeOrder(owner, product);
  const challenged = await makeCard(owner, 'pm_card_threeDSecure2Required');
  const paymentId = await payOrder(owner.ctx, {
    orderId: await makeOrder(owner, product),
    cardId: challenged,
    idempotencyKey: randomUUID(),
  });
  const soldOrderId = await sell(server, owner, product);
  const cartId = await addCartLine(owner.ctx, { productId: product.id, quantity: 1 });
  const device = await transact(owner.ctx, (tx) => createSession(tx, owner.id, 'Tablet'));
  const conversationId = await transact(owner.ctx, (tx) => conversationWithBusiness(tx, owner.id, shop.id));
  const [lines] = await server.app.sql<{ cart: string; order: string }[]>`
    select (select id from cart_lines where cart_id = ${cartId}) as cart,
           (select id from order_lines where order_id = ${soldOrderId}) as order`;
  return {
    person: owner,
    ids: {
      businessId: shop.publicId,
      personId: (await makeStaff(server, shop, 'AGENT')).publicId,
      sessionId: encodeId('ses', device.sessionId),
      productId: product.publicId,
      imageId: encodeId('img', imageId),
      conversationId: encodeId('cnv', conversationId),
      cartId: encodeId('crt', cartId),
      lineId: encodeId('cln', lines?.cart ?? ''),
      'ParcelLineInput.lineId': encodeId('oln', lines?.order ?? ''),
      orderId: encodeId('ord', orderId),
      'OrderConfirmInput.orderId': encodeId('ord', soldOrderId),
      'OrderShipInput.orderId': encodeId('ord', soldOrderId),
      'OrderDeliverInput.orderId': encodeId('ord', soldOrderId),
      paymentId: encodeId('pay', paymentId),
      cardId: encodeId('crd', cardId),
    },
  };
}

/** An order of somebody else, paid and confirmed: who buys from their own shop is its customer, not its staff. */
async function sell(server: TestServer, owner: TestPerson, product: TestProduct): Promise<OrderId> {
  const customer = await makePerson(server);
  await makeCard(customer);
  const orderId = await makeOrder(customer, product);
  await payOrder(customer.ctx, { orderId, idempotencyKey: randomUUID() });
  await confirmOrder(owner.ctx, orderId);
  return orderId;
}
