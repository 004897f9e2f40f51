import type { TourOrderFragment, TourPaymentFragment, TourReceiptQuery } from '../../testing/gql/graphql.ts';
import { arrive, leave } from './arrive.ts';
import { askForHelp } from './ask-for-help.ts';
import { buyByMessage, buyInHindi } from './by-message.ts';
import { earn } from './earn.ts';
import { fillCart } from './fill-cart.ts';
import { meetFriend, partWithFriend } from './friends.ts';
import { fulfil } from './fulfil.ts';
import { giveBack } from './give-back.ts';
import { lockScreen } from './lock-screen.ts';
import { lookAtFees } from './look-at-fees.ts';
import { present } from './must.ts';
import { payFromWallet } from './pay-from-wallet.ts';
import { pay } from './pay.ts';
import { place } from './place.ts';
import { Receipt } from './order-queries.ts';
import { askForMoney, sendMoney, topUp } from './send-money.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';
import { switchOff } from './switch-off.ts';
import { talk } from './talk.ts';

const REFUNDED = 12_00n;

export type ReceiptOrder = Extract<TourReceiptQuery['node'], { lines: unknown }>;

/** The whole tour, from the first word to the last switch, through the public API alone. Gives the order. */
export async function runTour(stage: Stage, endpoint: string): Promise<ReceiptOrder> {
  const met = await arrive(stage, endpoint);
  await talk(met);
  const filled = await fillCart(met);
  const order = await place(met, filled);
  const payment = await pay(met, filled, order);
  const scene = await fulfil(met, order);
  await refund(scene, order, payment);
  await spend(scene);
  const bought = await buyByMessage(scene);
  await buyInHindi(scene);
  await askForHelp(scene, bought);
  await lookAtFees(scene);
  await lockScreen(scene);
  await switchOff(scene);
  const { node } = await scene.customer.client.request(Receipt, { orderId: order.id });
  await leave(scene);
  return present(isOrder(node) ? node : null, 'the order of the receipt');
}

async function refund(scene: Scene, order: TourOrderFragment, { id }: TourPaymentFragment): Promise<void> {
  scene.stage.part('A part of the money goes back');
  await giveBack(scene, order, { paymentId: id, minor: REFUNDED, reason: 'A soft tomato' });
}

/** What the customer does with a wallet, and what the shop gets of it. */
async function spend(scene: Scene): Promise<void> {
  const friends = await meetFriend(scene);
  await topUp(scene, friends);
  await sendMoney(scene, friends);
  await askForMoney(scene, friends);
  await partWithFriend(scene, friends);
  await earn(scene, await payFromWallet(scene, friends));
}

function isOrder(node: TourReceiptQuery['node']): node is ReceiptOrder {
  return node !== null && 'lines' in node;
}
