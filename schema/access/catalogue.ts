import { FOR_MANAGERS, type Rows } from './rows.ts';

/** Products, the channels that they are sold through, and files of them. */
export const CATALOGUE_ROWS: Rows = {
  'node(Product)': { all: 'ok' },
  'node(ProductFeed)': { all: 'null', staff: 'ok' },
  'node(CatalogImport)': { all: 'null', managers: 'ok' },

  'Business.products': { all: 'ok' },
  'Business.products, of another channel than the chat': {
    args: 'channel: PARTNER',
    all: 'empty',
    staff: 'ok',
  },
  'Business.productFeeds': { all: 'empty', staff: 'ok' },
  'Business.catalogImports': { all: 'null', managers: 'ok' },
  'Business.salesByChannel': { all: 'null', managers: 'ok' },
  'Product.business.productFeeds': { all: 'empty', staff: 'ok' },
  'Product.business.catalogImports': { all: 'null', managers: 'ok' },
  'Product.business.salesByChannel': { all: 'null', managers: 'ok' },
  'Product.stock.held': { all: 'null', staff: 'ok' },
  'Product.stock.sold': { all: 'null', staff: 'ok' },
  'ProductFeed.business.balance': { all: 'unseen', staff: 'null', owner: 'ok' },
  'ProductFeed.business.catalogImports': { all: 'unseen', agent: 'null', managers: 'ok' },
  'CatalogImport.business.invoices': { all: 'unseen', manager: 'null', owner: 'ok' },

  'Mutation.productCreate': FOR_MANAGERS,
  'Mutation.productUpdate': FOR_MANAGERS,
  'Mutation.productArchive': FOR_MANAGERS,
  'Mutation.stockSet': FOR_MANAGERS,
  'Mutation.stockSetMany': { ...FOR_MANAGERS, app: 'ok' },
  'Mutation.imageUpload': FOR_MANAGERS,
  'Mutation.catalogImport': FOR_MANAGERS,
  'Mutation.productFeedCreate': FOR_MANAGERS,
  'Mutation.productFeedRevoke': FOR_MANAGERS,

  'Subscription.importEvents': { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', managers: 'ok' },
};
