import { and, asc, eq, gt, or, sql, type SQL } from 'drizzle-orm';
import { staffOf } from '../businesses/read.ts';
import { productsByIds, type ProductView } from '../catalog/read.ts';
import { currentPrice } from '../catalog/rules.ts';
import { viewerId, type Ctx } from '../context.ts';
import type { SharedCartLine } from '../conversations/content.ts';
import type { BusinessId, CartId, CartLineId, PersonId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { cartLines, carts, type Cart, type CartLine } from './tables.ts';

export type { Cart, CartLine };

/** Only the caller's own carts, and those with a business whose staff they are. */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  const me = viewerId(ctx);
  return me ? or(eq(carts.personId, me), staffOf(carts.businessId, me)) : sql`false`;
}

export async function cartsByIds(ctx: Ctx, ids: readonly CartId[]): Promise<(Cart | null)[]> {
  const rows = await ctx.db
    .select()
    .from(carts)
    .where(and(anyOf(carts.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** A person's carts that are not ordered yet, oldest first. */
export async function openCartsPage(ctx: Ctx, personId: PersonId, page: PageRequest): Promise<Page<Cart>> {
  const rows = await ctx.db
    .select()
    .from(carts)
    .where(
      and(
        eq(carts.personId, personId),
        eq(carts.state, 'OPEN'),
        page.after ? gt(carts.id, page.after as CartId) : undefined,
      ),
    )
    .orderBy(asc(carts.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

export async function openCart(ctx: Ctx, personId: PersonId, businessId: BusinessId): Promise<Cart | null> {
  const [cart] = await ctx.db
    .select()
    .from(carts)
    .where(
      and(eq(carts.personId, personId), eq(carts.businessId, businessId), eq(carts.state, 'OPEN'), mine(ctx)),
    );
  return cart ?? null;
}

/** Lines of carts that the caller may see, in the order in which they were put in. */
export async function linesByCart(ctx: Ctx, ids: readonly CartId[]): Promise<CartLine[][]> {
  const rows = await ctx.db
    .select()
    .from(cartLines)
    .where(anyOf(cartLines.cartId, ids))
    .orderBy(asc(cartLines.id));
  return groupBy(ids, rows, (row) => row.cartId);
}

/** A line with its product as it is now, priced by the server. */
export interface PricedCartLine {
  readonly id: CartLineId;
  readonly quantity: number;
  readonly product: ProductView;
  readonly unitPriceMinor: bigint;
  readonly totalMinor: bigint;
}

export async function pricedLines(ctx: Ctx, cartId: CartId): Promise<PricedCartLine[]> {
  const [lines = []] = await linesByCart(ctx, [cartId]);
  const products = await productsByIds(
    ctx,
    lines.map((line) => line.productId),
  );
  const now = ctx.now();
  return lines.flatMap((line, index) => {
    const product = products[index];
    if (!product) return [];
    const unitPriceMinor = currentPrice(product, now);
    const totalMinor = unitPriceMinor * BigInt(line.quantity);
    return [{ id: line.id, quantity: line.quantity, product, unitPriceMinor, totalMinor }];
  });
}

export interface SharedCart extends Cart {
  readonly lines: readonly SharedCartLine[];
  readonly subtotalMinor: bigint;
}

/** A cart as it is put into a chat: names and totals of this moment. Null when the caller may not see it. */
export async function cartForSharing(ctx: Ctx, cartId: CartId): Promise<SharedCart | null> {
  const [cart] = await cartsByIds(ctx, [cartId]);
  if (!cart) return null;
  const lines = await pricedLines(ctx, cartId);
  return {
    ...cart,
    subtotalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0n),
    lines: lines.map((line) => ({
      productId: line.product.id,
      name: line.product.name,
      quantity: line.quantity,
      totalMinor: line.totalMinor.toString(),
    })),
  };
}
