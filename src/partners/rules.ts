import { UserError } from '../errors.ts';

/** What a partner app may be allowed to do; with the sentence that documents it in the API. */
export const SCOPES = {
  READ_ORDERS: 'Read the orders of the businesses that granted it, and follow them live.',
  WRITE_ORDERS: 'Confirm, ship, deliver and cancel those orders.',
  WRITE_STOCK: 'Set the stock of their products.',
  MANAGE_WEBHOOKS:
    'Create and change the webhooks of the app. It concerns no business, so that none grants it.',
} as const;
export type Scope = keyof typeof SCOPES;
export const SCOPE_NAMES = Object.keys(SCOPES) as [Scope, ...Scope[]];

/** Keys of an app that can be used at the same time, old and new ones of a rotation included. */
export const MOST_KEYS = 20;

/** How long an API key goes on to work that another one has taken the place of, unless said otherwise. */
export const ROTATION_HOURS = 24;

export class TooManyKeysError extends UserError {
  readonly code = 'TOO_MANY_KEYS';
}

export class ScopeNotGrantedError extends UserError {
  readonly code = 'SCOPE_NOT_GRANTED';
}
