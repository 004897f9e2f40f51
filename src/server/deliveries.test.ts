import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { sendEach, type Destination } from './deliveries.ts';

const http = createServer();
const sockets = new WebSocketServer({ noServer: true });
beforeAll(async () => {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});
afterAll(() => {
  for (const client of sockets.clients) client.terminate();
  http.close();
});

/** Both ends of a connection. */
async function connected(): Promise<{ to: Destination; client: WebSocket; received: string[] }> {
  const upgraded = new Promise<Destination>((resolve) => {
    http.once('upgrade', (req, socket, head) =>
      sockets.handleUpgrade(req, socket, head, (client) => resolve({ client, socket: req.socket, id: '"1' })),
    );
  });
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const received: string[] = [];
  client.on('message', (data: Buffer) => received.push(data.toString()));
  const [to] = await Promise.all([upgraded, once(client, 'open')]);
  return { to, client, received };
}

/** Results that never wait for anything, and how many of them were taken. */
function numbered(count: number, text = '') {
  const taken = { count: 0, ended: false };
  async function* results() {
    try {
      while (taken.count < count) {
        taken.count += 1;
        yield { data: { number: taken.count, text } };
      }
    } finally {
      taken.ended = true;
    }
  }
  return { results: results(), taken };
}

test('every result goes out in order, as graphql-ws would write it, and graphql-ws is told the end', async () => {
  const { to, received } = await connected();
  const { results } = numbered(1_000);
  expect(await sendEach(results, to).next()).toEqual({ done: true, value: undefined });
  await expect.poll(() => received.length).toBe(1_000);
  const messages = received.map((text) => JSON.parse(text) as unknown);
  expect(messages).toEqual(
    Array.from({ length: 1_000 }, (_, n) => ({
      id: '"1',
      type: 'next',
      payload: { data: { number: n + 1, text: '' } },
    })),
  );
});

test('a client that does not read holds a few messages, however many there are, and gets all when it reads', async () => {
  const { to, client, received } = await connected();
  client.pause();
  const text = 'x'.repeat(100_000);
  const { results, taken } = numbered(500, text);
  const end = sendEach(results, to).next();
  let before = 0;
  await expect
    .poll(() => {
      const isStill = taken.count > 0 && taken.count === before;
      before = taken.count;
      return isStill;
    })
    .toBe(true);
  // The system's own buffers take some megabytes.
  expect(taken.count).toBeLessThan(250);
  expect(to.client.bufferedAmount).toBeLessThan(64_000 + 2 * 101_000);
  client.resume();
  await end;
  await expect.poll(() => received.length).toBe(500);
  expect(
    received.map((one) => (JSON.parse(one) as { payload: { data: { number: number } } }).payload.data.number),
  ).toEqual(Array.from({ length: 500 }, (_, n) => n + 1));
});

test('a stream whose client has left or does not read can be ended', async () => {
  const { to, client } = await connected();
  client.pause();
  const { results, taken } = numbered(10_000, 'x'.repeat(100_000));
  const sending = sendEach(results, to);
  const end = sending.next();
  await expect.poll(() => to.client.bufferedAmount).toBeGreaterThan(64_000);
  const left = sending.return(undefined);
  client.terminate();
  await Promise.all([left, end]);
  expect(taken.ended).toBe(true);
});

test('what was still being made when its client left is not sent: the id may be that of something else', async () => {
  const { to, received } = await connected();
  const making = Promise.withResolvers<void>();
  async function* results() {
    await making.promise;
    yield { data: { number: 1 } };
  }
  const sending = sendEach(results(), to);
  const end = sending.next();
  const left = sending.return(undefined);
  making.resolve();
  await Promise.all([end, left]);
  to.client.send('the next');
  await expect.poll(() => received).toEqual(['the next']);
});

test('what goes wrong in a stream reaches graphql-ws', async () => {
  const { to } = await connected();
  async function* failing() {
    yield await Promise.resolve({ data: null });
    throw new Error('broken');
  }
  await expect(sendEach(failing(), to).next()).rejects.toThrow('broken');
});
