import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeId, encodeId, newId } from './id.ts';

describe('ids', () => {
  it('keep every bit on the way out and back', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(decodeId(encodeId('ord', uuid))).toEqual({ prefix: 'ord', uuid });
      }),
    );
  });

  it('sort like the UUIDs that they are', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(encodeId('ord', one) < encodeId('ord', other)).toBe(one < other);
      }),
    );
  });

  it('have 26 letters without the ones that are misread', () => {
    expect(encodeId('ord', newId())).toMatch(/^ord_[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it.each([
    ['', 'nothing'],
    ['ord_', 'no letters'],
    ['ord_01k5', 'too few letters'],
    ['ord_0000000000000000000000000i', 'a letter outside the alphabet'],
    ['ord_80000000000000000000000000', 'more than 128 bits'],
    ['ORD_00000000000000000000000000', 'capitals'],
    ["ord_00000000000000000000000000'", 'something behind it'],
  ])('refuses %j: %s', (text) => {
    expect(decodeId(text)).toBeNull();
  });
});
