import { randomUUID } from 'node:crypto';
import type { TourOrderFragment } from '../../testing/gql/graphql.ts';
import { add, clear, keptInStock } from './fill-cart.ts';
import { balanceOf, type Friends } from './friends.ts';
import { giveBack } from './give-back.ts';
import { done, present, prove } from './must.ts';
import { Pay, Place } from './order-mutations.ts';
import { address } from './place.ts';
import type { Scene } from './scene.ts';
import { find } from './talk.ts';

const REFUNDED = 10_00n;

/** A second order, paid from the balance without a card; of what goes back, the wallet gets its part. */
export async function payFromWallet(scene: Scene, { me }: Friends): Promise<TourOrderFragment> {
  const { stage, customer, streams } = scene;
  stage.part('An order paid from the wallet');
  const bananas = await keptInStock(scene, await find(scene, 'bananas'));
  await clear(scene);
  const cart = await add(scene, bananas.id, 1);
  const placed = await customer.client.request(Place, {
    input: { cartId: cart.id, idempotencyKey: randomUUID(), address: address() },
  });
  const order = present(done(placed.orderPlace).order, 'the order');
  await streams.orders.next('ORDER_PLACED', (event) => event.order?.id === order.id);

  const before = await balanceOf(me);
  const { orderPay } = await customer.client.request(Pay, {
    input: { orderId: order.id, method: 'BALANCE', idempotencyKey: randomUUID() },
  });
  const payment = present(done(orderPay).payment, 'the payment');
  await me.wallet.next('WALLET_CHANGED', (event) => event.payment?.id === payment.id);
  await streams.chat.next('the confirmation of the payment', ({ message }) => {
    const content = message?.content;
    return content?.__typename === 'PaymentContent' && content.payment?.id === payment.id;
  });
  await streams.orders.next('ORDER_PAID', ({ type, order: paid }) => {
    return type === 'ORDER_PAID' && paid?.id === order.id;
  });
  const after = await balanceOf(me);
  const total = BigInt(order.total.minorUnits);
  prove(
    stage,
    payment.state === 'SUCCEEDED' && payment.card === null && after.minor === before.minor - total,
    `paid without a card: ${before.formatted} became ${after.formatted}`,
  );

  stage.part('What was paid from the wallet goes back there');
  await giveBack(scene, order, { paymentId: payment.id, minor: REFUNDED, reason: 'One banana was brown' });
  await me.wallet.next('the refund', (event) => event.payment?.id === payment.id);
  const now = await balanceOf(me);
  prove(stage, now.minor === after.minor + REFUNDED, `the balance is ${now.formatted}`);
  return order;
}
