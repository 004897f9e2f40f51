import { customType, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { SALES_CHANNELS } from '../catalog/rules.ts';
import { createdAt, instant, primaryId, reference } from '../db/columns.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** An address from which a sales channel fetches a shop's products. */
export const productFeeds = pgTable(
  'product_feeds',
  {
    id: primaryId<'feed'>(),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    channel: text({ enum: SALES_CHANNELS }).notNull(),
    /** SHA-256 of the secret in the address: the address is shown once. */
    secretHash: bytes().notNull(),
    createdAt: createdAt(),
    lastFetchedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex('product_feeds_secret_key').on(t.secretHash),
    index('product_feeds_business_idx').on(t.businessId, t.id),
  ],
);

export type ProductFeed = typeof productFeeds.$inferSelect;
