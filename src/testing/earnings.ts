import { randomUUID } from 'node:crypto';
import type { OrderId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { deliverOrder } from '../orders/deliver.ts';
import { shipOrder } from '../orders/ship.ts';
import { payOrder } from '../payments/pay.ts';
import { makeCard, makeOrder, makePerson, makeProduct, type TestPerson, type TestShop } from './factories.ts';
import type { TestServer } from './server.ts';

export interface Sale {
  readonly orderId: OrderId;
  readonly customer: TestPerson;
}

/** Somebody new buys for this much by card and pays: the shop has it less 2 %, held back until it is delivered. */
export async function sell(
  server: TestServer,
  shop: TestShop,
  minor: bigint,
  card = 'pm_card_visa',
): Promise<Sale> {
  const customer = await makePerson(server);
  await makeCard(customer, card);
  const product = await makeProduct(shop, { price: { minor, currency: currencyCode('INR') } });
  const orderId = await makeOrder(customer, product, 1);
  await payOrder(customer.ctx, { orderId, idempotencyKey: randomUUID() });
  return { orderId, customer };
}

export async function deliver(shop: TestShop, { orderId }: Sale): Promise<void> {
  await confirmOrder(shop.owner.ctx, orderId);
  await shipOrder(shop.owner.ctx, { orderId });
  await deliverOrder(shop.owner.ctx, orderId);
}

/** A sale that is delivered: what is left of it can be paid out. */
export async function earn(server: TestServer, shop: TestShop, minor: bigint, card?: string): Promise<Sale> {
  const sale = await sell(server, shop, minor, card);
  await deliver(shop, sale);
  return sale;
}
