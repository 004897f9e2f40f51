/** What a subscriber of the live part says: the messages of graphql-ws, to both servers. */
export interface Subscriber {
  readonly token: string;
  /** Null for a socket that is only open. */
  readonly subscription: { readonly query: string; readonly variables: object } | null;
}

/** Every socket has one subscription. */
export const SUBSCRIPTION_ID = '1';

/** What stands in each delivery of an event, and not in a bookmark. */
export const EVENT_MARK = '"event":{';

/** Comparable between the processes of one machine, in milliseconds. */
export function clock(): number {
  return performance.timeOrigin + performance.now();
}
