import { encodeId, type ProductId } from '../db/id.ts';
import { decimalAmount, type Money } from '../money.ts';

// The CSV form of Meta's catalogue, https://developers.facebook.com/docs/commerce-platform/catalog/fields, which Google's
// product data specification shares for the most part. Feeds that go out are written in it and files that come in are
// read in it.

/** The columns that go out, in this order. */
export const FEED_COLUMNS = [
  'id',
  'title',
  'description',
  'availability',
  'condition',
  'price',
  'link',
  'image_link',
  'brand',
  'sale_price',
  'sale_price_effective_date',
  'quantity_to_sell_on_facebook',
  'additional_image_link',
  'item_group_id',
] as const;

export type FeedColumn = (typeof FEED_COLUMNS)[number];
export type FeedRow = Readonly<Record<FeedColumn, string>>;

/** Characters at most. */
export const FEED_LIMITS = { id: 100, title: 200, description: 9_999, brand: 100 } as const;

/** Columns by names that they had before or have elsewhere, as `canonical` spells them. */
const COLUMN_ALIASES: Readonly<Record<string, FeedColumn>> = {
  inventory: 'quantity_to_sell_on_facebook',
  quantity: 'quantity_to_sell_on_facebook',
  saleprice: 'sale_price',
};

export const FEED_AVAILABILITIES = [
  'in stock',
  'out of stock',
  'preorder',
  'available for order',
  'discontinued',
  'backorder',
] as const;

export type FeedAvailability = (typeof FEED_AVAILABILITIES)[number];

/** What real feeds write besides, as `canonical` spells it. */
const AVAILABILITY_ALIASES: Readonly<Record<string, FeedAvailability>> = {
  available: 'in stock',
  true: 'in stock',
  yes: 'in stock',
  '1': 'in stock',
  unavailable: 'out of stock',
  soldout: 'out of stock',
  false: 'out of stock',
  no: 'out of stock',
  '0': 'out of stock',
};

/**
 * A column's name or one of a column's known values, for comparing: dialects differ in case, spaces, underscores,
 * hyphens, Google's prefix `g:` and the address of a schema (`https://schema.org/InStock`).
 */
export function canonical(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(?:g:|https?:\/\/schema\.org\/)/, '')
    .replaceAll(/[\s_-]+/g, '');
}

const columnsByName = new Map<string, FeedColumn>([
  ...FEED_COLUMNS.map((column) => [canonical(column), column] as const),
  ...Object.entries(COLUMN_ALIASES),
]);

/** The column that a header names; null for one that has no meaning here. */
export function feedColumn(header: string): FeedColumn | null {
  return columnsByName.get(canonical(header)) ?? null;
}

const availabilitiesByName = new Map<string, FeedAvailability>([
  ...FEED_AVAILABILITIES.map((one) => [canonical(one), one] as const),
  ...Object.entries(AVAILABILITY_ALIASES),
]);

export function feedAvailability(text: string): FeedAvailability | null {
  return availabilitiesByName.get(canonical(text)) ?? null;
}

/** `9.99 USD`: a point, as many decimals as the currency has, the ISO code. */
export function feedPrice(money: Money): string {
  return `${decimalAmount(money)} ${money.currency}`;
}

/** `2026-01-01T00:00:00+00:00`: without milliseconds, which Meta does not read. */
function feedTime(at: Date): string {
  return `${at.toISOString().slice(0, 19)}+00:00`;
}

/** For sales without a beginning or an end, since a period has to have both. */
const EARLIEST_SALE = new Date(Date.UTC(2000, 0, 1));
const LATEST_SALE = new Date(Date.UTC(2099, 11, 31, 23, 59, 59));

/** The period of a sale, `from/to`; empty for one without dates, which holds until it is removed. */
export function feedPeriod(from: Date | null, to: Date | null): string {
  if (!from && !to) return '';
  return `${feedTime(from ?? EARLIEST_SALE)}/${feedTime(to ?? LATEST_SALE)}`;
}

export interface Period {
  readonly from: Date | null;
  readonly to: Date | null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** Reads a period back; null for what is none. What `feedPeriod` put for a missing end is missing again. */
export function parsePeriod(text: string): Period | null {
  const [begins, ends, ...rest] = text.trim().split('/');
  if (begins === undefined || ends === undefined || rest.length > 0) return null;
  const from = momentOf(begins.trim());
  const to = momentOf(ends.trim());
  if (!from || !to) return null;
  return {
    from: from.getTime() === EARLIEST_SALE.getTime() ? null : from,
    to: to.getTime() === LATEST_SALE.getTime() ? null : to,
  };
}

/** A moment without a zone is UTC: a feed must not change its meaning with the server's own zone. */
function momentOf(text: string): Date | null {
  if (!MOMENT.test(text)) return null;
  const spelled = text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const isZoned = /Z$|[+-]\d{2}:\d{2}$/.test(spelled);
  const at = new Date(isZoned || !spelled.includes('T') ? spelled : `${spelled}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/**
 * A row's id: the SKU or, of a product that has none, its public id. Whoever reads such a file back finds the product by
 * the same.
 */
export function feedId(product: { readonly id: ProductId; readonly sku: string | null }): string {
  return product.sku ?? encodeId('prd', product.id);
}

// oxlint-disable-next-line no-control-regex -- finding them is the point
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;

/** Text of several lines as a feed takes it: no control characters, not longer than that, cut after a word. */
export function feedText(text: string, max: number): string {
  const plain = text.replaceAll(/\r\n?/g, '\n').replaceAll(CONTROLS, '').toWellFormed().trim();
  if (plain.length <= max) return plain;
  const cut = plain.slice(0, max + 1);
  const lastSpace = cut.search(/\s\S*$/);
  // A text without spaces, as in Thai or Japanese, is cut where it is; not through a character of two units.
  const end = lastSpace > max / 2 ? lastSpace : max;
  return cut
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

/** The same on one line. */
export function feedLine(text: string, max: number): string {
  return feedText(text.replaceAll(/\s+/g, ' '), max);
}
