import { describe, expect, it, test } from 'vitest';
import { newId } from '../db/id.ts';
import {
  dayIn,
  FEATURES,
  FEATURE_STATES,
  isAvailable,
  isSameSwitch,
  placeInPilot,
  requireShare,
  type FeatureSetting,
  type FeatureState,
} from './rules.ts';

const people = Array.from({ length: 10_000 }, () => newId<'person'>());

function setting(state: FeatureState, sharePercent: number | null = null): FeatureSetting {
  return { country: 'GB', feature: 'CART', state, sharePercent, reason: 'For a test.' };
}

/** Who of ten thousand people is in a pilot of this share. */
const membersAt = (sharePercent: number, of: Partial<FeatureSetting> = {}) =>
  people.filter((person) => isAvailable({ ...setting('PILOT', sharePercent), ...of }, person, false));

describe('who has a feature', () => {
  const someone = newId<'person'>();
  test.each<[FeatureState, number | null, { anyone: boolean; invited: boolean; guest: boolean }]>([
    ['OFF', null, { anyone: false, invited: false, guest: false }],
    ['ANNOUNCED', null, { anyone: false, invited: false, guest: false }],
    ['PILOT', 0, { anyone: false, invited: true, guest: false }],
    ['PILOT', 100, { anyone: true, invited: true, guest: false }],
    ['ON', null, { anyone: true, invited: true, guest: true }],
  ])('%s %s', (state, sharePercent, expected) => {
    const one = setting(state, sharePercent);
    expect({
      anyone: isAvailable(one, someone, false),
      invited: isAvailable(one, someone, true),
      guest: isAvailable(one, null, false),
    }).toEqual(expected);
  });
});

describe('a pilot', () => {
  test.each([0, 1, 10, 25, 50, 75, 99, 100])('has %s of a hundred people, within two', (share) => {
    expect(Math.abs(membersAt(share).length / 100 - share)).toBeLessThan(2);
  });

  it('keeps who is in while its share grows', () => {
    let before = new Set(membersAt(0));
    for (const share of [1, 5, 25, 60, 100]) {
      const now = new Set(membersAt(share));
      expect([...before].filter((person) => !now.has(person))).toEqual([]);
      before = now;
    }
  });

  it('is the same for a person every time', () => {
    for (const person of people.slice(0, 100)) {
      const places = new Set(Array.from({ length: 5 }, () => placeInPilot(setting('PILOT', 1), person)));
      expect(places.size).toBe(1);
    }
  });

  it.each([
    ['another feature', { feature: 'WALLET' }],
    ['another country', { country: 'MX' }],
  ] as const)('of %s has other people', (_what, of) => {
    const [one, other] = [new Set(membersAt(25)), membersAt(25, of)];
    const inBoth = other.filter((person) => one.has(person)).length;
    // A quarter of a quarter.
    expect(inBoth / people.length).toBeGreaterThan(0.04);
    expect(inBoth / people.length).toBeLessThan(0.09);
  });
});

test('a feature stands in one place for each person, for all features and states', () => {
  const [person] = people;
  if (!person) throw new Error('nobody');
  for (const feature of FEATURES) {
    const place = placeInPilot({ country: 'IN', feature }, person);
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(100);
  }
  expect(FEATURE_STATES).toEqual(['OFF', 'ANNOUNCED', 'PILOT', 'ON']);
});

describe('a share', () => {
  test.each<[FeatureState, number | null, 'taken' | 'refused']>([
    ['PILOT', 0, 'taken'],
    ['PILOT', 100, 'taken'],
    ['PILOT', null, 'refused'],
    ['PILOT', -1, 'refused'],
    ['PILOT', 101, 'refused'],
    ['ON', null, 'taken'],
    ['ON', 100, 'refused'],
    ['OFF', 0, 'refused'],
    ['ANNOUNCED', 25, 'refused'],
  ])('%s %s is %s', (state, sharePercent, expected) => {
    const asking = () => requireShare({ state, sharePercent });
    if (expected === 'taken') expect(asking).not.toThrow();
    else expect(asking).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', path: ['sharePercent'] }));
  });
});

test('a switch is another one when its state, its share or its reason is', () => {
  const one = setting('PILOT', 25);
  expect(isSameSwitch(one, { ...one })).toBe(true);
  expect(isSameSwitch(one, { ...one, sharePercent: 26 })).toBe(false);
  expect(isSameSwitch(one, { ...one, state: 'ON', sharePercent: null })).toBe(false);
  expect(isSameSwitch(one, { ...one, reason: 'Another.' })).toBe(false);
});

describe('the day', () => {
  test.each([
    ['Asia/Kolkata', '2026-12-31T18:29:59.999Z', '2026-12-31'],
    ['Asia/Kolkata', '2026-12-31T18:30:00.000Z', '2027-01-01'],
    ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['America/Mexico_City', '2027-01-01T05:59:59.999Z', '2026-12-31'],
    ['America/Mexico_City', '2027-01-01T06:00:00.000Z', '2027-01-01'],
    // London's summer: an hour ahead.
    ['Europe/London', '2026-06-30T22:59:59.999Z', '2026-06-30'],
    ['Europe/London', '2026-06-30T23:00:00.000Z', '2026-07-01'],
    ['Europe/London', '2026-12-01T00:00:00.000Z', '2026-12-01'],
    ['Asia/Jakarta', '2028-02-28T17:00:00.000Z', '2028-02-29'],
  ])('in %s at %s is %s', (timeZone, time, day) => {
    expect(dayIn(timeZone, new Date(time))).toBe(day);
  });
});
