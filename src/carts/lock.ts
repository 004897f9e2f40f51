import { eq, sql } from 'drizzle-orm';
import { roleIn } from '../businesses/staff.ts';
import type { ProductView } from '../catalog/read.ts';
import { requirePerson, type Tx } from '../context.ts';
import { newId, type CartId, type PersonId } from '../db/id.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { VersionConflictError } from './rules.ts';
import { carts, type Cart } from './tables.ts';

/** The open cart of a customer with a product's shop, made when missing, locked until the commit. */
export async function lockOpenCart(tx: Tx, personId: PersonId, product: ProductView): Promise<Cart> {
  const { businessId, currency } = product;
  const [cart] = await tx.db
    .insert(carts)
    .values({ id: newId(), personId, businessId, currency, version: 0 })
    .onConflictDoUpdate({
      target: [carts.personId, carts.businessId],
      targetWhere: sql`${carts.state} = 'OPEN'`,
      set: { updatedAt: tx.now() },
    })
    .returning();
  if (!cart) throw new Error('an open cart was neither found nor made');
  return cart;
}

/** An open cart of the caller, or of a customer of the caller's shop, locked until the commit. */
export async function lockCart(
  tx: Tx,
  cartId: CartId,
  named: { noun: string; path: readonly string[] } = { noun: 'cart', path: ['cartId'] },
): Promise<Cart> {
  const { personId: me } = requirePerson(tx);
  const [cart] = await tx.db.select().from(carts).where(eq(carts.id, cartId)).for('no key update');
  if (!cart || (cart.personId !== me && !(await roleIn(tx, cart.businessId))))
    throw new NotFoundError(named.noun, named.path);
  if (cart.state !== 'OPEN')
    throw new InvalidInputError("This cart was ordered: it can't be changed.", named.path);
  return cart;
}

/** Throws VersionConflictError when the cart has changed since the version that the caller has seen. */
export function checkVersion(cart: Cart, expected: number | null | undefined): void {
  if (expected != null && expected !== cart.version) throw new VersionConflictError(cart.version);
}
