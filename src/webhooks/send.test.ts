import dns from 'node:dns';
import { once } from 'node:events';
import { syncBuiltinESMExports } from 'node:module';
import { createServer, isIP } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { startReceiver, type Behaviour, type Receiver } from '../testing/webhook-receiver.ts';
import { checkAddress } from './address.ts';
import { newSigningSecret } from './secrets.ts';
import { sendSigned, type Answer } from './send.ts';

const secret = newSigningSecret();
const other = newSigningSecret();
const body = JSON.stringify({ type: 'order.placed', timestamp: new Date().toISOString(), data: null });
let receiver: Receiver;
let behaviour: Behaviour = 204;
let accepted = [secret];
beforeEach(async () => {
  behaviour = 204;
  accepted = [secret];
  receiver = await startReceiver({ secrets: () => accepted, behave: () => behaviour });
});
const { lookup } = dns;
afterEach(async () => {
  dns.lookup = lookup;
  syncBuiltinESMExports();
  await receiver.close();
});

/** Whatever is looked up has these addresses. */
function resolveTo(addresses: readonly string[]): void {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const answer = (_name: string, { all }: dns.LookupOptions, done: (...of: unknown[]) => void): void => {
    if (all === true) done(null, found);
    else done(null, found[0]?.address, found[0]?.family);
  };
  dns.lookup = answer as unknown as typeof dns.lookup;
  syncBuiltinESMExports();
}

function send(
  to: string,
  options: { secrets?: readonly string[]; allowPrivate?: readonly string[] } = {},
): Promise<Answer> {
  const { secrets = [secret], allowPrivate = ['127.0.0.1'] } = options;
  return sendSigned({ url: to, secrets, id: 'evt_1_1', body, now: new Date(), allowPrivate });
}

it('posts what Standard Webhooks verifies, by one secret or both', async () => {
  expect(await send(receiver.url)).toMatchObject({ status: 204, error: null, answer: null });
  expect(await send(receiver.url, { secrets: [other, secret] })).toMatchObject({ status: 204 });
  accepted = [other];
  expect(await send(receiver.url, { secrets: [other, secret] })).toMatchObject({ status: 204 });
  expect(await send(receiver.url)).toMatchObject({ status: 401 });
  expect(receiver.received.map(({ id, text }) => ({ id, text }))).toEqual(
    Array.from({ length: 3 }, () => ({ id: 'evt_1_1', text: body })),
  );
  expect(receiver.received[0]?.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
  expect(receiver.received[1]?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
});

it('keeps the beginning of an answer, without secrets, card numbers and what Postgres does not take', async () => {
  behaviour = { status: 500, body: `a\u0000b ${secret} ${'😀'.repeat(400)}` };
  const { answer } = await send(receiver.url);
  expect(answer).toMatch(/^a\uFFFDb \[secret\] 😀/);
  expect(answer?.length).toBe(500);
  expect(answer?.isWellFormed()).toBe(true);
  behaviour = { status: 500, body: `key ${secret.replace('whsec_', '')}.` };
  expect((await send(receiver.url)).answer).toBe('key [secret].');
  behaviour = { status: 500, body: 'your card 4242 4242 4242 4242 was taken' };
  expect((await send(receiver.url)).answer).toBe('[not kept: it looks like the number of a card]');
});

it('says how long it is asked to wait', async () => {
  behaviour = { status: 429, headers: { 'retry-after': '17' } };
  expect(await send(receiver.url)).toMatchObject({ status: 429, retryAfter: '17' });
});

it('takes a redirect for an answer, wherever it leads', async () => {
  const inside = await startReceiver({ secrets: () => accepted });
  behaviour = { status: 307, headers: { location: inside.url } };
  expect(await send(receiver.url)).toMatchObject({ status: 307, error: null });
  expect(inside.received).toEqual([]);
  await inside.close();
});

it('reads no more than the beginning of a huge answer, and of one without an end', async () => {
  behaviour = { status: 200, body: 'x'.repeat(10_000_000) };
  expect(await send(receiver.url)).toMatchObject({ status: 200, answer: 'x'.repeat(500) });
  behaviour = 'endless';
  expect(await send(receiver.url)).toMatchObject({ status: 200, answer: 'x'.repeat(500) });
  await expect.poll(() => receiver.open()).toBe(0);
});

it('says why there was no answer', async () => {
  behaviour = 'cut';
  expect(await send(receiver.url)).toMatchObject({
    status: null,
    error: 'The connection was cut before there was an answer.',
  });
  await receiver.close();
  expect(await send(receiver.url)).toMatchObject({ status: null, error: 'The connection was refused.' });
  receiver = await startReceiver({ secrets: () => accepted });
  expect(await send('https://no-such-host.invalid/')).toMatchObject({
    status: null,
    error: expect.stringMatching(/no such host|could not be looked up/),
  });
});

it('does not wait for somebody who changes the protocol', async () => {
  const server = createServer((socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({
    status: null,
    error: 'The connection was cut before there was an answer.',
  });
  server.close();
});

it('waits ten seconds for an answer and no longer', { timeout: 15_000 }, async () => {
  behaviour = 'silent';
  const answer = await send(receiver.url);
  expect(answer).toMatchObject({ status: null, error: 'There was no answer within 10 seconds.' });
  expect(answer.durationMs).toBeGreaterThan(9_900);
  expect(answer.durationMs).toBeLessThan(11_000);
});

describe('addresses in private networks', () => {
  const LITERAL = [
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://017700000001/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[2002:7f00:1::]/',
    'https://0.0.0.0/',
    'https://10.0.0.8/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://localhost/',
    'https://a.localhost./',
    'https://[fec0::1]/',
  ];
  test.each(LITERAL)('%s is refused when it is named and when it is sent to', async (url) => {
    expect(() => checkAddress({ allowPrivate: [] }, url)).toThrow('private network');
    expect(await send(url, { allowPrivate: [] })).toMatchObject({
      status: null,
      error: expect.stringContaining('private'),
    });
  });

  // What a name stands for is asked of the system with each sending; here it says what the test wants.
  test.each([
    ['one', ['127.0.0.1']],
    ['one among others', ['93.184.215.14', '127.0.0.1']],
    ['one of IPv6', ['::1']],
    ['one of IPv4 written as IPv6', ['::ffff:127.0.0.1']],
    ['one of IPv4 in the form that nobody uses any more', ['::7f00:1']],
    ['one of IPv6 that was never given out', ['4000::1']],
    ['the address of the metadata service', ['169.254.169.254']],
  ])('a name that stands for %s is refused when it is sent to', async (_what, addresses) => {
    const { port } = new URL(receiver.url);
    resolveTo(addresses);
    const url = checkAddress({ allowPrivate: [] }, `https://partner.example:${port}/`);
    const refused = { status: null, error: 'The host is in a private network.' };
    expect(await send(url, { allowPrivate: [] })).toMatchObject(refused);
    expect(receiver.received).toEqual([]);
  });

  test('one that is allowed is sent to, also by http, and its neighbours are not', async () => {
    const { port } = new URL(receiver.url);
    expect(checkAddress({ allowPrivate: ['127.0.0.0/24'] }, receiver.url)).toBe(receiver.url);
    expect(await send(receiver.url, { allowPrivate: ['10.0.0.0/8', '127.0.0.0/24'] })).toMatchObject({
      status: 204,
    });
    expect(await send(receiver.url, { allowPrivate: ['10.0.0.0/8'] })).toMatchObject({ status: null });
    expect(await send(`http://127.0.1.1:${port}/`, { allowPrivate: ['127.0.0.0/24'] })).toMatchObject({
      status: null,
    });
    expect(receiver.received).toHaveLength(1);
  });
});

test.each([
  ['no address', 'not an absolute URL'],
  ['//example.org', 'not an absolute URL'],
  ['', 'not an absolute URL'],
  [`https://example.org/${'x'.repeat(2_000)}`, 'not an absolute URL'],
  ['http://example.org/', 'https://'],
  ['ftp://example.org/', 'https://'],
  ['javascript:alert(1)', 'https://'],
  ['https://user:pass@example.org/', 'credentials'],
  ['https://user@example.org/', 'credentials'],
  ['https://example.org/#part', 'fragment'],
  ['https://example.org:0/', 'port 0'],
])('%.30s is no address for a webhook', (url, why) => {
  expect(() => checkAddress({ allowPrivate: ['127.0.0.1'] }, url)).toThrow(why);
});

test('an address is kept as it is sent to', () => {
  expect(checkAddress({ allowPrivate: [] }, 'HTTPS://Partner.Example/a b?c=d')).toBe(
    'https://partner.example/a%20b?c=d',
  );
  expect(checkAddress({ allowPrivate: [] }, 'https://8.8.8.8:8443/x')).toBe('https://8.8.8.8:8443/x');
  expect(checkAddress({ allowPrivate: [] }, 'https://[2606:4700:4700::1111]/x')).toBe(
    'https://[2606:4700:4700::1111]/x',
  );
});
