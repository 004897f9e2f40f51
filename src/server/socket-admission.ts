import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectionInitMessage, Context } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Actor } from '../context.ts';
import { Fault } from '../errors.ts';
import type { Meter } from '../metrics/meter.ts';
import type { Connections } from './connections.ts';
import type { Credentials } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';
import type { Yoga } from './graphql.ts';
import type { Call } from './operation.ts';
import { closeSoon, TOO_MANY } from './socket-guards.ts';

/** What a connection is made of, besides the protocol's own state. */
export interface Extra {
  readonly client: WebSocket;
  readonly req: IncomingMessage;
  readonly address: string;
  /** The call that opened the connection. */
  readonly connection: Call;
}

export interface SocketOperations extends Pick<Endpoint, 'authenticate' | 'contextOf'> {
  readonly yoga: Yoga;
  readonly connections: Connections;
  readonly credentials: Credentials;
  readonly meter: Meter;
  /** Operations that may be open on one socket. */
  readonly operationLimit: number;
  /** Milliseconds that a client may take to introduce itself. */
  readonly introduction: number;
}

export type Connection = Context<ConnectionInitMessage['payload'], Extra>;
/** Those that have introduced themselves. */
export type OpenConnections = Set<Connection>;
/**
 * "Forbidden", for a token that is no good or no longer: clients of graphql-ws ask their `connectionParams` again, which
 * may have a new one by then, and try a few times. After 4401 they would not: it is for who never introduced itself.
 */
export const FORBIDDEN = 4403;
/** How long streams get to end by themselves, in the order of the log, when what their socket was opened with has ended. */
const ENDING_MS = 2_000;

/** The live streams on them: what has no answer yet is none, or not yet. */
export function streamsOf(connections: OpenConnections): number {
  let count = 0;
  for (const { subscriptions } of connections) {
    for (const stream of Object.values(subscriptions)) if (stream) count += 1;
  }
  return count;
}

/** Counts the socket as its caller's, and sees that it does not outlive what it was opened with. */
export function admit(
  { connections, credentials, contextOf }: SocketOperations,
  connection: Connection,
  actor: Actor,
  open: OpenConnections,
): boolean {
  const { client, address, connection: call } = connection.extra;
  // It may have left while it was looked up who it is.
  if (client.readyState !== client.OPEN) return false;
  const leave = connections.open(actor, address);
  if (leave === null) {
    closeSoon(client, TOO_MANY, 'Too many connections are open; close one first');
    return false;
  }
  const unwatch = credentials.watch(contextOf(actor, call.requestId), () => void sendAway(connection));
  open.add(connection);
  client.once('close', () => {
    open.delete(connection);
    leave();
    unwatch();
  });
  return true;
}

/** Its streams find out by themselves: what they may still give comes before the end. */
async function sendAway({ extra, subscriptions }: Connection): Promise<void> {
  const deadline = performance.now() + ENDING_MS;
  while (Object.keys(subscriptions).length > 0 && performance.now() < deadline) await sleep(20);
  closeSoon(extra.client, FORBIDDEN, 'The session or key of this connection has ended');
}

/** Throws RATE_LIMITED when an operation is one too many. */
export function checkRoom({ subscriptions }: Connection, limit: number): void {
  if (Object.keys(subscriptions).length <= limit) return;
  const advice = 'Wait for an answer, end a stream, or open another connection.';
  throw new Fault('RATE_LIMITED', `${limit} operations are open on this connection. ${advice}`, { limit });
}
