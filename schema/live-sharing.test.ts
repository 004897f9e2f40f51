import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../src/db/transact.ts';
import { createSession } from '../src/identity/sign-in.ts';
import { send, startChat } from '../src/testing/chat-commands.ts';
import { makePerson, makeShop, makeStaff, type TestPerson, type TestShop } from '../src/testing/factories.ts';
import { introduced, subscribing, type RawSocket } from '../src/testing/raw-socket.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
/** The statements that went through the pool, and how often each. */
const asked: string[] = [];
beforeAll(async () => {
  server = await startTestServer({ env: { SOCKETS_PER_ACTOR: '1000' } });
  const { sql } = server.app;
  Object.assign(server.app, {
    sql: new Proxy(sql, {
      apply: (target, self, given: [TemplateStringsArray, ...unknown[]]) => {
        if (Array.isArray(given[0])) asked.push(given[0].join('?'));
        return Reflect.apply(target, self, given) as unknown;
      },
    }),
  });
});
afterAll(() => server.stop());

const TEXT = 'message { isMine content { ... on TextContent { text } } }';
const document = (selection: string) =>
  `subscription ($businessId: ID) { inboxEvents(businessId: $businessId) { cursor event { type ${selection} } } }`;

/** So many sockets of one session that have begun to listen. */
function screens(
  { token }: Pick<TestPerson, 'token'>,
  shop: TestShop | null,
  count: number,
  query = document(TEXT),
): Promise<RawSocket[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const raw = await introduced(server.url, token);
      raw.say(subscribing(`s${n}`, query, { variables: { businessId: shop?.publicId ?? null } }));
      await raw.next();
      return raw;
    }),
  );
}

/** The next event of each; bookmarks are passed over. */
const eventsOf = (all: readonly RawSocket[]) => Promise.all(all.map(eventOf));

async function eventOf(raw: RawSocket): Promise<{ id: string; event: unknown }> {
  for (;;) {
    const { id = '', payload } = await raw.next();
    const { event } = (payload as { data: { inboxEvents: { event: unknown } } }).data.inboxEvents;
    if (event !== null) return { id, event };
  }
}

const leave = (all: readonly RawSocket[]) => all.forEach(({ socket }) => socket.close());

const said = (text: string, isMine = false) => ({
  type: 'MESSAGE_SENT',
  message: { isMine, content: { text } },
});

async function shopWithChat() {
  const shop = await makeShop(server);
  const customer = await makePerson(server);
  const conversation = await startChat(customer.client, shop);
  return { shop, customer, conversation };
}

it('reads an event from the log, and what it tells of, once for 200 screens of one session', async () => {
  const { shop, customer, conversation } = await shopWithChat();
  const reads: { log: number; messages: number }[] = [];
  for (const count of [1, 200]) {
    const all = await screens(shop.owner, shop, count);
    asked.length = 0;
    const logBefore = server.app.feed.stats().counts.read;
    await send(customer.client, conversation, 'Hello');
    expect(await eventsOf(all)).toEqual(all.map((_, n) => ({ id: `s${n}`, event: said('Hello') })));
    reads.push({
      log: server.app.feed.stats().counts.read - logBefore,
      messages: asked.filter((text) => text.includes('/* messages_by_ids */')).length,
    });
    leave(all);
  }
  for (const { log, messages } of reads) {
    expect(log).toBe(1);
    // Once, or once by each of the two executors that tests compare.
    expect([1, 2]).toContain(messages);
  }
});

it('gives each caller what is theirs, though they ask for the same in the same words', async () => {
  const { shop, customer, conversation } = await shopWithChat();
  const clerk = await makeStaff(server, shop, 'AGENT');
  const [owners, clerks] = await Promise.all([screens(shop.owner, shop, 5), screens(clerk, shop, 5)]);
  await send(clerk.client, conversation, 'From the clerk');
  expect((await eventsOf(owners)).map(({ event }) => event)).toEqual(
    owners.map(() => said('From the clerk')),
  );
  expect((await eventsOf(clerks)).map(({ event }) => event)).toEqual(
    clerks.map(() => said('From the clerk', true)),
  );
  await send(customer.client, conversation, 'From the customer');
  for (const { event } of await eventsOf([...owners, ...clerks]))
    expect(event).toEqual(said('From the customer'));
  leave([...owners, ...clerks]);
});

it('gives each of two sessions of one person its own', async () => {
  const { customer, conversation } = await shopWithChat();
  const other = await transact(server.ctx({ kind: 'system', job: 'test' }), (tx) =>
    createSession(tx, customer.id, 'another'),
  );
  const query = document('message { sender { ... on Person { sessions { device isCurrent } } } }');
  const [here, there] = await Promise.all([
    screens(customer, null, 3, query),
    screens(other, null, 3, query),
  ]);
  await send(customer.client, conversation, 'Hello');
  const expectCurrent = async (all: RawSocket[], device: string) => {
    for (const { event } of await eventsOf(all))
      expect(JSON.stringify(event)).toContain(`"${device}","isCurrent":true`);
  };
  await expectCurrent(here, 'test');
  await expectCurrent(there, 'another');
  leave([...here, ...there]);
});

it('keeps documents and variables apart', async () => {
  const { shop, customer, conversation } = await shopWithChat();
  const query = `subscription ($businessId: ID, $with: Boolean!) {
    inboxEvents(businessId: $businessId) { event { type message @include(if: $with) { isMine } } }
  }`;
  const listening = async (text: string, variables: object) => {
    const raw = await introduced(server.url, shop.owner.token);
    raw.say(subscribing('1', text, { variables: { businessId: shop.publicId, ...variables } }));
    await raw.next();
    return raw;
  };
  const all = [
    await listening(query, { with: true }),
    await listening(query, { with: false }),
    await listening(document('id'), {}),
  ];
  await send(customer.client, conversation, 'Hello');
  expect((await eventsOf(all)).map(({ event }) => event)).toEqual([
    { type: 'MESSAGE_SENT', message: { isMine: false } },
    { type: 'MESSAGE_SENT' },
    { type: 'MESSAGE_SENT', id: expect.any(String) as string },
  ]);
  leave(all);
});

it('serves 200 screens of others all while one reads nothing', async () => {
  const { shop, customer, conversation } = await shopWithChat();
  const clerk = await makeStaff(server, shop, 'AGENT');
  const fat = `message { ${Array.from({ length: 10 }, (_, n) => `a${n}: content { ... on TextContent { text } }`).join(' ')} }`;
  const [stalled] = await screens(clerk, shop, 1, document(fat));
  if (!stalled) throw new Error('No socket.');
  stalled.socket.pause();
  const all = await screens(shop.owner, shop, 200);
  const texts = Array.from({ length: 30 }, (_, n) => `${n} ${'x'.repeat(4_000)}`);
  const reading = all.map(async (raw) => {
    const got: unknown[] = [];
    while (got.length < texts.length) got.push((await eventOf(raw)).event);
    return got;
  });
  for (const text of texts) await send(customer.client, conversation, text);
  for (const got of await Promise.all(reading)) expect(got).toEqual(texts.map((text) => said(text)));
  stalled.socket.resume();
  for (const text of texts) expect(JSON.stringify((await eventOf(stalled)).event)).toContain(text);
  leave([stalled, ...all]);
});
