import { createProduct } from '../src/catalog/create.ts';
import type { Sale } from '../src/catalog/input.ts';
import {
  countProducts,
  productsPage,
  searchProducts,
  type Found,
  type ProductView,
} from '../src/catalog/read.ts';
import { currentPrice, isAvailable, isOnSale } from '../src/catalog/rules.ts';
import { archiveProduct, setStock, updateProduct } from '../src/catalog/update.ts';
import type { BusinessId, ImageId, ProductId } from '../src/db/id.ts';
import type { CurrencyCode } from '../src/money.ts';
import { searchWords } from '../src/text.ts';
import { builder } from './builder.ts';
import { Image } from './businesses.ts';
import { answer, payload } from './errors.ts';
import { inputId } from './ids.ts';
import { MoneyInput, MoneyType, inputMoney, moneyOf } from './money.ts';
import { pageArgs } from './page-args.ts';
import { connect, connectById, pairCursor, type Connection } from './paging.ts';
import { Business, Product } from './refs.ts';

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

const Stock = builder.objectRef<ProductView>('Stock').implement({
  description: 'How many there are. received = free + held + sold, always.',
  fields: (t) => ({
    isTracked: t.exposeBoolean('tracked', { description: 'False for what never runs out.' }),
    free: t.int({
      nullable: true,
      description: 'How many can be sold now; null when it never runs out.',
      resolve: (product) => (product.tracked ? product.free : null),
    }),
    held: t.exposeInt('held', { description: 'How many wait in orders that are not paid yet.' }),
    sold: t.exposeInt('sold', { description: 'How many were sold.' }),
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
    availability: t.field({
      type: Availability,
      description: 'Whether it can be had now.',
      resolve: (product) => {
        if (product.state === 'ARCHIVED') return 'DISCONTINUED';
        return isAvailable(product) ? 'IN_STOCK' : 'OUT_OF_STOCK';
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
        description: 'How many products the shop has, whatever the search. Costs a count.',
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
    description: 'What it sells: oldest first, or best match first when searched. For everybody.',
    args: {
      search: t.arg.string({
        description: 'Words of the name, description or SKU; near-misses of the name are found too.',
      }),
      ...pageArgs,
    },
    resolve: async (shop, { search, ...args }, ctx): Promise<Counted<ProductView>> => {
      const words = searchWords(search);
      const page = words
        ? await connect<Found, ProductView, { score: number; id: ProductId }>({
            args,
            cursor: searchCursor,
            fetch: (request) => searchProducts(ctx, shop.id, words, request),
            keyOf: (found) => ({ score: found.score, id: found.product.id }),
            nodeOf: (found) => found.product,
          })
        : await connectById<ProductView>(args, (request) => productsPage(ctx, shop.id, request));
      return { ...page, count: () => countProducts(ctx, shop.id) };
    },
  }),
);

const SaleInput = builder.inputType('SaleInput', {
  description: 'A sale price, with dates or without.',
  fields: (t) => ({
    price: t.field({ type: MoneyInput, required: true, description: 'Below the regular price.' }),
    startsAt: t.field({ type: 'DateTime', description: 'From when; at once when left out.' }),
    endsAt: t.field({ type: 'DateTime', description: 'Until when; until it is removed when left out.' }),
  }),
});

const ProductCreateInput = builder.inputType('ProductCreateInput', {
  description: 'For productCreate.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Whose catalogue it goes into.' }),
    name: t.string({ required: true, description: '200 characters.' }),
    description: t.string({ description: '9,999 characters.' }),
    sku: t.string({
      description: "The shop's own id of it, unique in the shop; 100 printable ASCII characters.",
    }),
    unit: t.field({ type: ProductUnit, description: 'PIECE when left out.' }),
    price: t.field({ type: MoneyInput, required: true, description: "In the shop's currency." }),
    sale: t.field({ type: SaleInput, description: 'A sale price.' }),
    imageIds: t.idList({ description: 'Pictures of the shop, the cover first; ten at most.' }),
    stock: t.int({ description: 'How many there are; left out, it never runs out.' }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again makes nothing new.' }),
  }),
});

const ProductUpdateInput = builder.inputType('ProductUpdateInput', {
  description: 'For productUpdate; what is left out stays.',
  fields: (t) => ({
    productId: t.id({ required: true, description: 'Which product.' }),
    name: t.string({ description: '200 characters.' }),
    description: t.string({ description: '9,999 characters.' }),
    sku: t.string({ description: 'Unique in the shop.' }),
    unit: t.field({ type: ProductUnit, description: 'What a quantity of one is.' }),
    price: t.field({ type: MoneyInput, description: "In the shop's currency." }),
    sale: t.field({ type: SaleInput, description: 'A sale price; null ends the sale.' }),
    imageIds: t.idList({ description: 'All its pictures anew, the cover first.' }),
  }),
});

const ProductArchiveInput = builder.inputType('ProductArchiveInput', {
  description: 'For productArchive.',
  fields: (t) => ({ productId: t.id({ required: true, description: 'Which product.' }) }),
});

const StockSetInput = builder.inputType('StockSetInput', {
  description: 'For stockSet.',
  fields: (t) => ({
    productId: t.id({ required: true, description: 'Which product.' }),
    free: t.int({ description: 'How many can be sold now; null when it never runs out.' }),
  }),
});

const productPayload = (name: string) =>
  payload<{ product: ProductId }>(name, (t) => ({
    product: t.field({
      type: Product,
      nullable: true,
      description: 'The product as it is now.',
      resolve: (result) => result.product,
    }),
  }));

interface GivenMoney {
  readonly amount: string;
  readonly currencyCode: CurrencyCode;
}

function inputSale(sale: {
  price: GivenMoney;
  startsAt?: Date | null | undefined;
  endsAt?: Date | null | undefined;
}): Sale {
  return { ...sale, price: inputMoney(sale.price, ['sale', 'price']) };
}

function imageIdsOf(ids: readonly string[]): ImageId[] {
  return ids.map((id, index) => inputId<'image'>('Image', id, ['imageIds', String(index)]));
}

builder.mutationFields((t) => ({
  productCreate: t.field({
    type: productPayload('ProductCreatePayload'),
    description: 'Adds a product to a catalogue. For managers of the business.',
    args: { input: t.arg({ type: ProductCreateInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        product: await createProduct(ctx, {
          ...input,
          businessId: inputId<'business'>('Business', input.businessId, ['businessId']) satisfies BusinessId,
          price: inputMoney(input.price, ['price']),
          sale: input.sale && inputSale(input.sale),
          imageIds: input.imageIds && imageIdsOf(input.imageIds),
        }),
      })),
  }),
  productUpdate: t.field({
    type: productPayload('ProductUpdatePayload'),
    description: 'Changes a product. For managers of the business.',
    args: { input: t.arg({ type: ProductUpdateInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const productId = inputId<'product'>('Product', input.productId, ['productId']);
        await updateProduct(ctx, {
          ...input,
          productId,
          price: input.price && inputMoney(input.price, ['price']),
          sale: input.sale && inputSale(input.sale),
          imageIds: input.imageIds && imageIdsOf(input.imageIds),
        });
        return { product: productId };
      }),
  }),
  productArchive: t.field({
    type: productPayload('ProductArchivePayload'),
    description: 'Takes a product out of the shop. For managers of the business.',
    args: { input: t.arg({ type: ProductArchiveInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const product = inputId<'product'>('Product', input.productId, ['productId']);
        await archiveProduct(ctx, product);
        return { product };
      }),
  }),
  stockSet: t.field({
    type: productPayload('StockSetPayload'),
    description:
      'Sets how many of a product can be sold now, as counted on the shelf. For managers of the business.',
    args: { input: t.arg({ type: StockSetInput, required: true, description: 'How many.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const product = inputId<'product'>('Product', input.productId, ['productId']);
        await setStock(ctx, { productId: product, free: input.free ?? null });
        return { product };
      }),
  }),
}));
