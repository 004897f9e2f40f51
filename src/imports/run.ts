import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { businessesByIds } from '../businesses/read.ts';
import type { Ctx } from '../context.ts';
import type { ImportId } from '../db/id.ts';
import type { CurrencyCode } from '../money.ts';
import { readRows, UnreadableFileError, type CsvRow } from './csv.ts';
import { finishImport, takeBatch, type Batch } from './batch.ts';
import { readHeader, type Header } from './header.ts';
import { readItem, type RowError, type RowReading } from './item.ts';
import { BATCH_ROWS, JOB_ROWS, MAX_ROWS, refuse } from './rules.ts';
import { shown } from './shown.ts';
import { catalogImportPieces, catalogImports, type CatalogImport } from './tables.ts';

/**
 * Takes a file into the catalogue, from where the last run of it left off: what a batch did is committed together
 * with how far it came. Run twice at once, the two take turns, and each row is taken once.
 */
export async function runImport(ctx: Ctx, importId: ImportId): Promise<void> {
  const [found] = await ctx.db.select().from(catalogImports).where(eq(catalogImports.id, importId));
  if (found?.state !== 'RUNNING') return;
  const [business] = await businessesByIds(ctx, [found.businessId]);
  if (!business) throw new Error('an import without its business');
  let failure: string | null = null;
  try {
    for await (const batch of batchesOf(ctx, found, business.currency)) {
      const isOver = await takeBatch(ctx, { importId, business, batch });
      if (isOver || batch.isLastOfJob) return;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    failure = error.message;
  }
  await finishImport(ctx, importId, failure);
}

/** What is left of the file, in batches. What can be read of a file that breaks off comes before the error. */
export async function* batchesOf(
  ctx: Ctx,
  found: CatalogImport,
  currency: CurrencyCode,
): AsyncGenerator<Batch, void> {
  const rows = readings(piecesOf(ctx, found.id), found.rowsRead, currency);
  const until = found.rowsRead + JOB_ROWS;
  let from = found.rowsRead;
  let waiting: RowReading[] = [];
  const next = (): Batch => {
    const batch = { from, rows: waiting, isLastOfJob: from + waiting.length >= until };
    from += waiting.length;
    waiting = [];
    return batch;
  };
  try {
    for await (const row of rows) {
      waiting.push(row);
      if (waiting.length === BATCH_ROWS) yield next();
    }
  } catch (error) {
    if (waiting.length > 0) yield { ...next(), isLastOfJob: false };
    throw error;
  }
  if (waiting.length > 0) yield { ...next(), isLastOfJob: false };
}

/** The file's rows behind the first `done`, as products or errors. The ids of those are remembered all the same. */
async function* readings(
  pieces: AsyncIterable<Buffer>,
  done: number,
  currency: CurrencyCode,
): AsyncGenerator<RowReading, void> {
  const seen = new Set<bigint>();
  let header: Header | null = null;
  let position = 0;
  for await (const row of readRows(pieces)) {
    if (!header) {
      header = readHeader(row);
      continue;
    }
    if (position === MAX_ROWS)
      throw new UnreadableFileError('A file has 500,000 rows at most: make two of it.');
    const repeated = repeatedId(row, header, seen);
    if (++position <= done) continue;
    yield repeated ? { errors: [repeated] } : readItem(row, header, currency);
  }
  if (!header) throw new UnreadableFileError('The file has no header.');
}

/**
 * Of an id the first row counts. Ids are remembered by 64 bits of their hash: half a million of them fit into 30 MB,
 * and in one of a hundred million such files two ids would be taken for one.
 */
function repeatedId(row: CsvRow, header: Header, seen: Set<bigint>): RowError | null {
  const place = header.columns.get('id');
  const id = row.cells[place?.index ?? 0]?.trim() ?? '';
  if (!place || id === '') return null;
  const hash = createHash('sha1').update(id).digest().readBigUInt64BE();
  if (!seen.has(hash)) {
    seen.add(hash);
    return null;
  }
  return { ...refuse('DUPLICATE').error, line: row.line, column: place.name, value: shown(id) };
}

/** The file, a piece at a time. */
async function* piecesOf(ctx: Ctx, importId: ImportId): AsyncGenerator<Buffer, void> {
  for (let position = 0; ; position++) {
    const [piece] = await ctx.db
      .select({ bytes: catalogImportPieces.bytes })
      .from(catalogImportPieces)
      .where(and(eq(catalogImportPieces.importId, importId), eq(catalogImportPieces.position, position)));
    if (!piece) return;
    yield piece.bytes;
  }
}
