import { cursorExpired, cursorInvalid, decodeCursor, encodeCursor, slowConsumer } from './cursor.ts';
import { openInbox, type Inbox } from './inbox.ts';
import type { LogEvent, LogReader } from './reader.ts';
import { patiently } from './retry.ts';
import { signalOf, type Signal } from './signal.ts';

/** What a stream yields: an event and where to resume after it, or a bookmark that only moves the cursor. */
export interface Delivery {
  readonly cursor: string;
  readonly event: LogEvent | null;
}

export interface StreamOptions {
  readonly topics: readonly string[];
  /** Events on these topics are not delivered; they make the stream check its permission again. */
  readonly accessTopics: readonly string[];
  /** Throws a Fault when the subscriber may not listen (any longer). */
  readonly authorize: () => Promise<void>;
  /** Which of the topics' events are delivered; all, when left out. */
  readonly wants?: ((event: LogEvent) => boolean) | undefined;
  /** Where to resume; now, when left out. */
  readonly after?: string | null | undefined;
}

export interface StreamLimits {
  /** Events that wait in memory for one subscriber; past that they are read from the log again when it asks. */
  readonly inbox: number;
  /** Events read from the log at a time. */
  readonly backfill: number;
  /** A subscriber that had caught up and has fallen this many positions behind again is cut off. */
  readonly lag: number;
  /** A stream that has been quiet for so long gives a bookmark. */
  readonly bookmarkMs: number;
}

export const STREAM_LIMITS: StreamLimits = {
  inbox: 1_000,
  backfill: 200,
  lag: 100_000,
  bookmarkMs: 20_000,
};

/** A subscriber on its way through the log. */
interface Journey extends StreamOptions {
  readonly reader: LogReader;
  readonly limits: StreamLimits;
  readonly closing: AbortSignal;
  readonly signal: Signal;
  /** Everything up to here has been delivered or was not for this subscriber: it is what cursors say. */
  position: number;
  /** When it last got something. */
  yieldedAt: number;
}

/**
 * A subscriber's way through the log: backfill from its cursor up to where the reader is, cut over to what the
 * reader has given it since, then live. A slow subscriber costs a position, not a buffer: when its inbox
 * is full it is dropped and the stream backfills again from where the subscriber is.
 */
export async function* stream(
  reader: LogReader,
  options: StreamOptions,
  closing: AbortSignal,
  limits: StreamLimits = STREAM_LIMITS,
): AsyncGenerator<Delivery, void> {
  const signal = signalOf();
  closing.addEventListener('abort', signal.raise);
  const position = await startOf(reader, options.after, closing);
  const journey: Journey = { ...options, reader, limits, closing, signal, position, yieldedAt: 0 };
  // After the position is known: what changes from here on is an event behind it.
  await authorize(journey);
  yield bookmark(journey);

  for (let hadCaughtUp = false; !closing.aborted; hadCaughtUp = true) {
    const inbox = openInbox(reader, {
      topics: [...options.topics, ...options.accessTopics],
      size: limits.inbox,
      wants: (event) => isOfAccess(journey, event) || (options.wants?.(event) ?? true),
      came: signal.raise,
    });
    try {
      yield* backfill(journey, hadCaughtUp);
      yield* live(journey, inbox);
    } finally {
      inbox.close();
    }
  }
}

/** Where a stream begins: behind the cursor that the client holds, or now. */
async function startOf(
  reader: LogReader,
  after: string | null | undefined,
  closing: AbortSignal,
): Promise<number> {
  if (after == null) return reader.head();
  const position = decodeCursor(reader.logId, after);
  const { oldest, newest } = await patiently(reader.bounds, closing);
  if (position > newest) throw cursorInvalid('it lies in the future');
  if (position < oldest - 1) throw cursorExpired();
  return position;
}

/** From the log, up to where the reader is when this begins; from there on the inbox has it. */
async function* backfill(journey: Journey, hadCaughtUp: boolean): AsyncGenerator<Delivery, void> {
  const { reader, limits, closing } = journey;
  const topics = [...journey.topics, ...journey.accessTopics];
  const target = reader.head();
  while (journey.position < target && !closing.aborted) {
    if (hadCaughtUp && reader.head() - journey.position > limits.lag) throw slowConsumer(cursorOf(journey));
    const { position } = journey;
    const read = () => reader.range(topics, position, target, limits.backfill);
    const { events, oldest } = await patiently(read, closing);
    if (position < oldest - 1) throw cursorExpired();
    for (const event of events) {
      const delivery = await settle(journey, event);
      if (delivery) yield delivery;
    }
    if (events.length < limits.backfill) journey.position = target;
    if (isBookmarkDue(journey)) yield bookmark(journey);
  }
}

/** From the inbox as it comes, until that has overflowed. */
async function* live(journey: Journey, inbox: Inbox): AsyncGenerator<Delivery, void> {
  const { reader, limits, closing, signal } = journey;
  while (!closing.aborted) {
    const overflowedAt = inbox.overflowedAt();
    if (overflowedAt !== null) {
      journey.position = Math.max(journey.position, overflowedAt);
      return;
    }
    const event = inbox.take();
    if (event) {
      const delivery = await settle(journey, event);
      if (delivery) yield delivery;
      continue;
    }
    // Nothing waits: everything up to the reader's head has been delivered.
    journey.position = Math.max(journey.position, reader.head());
    if (isBookmarkDue(journey)) yield bookmark(journey);
    else await signal.wait(Math.max(1, journey.yieldedAt + limits.bookmarkMs - performance.now()));
  }
}

/** What of an event reaches the subscriber: null when it was delivered before, or is for the stream itself. */
async function settle(journey: Journey, event: LogEvent): Promise<Delivery | null> {
  // The inbox may hold what the backfill has delivered.
  if (event.position !== null && event.position <= journey.position) return null;
  const isAccess = isOfAccess(journey, event);
  if (isAccess) await authorize(journey);
  journey.position = event.position ?? journey.position;
  if (isAccess || journey.wants?.(event) === false) return null;
  journey.yieldedAt = performance.now();
  return { cursor: cursorOf(journey), event };
}

function bookmark(journey: Journey): Delivery {
  journey.yieldedAt = performance.now();
  return { cursor: cursorOf(journey), event: null };
}

function isBookmarkDue({ yieldedAt, limits }: Journey): boolean {
  return performance.now() - yieldedAt >= limits.bookmarkMs;
}

function isOfAccess({ accessTopics }: StreamOptions, event: LogEvent): boolean {
  return event.topics.some((name) => accessTopics.includes(name));
}

function authorize({ authorize, closing }: Journey): Promise<void> {
  return patiently(authorize, closing);
}

function cursorOf({ reader, position }: Journey): string {
  return encodeCursor(reader.logId, position);
}
