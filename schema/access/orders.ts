import { FOR_BOTH_SIDES, FOR_STAFF, FOR_THE_CUSTOMER, FOR_PERSONS, type Rows } from './rows.ts';

/** Carts and orders. */
export const ORDER_ROWS: Rows = {
  'node(Cart)': { all: 'null', customer: 'ok', staff: 'ok' },
  'node(Order)': { all: 'null', customer: 'ok', staff: 'ok' },

  'Order.fee': { all: 'unseen', customer: 'null', staff: 'ok' },
  // Each side can do something else.
  'Order.availableActions': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Person.cart': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Person.carts': { all: 'unseen', customer: 'ok', staff: 'empty' },
  'Person.orders': { all: 'unseen', customer: 'ok', staff: 'empty' },
  // From what was ordered to who has ordered it, where else, and with what.
  'Cart.customer.phone': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Cart.customer.carts': { all: 'unseen', customer: 'ok', staff: 'empty' },
  'Cart.lines.addedBy.sessions': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Cart.business.balance': { all: 'unseen', customer: 'null', staff: 'null', owner: 'ok' },
  'Order.customer.phone': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Order.customer.wallet': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Order.customer.conversations': { all: 'unseen', customer: 'ok', staff: 'empty' },
  'Order.conversation': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Order.conversation.messages': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Order.payments.card': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Order.timeline.person': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Order.timeline.person.phone': {
    all: 'unseen',
    customer: 'ok',
    agent: 'null',
    manager: 'null',
    owner: 'ok',
  },
  'Order.business.orders': { all: 'unseen', customer: 'empty', staff: 'ok' },
  'Order.business.staff': { all: 'unseen', customer: 'null', staff: 'ok' },
  'Order.business.balance': { all: 'unseen', customer: 'null', staff: 'null', owner: 'ok' },
  'Order.business.invoices': { all: 'unseen', customer: 'null', staff: 'null', owner: 'ok' },

  'Mutation.cartLineAdd': FOR_BOTH_SIDES,
  'Mutation.cartLineAdd, into your own cart': {
    input: { conversationId: undefined, expectedVersion: undefined },
    ...FOR_PERSONS,
  },
  'Mutation.cartLineUpdate': FOR_BOTH_SIDES,
  'Mutation.cartLineRemove': FOR_BOTH_SIDES,
  'Mutation.cartClear': FOR_BOTH_SIDES,
  'Mutation.orderPlace': FOR_THE_CUSTOMER,
  'Mutation.orderConfirm': { ...FOR_STAFF, customer: 'INVALID_TRANSITION' },
  'Mutation.orderShip': { ...FOR_STAFF, customer: 'INVALID_TRANSITION' },
  'Mutation.orderDeliver': { ...FOR_STAFF, customer: 'INVALID_TRANSITION' },
  'Mutation.orderCancel': FOR_BOTH_SIDES,

  'Subscription.cartEvents': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', customer: 'ok', staff: 'ok' },
  'Subscription.orderEvents': FOR_PERSONS,
  'Subscription.orderEvents, of the shop': {
    args: 'filter: { businessId: $businessId }',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    staff: 'ok',
  },
};
