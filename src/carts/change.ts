import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { productsByIds } from '../catalog/read.ts';
import { personsChannel, type SalesChannel } from '../catalog/rules.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { takeSeat } from '../conversations/access.ts';
import { once } from '../db/idempotency.ts';
import {
  newId,
  type BusinessId,
  type CartId,
  type CartLineId,
  type ConversationId,
  type PersonId,
  type ProductId,
} from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { FeatureUnavailableError } from '../markets/rules.ts';
import { idempotencyKey, parseInput, quantity } from '../text.ts';
import { cartMissing, checkLine, lineOf } from './line.ts';
import { checkVersion, lockCart, lockOpenCart } from './lock.ts';
import { cartChanged } from './record.ts';
import { cartLines, type Cart } from './tables.ts';

/** What every change of a cart may carry. */
export interface CartChange {
  /** The change is refused when the cart is at another version. */
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface AddLine extends CartChange {
  readonly productId: ProductId;
  readonly quantity: number;
  /** Through which channel it will be ordered: it has to be sold there. The chat when left out. */
  readonly channel?: SalesChannel | null | undefined;
  /** For staff: the chat whose customer's cart it goes into. */
  readonly conversationId?: ConversationId | null | undefined;
}

const Change = z.object({ idempotencyKey: idempotencyKey.nullish() });
const Add = Change.extend({ quantity });

/** Puts a product into the caller's open cart with its shop, or into a customer's; more of what is there adds up. */
export async function addCartLine(ctx: Ctx, input: AddLine): Promise<CartId> {
  const { personId: me } = requirePerson(ctx);
  const fields = parseInput(Add, input);
  const channel = personsChannel(input.channel);
  const [product] = await productsByIds(ctx, [input.productId]);
  if (!product) throw new NotFoundError('product', ['productId']);
  const { cartId } = await transact(ctx, (tx) =>
    once(tx, { name: 'cartLineAdd', key: fields.idempotencyKey, input }, async () => {
      const customer = await customerOf(tx, product.businessId, input.conversationId ?? null);
      const cart = await lockOpenCart(tx, customer, product);
      checkVersion(cart, input.expectedVersion);
      const [before, missing] = await Promise.all([lineOf(tx, cart.id, product.id), cartMissing(tx, cart)]);
      if (missing) throw new FeatureUnavailableError(missing, ['productId']);
      const wanted = fields.quantity + (before ?? 0);
      await checkLine(tx, cart, product, { wanted, channel, isNew: before === null, named: 'productId' });
      await tx.db
        .insert(cartLines)
        .values({ id: newId(), cartId: cart.id, productId: product.id, quantity: wanted, addedBy: me })
        .onConflictDoUpdate({ target: [cartLines.cartId, cartLines.productId], set: { quantity: wanted } });
      await cartChanged(tx, cart);
      return { cartId: cart.id };
    }),
  );
  return cartId;
}

/** Sets how many of a line are wanted. */
export async function updateCartLine(
  ctx: Ctx,
  input: CartChange & Pick<AddLine, 'quantity' | 'channel'> & { lineId: CartLineId },
): Promise<CartId> {
  const fields = parseInput(Add, input);
  const channel = personsChannel(input.channel);
  return changeLine(ctx, 'cartLineUpdate', input, async (tx, cart, productId) => {
    const [[product], before, missing] = await Promise.all([
      productsByIds(tx, [productId]),
      lineOf(tx, cart.id, productId),
      cartMissing(tx, cart),
    ]);
    // Fewer may always be wanted.
    const isRaised = before === null || fields.quantity > before;
    if (missing && isRaised) throw new FeatureUnavailableError(missing, ['quantity']);
    if (!product) throw new NotFoundError('product', ['lineId']);
    await checkLine(tx, cart, product, { wanted: fields.quantity, channel, isNew: false, named: 'lineId' });
    await tx.db.update(cartLines).set({ quantity: fields.quantity }).where(eq(cartLines.id, input.lineId));
  });
}

export async function removeCartLine(ctx: Ctx, input: CartChange & { lineId: CartLineId }): Promise<CartId> {
  parseInput(Change, input);
  return changeLine(ctx, 'cartLineRemove', input, async (tx) => {
    await tx.db.delete(cartLines).where(eq(cartLines.id, input.lineId));
  });
}

export async function clearCart(ctx: Ctx, input: CartChange & { cartId: CartId }): Promise<CartId> {
  parseInput(Change, input);
  const { cartId } = await transact(ctx, (tx) =>
    once(tx, { name: 'cartClear', key: input.idempotencyKey, input }, async () => {
      const cart = await lockCart(tx, input.cartId);
      checkVersion(cart, input.expectedVersion);
      await tx.db.delete(cartLines).where(eq(cartLines.cartId, cart.id));
      await cartChanged(tx, cart);
      return { cartId: cart.id };
    }),
  );
  return cartId;
}

async function changeLine(
  ctx: Ctx,
  name: string,
  input: CartChange & { lineId: CartLineId },
  change: (tx: Tx, cart: Cart, productId: ProductId) => Promise<void>,
): Promise<CartId> {
  requirePerson(ctx);
  const { cartId } = await transact(ctx, (tx) =>
    once(tx, { name, key: input.idempotencyKey, input }, async () => {
      const [line] = await tx.db.select().from(cartLines).where(eq(cartLines.id, input.lineId));
      if (!line) throw new NotFoundError('cart line', ['lineId']);
      const cart = await lockCart(tx, line.cartId, { noun: 'cart line', path: ['lineId'] });
      checkVersion(cart, input.expectedVersion);
      // It may have been taken out while this one waited for the cart.
      const still = await tx.db.$count(cartLines, eq(cartLines.id, line.id));
      if (still === 0) throw new NotFoundError('cart line', ['lineId']);
      await change(tx, cart, line.productId);
      await cartChanged(tx, cart);
      return { cartId: cart.id };
    }),
  );
  return cartId;
}

/** Whose cart: the caller's own, or for staff the customer's of the chat that they name. */
async function customerOf(
  tx: Tx,
  businessId: BusinessId,
  conversationId: ConversationId | null,
): Promise<PersonId> {
  const { personId: me } = requirePerson(tx);
  if (!conversationId) return me;
  const seat = await takeSeat(tx, conversationId, { lock: false });
  if (seat.businessId !== businessId) throw new NotFoundError('product', ['productId']);
  return seat.personId;
}
