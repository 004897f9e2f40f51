import { businessesByIds } from '../businesses/read.ts';
import { productsByIds } from '../catalog/read.ts';
import { SALES_CHANNELS, isSoldIn } from '../catalog/rules.ts';
import type { Ctx } from '../context.ts';
import type { ProductId } from '../db/id.ts';
import type { ProductPage } from './product-html.ts';

/** A product for its public page; null for what is sold nowhere (any more). */
export async function productPage(ctx: Ctx, productId: ProductId): Promise<ProductPage | null> {
  const [product] = await productsByIds(ctx, [productId]);
  if (!product || !SALES_CHANNELS.some((channel) => isSoldIn(product, channel))) return null;
  const [shop] = await businessesByIds(ctx, [product.businessId]);
  return shop ? { product, shop, publicUrl: ctx.app.publicUrl } : null;
}
