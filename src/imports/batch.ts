import { eq, sql } from 'drizzle-orm';
import { upsertProducts, type CatalogItem } from '../catalog/upsert.ts';
import type { Ctx, Tx } from '../context.ts';
import type { BusinessId, ImportId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import type { CurrencyCode } from '../money.ts';
import type { RowError, RowReading } from './item.ts';
import { KEPT_ERRORS } from './rules.ts';
import { recordImport } from './start.ts';
import { catalogImportErrors, catalogImportPieces, catalogImports, type CatalogImport } from './tables.ts';

/** Rows that are taken in one transaction. */
export interface Batch {
  /** How many rows of the file come before. */
  readonly from: number;
  readonly rows: readonly RowReading[];
  /** Whether the rest is for a job of its own. */
  readonly isLastOfJob: boolean;
}

/**
 * Takes a batch's rows that nobody has taken yet, and says how far the import is, in one transaction. True when the
 * import is over: somebody else has brought it to its end.
 */
export async function takeBatch(
  ctx: Ctx,
  {
    importId,
    business,
    batch,
  }: {
    readonly importId: ImportId;
    readonly business: { readonly id: BusinessId; readonly currency: CurrencyCode };
    readonly batch: Batch;
  },
): Promise<boolean> {
  return transact(ctx, async (tx) => {
    const found = await lockImport(tx, importId);
    if (found?.state !== 'RUNNING') return true;
    const rows = batch.rows.slice(Math.max(found.rowsRead - batch.from, 0));
    if (rows.length === 0) return false;
    const items: CatalogItem[] = [];
    const refused: (readonly RowError[])[] = [];
    for (const row of rows) {
      if ('item' in row) items.push(row.item);
      else refused.push(row.errors);
    }
    const { created, updated, unchanged } = await upsertProducts(tx, business, items);
    await keepErrors(tx, found, refused);
    await tx.db
      .update(catalogImports)
      .set({
        rowsRead: found.rowsRead + rows.length,
        created: found.created + created,
        updated: found.updated + updated,
        unchanged: found.unchanged + unchanged,
        rejected: found.rejected + refused.length,
      })
      .where(eq(catalogImports.id, importId));
    if (batch.isLastOfJob) await tx.app.jobs.enqueue(tx, 'catalog.import', { importId });
    await recordImport(tx, 'import.progressed', found);
    return false;
  });
}

/** Ends an import, unless somebody else has done so. What it has taken stays. */
export async function finishImport(ctx: Ctx, importId: ImportId, failure: string | null): Promise<void> {
  await transact(ctx, async (tx) => {
    const found = await lockImport(tx, importId);
    if (found?.state !== 'RUNNING') return;
    await tx.db
      .update(catalogImports)
      .set({ state: failure === null ? 'FINISHED' : 'FAILED', failure, finishedAt: tx.now() })
      .where(eq(catalogImports.id, importId));
    await tx.db.delete(catalogImportPieces).where(eq(catalogImportPieces.importId, importId));
    await recordImport(tx, 'import.finished', found);
  });
}

async function lockImport(tx: Tx, importId: ImportId): Promise<CatalogImport | undefined> {
  const [found] = await tx.db
    .select()
    .from(catalogImports)
    .where(eq(catalogImports.id, importId))
    .for('no key update');
  return found;
}

/** The errors of the first rows that are refused; of the others only their number is kept. */
async function keepErrors(
  tx: Tx,
  found: CatalogImport,
  refused: readonly (readonly RowError[])[],
): Promise<void> {
  const kept = refused.slice(0, Math.max(KEPT_ERRORS - found.rejected, 0)).flat();
  if (kept.length === 0) return;
  const [last] = await tx.db
    .select({ position: sql<number>`coalesce(max(${catalogImportErrors.position}), 0)::int` })
    .from(catalogImportErrors)
    .where(eq(catalogImportErrors.importId, found.id));
  const before = last?.position ?? 0;
  await tx.db
    .insert(catalogImportErrors)
    .values(kept.map((error, index) => ({ importId: found.id, position: before + index + 1, ...error })));
}
