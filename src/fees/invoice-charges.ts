import type { Ctx } from '../context.ts';
import type { BusinessId, FeeChargeId, FeeRuleId } from '../db/id.ts';
import type { CurrencyCode } from '../money.ts';
import type { ChargeSum, MonthState } from './invoice-rules.ts';
import { feeRuleOf } from './read.ts';
import type { FeeService } from './rules.ts';

/** A month of a business, by the clock of its market. */
export interface BusinessMonth extends MonthState {
  readonly businessId: BusinessId;
  readonly currency: CurrencyCode;
}

/** Null when there is no such business. Without a period: the month that is running. */
export async function monthOf(
  ctx: Ctx,
  businessId: BusinessId,
  period: string | null,
): Promise<BusinessMonth | null> {
  const [row] = await ctx.sql<
    (Omit<BusinessMonth, 'beginsAt' | 'endsAt'> & { beginsAt: string; endsAt: string })[]
  >`
    /* invoice_month */
    select b.id as "businessId", p.period::date::text as period, b.currency,
           p.period at time zone m.time_zone as "beginsAt",
           (p.period + interval '1 month') at time zone m.time_zone as "endsAt",
           (select max(period)::text from invoices where business_id = b.id) as "invoicedTo"
    from businesses b join markets m on m.country = b.country
    cross join lateral (
      select coalesce(${period}::date::timestamp,
                      date_trunc('month', ${ctx.now().toISOString()}::timestamptz at time zone m.time_zone)) as period
    ) p
    where b.id = ${businessId}`;
  return row ? { ...row, beginsAt: new Date(row.beginsAt), endsAt: new Date(row.endsAt) } : null;
}

/** The rate at the end of the month, in hundredths of a percent. */
export async function taxRateOf(ctx: Ctx, { businessId, endsAt }: BusinessMonth): Promise<number> {
  const rule = await feeRuleOf(ctx, businessId, 'TAX', new Date(endsAt.getTime() - 1));
  return rule?.shareBasisPoints ?? 0;
}

/** Open charges of one month, service, rule and sign. */
export interface OpenCharges extends ChargeSum {
  readonly ids: readonly FeeChargeId[];
  /** The month in which it came about, by its first day. */
  readonly period: string;
}

/**
 * What a business was charged up to the end of a month and has on no invoice yet. What came too late for the invoice of
 * its own month is among it.
 */
export async function openCharges(
  ctx: Ctx,
  { businessId, period }: Pick<BusinessMonth, 'businessId' | 'period'>,
): Promise<OpenCharges[]> {
  const rows = await ctx.sql<
    {
      service: FeeService;
      ruleId: FeeRuleId | null;
      effectiveFrom: string;
      quantity: number;
      amountMinor: bigint;
      ids: FeeChargeId[];
      period: string;
    }[]
  >`
    /* fee_charges_open */
    select c.service, c.rule_id as "ruleId", r.effective_from as "effectiveFrom", sum(c.quantity)::int as quantity,
           sum(c.amount_minor)::bigint as "amountMinor", array_agg(c.id) as ids, c.period::text as period
    from fee_charges c left join fee_rules r on r.id = c.rule_id
    where c.business_id = ${businessId} and c.period <= ${period} and c.invoice_id is null
    group by c.period, c.service, c.rule_id, r.effective_from, c.amount_minor < 0`;
  return rows.map(({ ruleId, effectiveFrom, ...rest }) => ({
    ...rest,
    rule: ruleId && { id: ruleId, effectiveFrom: new Date(effectiveFrom) },
  }));
}
