import { once } from 'node:events';
import type { Client, FormattedExecutionResult } from 'graphql-ws';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Fault } from '../errors.ts';
import { startToy } from '../testing/toy-server.ts';

const toy = await startToy({ env: { CORS_ORIGINS: 'https://shop.example' } });
afterAll(() => toy.stop());

function ask(client: Client, query: string): Promise<FormattedExecutionResult[]> {
  return Array.fromAsync(client.iterate({ query }));
}

/** The close event of a connection that is refused. */
function refusal(params: Record<string, unknown>, headers: Record<string, string> = {}): Promise<unknown> {
  return ask(toy.socket(params, headers), '{ whoAmI }').catch((error: unknown) => error);
}

describe('who calls', () => {
  test.each([
    ['nobody', {}, {}, 'guest'],
    ['by connectionParams', { authorization: 'Bearer anna' }, {}, 'anna'],
    ['by the header', {}, { authorization: 'Bearer bruno' }, 'bruno'],
    [
      'by both: connectionParams count',
      { authorization: 'Bearer anna' },
      { authorization: 'Bearer bruno' },
      'anna',
    ],
  ])('%s', async (_name, params, headers, who) => {
    expect(await ask(toy.socket(params, headers), '{ whoAmI }')).toEqual([{ data: { whoAmI: who } }]);
  });

  test('the headers of a GraphiQL tab count for its operation', async () => {
    const client = toy.socket({ authorization: 'Bearer bruno' });
    const extensions = { headers: { Authorization: 'Bearer anna' } };
    const answers = await Array.fromAsync(client.iterate({ query: '{ whoAmI }', extensions }));
    expect(answers).toEqual([{ data: { whoAmI: 'anna' } }]);
    expect(await ask(client, '{ whoAmI }')).toEqual([{ data: { whoAmI: 'bruno' } }]);
  });

  test('a bad token closes the socket', async () => {
    expect(await refusal({ authorization: 'Bearer nobody' })).toMatchObject({
      code: 4403,
      reason: 'The token is wrong or expired; sign in again.',
    });
  });

  test('a session that ends while the socket is open can do nothing more', async () => {
    let signedOut = false;
    const actor = {
      kind: 'person',
      personId: 'p' as never,
      sessionId: 's' as never,
      operator: false,
    } as const;
    const other = await startToy({
      authenticate: async () => {
        if (signedOut) throw new Fault('UNAUTHENTICATED', 'The session has ended.');
        return Promise.resolve(actor);
      },
    });
    const client = other.socket({ authorization: 'Bearer anna' });
    // Holds the socket open, which the client would close when it has nothing to do.
    await client.iterate({ query: 'subscription { forever { number } }' }).next();
    expect(await ask(client, '{ whoAmI }')).toEqual([{ data: { whoAmI: 'p' } }]);
    signedOut = true;
    await expect(ask(client, '{ whoAmI }')).rejects.toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    await other.stop();
  });

  test.each([
    ['a configured origin', 'https://shop.example'],
    ['this server', 'same'],
  ])('a page of %s is let in', async (_name, origin) => {
    const headers = { origin: origin === 'same' ? toy.server.url : origin };
    expect(await ask(toy.socket({}, headers), '{ whoAmI }')).toEqual([{ data: { whoAmI: 'guest' } }]);
  });

  test.each([
    ['another site', 'https://evil.example'],
    ['no origin that it tells', 'null'],
  ])('a page of %s is not', async (_name, origin) => {
    expect(await refusal({}, { origin })).toMatchObject({ message: expect.stringContaining('403') });
  });
});

describe('operations', () => {
  test('queries, mutations and subscriptions', async () => {
    const client = toy.socket();
    expect(await ask(client, '{ hello }')).toEqual([{ data: { hello: 'hello you' } }]);
    expect(await ask(client, 'mutation { add(n: 2) }')).toEqual([{ data: { add: 2 } }]);
    expect(await ask(client, 'subscription { ticks(count: 2) { number } }')).toEqual([
      { data: { ticks: { number: 1 } } },
      { data: { ticks: { number: 2 } } },
    ]);
  });

  test.each([
    ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{', 'GRAPHQL_PARSE_FAILED'],
  ])('%s is refused', async (query, code) => {
    await expect(ask(toy.socket(), query)).rejects.toMatchObject([{ extensions: { code } }]);
  });

  test('a bug is hidden, under an id that is in the log', async () => {
    const [answer] = await ask(toy.socket(), '{ bug }');
    expect(answer).toMatchObject({ data: { bug: null }, errors: [{ extensions: { code: 'INTERNAL' } }] });
    const id = String(answer?.errors?.[0]?.extensions?.['requestId']);
    expect(id).toMatch(/^[0-9a-f-]{36}\.\d+$/);
    expect(toy.logged.some((line) => line.includes(id) && line.includes('secret detail'))).toBe(true);
  });

  test('a subscription that is refused has no stream', async () => {
    expect(await ask(toy.socket(), 'subscription { refused { number } }')).toMatchObject([
      { errors: [{ message: 'Not for you.', extensions: { code: 'FORBIDDEN' } }] },
    ]);
  });
});

describe('streams that end in an error', () => {
  async function readAll(query: string): Promise<{ ticks: number; errors: unknown }> {
    let ticks = 0;
    try {
      for await (const { data } of toy.socket().iterate({ query })) if (data) ticks += 1;
      return { ticks, errors: undefined };
    } catch (errors) {
      return { ticks, errors };
    }
  }

  test('a fault comes with its code and facts', async () => {
    expect(await readAll('subscription { endsInFault { number } }')).toEqual({
      ticks: 1,
      errors: [{ message: 'The cursor is too old.', extensions: { code: 'CURSOR_EXPIRED', oldest: 'c' } }],
    });
  });

  test('a bug is hidden', async () => {
    const { ticks, errors } = await readAll('subscription { endsInBug { number } }');
    expect(ticks).toBe(1);
    expect(errors).toMatchObject([
      { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } },
    ]);
  });

  test('over SSE too', async () => {
    const answer = await toy.post(
      { query: 'subscription { endsInFault { number } }' },
      { accept: 'text/event-stream' },
    );
    const text = await answer.text();
    expect(text).toContain('"number":1');
    expect(text).toContain('"code":"CURSOR_EXPIRED"');
    expect(text).toContain('event: complete');
  });
});

describe('each event has a context of its own', () => {
  const query = 'subscription { ticks(count: 3) { number remembered } }';

  test('over a socket', async () => {
    const events = await ask(toy.socket(), query);
    expect(events.map(({ data }) => data?.['ticks'])).toEqual(
      [1, 2, 3].map((n) => ({ number: n, remembered: n })),
    );
  });

  test('over SSE', async () => {
    const text = await (await toy.post({ query }, { accept: 'text/event-stream' })).text();
    expect(text.match(/"remembered":\d/g)).toEqual(['"remembered":1', '"remembered":2', '"remembered":3']);
  });
});

describe('streams end with their clients', () => {
  const query = 'subscription { forever { number } }';

  test('over a socket: unsubscribed', async () => {
    const stream = toy.socket().iterate({ query });
    await stream.next();
    expect(toy.openStreams()).toBe(1);
    await stream.return?.();
    await vi.waitFor(() => expect(toy.openStreams()).toBe(0));
  });

  test('over a socket: gone', async () => {
    const client = toy.socket();
    await client.iterate({ query }).next();
    expect(toy.openStreams()).toBe(1);
    client.terminate();
    await vi.waitFor(() => expect(toy.openStreams()).toBe(0));
  });

  test('over SSE', async () => {
    const leaving = new AbortController();
    const answer = await fetch(toy.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
    const reader = answer.body?.getReader();
    let text = '';
    while (!text.includes('"number":1')) text += new TextDecoder().decode((await reader?.read())?.value);
    expect(toy.openStreams()).toBe(1);
    leaving.abort();
    await vi.waitFor(() => expect(toy.openStreams()).toBe(0));
  });
});

describe('the wire', () => {
  const connect = (path = '/graphql') =>
    new WebSocket(`ws://127.0.0.1:${toy.server.port}${path}`, 'graphql-transport-ws');

  test('a message that is too large closes the socket, and no other', async () => {
    const socket = connect();
    await once(socket, 'open');
    socket.send('x'.repeat(300_000));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
    expect(await ask(toy.socket(), '{ hello }')).toHaveLength(1);
  });

  test('nonsense closes the socket', async () => {
    const socket = connect();
    await once(socket, 'open');
    socket.send('nonsense');
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(4400);
  });

  test('messages are not compressed', async () => {
    const socket = connect();
    await once(socket, 'open');
    expect(socket.extensions).toBe('');
    socket.close();
  });

  test('there is no socket elsewhere', async () => {
    const [error] = (await once(connect('/other'), 'error')) as [Error];
    expect(error.message).toMatch(/hang up|reset/);
  });
});
