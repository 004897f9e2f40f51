import { connect, type Socket } from 'node:net';

/** What came of one stretch of load. */
export interface Run {
  readonly perSecond: number;
  /** Of each request, in milliseconds. */
  readonly latencies: readonly number[];
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** A whole HTTP request, as bytes. */
  readonly next: () => Buffer;
  /** What stands in every good answer; the first one without it ends the benchmark. */
  readonly marker: string;
}

/**
 * Keeps every connection busy with one request after the other. Plain sockets and the least of HTTP, because
 * whatever the generator takes of the machine's cores is missing to the server that is measured.
 */
export async function drive(load: Load): Promise<Run> {
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + load.seconds * 1000;
  await Promise.all(Array.from({ length: load.connections }, () => busyUntil(end, load, latencies)));
  return { perSecond: latencies.length / ((performance.now() - start) / 1000), latencies };
}

function busyUntil(end: number, load: Load, latencies: number[]): Promise<void> {
  const socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true });
  return new Promise<void>((resolve, reject) => {
    let sent = 0;
    const send = () => {
      sent = performance.now();
      socket.write(load.next());
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed a connection.')));
    onAnswers(socket, (answer) => {
      const now = performance.now();
      latencies.push(now - sent);
      if (!answer.includes(load.marker)) reject(new Error(`Not a good answer: ${answer.toString()}`));
      else if (now < end) send();
      else resolve();
    });
  }).finally(() => socket.destroy());
}

/** A connection for one request after the other. */
export interface Sender {
  send(request: Buffer): Promise<Buffer>;
  close(): void;
}

export function openSender(port: number): Sender {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let answered: (answer: Buffer) => void = () => {};
  let failed: (error: Error) => void = () => {};
  socket.on('error', (error) => failed(error));
  socket.on('close', () => failed(new Error('The server closed a connection.')));
  onAnswers(socket, (answer) => answered(answer));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        [answered, failed] = [resolve, reject];
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** Cuts what comes in into answers; both servers send a content-length. */
function onAnswers(socket: Socket, take: (answer: Buffer) => void): void {
  let received: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    if (received.length < lengthOf(received)) return;
    const answer = received;
    received = Buffer.alloc(0);
    take(answer);
  });
}

/** Bytes of the whole answer; infinite while its header is not complete. */
function lengthOf(received: Buffer): number {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return Infinity;
  const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, end))?.[1];
  if (length === undefined) throw new Error('An answer without a content-length.');
  return end + 4 + Number(length);
}

/** A POST of JSON, as bytes. */
export function post(path: string, token: string, body: unknown): Buffer {
  const json = JSON.stringify(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(json)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${json}`);
}
