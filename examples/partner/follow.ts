import { createClient } from 'graphql-ws';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, call, type Access } from './api.ts';
import type { CursorFile } from './cursor-file.ts';
import { ORDER, type Order } from './orders.ts';

const EVENTS = `
  subscription ($after: EventCursor) {
    orderEvents(after: $after) {
      cursor
      event { id type order { ...PartnerOrder } }
    }
  }
  ${ORDER}`;

const OPEN_ORDERS = `
  query ($state: OrderState!, $after: String) {
    eventCursor
    viewer {
      ... on PartnerApp {
        orders(state: $state, first: 50, after: $after) {
          nodes: edges { node { ...PartnerOrder } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
  ${ORDER}`;

/** Those that wait to be accepted, and those that wait to be shipped. */
const OPEN_STATES = ['PLACED', 'CONFIRMED'];

interface Item {
  readonly orderEvents: {
    readonly cursor: string;
    readonly event: { readonly id: string; readonly type: string; readonly order: Order | null } | null;
  };
}

interface Snapshot {
  readonly eventCursor: string;
  readonly viewer: {
    readonly orders: {
      readonly nodes: readonly { readonly node: Order }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

/** Called once for each event; twice for one whose cursor was not written before the program died. */
export type Handle = (order: Order, because: string) => Promise<void>;

/** Codes after which trying again would only give the same; 4403 closes the socket of a key that is no good. */
const FINAL = ['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', '4403'];

/** Follows all orders, for good: over lost connections, restarts of either side, and cursors that are too old. */
export async function follow(access: Access, cursor: CursorFile, handle: Handle): Promise<never> {
  // Also when there is a cursor: what shops had before they joined comes in no stream.
  const start = await catchUp(access, handle);
  if ((await cursor.read()) === null) await cursor.write(start);
  for (let failures = 0; ; failures++) {
    try {
      for await (const item of itemsAfter(access, await cursor.read())) {
        failures = 0;
        if (item.event?.order) await handle(item.event.order, item.event.type);
        // Only now: what was begun and not finished comes again.
        await cursor.write(item.cursor);
      }
    } catch (error) {
      const code = codeOf(error);
      if (FINAL.includes(code)) throw error;
      if (code.startsWith('CURSOR_')) await cursor.write(await catchUp(access, handle));
    }
    await sleep(Math.min(30_000, 250 * 2 ** failures) * (0.5 + Math.random() / 2));
  }
}

/** Reads the open orders as they are now, and the cursor behind which the stream goes on from there. */
async function catchUp(access: Access, handle: Handle): Promise<string> {
  let start: string | null = null;
  for (const state of OPEN_STATES) {
    for (let after: string | null = null, isMore = true; isMore;) {
      const snapshot: Snapshot = await call<Snapshot>(access, OPEN_ORDERS, { state, after });
      // Of the first page: what changes while the others are read comes again as an event.
      start ??= snapshot.eventCursor;
      const { nodes, pageInfo } = snapshot.viewer.orders;
      for (const { node } of nodes) await handle(node, 'OPEN');
      after = pageInfo.endCursor;
      isMore = pageInfo.hasNextPage;
    }
  }
  if (start === null) throw new Error('A snapshot without a cursor.');
  return start;
}

/** What the API said (an ApiError), or else with what the socket was closed. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'NO_ANSWER';
}

async function* itemsAfter({ url, key }: Access, after: string | null) {
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    connectionParams: { authorization: `Bearer ${key}` },
    // Who follows tries again by itself, from the cursor that it has kept by then.
    retryAttempts: 0,
  });
  try {
    for await (const { data, errors } of client.iterate<Item>({ query: EVENTS, variables: { after } })) {
      if (data) yield data.orderEvents;
      const [error] = errors ?? [];
      if (error) throw new ApiError(error.message, String(error.extensions?.['code']));
    }
  } catch (error) {
    // A stream that the server has ended with a reason.
    if (!Array.isArray(error)) throw error;
    const [{ message, extensions } = {}] = error as { message?: string; extensions?: { code?: string } }[];
    throw new ApiError(message ?? 'The stream ended.', extensions?.code ?? 'NO_ANSWER');
  } finally {
    await client.dispose();
  }
}
