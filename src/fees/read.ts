import type { Ctx } from '../context.ts';
import type { BusinessId, FeeRuleId } from '../db/id.ts';
import { byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import { inForce, planOn } from './in-force.ts';
import type { FeePlan, FeeService } from './rules.ts';
import { feeCharges, feeRules, type FeeCharge, type FeeRule } from './tables.ts';

export type { FeeCharge, FeeRule };

const ruleRows = rowsOf(feeRules, 'r');
const chargeRows = rowsOf(feeCharges, 'c');

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
  const { sql } = ctx;
  const moment = sql`${at.toISOString()}::timestamptz`;
  const [row] = await sql<RawRow[]>`
    /* fee_rule_of_business */
    select ${ruleRows.columns(sql)} from businesses b join markets m on m.country = b.country
    cross join lateral ${inForce(sql, {
      country: sql`b.country`,
      service: sql`${service}`,
      plan: planOn(sql, sql`b.id`, sql`(${moment} at time zone m.time_zone)::date`),
      at: moment,
    })} r
    where b.id = ${businessId}`;
  return row ? ruleRows.read(row) : null;
}

/** Rules are public: everybody may know what a service costs. */
export async function feeRulesByIds(ctx: Ctx, ids: readonly FeeRuleId[]): Promise<(FeeRule | null)[]> {
  const rows = await ctx.sql<RawRow[]>`
    /* fee_rules_by_ids */
    select ${ruleRows.columns(ctx.sql)} from fee_rules r where r.id = any(${[...ids]})`;
  return byId(ids, rows.map(ruleRows.read));
}

/** Every rule that each market ever had or will have, oldest first. */
export async function feeRulesByCountry(ctx: Ctx, countries: readonly string[]): Promise<FeeRule[][]> {
  const rows = await ctx.sql<RawRow[]>`
    /* fee_rules_by_country */
    select ${ruleRows.columns(ctx.sql)} from fee_rules r where r.country = any(${[...countries]})
    order by r.effective_from, r.id`;
  return groupBy(countries, rows.map(ruleRows.read), (rule) => rule.country);
}

/** What a business is on. */
export interface Plans {
  readonly current: FeePlan;
  /** From the next month on; null when it stays as it is. */
  readonly next: FeePlan | null;
}

/** The plans of businesses, this month and the next. The caller must have made sure that they are theirs. */
export async function plansByBusiness(ctx: Ctx, ids: readonly BusinessId[]): Promise<Plans[]> {
  const { sql } = ctx;
  const today = sql`(${ctx.now().toISOString()}::timestamptz at time zone m.time_zone)::date`;
  const rows = await sql<{ id: BusinessId; current: FeePlan; next: FeePlan | null }[]>`
    /* plans_by_business */
    select b.id, ${planOn(sql, sql`b.id`, today)} as current,
           (select plan from business_plans where business_id = b.id and from_period > ${today}
            order by from_period limit 1) as next
    from businesses b join markets m on m.country = b.country where b.id = any(${[...ids]})`;
  const found = new Map(rows.map(({ id, current, next }) => [id, { current, next }]));
  return ids.map((id) => {
    const { current, next } = found.get(id) ?? { current: 'STANDARD', next: null };
    return { current, next: next === current ? null : next };
  });
}

/** What each business owes, in minor units of its currency. The caller must have made sure that they are theirs. */
export async function feesOwedByBusiness(ctx: Ctx, ids: readonly BusinessId[]): Promise<bigint[]> {
  const rows = await ctx.sql<{ id: BusinessId; owed: bigint }[]>`
    /* fees_owed_by_business */
    select b.id, greatest(-ledger_balance(a.id), 0) as owed
    from businesses b
    join ledger_accounts a on a.owner_id = b.id and a.kind = 'FEES_OWED' and a.currency = b.currency
    where b.id = any(${[...ids]})`;
  const owed = new Map(rows.map((row) => [row.id, row.owed]));
  return ids.map((id) => owed.get(id) ?? 0n);
}

/**
 * What a business was charged, the newest month first and in it the newest charge. `period` is the first day of a month.
 * The caller must have made sure that it is theirs.
 */
export async function feeChargesPage(
  ctx: Ctx,
  businessId: BusinessId,
  { period }: { readonly period: string | null },
  { limit, after }: PageRequest,
): Promise<Page<FeeCharge>> {
  const { sql } = ctx;
  const rows = await sql<RawRow[]>`
    /* fee_charges_page */
    select ${chargeRows.columns(sql)} from fee_charges c
    where c.business_id = ${businessId} ${period === null ? sql`` : sql`and c.period = ${period}`}
      ${after === null ? sql`` : sql`and (c.period, c.id) < (select period, id from fee_charges where id = ${after})`}
    order by c.period desc, c.id desc limit ${limit + 1}`;
  return pageOf(rows.map(chargeRows.read), limit);
}
