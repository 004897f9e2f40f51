import type { BusinessId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { appsByIds } from '../src/partners/read.ts';
import { builder } from './builder.ts';
import { argumentId } from './ids.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { isApp, ownsApp } from './partners.ts';
import { Business, PartnerApp } from './refs.ts';

const PartnerAppEvent = builder.objectRef<LogEvent>('PartnerAppEvent').implement({
  description: 'Something happened to a partner app: a grant, a key, a scope.',
  interfaces: [Event],
  fields: (t) => ({
    app: t.field({
      type: PartnerApp,
      nullable: true,
      description: 'As it is now.',
      resolve: (event) => event.payload.appId ?? null,
    }),
    business: t.field({
      type: Business,
      nullable: true,
      description: 'Which business granted something or took it back; null for other events.',
      resolve: (event) => (event.payload.partyId as BusinessId | undefined) ?? null,
    }),
  }),
});

liveField('partnerAppEvents', {
  description:
    'What happens to a partner app, live: who grants it something or takes it back, and its keys. When a business joins, read its open orders: what was placed before comes in no stream that has begun. For the owner of the app, and for the app by a key with READ_ORDERS.',
  scope: 'READ_ORDERS',
  event: PartnerAppEvent,
  args: builder.args((t) => ({ appId: t.id({ required: true, description: 'Which app.' }) })),
  listen: ({ appId }, ctx) => {
    const id = argumentId<'partnerApp'>('PartnerApp', appId);
    if (!id) throw noSuchStream('partner app');
    return {
      topics: [topic.app(id)],
      wants: (event) => event.payload.webhookId === undefined,
      authorize: async () => {
        const [app] = await appsByIds(ctx, [id]);
        if (!app || !(ownsApp(app, ctx) || isApp(app, ctx))) throw noSuchStream('partner app');
      },
    };
  },
});
