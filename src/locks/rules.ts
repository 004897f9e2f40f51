import { UserError } from '../errors.ts';
import { TooManyAttemptsError } from '../identity/rules.ts';

export const PASSWORD_LENGTH = { min: 6, max: 128 };
export const AUTO_LOCK_SECONDS = { min: 60, max: 28_800 };

/** After so many wrong tries a screen lock signs its session out, and a chat lock takes one try a day. */
export const MOST_TRIES = 20;

/** A use is noted once in so many parts of the time until the auto-lock: the lock comes early by at most one of them. */
export const USE_NOTED_PARTS = 12;

/** A session that is younger than this has just proved the phone: it may forget the person's chat locks. */
export const FRESH_SIGN_IN_MINUTES = 10;

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds to wait after the third wrong try in a row, the fourth, and so on; the last one holds from then on. */
const WAITS = [30, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];
const FREE_TRIES = 2;

/** How long no try is taken after so many wrong ones in a row: two slips cost nothing. */
export function waitAfter(tries: number): number {
  if (tries <= FREE_TRIES) return 0;
  if (tries >= MOST_TRIES) return 24 * HOUR;
  return WAITS[Math.min(tries - FREE_TRIES, WAITS.length) - 1] ?? HOUR;
}

/** The same as a list for a statement that counts and decides at once: of the first try, the second ... */
export const WAITS_BY_TRY: readonly number[] = Array.from({ length: MOST_TRIES }, (_, index) =>
  waitAfter(index + 1),
);

export class WrongPasswordError extends UserError {
  readonly code = 'WRONG_PASSWORD';
}

export class ScreenLockMissingError extends UserError {
  readonly code = 'SCREEN_LOCK_MISSING';

  constructor() {
    super('This session has no screen lock: set one with screenLockSet.');
  }
}

export class SignInAgainError extends UserError {
  readonly code = 'SIGN_IN_AGAIN';

  constructor() {
    super(`Only for who has signed in during the last ${FRESH_SIGN_IN_MINUTES} minutes: sign in again.`);
  }
}

/** Whether a session has just proved the phone. */
export function isFreshSignIn(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() < FRESH_SIGN_IN_MINUTES * 60_000;
}

export function wrongPassword(tries: number, path: readonly string[]): WrongPasswordError {
  const wait = waitAfter(tries);
  const advice = wait === 0 ? '' : ` The next try is taken in ${wait} seconds.`;
  return new WrongPasswordError(`This password is wrong.${advice}`, path);
}

/** What the last of the tries is answered, when it was wrong too. */
export function signedOut(path: readonly string[]): WrongPasswordError {
  return new WrongPasswordError('This password is wrong, once too often: the session is signed out.', path);
}

export function tooManyTries(retryAt: Date, path: readonly string[]): TooManyAttemptsError {
  return new TooManyAttemptsError(
    `Too many wrong passwords: no try is taken before ${retryAt.toISOString()}.`,
    path,
  );
}

/** A lock as far as time decides about it. */
export interface LockTimes {
  readonly lockedAt: Date | null;
  readonly usedAt: Date;
  readonly autoLockSeconds: number;
}

/** The moment at which it locks by itself. */
export function autoLockAt({ usedAt, autoLockSeconds }: Omit<LockTimes, 'lockedAt'>): Date {
  return new Date(usedAt.getTime() + autoLockSeconds * 1_000);
}

/** Since when it is locked, by hand or by time; null while it is open. */
export function lockedSince(lock: LockTimes, now: Date): Date | null {
  if (lock.lockedAt) return lock.lockedAt;
  const lockAt = autoLockAt(lock);
  return lockAt <= now ? lockAt : null;
}
