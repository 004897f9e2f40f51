import { and, asc, desc, eq, gt, lt, sql, type SQL } from 'drizzle-orm';
import { keptBy } from '../businesses/read.ts';
import { viewerId, type Ctx } from '../context.ts';
import type { BusinessId, ImportId } from '../db/id.ts';
import { anyOf, byId, pageOf, type Page, type PageRequest } from '../db/read.ts';
import {
  catalogImportErrors,
  catalogImports,
  type CatalogImport,
  type CatalogImportError,
} from './tables.ts';

export type { CatalogImport, CatalogImportError };

/** Only those of businesses whose catalogue the caller keeps. */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  const me = viewerId(ctx);
  return me ? keptBy(catalogImports.businessId, me) : sql`false`;
}

export async function importsByIds(ctx: Ctx, ids: readonly ImportId[]): Promise<(CatalogImport | null)[]> {
  const rows = await ctx.db
    .select()
    .from(catalogImports)
    .where(and(anyOf(catalogImports.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** Imports of a business, newest first. The caller must have made sure that they may see them. */
export async function importsPage(
  ctx: Ctx,
  businessId: BusinessId,
  page: PageRequest,
): Promise<Page<CatalogImport>> {
  const rows = await ctx.db
    .select()
    .from(catalogImports)
    .where(
      and(
        eq(catalogImports.businessId, businessId),
        page.after ? lt(catalogImports.id, page.after as ImportId) : undefined,
      ),
    )
    .orderBy(desc(catalogImports.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** The errors of an import that the caller may see, in the order of the file. */
export async function importErrorsPage(
  ctx: Ctx,
  importId: ImportId,
  page: PageRequest<number>,
): Promise<Page<CatalogImportError>> {
  const rows = await ctx.db
    .select()
    .from(catalogImportErrors)
    .where(
      and(
        eq(catalogImportErrors.importId, importId),
        page.after === null ? undefined : gt(catalogImportErrors.position, page.after),
      ),
    )
    .orderBy(asc(catalogImportErrors.position))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}
