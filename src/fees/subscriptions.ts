import type { Ctx } from '../context.ts';
import type { BusinessId, FeeRuleId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import type { CurrencyCode } from '../money.ts';
import { chargeBusiness } from './charge.ts';
import { BUSINESSES, eachBusiness } from './each-business.ts';
import { inForce, planOn } from './in-force.ts';
import { lockFees } from './lock.ts';

/** Months are made up for that nobody was there to charge. */
const MONTHS_BACK = 2;

interface Due {
  readonly businessId: BusinessId;
  readonly subjectId: string;
  readonly ruleId: FeeRuleId;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly startsAt: string;
}

/**
 * Charges what the plan of a business, or of all, costs a month: once the month has begun, by the rule in force when it
 * began. Who opened in the middle of a month pays from the next one on. Safe to repeat.
 */
export async function chargeSubscriptions(ctx: Ctx, businessId: BusinessId | null): Promise<void> {
  if (businessId) return chargeMonths(ctx, businessId);
  await eachBusiness(
    ctx,
    (after) => subscriptionsDue(ctx, { after }),
    (due) => chargeMonths(ctx, due.businessId),
  );
}

/** All months of a business that are due: another process may have been first, so they are read under the lock. */
function chargeMonths(ctx: Ctx, businessId: BusinessId): Promise<void> {
  return transact(ctx, async (tx) => {
    await lockFees(tx, businessId);
    for (const { startsAt, ...charge } of await subscriptionsDue(tx, { only: businessId })) {
      await chargeBusiness(tx, { ...charge, service: 'SUBSCRIPTION', quantity: 1, at: new Date(startsAt) });
    }
  });
}

function subscriptionsDue(
  ctx: Ctx,
  { after = null, only = null }: { after?: BusinessId | null; only?: BusinessId | null },
): Promise<Due[]> {
  const { sql } = ctx;
  const starts = sql`(month.first at time zone m.time_zone)`;
  const rule = inForce(sql, {
    country: sql`b.country`,
    service: sql`'SUBSCRIPTION'`,
    plan: planOn(sql, sql`b.id`, sql`month.first::date`),
    at: starts,
  });
  return sql<Due[]>`
    /* fees_subscriptions_due */
    select b.id as "businessId", b.id || ':' || month.first::date as "subjectId", r.id as "ruleId", b.currency,
           r.fixed_minor as "amountMinor", ${starts} as "startsAt"
    from markets m join businesses b on b.country = m.country
    cross join lateral date_trunc('month', ${ctx.now().toISOString()}::timestamptz at time zone m.time_zone) now
    cross join lateral generate_series(now - ${MONTHS_BACK} * interval '1 month', now, interval '1 month') month (first)
    join lateral ${rule} r on r.fixed_minor > 0
    where (${only}::uuid is null or b.id = ${only}) and (${after}::uuid is null or b.id > ${after})
      and b.created_at < ${starts}
      and exists (select from fee_rules f where f.country = m.country and f.service = 'SUBSCRIPTION')
      and not exists (
        select from fee_charges c where c.service = 'SUBSCRIPTION' and c.subject_id = b.id || ':' || month.first::date
      )
    order by b.id, month.first limit ${BUSINESSES}`;
}
