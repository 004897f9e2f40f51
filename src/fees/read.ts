import type { Ctx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import type { FeeService } from './rules.ts';
import { feeRules, type FeeRule } from './tables.ts';

export type { FeeRule };

const ruleRows = rowsOf(feeRules, 'r');

/**
 * The rule for a service of a business at a moment: the newest of its own plan, else the newest of all plans. Null:
 * nobody has set a price, so it is free.
 */
export async function feeRuleOf(
  ctx: Ctx,
  businessId: BusinessId,
  service: FeeService,
  at: Date = ctx.now(),
): Promise<FeeRule | null> {
  const [row] = await ctx.sql<RawRow[]>`
    /* fee_rule_of_business */
    select ${ruleRows.columns(ctx.sql)} from businesses b join markets m on m.country = b.country
    left join lateral (
      select plan from business_plans
      where business_id = b.id and from_period <= (${at.toISOString()}::timestamptz at time zone m.time_zone)::date
      order by from_period desc limit 1
    ) p on true
    join fee_rules r on r.country = b.country and r.service = ${service} and r.effective_from <= ${at.toISOString()}
      and (r.plan is null or r.plan = coalesce(p.plan, 'STANDARD'))
    where b.id = ${businessId}
    order by r.plan is null, r.effective_from desc limit 1`;
  return row ? ruleRows.read(row) : null;
}
