import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { addressOf } from './connections.ts';
import { isAllowedOrigin, type Origins } from './origins.ts';
import { newCall } from './operation.ts';
import { CLOSING_MS, floodGuard, send } from './socket-guards.ts';
import { idsInTurn } from './socket-ids.ts';
import { streamsOf, type Extra, type OpenConnections, type SocketOperations } from './socket-admission.ts';
import { socketOptions } from './socket-operations.ts';

/** Bytes of one message from a client. */
const MAX_MESSAGE = 256_000;
/** Between pings, and how long the answer to one may take. */
const PING_MS = 12_000;
/** "Service restart": clients of graphql-ws connect again. */
const RESTARTING = 1012;

export interface Sockets {
  /** Takes over a request for an upgrade. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many are open, introduced or not. */
  count(): number;
  /** How many live streams they carry. */
  streams(): number;
  stop(): Promise<void>;
}

export function createSockets(operations: SocketOperations, origins: Origins, log: Logger): Sockets {
  // Compression costs some 300 kB a connection, for messages of a few hundred bytes.
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE,
    perMessageDeflate: false,
    handleProtocols,
  });
  const connections: OpenConnections = new Set();
  const protocol = makeServer(socketOptions(operations, connections, log));
  return {
    upgrade(req, socket, head) {
      socket.on('error', () => socket.destroy());
      if (!isAllowedOrigin(req, origins)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      const address = addressOf(req, origins.trustProxy);
      server.handleUpgrade(req, socket, head, (client) => {
        client.once('close', operations.meter.closed);
        const connection = newCall(req.headers, operations.meter);
        open(protocol, client, { req, address, connection }, log);
      });
    },
    count: () => server.clients.size,
    streams: () => streamsOf(connections),
    stop: () => stop(server),
  };
}

/** Joins one connection to the protocol, and drops it when its client has gone silent. */
function open(protocol: Server<Extra>, client: WebSocket, from: Omit<Extra, 'client'>, log: Logger): void {
  const { requestId } = from.connection;
  const failed = (error: unknown) => {
    log.error({ err: error, requestId }, 'a socket failed');
    client.close(1011, 'Internal error');
  };
  // A broken frame or a message that is too large; ws closes by itself, with the code for it.
  client.on('error', (error) => log.debug({ err: error, requestId }, 'a socket was broken'));

  const isTooMuch = floodGuard(client);
  client.on('ping', isTooMuch);
  const closed = protocol.opened(
    {
      protocol: client.protocol,
      send: (text) => send(client, text),
      close: (code, reason) => client.close(code, reason),
      onMessage: (take) => {
        const takeInTurn = idsInTurn(client, take);
        client.on('message', (data: RawData) => {
          if (!isTooMuch()) void takeInTurn(textOf(data)).catch(failed);
        });
      },
    },
    { client, ...from },
  );
  const pings = keepAlive(client);
  client.once('close', (code, reason) => {
    clearInterval(pings);
    closed(code, reason.toString()).catch(failed);
  });
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.from(data as Buffer).toString();
}

function keepAlive(client: WebSocket): NodeJS.Timeout {
  let answered = true;
  client.on('pong', () => {
    answered = true;
  });
  return setInterval(() => {
    if (!answered) {
      client.terminate();
      return;
    }
    answered = false;
    client.ping();
  }, PING_MS);
}

async function stop(server: WebSocketServer): Promise<void> {
  const clients = [...server.clients];
  const left = clients.map((client) => new Promise((resolve) => client.once('close', resolve)));
  for (const client of clients) client.close(RESTARTING, 'Service restart');
  const timer = setTimeout(() => {
    for (const client of clients) client.terminate();
  }, CLOSING_MS);
  await Promise.all(left);
  clearTimeout(timer);
  server.close();
}
