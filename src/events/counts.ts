/** What the feed of a process has done since it began: for people who look after it, and nothing depends on it. */
export interface FeedCounts {
  /** Events read from the log, once for the whole process. */
  read: number;
  /** Events given to subscribers; one event to a thousand of them is a thousand. */
  delivered: number;
  bookmarks: number;
  /** Inboxes that were full, so that their streams read the log again. */
  overflows: number;
  /** Streams that were ended with SLOW_CONSUMER. */
  slowConsumers: number;
}

export function newCounts(): FeedCounts {
  return { read: 0, delivered: 0, bookmarks: 0, overflows: 0, slowConsumers: 0 };
}
