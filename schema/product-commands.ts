import { createProduct } from '../src/catalog/create.ts';
import type { Sale } from '../src/catalog/input.ts';
import { archiveProduct, setStock, updateProduct } from '../src/catalog/update.ts';
import type { BusinessId, ImageId, ProductId } from '../src/db/id.ts';
import type { CurrencyCode } from '../src/money.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId } from './ids.ts';
import { MoneyInput, inputMoney } from './money.ts';
import { ProductUnit } from './products.ts';
import { Product } from './refs.ts';
import { SalesChannelType } from './sales-channel.ts';

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
    channels: t.field({
      type: [SalesChannelType],
      description: 'Where it is sold: everywhere when left out, nowhere when empty.',
    }),
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
    channels: t.field({
      type: [SalesChannelType],
      description: 'All the channels that sell it from now on; none when empty.',
    }),
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
