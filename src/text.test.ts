import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { InvalidInputError } from './errors.ts';
import { anyText, humanText, idempotencyKey, parseInput, quantity, searchWords } from './text.ts';

describe('humanText', () => {
  const name = humanText(10);

  test.each([
    ['plain words', 'Tomatoes', 'Tomatoes'],
    ['spaces around', '  Tomatoes \n', 'Tomatoes'],
    ['tabs and line breaks inside', 'a\tb\r\nc', 'a\tb\r\nc'],
    ['another script', 'टमाटर', 'टमाटर'],
    ['a whole emoji', '🍅', '🍅'],
    ['a joined emoji', '👩‍🌾', '👩‍🌾'],
    ['exactly the limit', '0123456789', '0123456789'],
    ['the limit after trimming', ' 0123456789 ', '0123456789'],
  ])('takes %s', (_what, text, read) => {
    expect(name.parse(text)).toBe(read);
  });

  test.each([
    ['nothing', '', /empty/],
    ['only spaces', ' \u00a0\u3000\t', /empty/],
    ['one too many', '01234567890', /10 characters/],
    ['NUL', 'a\0b', /control/],
    ['a bell', 'a\u0007b', /control/],
    ['an escape sequence', 'a\u001b[31mb', /control/],
    ['delete', 'a\u007fb', /control/],
    ['a C1 control', 'a\u009bb', /control/],
    ['a vertical tab', 'a\u000bb', /control/],
    ['a control at the end, which trimming would hide', 'a\u001f', /control/],
    ['a high surrogate alone', 'a\ud83c', /surrogate/],
    ['a low surrogate alone', '\udf45a', /surrogate/],
    ['surrogates in the wrong order', '\udf45\ud83c', /surrogate/],
  ])('refuses %s', (_what, text, message) => {
    expect(() => parseInput(z.object({ name }), { name: text })).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        path: ['name'],
        message: expect.stringMatching(message),
      }),
    );
  });
});

test.each([
  ['', ''],
  ['  ', ''],
  ['\n', ''],
  [' a ', 'a'],
])('anyText takes %j, which may be empty', (text, read) => {
  expect(anyText(10).parse(text)).toBe(read);
});

test.each([
  [null, null],
  [undefined, null],
  ['', null],
  [' \0\u001b ', null],
  [' basmti rice ', 'basmti rice'],
  ['to\0mato', 'to mato'],
  ['a'.repeat(200), 'a'.repeat(100)],
  [`${'a'.repeat(99)}🍅`, `${'a'.repeat(99)}\ufffd`],
  ['\ud83c', '\ufffd'],
])('searchWords of %j are %j', (text, words) => {
  expect(searchWords(text)).toBe(words);
});

test.each([
  ['a UUID', '0198c0de-0000-7000-8000-000000000000', true],
  ['eight characters', 'abcdefg1', true],
  ['128 characters', 'k'.repeat(128), true],
  ['seven characters', 'abcdefg', false],
  ['129 characters', 'k'.repeat(129), false],
  ['a space', 'abc defgh', false],
  ['a line break at the end', 'abcdefgh\n', false],
  ['NUL', 'abcdefgh\0', false],
  ['letters that look alike', 'аbcdefgh', false],
  ['nothing', '', false],
])('an idempotency key of %s: %s', (_what, key, isGood) => {
  expect(idempotencyKey.safeParse(key).success).toBe(isGood);
});

test.each([
  [1, true],
  [999, true],
  [0, false],
  [-1, false],
  [1_000, false],
  [1.5, false],
  [Number.NaN, false],
  [Number.MAX_VALUE, false],
])('a quantity of %s: %s', (count, isGood) => {
  expect(quantity.safeParse(count).success).toBe(isGood);
});

describe('parseInput', () => {
  const input = z.object({ lines: z.array(z.object({ quantity })) });

  it('names the path of the first thing that is wrong, index and all', () => {
    expect(() => parseInput(input, { lines: [{ quantity: 1 }, { quantity: 0 }] })).toThrow(
      expect.objectContaining({ path: ['lines', '1', 'quantity'], message: 'A quantity is at least 1.' }),
    );
  });

  it('throws what the caller can mend, not the error of the library', () => {
    expect(() => parseInput(input, {})).toThrow(InvalidInputError);
  });
});
