import { viewerId } from '../src/context.ts';
import { failureMessages } from '../src/payments/failures.ts';
import type { Challenge as ChallengeShape } from '../src/payments/provider.ts';
import { refundsByPayment, type Refund as RefundRow } from '../src/payments/read.ts';
import {
  paymentActions,
  type FailureCode,
  type PaymentAttemptState,
  type PaymentMethod,
  type PaymentPurpose,
} from '../src/payments/rules.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './ids.ts';
import { batched } from './loaders.ts';
import { MoneyType, moneyOf } from './money.ts';
import { Card, Order, Payment } from './refs.ts';

const PaymentStateType = builder.enumType('PaymentState', {
  description: 'Where a payment is.',
  values: {
    CREATED: { description: 'Begun; the provider has not answered yet.' },
    REQUIRES_ACTION: { description: 'The payer must answer a challenge: see `challenge`.' },
    PROCESSING: { description: 'The provider works on it.' },
    UNKNOWN: {
      description:
        "The provider's answer is missing and is being asked for. Not a failure: do not pay again.",
    },
    SUCCEEDED: { description: 'The money was taken.' },
    FAILED: { description: 'Nothing was taken: see `failure`. The order can be paid in another way.' },
    CANCELLED: { description: 'It was given up; nothing was taken.' },
  } satisfies Record<PaymentAttemptState, object>,
});

const FailureCodeType = builder.enumType('PaymentFailureCode', {
  description: 'Why a payment failed.',
  values: Object.fromEntries(
    Object.entries(failureMessages).map(([code, description]) => [
      code,
      { value: code as FailureCode, description },
    ]),
  ) as Record<FailureCode, { value: FailureCode; description: string }>,
});

const PaymentFailure = builder.objectRef<FailureCode>('PaymentFailure').implement({
  description: 'Why a payment failed.',
  fields: (t) => ({
    code: t.field({ type: FailureCodeType, description: 'For programs.', resolve: (code) => code }),
    message: t.string({ description: 'For people.', resolve: (code) => failureMessages[code] }),
  }),
});

const ChallengeKind = builder.enumType('PaymentChallengeKind', {
  description: 'What the payer must do.',
  values: {
    ONE_TIME_CODE: { description: 'Give the code that the bank sent to paymentConfirm.' },
    REDIRECT: { description: 'Go to `url`, then call paymentConfirm without a code.' },
  },
});

const Challenge = builder.objectRef<ChallengeShape>('PaymentChallenge').implement({
  description: 'What the bank wants of the payer, such as 3-D Secure.',
  fields: (t) => ({
    kind: t.field({
      type: ChallengeKind,
      description: 'What to do.',
      resolve: (challenge) => challenge.kind,
    }),
    url: t.string({
      nullable: true,
      description: "The bank's page; null for a code.",
      resolve: (challenge) => (challenge.kind === 'REDIRECT' ? challenge.url : null),
    }),
    triesLeft: t.int({
      nullable: true,
      description: 'How many wrong codes are still forgiven; null for a page.',
      resolve: (challenge) => (challenge.kind === 'ONE_TIME_CODE' ? challenge.triesLeft : null),
    }),
  }),
});

const RefundState = builder.enumType('RefundState', {
  description: 'Where a refund is.',
  values: {
    PENDING: { description: 'On its way.' },
    SUCCEEDED: { description: 'The money went back.' },
    FAILED: { description: 'The provider refused it; the platform looks at it.' },
  },
});

const Refund = builder.objectRef<RefundRow>('Refund').implement({
  description: 'Money given back to where it came from.',
  fields: (t) => ({
    id: t.id({ description: 'Global and opaque.', resolve: (refund) => encodeGlobalId('Refund', refund.id) }),
    amount: t.field({
      type: MoneyType,
      description: 'How much.',
      resolve: (refund) => moneyOf(refund.amountMinor, refund.currency),
    }),
    toWallet: t.field({
      type: MoneyType,
      description:
        "The part that goes to the payer's wallet: what came from there, or what the card does not take.",
      resolve: ({ amountMinor, cardMinor, walletMinor, currency, redirectedAt }) =>
        moneyOf(
          redirectedAt ? amountMinor : cardMinor === 0n ? walletMinor : amountMinor - cardMinor,
          currency,
        ),
    }),
    state: t.field({ type: RefundState, description: 'Where it is.', resolve: (refund) => refund.state }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'Since when.',
      resolve: (refund) => refund.createdAt,
    }),
  }),
});

const PaymentPurposeType = builder.enumType('PaymentPurpose', {
  description: 'What a payment is for.',
  values: {
    ORDER: { description: 'An order.' },
    TOP_UP: { description: "Money for the payer's own wallet." },
    TRANSFER: { description: "The card's part of money that is sent to somebody." },
  } satisfies Record<PaymentPurpose, object>,
});

export const PaymentMethodType = builder.enumType('PaymentMethod', {
  description: 'How to pay.',
  values: {
    CARD: { description: 'With a card.' },
    BALANCE: { description: "From the wallet's balance, all of it." },
    BALANCE_AND_CARD: { description: 'From the balance as far as it goes, the rest with a card.' },
    CASH_ON_DELIVERY: { description: 'In cash at the door, where the market offers it.' },
  } satisfies Record<PaymentMethod, object>,
});

const PaymentActionType = builder.enumType('PaymentAction', {
  description: 'What the payer can do with a payment.',
  values: {
    CONFIRM: { value: 'confirm', description: 'Answer the challenge: paymentConfirm.' },
    CANCEL: { value: 'cancel', description: 'Give it up: paymentCancel.' },
  } as const,
});

Card.implement({
  description: "A person's card, as far as it may be shown. Only for that person.",
  fields: (t) => ({
    brand: t.exposeString('brand', { description: 'Such as visa.' }),
    last4: t.exposeString('last4', { description: 'The last four digits.' }),
    expMonth: t.exposeInt('expMonth', { description: 'Month of expiry, 1 to 12.' }),
    expYear: t.exposeInt('expYear', { description: 'Year of expiry, four digits.' }),
    isDefault: t.exposeBoolean('isDefault', { description: 'Whether it is used when none is named.' }),
    isRemoved: t.boolean({
      description: 'Whether it can no longer be used.',
      resolve: (card) => card.removedAt !== null,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (card) => card.createdAt }),
  }),
});

const refundsOf = batched(refundsByPayment);

Payment.implement({
  description:
    "A try to take money, such as for an order. For its payer, the shop's staff and operators; what succeeded for an order, for partner apps that the shop lets READ_ORDERS as well.",
  fields: (t) => ({
    purpose: t.field({
      type: PaymentPurposeType,
      description: 'What it is for.',
      resolve: (payment) => payment.purpose,
    }),
    order: t.field({
      type: Order,
      nullable: true,
      description: 'Of which order; null when it is for something else.',
      resolve: (payment) => payment.orderId,
    }),
    method: t.field({
      type: PaymentMethodType,
      description: 'How it is paid.',
      resolve: (payment) => payment.method,
    }),
    fromBalance: t.field({
      type: MoneyType,
      description: "The part of the amount that comes from the payer's balance.",
      resolve: (payment) => moneyOf(payment.walletMinor, payment.currency),
    }),
    refunded: t.field({
      type: MoneyType,
      description: 'The part of the amount that went back or is on its way.',
      resolve: (payment) => moneyOf(payment.refundedMinor, payment.currency),
    }),
    creditedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        "When it went through after it had been given up, and was put into the payer's wallet; null for all others.",
      resolve: (payment) => payment.lateAt,
    }),
    amount: t.field({
      type: MoneyType,
      description: 'How much.',
      resolve: (payment) => moneyOf(payment.amountMinor, payment.currency),
    }),
    state: t.field({
      type: PaymentStateType,
      description: 'Where it is.',
      resolve: (payment) => payment.state,
    }),
    card: t.field({
      type: Card,
      nullable: true,
      description: 'With which card; null for anybody but the payer, and when there is none.',
      resolve: (payment) => payment.cardId,
    }),
    challenge: t.field({
      type: Challenge,
      nullable: true,
      description: 'What the payer must do now; null when nothing, and for anybody but the payer.',
      // The bank's page is for who holds the card.
      resolve: (payment, _args, ctx) =>
        payment.state === 'REQUIRES_ACTION' && payment.personId === viewerId(ctx) ? payment.challenge : null,
    }),
    failure: t.field({
      type: PaymentFailure,
      nullable: true,
      description: 'Why it failed; null unless it did.',
      resolve: (payment) => payment.failureCode,
    }),
    availableActions: t.field({
      type: [PaymentActionType],
      description: 'What its payer can do with it now.',
      resolve: (payment) => paymentActions(payment.state),
    }),
    refunds: t.field({
      type: [Refund],
      description: 'What went back.',
      resolve: (payment, _args, ctx) => refundsOf(ctx, payment.id),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'Since when.',
      resolve: (payment) => payment.createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'Last changed.',
      resolve: (payment) => payment.updatedAt,
    }),
  }),
});
