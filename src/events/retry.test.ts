import { expect, it, vi } from 'vitest';
import { Fault } from '../errors.ts';
import { patiently } from './retry.ts';

const away = (code: string) => Object.assign(new Error(code), { code });
const open = () => new AbortController().signal;

it('reads again when the database was away for a moment', async () => {
  const read = vi.fn<() => Promise<string>>();
  read
    .mockRejectedValueOnce(away('CONNECTION_CLOSED'))
    .mockRejectedValueOnce(new Error('Failed query', { cause: away('57P01') }))
    .mockResolvedValueOnce('read');
  await expect(patiently(read, open(), 1)).resolves.toBe('read');
});

it('gives up after some seconds', async () => {
  const read = vi.fn(() => Promise.reject(away('ECONNREFUSED')));
  await expect(patiently(read, open(), 1)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
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
  const reading = patiently(read, closing.signal, 60_000).catch((error: unknown) => error);
  await vi.waitFor(() => expect(read).toHaveBeenCalled());
  closing.abort();
  expect(await reading).toMatchObject({ code: 'CONNECTION_CLOSED' });
});
