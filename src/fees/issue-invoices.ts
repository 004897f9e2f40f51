import type { Ctx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';
import { INVOICE_GRACE_HOURS } from './invoice-rules.ts';
import { issueInvoice } from './issue-invoice.ts';
import { chargeMessages } from './message-charges.ts';
import { chargeSubscriptions } from './subscriptions.ts';

const BATCH = 100;

interface Due {
  readonly businessId: BusinessId;
  readonly period: string;
}

/**
 * Invoices every month that is over and has something to invoice, once all that was used in it is charged. Each invoice is a transaction of its own; a business
 * that can't be invoiced holds up no other, and makes the job fail in the end, so that it is tried again.
 */
export async function issueInvoices(ctx: Ctx): Promise<void> {
  await chargeMessages(ctx, null);
  await chargeSubscriptions(ctx, null);
  const failures: unknown[] = [];
  for (let after: BusinessId | null = null; ;) {
    const due: Due[] = await monthsDue(ctx, { after });
    for (const one of due) {
      await issueMonths(ctx, one).catch((error: unknown) => {
        ctx.log.error({ err: error, businessId: one.businessId }, 'a business could not be invoiced');
        failures.push(error);
      });
    }
    after = due.at(-1)?.businessId ?? null;
    if (due.length < BATCH) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some businesses could not be invoiced');
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
    select o.business_id as "businessId", n.period::text as period
    from (
      select business_id, min(period) as oldest from fee_charges
      where invoice_id is null and (${only}::uuid is null or business_id = ${only})
        and (${after}::uuid is null or business_id > ${after})
      group by business_id
    ) o
    join businesses b on b.id = o.business_id join markets m on m.country = b.country
    cross join lateral (
      select greatest(o.oldest, (max(i.period) + interval '1 month')::date) as period
      from invoices i where i.business_id = o.business_id
    ) n
    where (n.period + interval '1 month') at time zone m.time_zone <= ${ended}
    order by o.business_id limit ${BATCH}`;
}
