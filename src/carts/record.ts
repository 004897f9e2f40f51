import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../context.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { carts, type Cart } from './tables.ts';

/** Moves the cart's version on and says so. */
export async function cartChanged(tx: Tx, cart: Cart): Promise<void> {
  await tx.db
    .update(carts)
    .set({ version: sql`${carts.version} + 1`, updatedAt: tx.now() })
    .where(eq(carts.id, cart.id));
  await record(tx, {
    type: 'cart.changed',
    subjectId: cart.id,
    topics: [topic.cart(cart.id)],
    payload: { cartId: cart.id },
  });
}

/** The cart has become an order: it takes no more changes. */
export async function closeCart(tx: Tx, cart: Cart): Promise<void> {
  await tx.db.update(carts).set({ state: 'ORDERED' }).where(eq(carts.id, cart.id));
  await cartChanged(tx, cart);
}
