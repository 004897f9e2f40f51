import { Fault } from '../errors.ts';
import { decodeCursor, encodeCursor, invalid } from './cursor.ts';
import type { LogEvent, LogReader } from './reader.ts';
import { signalOf } from './signal.ts';

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
  readonly after?: string | null | undefined;
}

/** Events that wait in memory for one subscriber; past that they are read from the log again when it asks. */
const BUFFER = 256;
const BACKFILL = 200;
/** A subscriber that had caught up and has fallen this many positions behind again is cut off. */
const MAX_LAG = 100_000;
const BOOKMARK_MS = 20_000;

/**
 * A subscriber's way through the log: backfill from its cursor up to where the reader is, cut over to what the
 * reader has given it since, then live. A slow subscriber costs a position, not a buffer: when its buffer
 * is full it is dropped and the stream backfills again from where the subscriber is.
 */
export async function* stream(
  reader: LogReader,
  options: StreamOptions,
  closing: AbortSignal,
): AsyncGenerator<Delivery, void> {
  const topics = [...options.topics, ...options.accessTopics];
  const signal = signalOf();
  const isAccess = (event: LogEvent) => event.topics.some((name) => options.accessTopics.includes(name));
  const cursorOf = (at: number) => encodeCursor(reader.logId, at);
  closing.addEventListener('abort', signal.raise);

  await options.authorize();
  let position = options.after == null ? reader.head() : await resumeFrom(reader, options.after);
  yield { cursor: cursorOf(position), event: null };

  let caughtUp = false;
  while (!closing.aborted) {
    const buffer: LogEvent[] = [];
    let overflowed = false;
    const unlisten = reader.listen(topics, (event) => {
      if (buffer.length === BUFFER) {
        overflowed = true;
        buffer.length = 0;
      }
      if (!overflowed) buffer.push(event);
      signal.raise();
    });
    try {
      for (const head = reader.head(); position < head && !closing.aborted;) {
        if (caughtUp && head - position > MAX_LAG) throw slow(cursorOf(position));
        const events = await reader.range(topics, position, head, BACKFILL);
        for (const event of events) {
          position = event.position ?? position;
          if (isAccess(event)) await options.authorize();
          else yield { cursor: cursorOf(position), event };
        }
        if (events.length < BACKFILL) position = Math.max(position, head);
      }
      caughtUp = true;
      while (!overflowed && !closing.aborted) {
        const event = buffer.shift();
        if (!event) {
          // Nothing waits: everything up to the reader's head has been seen.
          position = Math.max(position, reader.head());
          const quiet = await idle(signal, closing);
          if (quiet) yield { cursor: cursorOf(Math.max(position, reader.head())), event: null };
        } else if (event.position === null || event.position > position) {
          position = event.position ?? position;
          if (isAccess(event)) await options.authorize();
          else yield { cursor: cursorOf(position), event };
        }
      }
    } finally {
      unlisten();
    }
  }
}

/** Waits for a signal; true when none came for so long that a bookmark is due. */
async function idle(signal: ReturnType<typeof signalOf>, closing: AbortSignal): Promise<boolean> {
  const before = performance.now();
  await signal.wait(BOOKMARK_MS);
  return !closing.aborted && performance.now() - before >= BOOKMARK_MS;
}

async function resumeFrom(reader: LogReader, cursor: string): Promise<number> {
  const position = decodeCursor(reader.logId, cursor);
  // A cursor from another process may be a moment ahead of this one's reader.
  for (let tries = 0; position > reader.head(); tries++) {
    if (tries === 20) throw invalid('it lies in the future');
    reader.nudge();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return position;
}

function slow(cursor: string): Fault {
  return new Fault(
    'SLOW_CONSUMER',
    'This stream fell too far behind. Read faster, or start again from the cursor in extensions.',
    { cursor },
  );
}
