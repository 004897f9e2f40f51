import { allMarkets, marketByCountry, type Market as MarketRow } from '../src/markets/read.ts';
import { builder } from './builder.ts';

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
  }),
});

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
