import { describe, expect, it, test } from 'vitest';
import { newId } from '../db/id.ts';
import {
  channelsOf,
  currentPrice,
  isAvailable,
  isOnSale,
  personsChannel,
  SALES_CHANNELS,
  shortage,
  type SalesChannel,
} from './rules.ts';

const at = (day: number) => new Date(Date.UTC(2026, 5, day));

describe('a sale', () => {
  const product = (from: number | null, to: number | null) => ({
    priceMinor: 1_000n,
    salePriceMinor: 800n,
    saleStartsAt: from === null ? null : at(from),
    saleEndsAt: to === null ? null : at(to),
  });

  test.each([
    ['without dates is always on', null, null, 10, true],
    ['has not begun', 11, null, 10, false],
    ['begins at its moment', 10, null, 10, true],
    ['goes on until its end', null, 11, 10, true],
    ['is over at its end', null, 10, 10, false],
    ['is on between its dates', 9, 11, 10, true],
    ['is not on before them', 9, 11, 8, false],
    ['is not on after them', 9, 11, 12, false],
  ])('%s', (_what, from, to, now, on) => {
    expect(isOnSale(product(from, to), at(now))).toBe(on);
    expect(currentPrice(product(from, to), at(now))).toBe(on ? 800n : 1_000n);
  });

  it('needs a price of its own, whatever the dates', () => {
    const none = { ...product(9, 11), salePriceMinor: null };
    expect(isOnSale(none, at(10))).toBe(false);
    expect(currentPrice(none, at(10))).toBe(1_000n);
  });
});

describe('so many of a product', () => {
  interface Facts {
    readonly state: 'ACTIVE' | 'ARCHIVED';
    readonly channels: readonly SalesChannel[];
    readonly tracked: boolean;
    readonly free: number;
  }
  const product = (more: Partial<Facts> = {}) => ({
    id: newId<'product'>(),
    state: 'ACTIVE' as const,
    channels: SALES_CHANNELS,
    tracked: true,
    free: 5,
    ...more,
  });

  it('can be had down to the last', () => {
    expect(shortage(product(), 5, [])).toBeNull();
    expect(shortage(product({ tracked: false, free: 0 }), 999, [])).toBeNull();
  });

  it('are short by what is asked for and what there is', () => {
    const one = product();
    expect(shortage(one, 6, ['quantity'])).toMatchObject({
      code: 'INSUFFICIENT_STOCK',
      productId: one.id,
      requested: 6,
      available: 5,
      path: ['quantity'],
    });
  });

  it('are never short by less than nothing', () => {
    expect(shortage(product({ free: -3 }), 1, [])).toMatchObject({ available: 0 });
  });

  it('can not be had of what is no longer sold', () => {
    const gone = product({ state: 'ARCHIVED', tracked: false });
    expect(shortage(gone, 1, ['cartId'])).toMatchObject({
      code: 'PRODUCT_UNAVAILABLE',
      productId: gone.id,
      path: ['cartId'],
    });
  });

  it('can not be had where it is not sold', () => {
    const elsewhere = product({ channels: ['INSTAGRAM_SHOP'] });
    expect(shortage(elsewhere, 1, [])).toMatchObject({ code: 'PRODUCT_UNAVAILABLE' });
    expect(shortage(elsewhere, 1, [], 'FACEBOOK_SHOP')).toMatchObject({ code: 'PRODUCT_UNAVAILABLE' });
    expect(shortage(elsewhere, 1, [], 'INSTAGRAM_SHOP')).toBeNull();
    expect(isAvailable(elsewhere, 'INSTAGRAM_SHOP')).toBe(true);
  });

  test.each<[string, Partial<Facts>, boolean]>([
    ['some are left', {}, true],
    ['none are left', { free: 0 }, false],
    ['it never runs out', { tracked: false, free: 0 }, true],
    ['it is not sold any more', { state: 'ARCHIVED' }, false],
    ['it is not sold in the chat', { channels: ['FACEBOOK_SHOP', 'INSTAGRAM_SHOP', 'PARTNER'] }, false],
    ['it is sold nowhere', { channels: [] }, false],
  ])('one can be had when %s: %o', (_when, more, available) => {
    expect(isAvailable(product(more))).toBe(available);
  });
});

describe('channels', () => {
  it('are all when nothing is said, none when none is given, and each once', () => {
    expect(channelsOf(undefined)).toEqual(SALES_CHANNELS);
    expect(channelsOf(null)).toEqual(SALES_CHANNELS);
    expect(channelsOf([])).toEqual([]);
    expect(channelsOf(['PARTNER', 'CHAT', 'PARTNER'])).toEqual(['CHAT', 'PARTNER']);
  });

  it('that a person comes by are the chat and the shops of Meta', () => {
    expect(
      [undefined, null, 'CHAT', 'FACEBOOK_SHOP', 'INSTAGRAM_SHOP'].map((one) =>
        personsChannel(one as SalesChannel),
      ),
    ).toEqual(['CHAT', 'CHAT', 'CHAT', 'FACEBOOK_SHOP', 'INSTAGRAM_SHOP']);
    expect(() => personsChannel('PARTNER')).toThrow('partner app');
  });
});
