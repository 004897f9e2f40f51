import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { ownedBy } from '../businesses/read.ts';
import { viewerId, type Ctx } from '../context.ts';
import type { BusinessId, FeeRuleId, InvoiceId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { feeRulesByIds } from './read.ts';
import { invoiceLines, invoices, type FeeRule, type Invoice, type InvoiceLine } from './tables.ts';

export type { Invoice };

/** Only those of businesses that the caller owns; all of them for operators. */
function mine({ actor, ...ctx }: Ctx): SQL | undefined {
  if (actor.kind === 'system' || (actor.kind === 'person' && actor.operator)) return undefined;
  const me = viewerId({ actor, ...ctx });
  return me ? ownedBy(invoices.businessId, me) : sql`false`;
}

export async function invoicesByIds(ctx: Ctx, ids: readonly InvoiceId[]): Promise<(Invoice | null)[]> {
  const rows = await ctx.db
    .select()
    .from(invoices)
    .where(and(anyOf(invoices.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** Invoices of a business, the newest month first; after the one of a month. None that the caller may not see. */
export async function invoicesPage(
  ctx: Ctx,
  businessId: BusinessId,
  page: PageRequest,
): Promise<Page<Invoice>> {
  const rows = await ctx.db
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.businessId, businessId),
        page.after ? lt(invoices.period, page.after) : undefined,
        mine(ctx),
      ),
    )
    .orderBy(desc(invoices.period))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** A line with the rule that it is charged by; null where nobody had set a price. */
export interface RuledLine extends Pick<InvoiceLine, 'service' | 'isCredit' | 'quantity' | 'amountMinor'> {
  readonly rule: FeeRule | null;
}

/** The lines of invoices that the caller may see. */
export async function linesByInvoice(ctx: Ctx, ids: readonly InvoiceId[]): Promise<RuledLine[][]> {
  const rows = await ctx.db
    .select()
    .from(invoiceLines)
    .where(anyOf(invoiceLines.invoiceId, ids))
    .orderBy(asc(invoiceLines.invoiceId), asc(invoiceLines.position));
  const ruled = await withRules(ctx, rows);
  return groupBy(ids, ruled, (line) => line.invoiceId);
}

/** Lines with their rules in place of the rules' ids. */
export async function withRules<Line extends { readonly ruleId: FeeRuleId | null }>(
  ctx: Ctx,
  lines: readonly Line[],
): Promise<(Line & { rule: FeeRule | null })[]> {
  const ids = [...new Set(lines.flatMap(({ ruleId }) => ruleId ?? []))];
  const rules = await feeRulesByIds(ctx, ids);
  return lines.map((line) => ({ ...line, rule: rules.find((rule) => rule?.id === line.ruleId) ?? null }));
}
