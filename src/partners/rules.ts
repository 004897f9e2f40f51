import { InvalidInputError, UserError } from '../errors.ts';

/** What a partner app may be allowed to do; with the sentence that documents it in the API. */
export const SCOPES = {
  READ_ORDERS: 'Read the orders of the businesses that granted it, and follow them live.',
  WRITE_ORDERS: 'Confirm, ship, deliver and cancel those orders.',
  WRITE_STOCK: 'Set the stock of their products.',
  MANAGE_WEBHOOKS:
    'Create and change the webhooks of the app, and see what they are sent: all that the app may read. It concerns no business, so that none grants it.',
} as const;
export type Scope = keyof typeof SCOPES;
export const SCOPE_NAMES = Object.keys(SCOPES) as [Scope, ...Scope[]];

/** Keys of an app that can be used at the same time, old and new ones of a rotation included. */
export const MOST_KEYS = 20;

/** How long an API key goes on to work that another one has taken the place of, unless said otherwise. */
export const ROTATION_HOURS = 24;
export const MOST_OVERLAP_HOURS = 168;

export class TooManyKeysError extends UserError {
  readonly code = 'TOO_MANY_KEYS';
}

export class ScopeNotGrantedError extends UserError {
  readonly code = 'SCOPE_NOT_GRANTED';
}

export class KeyOverError extends UserError {
  readonly code = 'INVALID_TRANSITION';

  constructor() {
    super('This key has ended already: make a new one.', ['keyId']);
  }
}

interface KeyLife {
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export function isUsable({ expiresAt, revokedAt }: KeyLife, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now);
}

/** When the old key of a rotation ends, never later than it would have; the new one lasts as long as it was made for. */
export function rotationOf(
  old: KeyLife & { readonly madeUntil: Date | null },
  now: Date,
  overlapHours: number,
): { oldEndsAt: Date; newExpiresAt: Date | null } {
  const overlap = new Date(now.getTime() + overlapHours * 3_600_000);
  const lifetime = old.madeUntil && old.madeUntil.getTime() - old.createdAt.getTime();
  return {
    oldEndsAt: old.expiresAt && old.expiresAt < overlap ? old.expiresAt : overlap,
    newExpiresAt: lifetime === null ? null : new Date(now.getTime() + lifetime),
  };
}

/** Throws unless an app asks for all the scopes that a key or a grant of it is to have. */
export function requireScopes(asked: readonly Scope[], wanted: readonly Scope[]): void {
  const beyond = wanted.filter((scope) => !asked.includes(scope));
  if (beyond.length === 0) return;
  throw new ScopeNotGrantedError(`The app does not ask for ${beyond.join(', ')}.`, ['scopes']);
}

/** Throws for what is no business's to grant. */
export function requireGrantable(scopes: readonly Scope[]): void {
  if (!scopes.includes('MANAGE_WEBHOOKS')) return;
  throw new InvalidInputError('MANAGE_WEBHOOKS concerns no business: leave it out.', ['scopes']);
}

/** Of lists without repetition. */
export function sameScopes(one: readonly Scope[], other: readonly Scope[]): boolean {
  return one.length === other.length && one.every((scope) => other.includes(scope));
}
