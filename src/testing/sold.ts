import { randomUUID } from 'node:crypto';
import { systemContext } from '../context.ts';
import type { OrderId, RefundId } from '../db/id.ts';
import type { Orders } from '../doctor/breakage.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { shipOrder } from '../orders/ship.ts';
import { payOrder } from '../payments/pay.ts';
import { submitRefund } from '../payments/refund-submit.ts';
import { makeCard, makeOrder, makePerson, makeProduct, makeShop } from './factories.ts';
import type { TestServer } from './server.ts';

/** A shop in which everything has happened once. */
export async function sell(server: TestServer): Promise<Orders> {
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  await makeProduct(shop, { name: 'Okra' });
  const [asha, ravi] = [await makePerson(server), await makePerson(server)];
  await makeCard(asha);
  await makeCard(ravi, 'pm_card_visa_chargeDeclined');

  const shipped = await makeOrder(asha, product);
  await payOrder(asha.ctx, { orderId: shipped, idempotencyKey: randomUUID() });
  await confirmOrder(shop.owner.ctx, shipped);
  await shipOrder(shop.owner.ctx, { orderId: shipped });

  const refunded = await makeOrder(asha, product, 3);
  await payOrder(asha.ctx, { orderId: refunded, idempotencyKey: randomUUID() });
  await cancelOrder(asha.ctx, { orderId: refunded });
  const [refund] = await server.app.sql<{ id: RefundId }[]>`
    select id from refunds where state = 'PENDING'`;
  if (refund) await submitRefund(systemContext(server.app, 'test'), refund.id);

  const declined = await makeOrder(ravi, product);
  await payOrder(ravi.ctx, { orderId: declined, idempotencyKey: randomUUID() });
  const placed: OrderId = await makeOrder(asha, product);
  return { placed, shipped, refunded, declined };
}
