import { describe, expect, it, test } from 'vitest';
import { encodeId, newId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import {
  FEED_AVAILABILITIES,
  FEED_COLUMNS,
  feedAvailability,
  feedColumn,
  feedId,
  feedLine,
  feedPeriod,
  feedPrice,
  feedText,
  parsePeriod,
} from './feed-fields.ts';

describe('names', () => {
  test.each([
    ['image_link', 'image_link'],
    ['g:image_link', 'image_link'],
    ['Image Link', 'image_link'],
    ['  G:IMAGE-LINK ', 'image_link'],
    ['inventory', 'quantity_to_sell_on_facebook'],
    ['salePrice', 'sale_price'],
    ['custom_label_0', null],
    ['', null],
  ])('the column %j is %s', (header, column) => {
    expect(feedColumn(header)).toBe(column);
  });

  test.each([
    ['in stock', 'in stock'],
    ['in_stock', 'in stock'],
    ['InStock', 'in stock'],
    ['https://schema.org/OutOfStock', 'out of stock'],
    ['Available', 'in stock'],
    ['true', 'in stock'],
    ['0', 'out of stock'],
    ['soon', null],
  ])('the availability %j is %s', (text, availability) => {
    expect(feedAvailability(text)).toBe(availability);
  });

  it('read back as they were written', () => {
    expect(FEED_COLUMNS.map(feedColumn)).toEqual(FEED_COLUMNS);
    expect(FEED_AVAILABILITIES.map(feedAvailability)).toEqual(FEED_AVAILABILITIES);
  });
});

test.each([
  [999n, 'USD', '9.99 USD'],
  [5n, 'INR', '0.05 INR'],
  [2_030n, 'JPY', '2030 JPY'],
  [1_234n, 'KWD', '1.234 KWD'],
])('%d minor units of %s are %s', (minor, currency, text) => {
  expect(feedPrice({ minor, currency: currencyCode(currency) })).toBe(text);
});

describe('the period of a sale', () => {
  const [from, to] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-01-31T23:59:30Z')];

  test.each<[string, Date | null, Date | null, string]>([
    ['none', null, null, ''],
    ['both', from, to, '2026-01-01T00:00:00+00:00/2026-01-31T23:59:30+00:00'],
    ['no end', from, null, '2026-01-01T00:00:00+00:00/2099-12-31T23:59:59+00:00'],
    ['no beginning', null, to, '2000-01-01T00:00:00+00:00/2026-01-31T23:59:30+00:00'],
  ])('%s', (_what, begins, ends, text) => {
    expect(feedPeriod(begins, ends)).toBe(text);
    if (text) expect(parsePeriod(text)).toEqual({ from: begins, to: ends });
  });

  test.each([
    ['2026-01-01T00:00+00:00/2026-01-31T23:59+00:00', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T05:30+0530/2026-01-31T23:59+0530', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01 / 2026-01-31', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01 08:00/2026-01-31 08:00', '2026-01-01T08:00:00.000Z'],
  ])('%s is read', (text, begins) => {
    expect(parsePeriod(text)?.from?.toISOString()).toBe(begins);
  });

  test.each(['', 'soon', '2026-01-01', '2026-13-01/2026-01-31', '1/2/3', '2026-01-01/'])(
    '%j is none',
    (text) => {
      expect(parsePeriod(text)).toBeNull();
    },
  );
});

describe('text', () => {
  test.each([
    ['fits', 'one two', 7, 'one two'],
    ['is cut after a word', 'one two three', 10, 'one two'],
    ['is cut where a word ends', 'one two three', 7, 'one two'],
    ['without spaces is cut where it is', 'aaaaaaaaaa', 4, 'aaaa'],
    ['is not cut through a character', '😀😀😀', 3, '😀'],
    ['loses control characters', 'a\u0000b\u0007c\u009fd', 10, 'abcd'],
    ['keeps its lines, of any system', 'a\r\nb\rc\nd', 10, 'a\nb\nc\nd'],
    ['with an unpaired surrogate is mended', 'a\ud800b', 10, 'a\ufffdb'],
  ])('%s', (_what, text, max, expected) => {
    expect(feedText(text, max)).toBe(expected);
  });

  it('goes on one line where there is only one', () => {
    expect(feedLine(' one\n two\tthree ', 20)).toBe('one two three');
  });
});

it('is found by its SKU or else by its public id', () => {
  const id = newId<'product'>();
  expect(feedId({ id, sku: 'TOM-1' })).toBe('TOM-1');
  expect(feedId({ id, sku: null })).toBe(encodeId('prd', id));
});
