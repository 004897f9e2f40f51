import type { TourReceiptQuery } from '../../testing/gql/graphql.ts';
import { arrive, leave } from './arrive.ts';
import { fillCart } from './fill-cart.ts';
import { fulfil } from './fulfil.ts';
import { present } from './must.ts';
import { pay } from './pay.ts';
import { place } from './place.ts';
import { Receipt } from './order-queries.ts';
import type { Stage } from './stage.ts';
import { talk } from './talk.ts';

export type ReceiptOrder = Extract<TourReceiptQuery['node'], { lines: unknown }>;

/** The whole purchase, from the first word to the delivery, through the public API alone. Gives the order. */
export async function runTour(stage: Stage, endpoint: string): Promise<ReceiptOrder> {
  const met = await arrive(stage, endpoint);
  await talk(met);
  const filled = await fillCart(met);
  const order = await place(met, filled);
  await pay(met, filled, order);
  const scene = await fulfil(met, order);
  const { node } = await scene.customer.client.request(Receipt, { orderId: order.id });
  await leave(scene);
  return present(isOrder(node) ? node : null, 'the order of the receipt');
}

function isOrder(node: TourReceiptQuery['node']): node is ReceiptOrder {
  return node !== null && 'lines' in node;
}
