import { setStockMany, type StockSetResult } from '../src/catalog/set-stock-many.ts';
import { MOST_STOCK_ITEMS } from '../src/catalog/stock-list.ts';
import { builder } from './builder.ts';
import { UserErrorType, answer, payload } from './errors.ts';
import { inputId } from './ids.ts';
import { Product } from './refs.ts';

const StockItemInput = builder.inputType('StockItemInput', {
  description: 'How many of a product there are.',
  fields: (t) => ({
    sku: t.string({
      required: true,
      description: "The shop's own id of the product; for one that has none, its id here, as in feeds.",
    }),
    free: t.int({
      required: true,
      description:
        'How many can be sold now, as counted on the shelf. What never ran out is counted from then on.',
    }),
  }),
});

const StockSetManyInput = builder.inputType('StockSetManyInput', {
  description: 'For stockSetMany.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Whose products.' }),
    items: t.field({
      type: [StockItemInput],
      required: true,
      description: `${MOST_STOCK_ITEMS} at most, each SKU once.`,
    }),
    idempotencyKey: t.string({
      description: 'Your own key: the same one again counts nothing anew and gives the same results.',
    }),
  }),
});

const StockSetResultType = builder.objectRef<StockSetResult>('StockSetResult').implement({
  description: 'What became of an item of stockSetMany.',
  fields: (t) => ({
    sku: t.exposeString('sku', { description: 'As it was sent.', extensions: { isPaidFor: true } }),
    product: t.field({
      type: Product,
      nullable: true,
      description: 'The product as it is now; null when nothing was done.',
      resolve: ({ productId }) => productId,
    }),
    error: t.field({
      type: UserErrorType,
      nullable: true,
      description:
        'Why nothing was done for this item, such as NOT_FOUND for a SKU that the shop does not have; null when it was.',
      extensions: { isPaidFor: true },
      resolve: ({ error }) => error && { error },
    }),
  }),
});

const StockSetManyPayload = payload<{ results: readonly StockSetResult[] }>('StockSetManyPayload', (t) => ({
  results: t.field({
    type: [StockSetResultType],
    nullable: true,
    description:
      'One for each item, in their order. What is refused keeps nothing of the rest from being done.',
    extensions: { isPerItem: true },
    resolve: (result) => result.results,
  }),
}));

builder.mutationField('stockSetMany', (t) =>
  t.field({
    type: StockSetManyPayload,
    description:
      'Sets how many of many products can be sold now, as stockSet does of one; each item for itself. For managers of the business, and for partner apps that it lets WRITE_STOCK.',
    args: { input: t.arg({ type: StockSetManyInput, required: true, description: 'How many of what.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const businessId = inputId<'business'>('Business', input.businessId, ['businessId']);
        return { results: await setStockMany(ctx, { ...input, businessId }) };
      }),
  }),
);
