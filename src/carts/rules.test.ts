import { describe, expect, it } from 'vitest';
import { SALES_CHANNELS, type SalesChannel } from '../catalog/rules.ts';
import { newId } from '../db/id.ts';
import { cartProblems } from './rules.ts';

function line(
  quantity: number,
  product: {
    state?: 'ACTIVE' | 'ARCHIVED';
    channels?: readonly SalesChannel[];
    tracked?: boolean;
    free?: number;
  },
) {
  return {
    id: newId<'cartLine'>(),
    quantity,
    product: {
      id: newId<'product'>(),
      state: 'ACTIVE' as const,
      channels: SALES_CHANNELS,
      tracked: true,
      free: 10,
      ...product,
    },
  };
}

describe('what checkout would refuse', () => {
  it('is nothing of an empty cart', () => {
    expect(cartProblems([])).toEqual([]);
  });

  it('is nothing while everything can be had, to the last piece', () => {
    expect(cartProblems([line(10, {}), line(1, { free: 1 })])).toEqual([]);
  });

  it('is nothing of what never runs out', () => {
    expect(cartProblems([line(999, { tracked: false, free: 0 })])).toEqual([]);
  });

  it('is what is not sold in the channel that is ordered through', () => {
    const elsewhere = line(1, { channels: ['FACEBOOK_SHOP'] });
    expect(cartProblems([elsewhere])).toMatchObject([{ lineId: elsewhere.id, code: 'PRODUCT_UNAVAILABLE' }]);
    expect(cartProblems([elsewhere], 'FACEBOOK_SHOP')).toEqual([]);
  });

  it('is told line by line, in the order of the lines', () => {
    const archived = line(1, { state: 'ARCHIVED' });
    const few = line(11, {});
    const gone = line(1, { free: 0 });
    const problems = cartProblems([archived, line(1, {}), few, gone]);
    expect(problems.map(({ lineId, code }) => [lineId, code])).toEqual([
      [archived.id, 'PRODUCT_UNAVAILABLE'],
      [few.id, 'INSUFFICIENT_STOCK'],
      [gone.id, 'INSUFFICIENT_STOCK'],
    ]);
    expect(problems[1]?.message).toContain('Only 10 are left of the 11');
  });

  it('is that it is not sold any more, before that there are too few', () => {
    expect(cartProblems([line(11, { state: 'ARCHIVED' })])).toMatchObject([{ code: 'PRODUCT_UNAVAILABLE' }]);
  });
});
