import { afterAll, expect, test } from 'vitest';
import { startToy } from '../testing/toy-server.ts';

const toy = await startToy({ graphiql: { title: 'Try it', defaultQuery: '{ hello }' } });
afterAll(() => toy.stop());

const open = (headers: Record<string, string> = {}) =>
  fetch(toy.url, { headers: { accept: 'text/html,application/xhtml+xml', ...headers } });

test('the playground needs no other host', async () => {
  const answer = await open();
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const html = await answer.text();
  expect(html).toContain('<title>Try it</title>');
  // Whatever a browser would fetch by itself: attributes of elements, style imports, module imports.
  const head =
    html.slice(0, html.indexOf('<style>')) + html.slice(html.indexOf('</style>'), html.indexOf('<script>'));
  expect(head.match(/(?:src|href)\s*=\s*["'](?!data:)[^"']*/g)).toBeNull();
  expect(html.match(/@import\s+(?:url\()?["']?https?:/g)).toBeNull();
  expect(html.match(/url\(\s*["']?(?:https?:)?\/\//g)).toBeNull();
  expect(html.match(/<(?:script|link|img|iframe)[^>]{0,200}(?:src|href)=["'](?:https?:)?\/\//g)).toBeNull();
  expect(html.match(/import\(\s*["'](?:https?:)?\/\//g)).toBeNull();
});

test('the page may only talk to this server', async () => {
  const answer = await open();
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:/);
  expect(answer.headers.get('x-frame-options')).toBe('DENY');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a browser that has the page does not load it again', async () => {
  const etag = (await open()).headers.get('etag') ?? '';
  expect((await open({ 'if-none-match': etag })).status).toBe(304);
});

test('a page that is opened from another site is only a page', async () => {
  const answer = await open({ 'sec-fetch-site': 'cross-site' });
  expect(answer.status).toBe(200);
});
