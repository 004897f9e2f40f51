import { cursorExpired, cursorInvalid, decodeCursor, encodeCursor, slowConsumer } from './cursor.ts';
import { openGate, type Gate, type GateOptions } from './gate.ts';
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

/** How often a stream that is held back asks whether it still is, should the news of it be lost. */
const HELD_BACK_POLL_MS = 5_000;

/** A subscriber on its way through the log. */
interface Journey extends Omit<StreamOptions, 'gate' | 'topics'> {
  readonly reader: LogReader;
  readonly limits: StreamLimits;
  readonly closing: AbortSignal;
  readonly signal: Signal;
  readonly gate: Gate;
  topics: readonly string[];
  /** Whether they have changed since the log was begun to be read for them. */
  hasNewTopics: boolean;
  /** Everything up to here has been delivered or was not for this subscriber: it is what cursors say. */
  position: number;
  /** When it last got something. */
  yieldedAt: number;
  /** Whether it has read up to where the reader was since it began, or was last held back. */
  hadCaughtUp: boolean;
}

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

/** Waits while the gate is shut; the position stays where it is, and so nothing is lost and nothing comes twice. */
async function untilOpen(journey: Journey): Promise<void> {
  while (!journey.closing.aborted && !(await mayPass(journey))) {
    // A place in the log that others have left behind is no fault of a subscriber that was held back.
    journey.hadCaughtUp = false;
    // It may be over meanwhile: signed out, or no longer allowed.
    await authorize(journey);
    await journey.signal.wait(HELD_BACK_POLL_MS);
  }
}

/** Asked before everything that is delivered; free until the gate has heard something or its time is up. */
async function mayPass({ gate, closing }: Journey): Promise<boolean> {
  return !gate.isDue() || patiently(gate.ask, closing);
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

/** What of an event reaches the subscriber: null when it was delivered before, or is for the stream itself. */
async function settle(journey: Journey, event: LogEvent): Promise<Delivery | null> {
  // The inbox may hold what the backfill has delivered.
  if (event.position !== null && event.position <= journey.position) return null;
  const isTold =
    isOn(journey.topics, event) && journey.wants?.(event) !== false && !journey.withholds?.(event);
  if (!isTold && isOfAccess(journey, event)) await authorize(journey);
  journey.position = event.position ?? journey.position;
  if (!isTold) return null;
  journey.yieldedAt = performance.now();
  return deliveryOf(journey, event);
}

/** Of each event in the log once: what all its subscribers are given is the same. */
const deliveries = new WeakMap<LogEvent, Delivery>();

function deliveryOf(journey: Journey, event: LogEvent): Delivery {
  // What is live only leaves each subscriber where it is.
  if (event.position === null) return { cursor: cursorOf(journey), event };
  const known = deliveries.get(event);
  if (known) return known;
  const delivery = { cursor: cursorOf(journey), event };
  deliveries.set(event, delivery);
  return delivery;
}

function bookmark(journey: Journey): Delivery {
  journey.yieldedAt = performance.now();
  return { cursor: cursorOf(journey), event: null };
}

function isBookmarkDue({ yieldedAt, limits }: Journey): boolean {
  return performance.now() - yieldedAt >= limits.bookmarkMs;
}

function isOfAccess({ accessTopics }: Pick<StreamOptions, 'accessTopics'>, event: LogEvent): boolean {
  return isOn(accessTopics, event);
}

function isOn(topics: readonly string[], event: LogEvent): boolean {
  return event.topics.some((name) => topics.includes(name));
}

async function authorize(journey: Journey): Promise<void> {
  const topics = await patiently(journey.authorize, journey.closing);
  if (!topics || isSame(topics, journey.topics)) return;
  journey.topics = topics;
  journey.hasNewTopics = true;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  // An app may listen to thousands of businesses.
  const names = new Set(other);
  return one.length === other.length && one.every((name) => names.has(name));
}

function cursorOf({ reader, position }: Journey): string {
  return encodeCursor(reader.logId, position);
}
