import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watch, type Watch } from './watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Item {
  readonly cursor: string;
  readonly event: string | null;
}

async function* items(last: Promise<unknown>, ...given: Item[]): AsyncGenerator<Item> {
  yield* given;
  await last;
}

const never = new Promise<never>(() => {});
const bookmark = { cursor: '0', event: null };
const one = { cursor: '1', event: 'one' };
const two = { cursor: '2', event: 'two' };

function watched(stream: AsyncIterable<Item>): Watch<string> {
  return watch(
    'test',
    stream,
    (item: Item) => item,
    () => {},
  );
}

test('gives each event once, whenever it is asked for', async () => {
  const stream = watched(items(never, bookmark, one, two));
  await stream.ready();
  expect(await stream.next('two', (event) => event === 'two')).toBe('two');
  expect(await stream.next('any', () => true)).toBe('one');
  expect(stream.cursor()).toBe('2');
  expect(stream.events).toEqual(['one', 'two']);
});

test('a stream that stays silent fails after a while', async () => {
  const stream = watched(items(never, bookmark));
  const late = stream.next('the news', () => true).catch((error: unknown) => String(error));
  await vi.runAllTimersAsync();
  expect(await late).toBe('Error: The test stream stayed silent: the news did not come.');
});

test('a stream that ends fails at once, and says why it ended', async () => {
  const why = new Error('signed out');
  const stream = watched(items(Promise.reject(why), bookmark));
  await expect(stream.next('the news', () => true)).rejects.toThrow('ended before the news came');
  expect(await stream.ended()).toBe(why);
});
