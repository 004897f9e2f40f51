import type { SalesChannel } from '../catalog/rules.ts';
import { Fault } from '../errors.ts';
import type { Feature, FeatureState } from '../markets/rules.ts';

/** What a market must have for a shop to sell through a channel; the chat and partners need nothing of their own. */
export function featuresOf(channel: SalesChannel): (Feature & SalesChannel)[] {
  switch (channel) {
    case 'FACEBOOK_SHOP':
    case 'INSTAGRAM_SHOP':
      return [channel];
    case 'CHAT':
    case 'PARTNER':
      return [];
  }
}

/** Channels that fetch a shop's products from an address; the chat has them. */
export type FeedChannel = Exclude<SalesChannel, 'CHAT'>;

/**
 * Whether a channel's feeds are answered while its feature stands so in the country. Whoever fetches is nobody in
 * particular, so that a pilot is open: the address was made by somebody who is in it.
 */
export function isFeedOpen(state: FeatureState): boolean {
  return state === 'ON' || state === 'PILOT';
}

/** The longest time that sales are counted over at once. */
export const MAX_SALES_DAYS = 366;

/** From a moment up to another, without it. */
export interface SalesRange {
  readonly from: Date;
  readonly to: Date;
}

/** Throws unless the range goes forward and is not longer than sales are counted over at once. */
export function requireSalesRange({ from, to }: SalesRange): void {
  const days = (to.getTime() - from.getTime()) / (24 * 60 * 60_000);
  if (days <= 0) throw new Fault('BAD_USER_INPUT', '`to` is after `from`.');
  if (days > MAX_SALES_DAYS)
    throw new Fault('BAD_USER_INPUT', `Sales are counted over ${MAX_SALES_DAYS} days at most.`);
}
