import { requireApp } from '../src/context.ts';
import { ordersPageOfApp, type Order as OrderRow } from '../src/orders/read.ts';
import { MOST_WAITING, streamsByKey, type KeyStream } from '../src/partners/stream-read.ts';
import { builder } from './builder.ts';
import { batched } from './loaders.ts';
import { OrderStateType } from './order-types.ts';
import { OrderConnection } from './orders.ts';
import { pageArgs } from './page-args.ts';
import { connectById, emptyPage, type PageArgs } from './paging.ts';
import { isApp } from './partners.ts';
import { ApiKey, PartnerApp } from './refs.ts';

interface ListArgs extends PageArgs {
  readonly state?: OrderRow['state'] | null | undefined;
}

builder.objectField(PartnerApp, 'orders', (t) =>
  t.field({
    type: OrderConnection,
    description:
      'What was ordered from all the businesses that let it READ_ORDERS, newest first; empty for anybody but the app. Take `eventCursor` in the same query, then follow `orderEvents` after it.',
    args: builder.args((of) => ({
      state: of.field({ type: OrderStateType, description: 'Only in this state.' }),
      ...pageArgs,
    })),
    resolve: (app, { state = null, ...args }: ListArgs, ctx) => {
      if (!isApp(app, ctx)) return emptyPage<OrderRow>();
      requireApp(ctx, 'READ_ORDERS');
      return connectById<OrderRow>(args, (page) => ordersPageOfApp(ctx, app.id, state, page));
    },
  }),
);

const streamOf = batched(streamsByKey);

const ApiKeyStream = builder.objectRef<KeyStream>('ApiKeyStream').implement({
  description:
    'How far the client of an API key has come with its live streams: where the one that is furthest behind is, to about five seconds.',
  fields: (t) => ({
    cursor: t.field({
      type: 'EventCursor',
      description: 'Behind the last item that it has taken.',
      resolve: (stream) => stream.cursor,
    }),
    seenAt: t.field({
      type: 'DateTime',
      description: 'When it took that.',
      resolve: (stream) => stream.seenAt,
    }),
    lagSeconds: t.exposeInt('lagSeconds', {
      description: 'For how long the first event that it has not taken has waited; 0 when none does.',
    }),
    waiting: t.exposeInt('waiting', {
      description: `How many events about orders that it may see come behind; counted to ${MOST_WAITING}.`,
    }),
  }),
});

builder.objectField(ApiKey, 'stream', (t) =>
  t.field({
    type: ApiKeyStream,
    nullable: true,
    description: 'How far its live streams have come; null when it never had one.',
    resolve: (key, _args, ctx) => streamOf(ctx, key.id),
  }),
);
