import { UserError } from '../errors.ts';

export const CODE_MINUTES = 10;
export const CODE_ATTEMPTS = 5;
/** Codes that one phone may ask for in an hour. */
export const CODES_PER_HOUR = 5;
export const SESSION_DAYS = 90;

export class SignInRefusedError extends UserError {
  readonly code = 'SIGN_IN_REFUSED';

  constructor() {
    super('This code is wrong, used or expired: ask for a new one with signInStart.', ['code']);
  }
}

export class TooManyAttemptsError extends UserError {
  readonly code = 'TOO_MANY_ATTEMPTS';
}

export function codeExpiry(now: Date): Date {
  return new Date(now.getTime() + CODE_MINUTES * 60_000);
}

export function sessionExpiry(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * 24 * 60 * 60_000);
}
