import { describe, expect, test } from 'vitest';
import { encodeId, newId } from './db/id.ts';
import { hasCardNumber, holdsCardNumber } from './card-numbers.ts';

// Test numbers that the networks and payment providers publish; the longer ones are made to pass Luhn.
describe('card numbers', () => {
  test.each([
    ['Visa', '4111111111111111'],
    ['Visa in groups', '4242 4242 4242 4242'],
    ['Visa with dashes', '4012-8888-8888-1881'],
    ['Visa with narrow spaces', '4242\u202f4242\u202f4242\u202f4242'],
    ['Visa of 19 digits', '4000000000000000006'],
    ['Mastercard', '5555555555554444'],
    ['Mastercard, new range', '2223003122003222'],
    ['Mastercard, end of the new range', '2720990000000007'],
    ['American Express', '3782 822463 10005'],
    ['Discover', '6011111111111117'],
    ['RuPay, 60', '6073849700004947'],
    ['RuPay, 508', '5085000000000007'],
    ['RuPay, 81', '8100000000000002'],
    ['JCB', '3530111333300000'],
    ['UnionPay', '6200000000000005'],
    ['UnionPay of 19 digits', '6205500000000000004'],
    ['Diners Club', '30569309025904'],
    ['Diners Club, 36', '36227206271667'],
    ['in a sentence', 'my card is 4111111111111111, thanks'],
    ['with its date and code', '4111 1111 1111 1111 12/27 123'],
    ['after another number', 'order 12 4111 1111 1111 1111'],
    ['after a UUID', '24793084-0844-4698-9a96-cb422f6b321a 4111 1111 1111 1111'],
    ['in JSON', '{"n":"4111111111111111"}'],
    ['after a plus, too long for a phone', '+4111111111111111'],
  ])('%s', (_name, text) => {
    expect(hasCardNumber(text)).toBe(true);
  });

  test.each([
    ['a wrong check digit', '4111111111111112'],
    ['too short', '411111111111111'],
    ['part of a longer number', '94111111111111111234'],
    ['letters before', 'x4111111111111111'],
    ['letters after', '4111111111111111x'],
    ['part of an id', 'ord_4111111111111111'],
    ['two separators', '4111  1111  1111  1111'],
    ['phone, Italy', '+39 333 123 4567'],
    ['phone, Spain, 15 digits like American Express', '+378282246310005'],
    ['phone without spaces', '+3725551234567'],
    ['a time', '2026-11-21T04:02:23.157Z'],
    ['milliseconds', '1763697743157'],
    ['a UUID', '41111111-1111-4111-8111-111111111111'],
    ['a UUID whose first groups look like a Visa', '24793084-0844-4698-9a96-cb422f6b321a'],
    ['a UUID whose last groups do', '214fda52-f937-4cfe-8149-297705234489'],
    ['a UUID in a sentence', 'see 22339488-9792-4481-a916-f84d4e9d7245, please'],
    ['a barcode', '4006381333931'],
    ['an IBAN', 'IT60 X054 2811 1010 0000 0123 456'],
    ['nothing', ''],
  ])('not %s', (_name, text) => {
    expect(hasCardNumber(text)).toBe(false);
  });

  test('ids of ours', () => {
    const ids = Array.from({ length: 20_000 }, () => encodeId('ord', newId<'order'>()));
    expect(ids.filter(hasCardNumber)).toEqual([]);
    expect(hasCardNumber('ord_01234111111111111111111111')).toBe(false);
  });
});

test.each([
  ['a text', '4111111111111111', true],
  ['a number', 4111111111111111, true],
  ['nested', { a: [{ b: ['x', '4111111111111111'] }] }, true],
  ['a key', { 4111111111111111: 1 }, true],
  ['other values', { a: [1, 2.5, true, null, 'x', -4111111111111112] }, false],
  ['undefined', undefined, false],
])('values: %s', (_name, value, expected) => {
  expect(holdsCardNumber(value)).toBe(expected);
});

test('values of any depth', () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}"4111111111111111"${']'.repeat(50_000)}`) as unknown;
  expect(holdsCardNumber(deep)).toBe(true);
});
