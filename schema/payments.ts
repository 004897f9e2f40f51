import type { CardId, PaymentId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { cancelPayment, confirmPayment } from '../src/payments/confirm.ts';
import { payOrder } from '../src/payments/pay.ts';
import { askAgain } from '../src/payments/reconcile.ts';
import { createRefund } from '../src/payments/refund.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId, optionalId } from './ids.ts';
import { Event, liveField } from './live.ts';
import { inputMoney, MoneyInput } from './money.ts';
import { listenFor } from './order-streams.ts';
import { PaymentMethodType } from './payment-types.ts';
import { Payment } from './refs.ts';

const PaymentEvent = builder.objectRef<LogEvent>('PaymentEvent').implement({
  description: 'Something happened to a payment.',
  interfaces: [Event],
  fields: (t) => ({
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'As it is now.',
      resolve: (event) => event.payload.paymentId ?? null,
    }),
  }),
});

const PaymentEventFilter = builder.inputType('PaymentEventFilter', {
  description: 'Which payments: your own when nothing is given.',
  fields: (t) => ({
    businessId: t.id({ description: 'Those to a business whose staff you are.' }),
    orderId: t.id({ description: 'Only those of this order.' }),
  }),
});

liveField('paymentEvents', {
  description: 'What happens to payments, live: to your own, or to those to a business whose staff you are.',
  event: PaymentEvent,
  args: builder.args((t) => ({
    filter: t.field({ type: PaymentEventFilter, description: 'Which payments.' }),
  })),
  listen: ({ filter }, ctx) => listenFor(ctx, filter, topic.payments),
});

const OrderPayInput = builder.inputType('OrderPayInput', {
  description: 'For orderPay.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'Your own order.' }),
    method: t.field({ type: PaymentMethodType, description: 'CARD when left out.' }),
    cardId: t.id({ description: 'Your default card when left out.' }),
    idempotencyKey: t.string({
      required: true,
      description: 'Your own key: the same one again gives the same payment.',
    }),
  }),
});

const RefundCreateInput = builder.inputType('RefundCreateInput', {
  description: 'For refundCreate.',
  fields: (t) => ({
    paymentId: t.id({ required: true, description: 'A payment to your business that succeeded.' }),
    amount: t.field({ type: MoneyInput, description: 'How much; all that is left when left out.' }),
    reason: t.string({ required: true, description: 'Why, 500 characters at most. The customer sees it.' }),
    idempotencyKey: t.string({
      required: true,
      description: 'Your own key: the same one again gives back nothing more.',
    }),
  }),
});

const PaymentAskAgainInput = builder.inputType('PaymentAskAgainInput', {
  description: 'For paymentAskAgain.',
  fields: (t) => ({ paymentId: t.id({ required: true, description: 'A payment of anybody.' }) }),
});

const PaymentConfirmInput = builder.inputType('PaymentConfirmInput', {
  description: 'For paymentConfirm.',
  fields: (t) => ({
    paymentId: t.id({ required: true, description: 'A payment of yours that waits for you.' }),
    code: t.string({ description: 'The code that the bank sent; left out after a redirect.' }),
  }),
});

const PaymentCancelInput = builder.inputType('PaymentCancelInput', {
  description: 'For paymentCancel.',
  fields: (t) => ({
    paymentId: t.id({ required: true, description: 'A payment of yours that waits for you.' }),
  }),
});

export const paymentPayload = (name: string) =>
  payload<{ payment: PaymentId }>(name, (t) => ({
    payment: t.field({
      type: Payment,
      nullable: true,
      description:
        'The payment as it is now. A declined one is no user error: see its `state` and `failure`.',
      resolve: (result) => result.payment,
    }),
  }));

builder.mutationFields((t) => ({
  orderPay: t.field({
    type: paymentPayload('OrderPayPayload'),
    description:
      'Pays your order by card, from your balance, by both, or in cash at the door. One payment of an order at a time; a declined one leaves it payable.',
    args: {
      input: t.arg({ type: OrderPayInput, required: true, description: 'Which order, with which card.' }),
    },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        payment: await payOrder(ctx, {
          ...input,
          orderId: inputId<'order'>('Order', input.orderId, ['orderId']),
          cardId: optionalId<'card'>('Card', input.cardId, ['cardId']) satisfies CardId | null,
        }),
      })),
  }),
  paymentConfirm: t.field({
    type: paymentPayload('PaymentConfirmPayload'),
    description: 'Goes on with a payment of yours after its challenge.',
    args: {
      input: t.arg({ type: PaymentConfirmInput, required: true, description: 'Which, and the code.' }),
    },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const payment = inputId<'payment'>('Payment', input.paymentId, ['paymentId']);
        await confirmPayment(ctx, { paymentId: payment, code: input.code ?? null });
        return { payment };
      }),
  }),
  paymentCancel: t.field({
    type: paymentPayload('PaymentCancelPayload'),
    description: 'Gives up a payment of yours that waits for its challenge, to pay in another way.',
    args: { input: t.arg({ type: PaymentCancelInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const payment = inputId<'payment'>('Payment', input.paymentId, ['paymentId']);
        await cancelPayment(ctx, payment);
        return { payment };
      }),
  }),
  refundCreate: t.field({
    type: paymentPayload('RefundCreatePayload'),
    description:
      'Gives back some or all of a payment, to where it came from: to the card first, then to the wallet. For managers of the business.',
    args: {
      input: t.arg({ type: RefundCreateInput, required: true, description: 'Of which payment, how much.' }),
    },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const payment = inputId<'payment'>('Payment', input.paymentId, ['paymentId']);
        const amount = input.amount && inputMoney(input.amount, ['amount']);
        await createRefund(ctx, { ...input, paymentId: payment, amount });
        return { payment };
      }),
  }),
  paymentAskAgain: t.field({
    type: paymentPayload('PaymentAskAgainPayload'),
    description: 'Has the provider asked once more what came of a payment. For operators.',
    args: { input: t.arg({ type: PaymentAskAgainInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const payment = inputId<'payment'>('Payment', input.paymentId, ['paymentId']);
        await askAgain(ctx, payment);
        return { payment };
      }),
  }),
}));
