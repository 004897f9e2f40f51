import { vi } from 'vitest';
import { encodeCursor } from '../events/cursor.ts';
import type { Client } from './client.ts';
import type { TypedDocumentString } from './gql/graphql.ts';
import type { TestServer } from './server.ts';

interface Item<Event> {
  readonly cursor: string;
  readonly event: Event | null;
}

export interface Watch<Event> {
  /** The next event; bookmarks are passed over. */
  next(): Promise<Event>;
  stop(): Promise<void>;
}

/** Follows the one live stream of a document: from when it is known to be live, and with nothing from before. */
export async function watch<Event, Variables>(
  server: TestServer,
  client: Client,
  document: TypedDocumentString<{ readonly stream: Item<Event> }, Variables>,
  variables: Variables,
): Promise<Watch<Event>> {
  await caughtUp(server);
  const items = client.subscribe(document, variables);
  const first = await items.next();
  if (first.done || first.value.stream.event !== null) throw new Error('a stream begins with a bookmark');
  return {
    next: async () => {
      for (;;) {
        const item = await items.next();
        if (item.done) throw new Error('the stream has ended');
        if (item.value.stream.event !== null) return item.value.stream.event;
      }
    },
    stop: async () => {
      await items.return?.();
    },
  };
}

/** A stream that starts now starts where the reader is: here that is behind everything committed so far. */
export async function caughtUp({ app }: TestServer): Promise<void> {
  await vi.waitUntil(
    async () => {
      const [head] = await app.sql<{ log: string; position: bigint; stamped: boolean }[]>`
        select log_id as log, position, not exists (select from outbox) as stamped from event_log_head`;
      return head?.stamped && app.feed.cursor() === encodeCursor(head.log, Number(head.position));
    },
    { timeout: 5_000, interval: 5 },
  );
}
