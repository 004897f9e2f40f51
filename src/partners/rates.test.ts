import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../db/id.ts';
import { makePerson } from '../testing/factories.ts';
import { makePartnerApp } from '../testing/partner-commands.ts';
import { startSecondServer, type SecondServer } from '../testing/second-server.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { openKeyRates } from './rates.ts';

const RATE = 6;
const env = { API_KEY_RATE: `${RATE}` };
let server: TestServer;
let second: SecondServer;
beforeAll(async () => {
  server = await startTestServer({ env });
  second = await startSecondServer(server.databaseUrl, undefined, env);
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});

const call = ({ url }: Pick<TestServer, 'url'>, key: string, query = '{ viewer { name } }') =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });

describe('the rate of a key', () => {
  it('is one for all processes, and over it is refused until the minute is over', async () => {
    const { key } = await makePartnerApp(server);
    const both = [server, second, server, second, server, second];
    const left = [];
    for (const process of both) {
      const response = await call(process, key);
      expect(response.status).toBe(200);
      expect(response.headers.get('ratelimit-limit')).toBe(`${RATE}`);
      expect(Number(response.headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
      left.push(Number(response.headers.get('ratelimit-remaining')));
    }
    expect(left).toEqual([5, 4, 3, 2, 1, 0]);
    for (const process of [second, server, second]) {
      const response = await call(process, key);
      const seconds = Number(response.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(50);
      expect(response.status).toBe(429);
      expect(response.headers.get('ratelimit-remaining')).toBe('0');
      expect(response.headers.get('ratelimit-reset')).toBe(`${seconds}`);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'RATE_LIMITED', limit: RATE, retryAfterSeconds: seconds } }],
      });
    }
  });

  it('counts calls at the same moment exactly', async () => {
    const { key } = await makePartnerApp(server);
    const calls = Array.from({ length: 20 }, (_, index) => call(index % 2 ? server : second, key));
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBe(RATE);
    expect(statuses.filter((status) => status === 429).length).toBe(20 - RATE);
  });

  it('counts what goes over sockets and through the other lane, and is its own for each key', async () => {
    const { key } = await makePartnerApp(server);
    const other = await makePartnerApp(server);
    const socket = createClient({
      url: `${server.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${key}` },
      retryAttempts: 0,
    });
    const ask = async () => {
      for await (const result of socket.iterate({ query: '{ viewer { name } }' })) return result;
      return null;
    };
    for (let count = 0; count < 3; count++) expect(await ask()).toMatchObject({ data: {} });
    // Introspection is none of the fast lane's.
    for (let count = 0; count < 3; count++) {
      expect((await call(server, key, '{ __type(name: "Query") { name } }')).status).toBe(200);
    }
    await expect(ask()).rejects.toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect((await call(server, key, '{ __type(name: "Query") { name } }')).status).toBe(429);
    expect((await call(server, other.key)).status).toBe(200);
    await socket.dispose();
  });

  it('is none of people and guests', async () => {
    const { token } = await makePerson(server);
    for (let count = 0; count < RATE + 2; count++) {
      const response = await call(server, token);
      expect(response.status).toBe(200);
      expect(response.headers.get('ratelimit-limit')).toBeNull();
    }
  });

  it('is counted by the process alone while the database is away', async () => {
    const lost = Object.assign(() => {}, { unsafe: () => Promise.reject(new Error('gone')) });
    const rates = openKeyRates(lost as never, 2);
    const keyId = newId<'apiKey'>();
    expect(await rates.take(keyId)).toMatchObject({ limit: 2, remaining: 1 });
    expect(await rates.take(keyId)).toMatchObject({ remaining: 0 });
    await expect(rates.take(keyId)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await rates.take(newId<'apiKey'>())).toMatchObject({ remaining: 1 });
  });
});
