import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { businesses } from '../businesses/tables.ts';
import { products } from '../catalog/tables.ts';
import { createdAt, currency, primaryId, reference, updatedAt } from '../db/columns.ts';
import { people } from '../identity/tables.ts';

export const CART_STATES = ['OPEN', 'ORDERED'] as const;

export const carts = pgTable(
  'carts',
  {
    id: primaryId<'cart'>(),
    personId: reference<'person'>()
      .notNull()
      .references(() => people.id),
    businessId: reference<'business'>()
      .notNull()
      .references(() => businesses.id),
    state: text({ enum: CART_STATES }).notNull().default('OPEN'),
    currency: currency().notNull(),
    /** One more at every change: what `expectedVersion` is compared with. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('carts_open_key')
      .on(t.personId, t.businessId)
      .where(sql`${t.state} = 'OPEN'`),
    index('carts_person_idx').on(t.personId, t.id),
    check('carts_state_known', sql`${t.state} in ('OPEN', 'ORDERED')`),
  ],
);

export const cartLines = pgTable(
  'cart_lines',
  {
    id: primaryId<'cartLine'>(),
    cartId: reference<'cart'>()
      .notNull()
      .references(() => carts.id),
    productId: reference<'product'>()
      .notNull()
      .references(() => products.id),
    quantity: integer().notNull(),
    /** Who put it there: the customer, or one of the shop's staff for them. */
    addedBy: reference<'person'>()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('cart_lines_product_key').on(t.cartId, t.productId),
    check('cart_lines_quantity_range', sql`${t.quantity} between 1 and 999`),
  ],
);

export type Cart = typeof carts.$inferSelect;
export type CartLine = typeof cartLines.$inferSelect;
