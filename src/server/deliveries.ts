import type { Socket } from 'node:net';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { WebSocket } from 'ws';
import { send } from './socket-guards.ts';

/** Bytes that may wait for one socket before its streams do; small events need not wait for each other. */
const ROOM = 64_000;

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLError[] | undefined;
  readonly extensions?: unknown;
}

/** Where a subscription's results go. */
export interface Destination {
  readonly client: WebSocket;
  /** The connection that carries `client`. */
  readonly socket: Socket;
  /** The client's name for the subscription. */
  readonly id: string;
}

/**
 * Sends each result of a subscription, and gives graphql-ws nothing but the end of it: its own way makes the text of a
 * result anew for each subscriber, and takes half a dozen turns for it.
 */
export function sendEach(results: AsyncIterable<Result>, to: Destination): AsyncGenerator<never, void> {
  const items = results[Symbol.asyncIterator]();
  const head = `{"id":${JSON.stringify(to.id)},"type":"next","payload":`;
  let hasLeft = false;
  const end = async () => {
    hasLeft = true;
    await items.return?.();
    return { done: true, value: undefined } as const;
  };
  const toSend: AsyncGenerator<never, void> = {
    next: async () => {
      for (;;) {
        const item = await items.next();
        // What was still being made is for nobody: the client may use the id for something else by now.
        if (item.done === true || hasLeft) return { done: true, value: undefined };
        const sent = deliver(to, `${head}${textOf(item.value)}}`);
        if (sent !== null) await sent;
      }
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => toSend,
    [Symbol.asyncDispose]: async () => {
      await end();
    },
  };
  return toSend;
}

/** Null when there is no need to wait; else resolves when there is room again. */
function deliver({ client, socket }: Destination, text: string): Promise<void> | null {
  if (client.readyState !== client.OPEN || client.bufferedAmount > ROOM) return send(client, text);
  holdBack(socket);
  client.send(text);
  return null;
}

const heldBack = new Set<Socket>();

/** What is sent in one turn of the event loop leaves together: each write of its own is a call of the system. */
function holdBack(socket: Socket): void {
  if (heldBack.has(socket)) return;
  if (heldBack.size === 0) setImmediate(release);
  heldBack.add(socket);
  socket.cork();
}

function release(): void {
  for (const socket of heldBack) socket.uncork();
  heldBack.clear();
}

/** Of each result once: those of equal subscriptions are the same object. */
const texts = new WeakMap<Result, string>();

function textOf(result: Result): string {
  const known = texts.get(result);
  if (known !== undefined) return known;
  const text = JSON.stringify(sentOf(result));
  texts.set(result, text);
  return text;
}

/** Masked errors beside data are plain objects, which the protocol's own way of sending does not know. */
export function sentOf({ errors, ...rest }: Result): object {
  return errors === undefined ? rest : { ...rest, errors: errors.map(formatted) };
}

/** Without `extensions.http`, which only says something over HTTP. Errors beside data are formatted already. */
export function formatted(error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) return error;
  const { extensions, ...rest } = error.toJSON();
  const { http: _, ...others } = extensions ?? {};
  return { ...rest, extensions: others };
}
