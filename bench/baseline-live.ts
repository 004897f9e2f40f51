/**
 * What live delivery is compared with: a hand-written broadcaster over `ws`, with the same messages. It reads no log
 * and asks nobody: it is told what to send, makes the text of it once and writes it to each socket of the topic.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { serveParent } from './child.ts';
import { SUBSCRIPTION_ID } from './live-protocol.ts';
import { memory } from './memory.ts';

interface ClientMessage {
  readonly type: string;
  readonly payload?: { readonly variables?: unknown };
}

const topics = new Map<string, Set<WebSocket>>();

function take(socket: WebSocket, message: ClientMessage): void {
  if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}');
  if (message.type !== 'subscribe') return;
  const topic = JSON.stringify(message.payload?.variables);
  topics.set(topic, (topics.get(topic) ?? new Set()).add(socket));
  socket.on('close', () => topics.get(topic)?.delete(socket));
  socket.send(next({ event: null }));
}

const next = (payload: unknown) => JSON.stringify({ id: SUBSCRIPTION_ID, type: 'next', payload });

await serveParent(async () => {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => take(socket, JSON.parse((data as Buffer).toString()) as ClientMessage));
  });
  const server = createServer();
  server.on('upgrade', (req, socket, head) =>
    sockets.handleUpgrade(req, socket, head, (client) => sockets.emit('connection', client, req)),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    answers: {
      memory,
      broadcast: ({ topic, payloads }: { topic: object; payloads: unknown[] }) => {
        const listening = topics.get(JSON.stringify(topic)) ?? [];
        for (const payload of payloads) {
          const text = next(payload);
          for (const socket of listening) socket.send(text);
        }
      },
    },
    stop: () => {
      for (const client of sockets.clients) client.terminate();
      server.close();
      return Promise.resolve();
    },
  };
});
