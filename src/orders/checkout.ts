import { lockCart } from '../carts/lock.ts';
import { cartsByIds, type Cart, type PricedCartLine } from '../carts/read.ts';
import { CartEmptyError } from '../carts/rules.ts';
import { shortage, type SalesChannel } from '../catalog/rules.ts';
import { requirePerson, type Tx } from '../context.ts';
import { requireUnblocked, takeSeat } from '../conversations/access.ts';
import { conversationWithBusiness } from '../conversations/start.ts';
import type { CartId, ConversationId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';

/**
 * The caller's own cart and their chat with its shop, both locked, the chat first as everywhere. Only the customer
 * orders: staff may fill the cart but not spend the customer's money.
 */
export async function lockOwnCart(
  tx: Tx,
  cartId: CartId,
): Promise<{ conversationId: ConversationId; cart: Cart }> {
  const { personId: me } = requirePerson(tx);
  const [found] = await cartsByIds(tx, [cartId]);
  if (found?.personId !== me) throw new NotFoundError('cart', ['cartId']);
  const conversationId = await conversationWithBusiness(tx, me, found.businessId);
  requireUnblocked(await takeSeat(tx, conversationId, { lock: true }));
  return { conversationId, cart: await lockCart(tx, cartId) };
}

/** Who withdraws one of the products, or changes its price, waits for the commit or has been first. */
export async function lockProducts(tx: Tx, cartId: CartId): Promise<void> {
  await tx.sql`
    /* order_lock_products */
    select from products where id in (select product_id from cart_lines where cart_id = ${cartId}) order by id for share`;
}

/** Throws for the first line that can not be had in this number, through this channel. */
export function requireSellable(lines: readonly PricedCartLine[], channel: SalesChannel): void {
  if (lines.length === 0) throw new CartEmptyError();
  for (const line of lines) {
    const reason = shortage(line.product, line.quantity, ['cartId'], channel);
    if (reason) throw reason;
  }
}
