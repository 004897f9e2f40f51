import type { Client } from './client.ts';
import type { TypedDocumentString } from './gql/graphql.ts';

interface Item<Event> {
  readonly cursor: string;
  readonly event: Event | null;
}

export interface Watch<Event> {
  /** The next event; bookmarks are passed over. */
  next(): Promise<Event>;
  stop(): Promise<void>;
}

/** Follows the one live stream of a document, from the moment at which it is known to be live. */
export async function watch<Event, Variables>(
  client: Client,
  document: TypedDocumentString<{ readonly stream: Item<Event> }, Variables>,
  variables: Variables,
): Promise<Watch<Event>> {
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
