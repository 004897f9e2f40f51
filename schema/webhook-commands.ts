import type { WebhookId, WebhookReplayId } from '../src/db/id.ts';
import { createWebhook } from '../src/webhooks/create.ts';
import { deleteWebhook } from '../src/webhooks/delete.ts';
import { replayWebhook, retryDelivery } from '../src/webhooks/replay.ts';
import { rotateSecret } from '../src/webhooks/rotate-secret.ts';
import {
  LONGEST_DOCUMENT,
  MOST_OVERLAP_HOURS,
  MOST_REPLAYS,
  MOST_WEBHOOKS,
  OVERLAP_HOURS,
} from '../src/webhooks/rules.ts';
import { testWebhook, type TestedWebhook } from '../src/webhooks/test.ts';
import { updateWebhook } from '../src/webhooks/update.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId, optionalId } from './ids.ts';
import { Webhook, WebhookReplay } from './refs.ts';

const KEEPERS = "For the app's owner, and for the app by a key with MANAGE_WEBHOOKS.";

const ADDRESS =
  'Where to send: an https address that is not in a private network. Redirects are not followed.';
const DOCUMENT = `A GraphQL subscription of this API without variables and without \`after\`, ${LONGEST_DOCUMENT} bytes at most; the \`data\` of each delivery is its result for one event.`;

const webhookIdOf = (id: string) => inputId<'webhook'>('Webhook', id, ['webhookId']);

const WebhookCreateInput = builder.inputType('WebhookCreateInput', {
  description: 'For webhookCreate.',
  fields: (t) => ({
    appId: t.id({ description: 'Of which app; may be left out by a key, which is of one.' }),
    url: t.string({ required: true, description: ADDRESS }),
    document: t.string({ required: true, description: DOCUMENT }),
    after: t.field({
      type: 'EventCursor',
      description:
        'Everything behind this cursor is sent, as far back as the log goes; from now on when left out.',
    }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again makes nothing new.' }),
  }),
});

const WebhookUpdateState = builder.enumType('WebhookUpdateState', {
  description: 'What a webhook can be set to.',
  values: {
    ACTIVE: { description: 'It goes on from where it was.' },
    PAUSED: { description: 'Nothing is sent until it goes on; nothing is lost meanwhile.' },
  },
});

const WebhookUpdateInput = builder.inputType('WebhookUpdateInput', {
  description: 'For webhookUpdate: what is left out stays as it is.',
  fields: (t) => ({
    webhookId: t.id({ required: true, description: 'Which.' }),
    url: t.string({ description: `${ADDRESS} Deliveries that wait are sent there too.` }),
    document: t.string({
      description: `${DOCUMENT} Deliveries that were made already keep their bodies; it holds for the events behind them.`,
    }),
    state: t.field({ type: WebhookUpdateState, description: 'Pauses it, or has it go on.' }),
    after: t.field({
      type: 'EventCursor',
      description:
        'Goes on behind this cursor, which is further on than its `position`: what lies between is left out, as when the log no longer holds it.',
    }),
  }),
});

const WebhookDeleteInput = builder.inputType('WebhookDeleteInput', {
  description: 'For webhookDelete.',
  fields: (t) => ({ webhookId: t.id({ required: true, description: 'Which.' }) }),
});

const WebhookSecretRotateInput = builder.inputType('WebhookSecretRotateInput', {
  description: 'For webhookSecretRotate.',
  fields: (t) => ({
    webhookId: t.id({ required: true, description: 'Of which.' }),
    overlapHours: t.int({
      description: `How long the old secret signs as well: ${OVERLAP_HOURS} when left out, ${MOST_OVERLAP_HOURS} at most; 0 ends it at once.`,
    }),
  }),
});

const WebhookTestInput = builder.inputType('WebhookTestInput', {
  description: 'For webhookTest.',
  fields: (t) => ({
    webhookId: t.id({ required: true, description: 'Which.' }),
    eventId: t.id({
      description:
        'The `id` of an event that is in the log; the newest one that the document selects when left out.',
    }),
    send: t.boolean({
      required: true,
      defaultValue: true,
      description: 'False: nothing is sent, the body is only shown. True when left out.',
    }),
  }),
});

const LogPlace = builder.inputType('LogPlace', {
  description: 'A place in the log: one of the fields.',
  isOneOf: true,
  fields: (t) => ({
    cursor: t.field({
      type: 'EventCursor',
      description: 'Of an item of a stream, or of a delivery: behind it.',
    }),
    time: t.field({
      type: 'DateTime',
      description: 'Before the first event that came into the log then or later.',
    }),
  }),
});

const WebhookReplayInput = builder.inputType('WebhookReplayInput', {
  description: 'For webhookReplay.',
  fields: (t) => ({
    webhookId: t.id({ required: true, description: 'Which.' }),
    from: t.field({ type: LogPlace, required: true, description: 'Where to begin.' }),
    to: t.field({ type: LogPlace, description: 'Where to end; now, when left out.' }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again starts nothing new.' }),
  }),
});

const WebhookDeliveryRetryInput = builder.inputType('WebhookDeliveryRetryInput', {
  description: 'For webhookDeliveryRetry.',
  fields: (t) => ({ deliveryId: t.id({ required: true, description: 'Which: one that is over.' }) }),
});

interface Made {
  readonly webhook: WebhookId;
  readonly secret: string | null;
}

const webhookPayload = (name: string) =>
  payload<{ webhook: WebhookId }>(name, (t) => ({
    webhook: t.field({
      type: Webhook,
      nullable: true,
      description: 'The webhook as it is now.',
      resolve: (result) => result.webhook,
    }),
  }));

const secretPayload = (name: string, description: string) =>
  payload<Made>(name, (t) => ({
    webhook: t.field({
      type: Webhook,
      nullable: true,
      description: 'The webhook as it is now.',
      resolve: (result) => result.webhook,
    }),
    secret: t.string({ nullable: true, description, resolve: (result) => result.secret }),
  }));

const SHOWN_ONCE =
  'What its deliveries are signed with, `whsec_...` as Standard Webhooks has it. Keep it: it is shown only this once';

const replayPayload = (name: string) =>
  payload<{ replay: WebhookReplayId }>(name, (t) => ({
    replay: t.field({
      type: WebhookReplay,
      nullable: true,
      description: 'The replay, which runs from now on.',
      resolve: (result) => result.replay,
    }),
  }));

const WebhookTestPayload = payload<TestedWebhook>('WebhookTestPayload', (t) => ({
  body: t.string({
    nullable: true,
    description:
      "What a delivery of the event would hold: its type, its time, and the document's result as `data`.",
    resolve: (result) => result.body,
  }),
  sent: t.boolean({
    nullable: true,
    description: 'Whether it was sent.',
    resolve: (result) => (result.body == null ? null : result.answer != null),
  }),
  status: t.int({
    nullable: true,
    description: 'The HTTP status of the answer; null when there was none.',
    resolve: (result) => result.answer?.status,
  }),
  durationMs: t.int({
    nullable: true,
    description: 'How long it took, in milliseconds; null when nothing was sent.',
    resolve: (result) => result.answer?.durationMs,
  }),
  answer: t.string({
    nullable: true,
    description: "The beginning of the answer's body; null when there was none.",
    resolve: (result) => result.answer?.answer,
  }),
  error: t.string({
    nullable: true,
    description: 'Why there was no answer, in words; null when there was one or nothing was sent.',
    resolve: (result) => result.answer?.error,
  }),
}));

builder.mutationFields((t) => ({
  webhookCreate: t.field({
    type: secretPayload(
      'WebhookCreatePayload',
      `${SHOWN_ONCE}, and null when the idempotency key was used before.`,
    ),
    description: `Names an address at which the app is told what a subscription selects: signed, in order for each subject, and again until it arrives. ${MOST_WEBHOOKS} an app. ${KEEPERS}`,
    args: { input: t.arg({ type: WebhookCreateInput, required: true, description: 'What and where.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const appId = optionalId<'partnerApp'>('PartnerApp', input.appId, ['appId']);
        const { webhookId, secret } = await createWebhook(ctx, { ...input, appId });
        return { webhook: webhookId, secret };
      }),
  }),
  webhookUpdate: t.field({
    type: webhookPayload('WebhookUpdatePayload'),
    description: `Changes a webhook, pauses it, or has it go on after a pause. ${KEEPERS}`,
    args: { input: t.arg({ type: WebhookUpdateInput, required: true, description: 'Which, and what.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const webhook = webhookIdOf(input.webhookId);
        await updateWebhook(ctx, { ...input, webhookId: webhook });
        return { webhook };
      }),
  }),
  webhookDelete: t.field({
    type: webhookPayload('WebhookDeletePayload'),
    description: `Ends a webhook for good; what waited to be sent is dropped. Again changes nothing. ${KEEPERS}`,
    args: { input: t.arg({ type: WebhookDeleteInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const webhook = webhookIdOf(input.webhookId);
        await deleteWebhook(ctx, webhook);
        return { webhook };
      }),
  }),
  webhookSecretRotate: t.field({
    type: secretPayload('WebhookSecretRotatePayload', `${SHOWN_ONCE}.`),
    description: `Gives a webhook a new secret. Until the overlap is over both sign, and one from a rotation before ends at once. ${KEEPERS}`,
    args: { input: t.arg({ type: WebhookSecretRotateInput, required: true, description: 'Of which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const webhook = webhookIdOf(input.webhookId);
        return { webhook, secret: await rotateSecret(ctx, { ...input, webhookId: webhook }) };
      }),
  }),
  webhookTest: t.field({
    type: WebhookTestPayload,
    description: `A dry run: what would be sent for an event that was, signed and sent under a \`webhook-id\` of its own. Nothing is kept of it, and nothing moves. ${KEEPERS}`,
    args: { input: t.arg({ type: WebhookTestInput, required: true, description: 'Which, and by what.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(() => testWebhook(ctx, { ...input, webhookId: webhookIdOf(input.webhookId) })),
  }),
  webhookReplay: t.field({
    type: replayPayload('WebhookReplayPayload'),
    description: `Sends a part of the log again, beside what happens meanwhile: what is behind \`from\` up to \`to\`, with the same event ids. Bodies are made anew; to a paused webhook they are sent when it goes on. ${MOST_REPLAYS} at a time. ${KEEPERS}`,
    args: { input: t.arg({ type: WebhookReplayInput, required: true, description: 'Which, and what.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        replay: await replayWebhook(ctx, { ...input, webhookId: webhookIdOf(input.webhookId) }),
      })),
  }),
  webhookDeliveryRetry: t.field({
    type: replayPayload('WebhookDeliveryRetryPayload'),
    description: `Sends one delivery that is over again: as a replay of its event alone. ${KEEPERS}`,
    args: { input: t.arg({ type: WebhookDeliveryRetryInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        replay: await retryDelivery(
          ctx,
          inputId<'webhookDelivery'>('WebhookDelivery', input.deliveryId, ['deliveryId']),
        ),
      })),
  }),
}));
