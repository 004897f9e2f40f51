import { openCart } from '../carts/read.ts';
import type { Ctx } from '../context.ts';
import type { OrderId, PaymentId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { placeOrder } from '../orders/place.ts';
import { ordersByIds, type Order } from '../orders/read.ts';
import { cancelPayment, confirmPayment } from '../payments/confirm.ts';
import { payOrder } from '../payments/pay.ts';
import { cardsPage, paymentsByIds, type Payment } from '../payments/read.ts';
import type { Errand, Made } from './errand.ts';
import { moneyText } from './look.ts';
import type { Command, Outcome } from './plan.ts';
import type { PayMethod } from './rules.ts';

/** What a command of an order is run with, besides its errand. */
interface Running {
  readonly made: Made;
  readonly idempotencyKey: string;
}

export async function place(
  { ctx, chat, language }: Errand,
  { made, idempotencyKey }: Running,
): Promise<Outcome> {
  const cart = await openCart(ctx, chat.personId, chat.businessId);
  if (!cart) throw new NotFoundError('cart');
  made.orderId = await placeOrder(ctx, { cartId: cart.id, idempotencyKey });
  const order = await orderOf(ctx, made.orderId);
  const totalText = moneyText(order.totalMinor, order.currency, chat, language);
  return { ok: true, kind: 'place', orderNumber: order.number, totalText };
}

export async function pay(
  errand: Errand,
  command: Extract<Command, { kind: 'pay' }>,
  { made, idempotencyKey }: Running,
): Promise<Outcome> {
  const orderId = command.orderId === 'PLACED' ? made.orderId : command.orderId;
  if (!orderId) throw new NotFoundError('order');
  const method = await methodOf(errand, command.method);
  const paymentId = await payOrder(errand.ctx, { orderId, method, idempotencyKey });
  return paid(errand, 'pay', paymentId, made);
}

export async function confirm(
  errand: Errand,
  { code }: Extract<Command, { kind: 'confirm' }>,
  { made }: Running,
): Promise<Outcome> {
  const paymentId = errand.desk.challengedPaymentId;
  if (!paymentId) throw new NotFoundError('payment');
  await confirmPayment(errand.ctx, { paymentId, code });
  return paid(errand, 'confirm', paymentId, made);
}

/** An order is not called off over a payment that may still go through: that is given up first. */
export async function cancel(
  { ctx }: Errand,
  { orderId }: Extract<Command, { kind: 'cancel' }>,
  { made, idempotencyKey }: Running,
): Promise<Outcome> {
  if (made.challengedPaymentId) await cancelPayment(ctx, made.challengedPaymentId);
  made.challengedPaymentId = null;
  await cancelOrder(ctx, { orderId, idempotencyKey });
  return { ok: true, kind: 'cancel', orderNumber: (await orderOf(ctx, orderId)).number };
}

/** What has become of a payment; from it the bot knows whether the next message is a code. */
async function paid(
  { ctx, chat, language }: Errand,
  kind: 'pay' | 'confirm',
  paymentId: PaymentId,
  made: Made,
): Promise<Outcome> {
  const [payment] = await paymentsByIds(ctx, [paymentId]);
  if (!payment?.orderId) throw new NotFoundError('payment');
  made.challengedPaymentId = waitsForCode(payment) ? payment.id : null;
  const order = await orderOf(ctx, payment.orderId);
  return {
    ok: true,
    kind,
    orderNumber: order.number,
    totalText: moneyText(payment.amountMinor, payment.currency, chat, language),
    paymentState: payment.state,
    confirmUrl: payment.challenge?.kind === 'REDIRECT' ? payment.challenge.url : null,
  };
}

/** Whether the payer is to tell the code that their bank has sent. */
export function waitsForCode({ state, challenge }: Payment): boolean {
  return state === 'REQUIRES_ACTION' && challenge?.kind === 'ONE_TIME_CODE';
}

/** As the customer says or, when they don't, by their card if they have one and else from the wallet. */
async function methodOf({ ctx, chat }: Errand, method: PayMethod | null): Promise<PayMethod> {
  if (method) return method;
  const cards = await cardsPage(ctx, chat.personId, { limit: 1, after: null });
  return cards.rows.length > 0 ? 'CARD' : 'BALANCE';
}

async function orderOf(ctx: Ctx, orderId: OrderId): Promise<Order> {
  const [order] = await ordersByIds(ctx, [orderId]);
  if (!order) throw new NotFoundError('order');
  return order;
}
