import type { Ctx } from '../context.ts';
import { encodeId, type ApiKeyId, type PartnerAppId } from '../db/id.ts';
import { createApp } from '../partners/apps.ts';
import { grantApp } from '../partners/grant.ts';
import { createKey } from '../partners/keys.ts';
import { SCOPE_NAMES, type Scope } from '../partners/rules.ts';
import type { Client } from './client.ts';
import { makePerson, type TestPerson, type TestShop } from './factories.ts';
import { graphql } from './gql/index.ts';
import type { TestServer } from './server.ts';

export interface TestApp {
  readonly id: PartnerAppId;
  readonly publicId: string;
  readonly owner: TestPerson;
  /** With all the scopes of the app. */
  readonly key: string;
  readonly keyId: ApiKeyId;
  /** As the key sees it. */
  readonly ctx: Ctx;
  readonly client: Client;
}

/** A partner app with a key, which each of the shops has granted all that there is to grant; all scopes unless named. */
export async function makePartnerApp(
  server: TestServer,
  options: {
    readonly scopes?: readonly Scope[];
    readonly shops?: readonly TestShop[];
    readonly owner?: TestPerson;
  } = {},
): Promise<TestApp> {
  const { shops = [] } = options;
  const scopes = [...(options.scopes ?? SCOPE_NAMES)];
  const owner = options.owner ?? (await makePerson(server, { name: 'Farah' }));
  const id = await createApp(owner.ctx, { name: 'Stock Sync', scopes });
  const { keyId, key } = await createKey(owner.ctx, id, { name: 'test', scopes });
  const granted = scopes.filter((scope) => scope !== 'MANAGE_WEBHOOKS');
  if (granted.length > 0) {
    for (const shop of shops)
      await grantApp(shop.owner.ctx, { businessId: shop.id, appId: id, scopes: granted });
  }
  const ctx = server.ctx({ kind: 'app', appId: id, keyId, scopes });
  return { id, publicId: encodeId('app', id), owner, key, keyId, ctx, client: server.client(key) };
}

/** What the log of events says of a subject, but for when. */
export const eventsOf = ({ app }: TestServer, subjectId: string) =>
  app.sql<{ type: string; topics: string[]; payload: unknown }[]>`
    select type, topics, payload from (
      select type, topics, payload, subject_id, sequence from event_log
      union all select type, topics, payload, subject_id, sequence from outbox) e
    where subject_id = ${subjectId} order by sequence`;

/* What owners of apps and of businesses do, as their frontend does it. */

export const CreateApp = graphql(`
  mutation PartnerCreateApp($input: PartnerAppCreateInput!) {
    partnerAppCreate(input: $input) {
      app {
        id
        name
        description
        scopes
        ownerName
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const UpdateApp = graphql(`
  mutation PartnerUpdateApp($input: PartnerAppUpdateInput!) {
    partnerAppUpdate(input: $input) {
      app {
        name
        description
        scopes
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const CreateKey = graphql(`
  mutation PartnerCreateKey($input: ApiKeyCreateInput!) {
    apiKeyCreate(input: $input) {
      key
      apiKey {
        id
        name
        last4
        scopes
        lastUsedAt
        expiresAt
        revokedAt
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const RotateKey = graphql(`
  mutation PartnerRotateKey($input: ApiKeyRotateInput!) {
    apiKeyRotate(input: $input) {
      key
      apiKey {
        id
        name
        scopes
        expiresAt
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const RevokeKey = graphql(`
  mutation PartnerRevokeKey($input: ApiKeyRevokeInput!) {
    apiKeyRevoke(input: $input) {
      apiKey {
        id
        revokedAt
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const GrantApp = graphql(`
  mutation PartnerGrantApp($input: PartnerGrantInput!) {
    partnerGrant(input: $input) {
      grant {
        scopes
        app {
          id
        }
        business {
          id
        }
        grantedBy {
          id
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const WithdrawGrant = graphql(`
  mutation PartnerWithdrawGrant($input: PartnerRevokeInput!) {
    partnerRevoke(input: $input) {
      business {
        id
      }
      app {
        id
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const ReadApp = graphql(`
  query PartnerReadApp($id: ID!) {
    partnerApp(id: $id) {
      id
      name
      description
      scopes
      ownerName
      keys {
        edges {
          node {
            id
            name
            last4
            expiresAt
            revokedAt
          }
        }
      }
      grants {
        edges {
          node {
            scopes
            business {
              id
            }
          }
        }
      }
      viewerKey {
        id
      }
    }
  }
`);

export const ReadGrants = graphql(`
  query PartnerReadGrants($id: ID!) {
    node(id: $id) {
      ... on Business {
        partnerGrants {
          edges {
            node {
              scopes
              app {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

export const ReadViewer = graphql(`
  query PartnerReadViewer {
    viewer {
      __typename
      id
      name
      ... on PartnerApp {
        viewerKey {
          id
          last4
        }
      }
      ... on Person {
        partnerApps {
          edges {
            node {
              id
            }
          }
        }
      }
    }
  }
`);
