import type { Ctx } from '../src/context.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { createMarket } from '../src/markets/create-market.ts';
import { switchesPage, type FeatureSwitch as SwitchRow } from '../src/markets/features.ts';
import { allMarkets, marketByCountry, type Market as MarketRow } from '../src/markets/read.ts';
import { setPilotMember } from '../src/markets/set-pilot-member.ts';
import { switchFeature } from '../src/markets/switch-feature.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { FeatureKey, FeatureStateType } from './feature-enums.ts';
import { featuresOf, MarketFeature } from './features.ts';
import { encodeGlobalId } from './ids.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { pageArgs } from './page-args.ts';
import { connectById } from './paging.ts';
import { Person } from './refs.ts';

const FeatureSwitch = builder.objectRef<SwitchRow>('FeatureSwitch').implement({
  description: 'A switch that was moved. For operators.',
  fields: (t) => ({
    key: t.field({ type: FeatureKey, description: 'Of what.', resolve: ({ feature }) => feature }),
    fromState: t.field({
      type: FeatureStateType,
      description: 'How it stood before.',
      resolve: ({ fromState }) => fromState,
    }),
    fromSharePercent: t.exposeInt('fromSharePercent', {
      nullable: true,
      description: 'How many of a hundred people were in; null when it was no pilot.',
    }),
    toState: t.field({
      type: FeatureStateType,
      description: 'How it stood from then on.',
      resolve: ({ toState }) => toState,
    }),
    toSharePercent: t.exposeInt('toSharePercent', {
      nullable: true,
      description: 'How many of a hundred people were in from then on; null when it was no pilot any more.',
    }),
    reason: t.exposeString('reason', { description: 'Why, as people were told from then on.' }),
    operatorId: t.id({
      description: 'The person who moved it.',
      resolve: ({ personId }) => encodeGlobalId('Person', personId),
    }),
    operator: t.field({
      type: Person,
      nullable: true,
      description: 'The same, with their name; null when you may not know of them.',
      resolve: ({ personId }) => personId,
    }),
    switchedAt: t.field({ type: 'DateTime', description: 'When.', resolve: (row) => row.switchedAt }),
  }),
});

const FeatureSwitchConnection = builder.connectionObject(
  { type: FeatureSwitch, name: 'FeatureSwitchConnection', description: 'A page of switches.' },
  { name: 'FeatureSwitchEdge', description: 'A switch in a page.' },
);

export const Market = builder.objectRef<MarketRow>('Market').implement({
  description: 'A country that Bottega is open in.',
  fields: (t) => ({
    country: t.field({
      type: 'CountryCode',
      description: 'Which country.',
      resolve: (market) => market.country,
    }),
    name: t.exposeString('name', { description: 'Its name in English.' }),
    currencyCode: t.field({
      type: 'CurrencyCode',
      description: 'What its shops sell in.',
      resolve: (market) => market.currency,
    }),
    languages: t.exposeStringList('languages', { description: 'BCP 47 tags; the first one is the default.' }),
    timeZone: t.exposeString('timeZone', {
      description: 'An IANA name such as Asia/Kolkata: whose days and months limits are counted by.',
    }),
    callingCode: t.exposeString('callingCode', {
      description: 'What its phone numbers begin with, without the plus: "91".',
    }),
    features: t.field({
      type: [MarketFeature],
      description: 'Everything that there is, in a fixed order, and how it stands here.',
      resolve: (market, _args, ctx) => featuresOf(ctx, market.country),
    }),
    switches: t.field({
      type: FeatureSwitchConnection,
      nullable: true,
      description: 'Every switch that was moved here, the last one first; null for all but operators.',
      args: { ...pageArgs },
      resolve: ({ country }, args, ctx) =>
        isOperator(ctx) ? connectById<SwitchRow>(args, (page) => switchesPage(ctx, country, page)) : null,
    }),
  }),
});

function isOperator({ actor }: Ctx): boolean {
  return actor.kind === 'person' && actor.operator;
}

builder.queryFields((t) => ({
  markets: t.field({
    type: [Market],
    description: 'Every country that Bottega is open in. For everybody.',
    resolve: (_root, _args, ctx) => allMarkets(ctx),
  }),
  market: t.field({
    type: Market,
    nullable: true,
    description: 'One country; null when Bottega is not open there. For everybody.',
    args: { country: t.arg({ type: 'CountryCode', required: true, description: 'Which country.' }) },
    resolve: (_root, { country }, ctx) => marketByCountry(ctx, country),
  }),
}));

const MarketFeatureSetInput = builder.inputType('MarketFeatureSetInput', {
  description: 'For marketFeatureSet.',
  fields: (t) => ({
    country: t.field({ type: 'CountryCode', required: true, description: 'Where.' }),
    feature: t.field({ type: FeatureKey, required: true, description: 'What.' }),
    state: t.field({ type: FeatureStateType, required: true, description: 'How it stands from now on.' }),
    sharePercent: t.int({
      description: 'For a pilot, and for nothing else: how many of a hundred people are in, 0 to 100.',
    }),
    reason: t.string({
      required: true,
      description: 'Why, shown to whoever meets it: 3 to 500 characters, in English.',
    }),
  }),
});

const LimitsInput = builder.inputType('MarketLimitsInput', {
  description:
    'How much money a person may send, each in units of the currency and none below the one before.',
  fields: (t) => ({
    perTransfer: t.field({ type: 'Decimal', required: true, description: 'At once; top-ups too.' }),
    perDay: t.field({ type: 'Decimal', required: true, description: 'In a day of the time zone.' }),
    perMonth: t.field({ type: 'Decimal', required: true, description: 'In a month of the time zone.' }),
  }),
});

const MarketCreateInput = builder.inputType('MarketCreateInput', {
  description: 'For marketCreate.',
  fields: (t) => ({
    country: t.field({ type: 'CountryCode', required: true, description: 'Which country.' }),
    name: t.string({ required: true, description: 'Its name in English; 80 characters.' }),
    currencyCode: t.field({
      type: 'CurrencyCode',
      required: true,
      description: 'What its shops sell in: it stays.',
    }),
    languages: t.stringList({
      required: true,
      description: 'Tags such as "pl" or "en-IN", 1 to 20; the first one is the default.',
    }),
    timeZone: t.string({ required: true, description: 'An IANA name such as "Europe/Warsaw".' }),
    callingCode: t.string({
      required: true,
      description: 'What its phone numbers begin with, without the plus: "48".',
    }),
    limits: t.field({
      type: LimitsInput,
      description: 'How much money a person may send; left out: wallets take and send none.',
    }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again adds nothing new.' }),
  }),
});

const PilotMemberSetInput = builder.inputType('PilotMemberSetInput', {
  description: 'For pilotMemberSet.',
  fields: (t) => ({
    country: t.field({ type: 'CountryCode', required: true, description: 'Whose pilots.' }),
    phone: t.string({ required: true, description: 'Of somebody who has signed in once.' }),
    isMember: t.boolean({
      required: true,
      description: 'True: in all of its pilots. False: the share decides, as for everybody.',
    }),
  }),
});

const marketPayload = (name: string) =>
  payload<{ market: MarketRow | null }>(name, (t) => ({
    market: t.field({
      type: Market,
      nullable: true,
      description: 'The country as it is now.',
      resolve: (result) => result.market,
    }),
  }));

builder.mutationFields((t) => ({
  marketFeatureSet: t.field({
    type: marketPayload('MarketFeatureSetPayload'),
    description:
      'Switches a feature of a country, at once and everywhere: when this is answered, nothing new begins by the old setting, and what had begun finishes. Every switch is kept, with who and why. For operators.',
    args: { input: t.arg({ type: MarketFeatureSetInput, required: true, description: 'What and how.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        await switchFeature(ctx, input);
        return { market: await marketByCountry(ctx, input.country) };
      }),
  }),
  marketCreate: t.field({
    type: marketPayload('MarketCreatePayload'),
    description: 'Adds a country. Everything is off until it is switched on. For operators.',
    args: { input: t.arg({ type: MarketCreateInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input: { currencyCode: currency, ...input } }, ctx) =>
      answer(async () => ({
        market: await marketByCountry(ctx, await createMarket(ctx, { ...input, currency })),
      })),
  }),
  pilotMemberSet: t.field({
    type: marketPayload('PilotMemberSetPayload'),
    description: 'Takes somebody into the pilots of a country, or out again. For operators.',
    args: { input: t.arg({ type: PilotMemberSetInput, required: true, description: 'Whom and where.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        await setPilotMember(ctx, input);
        return { market: await marketByCountry(ctx, input.country) };
      }),
  }),
}));

const MarketEvent = builder.objectRef<LogEvent>('MarketEvent').implement({
  description: 'Something was switched in a country.',
  interfaces: [Event],
  fields: (t) => ({
    market: t.field({
      type: Market,
      nullable: true,
      description: 'The country as it is now.',
      resolve: ({ topics }, _args, ctx) => {
        const country = topics.find((name) => name.startsWith(topic.market('')))?.slice(-2);
        return country ? marketByCountry(ctx, country) : null;
      },
    }),
    feature: t.field({
      type: FeatureKey,
      nullable: true,
      description: 'What was switched; how, the market says. Null for other events.',
      resolve: ({ payload: { feature } }) => feature ?? null,
    }),
  }),
});

liveField('marketEvents', {
  description: 'What is switched in a country, live. For every signed-in person.',
  event: MarketEvent,
  args: builder.args((t) => ({
    country: t.field({ type: 'CountryCode', required: true, description: 'Which country.' }),
  })),
  listen: ({ country }, ctx) => ({
    topics: [topic.market(country)],
    authorize: async () => {
      if (!(await marketByCountry(ctx, country))) throw noSuchStream('market');
    },
  }),
});
