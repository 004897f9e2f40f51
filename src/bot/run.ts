import { openCart, pricedLines } from '../carts/read.ts';
import { addCartLine, removeCartLine } from '../carts/change.ts';
import { InsufficientStockError } from '../catalog/rules.ts';
import type { Ctx } from '../context.ts';
import type { MessageId, OrderId, PaymentId } from '../db/id.ts';
import { NotFoundError, UserError } from '../errors.ts';
import { FeatureUnavailableError } from '../markets/rules.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { placeOrder } from '../orders/place.ts';
import { ordersByIds } from '../orders/read.ts';
import { cancelPayment, confirmPayment } from '../payments/confirm.ts';
import { payOrder } from '../payments/pay.ts';
import { cardsPage, paymentsByIds, type Payment } from '../payments/read.ts';
import { openTicket } from '../tickets/open.ts';
import { ticketsByIds } from '../tickets/read.ts';
import { MAX_SUBJECT } from '../tickets/rules.ts';
import { cartOf, moneyText } from './look.ts';
import type { Command, Outcome } from './plan.ts';
import type { BotConversation, Chat } from './read.ts';
import type { Language, PayMethod } from './rules.ts';

/** What the commands of a message are run with. */
export interface Errand {
  /** The customer's: the verbs see them as the caller. */
  readonly ctx: Ctx;
  readonly chat: Chat;
  readonly desk: BotConversation;
  readonly language: Language;
  readonly messageId: MessageId;
  /** What they wrote, for a ticket. */
  readonly words: string;
}

/** What running the commands has come to. */
export interface Done {
  readonly outcomes: readonly Outcome[];
  /** The payment that waits for its code from now on; null: none does. */
  readonly challengedPaymentId: PaymentId | null;
}

/**
 * Runs commands in their order until one fails, by the same verbs as people use. Each bears a key made of the message:
 * should the process die before the answer is written, the next one does nothing twice. It may decide anew by what has
 * been done, so the key is not of a command's place.
 */
export async function run(errand: Errand, commands: readonly Command[]): Promise<Done> {
  const outcomes: Outcome[] = [];
  const made: Made = { orderId: null, challengedPaymentId: errand.desk.challengedPaymentId };
  for (const command of commands) {
    const what = 'productId' in command ? `${command.kind}:${command.productId}` : command.kind;
    const outcome = await attempt(errand, command, {
      made,
      idempotencyKey: `bot:${errand.messageId}:${what}`,
    });
    outcomes.push(outcome);
    if (!outcome.ok) break;
  }
  return { outcomes, challengedPaymentId: made.challengedPaymentId };
}

/** What earlier commands of the same message have made. */
interface Made {
  orderId: OrderId | null;
  challengedPaymentId: PaymentId | null;
}

interface Attempt {
  readonly made: Made;
  readonly idempotencyKey: string;
}

async function attempt(errand: Errand, command: Command, options: Attempt): Promise<Outcome> {
  try {
    return await runOne(errand, command, options);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return failureOf(error, command);
  }
}

function failureOf(error: UserError, command: Command): Outcome {
  const { code } = error;
  const name = 'name' in command ? { name: command.name } : {};
  if (error instanceof InsufficientStockError)
    return { ok: false, code, available: error.available, ...name };
  if (error instanceof FeatureUnavailableError) return { ok: false, code, reason: error.setting.reason };
  return { ok: false, code, ...name };
}

async function runOne(errand: Errand, command: Command, { made, idempotencyKey }: Attempt): Promise<Outcome> {
  const { ctx, chat, language } = errand;
  switch (command.kind) {
    case 'add': {
      const { productId, quantity } = command;
      await addCartLine(ctx, { productId, quantity, idempotencyKey });
      return { ok: true, kind: 'add', totalText: (await cartOf(ctx, chat, language)).totalText };
    }
    case 'remove': {
      await removeCartLine(ctx, { lineId: await lineWith(errand, command.productId), idempotencyKey });
      return { ok: true, kind: 'remove', totalText: (await cartOf(ctx, chat, language)).totalText };
    }
    case 'place': {
      const cart = await openCart(ctx, chat.personId, chat.businessId);
      if (!cart) throw new NotFoundError('cart');
      made.orderId = await placeOrder(ctx, { cartId: cart.id, idempotencyKey });
      const order = await orderOf(ctx, made.orderId);
      const totalText = moneyText(order.totalMinor, order.currency, chat, language);
      return { ok: true, kind: 'place', orderNumber: order.number, totalText };
    }
    case 'pay': {
      const orderId = command.orderId === 'PLACED' ? made.orderId : command.orderId;
      if (!orderId) throw new NotFoundError('order');
      const method = await methodOf(errand, command.method);
      const paymentId = await payOrder(ctx, { orderId, method, idempotencyKey });
      return paid(errand, 'pay', paymentId, made);
    }
    case 'confirm': {
      const paymentId = errand.desk.challengedPaymentId;
      if (!paymentId) throw new NotFoundError('payment');
      await confirmPayment(ctx, { paymentId, code: command.code });
      return paid(errand, 'confirm', paymentId, made);
    }
    case 'cancel': {
      // An order is not called off over a payment that may still go through: that is given up first.
      if (made.challengedPaymentId) await cancelPayment(ctx, made.challengedPaymentId);
      made.challengedPaymentId = null;
      await cancelOrder(ctx, { orderId: command.orderId, idempotencyKey });
      return { ok: true, kind: 'cancel', orderNumber: (await orderOf(ctx, command.orderId)).number };
    }
    case 'ticket': {
      const { words: text } = errand;
      // Half an emoji is no text.
      const subject = text.slice(0, MAX_SUBJECT).replace(/[\uD800-\uDBFF]$/, '');
      const { conversationId } = chat;
      const asked = { desk: 'BUSINESS', conversationId, subject, text, idempotencyKey } as const;
      const [ticket] = await ticketsByIds(ctx, [await openTicket(ctx, asked)]);
      if (!ticket) throw new NotFoundError('ticket');
      return { ok: true, kind: 'ticket', ticketNumber: ticket.number };
    }
    case 'handOver':
    case 'offer':
      return { ok: true, kind: command.kind };
  }
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

async function lineWith({ ctx, chat }: Errand, productId: string) {
  const cart = await openCart(ctx, chat.personId, chat.businessId);
  const lines = cart ? await pricedLines(ctx, cart.id) : [];
  const line = lines.find(({ product }) => product.id === productId);
  if (!line) throw new NotFoundError('cart line');
  return line.id;
}

async function orderOf(ctx: Ctx, orderId: OrderId) {
  const [order] = await ordersByIds(ctx, [orderId]);
  if (!order) throw new NotFoundError('order');
  return order;
}
