import { type Ctx } from '../src/context.ts';
import type { WebhookId } from '../src/db/id.ts';
import { NotFoundError } from '../src/errors.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { requireAppOf } from '../src/webhooks/access.ts';
import {
  attemptsByDelivery,
  deliveriesPage,
  lagByWebhook,
  replaysPage,
  webhooksOfApps,
  type WebhookAttempt,
  type WebhookDelivery as DeliveryRow,
  type WebhookReplay as ReplayRow,
} from '../src/webhooks/read.ts';
import { MOST_WEBHOOKS, type DeliveryState, type WebhookState } from '../src/webhooks/rules.ts';
import { builder } from './builder.ts';
import { argumentId } from './ids.ts';
import { Event, EventTypeEnum, liveField, noSuchStream } from './live.ts';
import { batched } from './loaders.ts';
import { pageArgs } from './page-args.ts';
import { connectById } from './paging.ts';
import { PartnerApp, Webhook, WebhookDelivery, WebhookReplay } from './refs.ts';

const webhooksOf = batched(webhooksOfApps);
const attemptsOf = batched(attemptsByDelivery);
const lagOf = batched(lagByWebhook);

const WebhookStateType = builder.enumType('WebhookState', {
  description: 'Whether a webhook is told of anything.',
  values: {
    ACTIVE: { description: 'It is told.' },
    PAUSED: { description: 'It is not, and keeps its place; see `pauseReason`.' },
    DELETED: { description: 'It never will be again.' },
  } satisfies Record<WebhookState, object>,
});

const DeliveryStateType = builder.enumType('WebhookDeliveryState', {
  description: 'What became of a delivery.',
  values: {
    PENDING: { description: 'It has not arrived yet, and is tried until it has.' },
    DELIVERED: { description: 'It was answered with a status from 200 to 299.' },
    FAILED: { description: 'It was given up: its last attempt says why.' },
    DROPPED: { description: 'It was not sent any more: its webhook was deleted.' },
  } satisfies Record<DeliveryState, object>,
});

const LagType = builder.objectRef<WebhookId>('WebhookLag').implement({
  description: "How far a webhook is behind what happens. For the app's owner and the app.",
  fields: (t) => ({
    waiting: t.int({
      description:
        'Events of the whole log, those for others included, that its document was not asked about yet.',
      resolve: async (id, _args, ctx) => (await lagOf(ctx, id)).waiting,
    }),
    pendingDeliveries: t.int({
      description: 'Deliveries that were made and have not arrived yet.',
      resolve: async (id, _args, ctx) => (await lagOf(ctx, id)).pendingDeliveries,
    }),
    seconds: t.int({
      description: 'How long the oldest of them has waited; 0 when none does.',
      resolve: async (id, _args, ctx) => {
        const { since } = await lagOf(ctx, id);
        return since ? Math.max(0, Math.round((ctx.now().getTime() - since.getTime()) / 1_000)) : 0;
      },
    }),
  }),
});

const AttemptType = builder.objectRef<WebhookAttempt>('WebhookAttempt').implement({
  description: "One try to send a delivery. For the app's owner and the app.",
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1 for the first.' }),
    startedAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ startedAt }) => startedAt }),
    durationMs: t.exposeInt('durationMs', { description: 'How long it took, in milliseconds.' }),
    status: t.exposeInt('status', {
      nullable: true,
      description: 'The HTTP status of the answer; null when there was none.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'What went wrong, in words; null when it arrived.',
    }),
    answer: t.exposeString('answer', {
      nullable: true,
      description: "The beginning of the answer's body; null when there was none.",
    }),
  }),
});

WebhookDelivery.implement({
  description:
    "What is sent to a webhook for one event, and what became of it. For the app's owner and the app.",
  fields: (t) => ({
    webhook: t.field({ type: Webhook, description: 'To which one.', resolve: ({ webhookId }) => webhookId }),
    eventId: t.id({
      description:
        'The `id` of the event. The `webhook-id` that is sent is made of it: the same at every try, and in replays.',
      resolve: (delivery) => delivery.eventId.toString(),
    }),
    eventType: t.field({
      type: EventTypeEnum,
      description: 'What happened.',
      resolve: (delivery) => delivery.eventType,
    }),
    cursor: t.field({
      type: 'EventCursor',
      description: 'Where the event stands in the log: what comes behind it is `after` this.',
      resolve: (delivery, _args, ctx) => ctx.app.feed.cursorAt(delivery.position),
    }),
    state: t.field({
      type: DeliveryStateType,
      description: 'Where it is.',
      resolve: (delivery) => delivery.state,
    }),
    body: t.exposeString('body', { description: 'What is sent, as it is signed: the same at every try.' }),
    attemptsMade: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    attempts: t.field({
      type: [AttemptType],
      description: 'Its tries, the first one first.',
      resolve: (delivery, _args, ctx) => attemptsOf(ctx, delivery.id),
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'It is not tried before then; null when it is over.',
      resolve: (delivery) => delivery.nextAttemptAt,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was made.',
      resolve: (delivery) => delivery.createdAt,
    }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it arrived or was given up; null while it is pending.',
      resolve: (delivery) => delivery.finishedAt,
    }),
    replay: t.field({
      type: WebhookReplay,
      nullable: true,
      description: 'The replay that it was made by; null when it was made as the event happened.',
      resolve: (delivery) => delivery.replayId,
    }),
  }),
});

WebhookReplay.implement({
  description: "A part of the log that is sent to a webhook again. For the app's owner and the app.",
  fields: (t) => ({
    webhook: t.field({ type: Webhook, description: 'To which one.', resolve: ({ webhookId }) => webhookId }),
    from: t.field({
      type: 'EventCursor',
      description: 'It begins behind here.',
      resolve: (replay, _args, ctx) => ctx.app.feed.cursorAt(replay.fromPosition),
    }),
    to: t.field({
      type: 'EventCursor',
      description: 'It ends here.',
      resolve: (replay, _args, ctx) => ctx.app.feed.cursorAt(replay.toPosition),
    }),
    position: t.field({
      type: 'EventCursor',
      description: 'How far deliveries were made.',
      resolve: (replay, _args, ctx) => ctx.app.feed.cursorAt(replay.position),
    }),
    progressPercent: t.int({
      description: 'The same, from 0 to 100.',
      resolve: ({ fromPosition, toPosition, position }) =>
        toPosition === fromPosition
          ? 100
          : Math.floor((100 * (position - fromPosition)) / (toPosition - fromPosition)),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was asked for.',
      resolve: (replay) => replay.createdAt,
    }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its last delivery was made, which may arrive later; null while it runs.',
      resolve: (replay) => replay.finishedAt,
    }),
    failure: t.exposeString('failure', {
      nullable: true,
      description: 'Why it ended before its end; null when it did not.',
    }),
  }),
});

const DeliveryConnection = builder.connectionObject(
  { type: WebhookDelivery, name: 'WebhookDeliveryConnection', description: 'Deliveries, newest first.' },
  { name: 'WebhookDeliveryEdge', description: 'A delivery in a page.' },
);

const ReplayConnection = builder.connectionObject(
  { type: WebhookReplay, name: 'WebhookReplayConnection', description: 'Replays, newest first.' },
  { name: 'WebhookReplayEdge', description: 'A replay in a page.' },
);

Webhook.implement({
  description:
    "An address at which a partner app is told what a subscription of its choosing selects. For the app's owner, and for the app by a key with MANAGE_WEBHOOKS.",
  fields: (t) => ({
    app: t.field({ type: PartnerApp, description: 'Of which app.', resolve: ({ appId }) => appId }),
    url: t.exposeString('url', { description: 'Where it is sent: POST, signed by Standard Webhooks.' }),
    document: t.exposeString('document', {
      description: 'A subscription without variables: the `data` of a delivery is its result for one event.',
    }),
    state: t.field({
      type: WebhookStateType,
      description: 'Whether it is told of anything.',
      resolve: (webhook) => webhook.state,
    }),
    pauseReason: t.exposeString('pauseReason', {
      nullable: true,
      description: 'Why nothing is sent; null unless it is paused.',
    }),
    position: t.field({
      type: 'EventCursor',
      description: 'Up to here every event has been made a delivery, or was not for it.',
      resolve: (webhook, _args, ctx) => ctx.app.feed.cursorAt(webhook.position),
    }),
    lag: t.field({
      type: LagType,
      description: 'How far it is behind.',
      resolve: (webhook) => webhook.id,
    }),
    secretRotatesUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until then the secret before this one signs as well; null when it does not.',
      resolve: ({ previousSecretExpiresAt: until }, _args, ctx) =>
        until && until > ctx.now() ? until : null,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'Since when.',
      resolve: (webhook) => webhook.createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it was last changed.',
      resolve: (webhook) => webhook.updatedAt,
    }),
    deliveries: t.field({
      type: DeliveryConnection,
      description: 'What was made for it, those that arrived too, newest first.',
      args: {
        state: t.arg({ type: DeliveryStateType, description: 'Only in this state.' }),
        ...pageArgs,
      },
      resolve: (webhook, { state = null, ...args }, ctx) =>
        connectById<DeliveryRow>(args, (page) =>
          deliveriesPage(ctx, { webhookId: webhook.id, state: state ?? null }, page),
        ),
    }),
    replays: t.field({
      type: ReplayConnection,
      description: 'What was or is sent to it again, newest first.',
      args: { ...pageArgs },
      resolve: (webhook, args, ctx) =>
        connectById<ReplayRow>(args, (page) => replaysPage(ctx, webhook.id, page)),
    }),
  }),
});

builder.objectField(PartnerApp, 'webhooks', (t) =>
  t.field({
    type: [Webhook],
    description: `Its webhooks that are not deleted, oldest first, ${MOST_WEBHOOKS} at most; empty unless you are its owner, or the app itself with MANAGE_WEBHOOKS.`,
    resolve: (app, _args, ctx: Ctx) => webhooksOf(ctx, app.id),
  }),
);

const WebhookEvent = builder.objectRef<LogEvent>('WebhookEvent').implement({
  description: 'Something happened to a webhook.',
  interfaces: [Event],
  fields: (t) => ({
    webhook: t.field({
      type: Webhook,
      nullable: true,
      description: 'As it is now.',
      resolve: (event) => event.payload.webhookId ?? null,
    }),
  }),
});

liveField('webhookEvents', {
  description:
    "What happens to an app's webhooks, live: a pause first of all. For the app's owner, and for the app by a key with MANAGE_WEBHOOKS.",
  scope: 'MANAGE_WEBHOOKS',
  event: WebhookEvent,
  args: builder.args((t) => ({ appId: t.id({ required: true, description: 'Of which app.' }) })),
  listen: ({ appId }, ctx) => {
    const id = argumentId<'partnerApp'>('PartnerApp', appId);
    if (!id) throw noSuchStream('partner app');
    return {
      topics: [topic.app(id)],
      wants: (event) => event.type.startsWith('webhook.'),
      authorize: async () => {
        try {
          await requireAppOf(ctx, id);
        } catch (error) {
          throw error instanceof NotFoundError ? noSuchStream('partner app') : error;
        }
      },
    };
  },
});
