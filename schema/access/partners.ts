import { FOR_OWNERS, FOR_PERSONS, type Rows } from './rows.ts';

/** Partner apps. This one is a rival's, and the shop has granted it all that there is to grant. */
export const PARTNER_ROWS: Rows = {
  'Query.partnerApp': { args: 'id: $appId', guest: 'null', signedIn: 'ok', app: 'ok' },
  'node(PartnerApp)': { guest: 'null', signedIn: 'ok', app: 'ok' },
  // Another one than that which calls.
  'node(ApiKey)': { all: 'null', rival: 'ok' },
  // It has no streams.
  'ApiKey.stream': { from: 'keyId', all: 'unseen', rival: 'null' },
  // The key that calls.
  'Query.viewer(PartnerApp).viewerKey': { all: 'unseen', app: 'ok' },

  'PartnerApp.keys': { guest: 'unseen', signedIn: 'null', rival: 'ok', app: 'null' },
  'PartnerApp.grants': { guest: 'unseen', signedIn: 'null', rival: 'ok', app: 'ok' },
  // Of all the shops that let it.
  'PartnerApp.orders': { from: 'appId', guest: 'unseen', signedIn: 'empty', app: 'ok' },
  'PartnerApp.viewerKey': { guest: 'unseen', signedIn: 'null', app: 'ok' },
  // Who owns an app sees whom it may act for, and no more of them for that; and so does the app.
  'PartnerApp.grants.business.balance': { all: 'unseen', rival: 'null', app: 'null' },
  'PartnerApp.grants.business.staff': { all: 'unseen', rival: 'null', app: 'null' },
  'PartnerApp.grants.grantedBy': { all: 'unseen', rival: 'null', app: 'null' },
  'Business.partnerGrants': { all: 'null', owner: 'ok' },
  'Business.partnerGrants.grantedBy': { all: 'unseen', owner: 'ok' },
  'Product.business.partnerGrants': { all: 'null', owner: 'ok' },
  'Query.viewer(Person).partnerApps': { guest: 'unseen', signedIn: 'empty', owner: 'ok', rival: 'ok' },
  'Person.partnerApps': { all: 'unseen', customer: 'empty', staff: 'null', app: 'null' },

  'Mutation.partnerAppCreate': FOR_PERSONS,
  'Mutation.partnerAppUpdate': {
    input: { scopes: undefined },
    ...FOR_PERSONS,
    signedIn: 'NOT_FOUND',
    rival: 'ok',
  },
  'Mutation.apiKeyCreate': { ...FOR_PERSONS, signedIn: 'NOT_FOUND', rival: 'ok' },
  'Mutation.apiKeyRotate': { ...FOR_PERSONS, signedIn: 'NOT_FOUND', rival: 'ok' },
  'Mutation.apiKeyRevoke': { ...FOR_PERSONS, signedIn: 'NOT_FOUND', rival: 'ok' },
  'Subscription.partnerAppEvents': {
    args: 'appId: $appId',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    rival: 'ok',
    app: 'ok',
  },
  'Mutation.partnerGrant': FOR_OWNERS,
  'Mutation.partnerRevoke': FOR_OWNERS,
};
