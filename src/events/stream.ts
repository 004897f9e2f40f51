import { cursorExpired, cursorInvalid, decodeCursor, slowConsumer } from './cursor.ts';
import { openGate, type GateOptions } from './gate.ts';
import { openInbox, type Inbox } from './inbox.ts';
import {
  authorize,
  bookmark,
  cursorOf,
  isBookmarkDue,
  isOfAccess,
  mayPass,
  settle,
  untilOpen,
  type Journey,
} from './journey.ts';
import type { LogEvent, LogReader } from './reader.ts';
import { patiently } from './retry.ts';
import { signalOf } from './signal.ts';

/** What a stream yields: an event and where to resume after it, or a bookmark that only moves the cursor. */
export interface Delivery {
  readonly cursor: string;
  readonly event: LogEvent | null;
}

export interface StreamOptions {
  readonly topics: readonly string[];
  /**
   * Events on these topics make the stream check its permission again. They are not delivered, unless they are on one
   * of `topics` too: then the check comes behind them.
   */
  readonly accessTopics: readonly string[];
  /**
   * Throws a Fault when the subscriber may not listen (any longer). Topics that it answers with are what is listened on
   * from there on.
   */
  readonly authorize: () => Promise<readonly string[] | void>;
  /** Which of the topics' events are delivered; all, when left out. */
  readonly wants?: ((event: LogEvent) => boolean) | undefined;
  /** Which of them are withheld, asked when it is their turn: what is withheld may change with an access event. */
  readonly withholds?: ((event: LogEvent) => boolean) | undefined;
  /** What can hold the stream back for a while without ending it; nothing, when left out. */
  readonly gate?: GateOptions | undefined;
  /** Where to resume; now, when left out. */
  readonly after?: string | null | undefined;
  /** How long it may be quiet before it gives a bookmark, when that is not left to the feed. */
  readonly bookmarkMs?: number | undefined;
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

/**
 * A subscriber's way through the log: backfill from its cursor up to where the reader is, cut over to what the
 * reader has given it since, then live. A slow subscriber costs a position, not a buffer: when its inbox
 * is full it is dropped and the stream backfills again from where the subscriber is. So does one that was held back
 * by its gate, from where it was.
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
  const gate = openGate(reader, options.gate, signal.raise);
  const journey: Journey = {
    ...options,
    reader,
    limits: { ...limits, bookmarkMs: options.bookmarkMs ?? limits.bookmarkMs },
    closing,
    signal,
    gate,
    hasNewTopics: false,
    position,
    yieldedAt: 0,
    hadCaughtUp: false,
  };
  try {
    await untilOpen(journey);
    // After the position is known: what changes from here on is an event behind it.
    await authorize(journey);
    if (!closing.aborted) yield bookmark(journey);

    while (!closing.aborted) {
      await untilOpen(journey);
      journey.hasNewTopics = false;
      const inbox = openInbox(reader, {
        topics: [...journey.topics, ...options.accessTopics],
        size: limits.inbox,
        wants: (event) => isOfAccess(journey, event) || (options.wants?.(event) ?? true),
        came: signal.raise,
      });
      try {
        if (yield* backfill(journey)) yield* live(journey, inbox);
      } finally {
        inbox.close();
      }
    }
  } finally {
    gate.close();
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

/**
 * From the log, up to where the reader is when this begins; from there on the inbox has it. False when the gate was shut
 * or the topics changed on the way: what is left of the log is not in the inbox, even if the gate opens at once.
 */
async function* backfill(journey: Journey): AsyncGenerator<Delivery, boolean> {
  const { reader, limits, closing } = journey;
  const topics = [...journey.topics, ...journey.accessTopics];
  const target = reader.head();
  while (journey.position < target && !closing.aborted) {
    const isLate = reader.head() - journey.position > limits.lag;
    if (journey.hadCaughtUp && isLate) throw slowConsumer(cursorOf(journey));
    const { position } = journey;
    const read = () => reader.range(topics, position, target, limits.backfill);
    const { events, oldest } = await patiently(read, closing);
    if (position < oldest - 1) throw cursorExpired();
    for (const event of events) {
      if (!(await mayPass(journey))) return false;
      const delivery = await settle(journey, event);
      if (delivery) yield delivery;
      if (delivery && isOfAccess(journey, event)) await authorize(journey);
      if (journey.hasNewTopics) return false;
    }
    if (events.length < limits.backfill) journey.position = target;
    if (!(await mayPass(journey))) return false;
    if (isBookmarkDue(journey)) yield bookmark(journey);
  }
  journey.hadCaughtUp = true;
  return true;
}

/** From the inbox as it comes, until that has overflowed or lacks something, the gate is shut or the topics are others. */
async function* live(journey: Journey, inbox: Inbox): AsyncGenerator<Delivery, void> {
  const { reader, closing, signal, gate } = journey;
  while (!closing.aborted) {
    if (gate.isDue()) {
      if (!(await mayPass(journey))) return;
      // Looked at anew: more may have been heard in the turn that the answer took to come back.
      continue;
    }
    // The log says what that means: CURSOR_EXPIRED.
    if (journey.position + 1 < reader.unbrokenFrom()) return;
    // From here to what is taken nobody else has a turn: nothing that stands behind a lock in the log can come in.
    const overflowedAt = inbox.overflowedAt();
    if (overflowedAt !== null) {
      journey.position = Math.max(journey.position, overflowedAt);
      return;
    }
    const event = inbox.take();
    if (event) {
      const delivery = await settle(journey, event);
      if (delivery) yield delivery;
      if (delivery && isOfAccess(journey, event)) await authorize(journey);
      if (journey.hasNewTopics) return;
      continue;
    }
    // Nothing waits: everything up to the reader's head has been delivered.
    journey.position = Math.max(journey.position, reader.head());
    if (isBookmarkDue(journey)) yield bookmark(journey);
    else await signal.wait(restOf(journey));
  }
}

/** How long a stream to which nothing comes may sleep. */
function restOf({ yieldedAt, limits, gate }: Journey): number {
  return Math.max(1, Math.min(yieldedAt + limits.bookmarkMs - performance.now(), gate.dueIn()));
}
