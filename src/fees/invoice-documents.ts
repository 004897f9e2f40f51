import { businessesByIds } from '../businesses/read.ts';
import type { Ctx } from '../context.ts';
import type { InvoiceId } from '../db/id.ts';
import { allMarkets } from '../markets/read.ts';
import { invoiceHtml } from './invoice-html.ts';
import { invoicesByIds, linesByInvoice } from './invoice-read.ts';

/** Invoices as pages to print; null for those that are not there or not the caller's to see. */
export async function invoicePages(ctx: Ctx, ids: readonly InvoiceId[]): Promise<(string | null)[]> {
  const found = await invoicesByIds(ctx, ids);
  const seen = found.filter((invoice) => invoice !== null);
  const [lines, shops, markets] = await Promise.all([
    linesByInvoice(
      ctx,
      seen.map(({ id }) => id),
    ),
    businessesByIds(
      ctx,
      seen.map(({ businessId }) => businessId),
    ),
    seen.length > 0 ? allMarkets(ctx) : [],
  ]);
  const pages = new Map<InvoiceId, string>();
  for (const [index, invoice] of seen.entries()) {
    const buyer = shops[index];
    const market = markets.find(({ country }) => country === buyer?.country);
    if (!buyer || !market) throw new Error(`invoice ${invoice.id} has lost its business`);
    const { name, timeZone, languages } = market;
    pages.set(
      invoice.id,
      invoiceHtml({
        invoice,
        lines: lines[index] ?? [],
        buyer,
        market: { name, timeZone, locale: languages[0] ?? 'en' },
      }),
    );
  }
  return ids.map((id) => pages.get(id) ?? null);
}
