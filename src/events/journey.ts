import { encodeCursor } from './cursor.ts';
import type { Gate } from './gate.ts';
import type { LogEvent, LogReader } from './reader.ts';
import { patiently } from './retry.ts';
import type { Signal } from './signal.ts';
import type { Delivery, StreamLimits, StreamOptions } from './stream.ts';

// Where a subscriber is in the log, what of it they may have, and what they are given.

/** How often a stream that is held back asks whether it still is, should the news of it be lost. */
const HELD_BACK_POLL_MS = 5_000;

/** A subscriber on its way through the log. */
export interface Journey extends Omit<StreamOptions, 'gate' | 'topics'> {
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

/** Waits while the gate is shut; the position stays where it is, and so nothing is lost and nothing comes twice. */
export async function untilOpen(journey: Journey): Promise<void> {
  while (!journey.closing.aborted && !(await mayPass(journey))) {
    // A place in the log that others have left behind is no fault of a subscriber that was held back.
    journey.hadCaughtUp = false;
    // It may be over meanwhile: signed out, or no longer allowed.
    await authorize(journey);
    await journey.signal.wait(HELD_BACK_POLL_MS);
  }
}

/** Asked before everything that is delivered; free until the gate has heard something or its time is up. */
export async function mayPass({ gate, closing }: Journey): Promise<boolean> {
  return !gate.isDue() || patiently(gate.ask, closing);
}

/** What of an event reaches the subscriber: null when it was delivered before, or is for the stream itself. */
export async function settle(journey: Journey, event: LogEvent): Promise<Delivery | null> {
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

export function bookmark(journey: Journey): Delivery {
  journey.yieldedAt = performance.now();
  return { cursor: cursorOf(journey), event: null };
}

export function isBookmarkDue({ yieldedAt, limits }: Journey): boolean {
  return performance.now() - yieldedAt >= limits.bookmarkMs;
}

export function isOfAccess({ accessTopics }: Pick<StreamOptions, 'accessTopics'>, event: LogEvent): boolean {
  return isOn(accessTopics, event);
}

function isOn(topics: readonly string[], event: LogEvent): boolean {
  return event.topics.some((name) => topics.includes(name));
}

export async function authorize(journey: Journey): Promise<void> {
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

export function cursorOf({ reader, position }: Journey): string {
  return encodeCursor(reader.logId, position);
}
