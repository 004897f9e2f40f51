import { randomUUID } from 'node:crypto';
import type { FeatureState, TourOrderFragment } from '../../testing/gql/graphql.ts';
import { DEMO_OPERATOR } from '../people.ts';
import { phoneOf, signIn } from './arrive.ts';
import { add, clear, keptInStock } from './fill-cart.ts';
import { FeaturesOf, MarketEvents, SetFeature, TryToPay } from './market-documents.ts';
import { TopUp } from './money-mutations.ts';
import { SignOut } from './mutations.ts';
import { done, present, prove } from './must.ts';
import { Place } from './order-mutations.ts';
import { Receipt } from './order-queries.ts';
import { address } from './place.ts';
import type { Player, Scene } from './scene.ts';
import { lower } from './show.ts';
import { find } from './talk.ts';
import { watch } from './watch.ts';

const HERE = 'IN';
const FEATURE = 'CARD_PAYMENT';
const REASON = 'The central bank has asked us to stop for an hour.';

interface Setting {
  readonly state: FeatureState;
  readonly sharePercent: number | null;
  readonly reason: string;
}

/** Cards are switched off in a country between the cart and the payment; whatever comes of it, they are on again. */
export async function switchOff(scene: Scene): Promise<void> {
  const { stage, endpoint, customer } = scene;
  stage.part('Cards are switched off in a country');
  const operator = await signIn(stage, endpoint, DEMO_OPERATOR.phone);
  const switches = watch(
    'market',
    customer.client.subscribe(MarketEvents, { country: HERE }),
    (data) => data.marketEvents,
    ({ type, feature, market }) => {
      const now = market?.features.find(({ key }) => key === feature)?.state;
      stage.live(`market · ${type} · ${feature} ${lower(now ?? '')}`);
    },
  );
  await switches.ready();
  const order = await placeBananas(scene);
  const before = await settingOf(operator);
  try {
    await set(operator, { state: 'OFF', sharePercent: null, reason: REASON });
    await switches.next('the switch', ({ feature }) => feature === FEATURE);
    await refuseToPay(scene, order);
    await payElsewhere(scene);
  } finally {
    await set(operator, before);
  }
  await switches.next('the switch back', ({ feature }) => feature === FEATURE);
  const { orderPay } = await customer.client.request(TryToPay, { input: inputFor(order) });
  prove(stage, done(orderPay).payment !== null, `on again, order #${order.number} is paid`);
  await scene.streams.orders.next('ORDER_PAID', ({ type, order: paid }) => {
    return type === 'ORDER_PAID' && paid?.id === order.id;
  });
  done((await operator.client.request(SignOut, {})).signOut);
}

async function placeBananas(scene: Scene): Promise<TourOrderFragment> {
  const bananas = await keptInStock(scene, await find(scene, 'bananas'));
  await clear(scene);
  const cart = await add(scene, bananas.id, 1);
  const input = { cartId: cart.id, idempotencyKey: randomUUID(), address: address() };
  const { orderPlace } = await scene.customer.client.request(Place, { input });
  return present(done(orderPlace).order, 'the order');
}

const inputFor = ({ id: orderId }: TourOrderFragment) => ({ orderId, idempotencyKey: randomUUID() });

async function settingOf({ client }: Player): Promise<Setting> {
  const { market } = await client.request(FeaturesOf, { country: HERE });
  return present(
    market?.features.find(({ key }) => key === FEATURE),
    FEATURE,
  );
}

async function set({ client }: Player, { state, sharePercent, reason }: Setting): Promise<void> {
  const input = { country: HERE, feature: FEATURE, state, sharePercent, reason } as const;
  done((await client.request(SetFeature, { input })).marketFeatureSet);
}

async function refuseToPay({ stage, customer }: Scene, order: TourOrderFragment): Promise<void> {
  const { orderPay } = await customer.client.request(TryToPay, { input: inputFor(order) });
  const [error] = orderPay.userErrors;
  const isSaid = error?.code === 'FEATURE_UNAVAILABLE' && 'reason' in error && error.reason === REASON;
  prove(stage, isSaid, `paying is refused with ${error?.code}: ${REASON}`);
  const { node } = await customer.client.request(Receipt, { orderId: order.id });
  const now = present(node && 'payments' in node ? node : null, 'the order');
  const isAsBefore = now.state === 'PLACED' && now.paymentState === 'UNPAID' && now.payments.length === 0;
  prove(stage, isAsBefore, `order #${order.number} waits as before, and nothing was charged`);
}

/** In another country nobody notices. */
async function payElsewhere({ stage, endpoint }: Scene): Promise<void> {
  const emma = await signIn(stage, endpoint, phoneOf('emma'));
  const { walletTopUp } = await emma.client.request(TopUp, {
    input: { amount: { amount: '1.00', currencyCode: 'GBP' }, idempotencyKey: randomUUID() },
  });
  const payment = present(done(walletTopUp).payment, 'the payment');
  prove(
    stage,
    payment.state === 'SUCCEEDED',
    `meanwhile in Britain ${payment.amount.formatted} are paid by card`,
  );
  done((await emma.client.request(SignOut, {})).signOut);
  await emma.client.close();
}
