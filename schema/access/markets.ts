import { FOR_OPERATORS, FOR_PERSONS, type Rows } from './rows.ts';

/** Countries and what is switched on in them. */
export const MARKET_ROWS: Rows = {
  'Query.market': { all: 'ok' },
  'Query.markets': { all: 'ok' },
  'Query.market.switches': { args: 'country: "CO"', all: 'null', operator: 'ok' },
  'Query.market.switches.operator': { args: 'country: "CO"', all: 'unseen', operator: 'ok' },
  'Query.market.switches.operator.phone': { args: 'country: "CO"', all: 'unseen', operator: 'ok' },
  'Query.markets.switches': { all: 'null', operator: 'ok' },

  'Mutation.marketCreate': FOR_OPERATORS,
  'Mutation.marketFeatureSet': FOR_OPERATORS,
  'Mutation.pilotMemberSet': FOR_OPERATORS,

  'Subscription.marketEvents': FOR_PERSONS,
};
