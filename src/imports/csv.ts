import { CsvError, Parser, type InfoRecord } from 'csv-parse';
import { feedColumn } from '../channels/feed-fields.ts';
import { LineCounter } from './lines.ts';
import { MAX_ROW_BYTES } from './rules.ts';

/** A row of the file as it stands there. */
export interface CsvRow {
  /** Where it begins, from 1, as an editor counts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The file as a whole can't be read, or not any further. Its message is for the shop. */
export class UnreadableFileError extends Error {}

/**
 * The rows of a file, without the empty ones: memory holds a piece and a row, whatever the size of the file. When it
 * can't be read any further, all rows before that come first.
 */
export async function* readRows(pieces: AsyncIterable<Buffer>): AsyncGenerator<CsvRow, void> {
  const lines = new LineCounter();
  const rows: CsvRow[] = [];
  const take = (cells: readonly string[], { bytes }: Pick<InfoRecord, 'bytes'>): null => {
    const line = lines.lineOfRowUpTo(bytes);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    return null;
  };
  let parser: Parser | null = null;
  for await (const piece of pieces) {
    parser ??= openParser(piece, take);
    lines.feed(piece);
    const error = await written(parser, piece);
    yield* rows.splice(0);
    if (error) throw explain(error, lines);
  }
  if (!parser) return;
  const error = await ended(parser);
  yield* rows.splice(0);
  if (error) throw explain(error, lines);
}

type Take = (cells: readonly string[], info: Pick<InfoRecord, 'bytes'>) => null;

/** Quotes are taken as they come and rows with the cells that they have, because real feeds are like that. */
function openParser(head: Buffer, take: Take): Parser {
  refuseOtherThanText(head);
  const parser = new Parser({
    bom: true,
    delimiter: delimiterOf(head),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
    // Not as a stream: what a stream still holds when it fails is lost.
    on_record: take,
  });
  // Whoever writes is told.
  parser.on('error', () => {});
  return parser.resume();
}

function written(parser: Parser, piece: Buffer): Promise<Error | null> {
  return new Promise((resolve) => {
    parser.write(piece, (error) => resolve(error ?? null));
  });
}

function ended(parser: Parser): Promise<Error | null> {
  return new Promise((resolve) => {
    parser.once('error', resolve);
    parser.end(() => resolve(null));
  });
}

export function refuseOtherThanText(head: Buffer): void {
  const mark = head.toString('hex', 0, 2);
  if (mark === 'fffe' || mark === 'feff') {
    throw new UnreadableFileError('The file is UTF-16: save it as CSV in UTF-8.');
  }
  if (head.includes(0)) throw new UnreadableFileError('The file is not text: save it as CSV in UTF-8.');
}

const DELIMITERS = [',', '\t', ';'];

/** By which the header is divided: the first line that names an id and a title tells; a comma when none does. */
function delimiterOf(head: Buffer): string {
  for (const line of head.toString('utf8').split(/[\r\n]+/, MOST_LINES_ABOVE_HEADER)) {
    for (const delimiter of DELIMITERS) {
      const names = line.split(delimiter).map((name) => feedColumn(name.replaceAll(/["\ufeff]/g, '')));
      if (names.includes('id') && names.includes('title')) return delimiter;
    }
  }
  return ',';
}
const MOST_LINES_ABOVE_HEADER = 100;

function explain(error: Error, lines: LineCounter): Error {
  if (!(error instanceof CsvError)) return error;
  const line = lines.lineOfRowUpTo(Number.POSITIVE_INFINITY);
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new UnreadableFileError(`The row in line ${line} has more than 1 MB: is a quote not closed?`);
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new UnreadableFileError(`A quote in the row of line ${line} is never closed.`);
  }
  return new UnreadableFileError(`The row in line ${line} can not be read.`);
}
