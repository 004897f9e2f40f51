import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createFeed, listFeeds, makeFeed, readFeed, revokeFeed } from '../src/testing/channel-commands.ts';
import { makePerson, makeShop, makeStaff } from '../src/testing/factories.ts';
import { makeSwitchboard } from '../src/testing/market-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const NOWHERE = 'fed_00000000000000000000000000';

describe('making a feed', () => {
  it('gives its address once, and keeps no more than a hash of it', async () => {
    const shop = await makeShop(server);
    const { client } = shop.owner;
    const { feed, address } = await createFeed(client, {
      businessId: shop.publicId,
      channel: 'INSTAGRAM_SHOP',
    });
    expect(address).toMatch(/^http:\/\/bottega\.test\/feeds\/[\w-]{43}\.csv$/);
    expect(feed).toEqual({
      id: expect.stringMatching(/^fed_/),
      channel: 'INSTAGRAM_SHOP',
      lastFetchedAt: null,
      revokedAt: null,
      business: { id: shop.publicId },
    });
    expect(await readFeed(client, feed?.id ?? '')).toEqual(feed);
    const secret = address?.slice(-47, -4) ?? '';
    const [dump] = await server.app.sql<{ text: string }[]>`
      select (select string_agg(f::text, '') from product_feeds f) || (select string_agg(o::text, '') from event_log o)
        as text`;
    expect(dump?.text).not.toContain(secret);
  });

  it('again with the same key makes none, and shows no address', async () => {
    const shop = await makeShop(server);
    const { client } = shop.owner;
    const input = { businessId: shop.publicId, channel: 'PARTNER', idempotencyKey: randomUUID() } as const;
    const first = await createFeed(client, input);
    const again = await createFeed(client, input);
    expect(first.address).not.toBeNull();
    expect(again).toMatchObject({ address: null, feed: { id: first.feed?.id }, userErrors: [] });
    expect((await listFeeds(client, shop.publicId))?.edges).toHaveLength(1);
    const other = await createFeed(client, { ...input, channel: 'FACEBOOK_SHOP' });
    expect(other).toMatchObject({
      feed: null,
      address: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }],
    });
  });

  it('needs the channel in the country, for who makes it; partners need nothing', async () => {
    const shop = await makeShop(server, { country: 'MX' });
    const { turn } = await makeSwitchboard(server, 'MX');
    const make = (channel: 'FACEBOOK_SHOP' | 'INSTAGRAM_SHOP' | 'PARTNER') =>
      createFeed(shop.owner.client, { businessId: shop.publicId, channel });
    await turn('FACEBOOK_SHOP', 'OFF');
    await turn('INSTAGRAM_SHOP', 'PILOT', { sharePercent: 0 });
    for (const channel of ['FACEBOOK_SHOP', 'INSTAGRAM_SHOP'] as const) {
      expect(await make(channel)).toMatchObject({
        feed: null,
        address: null,
        userErrors: [{ code: 'FEATURE_UNAVAILABLE', path: ['channel'] }],
      });
    }
    expect((await make('PARTNER')).userErrors).toEqual([]);
    await turn('INSTAGRAM_SHOP', 'PILOT', { sharePercent: 100 });
    expect((await make('INSTAGRAM_SHOP')).userErrors).toEqual([]);
  });
});

describe('who may', () => {
  it('managers and owners make and revoke; agents see; strangers and guests find nothing', async () => {
    const shop = await makeShop(server);
    const [agent, manager, stranger] = await Promise.all([
      makeStaff(server, shop, 'AGENT'),
      makeStaff(server, shop, 'MANAGER'),
      makeShop(server).then(({ owner }) => owner),
    ]);
    const input = { businessId: shop.publicId, channel: 'FACEBOOK_SHOP' } as const;
    const { feed } = await createFeed(manager.client, input);
    const id = feed?.id ?? '';
    expect(await createFeed(agent.client, input)).toMatchObject({ userErrors: [{ code: 'FORBIDDEN_ROLE' }] });
    expect(await revokeFeed(agent.client, id)).toMatchObject({ userErrors: [{ code: 'FORBIDDEN_ROLE' }] });
    expect((await listFeeds(agent.client, shop.publicId))?.edges).toEqual([{ node: feed }]);
    expect(await readFeed(agent.client, id)).toEqual(feed);

    const missing = { feed: null, userErrors: [{ code: 'NOT_FOUND' }] };
    expect(await createFeed(stranger.client, input)).toMatchObject(missing);
    expect(await revokeFeed(stranger.client, id)).toMatchObject(missing);
    expect(await revokeFeed(stranger.client, NOWHERE)).toMatchObject(missing);
    const customer = await makePerson(server);
    for (const client of [stranger.client, customer.client, server.client()]) {
      expect((await listFeeds(client, shop.publicId))?.edges).toEqual([]);
      expect(await readFeed(client, id)).toBeNull();
    }
    await expect(createFeed(server.client(), input)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(revokeFeed(server.client(), id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await readFeed(manager.client, id)).toMatchObject({ revokedAt: null });
  });
});

describe('revoking a feed', () => {
  it('is for good, and told once', async () => {
    const shop = await makeShop(server);
    const { client } = shop.owner;
    const { id } = await makeFeed(shop);
    const first = await revokeFeed(client, id);
    expect(first.feed?.revokedAt).toEqual(expect.any(String));
    expect(await revokeFeed(client, id)).toEqual(first);
    const events = await server.app.sql<{ type: string }[]>`
      select type from (select type, topics from outbox union all select type, topics from event_log) e
      where topics @> ${[`catalog:${shop.id}`]} and type like 'feed.%'`;
    expect(events.map(({ type }) => type).sort()).toEqual(['feed.created', 'feed.revoked']);
  });

  it('of one address leaves the others of the channel', async () => {
    const shop = await makeShop(server);
    const [old, fresh] = [await makeFeed(shop), await makeFeed(shop)];
    await revokeFeed(shop.owner.client, old.id);
    const page = await listFeeds(shop.owner.client, shop.publicId, { first: 1 });
    expect(page?.edges).toMatchObject([{ node: { id: fresh.id, revokedAt: null } }]);
    const rest = await listFeeds(shop.owner.client, shop.publicId, {
      first: 1,
      after: page?.pageInfo.endCursor ?? '',
    });
    expect(rest?.edges).toMatchObject([{ node: { id: old.id, revokedAt: expect.any(String) } }]);
    expect(rest?.pageInfo.hasNextPage).toBe(false);
  });

  test.each(['', 'fed_', 'prd_00000000000000000000000000', 'nonsense'])('of %j finds none', async (id) => {
    const { owner } = await makeShop(server);
    expect(await revokeFeed(owner.client, id)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['feedId'] }],
    });
  });
});
