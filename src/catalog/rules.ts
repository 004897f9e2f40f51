import { InvalidInputError, UserError } from '../errors.ts';
import type { ProductId } from '../db/id.ts';

/** Where a product is sold and an order comes from. */
export const SALES_CHANNELS = ['CHAT', 'FACEBOOK_SHOP', 'INSTAGRAM_SHOP', 'PARTNER'] as const;
export type SalesChannel = (typeof SALES_CHANNELS)[number];

/** The given channels once each, in the order of the table; all of them when nothing is given. */
export function channelsOf(given: readonly SalesChannel[] | null | undefined): SalesChannel[] {
  return SALES_CHANNELS.filter((channel) => !given || given.includes(channel));
}

/** Where a person says that they come from: the chat when they don't. Partners have a door of their own. */
export function personsChannel(given: SalesChannel | null | undefined): SalesChannel {
  if (given === 'PARTNER')
    throw new InvalidInputError('Only a partner app orders through PARTNER.', ['channel']);
  return given ?? 'CHAT';
}

export const MAX_IMAGES = 10;
export const MAX_STOCK = 1_000_000_000;

export class SkuTakenError extends UserError {
  readonly code = 'SKU_TAKEN';
}

export class ProductUnavailableError extends UserError {
  readonly code = 'PRODUCT_UNAVAILABLE';
  readonly productId: ProductId;

  constructor(productId: ProductId, path: readonly string[]) {
    super('This product is not sold here any more: take it out of the cart.', path);
    this.productId = productId;
  }
}

export class InsufficientStockError extends UserError {
  readonly code = 'INSUFFICIENT_STOCK';
  readonly productId: ProductId;
  readonly requested: number;
  /** How many could be had when it was looked at. */
  readonly available: number;

  constructor(
    facts: { productId: ProductId; requested: number; available: number },
    path: readonly string[],
  ) {
    super(`Only ${facts.available} are left of the ${facts.requested} asked for.`, path);
    this.productId = facts.productId;
    this.requested = facts.requested;
    this.available = facts.available;
  }
}

interface Priced {
  readonly priceMinor: bigint;
  readonly salePriceMinor: bigint | null;
  readonly saleStartsAt: Date | null;
  readonly saleEndsAt: Date | null;
}

/** Whether the sale price holds: within its period where it has one, always where it has none. */
export function isOnSale(product: Priced, now: Date): boolean {
  if (product.salePriceMinor === null) return false;
  const hasBegun = product.saleStartsAt === null || product.saleStartsAt <= now;
  const isOver = product.saleEndsAt !== null && product.saleEndsAt <= now;
  return hasBegun && !isOver;
}

/** What one costs now. */
export function currentPrice(product: Priced, now: Date): bigint {
  return product.salePriceMinor !== null && isOnSale(product, now)
    ? product.salePriceMinor
    : product.priceMinor;
}

interface Sold {
  readonly state: 'ACTIVE' | 'ARCHIVED';
  readonly channels: readonly SalesChannel[];
}

/** Whether a channel sells it at all, in stock or not. */
export function isSoldIn(product: Sold, channel: SalesChannel): boolean {
  return product.state === 'ACTIVE' && product.channels.includes(channel);
}

interface Stocked extends Sold {
  readonly tracked: boolean;
  readonly free: number;
}

/** Whether one can be had now, in the chat unless another channel is named. */
export function isAvailable(product: Stocked, channel: SalesChannel = 'CHAT'): boolean {
  return isSoldIn(product, channel) && (!product.tracked || product.free > 0);
}

/** The reason why so many can't be had, in the chat unless another channel is named, or null when they can. */
export function shortage(
  product: Stocked & { readonly id: ProductId },
  requested: number,
  path: readonly string[],
  channel: SalesChannel = 'CHAT',
): ProductUnavailableError | InsufficientStockError | null {
  if (!isSoldIn(product, channel)) return new ProductUnavailableError(product.id, path);
  if (!product.tracked || product.free >= requested) return null;
  return new InsufficientStockError(
    { productId: product.id, requested, available: Math.max(product.free, 0) },
    path,
  );
}
