import { describe, expect, test } from 'vitest';
import { differences, isOurId, withoutOnItsWay, type Net } from './rules.ts';

const net = (subject: string, amountMinor: bigint, rest: Partial<Net> = {}): Net => ({
  family: 'charge',
  subject,
  currency: 'INR',
  amountMinor,
  ...rest,
});

describe('two books differ', () => {
  test.each([
    ['not when neither has anything', [], [], []],
    ['not when they come to the same', [net('a', 5n)], [net('a', 5n)], []],
    ['by what we have not', [net('a', 5n)], [], ['MISSING_HERE a 5 0']],
    ['by what the provider has not', [], [net('a', 5n)], ['MISSING_AT_PROVIDER a 0 5']],
    ['by the amount', [net('a', 5n)], [net('a', 6n)], ['AMOUNT_DIFFERS a 5 6']],
    ['by the sign', [net('a', 5n)], [net('a', -5n)], ['AMOUNT_DIFFERS a 5 -5']],
    ['not by what comes to nothing on one side only', [net('a', 0n)], [net('b', 0n)], []],
    [
      'by the currency, on both sides',
      [net('a', 5n, { currency: 'USD' })],
      [net('a', 5n)],
      ['MISSING_HERE a 5 0', 'MISSING_AT_PROVIDER a 0 5'],
    ],
    [
      'by the kind of thing, on both sides',
      [net('a', -5n, { family: 'refund' })],
      [net('a', -5n, { family: 'payout' })],
      ['MISSING_HERE a -5 0', 'MISSING_AT_PROVIDER a 0 -5'],
    ],
  ])('%s', (_when, theirs, ours, expected) => {
    const found = differences(theirs, ours);
    const told = found.map((one) => `${one.kind} ${one.subject} ${one.theirsMinor} ${one.oursMinor}`);
    expect(told).toEqual(expected);
  });
});

describe('what is on its way', () => {
  const taken = differences([net('a', -5n, { family: 'payout' })], []);

  test.each([
    ['is no difference', [{ family: 'payout', subject: 'a', amountMinor: -5n }], 0],
    ['of another amount is one', [{ family: 'payout', subject: 'a', amountMinor: -6n }], 1],
    ['of something else is one', [{ family: 'payout', subject: 'b', amountMinor: -5n }], 1],
    ['of another kind is one', [{ family: 'refund', subject: 'a', amountMinor: -5n }], 1],
    ['and is nothing leaves what differs', [], 1],
  ] as const)('%s', (_what, onItsWay, left) => {
    expect(withoutOnItsWay(taken, onItsWay)).toHaveLength(left);
  });

  test('does not excuse what our books have', () => {
    const ours = differences([], [net('a', -5n, { family: 'payout' })]);
    const onItsWay = [{ family: 'payout', subject: 'a', amountMinor: 0n }] as const;
    expect(withoutOnItsWay(ours, onItsWay)).toEqual(ours);
  });
});

test.each([
  ['018f4d5e-7a10-7c3b-8a5e-0123456789ab', true],
  ['018F4D5E-7A10-7C3B-8A5E-0123456789AB', false],
  ['pi_123', false],
  ['', false],
])('%s is an id of ours: %s', (subject, expected) => {
  expect(isOurId(subject)).toBe(expected);
});
