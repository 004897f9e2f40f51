import { randomUUID } from 'node:crypto';
import type { TourOrderFragment, TourPaymentFragment } from '../../testing/gql/graphql.ts';
import { ONE_TIME_CODE, testMethods } from '../../payments/sandbox/test-methods.ts';
import type { FilledCart } from './fill-cart.ts';
import { done, present, prove } from './must.ts';
import { AnswerChallenge, Pay, RegisterCard } from './order-mutations.ts';
import { seeStock } from './place.ts';
import { CardsOf } from './queries.ts';
import type { Scene } from './scene.ts';
import { cardText } from './show.ts';

/** A card that is declined, then one that asks for a code: the order is paid once. */
export async function pay(
  scene: Scene,
  filled: FilledCart,
  order: TourOrderFragment,
): Promise<TourPaymentFragment> {
  await payDeclined(scene, order);
  const payment = await payWithCode(scene, order);
  await seeStock(scene, filled, 'sold');
  return payment;
}

async function payDeclined({ stage, customer, streams }: Scene, order: TourOrderFragment): Promise<void> {
  stage.part('A declined card leaves the order payable');
  const cardId = await cardOf({ customer, stage }, 'pm_card_visa_chargeDeclined');
  const { orderPay } = await customer.client.request(Pay, {
    input: { orderId: order.id, cardId, idempotencyKey: randomUUID() },
  });
  const payment = present(done(orderPay).payment, 'the payment');
  await streams.payments.next('PAYMENT_FAILED', (event) => {
    return event.type === 'PAYMENT_FAILED' && event.payment?.id === payment.id;
  });
  prove(stage, payment.state === 'FAILED', `declined: ${payment.failure?.message}`);
  prove(stage, payment.order?.paymentState === 'UNPAID', 'the order is as it was');
  prove(stage, payment.order?.availableActions.includes('PAY') === true, 'it can be paid in another way');
}

async function payWithCode(scene: Scene, order: TourOrderFragment): Promise<TourPaymentFragment> {
  const { stage, customer, streams } = scene;
  stage.part('A card that asks for a one-time code');
  const cardId = await cardOf(scene, 'pm_card_authenticationRequired');
  const { orderPay } = await customer.client.request(Pay, {
    input: { orderId: order.id, cardId, idempotencyKey: randomUUID() },
  });
  const waiting = present(done(orderPay).payment, 'the payment');
  const { challenge } = waiting;
  prove(
    stage,
    waiting.state === 'REQUIRES_ACTION',
    `the bank asks for a code, ${challenge?.triesLeft} tries`,
  );

  const answer = (code: string) =>
    customer.client.request(AnswerChallenge, { input: { paymentId: waiting.id, code } });
  const wrong = (await answer('000001')).paymentConfirm.userErrors[0];
  prove(stage, wrong?.code === 'CHALLENGE_REFUSED', `a wrong one is refused: ${wrong?.message}`);
  const right = done((await answer(ONE_TIME_CODE)).paymentConfirm);
  const payment = present(right.payment, 'the payment');
  prove(stage, payment.state === 'SUCCEEDED', `the right one pays ${payment.amount.formatted}`);
  prove(stage, payment.order?.paymentState === 'PAID', `order #${order.number} is paid`);

  await streams.payments.next('PAYMENT_SUCCEEDED', ({ type }) => type === 'PAYMENT_SUCCEEDED');
  await streams.orders.next('ORDER_PAID', ({ type }) => type === 'ORDER_PAID');
  await streams.chat.next('the confirmation of the payment', ({ message }) => {
    const content = message?.content;
    return content?.__typename === 'PaymentContent' && content.payment?.id === payment.id;
  });
  await streams.chat.next('the card that says paid', ({ type, message }) => {
    const content = message?.content;
    const isCard = type === 'MESSAGE_UPDATED' && content?.__typename === 'OrderContent';
    return isCard && content.order?.paymentState === 'PAID';
  });
  return payment;
}

/** The customer's card of a test method of the sandbox, registered by its token when it is not there. */
export async function cardOf(
  { customer, stage }: Pick<Scene, 'customer' | 'stage'>,
  token: string,
): Promise<string> {
  const { viewer } = await customer.client.request(CardsOf, {});
  const cards = viewer && 'wallet' in viewer ? (viewer.wallet?.cards.edges ?? []) : [];
  const last4 = present(testMethods.get(token), token).last4;
  const known = cards.find(({ node }) => node.last4 === last4)?.node;
  const card = known ?? (await registered(customer.client, token));
  stage.note(`${customer.name} pays with ${cardText(card)}.`);
  return card.id;
}

async function registered(client: Scene['customer']['client'], token: string) {
  const { cardRegister } = await client.request(RegisterCard, { input: { token } });
  return present(done(cardRegister).card, 'the card');
}
