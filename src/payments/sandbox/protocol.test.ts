/** The sandbox as seen on the wire: what the adapter never does, and what it must never be able to do. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxLog } from './log.ts';
import { startSandbox, type Sandbox } from './start.ts';
import { SECRET_KEY, startDatabase, WEBHOOK_SECRET, type TestDatabase } from './test-setup.ts';

let database: TestDatabase;
let sandbox: Sandbox;
const logged: unknown[] = [];

beforeAll(async () => {
  database = await startDatabase();
  const write = (...line: unknown[]): void => void logged.push(line);
  const log: SandboxLog = { info: write, warn: write, error: write };
  const webhooks = { webhookUrl: () => 'http://127.0.0.1:9/nobody', webhookSecret: WEBHOOK_SECRET };
  sandbox = await startSandbox({ sql: database.sql, secretKey: SECRET_KEY, log, ...webhooks });
});

afterAll(async () => {
  await sandbox.stop();
  await database.close();
});

interface Sent {
  key?: string;
  idempotencyKey?: string;
}

async function send(method: string, path: string, body: string | null = null, sent: Sent = {}) {
  const headers = {
    authorization: `Bearer ${sent.key ?? SECRET_KEY}`,
    'content-type': 'application/x-www-form-urlencoded',
    'stripe-version': '2026-10-28.endive',
    ...(sent.idempotencyKey && { 'idempotency-key': sent.idempotencyKey }),
  };
  const response = await fetch(`http://127.0.0.1:${sandbox.api.port}${path}`, { method, headers, body });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const post = (path: string, body: string, sent?: Sent) => send('POST', path, body, sent);
const parse = (text: string) => JSON.parse(text) as { id: string; [key: string]: unknown };

describe('the sandbox', () => {
  test.each(['', 'sk_test_of_somebody', `${SECRET_KEY}x`])('answers nothing to the key "%s"', async (key) => {
    const answer = await post('/v1/customers', '', { key });
    expect(answer.status).toBe(401);
    expect(answer.text).not.toContain(SECRET_KEY);
  });

  test('answers with the headers of the protocol', async () => {
    const { status, headers } = await post('/v1/customers', 'metadata[a]=1', { idempotencyKey: 'headers' });
    expect(status).toBe(200);
    expect(headers.get('request-id')).toMatch(/^req_/);
    expect(headers.get('stripe-version')).toBe('2026-10-28.endive');
    expect(headers.get('idempotency-key')).toBe('headers');
    expect(headers.get('idempotent-replayed')).toBeNull();
    const again = await post('/v1/customers', 'metadata[a]=1', { idempotencyKey: 'headers' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  test('keeps nothing under a key whose request was invalid', async () => {
    const sent = { idempotencyKey: 'invalid at first' };
    expect((await post('/v1/refunds', 'amount=1', sent)).status).toBe(400);
    expect((await post('/v1/customers', '', sent)).status).toBe(200);
  });

  test.each([
    ['POST', '/v1/payment_intents', 'amount=10&currency=inr&customer=cus_none', 404, 'resource_missing'],
    ['POST', '/v1/payment_intents', 'currency=inr&customer=cus_none', 400, 'parameter_missing'],
    ['POST', '/v1/payment_intents', 'amount=0&currency=inr&customer=c', 400, 'parameter_invalid_integer'],
    ['POST', '/v1/payment_intents', 'amount=1.5&currency=inr&customer=c', 400, 'parameter_invalid_integer'],
    ['POST', '/v1/payment_intents', 'payment_method_types[0]=card', 400, 'parameter_unknown'],
    ['GET', '/v1/payment_intents/pi_none', null, 404, 'resource_missing'],
    ['GET', '/v1/payment_intents/%E0%A4%A', null, 404, 'resource_missing'],
    ['GET', '/v1/payment_intents/pi%00', null, 404, 'resource_missing'],
    ['POST', '/v1/customers', 'metadata[a]=%00', 400, undefined],
    ['GET', '/v1/payment_intents', null, 400, 'parameter_missing'],
    ['GET', '/v1/refunds/re_none', null, 404, 'resource_missing'],
    ['GET', '/v1/events/evt_none', null, 404, 'resource_missing'],
    ['GET', '/v1/balance', null, 404, undefined],
    ['DELETE', '/v1/customers/cus_none', null, 404, undefined],
  ])('%s %s %s gives %i %s', async (method, path, body, status, code) => {
    const answer = await send(method, path, body);
    expect(answer.status).toBe(status);
    const expected = { error: { type: 'invalid_request_error', ...(code && { code }) } };
    expect(parse(answer.text)).toMatchObject(expected);
  });

  test.each([
    'payment_method_data[card][number]=4242424242424242',
    'payment_method_data[type]=card&payment_method_data[card][cvc]=123',
    'card[number]=4242424242424242',
    'source[number]=4242424242424242',
  ])('refuses %s, and neither stores, logs nor repeats it', async (body) => {
    const answer = await post('/v1/payment_intents', `amount=10&currency=inr&${body}`, {
      idempotencyKey: body,
    });
    expect(parse(answer.text)).toMatchObject({ error: { code: 'raw_card_data_refused' } });
    expect(answer.text).not.toContain('4242');
    const [kept] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from sandbox.idempotency where key = ${body}`;
    expect(kept?.count).toBe(0);
    expect(JSON.stringify(logged)).not.toContain('4242');
  });

  test('refuses a body beyond all use', async () => {
    expect((await post('/v1/customers', `metadata[a]=${'x'.repeat(100_000)}`)).status).toBe(413);
  });

  test('makes an intent first and confirms it later', async () => {
    const customer = parse((await post('/v1/customers', '')).text).id;
    const method = parse(
      (await post('/v1/payment_methods/pm_card_visa/attach', `customer=${customer}`)).text,
    ).id;
    const made = parse(
      (await post('/v1/payment_intents', `amount=10&currency=inr&customer=${customer}`)).text,
    );
    expect(made['status']).toBe('requires_payment_method');
    const confirm = () => post(`/v1/payment_intents/${made.id}/confirm`, `payment_method=${method}`);
    expect(parse((await confirm()).text)['status']).toBe('succeeded');
    expect(parse((await confirm()).text)).toMatchObject({
      error: { code: 'payment_intent_unexpected_state' },
    });
  });

  test('lists a page of a customer at a time, newest first', async () => {
    const customer = parse((await post('/v1/customers', '')).text).id;
    for (const value of [1, 2, 3]) {
      await post('/v1/payment_intents', `amount=${value}&currency=inr&customer=${customer}`);
    }
    const page = async (query: string) => {
      const list = parse(
        (await send('GET', `/v1/payment_intents?customer=${customer}&limit=2${query}`)).text,
      );
      const data = list['data'] as { id: string; amount: number }[];
      return { more: list['has_more'], last: data.at(-1)?.id, amounts: data.map(({ amount }) => amount) };
    };
    const first = await page('');
    expect(first).toMatchObject({ more: true });
    const second = await page(`&starting_after=${first.last}`);
    expect(second.more).toBe(false);
    expect([...first.amounts, ...second.amounts].toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });
});
