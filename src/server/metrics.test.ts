import { connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { startToy } from '../testing/toy-server.ts';

const TOKEN = 'a-token-of-prometheus';
const open = await startToy();
const shut = await startToy({ env: { METRICS_TOKEN: TOKEN } });
afterAll(() => Promise.all([open.stop(), shut.stop()]));

async function ask(url: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(`${url}/metrics`, { headers });
  const text = await answer.text();
  expect(text.includes('bottega_')).toBe(answer.status === 200);
  return answer.status;
}

test.each<[string, Record<string, string>, number]>([
  ['from this machine', {}, 200],
  ['through a proxy', { 'x-forwarded-for': '10.0.0.1' }, 404],
  ['through a proxy that says little', { 'x-forwarded-proto': 'https' }, 404],
  ['through a proxy of another kind', { forwarded: 'for=10.0.0.1' }, 404],
])('without a token: %s', async (_name, headers, status) => {
  expect(await ask(open.server.url, headers)).toBe(status);
});

test.each<[string, Record<string, string>, number]>([
  ['nobody', {}, 404],
  ['somebody with another', { authorization: 'Bearer a-token-of-somebody' }, 404],
  ['a part of it', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }, 404],
  ['by another scheme', { authorization: `Basic ${TOKEN}` }, 404],
  ['who has it', { authorization: `Bearer ${TOKEN}` }, 200],
  ['who has it, through a proxy', { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '10.0.0.1' }, 200],
])('with a token: %s', async (_name, headers, status) => {
  expect(await ask(shut.server.url, headers)).toBe(status);
});

test('a database that is not there is said, and everything else too', async () => {
  const text = await (await fetch(`${open.server.url}/metrics`)).text();
  expect(text).toContain('bottega_scrape_errors 1');
  expect(text).toContain('bottega_feed_leader 0');
});

test('what a client makes up is no label', async () => {
  await fetch(`${open.server.url}/${'x'.repeat(50)}`, { method: 'DELETE' });
  await open.post({ query: '{ bug fault }' });
  const socket = connect(open.server.port, '127.0.0.1');
  socket.end('RUBBISH / HTTP/9.9\r\n\r\n').resume();
  const text = await (await fetch(`${open.server.url}/metrics`)).text();
  expect(text).toContain('bottega_graphql_errors_total{code="RATE_LIMITED"} 1');
  expect(text).toContain('bottega_graphql_errors_total{code="INTERNAL"} 1');
  expect(text).toContain('bottega_http_requests_total{lane="other",status="404"}');
  expect(text).not.toContain('xxx');
});
