import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { listenersOf } from './listeners.ts';

const log = pino({ level: 'silent' });
const event = (...topics: string[]) => ({ id: '1', topics });

it('calls each listener once, whichever of its topics an event has', () => {
  const listeners = listenersOf(log);
  const heard = vi.fn();
  const other = vi.fn();
  listeners.add(['a', 'b'], heard);
  listeners.add(['c'], other);
  listeners.tell(event('a', 'b'));
  listeners.tell(event('d'));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(other).not.toHaveBeenCalled();
});

it('goes on to the others when one throws', () => {
  const listeners = listenersOf(log);
  const heard = vi.fn();
  listeners.add(['a'], () => {
    throw new Error('a bug');
  });
  listeners.add(['a'], heard);
  listeners.tell(event('a'));
  listeners.tell(event('a'));
  expect(heard).toHaveBeenCalledTimes(2);
});

it('counts who listens, and forgets who has left, also when told so twice', () => {
  const listeners = listenersOf(log);
  const heard = vi.fn();
  const stopFirst = listeners.add(['a', 'b'], heard);
  const stopSecond = listeners.add(['b'], heard);
  expect(listeners.count()).toBe(2);
  stopFirst();
  stopFirst();
  expect(listeners.count()).toBe(1);
  listeners.tell(event('a'));
  expect(heard).not.toHaveBeenCalled();
  listeners.tell(event('b'));
  expect(heard).toHaveBeenCalledTimes(1);
  stopSecond();
  listeners.tell(event('b'));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(listeners.count()).toBe(0);
});

it('lets a listener leave, or another come, while an event is given out', () => {
  const listeners = listenersOf(log);
  const late = vi.fn();
  const stop = listeners.add(['a'], () => {
    stop();
    listeners.add(['a'], late);
  });
  listeners.tell(event('a'));
  expect(late).not.toHaveBeenCalled();
  listeners.tell(event('a'));
  expect(late).toHaveBeenCalledTimes(1);
});
