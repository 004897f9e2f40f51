import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { signalOf } from './signal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether a promise has resolved by now. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false;
  void promise.finally(() => {
    done = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return done;
}

it('remembers a raise that nobody waited for, once', async () => {
  const signal = signalOf();
  signal.raise();
  signal.raise();
  expect(await isDone(signal.wait(1_000))).toBe(true);
  const second = signal.wait(1_000);
  expect(await isDone(second)).toBe(false);
  signal.raise();
  expect(await isDone(second)).toBe(true);
});

it('wakes after the time given, and not by a timer of an earlier wait', async () => {
  const signal = signalOf();
  const first = signal.wait(1_000);
  signal.raise();
  expect(await isDone(first)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  const second = signal.wait(5_000);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(await isDone(second)).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await isDone(second)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

it('loses no raise between waking up and looking', async () => {
  const signal = signalOf();
  let made = 0;
  let seen = 0;
  const consumer = (async () => {
    while (seen < 1_000) {
      await signal.wait(60_000);
      seen = made;
    }
  })();
  for (let step = 0; step < 1_000; step++) {
    made += 1;
    signal.raise();
    // As many turns as it takes the consumer to be anywhere in its loop.
    for (let turn = 0; turn < step % 5; turn++) await Promise.resolve();
  }
  await consumer;
  expect(seen).toBe(1_000);
});
