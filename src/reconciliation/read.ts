import { and, desc, isNotNull, isNull, lt } from 'drizzle-orm';
import { requireOperator, type Ctx } from '../context.ts';
import type { DiscrepancyId } from '../db/id.ts';
import { pageOf, type Page, type PageRequest } from '../db/read.ts';
import { discrepancies, reconciliationDays, type Discrepancy, type ReconciliationDay } from './tables.ts';

export type { Discrepancy, ReconciliationDay };

/** What was found to differ, newest first; for operators. */
export async function discrepanciesPage(
  ctx: Ctx,
  filter: { readonly resolved?: boolean | null },
  page: PageRequest,
): Promise<Page<Discrepancy>> {
  requireOperator(ctx);
  const resolved =
    filter.resolved == null
      ? undefined
      : filter.resolved
        ? isNotNull(discrepancies.resolvedAt)
        : isNull(discrepancies.resolvedAt);
  const rows = await ctx.db
    .select()
    .from(discrepancies)
    .where(and(resolved, page.after ? lt(discrepancies.id, page.after as DiscrepancyId) : undefined))
    .orderBy(desc(discrepancies.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** The days that were compared, newest first; for operators. */
export async function daysPage(ctx: Ctx, page: PageRequest): Promise<Page<ReconciliationDay>> {
  requireOperator(ctx);
  const rows = await ctx.db
    .select()
    .from(reconciliationDays)
    .where(page.after ? lt(reconciliationDays.day, page.after) : undefined)
    .orderBy(desc(reconciliationDays.day))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}
