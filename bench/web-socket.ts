import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

export interface WebSocketClient {
  send(message: object): void;
  close(): void;
}

interface WebSocketOptions {
  readonly port: number;
  readonly token: string;
  readonly opened: (client: WebSocketClient) => void;
  /** The text of one message, as bytes. */
  readonly came: (client: WebSocketClient, text: Buffer) => void;
  readonly failed: (error: Error) => void;
}

const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

/** The least of WebSocket over a plain socket: what a client takes of the cores is missing to both servers. */
export function openWebSocket({ port, token, opened, came, failed }: WebSocketOptions): void {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const client: WebSocketClient = {
    send: (message) => socket.write(frame(TEXT, Buffer.from(JSON.stringify(message)))),
    close: () => socket.destroy(),
  };
  let received: Buffer = Buffer.alloc(0);
  let isOpen = false;
  socket.on('connect', () => socket.write(upgrade(token)));
  socket.on('error', failed);
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    if (!isOpen) {
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!received.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
        failed(new Error(`No socket: ${received.toString('latin1', 0, end)}`));
        return;
      }
      isOpen = true;
      received = received.subarray(end + 4);
      opened(client);
    }
    received = takeFrames(received, (kind, content) => {
      if (kind === TEXT) came(client, content);
      else if (kind === PING) socket.write(frame(PONG, content));
      else if (kind === CLOSE) failed(new Error(`The server closed a socket: ${content.toString('latin1')}`));
    });
  });
}

function upgrade(token: string): string {
  const head = [
    'GET /graphql HTTP/1.1',
    'host: 127.0.0.1',
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
    'sec-websocket-protocol: graphql-transport-ws',
    `authorization: Bearer ${token}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n`;
}

/** A whole one of a client, which has to be masked: with zeros, so that the content stays as it is. */
function frame(kind: number, content: Buffer): Buffer {
  const head = content.length < 126 ? Buffer.alloc(6) : Buffer.alloc(8);
  head[0] = 0x80 | kind;
  head[1] = 0x80 | Math.min(content.length, 126);
  if (content.length >= 126) head.writeUInt16BE(content.length, 2);
  return Buffer.concat([head, content]);
}

/** Returns what is left over: the beginning of one. */
function takeFrames(received: Buffer, take: (kind: number, content: Buffer) => void): Buffer {
  let at = 0;
  while (received.length - at >= 2) {
    const short = (received[at + 1] ?? 0) & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (received.length - at < head) break;
    const length =
      short < 126
        ? short
        : short === 126
          ? received.readUInt16BE(at + 2)
          : Number(received.readBigUInt64BE(at + 2));
    if (received.length - at < head + length) break;
    take((received[at] ?? 0) & 0x0f, received.subarray(at + head, at + head + length));
    at += head + length;
  }
  return at === 0 ? received : received.subarray(at);
}
