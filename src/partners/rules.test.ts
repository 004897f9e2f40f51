import { describe, expect, it } from 'vitest';
import { isUsable, requireGrantable, requireScopes, rotationOf, sameScopes, type Scope } from './rules.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour));
const key = (expiresAt: Date | null, revokedAt: Date | null = null) => ({
  createdAt: at(0),
  expiresAt,
  madeUntil: expiresAt,
  revokedAt,
});

describe('a key', () => {
  it.each([
    ['that lasts', key(null), true],
    ['before its end', key(at(13)), true],
    ['at its end', key(at(12)), false],
    ['that was revoked', key(at(13), at(1)), false],
  ])('%s', (_which, one, usable) => {
    expect(isUsable(one, at(12))).toBe(usable);
  });
});

describe('a rotation', () => {
  it.each([
    ['of one that lasts', key(null), 24, { oldEndsAt: at(36), newExpiresAt: null }],
    ['without an overlap', key(null), 0, { oldEndsAt: at(12), newExpiresAt: null }],
    ['that would outlast the old one', key(at(20)), 24, { oldEndsAt: at(20), newExpiresAt: at(32) }],
    ['that ends before the old one would', key(at(20)), 2, { oldEndsAt: at(14), newExpiresAt: at(32) }],
    [
      'of one that was rotated before',
      { ...key(at(13)), madeUntil: null },
      24,
      { oldEndsAt: at(13), newExpiresAt: null },
    ],
  ])('%s', (_which, old, hours, ends) => {
    expect(rotationOf(old, at(12), hours)).toEqual(ends);
  });
});

describe('scopes', () => {
  const some: readonly Scope[] = ['READ_ORDERS', 'WRITE_STOCK'];

  it('of a key or a grant are among those of the app', () => {
    expect(() => requireScopes(some, ['WRITE_STOCK'])).not.toThrow();
    expect(() => requireScopes(some, some)).not.toThrow();
    expect(() => requireScopes(some, ['WRITE_STOCK', 'WRITE_ORDERS'])).toThrow('WRITE_ORDERS');
  });

  it("of webhooks are no business's to grant", () => {
    expect(() => requireGrantable(some)).not.toThrow();
    expect(() => requireGrantable([...some, 'MANAGE_WEBHOOKS'])).toThrow('MANAGE_WEBHOOKS');
  });

  it.each<[readonly Scope[], boolean]>([
    [['WRITE_STOCK', 'READ_ORDERS'], true],
    [['WRITE_STOCK'], false],
    [['WRITE_STOCK', 'WRITE_ORDERS'], false],
  ])('that are %j are the same: %s', (others, same) => {
    expect(sameScopes(some, others)).toBe(same);
  });
});
