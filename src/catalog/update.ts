import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireStaff } from '../businesses/staff.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import type { ImageId, ProductId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import type { Money } from '../money.ts';
import { parseInput } from '../text.ts';
import { recordProduct, refuseTakenSku, requireImages } from './create.ts';
import { freeStock, ProductFields, priceIn, saleColumns, type Sale } from './input.ts';
import { channelsOf, type SalesChannel } from './rules.ts';
import { products, stock, type Product } from './tables.ts';

/** What is given changes; `sale: null` ends the sale, what is left out stays. */
export interface UpdateProduct {
  readonly productId: ProductId;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly sku?: string | null | undefined;
  readonly unit?: Product['unit'] | null | undefined;
  readonly price?: Money | null | undefined;
  readonly sale?: Sale | null | undefined;
  readonly imageIds?: readonly ImageId[] | null | undefined;
  /** All the channels in which it is sold from now on. */
  readonly channels?: readonly SalesChannel[] | null | undefined;
}

export async function updateProduct(ctx: Ctx, input: UpdateProduct): Promise<void> {
  const fields = parseInput(ProductFields, input);
  await refuseTakenSku(() =>
    transact(ctx, async (tx) => {
      const product = await lockProduct(tx, input.productId);
      const priceMinor = input.price ? priceIn(product.currency, input.price, ['price']) : product.priceMinor;
      const sale =
        input.sale === undefined
          ? keptSale(product, priceMinor)
          : saleColumns(product.currency, priceMinor, input.sale);
      const imageIds = input.imageIds && (await requireImages(tx, product.businessId, input.imageIds));
      await tx.db
        .update(products)
        .set({
          ...(fields.name != null && { name: fields.name }),
          ...(fields.description != null && { description: fields.description }),
          ...(fields.sku != null && { sku: fields.sku }),
          ...(input.unit != null && { unit: input.unit }),
          ...(imageIds && { imageIds }),
          ...(input.channels && { channels: channelsOf(input.channels) }),
          priceMinor,
          ...sale,
          updatedAt: tx.now(),
        })
        .where(eq(products.id, product.id));
      await recordProduct(tx, 'product.updated', product);
    }),
  );
}

/** A sale that is still below a changed price goes on; otherwise the caller is told. */
function keptSale(product: Product, priceMinor: bigint) {
  if (product.salePriceMinor === null) return saleColumns(product.currency, priceMinor, null);
  const price = { minor: product.salePriceMinor, currency: product.currency };
  return saleColumns(product.currency, priceMinor, {
    price,
    startsAt: product.saleStartsAt,
    endsAt: product.saleEndsAt,
  });
}

/** Takes a product out of the shop; orders and chats that show it keep it. Doing it again changes nothing. */
export async function archiveProduct(ctx: Ctx, productId: ProductId): Promise<void> {
  await transact(ctx, async (tx) => {
    const product = await lockProduct(tx, productId);
    if (product.state === 'ARCHIVED') return;
    await tx.db
      .update(products)
      .set({ state: 'ARCHIVED', updatedAt: tx.now() })
      .where(eq(products.id, product.id));
    await recordProduct(tx, 'product.updated', product);
  });
}

const Count = z.object({ free: freeStock.nullable() });

/**
 * Sets how many are free to be sold, as counted on the shelf; what is held for orders is not touched.
 * Null: the product never runs out and is no longer counted.
 */
export async function setStock(
  ctx: Ctx,
  input: { productId: ProductId; free: number | null },
): Promise<void> {
  const { free } = parseInput(Count, input);
  await transact(ctx, async (tx) => {
    const product = await lockProduct(tx, input.productId);
    await tx.db
      .update(stock)
      .set({ tracked: free !== null, received: sql`${stock.sold} + ${stock.held} + ${free ?? 0}::bigint` })
      .where(eq(stock.productId, product.id));
    await recordProduct(tx, 'stock.set', product);
  });
}

async function lockProduct(tx: Tx, productId: ProductId): Promise<Product> {
  requirePerson(tx);
  const [product] = await tx.db
    .select()
    .from(products)
    .where(eq(products.id, productId))
    .for('no key update');
  const missing = new NotFoundError('product', ['productId']);
  if (!product) throw missing;
  await requireStaff(tx, product.businessId, 'catalog', missing);
  return product;
}
