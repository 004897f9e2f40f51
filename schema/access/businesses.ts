import { FOR_MANAGERS, FOR_OWNERS, FOR_PERSONS, FOR_STAFF, type Rows } from './rows.ts';

/** Shops, their staff and their bots. */
export const BUSINESS_ROWS: Rows = {
  'Query.business': { all: 'ok' },
  'Query.businesses': { all: 'ok' },
  'node(Business)': { all: 'ok' },

  'Business.bot': { all: 'null', staff: 'ok' },
  'Business.conversations': { all: 'empty', staff: 'ok' },
  'Business.orders': { all: 'empty', staff: 'ok', app: 'ok' },
  'Business.staff': { all: 'null', staff: 'ok' },
  'Business.tickets': { all: 'empty', staff: 'ok' },
  'Business.viewerCart': { all: 'null', customer: 'ok' },
  'Business.viewerRole': { all: 'null', staff: 'ok' },
  // The addresses of those who talk to the shop, by its handle, and by what it sells.
  'Query.business.conversations': { all: 'empty', staff: 'ok' },
  'Query.business.orders.customer': { all: 'unseen', staff: 'ok', app: 'ok' },
  'Query.business.orders.customer.phone': { all: 'unseen', staff: 'null', app: 'null' },
  'Query.business.staff.person': { all: 'unseen', staff: 'ok' },
  'Product.business.conversations': { all: 'empty', staff: 'ok' },
  'Product.business.orders': { all: 'empty', staff: 'ok', app: 'ok' },
  'Product.business.orders.payments': { all: 'unseen', staff: 'ok', app: 'ok' },
  'Product.business.staff': { all: 'null', staff: 'ok' },
  'Product.business.tickets': { all: 'empty', staff: 'ok' },
  'Product.business.bot.replies': { all: 'unseen', staff: 'empty' },

  'Mutation.businessCreate': FOR_PERSONS,
  'Mutation.businessUpdate': FOR_OWNERS,
  'Mutation.openingHoursSet': FOR_MANAGERS,
  'Mutation.staffAdd': FOR_OWNERS,
  'Mutation.staffUpdate': FOR_OWNERS,
  'Mutation.staffRemove': FOR_OWNERS,
  'Mutation.botUpdate': FOR_MANAGERS,
  'Mutation.botHandOver': FOR_STAFF,
  'Mutation.botResume': FOR_STAFF,
};
