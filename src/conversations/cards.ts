import type { ProductView } from '../catalog/read.ts';
import { currentPrice, isAvailable } from '../catalog/rules.ts';
import type { ProductCard } from './content.ts';

/** A product as it is shown in a chat: its price and stock of this moment are kept. */
export function productCard(product: ProductView, now: Date): ProductCard {
  return {
    productId: product.id,
    priceMinor: currentPrice(product, now).toString(),
    currency: product.currency,
    available: isAvailable(product),
  };
}
