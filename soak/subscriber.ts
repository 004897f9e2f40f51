import { setTimeout as pause } from 'node:timers/promises';
import { positionOf } from './cursor.ts';
import { StreamError, type Answer, type Carrier, type Item, type Line } from './carrier.ts';
import type { Follower } from './follower.ts';
import type { Notebook } from './notebook.ts';
import type { Told } from './record.ts';
import type { Subscription } from './subscriptions.ts';

export interface SubscriberOptions {
  readonly subscription: Subscription;
  readonly carrier: Carrier;
  /** At any of these, whichever is there. */
  readonly urls: readonly string[];
  readonly random: () => number;
  readonly notebook: Notebook;
  /** Keeps a cursor now and then whose event it has not written down, as a careless client would. */
  readonly isCareless: boolean;
}

/** Milliseconds, each up to twice as long. */
const STAYS_MS = 5_000;
const AWAY_MS = 400;

/**
 * A client as docs/frontends.md wants it: it writes an event down, then keeps the cursor, and begins again behind that one
 * whenever it has left or was left, at whichever server.
 */
export function subscribe(options: SubscriberOptions): Follower {
  const { subscription, carrier, urls, random, notebook, isCareless } = options;
  const record: Told[] = [];
  let cursor: string | null = null;
  let start: number | null = null;
  let position = -1;
  let connections = 0;
  let [settled, stopped, hasLeft] = [false, false, false];
  let line: Line | null = null;

  function take({ cursor: next, event }: Item): void {
    const loses = isCareless && random() < 0.05;
    if (event !== null && event.sequence !== null && !loses) {
      const { id, type, sequence } = event;
      record.push({ id, type, sequence, position: positionOf(next) });
      notebook.delivered(carrier.name, new Date(event.occurredAt));
    }
    // Only now: what is lost on the way to here is asked for again.
    cursor = next;
    position = positionOf(next);
    start ??= position;
  }

  async function connect(): Promise<void> {
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    const { query, variables, token } = subscription;
    const opened = carrier.open(url, { query, variables: { ...variables, after: cursor }, token });
    line = opened;
    connections += 1;
    hasLeft = false;
    const leaving = setTimeout(
      () => {
        if (!settled) leave(opened);
      },
      random() * 2 * STAYS_MS,
    );
    try {
      for await (const answer of opened.answers) take(itemOf(answer));
      if (!hasLeft) notebook.ended(carrier.name, null);
    } catch (error) {
      if (!hasLeft) notebook.ended(carrier.name, error);
    } finally {
      clearTimeout(leaving);
      opened.drop();
    }
  }

  function leave(opened: Line): void {
    hasLeft = true;
    if (random() < 0.5) opened.leave();
    else opened.drop();
  }

  async function run(): Promise<void> {
    while (!stopped) {
      await connect();
      if (!stopped) await pause(random() * 2 * AWAY_MS);
    }
  }

  const running = run();
  return {
    name: `${carrier.name} ${subscription.name}`,
    topics: subscription.topics,
    start: () => start,
    record,
    order: 'of the log',
    hasAll: (end) => Promise.resolve(position >= end),
    reconnects: () => Math.max(0, connections - 1),
    repeats: () => 0,
    settle: () => {
      settled = true;
    },
    stop: async () => {
      stopped = true;
      hasLeft = true;
      line?.drop();
      await running;
    },
  };
}

/** Without data it is why the stream ends. What could only be shown in part must not come at all. */
function itemOf({ data, errors }: Answer): Item {
  if (data && errors)
    throw new StreamError([{ message: JSON.stringify(errors), extensions: { code: 'NOT_WHOLE' } }]);
  if (!data) throw new StreamError(errors ?? []);
  return data.stream;
}
