import { describe, expect, it } from 'vitest';
import { MOST_TRIES, WAITS_BY_TRY, lockedSince, tooManyTries, waitAfter, wrongPassword } from './rules.ts';

describe('wrong tries in a row', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 30],
    [4, 60],
    [5, 120],
    [6, 300],
    [7, 900],
    [8, 3_600],
    [19, 3_600],
    [20, 86_400],
  ])('%d cost %d seconds', (tries, seconds) => {
    expect(waitAfter(tries)).toBe(seconds);
    expect(WAITS_BY_TRY[tries - 1]).toBe(seconds);
  });

  it('never cost less than those before', () => {
    expect(WAITS_BY_TRY).toEqual([...WAITS_BY_TRY].sort((one, other) => one - other));
    expect(WAITS_BY_TRY).toHaveLength(MOST_TRIES);
  });

  it('say how long and until when', () => {
    expect(wrongPassword(2, ['password']).message).toBe('This password is wrong.');
    expect(wrongPassword(3, ['password']).message).toContain('30 seconds');
    const until = new Date('2026-11-21T10:00:00.000Z');
    expect(tooManyTries(until, ['password'])).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      message: expect.stringContaining('2026-11-21T10:00:00.000Z') as string,
      path: ['password'],
    });
  });
});

describe('a screen lock of a minute', () => {
  const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1_000);
  it.each([
    ['open', null, 59.999, null],
    ['locked by time, to the millisecond', null, 60, 60],
    ['locked by time since a while', null, 5_000, 60],
    ['locked by hand', 12, 12, 12],
    ['locked by hand, whatever the time', 12, 5_000, 12],
  ])('is %s', (_what, locked, now, since) => {
    const lock = { lockedAt: locked === null ? null : at(locked), usedAt: at(0), autoLockSeconds: 60 };
    expect(lockedSince(lock, at(now))).toEqual(since === null ? null : at(since));
  });
});
