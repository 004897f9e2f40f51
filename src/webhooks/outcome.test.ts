import { describe, expect, test } from 'vitest';
import { errorOf, outcomeOf, RETRY_PAUSES, type Try } from './outcome.ts';

const now = new Date('2026-11-21T12:00:00.000Z');
const answered = (status: number | null, retryAfter: string | null = null) => ({
  status,
  retryAfter,
  error: status === null ? 'The connection was refused.' : null,
});
const after = (status: number | null, more: Partial<Try> = {}) =>
  outcomeOf({ answer: answered(status), attempts: 1, failuresInRow: 0, now, jitter: 0, ...more });

test.each([200, 201, 202, 204, 299])('%s is delivered', (status) => {
  expect(after(status)).toEqual({ state: 'DELIVERED' });
});

test.each([408, 409, 425, 429, 500, 502, 503, 504, 599, null])('%s is tried again', (status) => {
  expect(after(status)).toEqual({ state: 'PENDING', nextAttemptAt: new Date(now.getTime() + 5_000) });
});

test.each([300, 301, 302, 307, 308, 400, 401, 403, 404, 405, 413, 422, 451, 199, 100])(
  '%s is given up at once',
  (status) => {
    expect(after(status)).toEqual({ state: 'FAILED', pauseReason: null });
  },
);

test('the pauses grow, and chance makes them longer by up to a fifth', () => {
  const seconds = (attempts: number, jitter: number) => {
    const outcome = after(500, { attempts, jitter });
    return outcome.state === 'PENDING' ? (outcome.nextAttemptAt.getTime() - now.getTime()) / 1_000 : null;
  };
  expect(RETRY_PAUSES.map((_, index) => seconds(index + 1, 0))).toEqual(RETRY_PAUSES);
  expect(RETRY_PAUSES.toSorted((one, other) => one - other)).toEqual(RETRY_PAUSES);
  expect(RETRY_PAUSES.map((_, index) => seconds(index + 1, 0.5))).toEqual(
    RETRY_PAUSES.map((pause) => (pause * 11) / 10),
  );
});

describe('Retry-After', () => {
  const waits = (status: number, retryAfter: string, attempts = 1) => {
    const outcome = after(status, { answer: answered(status, retryAfter), attempts });
    return outcome.state === 'PENDING' ? (outcome.nextAttemptAt.getTime() - now.getTime()) / 1_000 : null;
  };
  test.each([
    [429, '60', 60],
    [503, '60', 60],
    [503, 'Sat, 21 Nov 2026 12:02:00 GMT', 120],
    // An hour at most, never shorter than the pause would be, and only where it means that.
    [429, '86400', 3_600],
    [429, 'Sun, 22 Nov 2026 12:00:00 GMT', 3_600],
    [429, '1', 5],
    [429, 'Fri, 20 Nov 2026 12:00:00 GMT', 5],
    [429, 'soon', 5],
    [429, '-5', 5],
    [429, '', 5],
    [500, '60', 5],
  ])('%s with %s waits %s seconds', (status, value, seconds) => {
    expect(waits(status, value)).toBe(seconds);
  });
});

describe('the webhook is paused', () => {
  const reason = (status: number | null, more: Partial<Try>) => {
    const outcome = after(status, more);
    return outcome.state === 'FAILED' ? outcome.pauseReason : outcome.state;
  };
  test.each([
    [410, { failuresInRow: 0 }, 'The receiver answered with 410 Gone: it wants nothing more.'],
    [404, { failuresInRow: 8 }, null],
    [
      404,
      { failuresInRow: 9 },
      '10 deliveries in a row were refused. The last one: It was answered with 404 Not Found.',
    ],
    [
      404,
      { failuresInRow: 30 },
      '10 deliveries in a row were refused. The last one: It was answered with 404 Not Found.',
    ],
    [503, { attempts: 9 }, 'PENDING'],
    [
      503,
      { attempts: 10 },
      'A delivery was tried 10 times without success. The last time: It was answered with 503 Service Unavailable.',
    ],
    [
      null,
      { attempts: 10 },
      'A delivery was tried 10 times without success. The last time: The connection was refused.',
    ],
  ])('%s with %j: %s', (status, more, words) => {
    expect(reason(status, more)).toBe(words);
  });
});

test.each([
  [200, null],
  [404, 'It was answered with 404 Not Found.'],
  [302, 'It was answered with 302 Found; redirects are not followed.'],
  [599, 'It was answered with 599.'],
  [null, 'The connection was refused.'],
])('%s is told as: %s', (status, words) => {
  expect(errorOf(answered(status))).toBe(words);
});
