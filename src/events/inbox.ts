import type { LogEvent, LogReader } from './reader.ts';

/** What has come for one subscriber since it began to listen, and waits for it; of bounded size. */
export interface Inbox {
  take(): LogEvent | undefined;
  /** Null, or once more came than it holds: the position behind which the log has to be read instead. */
  overflowedAt(): number | null;
  close(): void;
}

export interface InboxOptions {
  readonly topics: readonly string[];
  readonly size: number;
  readonly wants: (event: LogEvent) => boolean;
  /** Something came. */
  readonly came: () => void;
}

export function openInbox(reader: LogReader, { topics, size, wants, came }: InboxOptions): Inbox {
  const waiting: LogEvent[] = [];
  let overflowedAt: number | null = null;

  const close = reader.listen(topics, (event) => {
    if (overflowedAt !== null || !wants(event)) return;
    if (waiting.length < size) waiting.push(event);
    // What is live only may be lost.
    else if (event.position !== null) {
      overflowedAt = (waiting.find(({ position }) => position !== null)?.position ?? event.position) - 1;
      waiting.length = 0;
      reader.counts.overflows += 1;
    }
    came();
  });
  return { take: () => waiting.shift(), overflowedAt: () => overflowedAt, close };
}
