import type { Ctx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';
import { BUSINESSES, eachBusiness, eachStep } from './each-business.ts';
import { INVOICE_GRACE_HOURS } from './invoice-rules.ts';
import { issueInvoice } from './issue-invoice.ts';
import { chargeMessages } from './message-charges.ts';
import { chargeSubscriptions } from './subscriptions.ts';

interface Due {
  readonly businessId: BusinessId;
  readonly period: string;
}

/**
 * Invoices every month that is over and has something to invoice, once all that was used in it is charged. Each invoice is
 * a transaction of its own. What could not be charged by then stands on a later one.
 */
export async function issueInvoices(ctx: Ctx): Promise<void> {
  await eachStep([
    () => chargeMessages(ctx, null),
    () => chargeSubscriptions(ctx, null),
    () =>
      eachBusiness(
        ctx,
        (after) => monthsDue(ctx, { after }),
        (first) => issueMonths(ctx, first),
      ),
  ]);
}

/** Oldest first, since a month can't be invoiced behind a later one. */
async function issueMonths(ctx: Ctx, first: Due): Promise<void> {
  for (let next: Due | undefined = first; next;) {
    if (!(await issueInvoice(ctx, next.businessId, next.period))) return;
    [next] = await monthsDue(ctx, { only: next.businessId });
  }
}

/**
 * For each business the next month to invoice, if it is over for some hours: that of its oldest open charge or, when it
 * is invoiced already, the one behind the newest invoice.
 */
function monthsDue(
  ctx: Ctx,
  { after = null, only = null }: { after?: BusinessId | null; only?: BusinessId | null },
): Promise<Due[]> {
  const ended = new Date(ctx.now().getTime() - INVOICE_GRACE_HOURS * 3_600_000).toISOString();
  return ctx.sql<Due[]>`
    /* invoices_due */
    select b.id as "businessId", n.period::text as period
    from businesses b join markets m on m.country = b.country
    cross join lateral (
      select period from fee_charges where business_id = b.id and invoice_id is null order by period limit 1
    ) oldest
    cross join lateral (
      select greatest(oldest.period, (max(i.period) + interval '1 month')::date) as period
      from invoices i where i.business_id = b.id
    ) n
    where (${only}::uuid is null or b.id = ${only}) and (${after}::uuid is null or b.id > ${after})
      and (n.period + interval '1 month') at time zone m.time_zone <= ${ended}
    order by b.id limit ${BUSINESSES}`;
}
