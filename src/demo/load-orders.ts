import { addCartLine } from '../carts/change.ts';
import type { Ctx } from '../context.ts';
import type { CartId, OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { UserError } from '../errors.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { deliverOrder } from '../orders/deliver.ts';
import { expireOrder } from '../orders/expire.ts';
import type { PlaceOrder } from '../orders/place-input.ts';
import { placeOrder } from '../orders/place.ts';
import { ordersByIds } from '../orders/read.ts';
import { HOLD_MINUTES, allows, type OrderRole } from '../orders/rules.ts';
import { shipOrder } from '../orders/ship.ts';
import type { PaymentMethod } from '../payments/rules.ts';
import { as, type Cast } from './cast.ts';
import { at, minutesAfter } from './clock.ts';
import type { HistoryStep, OrderedUntil } from './history-step.ts';
import { payInThePast } from './load-payments.ts';
import { DEMO_CUSTOMERS } from './people.ts';

type Move = 'pay' | 'confirm' | 'ship' | 'deliver' | 'cancel' | 'expire';

/** What happens to a past order once it is placed. One that was only placed has not been paid in time. */
const ROUTES: Readonly<Record<OrderedUntil, readonly Move[]>> = {
  placed: ['expire'],
  cancelled: ['cancel'],
  paid: ['pay'],
  confirmed: ['pay', 'confirm'],
  shipped: ['pay', 'confirm', 'ship'],
  delivered: ['pay', 'confirm', 'ship', 'deliver'],
};

/** How long after what went before. */
const MINUTES: Readonly<Record<Move, number>> = {
  pay: 2,
  confirm: 9,
  ship: 40,
  deliver: 90,
  cancel: 10,
  expire: HOLD_MINUTES + 1,
};

/** No app is in the history. */
type Side = Exclude<OrderRole, 'PARTNER'>;

const BY: Readonly<Record<Move, Side>> = {
  pay: 'CUSTOMER',
  confirm: 'BUSINESS',
  ship: 'BUSINESS',
  deliver: 'BUSINESS',
  cancel: 'CUSTOMER',
  expire: 'SYSTEM',
};

export function minutesOf(until: OrderedUntil): number {
  return ROUTES[until].reduce((sum, move) => sum + MINUTES[move], 1);
}

export interface PastOrder {
  /** The key of the customer. */
  readonly customer: string;
  /** The handle of the shop. */
  readonly shop: string;
  readonly step: Extract<HistoryStep, { order: unknown }>;
  /** The idempotency keys begin with it. */
  readonly key: string;
  readonly placedAt: Date;
}

/** Places a past order and moves it on as far as it came. What has happened already does not happen again. */
export async function replayOrder(ctx: Ctx, cast: Cast, past: PastOrder): Promise<OrderId> {
  const contexts: Readonly<Record<Side, Ctx>> = {
    CUSTOMER: as(ctx, cast.person(past.customer)),
    BUSINESS: as(ctx, cast.agentOf(past.shop)),
    SYSTEM: ctx,
  };
  const customer = at(contexts.CUSTOMER, past.placedAt);
  const orderId = await transact(customer, (tx) => place(tx, cast, past));
  let time = past.placedAt;
  for (const move of ROUTES[past.step.until]) {
    time = minutesAfter(time, MINUTES[move]);
    const [order] = await ordersByIds(ctx, [orderId]);
    // Nothing is confirmed that could not be paid, although a shop may.
    if (!order || (move === 'confirm' && order.paymentState === 'UNPAID')) break;
    if (allows(order, move, BY[move])) await make(move, at(contexts[BY[move]], time), orderId, past);
  }
  return orderId;
}

async function place(ctx: Ctx, cast: Cast, { customer, step, key }: PastOrder): Promise<OrderId> {
  let cartId: CartId | undefined;
  for (const { sku, quantity } of step.order) {
    const line = { productId: cast.product(sku), quantity, channel: step.via ?? null };
    cartId = await addCartLine(ctx, { ...line, idempotencyKey: `${key}:add:${sku}` });
  }
  if (!cartId) throw new RangeError('A past order has at least one line.');
  const where = { address: addressOf(customer), channel: step.via ?? null };
  return placeOrder(ctx, { cartId, ...where, idempotencyKey: `${key}:place` });
}

function addressOf(key: string): PlaceOrder['address'] {
  const customer = DEMO_CUSTOMERS.find((one) => one.key === key);
  if (!customer) throw new RangeError(`No such customer: ${key}`);
  const { street, city, postcode, country } = customer.address;
  return { name: customer.name, line1: street, city, postalCode: postcode, country };
}

async function make(move: Move, ctx: Ctx, orderId: OrderId, { key, step }: PastOrder): Promise<void> {
  try {
    await MOVES[move](ctx, orderId, { idempotencyKey: `${key}:${move}`, method: step.pay ?? 'CARD' });
  } catch (error) {
    // A provider without these cards, or a worker that came first after a kill: the order stays where it is.
    if (!(error instanceof UserError)) throw error;
    ctx.log.warn({ orderId, move, refused: error.code }, 'an order of the demo stays behind');
  }
}

interface How {
  readonly idempotencyKey: string;
  readonly method: PaymentMethod;
}

const MOVES: Readonly<Record<Move, (ctx: Ctx, orderId: OrderId, how: How) => Promise<void>>> = {
  pay: (ctx, orderId, how) => payInThePast(ctx, { orderId, ...how }),
  confirm: (ctx, orderId) => confirmOrder(ctx, orderId),
  ship: (ctx, orderId, { idempotencyKey }) => shipOrder(ctx, { orderId, idempotencyKey }),
  deliver: (ctx, orderId) => deliverOrder(ctx, orderId),
  cancel: (ctx, orderId, { idempotencyKey }) => cancelOrder(ctx, { orderId, idempotencyKey }),
  expire: (ctx, orderId) => expireOrder(ctx, orderId),
};
