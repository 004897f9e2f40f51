import { feedColumn, type FeedColumn } from '../channels/feed-fields.ts';
import { UnreadableFileError, type CsvRow } from './csv.ts';
import { shown } from './shown.ts';

/** Where each column of the file stands, and how the file spells it. Columns without a meaning here are left out. */
export interface Header {
  readonly columns: ReadonlyMap<FeedColumn, HeaderColumn>;
  readonly width: number;
}

export interface HeaderColumn {
  readonly index: number;
  readonly name: string;
}

/** What no product can be made without. The rest that Meta asks for (brand, links, pictures) this house does not need. */
const NEEDED: readonly FeedColumn[] = ['id', 'title', 'price'];

/**
 * The header of a file; null for a row of comments above it, as in Meta's own template. Of a column that is there
 * twice the first one counts.
 */
export function readHeader({ cells }: CsvRow): Header | null {
  if (cells[0]?.trim().startsWith('#')) return null;
  const columns = new Map<FeedColumn, HeaderColumn>();
  for (const [index, cell] of cells.entries()) {
    const column = feedColumn(cell.replace(/^\ufeff/, ''));
    if (column !== null && !columns.has(column)) {
      columns.set(column, { index, name: shown(cell) ?? column });
    }
  }
  const missing = NEEDED.filter((column) => !columns.has(column));
  if (missing.length > 0) throw new UnreadableFileError(explain(missing));
  return { columns, width: cells.length };
}

function explain(missing: readonly FeedColumn[]): string {
  if (missing.length === NEEDED.length)
    return `The first row is no header: it names ${NEEDED.join(', ')} and more.`;
  return `The header has no column ${missing.join(' and no ')}.`;
}
