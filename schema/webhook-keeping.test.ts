import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { makeOrder, makePerson, makeProduct, makeShop, type TestShop } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { makePartnerApp, type TestApp } from '../src/testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { keep, makeWebhook, ORDERS_DOCUMENT } from '../src/testing/webhook-commands.ts';
import { startReceiver, type Receiver } from '../src/testing/webhook-receiver.ts';

let server: TestServer;
let receiver: Receiver;
/** What the partner's server holds. */
let trusted: readonly string[] = [];
const logged: string[] = [];
let shop: TestShop;

beforeAll(async () => {
  [server, receiver] = await Promise.all([
    startTestServer({ log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }) }),
    startReceiver({
      secrets: () => trusted,
      behave: ({ path }) =>
        path === '/hook/broken'
          ? { status: 500, body: 'the shelf is empty' }
          : { status: 200, body: 'thanks' },
    }),
  ]);
  shop = await makeShop(server);
});
afterAll(async () => {
  await server.stop();
  await receiver.close();
});

const newApp = () => makePartnerApp(server, { shops: [shop] });

const ReadWebhooks = graphql(`
  query KeptWebhooks($appId: ID!, $webhookId: ID!) {
    partnerApp(id: $appId) {
      webhooks {
        id
      }
    }
    node(id: $webhookId) {
      id
      ... on Webhook {
        state
        lag {
          waiting
          seconds
          pendingDeliveries
        }
      }
    }
  }
`);

async function seen(client: TestApp['client'], app: TestApp, webhookId: string) {
  const { partnerApp, node } = await client.request(ReadWebhooks, { appId: app.publicId, webhookId });
  return { listed: (partnerApp?.webhooks ?? []).map(({ id }) => id), node };
}

describe('who looks after them', () => {
  it('is the owner of the app, who names it, and the app, which need not', async () => {
    const app = await newApp();
    const own = server.client(app.owner.token);
    const byOwner = await makeWebhook(own, { appId: app.publicId });
    const byKey = await makeWebhook(app.client);
    for (const client of [own, app.client]) {
      const { listed } = await seen(client, app, byKey.publicId);
      expect(listed).toEqual([byOwner.publicId, byKey.publicId]);
    }
    const { userErrors } = await keep(own).create({
      url: 'https://example.com',
      document: ORDERS_DOCUMENT,
    });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['appId'] }]);
  });

  it('is nobody else: to them it is absent', async () => {
    const app = await newApp();
    const { publicId, id } = await makeWebhook(app.client);
    const otherApp = await newApp();
    const strangers = [otherApp.client, server.client((await makePerson(server)).token)];
    for (const client of strangers) {
      const { listed, node } = await seen(client, app, publicId);
      expect({ listed, node }).toEqual({ listed: [], node: null });
      const { create, update, rotate, test, replay, ...others } = keep(client);
      const answers = await Promise.all([
        create({ appId: app.publicId, url: 'https://example.com', document: ORDERS_DOCUMENT }),
        update({ webhookId: publicId, state: 'PAUSED' }),
        update({ webhookId: publicId, document: ORDERS_DOCUMENT }),
        others.delete(publicId),
        rotate(publicId),
        test({ webhookId: publicId }),
        replay({ webhookId: publicId, from: { time: new Date(0).toISOString() } }),
        others.retry(encodeId('whd', newId())),
      ]);
      expect(answers.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
        answers.map(() => ['NOT_FOUND']),
      );
    }
    const [kept] = await server.app.sql`select state, document from webhooks where id = ${id}`;
    expect(kept).toEqual({ state: 'ACTIVE', document: ORDERS_DOCUMENT });
  });

  it('is no key without the scope, and no guest', async () => {
    const app = await makePartnerApp(server, { scopes: ['READ_ORDERS'], shops: [shop] });
    const input = { url: 'https://example.com', document: ORDERS_DOCUMENT };
    await expect(keep(app.client).create(input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const own = await makeWebhook(server.client(app.owner.token), { appId: app.publicId });
    expect(await seen(app.client, app, own.publicId)).toEqual({ listed: [], node: null });
    await expect(keep(app.client).delete(own.publicId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(keep(server.client()).delete(own.publicId)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('a webhook', () => {
  it('begins now, or behind a cursor; one that is no good is refused', async () => {
    const app = await newApp();
    const order = await makeOrder(await makePerson(server), await makeProduct(shop));
    await expect.poll(() => eventsOf(order)).toBeGreaterThan(0);
    const { feed } = server.app;
    const now = feed.positionOf(feed.cursor());
    const positionOf = async (after?: string) => {
      const { id } = await makeWebhook(app.client, after === undefined ? {} : { after });
      const [row] = await server.app.sql<
        { position: bigint }[]
      >`select position from webhooks where id = ${id}`;
      return Number(row?.position);
    };
    expect(await positionOf()).toBeGreaterThanOrEqual(now);
    expect(await positionOf(feed.cursorAt(1))).toBe(1);
    for (const after of [feed.cursorAt(1_000_000), 'nonsense', 'MS4wMDAwMDAwMC41']) {
      const { userErrors } = await keep(app.client).create({
        url: 'https://example.com',
        document: ORDERS_DOCUMENT,
        after,
      });
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['after'] }]);
    }
  });

  it('is made once for a key, and shows its secret once', async () => {
    const app = await newApp();
    const input = { url: 'https://example.com', document: ORDERS_DOCUMENT, idempotencyKey: randomUUID() };
    const first = await keep(app.client).create(input);
    const again = await keep(app.client).create(input);
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(again).toEqual({ ...first, secret: null });
    const other = await keep(app.client).create({ ...input, url: 'https://example.com/other' });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('has its secrets in their columns, and nowhere else in the database or the log', async () => {
    const app = await newApp();
    const { publicId, secret } = await makeWebhook(app.client, { url: receiver.url });
    const rotated = await keep(app.client).rotate(publicId);
    await expect.poll(async () => (await server.app.sql`select from outbox`).length).toBe(0);
    expect(await columnsWith(secret)).toEqual(['webhooks.previous_secret']);
    expect(await columnsWith(rotated.secret ?? '')).toEqual(['webhooks.secret']);
    expect(logged.filter((line) => line.includes('whsec_'))).toEqual([]);
  });

  it('is refused when there are 20, also to many who ask at once', async () => {
    const app = await newApp();
    const made = [];
    for (let count = 0; count < 18; count++) made.push(await makeWebhook(app.client));
    const last = await Promise.all(
      Array.from({ length: 5 }, () =>
        keep(app.client).create({ url: 'https://example.com', document: ORDERS_DOCUMENT }),
      ),
    );
    expect(last.filter(({ webhook }) => webhook)).toHaveLength(2);
    const refused = last.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(refused).toEqual(['TOO_MANY_WEBHOOKS', 'TOO_MANY_WEBHOOKS', 'TOO_MANY_WEBHOOKS']);
    await keep(app.client).delete(made[0]?.publicId ?? '');
    await makeWebhook(app.client);
  });

  it('is paused, goes on with a clean slate, and changes', async () => {
    const app = await newApp();
    const { publicId, id } = await makeWebhook(app.client);
    await server.app.sql`update webhooks set failures_in_row = 3 where id = ${id}`;
    const { update } = keep(app.client);
    const paused = await update({ webhookId: publicId, state: 'PAUSED' });
    expect(paused.webhook).toMatchObject({ state: 'PAUSED', pauseReason: 'Paused by its owner.' });
    const document = 'subscription { orderEvents { event { type } } }';
    const changed = await update({ webhookId: publicId, url: 'https://example.com/new', document });
    expect(changed.webhook).toMatchObject({ state: 'PAUSED', url: 'https://example.com/new', document });
    const resumed = await update({ webhookId: publicId, state: 'ACTIVE' });
    expect(resumed.webhook).toMatchObject({ state: 'ACTIVE', pauseReason: null, document });
    const [row] = await server.app
      .sql`select failures_in_row::int as failures from webhooks where id = ${id}`;
    expect(row).toEqual({ failures: 0 });
    for (const wrong of [{ url: 'https://10.1.1.1/' }, { document: '{ markets { country } }' }]) {
      const { webhook, userErrors } = await update({ webhookId: publicId, state: 'PAUSED', ...wrong });
      expect(webhook).toBeNull();
      expect(userErrors).toHaveLength(1);
    }
    expect((await seen(app.client, app, publicId)).node).toMatchObject({ state: 'ACTIVE' });
  });

  it('goes on further along the log when it is told to, and never back', async () => {
    const app = await newApp();
    const { feed } = server.app;
    const { publicId } = await makeWebhook(app.client, { after: feed.cursorAt(1) });
    const { update } = keep(app.client);
    const behind = async () => {
      const { node } = await seen(app.client, app, publicId);
      return node && 'lag' in node ? node.lag.waiting - feed.positionOf(feed.cursor()) : null;
    };
    await expect.poll(behind).toBe(-1);
    const ahead = await update({ webhookId: publicId, after: feed.cursorAt(3) });
    expect(ahead.webhook).toMatchObject({ position: feed.cursorAt(3) });
    const back = await update({ webhookId: publicId, after: feed.cursorAt(2) });
    expect(back.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['after'] }]);
    const none = await update({ webhookId: publicId, after: feed.cursorAt(1_000_000) });
    expect(none.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['after'] }]);
    expect((await update({ webhookId: publicId })).webhook).toEqual(ahead.webhook);
  });

  it('is deleted for good, and can still be looked at', async () => {
    const app = await newApp();
    const { publicId } = await makeWebhook(app.client);
    for (let times = 0; times < 2; times++) {
      expect((await keep(app.client).delete(publicId)).webhook).toMatchObject({ state: 'DELETED' });
    }
    const { listed, node } = await seen(app.client, app, publicId);
    expect(listed).toEqual([]);
    expect(node).toMatchObject({ state: 'DELETED' });
    const { update, rotate, test, replay } = keep(app.client);
    const answers = await Promise.all([
      update({ webhookId: publicId, state: 'ACTIVE' }),
      rotate(publicId),
      test({ webhookId: publicId }),
      replay({ webhookId: publicId, from: { cursor: server.app.feed.cursor() } }),
    ]);
    for (const { userErrors } of answers) {
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['webhookId'] }]);
    }
  });

  it('tells its owner and its app live what happens to it', async () => {
    const app = await newApp();
    const stream = server.client(app.owner.token).subscribe(WebhookEvents, { appId: app.publicId });
    expect((await stream.next()).value).toMatchObject({ webhookEvents: { event: null } });
    const { publicId } = await makeWebhook(app.client);
    await keep(app.client).update({ webhookId: publicId, state: 'PAUSED' });
    for (const type of ['WEBHOOK_CREATED', 'WEBHOOK_PAUSED']) {
      expect((await stream.next()).value).toMatchObject({
        webhookEvents: { event: { type, webhook: { id: publicId } } },
      });
    }
    await stream.return?.();
    const stranger = (await newApp()).client.subscribe(WebhookEvents, { appId: app.publicId });
    await expect(stranger.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

const WebhookEvents = graphql(`
  subscription KeptWebhookEvents($appId: ID!) {
    webhookEvents(appId: $appId) {
      cursor
      event {
        type
        webhook {
          id
          state
        }
      }
    }
  }
`);

describe('the secret', () => {
  it('is rotated: until the overlap is over both sign, then the new one alone', async () => {
    const app = await newApp();
    await makeOrder(await makePerson(server), await makeProduct(shop));
    const { publicId, id, secret: first } = await makeWebhook(app.client, { url: receiver.url });
    const { test, rotate } = keep(app.client);
    /** Whether a partner that holds one of them takes what is sent. */
    const taken = async (...secrets: (string | null | undefined)[]) => {
      const answers: boolean[] = [];
      for (const secret of secrets) {
        trusted = [secret ?? ''];
        answers.push((await test({ webhookId: publicId })).status === 200);
      }
      return answers;
    };
    await expect.poll(() => taken(first)).toEqual([true]);
    const { webhook, secret: second } = await rotate(publicId, 2);
    expect(webhook?.secretRotatesUntil).toEqual(expect.any(String));
    expect(await taken(first, second)).toEqual([true, true]);
    const { secret: third } = await rotate(publicId);
    expect(await taken(first, second, third)).toEqual([false, true, true]);
    const { webhook: after, secret: fourth } = await rotate(publicId, 0);
    expect(after?.secretRotatesUntil).toBeNull();
    expect(await taken(third, fourth)).toEqual([false, true]);
    await rotate(publicId, 1);
    expect(await taken(fourth)).toEqual([true]);
    await server.app.sql`
      update webhooks set previous_secret_expires_at = ${server.app.now().toISOString()} where id = ${id}`;
    expect(await taken(fourth)).toEqual([false]);
  });

  it.each([-1, 169])('has no overlap of %i hours', async (hours) => {
    const app = await newApp();
    const { publicId } = await makeWebhook(app.client);
    const { secret, userErrors } = await keep(app.client).rotate(publicId, hours);
    expect(secret).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['overlapHours'] }]);
  });
});

describe('a dry run', () => {
  it('shows and sends what the newest event gives, under an id of its own, and keeps nothing', async () => {
    const app = await newApp();
    const orderId = await makeOrder(await makePerson(server), await makeProduct(shop));
    await expect.poll(() => eventsOf(orderId)).toBe(1);
    const { publicId, id, secret } = await makeWebhook(app.client, { url: `${receiver.url}/dry` });
    trusted = [secret];
    const before = await server.app.sql`select * from webhooks where id = ${id}`;
    const shown = await keep(app.client).test({ webhookId: publicId, send: false });
    expect(shown).toMatchObject({ sent: false, status: null, answer: null, error: null, userErrors: [] });
    const body = JSON.parse(shown.body ?? '') as unknown;
    expect(body).toMatchObject({
      type: 'order.placed',
      data: { orderEvents: { event: { type: 'ORDER_PLACED', order: { id: encodeId('ord', orderId) } } } },
    });
    expect(receiver.received.filter(({ path }) => path === '/hook/dry')).toEqual([]);

    const sent = await keep(app.client).test({ webhookId: publicId });
    expect(sent).toMatchObject({ body: shown.body, sent: true, status: 200, answer: 'thanks', error: null });
    const [received, ...more] = receiver.received.filter(({ path }) => path === '/hook/dry');
    expect(more).toEqual([]);
    expect(received?.text).toBe(shown.body);
    expect(received?.headers['webhook-id']).toMatch(/^test_/);
    expect(await server.app.sql`select * from webhooks where id = ${id}`).toEqual(before);
    expect(await server.app.sql`select from webhook_deliveries where webhook_id = ${id}`).toHaveLength(0);
  });

  it('shows an event by its id, when the document selects it', async () => {
    const app = await newApp();
    const customer = await makePerson(server);
    const product = await makeProduct(shop);
    const [wanted, other] = [await makeOrder(customer, product), await makeOrder(customer, product)];
    await expect.poll(() => eventsOf(other)).toBe(1);
    const [event] = await server.app.sql<
      { id: bigint }[]
    >`select id from event_log where subject_id = ${wanted}`;
    const document = `subscription { orderEvents(filter: { orderId: "${encodeId('ord', wanted)}" }) { event { id } } }`;
    const { publicId } = await makeWebhook(app.client, { document });
    const eventId = String(event?.id);
    const newest = await keep(app.client).test({ webhookId: publicId, send: false });
    const named = await keep(app.client).test({ webhookId: publicId, send: false, eventId });
    expect(newest.body).toContain(`"id":"${eventId}"`);
    expect(named.body).toBe(newest.body);
    const [unselected] = await server.app.sql<
      { id: bigint }[]
    >`select id from event_log where subject_id = ${other}`;
    for (const id of [String(unselected?.id), '999999999', 'nonsense']) {
      const { body, userErrors } = await keep(app.client).test({ webhookId: publicId, eventId: id });
      expect(body).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['eventId'] }]);
    }
  });

  it('tells what the receiver answered, or why there was no answer', async () => {
    const app = await newApp();
    const broken = await makeWebhook(app.client, { url: `${receiver.url}/broken` });
    trusted = [broken.secret];
    expect(await keep(app.client).test({ webhookId: broken.publicId })).toMatchObject({
      sent: true,
      status: 500,
      answer: 'the shelf is empty',
      error: null,
    });
    const nobody = await makeWebhook(app.client, { url: 'http://127.0.0.1:9/' });
    expect(await keep(app.client).test({ webhookId: nobody.publicId })).toMatchObject({
      sent: true,
      status: null,
      answer: null,
      error: 'The connection was refused.',
    });
  });

  it('has nothing to show to an app whose shops have sold nothing', async () => {
    const quiet = await makePartnerApp(server, { shops: [await makeShop(server)] });
    const { publicId } = await makeWebhook(quiet.client);
    const { body, sent, userErrors } = await keep(quiet.client).test({ webhookId: publicId });
    expect({ body, sent }).toEqual({ body: null, sent: null });
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: null }]);
  });
});

async function eventsOf(subjectId: string): Promise<number> {
  return (await server.app.sql`select from event_log where subject_id = ${subjectId}`).length;
}

/** Every text of the database is looked through. */
async function columnsWith(text: string): Promise<string[]> {
  const columns = await server.app.sql<{ place: string; table: string; column: string }[]>`
    select table_name || '.' || column_name as place, table_name as table, column_name as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { place, table, column } of columns) {
    const rows = await server.app.sql`
      select from ${server.app.sql(table)} where position(${text} in ${server.app.sql(column)}::text) > 0 limit 1`;
    if (rows.length > 0) found.push(place);
  }
  return found;
}
