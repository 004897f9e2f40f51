import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import {
  counter,
  createdAt,
  currency,
  instant,
  minor,
  primaryId,
  reference,
  updatedAt,
} from '../db/columns.ts';
import type { ImageId } from '../db/id.ts';
import { SALES_CHANNELS } from './rules.ts';

export const PRODUCT_UNITS = ['PIECE', 'KG', 'PACK'] as const;
export const PRODUCT_STATES = ['ACTIVE', 'ARCHIVED'] as const;

export const products = pgTable(
  'products',
  {
    id: primaryId<'product'>(),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    name: text().notNull(),
    description: text().notNull().default(''),
    /** The retailer's own id of the product, unique in its business; null when it has none. */
    sku: text(),
    unit: text({ enum: PRODUCT_UNITS }).notNull().default('PIECE'),
    state: text({ enum: PRODUCT_STATES }).notNull().default('ACTIVE'),
    currency: currency().notNull(),
    priceMinor: minor().notNull(),
    salePriceMinor: minor(),
    saleStartsAt: instant(),
    saleEndsAt: instant(),
    /** Where it is sold. */
    channels: text({ enum: SALES_CHANNELS })
      .array()
      .notNull()
      .default([...SALES_CHANNELS]),
    /** In the order they are shown; the first is the cover. Kept on the row: a page of products is one read. */
    imageIds: uuid().array().$type<ImageId[]>().notNull().default([]),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('products_sku_key').on(t.businessId, t.sku),
    index('products_business_idx')
      .on(t.businessId, t.id)
      .where(sql`${t.state} = 'ACTIVE'`),
    index('products_name_trgm_idx').using('gin', sql`lower(${t.name}) gin_trgm_ops`),
    index('products_words_idx').using(
      'gin',
      sql`to_tsvector('simple', ${t.name} || ' ' || ${t.description} || ' ' || coalesce(${t.sku}, ''))`,
    ),
    check('products_price_range', sql`${t.priceMinor} between 1 and 1000000000000`),
    check(
      'products_sale_below_price',
      sql`${t.salePriceMinor} > 0 and ${t.salePriceMinor} < ${t.priceMinor}`,
    ),
    check('products_sale_period', sql`${t.saleStartsAt} < ${t.saleEndsAt}`),
    check('products_unit_known', sql`${t.unit} in ('PIECE', 'KG', 'PACK')`),
    check(
      'products_channels_known',
      sql`${t.channels} <@ array['CHAT', 'FACEBOOK_SHOP', 'INSTAGRAM_SHOP', 'PARTNER']`,
    ),
    check('products_state_known', sql`${t.state} in ('ACTIVE', 'ARCHIVED')`),
  ],
);

/**
 * One row a product, apart from its texts, because this one is hot. received = sold + held + free always
 * holds since free is what is left; none of the four is ever negative.
 */
export const stock = pgTable(
  'stock',
  {
    productId: reference<'product'>()
      .primaryKey()
      .references(() => products.id),
    /** False for what never runs out; the counts then only record what was sold. */
    tracked: boolean().notNull().default(true),
    received: counter().notNull().default(0),
    sold: counter().notNull().default(0),
    held: counter().notNull().default(0),
    free: counter()
      .notNull()
      .generatedAlwaysAs(sql`received - sold - held`),
  },
  (t) => [
    check('stock_counts_not_negative', sql`${t.received} >= 0 and ${t.sold} >= 0 and ${t.held} >= 0`),
    check('stock_not_oversold', sql`not ${t.tracked} or received - sold - held >= 0`),
  ],
);

export const HOLD_STATES = ['HELD', 'SOLD', 'RELEASED'] as const;

/** What an order has taken out of the free stock; turned into a sale or given back, once. */
export const stockHolds = pgTable(
  'stock_holds',
  {
    orderId: reference<'order'>().notNull(),
    productId: reference<'product'>()
      .notNull()
      .references(() => products.id),
    quantity: counter().notNull(),
    state: text({ enum: HOLD_STATES }).notNull().default('HELD'),
  },
  (t) => [
    unique('stock_holds_order_product_key').on(t.orderId, t.productId),
    index('stock_holds_product_idx').on(t.productId),
    foreignKey({ name: 'stock_holds_stock_fkey', columns: [t.productId], foreignColumns: [stock.productId] }),
    check('stock_holds_quantity_positive', sql`${t.quantity} > 0`),
    check('stock_holds_state_known', sql`${t.state} in ('HELD', 'SOLD', 'RELEASED')`),
  ],
);

export type Product = typeof products.$inferSelect;
export type Stock = typeof stock.$inferSelect;
