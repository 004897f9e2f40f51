import {
  featuresByCountry,
  standingsByCountry,
  type FeatureStanding,
  type ShownFeature,
} from '../src/markets/features.ts';
import { builder } from './builder.ts';
import { FeatureKey, FeatureStateType } from './feature-enums.ts';
import { batched } from './loaders.ts';
import { isSelf } from './people.ts';
import { Business, Person } from './refs.ts';

export const featuresOf = batched(featuresByCountry);
const standingsOf = batched(standingsByCountry);

export const MarketFeature = builder.objectRef<ShownFeature>('MarketFeature').implement({
  description: 'A feature of a country.',
  fields: (t) => ({
    key: t.field({ type: FeatureKey, description: 'Which.', resolve: ({ feature }) => feature }),
    state: t.field({ type: FeatureStateType, description: 'How it stands.', resolve: ({ state }) => state }),
    sharePercent: t.exposeInt('sharePercent', {
      nullable: true,
      description: 'Of a pilot: how many of a hundred people are in; null otherwise.',
    }),
    reason: t.exposeString('reason', { description: 'Why it stands so, for people, in English.' }),
    changedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was switched last; null when it never was.',
      resolve: ({ changedAt }) => changedAt,
    }),
  }),
});

const FeatureAvailability = builder.objectRef<FeatureStanding>('FeatureAvailability').implement({
  description: 'Whether a feature works for you, so that it can be shown before it is tried.',
  fields: (t) => ({
    key: t.field({ type: FeatureKey, description: 'Which.', resolve: ({ feature }) => feature }),
    isAvailable: t.exposeBoolean('isAvailable', {
      description: 'False: trying gives FEATURE_UNAVAILABLE. Of a pilot: whether you are in it.',
    }),
    state: t.field({
      type: FeatureStateType,
      description: 'How it stands in the country.',
      resolve: ({ state }) => state,
    }),
    reason: t.exposeString('reason', { description: 'Why it stands so, for people, in English.' }),
  }),
});

builder.objectField(Person, 'features', (t) =>
  t.field({
    type: [FeatureAvailability],
    nullable: true,
    description: 'What they have in their own country, in a fixed order; null for anybody but the person.',
    resolve: (person, _args, ctx) => (isSelf(person, ctx) ? standingsOf(ctx, person.country) : null),
  }),
);

builder.objectField(Business, 'features', (t) =>
  t.field({
    type: [FeatureAvailability],
    description:
      'What you have as a customer of this shop: its country decides. A guest is in no pilot. For everybody.',
    resolve: (shop, _args, ctx) => standingsOf(ctx, shop.country),
  }),
);
