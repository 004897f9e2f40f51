import { FOR_BOTH_SIDES, FOR_STAFF, FOR_THE_CUSTOMER, FOR_PERSONS, type Rows } from './rows.ts';

/** Carts and orders. */
export const ORDER_ROWS: Rows = {
  'node(Cart)': { all: 'null', customer: 'ok', staff: 'ok' },
  'node(Order)': { all: 'null', customer: 'ok', staff: 'ok', app: 'ok' },

  'Order.fee': { all: 'unseen', customer: 'null', staff: 'ok', app: 'null' },
  // Each side can do something else.
  'Order.availableActions': { all: 'unseen', customer: 'ok', staff: 'ok', app: 'ok' },
  'Person.cart': { all: 'unseen', customer: 'ok', staff: 'ok', app: 'null' },
  'Person.carts': { all: 'unseen', customer: 'ok', staff: 'empty', app: 'empty' },
  'Person.orders': { all: 'unseen', customer: 'ok', staff: 'empty', app: 'empty' },
  // From what was ordered to who has ordered it, where else, and with what.
  'Cart.customer.phone': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Cart.customer.carts': { all: 'unseen', customer: 'ok', staff: 'empty' },
  'Cart.lines.addedBy.sessions': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Cart.business.balance': { all: 'unseen', customer: 'null', staff: 'null', owner: 'ok' },
  'Order.customer.phone': { all: 'unseen', customer: 'ok', staff: 'null', app: 'null' },
  'Order.customer.wallet': { all: 'unseen', customer: 'ok', staff: 'null', app: 'null' },
  'Order.customer.conversations': { all: 'unseen', customer: 'ok', staff: 'empty', app: 'empty' },
  'Order.conversation': { all: 'unseen', customer: 'ok', staff: 'ok', app: 'null' },
  'Order.conversation.messages': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Order.payments.card': { all: 'unseen', customer: 'ok', staff: 'null', app: 'null' },
  'Order.timeline.person': { all: 'unseen', customer: 'ok', staff: 'ok', app: 'ok' },
  'Order.timeline.person.phone': {
    all: 'unseen',
    customer: 'ok',
    agent: 'null',
    manager: 'null',
    owner: 'ok',
    app: 'null',
  },
  'Order.business.orders': { all: 'unseen', customer: 'empty', staff: 'ok', app: 'ok' },
  'Order.business.staff': { all: 'unseen', customer: 'null', staff: 'ok', app: 'null' },
  'Order.business.balance': { all: 'unseen', customer: 'null', staff: 'null', owner: 'ok', app: 'null' },
  'Order.business.invoices': { all: 'unseen', customer: 'null', staff: 'null', owner: 'ok', app: 'null' },

  'Mutation.cartLineAdd': FOR_BOTH_SIDES,
  'Mutation.cartLineAdd, into your own cart': {
    input: { conversationId: undefined, expectedVersion: undefined },
    ...FOR_PERSONS,
  },
  'Mutation.cartLineUpdate': FOR_BOTH_SIDES,
  'Mutation.cartLineRemove': FOR_BOTH_SIDES,
  'Mutation.cartClear': FOR_BOTH_SIDES,
  'Mutation.orderPlace': FOR_THE_CUSTOMER,
  'Mutation.orderConfirm': { ...FOR_STAFF, customer: 'INVALID_TRANSITION', app: 'ok' },
  'Mutation.orderShip': { ...FOR_STAFF, customer: 'INVALID_TRANSITION', app: 'ok' },
  'Mutation.orderDeliver': { ...FOR_STAFF, customer: 'INVALID_TRANSITION', app: 'ok' },
  'Mutation.orderCancel': { ...FOR_BOTH_SIDES, app: 'ok' },

  'Subscription.cartEvents': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', customer: 'ok', staff: 'ok' },
  'Subscription.orderEvents': { ...FOR_PERSONS, app: 'ok' },
  'Subscription.orderEvents, of the shop': {
    args: 'filter: { businessId: $businessId }',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    staff: 'ok',
    app: 'ok',
  },
};
