import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Fault } from '../errors.ts';
import { patiently } from './retry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const away = (code: string) => Object.assign(new Error(code), { code });
const open = () => new AbortController().signal;

it('reads again when the database was away for a moment', async () => {
  const read = vi.fn<() => Promise<string>>();
  read
    .mockRejectedValueOnce(away('CONNECTION_CLOSED'))
    .mockRejectedValueOnce(new Error('Failed query', { cause: away('57P01') }))
    .mockResolvedValueOnce('read');
  const reading = patiently(read, open());
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(reading).resolves.toBe('read');
});

it('gives up after some seconds', async () => {
  const read = vi.fn(() => Promise.reject(away('ECONNREFUSED')));
  const reading = patiently(read, open()).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await reading).toMatchObject({ code: 'ECONNREFUSED' });
  expect(read).toHaveBeenCalledTimes(7);
});

it.each([new Fault('FORBIDDEN', 'no'), new Error('a bug'), away('23505')])(
  'throws %s at once',
  async (error) => {
    const read = vi.fn(() => {
      throw error;
    });
    await expect(patiently(async () => read(), open())).rejects.toBe(error);
    expect(read).toHaveBeenCalledTimes(1);
  },
);

it('does not wait for who has left', async () => {
  const closing = new AbortController();
  const read = vi.fn(async () => Promise.reject(away('CONNECTION_CLOSED')));
  const reading = patiently(read, closing.signal).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10);
  closing.abort();
  expect(await reading).toMatchObject({ code: 'CONNECTION_CLOSED' });
});
