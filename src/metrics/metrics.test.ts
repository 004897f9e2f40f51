import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send.ts';
import { makeChat, makePerson, type TestPerson } from '../testing/factories.ts';
import { graphql } from '../testing/gql/index.ts';
import { introduced, subscribing } from '../testing/raw-socket.ts';
import { startSecondServer, type SecondServer } from '../testing/second-server.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { caughtUp } from '../testing/watch.ts';

let server: TestServer;
let second: SecondServer;
let person: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  second = await startSecondServer(server.databaseUrl);
  person = await makePerson(server);
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});

const Rename = graphql(`
  mutation MetricsRename($input: PersonUpdateInput!) {
    personUpdate(input: $input) {
      userErrors {
        code
      }
    }
  }
`);
const rename = () => person.client.request(Rename, { input: { name: 'Asha Rao' } });

interface Scrape {
  readonly text: string;
  /** The value of a line; undefined when there is none. */
  of(line: string): number | undefined;
}

async function scrape({ url }: { url: string } = server): Promise<Scrape> {
  const answer = await fetch(`${url}/metrics`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  const text = await answer.text();
  const values = new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
  return { text, of: (line) => values.get(line) };
}

describe('GET /metrics', () => {
  it('tells what is in order, of each of two servers in one process for itself', async () => {
    const [one, other] = [await scrape(), await scrape(second)];
    const leaders = [one, other].filter(({ of }) => of('bottega_feed_leader') === 1);
    expect(leaders).toHaveLength(1);
    for (const { of } of [one, other]) {
      expect(of('bottega_scrape_errors')).toBe(0);
      expect(of('bottega_feed_unstamped_events')).toBe(0);
      expect(of('bottega_jobs{queue="order.expire",state="ready"}')).toBe(0);
      expect(of('bottega_webhook_backlog{state="active"}')).toBe(0);
      expect(of('bottega_webhooks{state="active"}')).toBe(0);
      expect(of('bottega_db_connections{state="idle"}')).toBeGreaterThan(0);
      expect(of('process_cpu_seconds_total')).toBeGreaterThan(0);
    }
  });

  it('counts requests by lane, errors by code, sockets and streams', async () => {
    const before = await scrape();
    const raw = await introduced(server.url, person.token);
    raw.say(subscribing('1', 'subscription { inboxEvents { cursor } }'));
    await raw.next();
    const post = (query: string, accept = 'application/json') =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${person.token}` },
        body: JSON.stringify({ query }),
      });
    const stream = await post('subscription { inboxEvents { cursor } }', 'text/event-stream');
    await post('{ eventCursor }');
    await post('{ nope a: nope }');
    raw.say(subscribing('2', '{ nope }'));
    await raw.next();
    // What the stream over SSE begins with comes a moment after its headers.
    const bookmarks = 'bottega_feed_bookmarks_total';
    await expect.poll(async () => (await scrape()).of(bookmarks)).toBe((before.of(bookmarks) ?? 0) + 2);
    const open = await scrape();
    const grew = (line: string) => (open.of(line) ?? 0) - (before.of(line) ?? 0);
    expect(grew('bottega_http_requests_total{lane="fast",status="200"}')).toBe(1);
    expect(grew('bottega_http_request_seconds_count{lane="fast"}')).toBe(1);
    expect(grew('bottega_http_requests_total{lane="slow",status="200"}')).toBe(1);
    // Once an operation, however many of them it has.
    expect(grew('bottega_graphql_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(2);
    expect(open.of('bottega_sockets')).toBe(1);
    expect(open.of('bottega_streams{carrier="ws"}')).toBe(1);
    expect(open.of('bottega_streams{carrier="sse"}')).toBe(1);

    await stream.body?.cancel();
    raw.socket.close(4999);
    await raw.closed;
    await expect.poll(async () => (await scrape()).of('bottega_streams{carrier="sse"}')).toBe(0);
    const closed = await scrape();
    expect([closed.of('bottega_sockets'), closed.of('bottega_streams{carrier="ws"}')]).toEqual([0, 0]);
    expect(closed.of('bottega_socket_closes_total{code="other"}')).toBe(1);
    const streamed = 'bottega_http_requests_total{lane="stream",status="200"}';
    await expect.poll(async () => (await scrape()).of(streamed)).toBe(1);
    expect((await scrape()).of('bottega_http_request_seconds_count{lane="stream"}')).toBe(undefined);
  });

  it('counts as delivered what clients have got, over both carriers', async () => {
    const other = await makePerson(server);
    const conversationId = await makeChat(person, other);
    await caughtUp(server);
    const before = await scrape();
    const document = 'subscription { inboxEvents { event { type } } }';
    const count = (text: string) => text.match(/MESSAGE_SENT/g)?.length ?? 0;
    const sockets = await Promise.all(
      [person, person, other].map(async ({ token }) => {
        const raw = await introduced(server.url, token);
        raw.say(subscribing('1', document));
        await raw.next();
        return raw;
      }),
    );
    const leaving = new AbortController();
    const stream = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${other.token}`,
      },
      body: JSON.stringify({ query: document }),
      signal: leaving.signal,
    });
    let streamed = '';
    const reading = (async () => {
      for await (const text of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) streamed += text;
    })().catch(() => undefined);
    await expect.poll(() => streamed).toContain('"event":null');
    for (let n = 0; n < 7; n++) {
      await sendMessage(person.ctx, { conversationId, clientId: randomUUID(), content: { text: `${n}` } });
    }
    const got = () => [
      ...sockets.map(({ received }) => received.filter((one) => count(JSON.stringify(one)) > 0).length),
      count(streamed),
    ];
    await expect.poll(got).toEqual([7, 7, 7, 7]);
    const after = await scrape();
    const grew = (line: string) => (after.of(line) ?? 0) - (before.of(line) ?? 0);
    expect(grew('bottega_feed_events_delivered_total')).toBe(28);
    expect(grew('bottega_feed_events_read_total')).toBe(7);
    expect(grew('bottega_feed_position')).toBe(7);
    for (const { socket } of sockets) socket.close();
    leaving.abort();
    await reading;
  });

  it('shows a log that stands still, and the transaction that holds it up', async () => {
    const before = await scrape();
    await server.app.sql.begin(async (tx) => {
      await tx`select from event_log_head for update`;
      await rename();
      await expect
        .poll(async () => (await scrape()).of('bottega_feed_unstamped_age_seconds'))
        .toBeGreaterThan(0.2);
      const stuck = await scrape();
      expect(stuck.of('bottega_feed_unstamped_events')).toBe(1);
      expect(stuck.of('bottega_db_oldest_transaction_seconds')).toBeGreaterThan(0.2);
      expect(stuck.of('bottega_db_idle_in_transaction_seconds')).toBeGreaterThan(0.1);
    });
    await expect
      .poll(async () => (await scrape()).of('bottega_feed_events_read_total'), { timeout: 5_000 })
      .toBe((before.of('bottega_feed_events_read_total') ?? 0) + 1);
    const after = await scrape();
    expect(after.of('bottega_feed_unstamped_events')).toBe(0);
    expect(after.of('bottega_feed_reader_lag_events')).toBe(0);
    expect(after.of('bottega_feed_position')).toBe((before.of('bottega_feed_position') ?? 0) + 1);
  });

  it('answers when the database can not be asked, without old numbers, and all of it again afterwards', async () => {
    await scrape();
    await server.app.sql`alter table pgboss.queue rename to elsewhere`;
    const broken = await scrape();
    await server.app.sql`alter table pgboss.elsewhere rename to queue`;
    expect(broken.of('bottega_scrape_errors')).toBe(1);
    expect(broken.of('bottega_feed_unstamped_events')).toBe(undefined);
    expect(broken.of('bottega_feed_position')).toBeGreaterThan(0);
    expect(broken.text).not.toMatch(/^bottega_(jobs|db_\w+|webhook\w*)[ {]/m);
    const whole = await scrape();
    expect(whole.of('bottega_scrape_errors')).toBe(0);
    expect(whole.of('bottega_feed_unstamped_events')).toBe(0);
  });

  it('answers while every connection of the pool is taken', async () => {
    const { promise: done, resolve: release } = Promise.withResolvers<void>();
    const begun = Array.from({ length: 12 }, () => Promise.withResolvers<void>());
    const taking = begun.map(({ resolve }) =>
      server.app.sql.begin(async (tx) => {
        await tx`select 1`;
        resolve();
        await done;
      }),
    );
    await Promise.all(begun.map(({ promise }) => promise));
    const busy = await scrape();
    expect(busy.of('bottega_scrape_errors')).toBe(0);
    expect(busy.of('bottega_db_connections{state="idle in transaction"}')).toBeGreaterThanOrEqual(12);
    release();
    await Promise.all(taking);
  });

  it('is written down: docs/operators.md has a line for each of ours', async () => {
    await introduced(server.url).then(({ socket }) => socket.close());
    const { text } = await scrape();
    const docs = readFileSync(new URL('../../docs/operators.md', import.meta.url), 'utf8');
    const told = [...docs.matchAll(/^\| `(bottega_\w+)/gm)].map(([, name = '']) => name);
    const names = [...text.matchAll(/^# TYPE (bottega_\w+)/gm)].map(([, name = '']) => name);
    expect(new Set(told)).toEqual(new Set(names));
    expect(told).toHaveLength(names.length);
  });
});
