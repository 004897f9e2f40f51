import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import type { Scope } from '../src/partners/rules.ts';
import { isGranted } from '../src/partners/grants.ts';
import { makePerson, makeShop, makeStaff, type TestShop } from '../src/testing/factories.ts';
import {
  CreateApp,
  GrantApp,
  ReadApp,
  ReadGrants,
  ReadViewer,
  UpdateApp,
  WithdrawGrant,
  eventsOf,
  makePartnerApp,
  type TestApp,
} from '../src/testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const keyIdOf = ({ keyId }: TestApp) => encodeId('key', keyId);

const read = async (app: TestApp, client = app.owner.client) =>
  (await client.request(ReadApp, { id: app.publicId })).partnerApp;

describe('partnerAppCreate', () => {
  it('makes whoever asks the owner of an app, once per idempotency key', async () => {
    const { client } = await makePerson(server, { name: 'Farah' });
    const scopes: Scope[] = ['WRITE_STOCK', 'READ_ORDERS', 'READ_ORDERS'];
    const input = { name: ' Stock Sync ', description: 'Counts.', scopes, idempotencyKey: randomUUID() };
    const { partnerAppCreate: made } = await client.request(CreateApp, { input });
    expect(made).toEqual({
      app: {
        id: expect.stringMatching(/^app_/),
        name: 'Stock Sync',
        description: 'Counts.',
        scopes: ['READ_ORDERS', 'WRITE_STOCK'],
        ownerName: 'Farah',
      },
      userErrors: [],
    });
    expect((await client.request(CreateApp, { input })).partnerAppCreate).toEqual(made);
    const { viewer } = await client.request(ReadViewer, {});
    expect(viewer).toMatchObject({ partnerApps: { edges: [{ node: { id: made.app?.id } }] } });
  });

  it.each([
    { name: '', scopes: ['READ_ORDERS'], path: ['name'] },
    { name: 'x'.repeat(81), scopes: ['READ_ORDERS'], path: ['name'] },
    { name: 'Sync', description: 'x'.repeat(2_001), scopes: ['READ_ORDERS'], path: ['description'] },
    { name: 'Sync', scopes: [], path: ['scopes'] },
  ] as const)('refuses $path', async ({ path, scopes, ...input }) => {
    const { client } = await makePerson(server);
    const answer = await client.request(CreateApp, { input: { ...input, scopes: [...scopes] } });
    expect(answer.partnerAppCreate).toEqual({ app: null, userErrors: [{ code: 'INVALID_INPUT', path }] });
  });
});

describe('an app', () => {
  it('shows everybody who has signed in what it is, and its owner alone its keys', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { scopes: ['READ_ORDERS'], shops: [shop] });
    const stranger = await makePerson(server);
    const open = { name: 'Stock Sync', scopes: ['READ_ORDERS'], ownerName: 'Farah' };
    expect(await read(app, stranger.client)).toMatchObject({ ...open, keys: null, grants: null });
    expect(await read(app, server.client())).toBeNull();
    const grants = { edges: [{ node: { business: { id: shop.publicId }, scopes: ['READ_ORDERS'] } }] };
    expect(await read(app, app.client)).toMatchObject({
      ...open,
      keys: null,
      grants,
      viewerKey: { id: keyIdOf(app) },
    });
    const keys = { edges: [{ node: { id: keyIdOf(app), name: 'test', last4: app.key.slice(-4) } }] };
    expect(await read(app)).toMatchObject({ ...open, keys, grants, viewerKey: null });
  });

  it('is the viewer when a key of it calls', async () => {
    const app = await makePartnerApp(server);
    expect((await app.client.request(ReadViewer, {})).viewer).toEqual({
      __typename: 'PartnerApp',
      id: app.publicId,
      name: 'Stock Sync',
      viewerKey: { id: keyIdOf(app), last4: app.key.slice(-4) },
    });
  });

  it('is changed by its owner alone', async () => {
    const app = await makePartnerApp(server, { scopes: ['READ_ORDERS'] });
    const input = { appId: app.publicId, name: 'Sync', scopes: ['WRITE_STOCK' as const] };
    const stranger = await makePerson(server);
    const { partnerAppUpdate: refused } = await stranger.client.request(UpdateApp, { input });
    expect(refused).toEqual({ app: null, userErrors: [{ code: 'NOT_FOUND', path: ['appId'] }] });
    expect((await app.client.raw(UpdateApp, { input })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await read(app)).toMatchObject({ name: 'Stock Sync', scopes: ['READ_ORDERS'] });
    const { partnerAppUpdate: done } = await app.owner.client.request(UpdateApp, { input });
    expect(done).toMatchObject({ app: { name: 'Sync', scopes: ['WRITE_STOCK'] }, userErrors: [] });
    expect((await eventsOf(server, app.id)).at(-1)).toEqual({
      type: 'app.updated',
      topics: [`app:${app.id}`, 'revocations', `access:${app.id}`],
      payload: { appId: app.id },
    });
  });

  it('tells no cache and no stream of another name', async () => {
    const app = await makePartnerApp(server);
    await app.owner.client.request(UpdateApp, { input: { appId: app.publicId, name: 'Sync' } });
    expect((await eventsOf(server, app.id)).at(-1)).toMatchObject({ topics: [`app:${app.id}`] });
  });
});

describe('partnerGrant', () => {
  const grant = async (shop: TestShop, app: Pick<TestApp, 'publicId'>, scopes: Scope[], by = shop.owner) => {
    const input = { businessId: shop.publicId, appId: app.publicId, scopes };
    return (await by.client.request(GrantApp, { input })).partnerGrant;
  };
  const withdraw = async (shop: TestShop, app: Pick<TestApp, 'publicId'>, by = shop.owner) => {
    const input = { businessId: shop.publicId, appId: app.publicId };
    return (await by.client.request(WithdrawGrant, { input })).partnerRevoke;
  };
  const listed = async (shop: TestShop, client = shop.owner.client) => {
    const { node } = await client.request(ReadGrants, { id: shop.publicId });
    return node && 'partnerGrants' in node ? node.partnerGrants : undefined;
  };
  const may = (shop: TestShop, app: TestApp, scope: Scope) =>
    isGranted(app.ctx, { appId: app.id, businessId: shop.id, scope });

  it('lets an app act for a business, and again replaces what was granted', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server);
    expect(await may(shop, app, 'READ_ORDERS')).toBe(false);
    expect(await grant(shop, app, ['WRITE_STOCK', 'READ_ORDERS'])).toEqual({
      grant: {
        scopes: ['READ_ORDERS', 'WRITE_STOCK'],
        app: { id: app.publicId },
        business: { id: shop.publicId },
        grantedBy: { id: shop.owner.publicId },
      },
      userErrors: [],
    });
    expect(await may(shop, app, 'READ_ORDERS')).toBe(true);
    await grant(shop, app, ['WRITE_STOCK']);
    expect(await may(shop, app, 'READ_ORDERS')).toBe(false);
    expect(await may(shop, app, 'WRITE_STOCK')).toBe(true);
    const node = { scopes: ['WRITE_STOCK'], app: { id: app.publicId, name: 'Stock Sync' } };
    expect(await listed(shop)).toEqual({ edges: [{ node }] });
    // Once more the same tells nobody.
    await grant(shop, app, ['WRITE_STOCK']);
    const granted = {
      type: 'app.granted',
      topics: [`access:${app.id}`, `app:${app.id}`],
      payload: { appId: app.id, partyId: shop.id },
    };
    expect((await eventsOf(server, app.id)).slice(1)).toEqual([granted, granted]);
  });

  it('is for owners of the business', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { shops: [shop] });
    const manager = await makeStaff(server, shop, 'MANAGER');
    const forbidden = { userErrors: [{ code: 'FORBIDDEN_ROLE' }] };
    expect(await grant(shop, app, ['READ_ORDERS'], manager)).toMatchObject(forbidden);
    expect(await withdraw(shop, app, manager)).toMatchObject(forbidden);
    const notFound = { userErrors: [{ code: 'NOT_FOUND', path: ['businessId'] }] };
    expect(await grant(shop, app, ['READ_ORDERS'], app.owner)).toMatchObject(notFound);
    expect(await withdraw(shop, app, app.owner)).toMatchObject(notFound);
    expect(await listed(shop, manager.client)).toBeNull();
    expect(await may(shop, app, 'WRITE_STOCK')).toBe(true);
  });

  it.each([
    { scopes: ['WRITE_STOCK'], code: 'SCOPE_NOT_GRANTED' },
    { scopes: ['MANAGE_WEBHOOKS'], code: 'INVALID_INPUT' },
    { scopes: [], code: 'INVALID_INPUT' },
  ] as const)('does not grant $scopes', async ({ scopes, code }) => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { scopes: ['READ_ORDERS', 'MANAGE_WEBHOOKS'] });
    expect(await grant(shop, app, [...scopes])).toMatchObject({
      grant: null,
      userErrors: [{ code, path: ['scopes'] }],
    });
    expect(await listed(shop)).toEqual({ edges: [] });
  });

  it('knows no app that there is not', async () => {
    const shop = await makeShop(server);
    const absent = { publicId: encodeId('app', newId()) };
    const notFound = { userErrors: [{ code: 'NOT_FOUND', path: ['appId'] }] };
    expect(await grant(shop, absent, ['READ_ORDERS'])).toMatchObject(notFound);
    expect(await withdraw(shop, absent)).toMatchObject(notFound);
    expect(await withdraw(shop, await makePartnerApp(server))).toMatchObject(notFound);
  });

  it('allows no more than the app asks for at the time', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { scopes: ['READ_ORDERS', 'WRITE_STOCK'], shops: [shop] });
    const update = (scopes: Scope[]) =>
      app.owner.client.request(UpdateApp, { input: { appId: app.publicId, scopes } });
    await update(['READ_ORDERS', 'WRITE_ORDERS']);
    expect(await may(shop, app, 'READ_ORDERS')).toBe(true);
    expect(await may(shop, app, 'WRITE_STOCK')).toBe(false);
    // What an app asks for later was not granted.
    expect(await may(shop, app, 'WRITE_ORDERS')).toBe(false);
    expect(await listed(shop)).toMatchObject({ edges: [{ node: { scopes: ['READ_ORDERS'] } }] });
  });

  it('is taken back by partnerRevoke, for that business alone', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    const app = await makePartnerApp(server, { shops: [shop, other] });
    expect(await withdraw(shop, app)).toEqual({
      business: { id: shop.publicId },
      app: { id: app.publicId },
      userErrors: [],
    });
    expect(await may(shop, app, 'READ_ORDERS')).toBe(false);
    expect(await may(other, app, 'READ_ORDERS')).toBe(true);
    expect(await listed(shop)).toEqual({ edges: [] });
    expect((await eventsOf(server, app.id)).at(-1)).toEqual({
      type: 'app.grant_withdrawn',
      topics: [`access:${app.id}`, `app:${app.id}`],
      payload: { appId: app.id, partyId: shop.id },
    });
  });

  it('and partnerRevoke at the same moment leave the one or the other, and events that say so', async () => {
    const shop = await makeShop(server);
    const app = await makePartnerApp(server, { shops: [shop] });
    const racers = Array.from({ length: 4 }, () => [grant(shop, app, ['READ_ORDERS']), withdraw(shop, app)]);
    await Promise.all(racers.flat());
    const last = (await eventsOf(server, app.id)).at(-1)?.type;
    expect(await may(shop, app, 'READ_ORDERS')).toBe(last === 'app.granted');
  });
});
