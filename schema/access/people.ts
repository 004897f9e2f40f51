import { FOR_EVERYBODY, FOR_PERSONS, FOR_THE_CUSTOMER, type Rows } from './rows.ts';

/** People, their devices and the lock in front of one; and what finds everything. */
export const PEOPLE_ROWS: Rows = {
  'Query.viewer': { guest: 'null', signedIn: 'ok', app: 'ok' },
  'Query.viewer(Person).phone': { guest: 'unseen', signedIn: 'ok' },
  'Query.viewer(Person).wallet': { guest: 'unseen', signedIn: 'ok' },
  'Query.viewer(Person).sessions': { guest: 'unseen', signedIn: 'ok' },
  'Query.node': { args: 'id: $orderId', all: 'null', customer: 'ok', staff: 'ok', app: 'ok' },
  'Query.nodes': { args: 'ids: [$orderId]', all: 'null', customer: 'ok', staff: 'ok', app: 'ok' },
  'Query.eventCursor': { all: 'ok' },
  'node(Person)': { all: 'null', customer: 'ok', staff: 'ok', app: 'ok' },
  // Those who work together see each other, and no more than that; their customers do not.
  'node(Person), of the agent': { from: 'personId', all: 'null', staff: 'ok' },

  'Person.businesses': { all: 'unseen', customer: 'empty', staff: 'null', app: 'null' },
  'Person.businesses, of the agent': { from: 'personId', all: 'unseen', managers: 'null', agent: 'ok' },
  'Person.features': { all: 'unseen', customer: 'ok', staff: 'null', app: 'null' },
  'Person.isOperator': { all: 'unseen', customer: 'false', staff: 'false', app: 'false' },
  'Person.phone': { all: 'unseen', customer: 'ok', staff: 'null', app: 'null' },
  'Person.phone, of the agent': { from: 'personId', all: 'unseen', managers: 'null', agent: 'ok' },
  'Person.sessions': { all: 'unseen', customer: 'ok', staff: 'null', app: 'null' },
  'Person.sessions.screenLock': { all: 'unseen', customer: 'null' },
  'Person.wallet, of the agent': { from: 'personId', all: 'unseen', managers: 'null', agent: 'ok' },

  'Mutation.signInStart': FOR_EVERYBODY,
  'Mutation.signInComplete': FOR_EVERYBODY,
  'Mutation.signOut': FOR_PERSONS,
  'Mutation.sessionRevoke': FOR_THE_CUSTOMER,
  'Mutation.personUpdate': FOR_PERSONS,
  'Mutation.screenLockSet': FOR_PERSONS,
  'Mutation.screenLockRemove': FOR_PERSONS,
  'Mutation.sessionLock': FOR_PERSONS,
  'Mutation.sessionUnlock': FOR_PERSONS,

  'Subscription.sessionEvents': FOR_PERSONS,
};
