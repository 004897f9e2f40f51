import { and, eq } from 'drizzle-orm';
import type { ProductView } from '../catalog/read.ts';
import { isSoldIn, ProductUnavailableError, shortage, type SalesChannel } from '../catalog/rules.ts';
import type { Tx } from '../context.ts';
import type { CartId, ProductId } from '../db/id.ts';
import { InvalidInputError } from '../errors.ts';
import { featuresMissing } from '../markets/require-feature.ts';
import type { FeatureSetting } from '../markets/rules.ts';
import { MAX_LINES, MAX_QUANTITY } from './rules.ts';
import { cartLines, type Cart } from './tables.ts';

/** What keeps the cart's customer from putting more into it: a switch of the shop's country; null when nothing does. */
export async function cartMissing(tx: Tx, { businessId, personId }: Cart): Promise<FeatureSetting | null> {
  const use = { market: { businessId }, user: personId, feature: 'CART' } as const;
  const [missing = null] = await featuresMissing(tx, [use]);
  return missing;
}

/** How many of a product are in a cart; null when there is no line of it. */
export async function lineOf(tx: Tx, cartId: CartId, productId: ProductId): Promise<number | null> {
  const [line] = await tx.db
    .select({ quantity: cartLines.quantity })
    .from(cartLines)
    .where(and(eq(cartLines.cartId, cartId), eq(cartLines.productId, productId)));
  return line?.quantity ?? null;
}

/** A line as it would be. */
export interface WantedLine {
  readonly wanted: number;
  readonly channel: SalesChannel;
  readonly isNew: boolean;
  /** By which field of the input the product is named. */
  readonly named: 'productId' | 'lineId';
}

/** Throws the reason why a cart can't have a line. */
export async function checkLine(tx: Tx, cart: Cart, product: ProductView, line: WantedLine): Promise<void> {
  const { wanted, channel, isNew, named } = line;
  if (!isSoldIn(product, channel)) throw new ProductUnavailableError(product.id, [named]);
  if (wanted > MAX_QUANTITY)
    throw new InvalidInputError(`At most ${MAX_QUANTITY} of one product.`, ['quantity']);
  const reason = shortage(product, wanted, ['quantity'], channel);
  if (reason) throw reason;
  if (isNew && (await tx.db.$count(cartLines, eq(cartLines.cartId, cart.id))) >= MAX_LINES) {
    throw new InvalidInputError(`A cart has ${MAX_LINES} lines at most.`, ['productId']);
  }
}
