import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { isAllowedOrigin, type Origins } from './origins.ts';
import { newCall } from './operation.ts';
import { socketOptions, type Extra, type SocketOperations } from './socket-operations.ts';

/** Bytes of one message from a client. */
const MAX_MESSAGE = 256_000;
/** Between pings, and how long the answer to one may take. */
const PING_MS = 12_000;
/** How long a client gets to close its side when the server stops. */
const CLOSING_MS = 1_000;
/** "Service restart": clients of graphql-ws connect again. */
const RESTARTING = 1012;

export interface Sockets {
  /** Takes over a request for an upgrade. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
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
  const protocol = makeServer(socketOptions(operations, log));
  return {
    upgrade(req, socket, head) {
      socket.on('error', () => socket.destroy());
      if (!isAllowedOrigin(req, origins)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(req, socket, head, (client) => open(protocol, client, req, log));
    },
    stop: () => stop(server),
  };
}

/** Joins one connection to the protocol, and drops it when its client has gone silent. */
function open(protocol: Server<Extra>, client: WebSocket, req: IncomingMessage, log: Logger): void {
  const connection = newCall(req.headers);
  const failed = (error: unknown) => {
    log.error({ err: error, requestId: connection.requestId }, 'a socket failed');
    client.close(1011, 'Internal error');
  };
  // A broken frame or a message that is too large; ws closes by itself, with the code for it.
  client.on('error', (error) =>
    log.debug({ err: error, requestId: connection.requestId }, 'a socket was broken'),
  );

  const closed = protocol.opened(
    {
      protocol: client.protocol,
      // Resolves when the message has left: a slow client holds up its own streams only.
      send: (text) =>
        new Promise((resolve) => {
          if (client.readyState === client.OPEN) client.send(text, () => resolve());
          else resolve();
        }),
      close: (code, reason) => client.close(code, reason),
      onMessage: (take) => client.on('message', (data: RawData) => void take(textOf(data)).catch(failed)),
    },
    { client, connection, req },
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
