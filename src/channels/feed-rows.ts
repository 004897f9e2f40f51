import type { ProductView } from '../catalog/read.ts';
import { isAvailable, type SalesChannel } from '../catalog/rules.ts';
import { imageAddress, productAddress } from './addresses.ts';
import {
  FEED_LIMITS,
  feedId,
  feedLine,
  feedPeriod,
  feedPrice,
  feedText,
  type FeedRow,
} from './feed-fields.ts';

/** What all rows of a feed share. */
export interface FeedOf {
  readonly shopName: string;
  readonly channel: SalesChannel;
  /** Of this server, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * A product as a row of Meta's form. Values are exact: a text that begins with = or + stays as the shop wrote it, because
 * Meta shows what it reads; see docs/decisions/0024-product-feeds.md.
 */
export function feedRow(product: ProductView, feed: FeedOf, now: Date): FeedRow {
  const { currency, priceMinor, tracked, free } = product;
  const title = feedLine(product.name, FEED_LIMITS.title);
  const [cover, ...others] = product.imageIds.map((id) => imageAddress(feed.publicUrl, id));
  return {
    id: feedId(product),
    title,
    // Meta refuses a row without a description.
    description: feedText(product.description, FEED_LIMITS.description) || title,
    availability: isAvailable(product, feed.channel) ? 'in stock' : 'out of stock',
    condition: 'new',
    price: feedPrice({ minor: priceMinor, currency }),
    link: productAddress(feed.publicUrl, product.id),
    image_link: cover ?? '',
    brand: feedLine(feed.shopName, FEED_LIMITS.brand),
    ...saleOf(product, now),
    quantity_to_sell_on_facebook: tracked ? String(Math.max(free, 0)) : '',
    additional_image_link: others.join(','),
    item_group_id: '',
  };
}

/** A sale that is on or will be; one that is over is none. */
function saleOf(product: ProductView, now: Date): Pick<FeedRow, 'sale_price' | 'sale_price_effective_date'> {
  const { currency, salePriceMinor, saleStartsAt, saleEndsAt } = product;
  if (salePriceMinor === null || (saleEndsAt && saleEndsAt <= now)) {
    return { sale_price: '', sale_price_effective_date: '' };
  }
  return {
    sale_price: feedPrice({ minor: salePriceMinor, currency }),
    sale_price_effective_date: feedPeriod(saleStartsAt, saleEndsAt),
  };
}
