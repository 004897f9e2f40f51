import { randomUUID } from 'node:crypto';
import type { TourOrderFragment } from '../../testing/gql/graphql.ts';
import { DEMO_CUSTOMERS } from '../people.ts';
import { seenByShop, type FilledCart } from './fill-cart.ts';
import { done, present, prove } from './must.ts';
import { Place } from './order-mutations.ts';
import type { Scene } from './scene.ts';

/** Makes the cart an order: its card comes into the chat and the stock is held. */
export async function place(scene: Scene, filled: FilledCart): Promise<TourOrderFragment> {
  const { stage, customer, streams } = scene;
  stage.part('The order holds the stock');
  const input = { cartId: filled.cart.id, idempotencyKey: randomUUID(), address: address() };
  const { orderPlace } = await customer.client.request(Place, { input });
  const order = present(done(orderPlace).order, 'the order');
  await streams.chat.next('the card of the order', ({ message }) => {
    const content = message?.content;
    return content?.__typename === 'OrderContent' && content.order?.id === order.id;
  });
  await streams.orders.next('ORDER_PLACED', (event) => event.order?.id === order.id);

  const again = await customer.client.request(Place, { input });
  const { total } = order;
  const same = again.orderPlace.order?.id === order.id;
  prove(stage, same, 'the same idempotency key again orders nothing twice');
  prove(
    stage,
    total.minorUnits === filled.cart.subtotal.minorUnits,
    `it costs what the cart said: ${total.formatted}`,
  );
  await seeStock(scene, filled, 'held');
  const held = order.holdExpiresAt !== null && Date.parse(order.holdExpiresAt) > Date.now();
  prove(stage, held, `held until ${order.holdExpiresAt?.slice(11, 16)} UTC, to be paid by then`);
  return order;
}

/** Proves that as many as were ordered are held or sold, and no longer free. */
export async function seeStock(scene: Scene, filled: FilledCart, as: 'held' | 'sold'): Promise<void> {
  const { product, quantity } = filled;
  const { stock: now } = await seenByShop(scene, product.id);
  const before = product.stock;
  const moved = now[as] === (before[as] ?? 0) + quantity && now.free === (before.free ?? 0) - quantity;
  prove(
    scene.stage,
    moved,
    `${quantity} of ${product.name} are ${as}: ${before.free} were free, ${now.free} are now`,
  );
}

export function address() {
  const customer = present(
    DEMO_CUSTOMERS.find(({ key }) => key === 'asha'),
    'asha',
  );
  const { street, city, postcode, country } = customer.address;
  return { name: customer.name, line1: street, city, postalCode: postcode, country };
}
