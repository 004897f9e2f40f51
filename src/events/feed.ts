import type { Logger } from 'pino';
import type { Sql } from '../db/client.ts';
import { newId } from '../db/id.ts';
import { Fault } from '../errors.ts';
import type { EventPayload, EventType } from './catalogue.ts';
import type { FeedCounts } from './counts.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { hearHints, hintSender, type Hint } from './hints.ts';
import { startReader, type Listener } from './reader.ts';
import { startSequencer } from './sequencer.ts';
import { STREAM_LIMITS, stream, type Delivery, type StreamLimits, type StreamOptions } from './stream.ts';

/** The live side of a process. Nothing is published through it but what stands in the log. */
export interface Feed {
  /** After a commit that recorded events: a hint to stamp them. Never waits, never throws. */
  nudge(): void;
  /** A cursor from which a stream gives everything that a read which begins now may not see. */
  cursor(): string;
  /** The cursor behind a position of the log. */
  cursorAt(position: number): string;
  /** The position that a cursor stands behind; a CURSOR_INVALID fault for one that this log did not give out. */
  positionOf(cursor: string): number;
  /** A subscriber's stream; ends when its `return` is called or it loses its permission. */
  subscribe(options: StreamOptions): LiveStream;
  /** Calls back for each event on the topics, for the process's own use. */
  listen(topics: readonly string[], listener: Listener): () => void;
  /** Tells every process's listeners something that is not kept, such as typing. */
  whisper(event: Whisper): void;
  /** How many listen in this process: streams, and the process's own. */
  subscribers(): number;
  /** How it is doing; free to ask. */
  stats(): FeedStats;
  stop(): Promise<void>;
}

export interface FeedStats {
  /** Whether this process is the one that stamps. */
  readonly isLeading: boolean;
  /** Up to where it has read the log. */
  readonly position: number;
  readonly counts: Readonly<FeedCounts>;
}

export interface LiveStream extends AsyncIterableIterator<Delivery, void> {
  /** Ends it at once, also while an item is being waited for. */
  return(): Promise<IteratorResult<Delivery, void>>;
}

export interface Whisper {
  readonly type: EventType;
  readonly subjectId: string;
  readonly topics: readonly string[];
  readonly payload: EventPayload;
}

export async function startFeed(sql: Sql, log: Logger, limits: StreamLimits = STREAM_LIMITS): Promise<Feed> {
  const reader = await startReader(sql, log);
  const tell = hintSender(sql, log);
  const sequencer = startSequencer(sql, log, (position) => {
    reader.nudge();
    tell({ kind: 'stamped', position });
  });
  const streams = new Set<AbortController>();

  function hear(hint: Hint): void {
    if (hint.kind === 'committed') sequencer.nudge();
    // The one who stamped has read it already, mostly.
    if (hint.kind === 'stamped' && hint.position > reader.head()) reader.nudge();
    if (hint.kind === 'whispered') reader.whisper(hint.event);
  }

  const lookAgain = (): void => {
    sequencer.nudge();
    reader.nudge();
  };
  const hearing = await hearHints(sql, log, hear, lookAgain).catch(async (error: unknown) => {
    await Promise.all([sequencer.stop(), reader.stop()]);
    throw error;
  });

  return {
    nudge: () => (sequencer.leading() ? sequencer.nudge() : tell({ kind: 'committed' })),
    cursor: () => encodeCursor(reader.logId, reader.head()),
    cursorAt: (position) => encodeCursor(reader.logId, position),
    positionOf: (cursor) => decodeCursor(reader.logId, cursor),
    subscribe: (options) =>
      closable(streams, reader.counts, (closing) => stream(reader, options, closing, limits)),
    listen: reader.listen,
    whisper: (event) => {
      const own = { id: newId(), position: null, sequence: null, occurredAt: new Date() };
      tell({ kind: 'whispered', event: { ...event, ...own } });
    },
    subscribers: reader.listeners,
    stats: () => ({ isLeading: sequencer.leading(), position: reader.head(), counts: reader.counts }),
    stop: async () => {
      for (const open of streams) open.abort();
      await hearing.stop();
      await sequencer.stop();
      await reader.stop();
    },
  };
}

/**
 * An async generator can't be returned from while it waits; this one's `return` wakes it first, so that an
 * idle subscription leaves at once and not at its next event.
 */
function closable(
  open: Set<AbortController>,
  counts: FeedCounts,
  start: (closing: AbortSignal) => AsyncGenerator<Delivery, void>,
): LiveStream {
  const controller = new AbortController();
  const source = start(controller.signal);
  const iterator: LiveStream = {
    [Symbol.asyncIterator]: () => iterator,
    next: async () => {
      // Only now, so that a stream which nobody ever reads leaves nothing behind.
      if (!controller.signal.aborted) open.add(controller);
      try {
        const item = await source.next();
        if (item.done) open.delete(controller);
        else counts[item.value.event === null ? 'bookmarks' : 'delivered'] += 1;
        return item;
      } catch (error) {
        open.delete(controller);
        if (controller.signal.aborted) return { done: true, value: undefined };
        if (error instanceof Fault && error.code === 'SLOW_CONSUMER') counts.slowConsumers += 1;
        throw error;
      }
    },
    return: async () => {
      controller.abort();
      open.delete(controller);
      return source.return();
    },
  };
  return iterator;
}
