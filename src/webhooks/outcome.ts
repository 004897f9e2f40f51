import { STATUS_CODES } from 'node:http';
import type { Answer } from './send.ts';

// What becomes of a delivery after a try: pure.

/** Pauses after each failed try but the last one, in seconds. */
export const RETRY_PAUSES: readonly number[] = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800];
const MOST_ATTEMPTS = RETRY_PAUSES.length + 1;
/** A pause is longer by up to this share of it, so that what failed together is not tried again together. */
const JITTER = 0.2;
/** The longest that a receiver can ask to be left alone, in seconds. */
const LONGEST_RETRY_AFTER = 3_600;
/** Deliveries given up one after the other, after which the webhook is paused. */
export const FAILURES_BEFORE_PAUSE = 10;

/** Answers 4xx that say "not now" and not "never". */
const PASSING = new Set([408, 409, 425, 429]);

export type Outcome =
  | { readonly state: 'DELIVERED' }
  | { readonly state: 'PENDING'; readonly nextAttemptAt: Date }
  /** `pauseReason`: why the webhook is paused with it; null when it goes on. */
  | { readonly state: 'FAILED'; readonly pauseReason: string | null };

export interface Try {
  readonly answer: Pick<Answer, 'status' | 'error' | 'retryAfter'>;
  /** With this one. */
  readonly attempts: number;
  /** Deliveries of the webhook that were given up in a row, before this one. */
  readonly failuresInRow: number;
  readonly now: Date;
  /** From 0 to below 1: chance. */
  readonly jitter: number;
}

export function outcomeOf({ answer, attempts, failuresInRow, now, jitter }: Try): Outcome {
  const { status } = answer;
  if (isDelivered(status)) return { state: 'DELIVERED' };
  const last = wordsOf(answer);
  if (isPassing(status) && attempts < MOST_ATTEMPTS) {
    const pause = (RETRY_PAUSES[attempts - 1] ?? 0) * (1 + JITTER * jitter);
    const seconds = Math.max(pause, retryAfterOf(answer, now));
    return { state: 'PENDING', nextAttemptAt: new Date(now.getTime() + Math.round(seconds * 1_000)) };
  }
  const failed = (pauseReason: string | null): Outcome => ({ state: 'FAILED', pauseReason });
  if (status === 410) return failed('The receiver answered with 410 Gone: it wants nothing more.');
  if (isPassing(status)) {
    return failed(`A delivery was tried ${attempts} times without success. The last time: ${last}`);
  }
  if (failuresInRow + 1 < FAILURES_BEFORE_PAUSE) return failed(null);
  return failed(`${FAILURES_BEFORE_PAUSE} deliveries in a row were refused. The last one: ${last}`);
}

/** What went wrong in a try, in words; null when it arrived. */
export function errorOf(answer: Try['answer']): string | null {
  return isDelivered(answer.status) ? null : wordsOf(answer);
}

function isDelivered(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** Whether another try may go better. */
function isPassing(status: number | null): boolean {
  return status === null || status >= 500 || PASSING.has(status);
}

function wordsOf({ status, error }: Try['answer']): string {
  if (status === null) return error ?? 'There was no answer.';
  const name = STATUS_CODES[status];
  const answered = `It was answered with ${status}${name === undefined ? '' : ` ${name}`}`;
  return status >= 300 && status < 400 ? `${answered}; redirects are not followed.` : `${answered}.`;
}

/** Seconds, or a date. */
function retryAfterOf({ status, retryAfter }: Try['answer'], now: Date): number {
  if ((status !== 429 && status !== 503) || retryAfter === null) return 0;
  const seconds = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - now.getTime()) / 1_000;
  return Number.isNaN(seconds) ? 0 : Math.min(seconds, LONGEST_RETRY_AFTER);
}
