import { FOR_MANAGERS, FOR_OPERATORS, FOR_PERSONS, FOR_THE_CUSTOMER, type Rows } from './rows.ts';

/** Payments, the cards that they are made with, and refunds. */
export const PAYMENT_ROWS: Rows = {
  'node(Payment)': { all: 'null', customer: 'ok', staff: 'ok', operator: 'ok' },
  'node(Card)': { all: 'null', customer: 'ok' },

  'Payment.card': { all: 'unseen', customer: 'ok', staff: 'null', operator: 'null' },
  'Payment.challenge': { all: 'unseen', customer: 'ok', staff: 'null', operator: 'null' },
  'Payment.order': { all: 'unseen', customer: 'ok', staff: 'ok', operator: 'null' },
  // An operator sees that money has moved, and not what for, nor whose it was.
  'Payment.order.customer': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Payment.order.fee': { all: 'unseen', customer: 'null', staff: 'ok' },
  'Payment.order.conversation.messages': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Payment.order.business.staff': { all: 'unseen', customer: 'null', staff: 'ok' },
  'Payment.order.business.balance': { all: 'unseen', customer: 'null', staff: 'null', owner: 'ok' },

  'Mutation.orderPay': { ...FOR_THE_CUSTOMER, staff: 'INVALID_TRANSITION' },
  'Mutation.paymentConfirm': FOR_THE_CUSTOMER,
  'Mutation.paymentCancel': FOR_THE_CUSTOMER,
  'Mutation.refundCreate': FOR_MANAGERS,
  'Mutation.paymentAskAgain': FOR_OPERATORS,
  'Mutation.cardRegister': FOR_PERSONS,
  'Mutation.cardMakeDefault': FOR_THE_CUSTOMER,
  'Mutation.cardRemove': FOR_THE_CUSTOMER,

  'Subscription.paymentEvents': FOR_PERSONS,
  'Subscription.paymentEvents, of the shop': {
    args: 'filter: { businessId: $businessId }',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    staff: 'ok',
  },
};
