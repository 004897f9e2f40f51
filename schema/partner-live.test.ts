import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeId } from '../src/db/id.ts';
import { updateApp } from '../src/partners/apps.ts';
import { grantApp, withdrawGrant } from '../src/partners/grant.ts';
import { createKey, revokeKey } from '../src/partners/keys.ts';
import { ApiError, type Client } from '../src/testing/client.ts';
import {
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
  type TestShop,
} from '../src/testing/factories.ts';
import type { OrderEventFilter } from '../src/testing/gql/graphql.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { makePartnerApp, type TestApp } from '../src/testing/partner-commands.ts';
import { startSecondServer, type SecondServer } from '../src/testing/second-server.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
let second: SecondServer;
let skew = 0;
const now = () => new Date(Date.now() + skew);
beforeAll(async () => {
  server = await startTestServer({ now });
  second = await startSecondServer(server.databaseUrl, now);
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});

const OrderEvents = graphql(`
  subscription PartnerOrderEvents($filter: OrderEventFilter, $after: EventCursor) {
    stream: orderEvents(filter: $filter, after: $after) {
      cursor
      event {
        type
        order {
          id
        }
      }
    }
  }
`);

const PaymentEvents = graphql(`
  subscription PartnerPaymentEvents {
    stream: paymentEvents {
      cursor
    }
  }
`);

const Streams = graphql(`
  query PartnerKeyStreams($id: ID!) {
    node(id: $id) {
      ... on ApiKey {
        stream {
          cursor
          seenAt
          lagSeconds
          waiting
        }
      }
    }
  }
`);

let buyer: TestPerson;
beforeEach(async () => {
  buyer = await makePerson(server);
});

/** Places an order with the shop: an event; the order's id. */
async function sell(shop: TestShop): Promise<string> {
  return encodeId('ord', await makeOrder(buyer, await makeProduct(shop)));
}

interface Follower {
  /** The orders whose events came, in their order. */
  readonly seen: (string | null)[];
  readonly cursor: () => string | null;
  /** With which code it ended. */
  readonly end: Promise<unknown>;
}

async function follow(
  client: Client,
  filter: OrderEventFilter | null = null,
  after: string | null = null,
): Promise<Follower> {
  const seen: (string | null)[] = [];
  let cursor = after;
  const stream = client.subscribe(OrderEvents, { filter, after });
  const take = ({ cursor: behind, event }: { cursor: string; event: unknown }) => {
    cursor = behind;
    if (event) seen.push((event as { order: { id: string } | null }).order?.id ?? null);
  };
  const first = await stream.next();
  if (!first.done) take(first.value.stream);
  const end = (async () => {
    for await (const item of stream) take(item.stream);
    return null;
  })().catch((error: unknown) => (error instanceof ApiError ? error.code : error));
  return { seen, end, cursor: () => cursor };
}

const refusal = (client: Client, filter: OrderEventFilter | null = null, after: string | null = null) =>
  follow(client, filter, after).then(
    () => null,
    (error: unknown) => (error instanceof ApiError ? error.code : error),
  );

/** Until both processes have told an app of a last order. */
async function settled(): Promise<void> {
  const shop = await makeShop(server);
  const witness = await makePartnerApp(server, { shops: [shop] });
  const followers = [await follow(witness.client), await follow(second.client(witness.key))];
  const last = await sell(shop);
  for (const { seen } of followers) await expect.poll(() => seen, { timeout: 5_000 }).toEqual([last]);
}

const grant = (shop: TestShop, { id }: TestApp) =>
  grantApp(shop.owner.ctx, { businessId: shop.id, appId: id, scopes: ['READ_ORDERS'] });
const withdraw = (shop: TestShop, { id }: TestApp) =>
  withdrawGrant(shop.owner.ctx, { businessId: shop.id, appId: id });

/** The same stream through both processes. */
async function followTwice(
  app: TestApp,
  filter: OrderEventFilter | null = null,
  after: string | null = null,
) {
  return [await follow(app.client, filter, after), await follow(second.client(app.key), filter, after)];
}

describe('an app follows orders', () => {
  it('of all that granted it, of one of them, or one order; and of nobody else', async () => {
    const [one, two, other] = [await makeShop(server), await makeShop(server), await makeShop(server)];
    const app = await makePartnerApp(server, { shops: [one, two] });
    const all = await followTwice(app);
    const ofTwo = await followTwice(app, { businessId: two.publicId });
    const start = all[0]?.cursor() ?? null;
    await sell(other);
    const [first, last] = [await sell(one), await sell(two)];
    for (const { seen } of all) await expect.poll(() => seen).toEqual([first, last]);
    for (const { seen } of ofTwo) await expect.poll(() => seen).toEqual([last]);
    const ofFirst = await followTwice(app, { orderId: first }, start);
    for (const { seen } of ofFirst) await expect.poll(() => seen).toEqual([first]);
    await settled();
    for (const { seen } of ofFirst) expect(seen).toEqual([first]);
  });

  it('not of whom has not granted it, nor with a key that may not, nor their payments', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    const app = await makePartnerApp(server, { shops: [shop] });
    expect(await refusal(app.client, { businessId: other.publicId })).toBe('FORBIDDEN');
    expect(await refusal(app.client, { businessId: 'nonsense' })).toBe('FORBIDDEN');
    const stocker = await makePartnerApp(server, { shops: [shop], scopes: ['WRITE_STOCK'] });
    expect(await refusal(stocker.client)).toBe('FORBIDDEN');
    await expect(app.client.subscribe(PaymentEvents, {}).next()).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('that granted it while it listens, from there on', async () => {
    const [one, two] = [await makeShop(server), await makeShop(server)];
    const app = await makePartnerApp(server, { scopes: ['READ_ORDERS'] });
    const followers = await followTwice(app);
    await sell(one);
    await grant(one, app);
    const first = await sell(one);
    await sell(two);
    await grant(two, app);
    const rest = [await sell(two), await sell(one), await sell(two)];
    for (const { seen } of followers) await expect.poll(() => seen).toEqual([first, ...rest]);
  });

  it('until a grant is withdrawn: nothing later comes of that shop, and the others go on', async () => {
    const [stays, leaves] = [await makeShop(server), await makeShop(server)];
    const app = await makePartnerApp(server, { shops: [stays, leaves] });
    const followers = await followTwice(app);
    const ofLeaving = await followTwice(app, { businessId: leaves.publicId });
    const before = [await sell(leaves), await sell(stays)];
    await withdraw(leaves, app);
    await sell(leaves);
    const after = await sell(stays);
    for (const { seen } of followers) await expect.poll(() => seen).toHaveLength(3);
    await settled();
    // What it has come to hear of a shop that has left by now, it can't look at any more.
    for (const { seen } of followers) expect(seen.map((id) => id ?? before[0])).toEqual([...before, after]);
    for (const { seen, end } of ofLeaving) {
      expect(await end).toBe('FORBIDDEN');
      expect(seen).toHaveLength(1);
    }
    await grant(leaves, app);
    const again = await sell(leaves);
    for (const { seen } of followers) await expect.poll(() => seen.at(-1)).toBe(again);
  });

  it('until its app asks for it no more', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { shops: [shop], scopes: ['READ_ORDERS', 'WRITE_STOCK'] });
    const followers = await followTwice(app);
    await sell(shop);
    await updateApp(app.owner.ctx, app.id, { scopes: ['WRITE_STOCK'] });
    await sell(shop);
    for (const { seen, end } of followers) {
      expect(await end).toBe('FORBIDDEN');
      expect(seen).toHaveLength(1);
    }
  });
});

describe('a stream ends', () => {
  it('when its key is revoked, in log order; those of the other keys go on', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { shops: [shop] });
    const other = await createKey(app.owner.ctx, app.id, { name: 'new', scopes: ['READ_ORDERS'] });
    const followers = await followTwice(app);
    const goesOn = await follow(server.client(other.key));
    const before = await sell(shop);
    for (const { seen } of followers) await expect.poll(() => seen).toEqual([before]);
    await revokeKey(app.owner.ctx, app.keyId);
    const after = await sell(shop);
    await expect.poll(() => goesOn.seen).toEqual([before, after]);
    for (const { seen, end } of followers) {
      expect(await end).toBe('UNAUTHENTICATED');
      expect(seen).toEqual([before]);
    }
  });

  it('when the time of its key is over, before anything later reaches it', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { shops: [shop] });
    const expiresAt = new Date(now().getTime() + 60_000);
    const short = await createKey(app.owner.ctx, app.id, {
      name: 'short',
      scopes: ['READ_ORDERS'],
      expiresAt,
    });
    const followers = [await follow(server.client(short.key)), await follow(second.client(short.key))];
    const before = await sell(shop);
    for (const { seen } of followers) await expect.poll(() => seen).toEqual([before]);
    skew += 60_000;
    await sell(shop);
    for (const { seen, end } of followers) {
      expect(await end).toBe('UNAUTHENTICATED');
      expect(seen).toEqual([before]);
    }
  });
});

describe('a cursor', () => {
  it('of before a grant gives what that shop sold since, each once and in the order of the log', async () => {
    const [one, two] = [await makeShop(server), await makeShop(server)];
    const app = await makePartnerApp(server, { shops: [one], scopes: ['READ_ORDERS'] });
    const live = await follow(app.client);
    const start = live.cursor();
    const orders = [await sell(one), await sell(two), await sell(one)];
    await expect.poll(() => live.seen).toEqual([orders[0], orders[2]]);
    await grant(two, app);
    const resumed = await followTwice(app, null, start);
    for (const { seen } of resumed) await expect.poll(() => seen).toEqual(orders);
    const next = await sell(two);
    for (const { seen } of [...resumed, live]) await expect.poll(() => seen.at(-1)).toBe(next);
    expect(live.seen).toEqual([orders[0], orders[2], next]);
  });

  it('goes on from where it was however grants come and go, and however the streams are cut', async () => {
    const [stays, wavers] = [await makeShop(server), await makeShop(server)];
    const app = await makePartnerApp(server, { shops: [stays], scopes: ['READ_ORDERS'] });
    const sold: string[] = [];
    const seen: (string | null)[] = [];
    let cursor = (await follow(app.client)).cursor();
    const trading = (async () => {
      for (let n = 0; n < 30; n++) sold.push(await sell(stays));
    })();
    const wavering = (async () => {
      for (let n = 0; n < 6; n++) {
        await grant(wavers, app);
        await sell(wavers);
        await withdraw(wavers, app);
      }
    })();
    for (let round = 0; round < 6; round++) {
      const client = (round % 2 === 0 ? server : second).client(app.key);
      const follower = await follow(client, null, cursor);
      await expect.poll(() => follower.seen.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(3);
      await client.close();
      await follower.end;
      seen.push(...follower.seen);
      cursor = follower.cursor();
    }
    await Promise.all([trading, wavering]);
    const rest = await follow(app.client, null, cursor);
    const ofStays = () => [...seen, ...rest.seen].filter((id) => id !== null && sold.includes(id));
    await expect.poll(ofStays, { timeout: 5_000 }).toEqual(sold);
  });
});

describe('where a key is', () => {
  const streamOf = async (app: TestApp, client = app.owner.client) => {
    const { node } = await client.request(Streams, { id: encodeId('key', app.keyId) });
    return node && 'stream' in node ? node.stream : null;
  };

  it('is told to its owner: what its client has taken, and what waits', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { shops: [shop] });
    expect(await streamOf(app)).toBeNull();
    const stream = app.ctx.app.feed.cursor();
    const client = server.client(app.key);
    const follower = await follow(client, null, stream);
    await sell(shop);
    await expect.poll(() => follower.seen).toHaveLength(1);
    const cursor = follower.cursor();
    await expect
      .poll(async () => {
        await server.app.positions.flush();
        return (await streamOf(app))?.cursor;
      })
      .toBe(cursor);
    expect(await streamOf(app)).toMatchObject({ waiting: 0, lagSeconds: 0 });
    await client.close();
    await follower.end;
    await sell(shop);
    await sell(shop);
    await settled();
    skew += 30_000;
    const behind = await streamOf(app, app.client);
    expect(behind).toMatchObject({ cursor, waiting: 2 });
    expect(behind?.lagSeconds).toBeGreaterThanOrEqual(30);
    expect(await streamOf(app, shop.owner.client)).toBeNull();
  });

  it('is where the one of its streams is that is furthest behind', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { shops: [shop] });
    const { feed, positions, sql } = server.app;
    const start = feed.cursor();
    const subscribe = () =>
      positions.follow(
        app.keyId,
        feed.subscribe({
          topics: [`orders:${shop.id}`],
          accessTopics: [],
          authorize: () => Promise.resolve(),
          after: start,
        }),
      );
    const [ahead, behind] = [subscribe(), subscribe()];
    await sell(shop);
    await settled();
    const at = async () => {
      await positions.flush();
      const [row] = await sql<{ position: bigint }[]>`
        select position from stream_positions where key_id = ${app.keyId}`;
      return row && feed.cursorAt(Number(row.position));
    };
    const first = await behind.next();
    // It has been given something, and has not come back for more.
    expect(await at()).toBeUndefined();
    void behind.next();
    for (let taken = 0; taken < 2; taken++) await ahead.next();
    void ahead.next();
    expect(await at()).toBe(first.value?.cursor);
    await Promise.all([ahead.return(), behind.return()]);
  });
});
