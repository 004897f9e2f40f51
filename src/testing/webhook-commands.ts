import { decodeId } from '../db/id.ts';
import type { WebhookId } from '../db/id.ts';
import type { Client } from './client.ts';
import type {
  WebhookCreateInput,
  WebhookReplayInput,
  WebhookTestInput,
  WebhookUpdateInput,
} from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* Webhooks as a partner's program looks after them. */

export const ORDERS_DOCUMENT =
  'subscription { orderEvents { cursor event { id type sequence order { id number } } } }';

graphql(`
  fragment KeptWebhook on Webhook {
    id
    url
    document
    state
    pauseReason
    position
    secretRotatesUntil
    app {
      id
    }
  }
  fragment KeptReplay on WebhookReplay {
    id
    from
    to
    position
    progressPercent
    finishedAt
    failure
    webhook {
      id
    }
  }
`);

const Create = graphql(`
  mutation KeeperWebhookCreate($input: WebhookCreateInput!) {
    webhookCreate(input: $input) {
      secret
      webhook {
        ...KeptWebhook
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const Update = graphql(`
  mutation KeeperWebhookUpdate($input: WebhookUpdateInput!) {
    webhookUpdate(input: $input) {
      webhook {
        ...KeptWebhook
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const Delete = graphql(`
  mutation KeeperWebhookDelete($input: WebhookDeleteInput!) {
    webhookDelete(input: $input) {
      webhook {
        ...KeptWebhook
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const Rotate = graphql(`
  mutation KeeperWebhookSecretRotate($input: WebhookSecretRotateInput!) {
    webhookSecretRotate(input: $input) {
      secret
      webhook {
        ...KeptWebhook
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const Test = graphql(`
  mutation KeeperWebhookTest($input: WebhookTestInput!) {
    webhookTest(input: $input) {
      body
      sent
      status
      durationMs
      answer
      error
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const Replay = graphql(`
  mutation KeeperWebhookReplay($input: WebhookReplayInput!) {
    webhookReplay(input: $input) {
      replay {
        ...KeptReplay
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const Retry = graphql(`
  mutation KeeperWebhookDeliveryRetry($input: WebhookDeliveryRetryInput!) {
    webhookDeliveryRetry(input: $input) {
      replay {
        ...KeptReplay
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

/** What a partner can do with webhooks: each by the mutation of that name. */
export const keep = (client: Client) => ({
  create: async (input: WebhookCreateInput) => (await client.request(Create, { input })).webhookCreate,
  update: async (input: WebhookUpdateInput) => (await client.request(Update, { input })).webhookUpdate,
  delete: async (webhookId: string) => (await client.request(Delete, { input: { webhookId } })).webhookDelete,
  rotate: async (webhookId: string, overlapHours?: number) =>
    (await client.request(Rotate, { input: { webhookId, overlapHours: overlapHours ?? null } }))
      .webhookSecretRotate,
  test: async (input: WebhookTestInput) => (await client.request(Test, { input })).webhookTest,
  replay: async (input: WebhookReplayInput) => (await client.request(Replay, { input })).webhookReplay,
  retry: async (deliveryId: string) =>
    (await client.request(Retry, { input: { deliveryId } })).webhookDeliveryRetry,
});

/** One that could be made. */
export async function makeWebhook(
  client: Client,
  input: Partial<WebhookCreateInput> = {},
): Promise<{ publicId: string; id: WebhookId; secret: string }> {
  const made = await keep(client).create({
    url: 'https://example.com/hooks',
    document: ORDERS_DOCUMENT,
    ...input,
  });
  const { webhook, secret } = made;
  if (!webhook || secret == null) throw new Error(JSON.stringify(made.userErrors));
  return { publicId: webhook.id, id: decodeId(webhook.id)?.uuid as WebhookId, secret };
}
