import { createFeed } from '../src/channels/create-feed.ts';
import { feedsPage, type ProductFeed as FeedRow } from '../src/channels/read.ts';
import { revokeFeed } from '../src/channels/revoke-feed.ts';
import { MAX_SALES_DAYS, requireSalesRange, type FeedChannel } from '../src/channels/rules.ts';
import { salesByChannel, type ChannelSales } from '../src/channels/sales.ts';
import type { FeedId } from '../src/db/id.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId } from './ids.ts';
import { MoneyType, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connectById } from './paging.ts';
import { Business, ProductFeed } from './refs.ts';
import { SalesChannelType } from './sales-channel.ts';

const ChannelSalesType = builder.objectRef<ChannelSales>('ChannelSales').implement({
  description: 'What was ordered through a channel in some time. For managers and owners of the shop.',
  fields: (t) => ({
    channel: t.field({
      type: SalesChannelType,
      description: 'Which channel.',
      resolve: (sales) => sales.channel,
    }),
    ordersPlaced: t.exposeInt('ordersPlaced', {
      description: 'How many orders were placed, whatever became of them.',
    }),
    ordersPaid: t.exposeInt('ordersPaid', {
      description: 'How many of those were paid, given back since or not.',
    }),
    gross: t.field({
      type: MoneyType,
      description: 'The totals of those that were paid.',
      resolve: (sales) => moneyOf(sales.grossMinor, sales.currency),
    }),
    refunded: t.field({
      type: MoneyType,
      description: 'What has gone back of them until now, or is on its way.',
      resolve: (sales) => moneyOf(sales.refundedMinor, sales.currency),
    }),
    net: t.field({
      type: MoneyType,
      description: "gross - refunded, exactly; the platform's fees are not taken off.",
      resolve: (sales) => moneyOf(sales.grossMinor - sales.refundedMinor, sales.currency),
    }),
  }),
});

ProductFeed.implement({
  description: "An address from which a channel fetches a shop's products. For the shop's staff.",
  fields: (t) => ({
    business: t.field({ type: Business, description: 'Of which shop.', resolve: (feed) => feed.businessId }),
    channel: t.field({
      type: SalesChannelType,
      description: 'For which channel: it holds what is sold there.',
      resolve: (feed) => feed.channel,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (feed) => feed.createdAt }),
    lastFetchedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last fetched; null when never.',
      resolve: (feed) => feed.lastFetchedAt,
    }),
    revokedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the address was taken back; null while it is good.',
      resolve: (feed) => feed.revokedAt,
    }),
  }),
});

const ProductFeedConnection = builder.connectionObject(
  { type: ProductFeed, name: 'ProductFeedConnection', description: 'A page of feeds, newest first.' },
  { name: 'ProductFeedEdge', description: 'A feed in a page.' },
);

builder.objectFields(Business, (t) => ({
  salesByChannel: t.field({
    type: [ChannelSalesType],
    nullable: true,
    description: 'Its sales by channel, every channel once; null unless you are its manager or owner.',
    args: {
      from: t.arg({ type: 'DateTime', required: true, description: 'Orders placed from then on,' }),
      to: t.arg({
        type: 'DateTime',
        required: true,
        description: `and before then; ${MAX_SALES_DAYS} days later at most.`,
      }),
    },
    resolve: (shop, range, ctx) => {
      requireSalesRange(range);
      return salesByChannel(ctx, shop.id, range);
    },
  }),
  productFeeds: t.field({
    type: ProductFeedConnection,
    description:
      'The addresses from which channels fetch its products, revoked ones too, newest first; empty unless you are on its staff.',
    args: { ...pageArgs },
    resolve: (shop, args, ctx) => connectById<FeedRow>(args, (page) => feedsPage(ctx, shop.id, page)),
  }),
}));

const FeedChannelType = builder.enumType('FeedChannel', {
  description: "A sales channel that fetches a shop's products from an address.",
  values: {
    FACEBOOK_SHOP: { description: 'A Facebook Shop.' },
    INSTAGRAM_SHOP: { description: 'An Instagram Shop.' },
    PARTNER: { description: 'A partner app.' },
  } satisfies Record<FeedChannel, object>,
});

const ProductFeedCreateInput = builder.inputType('ProductFeedCreateInput', {
  description: 'For productFeedCreate.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Whose products.' }),
    channel: t.field({
      type: FeedChannelType,
      required: true,
      description: 'For which channel.',
    }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again makes nothing new.' }),
  }),
});

const ProductFeedRevokeInput = builder.inputType('ProductFeedRevokeInput', {
  description: 'For productFeedRevoke.',
  fields: (t) => ({ feedId: t.id({ required: true, description: 'Which feed.' }) }),
});

const ProductFeedCreatePayload = payload<{ feed: FeedId; address: string | null }>(
  'ProductFeedCreatePayload',
  (t) => ({
    feed: t.field({
      type: ProductFeed,
      nullable: true,
      description: 'The feed.',
      resolve: (result) => result.feed,
    }),
    address: t.string({
      nullable: true,
      description:
        'What to give to the channel: a CSV in the form of Meta. Whoever has it reads the products; it is shown only this once, and null when the key was used before.',
      resolve: (result) => result.address,
    }),
  }),
);

const ProductFeedRevokePayload = payload<{ feed: FeedId }>('ProductFeedRevokePayload', (t) => ({
  feed: t.field({
    type: ProductFeed,
    nullable: true,
    description: 'The feed as it is now.',
    resolve: (result) => result.feed,
  }),
}));

builder.mutationFields((t) => ({
  productFeedCreate: t.field({
    type: ProductFeedCreatePayload,
    description:
      "Makes an address from which a channel fetches the shop's products, always as they are now. For managers of the business.",
    args: { input: t.arg({ type: ProductFeedCreateInput, required: true, description: 'For what.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const businessId = inputId<'business'>('Business', input.businessId, ['businessId']);
        const { feedId, address } = await createFeed(ctx, { ...input, businessId });
        return { feed: feedId, address };
      }),
  }),
  productFeedRevoke: t.field({
    type: ProductFeedRevokePayload,
    description: 'Takes such an address back, at once and for good. For managers of the business.',
    args: { input: t.arg({ type: ProductFeedRevokeInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const feed = inputId<'feed'>('ProductFeed', input.feedId, ['feedId']);
        await revokeFeed(ctx, feed);
        return { feed };
      }),
  }),
}));
