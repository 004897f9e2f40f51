import { FOR_PERSONS, type Row, type Rows } from './rows.ts';

/** Who owns the app, which is the rival, and the app itself, whose key has MANAGE_WEBHOOKS. */
const FOR_KEEPERS: Row = { ...FOR_PERSONS, signedIn: 'NOT_FOUND', rival: 'ok', app: 'ok' };

/** Webhooks of the app that the shop has granted all there is to grant: the shop has no part in them. */
export const WEBHOOK_ROWS: Rows = {
  'node(Webhook)': { all: 'null', rival: 'ok', app: 'ok' },
  'node(WebhookDelivery)': { all: 'null', rival: 'ok', app: 'ok' },
  'node(WebhookReplay)': { all: 'null', rival: 'ok', app: 'ok' },
  'PartnerApp.webhooks': { guest: 'unseen', signedIn: 'empty', rival: 'ok', app: 'ok' },
  'Webhook.deliveries': { all: 'unseen', rival: 'empty', app: 'empty' },
  'Webhook.replays': { all: 'unseen', rival: 'empty', app: 'empty' },
  'WebhookDelivery.webhook': { all: 'unseen', rival: 'ok', app: 'ok' },
  'WebhookDelivery.webhook.deliveries': { all: 'unseen', rival: 'ok', app: 'ok' },
  'WebhookReplay.webhook': { all: 'unseen', rival: 'ok', app: 'ok' },
  'Webhook.app.keys': { all: 'unseen', rival: 'ok', app: 'null' },

  'Mutation.webhookCreate': FOR_KEEPERS,
  'Mutation.webhookUpdate': FOR_KEEPERS,
  'Mutation.webhookDelete': FOR_KEEPERS,
  'Mutation.webhookSecretRotate': FOR_KEEPERS,
  'Mutation.webhookTest': FOR_KEEPERS,
  'Mutation.webhookReplay': FOR_KEEPERS,
  'Mutation.webhookDeliveryRetry': FOR_KEEPERS,

  'Subscription.webhookEvents': {
    args: 'appId: $appId',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    rival: 'ok',
    app: 'ok',
  },
};
