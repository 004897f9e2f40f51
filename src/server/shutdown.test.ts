import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createLogger } from '../log.ts';
import { startToy } from '../testing/toy-server.ts';

test('what is under way finishes; sockets are sent elsewhere; nothing new is taken', async () => {
  const toy = await startToy();
  const closed = vi.fn();
  const client = toy.socket();
  client.on('closed', closed);
  await client.iterate({ query: 'subscription { forever { number } }' }).next();
  const stream = await toy.post(
    { query: 'subscription { forever { number } }' },
    { accept: 'text/event-stream' },
  );
  const waiting = toy.post({ query: '{ gate }' });
  await toy.gateReached;

  const stopped = toy.server.stop();
  await vi.waitFor(() => expect(closed).toHaveBeenCalledWith(expect.objectContaining({ code: 1012 })));
  await stream.text();
  await expect(toy.post({ query: '{ hello }' })).rejects.toThrow('fetch failed');
  toy.openGate();
  expect(await (await waiting).json()).toEqual({ data: { gate: 'through' } });
  await stopped;
  expect(toy.openStreams()).toBe(0);
});

test('what does not finish in time is cut off', async () => {
  const toy = await startToy({ env: { SHUTDOWN_SECONDS: '0' } });
  const waiting = toy.post({ query: '{ gate }' });
  await toy.gateReached;
  await toy.server.stop();
  await expect(waiting).rejects.toThrow('fetch failed');
});

test('a server that stops says that it is not ready, to connections that it has', async () => {
  const toy = await startToy();
  const waiting = toy.post({ query: '{ gate }' });
  await toy.gateReached;
  // A pipelined request is the one way in once the door is shut.
  const socket = connect(toy.server.port, '127.0.0.1');
  let text = '';
  socket.on('data', (data: Buffer) => {
    text += data.toString();
  });
  socket.write('GET /ready HTTP/1.1\r\nHost: x\r\n');
  await vi.waitFor(() => expect(socket.readyState).toBe('open'));
  const stopped = toy.server.stop();
  socket.write('\r\n');
  await vi.waitFor(() => expect(text).toContain('503'));
  socket.destroy();
  toy.openGate();
  await waiting;
  await stopped;
});

test('a database that does not answer is not ready', async () => {
  const toy = await startToy({
    app: {
      log: createLogger('silent'),
      sql: (async () => Promise.reject(new Error('gone'))) as never,
      feed: { cursor: () => 'c', listen: () => () => {} } as never,
    },
  });
  const answer = await fetch(`${toy.server.url}/ready`);
  expect(answer.status).toBe(503);
  expect((await fetch(`${toy.server.url}/health`)).status).toBe(200);
  await toy.stop();
});
