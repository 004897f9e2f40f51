import type { Logger } from 'pino';
import type { Sql } from '../db/client.ts';
import { newId } from '../db/id.ts';
import type { EventPayload, EventType } from './catalogue.ts';
import { encodeCursor } from './cursor.ts';
import { startReader, type Listener, type LogEvent } from './reader.ts';
import { startSequencer } from './sequencer.ts';
import { stream, type Delivery, type StreamOptions } from './stream.ts';

/** The live side of a process. Nothing is published through it but what stands in the log. */
export interface Feed {
  /** After a commit that recorded events: a hint to stamp them. Never waits, never throws. */
  nudge(): void;
  /** A cursor from which a stream gives everything that a read which begins now may not see. */
  cursor(): string;
  /** A subscriber's stream; ends when its `return` is called or it loses its permission. */
  subscribe(options: StreamOptions): AsyncIterableIterator<Delivery, void>;
  /** Calls back for each event on the topics, for the process's own use. */
  listen(topics: readonly string[], listener: Listener): () => void;
  /** Tells every process's listeners something that is not kept, such as typing. */
  whisper(event: {
    type: EventType;
    subjectId: string;
    topics: readonly string[];
    payload: EventPayload;
  }): void;
  stop(): Promise<void>;
}

/** Hints between processes. They carry no truth: losing one costs a poll's wait. */
const COMMITTED = 'bottega_committed';
const STAMPED = 'bottega_stamped';
const WHISPER = 'bottega_whisper';

export async function startFeed(sql: Sql, log: Logger): Promise<Feed> {
  const reader = await startReader(sql, log);
  const notify = notifier(sql, log);
  const sequencer = startSequencer(sql, log, () => {
    reader.nudge();
    notify(STAMPED);
  });
  const listening = await Promise.all([
    sql.listen(COMMITTED, sequencer.nudge),
    sql.listen(STAMPED, reader.nudge),
    sql.listen(WHISPER, (text) => reader.whisper(whispered(text))),
  ]);
  const streams = new Set<AbortController>();

  return {
    nudge: () => (sequencer.leading() ? sequencer.nudge() : notify(COMMITTED)),
    cursor: () => encodeCursor(reader.logId, reader.head()),
    subscribe: (options) => closable(streams, (closing) => stream(reader, options, closing)),
    listen: reader.listen,
    whisper: (event) => notify(WHISPER, JSON.stringify(event)),
    stop: async () => {
      for (const open of streams) open.abort();
      await Promise.all(listening.map((one) => one.unlisten()));
      await sequencer.stop();
      await reader.stop();
    },
  };
}

/** NOTIFY on a connection of its own, outside every transaction; equal hints in flight are merged. */
function notifier(sql: Sql, log: Logger): (channel: string, payload?: string) => void {
  const inFlight = new Set<string>();
  return (channel, payload = '') => {
    const key = channel + payload;
    if (inFlight.has(key)) return;
    inFlight.add(key);
    sql
      .notify(channel, payload)
      .catch((error: unknown) => log.debug({ err: error }, 'a hint was lost'))
      .finally(() => inFlight.delete(key));
  };
}

function whispered(text: string): LogEvent {
  const event = JSON.parse(text) as Pick<LogEvent, 'type' | 'subjectId' | 'topics' | 'payload'>;
  return { ...event, id: newId(), position: null, sequence: null, occurredAt: new Date() };
}

/**
 * An async generator can't be returned from while it waits; this one's `return` wakes it first, so that an
 * idle subscription leaves at once and not at its next event.
 */
function closable<T>(
  open: Set<AbortController>,
  start: (closing: AbortSignal) => AsyncGenerator<T, void>,
): AsyncIterableIterator<T, void> {
  const controller = new AbortController();
  const source = start(controller.signal);
  open.add(controller);
  const finish = () => open.delete(controller);
  controller.signal.addEventListener('abort', finish);
  const iterator: AsyncIterableIterator<T, void> = {
    [Symbol.asyncIterator]: () => iterator,
    next: async () => {
      try {
        const item = await source.next();
        if (item.done) finish();
        return item;
      } catch (error) {
        finish();
        throw error;
      }
    },
    return: async () => {
      controller.abort();
      return source.return();
    },
  };
  return iterator;
}
