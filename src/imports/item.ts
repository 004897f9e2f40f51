import { hasCardNumber } from '../card-numbers.ts';
import { ProductFields, type SaleColumns } from '../catalog/input.ts';
import { MAX_STOCK } from '../catalog/rules.ts';
import type { CatalogItem, StockWanted } from '../catalog/upsert.ts';
import {
  FEED_LIMITS,
  feedAvailability,
  parsePeriod,
  type FeedAvailability,
  type FeedColumn,
} from '../channels/feed-fields.ts';
import type { CurrencyCode } from '../money.ts';
import type { CsvRow } from './csv.ts';
import type { Header } from './header.ts';
import { plainText } from './plain-text.ts';
import { readPrice } from './price.ts';
import { refuse, type CellError, type Reading } from './rules.ts';
import { shown } from './shown.ts';

/** Why a row is not taken: of one of its cells, or of the row as a whole. */
export interface RowError extends CellError {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
}

export type RowReading = { readonly item: CatalogItem } | { readonly errors: readonly RowError[] };

/** Longer cells are not looked into. */
const LONGEST_TEXT = 100_000;
const LONGEST_VALUE = 200;

/** A row as a product, by the rules for products that are made by hand, or all that is wrong with it. */
export function readItem(row: CsvRow, header: Header, currency: CurrencyCode): RowReading {
  if (row.cells.slice(header.width).some((cell) => cell.trim() !== '')) return tooManyCells(row, header);
  const errors: RowError[] = [];
  /** Reads a cell: undefined when the file has no such column, null when the cell is no good. */
  const read = <T>(column: FeedColumn, parse: (text: string) => Reading<T>): T | null | undefined => {
    const place = header.columns.get(column);
    if (!place) return undefined;
    const cell = (row.cells[place.index] ?? '').trim();
    const reading = parse(cell);
    if ('value' in reading) return reading.value;
    errors.push({ ...reading.error, line: row.line, column: place.name, value: shown(cell) });
    return null;
  };
  const sku = read('id', readSku);
  const name = read('title', readTitle);
  const description = read('description', readDescription);
  const priceMinor = read('price', (cell) => (cell === '' ? refuse('MISSING') : readPrice(cell, currency)));
  const period = read('sale_price_effective_date', readPeriod);
  const sale = read('sale_price', (cell) => readSale(cell, currency, { priceMinor, period }));
  const availability = read('availability', readAvailability);
  const quantity = read('quantity_to_sell_on_facebook', readQuantity);
  if (errors.length > 0 || sku == null || name == null || priceMinor == null) return { errors };
  const state = availability == null ? null : availability === 'discontinued' ? 'ARCHIVED' : 'ACTIVE';
  return {
    item: {
      sku,
      name,
      description: description ?? null,
      priceMinor,
      sale: sale ?? null,
      state,
      stock: stockWanted(availability ?? null, quantity),
    },
  };
}

function tooManyCells({ line, cells }: CsvRow, { width }: Header): RowReading {
  const message = `The row has ${cells.length} cells and the header ${width}: is a quote or a comma not quoted?`;
  return {
    errors: [{ ...refuse('MALFORMED', message).error, line, column: null, value: shown(cells[0] ?? '') }],
  };
}

const Sku = ProductFields.shape.sku.unwrap().unwrap();
const Name = ProductFields.shape.name.unwrap().unwrap();
const Description = ProductFields.shape.description.unwrap().unwrap();

function readSku(cell: string): Reading<string> {
  if (cell === '') return refuse('MISSING');
  if (cell.length > FEED_LIMITS.id) return tooLong(FEED_LIMITS.id);
  return checked(cell, Sku);
}

function readTitle(cell: string): Reading<string> {
  if (cell.length > LONGEST_TEXT) return tooLong(FEED_LIMITS.title);
  const text = plainText(cell)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim();
  if (text === '') return refuse('MISSING');
  return text.length > FEED_LIMITS.title ? tooLong(FEED_LIMITS.title) : checked(text, Name);
}

function readDescription(cell: string): Reading<string> {
  if (cell.length > LONGEST_TEXT) return tooLong(FEED_LIMITS.description);
  // Systems that cut at a number of bytes leave half a character.
  const text = plainText(cell.replace(/\ufffd+$/, ''))
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]+/gu, ' ')
    .trim();
  return text.length > FEED_LIMITS.description
    ? tooLong(FEED_LIMITS.description)
    : checked(text, Description);
}

interface TextRule {
  safeParse(text: string): {
    success: boolean;
    data?: string | undefined;
    error?: { issues: { message: string }[] } | undefined;
  };
}

function checked(text: string, rule: TextRule): Reading<string> {
  if (text.includes('\ufffd')) return refuse('MALFORMED', 'This cell is not UTF-8: save the file as UTF-8.');
  if (hasCardNumber(text)) return refuse('CARD_NUMBER');
  const { data, error } = rule.safeParse(text);
  return data === undefined ? refuse('MALFORMED', error?.issues[0]?.message) : { value: data };
}

function tooLong(limit: number): Reading<never> {
  return refuse('TOO_LONG', `${limit} characters at most.`);
}

interface Period {
  readonly from: Date | null;
  readonly to: Date | null;
}

function readPeriod(cell: string): Reading<Period | null> {
  if (cell === '') return { value: null };
  const period = cell.length > LONGEST_VALUE ? null : parsePeriod(cell);
  if (!period || !(cell.match(/\d{4}-\d{2}-\d{2}/g) ?? []).every(isOnCalendar)) return refuse('NOT_A_DATE');
  const { from, to } = period;
  return from && to && from >= to ? refuse('NOT_A_DATE', 'A sale ends after it begins.') : { value: period };
}

/** Date takes the 30th of February for the 2nd of March, and years before 1000 for others. */
function isOnCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return day >= '1000' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const NO_SALE: SaleColumns = { salePriceMinor: null, saleStartsAt: null, saleEndsAt: null };

/** A sale price as high as the price is none; above it, it is a mistake. */
function readSale(
  cell: string,
  currency: CurrencyCode,
  row: { readonly priceMinor: bigint | null | undefined; readonly period: Period | null | undefined },
): Reading<SaleColumns> {
  if (cell === '') return { value: NO_SALE };
  const price = readPrice(cell, currency);
  if ('error' in price || row.priceMinor == null) return 'error' in price ? price : { value: NO_SALE };
  if (price.value > row.priceMinor) return refuse('SALE_ABOVE_PRICE');
  if (price.value === row.priceMinor) return { value: NO_SALE };
  const { from = null, to = null } = row.period ?? {};
  return { value: { salePriceMinor: price.value, saleStartsAt: from, saleEndsAt: to } };
}

function readAvailability(cell: string): Reading<FeedAvailability | null> {
  if (cell === '') return { value: null };
  const availability = cell.length > LONGEST_VALUE ? null : feedAvailability(cell);
  return availability === null ? refuse('UNKNOWN_VALUE') : { value: availability };
}

/** Null for an empty cell: what is not counted. */
function readQuantity(cell: string): Reading<number | 'UNCOUNTED'> {
  if (cell === '') return { value: 'UNCOUNTED' };
  const count = /^(\d{1,10})(?:\.0+)?$/.exec(cell)?.[1];
  return count === undefined || Number(count) > MAX_STOCK ? refuse('NOT_A_NUMBER') : { value: Number(count) };
}

/**
 * What the row says of the stock. Out of stock is none, whatever the number beside it. A file without a column for
 * the quantity does not take away what is counted here: it only says whether there is some.
 */
function stockWanted(
  availability: FeedAvailability | null,
  quantity: number | 'UNCOUNTED' | null | undefined,
): StockWanted {
  if (availability === 'out of stock') return { kind: 'SET', free: 0 };
  if (typeof quantity === 'number') return { kind: 'SET', free: quantity };
  if (availability === 'discontinued') return { kind: 'KEEP' };
  if (quantity === 'UNCOUNTED') return { kind: 'SET', free: null };
  return { kind: availability === null ? 'KEEP' : 'SOME' };
}
