import { request } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { startToy } from '../testing/toy-server.ts';

const SHOP = 'https://shop.example';
const toy = await startToy({
  env: { CORS_ORIGINS: SHOP, BODY_LIMIT: '2000', PUBLIC_URL: 'https://api.example/' },
  routes: [
    { method: 'GET', path: '/images/', handle: (req, res) => void res.end(`image ${req.url ?? ''}`) },
    {
      method: 'POST',
      path: '/webhooks/stripe',
      handle: () => {
        throw new Error('secret detail');
      },
    },
  ],
});
afterAll(() => toy.stop());

/** By node:http, since fetch won't send `Origin` and `Sec-Fetch-*` as it is told. */
function send(method: string, path: string, headers: Record<string, string>, body = '') {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const url = new URL(path, toy.server.url);
      const req = request(url, { method, headers }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      req.on('error', reject);
      req.end(body);
    },
  );
}

const QUERY = '/graphql?query=%7Bhello%7D';
const BODY = JSON.stringify({ query: '{ hello }' });

describe('requests that a page of another site could forge', () => {
  test.each([
    ['a GET of a program', 'GET', {}, 200],
    ['a GET for JSON', 'GET', { accept: 'application/json' }, 200],
    ['a GET of another site', 'GET', { origin: 'https://evil.example' }, 403],
    ['a GET of another site, by its metadata', 'GET', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a GET of a sibling site', 'GET', { 'sec-fetch-site': 'same-site' }, 403],
    ['a GET of a configured origin', 'GET', { origin: SHOP, 'sec-fetch-site': 'cross-site' }, 200],
    ['a GET of this site', 'GET', { 'sec-fetch-site': 'same-origin' }, 200],
    ['a GET of this site, as it is known outside', 'GET', { origin: 'https://api.example' }, 200],
    ['a GET after a preflight', 'GET', { origin: 'https://evil.example', 'x-bottega': '1' }, 200],
    ['a JSON POST', 'POST', { 'content-type': 'application/json' }, 200],
    ['a POST of text', 'POST', { 'content-type': 'text/plain' }, 403],
    ['a POST of a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['a POST of a form with files', 'POST', { 'content-type': 'multipart/form-data; boundary=x' }, 403],
    ['a POST of nothing known', 'POST', {}, 400],
  ] as const)('%s', async (_name, method, headers, status) => {
    const answer = await send(
      method,
      method === 'GET' ? QUERY : '/graphql',
      headers,
      method === 'GET' ? '' : BODY,
    );
    expect(answer.status).toBe(status);
  });

  test('a form gets through with a header that needs a preflight', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-bottega': '1' };
    expect((await send('POST', '/graphql', headers, 'query=%7Bhello%7D')).text).toContain('hello you');
  });

  test('a mutation is not run by a GET', async () => {
    const answer = await send('GET', '/graphql?query=mutation%7Badd(n:1)%7D', {});
    expect(answer.status).toBe(405);
    expect(answer.text).toContain('BAD_USER_INPUT');
  });
});

describe('CORS', () => {
  test('a configured origin may read answers and send headers', async () => {
    const asked = { origin: SHOP, 'access-control-request-headers': 'authorization, content-type' };
    const preflight = await send('OPTIONS', '/graphql', asked);
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-methods': 'GET, POST',
      vary: 'origin',
    });
    const answer = await send('POST', '/graphql', { origin: SHOP, 'content-type': 'application/json' }, BODY);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': SHOP });
  });

  test('other origins get no headers', async () => {
    const preflight = await send('OPTIONS', '/graphql', { origin: 'https://evil.example' });
    expect(preflight.headers).not.toHaveProperty('access-control-allow-origin');
    expect(preflight.headers).not.toHaveProperty('access-control-allow-headers');
  });
});

describe('request ids', () => {
  test('a plain one is kept, for headers and resolvers', async () => {
    const answer = await toy.post({ query: '{ requestId }' }, { 'x-request-id': 'abc-1' });
    expect(answer.headers.get('x-request-id')).toBe('abc-1');
    expect(await answer.text()).toContain('abc-1');
  });

  test.each(['', 'a b', 'x'.repeat(101), '4111111111111111'])('another is replaced: "%s"', async (id) => {
    const answer = await toy.post({ query: '{ hello }' }, { 'x-request-id': id });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('failures', () => {
  test('a bug is hidden and logged under the request id', async () => {
    const answer = await toy.post({ query: '{ bug }' }, { 'x-request-id': 'bug-1' });
    expect(await answer.json()).toEqual({
      data: { bug: null },
      errors: [
        {
          message: 'Something went wrong on our side.',
          locations: [{ line: 1, column: 3 }],
          path: ['bug'],
          extensions: { code: 'INTERNAL', requestId: 'bug-1' },
        },
      ],
    });
    const line = toy.logged.find((one) => one.includes('bug-1') && one.includes('secret detail'));
    expect(line).toContain('toy-schema.ts');
  });

  test('a value that does not fit the schema is hidden too', async () => {
    const text = await (await toy.post({ query: '{ badValue }' })).text();
    expect(text).toContain('INTERNAL');
    expect(text).not.toContain('secret');
  });

  test('a bad token is a 401', async () => {
    const answer = await toy.post({ query: '{ hello }' }, { authorization: 'Bearer x' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test.each([
    ['of known length', JSON.stringify({ query: '#'.repeat(3000) })],
    ['in pieces', new Blob(['#'.repeat(1500), '#'.repeat(1500)]).stream()],
  ] as const)('a large body is a 413: %s', async (_name, body) => {
    const answer = await fetch(toy.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE', limit: 2000 } }],
    });
  });
});

describe('other addresses', () => {
  test.each([
    ['GET', '/health', 200, '{"status":"ok"}'],
    ['GET', '/ready', 200, '{"status":"ready"}'],
    ['GET', '/images/x?y', 200, 'image /images/x?y'],
    ['GET', '/images/', 404, 'NOT_FOUND'],
    ['POST', '/images/x', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/webhooks/stripe/more', 404, 'NOT_FOUND'],
    ['POST', '/webhooks/stripe', 500, 'INTERNAL'],
    ['GET', '/', 404, '/graphql'],
  ] as const)('%s %s', async (method, path, status, part) => {
    const answer = await send(method, path, {});
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(part);
    expect(answer.text).not.toContain('secret');
    expect(answer.headers).toHaveProperty('x-request-id');
  });

  test('no query, token or body is logged', async () => {
    await toy.post({ query: '{ hello(name: "needle-1") }' }, { authorization: 'Bearer anna' });
    await send('GET', '/graphql?query=%7Bhello(name:%22needle-2%22)%7D', {});
    const lines = toy.logged.join('');
    expect(lines).toContain('answered');
    expect(lines).not.toMatch(/needle|anna/);
  });
});
