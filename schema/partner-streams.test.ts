import { afterAll, beforeAll, expect, it } from 'vitest';
import { grantApp, withdrawGrant } from '../src/partners/grant.ts';
import { createKey, revokeKey } from '../src/partners/keys.ts';
import { makePerson, makeShop } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { makePartnerApp } from '../src/testing/partner-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { watch } from '../src/testing/watch.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const AppEvents = graphql(`
  subscription PartnerAppEvents($appId: ID!) {
    stream: partnerAppEvents(appId: $appId) {
      cursor
      event {
        type
        app {
          id
        }
        business {
          id
        }
      }
    }
  }
`);

it('tells the app and its owner who grants it something and takes it back, and of its keys', async () => {
  const app = await makePartnerApp(server, {});
  const shop = await makeShop(server);
  const variables = { appId: app.publicId };
  const streams = await Promise.all(
    [app.client, app.owner.client].map((client) => watch(server, client, AppEvents, variables)),
  );
  const grant = { appId: app.id, businessId: shop.id };
  await grantApp(shop.owner.ctx, { ...grant, scopes: ['READ_ORDERS'] });
  await withdrawGrant(shop.owner.ctx, grant);
  const { keyId } = await createKey(app.owner.ctx, app.id, { name: 'Another', scopes: ['READ_ORDERS'] });
  await revokeKey(app.owner.ctx, keyId);
  const business = { id: shop.publicId };
  for (const stream of streams) {
    const told = [await stream.next(), await stream.next(), await stream.next(), await stream.next()];
    expect(told).toMatchObject([
      { type: 'APP_GRANTED', app: { id: app.publicId }, business },
      { type: 'APP_GRANT_WITHDRAWN', business },
      { type: 'KEY_CREATED', business: null },
      { type: 'KEY_REVOKED', business: null },
    ]);
    await stream.stop();
  }
});

it('is for nobody else', async () => {
  const [app, other] = [await makePartnerApp(server, {}), await makePartnerApp(server, {})];
  const stranger = await makePerson(server);
  for (const client of [other.client, stranger.client]) {
    const listening = watch(server, client, AppEvents, { appId: app.publicId });
    await expect(listening).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
