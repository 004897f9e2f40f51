import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';

/** What the protocol says to a client. */
export interface RawMessage {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A WebSocket without a client's manners: it says what a test wants it to. */
export interface RawSocket {
  readonly socket: WebSocket;
  /** As JSON, unless it is text or bytes. */
  say(...messages: readonly (object | string | Buffer)[]): void;
  /** The next message that has not been taken. */
  next(): Promise<RawMessage>;
  /** All that came and was not taken. */
  readonly received: readonly RawMessage[];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

export async function rawSocket(url: string, options: ClientOptions = {}): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', options);
  const received: RawMessage[] = [];
  let wake = () => {};
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      resolve({ code, reason: reason.toString() });
      wake();
    });
  });
  socket.on('message', (data: Buffer) => {
    received.push(JSON.parse(data.toString()) as RawMessage);
    wake();
  });
  await once(socket, 'open');
  socket.on('error', () => {});
  return {
    socket,
    received,
    closed,
    say: (...messages) => {
      for (const one of messages) {
        socket.send(typeof one === 'string' || Buffer.isBuffer(one) ? one : JSON.stringify(one));
      }
    },
    next: async () => {
      for (;;) {
        const message = received.shift();
        if (message) return message;
        if (socket.readyState === WebSocket.CLOSED) throw new Error('the socket is closed');
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** One that has introduced itself, as a guest unless it has a token. */
export async function introduced(
  url: string,
  token?: string,
  options: ClientOptions = {},
): Promise<RawSocket> {
  const raw = await rawSocket(url, options);
  raw.say({
    type: 'connection_init',
    payload: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  const { type } = await raw.next();
  if (type !== 'connection_ack') throw new Error(`not let in: ${type}`);
  return raw;
}

export function subscribing(id: string, query: string, more: object = {}): object {
  return { id, type: 'subscribe', payload: { query, ...more } };
}
