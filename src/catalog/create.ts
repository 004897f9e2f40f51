import { z } from 'zod';
import { businessesByIds, ownsImages } from '../businesses/read.ts';
import { requireStaff } from '../businesses/staff.ts';
import type { Ctx, Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type BusinessId, type ImageId, type ProductId } from '../db/id.ts';
import { brokenConstraint, transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import type { Money } from '../money.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { ProductFields, priceIn, saleColumns, type Sale } from './input.ts';
import { channelsOf, MAX_STOCK, SkuTakenError, type SalesChannel } from './rules.ts';
import { products, stock, type Product } from './tables.ts';

export interface CreateProduct {
  readonly businessId: BusinessId;
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly sku?: string | null | undefined;
  readonly unit?: Product['unit'] | null | undefined;
  readonly price: Money;
  readonly sale?: Sale | null | undefined;
  readonly imageIds?: readonly ImageId[] | null | undefined;
  /** Where it is sold: everywhere when left out, nowhere when empty. */
  readonly channels?: readonly SalesChannel[] | null | undefined;
  /** How many there are; null for what never runs out. */
  readonly stock?: number | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

const Create = ProductFields.extend({
  name: ProductFields.shape.name.unwrap().unwrap(),
  stock: z
    .int()
    .min(0, 'Stock is not negative.')
    .max(MAX_STOCK, 'That is more stock than can be counted.')
    .nullish(),
  idempotencyKey: idempotencyKey.nullish(),
});

/** Adds a product to the catalogue of the caller's business. */
export async function createProduct(ctx: Ctx, input: CreateProduct): Promise<ProductId> {
  await requireStaff(ctx, input.businessId, 'catalog');
  const fields = parseInput(Create, input);
  const [business] = await businessesByIds(ctx, [input.businessId]);
  if (!business) throw new NotFoundError('business', ['businessId']);
  const priceMinor = priceIn(business.currency, input.price, ['price']);
  const sale = saleColumns(business.currency, priceMinor, input.sale ?? null);
  const imageIds = await requireImages(ctx, business.id, input.imageIds ?? []);
  return refuseTakenSku(async () => {
    const { productId } = await transact(ctx, (tx) =>
      once(tx, { name: 'productCreate', key: fields.idempotencyKey, input }, async () => {
        const id = newId<'product'>();
        await tx.db.insert(products).values({
          id,
          businessId: business.id,
          name: fields.name,
          description: fields.description ?? '',
          sku: fields.sku ?? null,
          unit: input.unit ?? 'PIECE',
          currency: business.currency,
          priceMinor,
          ...sale,
          channels: channelsOf(input.channels),
          imageIds,
        });
        const tracked = fields.stock != null;
        await tx.db.insert(stock).values({ productId: id, tracked, received: fields.stock ?? 0 });
        await recordProduct(tx, 'product.created', { id, businessId: business.id });
        return { productId: id };
      }),
    );
    return productId;
  });
}

/** The images, if all of them are the business's own. */
export async function requireImages(
  ctx: Ctx,
  businessId: BusinessId,
  ids: readonly ImageId[],
): Promise<ImageId[]> {
  if (ids.length > 0 && !(await ownsImages(ctx, businessId, ids)))
    throw new NotFoundError('image', ['imageIds']);
  return [...ids];
}

export async function recordProduct(
  tx: Tx,
  type: 'product.created' | 'product.updated' | 'stock.set',
  product: { readonly id: ProductId; readonly businessId: BusinessId },
): Promise<void> {
  await record(tx, {
    type,
    subjectId: product.id,
    topics: [topic.catalog(product.businessId)],
    payload: { productId: product.id },
  });
}

/** A SKU is unique in its business: the database decides, so that two at the same moment can't both win. */
export async function refuseTakenSku<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (brokenConstraint(error) !== 'products_sku_key') throw error;
    throw new SkuTakenError('Another product of this business has this SKU.', ['sku']);
  }
}
