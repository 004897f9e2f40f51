import {
  countProducts,
  productsPage,
  searchProducts,
  type Found,
  type ProductView,
} from '../src/catalog/read.ts';
import { currentPrice, isAvailable, isOnSale } from '../src/catalog/rules.ts';
import type { Ctx } from '../src/context.ts';
import type { ProductId } from '../src/db/id.ts';
import { searchWords } from '../src/text.ts';
import { builder } from './builder.ts';
import { Image } from './businesses.ts';
import { MoneyType, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connect, connectById, pairCursor, type Connection } from './paging.ts';
import { Business, Product } from './refs.ts';
import { roleOf } from './roles.ts';
import { SalesChannelType } from './sales-channel.ts';

export const ProductUnit = builder.enumType('ProductUnit', {
  description: 'What a quantity of one is.',
  values: {
    PIECE: { description: 'One piece.' },
    KG: { description: 'One kilogram.' },
    PACK: { description: 'One pack.' },
  } satisfies Record<ProductView['unit'], object>,
});

const ProductState = builder.enumType('ProductState', {
  description: 'Whether a product is in the shop.',
  values: {
    ACTIVE: { description: 'In the shop.' },
    ARCHIVED: { description: 'No longer sold; orders and chats that show it keep it.' },
  } satisfies Record<ProductView['state'], object>,
});

const Availability = builder.enumType('ProductAvailability', {
  description: 'Whether it can be had now.',
  values: {
    IN_STOCK: { description: 'It can.' },
    OUT_OF_STOCK: { description: 'Not now.' },
    DISCONTINUED: { description: 'It is no longer sold.' },
  },
});

/** What a shop sells how often is nobody else's business. */
async function forStaff(ctx: Ctx, product: ProductView, count: number): Promise<number | null> {
  return (await roleOf(ctx, product.businessId)) ? count : null;
}

const Stock = builder.objectRef<ProductView>('Stock').implement({
  description: 'How many there are. received = free + held + sold, always.',
  fields: (t) => ({
    isTracked: t.exposeBoolean('tracked', { description: 'False for what never runs out.' }),
    free: t.int({
      nullable: true,
      description: 'How many can be sold now; null when it never runs out.',
      resolve: (product) => (product.tracked ? product.free : null),
    }),
    held: t.int({
      nullable: true,
      description: "How many wait in orders that are not paid yet; null for anybody but the shop's staff.",
      resolve: (product, _args, ctx) => forStaff(ctx, product, product.held),
    }),
    sold: t.int({
      nullable: true,
      description: "How many were sold; null for anybody but the shop's staff.",
      resolve: (product, _args, ctx) => forStaff(ctx, product, product.sold),
    }),
  }),
});

Product.implement({
  description: 'Something that a shop sells. For everybody.',
  fields: (t) => ({
    business: t.field({
      type: Business,
      description: 'Whose it is.',
      resolve: (product) => product.businessId,
    }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    description: t.exposeString('description', { description: 'What is said of it; may be empty.' }),
    sku: t.exposeString('sku', {
      nullable: true,
      description: "The shop's own id of it; null when it has none.",
    }),
    unit: t.field({
      type: ProductUnit,
      description: 'What a quantity of one is.',
      resolve: (product) => product.unit,
    }),
    state: t.field({
      type: ProductState,
      description: 'Whether it is in the shop.',
      resolve: (product) => product.state,
    }),
    price: t.field({
      type: MoneyType,
      description: 'What one costs now: the sale price while a sale is on.',
      resolve: (product, _args, ctx) => moneyOf(currentPrice(product, ctx.now()), product.currency),
    }),
    regularPrice: t.field({
      type: MoneyType,
      description: 'What one costs without a sale.',
      resolve: (product) => moneyOf(product.priceMinor, product.currency),
    }),
    salePrice: t.field({
      type: MoneyType,
      nullable: true,
      description: 'What one costs in the sale that is on now; null when none is.',
      resolve: (product, _args, ctx) =>
        product.salePriceMinor !== null && isOnSale(product, ctx.now())
          ? moneyOf(product.salePriceMinor, product.currency)
          : null,
    }),
    saleEndsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the sale ends; null when there is none or it has no end.',
      resolve: (product) => product.saleEndsAt,
    }),
    photos: t.field({
      type: [Image],
      description: 'Its pictures, the cover first.',
      resolve: (product) => product.imageIds.map((id) => ({ id })),
    }),
    photo: t.field({
      type: Image,
      nullable: true,
      description: 'Its cover; null when it has no picture.',
      resolve: (product) => (product.imageIds[0] ? { id: product.imageIds[0] } : null),
    }),
    channels: t.field({
      type: [SalesChannelType],
      description: 'Where it is sold while it is ACTIVE; empty when nowhere.',
      resolve: (product) => [...product.channels],
    }),
    availability: t.field({
      type: Availability,
      description: 'Whether it can be had now: OUT_OF_STOCK also for what the channel does not sell.',
      args: { channel: t.arg({ type: SalesChannelType, description: 'Where; in the chat when left out.' }) },
      resolve: (product, { channel }) => {
        if (product.state === 'ARCHIVED') return 'DISCONTINUED';
        return isAvailable(product, channel ?? 'CHAT') ? 'IN_STOCK' : 'OUT_OF_STOCK';
      },
    }),
    stock: t.field({ type: Stock, description: 'How many there are.', resolve: (product) => product }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'Since when.',
      resolve: (product) => product.createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'Last changed.',
      resolve: (product) => product.updatedAt,
    }),
  }),
});

/** A page with the way to count the whole list, which is only gone when the count is asked for. */
type Counted<Node> = Connection<Node> & { readonly count: () => Promise<number> };

const ProductConnection = builder.connectionObject(
  {
    type: Product,
    name: 'ProductConnection',
    description: 'A page of products.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'How many products of the shop you can see, whatever the search. Costs a count.',
        resolve: (page) => (page as unknown as Counted<ProductView>).count(),
      }),
    }),
  },
  { name: 'ProductEdge', description: 'A product in a page.' },
);

const searchCursor = pairCursor<{ score: number; id: ProductId }>({
  encode: (key) => [String(key.score), key.id],
  decode: (score, id) =>
    Number.isFinite(Number(score)) ? { score: Number(score), id: id as ProductId } : null,
});

builder.objectField(Business, 'products', (t) =>
  t.field({
    type: ProductConnection,
    description:
      'What it sells: oldest first, or best match first when searched. For everybody: what is sold in the chat; for its staff: everything.',
    args: {
      search: t.arg.string({
        description: 'Words of the name, description or SKU; near-misses of the name are found too.',
      }),
      channel: t.arg({
        type: SalesChannelType,
        description:
          'Only what is sold there. Of another channel than the chat only its staff sees anything.',
      }),
      ...pageArgs,
    },
    resolve: async (shop, { search, channel = null, ...args }, ctx): Promise<Counted<ProductView>> => {
      const words = searchWords(search);
      const page = words
        ? await connect<Found, ProductView, { score: number; id: ProductId }>({
            args,
            cursor: searchCursor,
            fetch: (request) => searchProducts(ctx, shop.id, words, request, channel),
            keyOf: (found) => ({ score: found.score, id: found.product.id }),
            nodeOf: (found) => found.product,
          })
        : await connectById<ProductView>(args, (request) => productsPage(ctx, shop.id, request, channel));
      return { ...page, count: () => countProducts(ctx, shop.id, channel) };
    },
  }),
);
