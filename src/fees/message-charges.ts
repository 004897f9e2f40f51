import type { Ctx, Tx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import type { CurrencyCode } from '../money.ts';
import { chargeBusiness } from './charge.ts';
import { BUSINESSES, eachBusiness } from './each-business.ts';
import { inForce, planOn } from './in-force.ts';
import { lockFees } from './lock.ts';
import { allowanceKey, priceMessages, type MessageRun, type SentMessage } from './message-rules.ts';
import type { FeeService } from './rules.ts';

/** How many messages one transaction prices. */
const BATCH = 2_000;

/**
 * Prices the messages that shops have sent and not been charged for, of one business or of all. Safe to repeat, and in
 * two processes at once: a batch is one transaction, under the lock of its business.
 */
export async function chargeMessages(ctx: Ctx, businessId: BusinessId | null): Promise<void> {
  if (businessId) return chargeAllOf(ctx, businessId);
  await eachBusiness(
    ctx,
    (after) => withUsage(ctx, after),
    (found) => chargeAllOf(ctx, found.businessId),
  );
}

/** Shops one after the other by the index of what is open: how many messages each has sent does not matter. */
function withUsage(ctx: Ctx, after: BusinessId | null): Promise<{ businessId: BusinessId }[]> {
  return ctx.sql<{ businessId: BusinessId }[]>`
    /* fees_open_usage */
    with recursive open (id) as (
      (select business_id from message_usage
       where charge_id is null and (${after}::uuid is null or business_id > ${after})
       order by business_id limit 1)
      union all
      select (select business_id from message_usage where charge_id is null and business_id > open.id
              order by business_id limit 1)
      from open where open.id is not null
    )
    select id as "businessId" from open where id is not null limit ${BUSINESSES}`;
}

async function chargeAllOf(ctx: Ctx, businessId: BusinessId): Promise<void> {
  while ((await transact(ctx, (tx) => chargeBatch(tx, businessId))) === BATCH);
}

async function chargeBatch(tx: Tx, businessId: BusinessId): Promise<number> {
  await lockFees(tx, businessId);
  const messages = await openMessages(tx, businessId);
  const [first] = messages;
  if (!first) return 0;
  const runs = priceMessages(messages, await freeSince(tx, businessId, first.month));
  for (const run of runs) await chargeRun(tx, { businessId, currency: first.currency, run });
  return messages.length;
}

/** The oldest messages that are not charged, each with the rule that was in force when it was sent. */
export async function openMessages(
  { sql }: Ctx,
  businessId: BusinessId,
  most: number = BATCH,
): Promise<(SentMessage & { currency: CurrencyCode })[]> {
  const day = sql`(u.sent_at at time zone m.time_zone)::date`;
  const rule = inForce(sql, {
    country: sql`b.country`,
    service: sql`'MESSAGE_' || u.category`,
    plan: planOn(sql, sql`b.id`, day),
    at: sql`u.sent_at`,
  });
  const rows = await sql<(Omit<SentMessage, 'sentAt'> & { currency: CurrencyCode; sentAt: string })[]>`
    /* fees_open_messages */
    select u.message_id as "messageId", u.category, u.inside_window as "insideWindow", u.sent_at as "sentAt",
           date_trunc('month', ${day})::date::text as month, b.currency, r.id as "ruleId",
           coalesce(r.fixed_minor, 0) as "fixedMinor", r.free_per_month as "freePerMonth"
    from (
      select * from message_usage where business_id = ${businessId} and charge_id is null
      order by sent_at, message_id limit ${most}
    ) u
    join businesses b on b.id = u.business_id join markets m on m.country = b.country
    left join lateral ${rule} r on true
    order by u.sent_at, u.message_id`;
  return rows.map((row) => ({ ...row, sentAt: new Date(row.sentAt) }));
}

/** How many were free by month and service, from a month on. */
export async function freeSince(
  { sql }: Ctx,
  businessId: BusinessId,
  month: string,
): Promise<Map<string, number>> {
  const rows = await sql<{ month: string; service: FeeService; count: number }[]>`
    /* fees_free_messages */
    select left(subject_id, 10) as month, service, sum(quantity)::int as count from fee_charges
    where business_id = ${businessId} and period >= ${month} and subject_id like '____-__-__ free %'
    group by 1, 2`;
  return new Map(rows.map((row) => [allowanceKey(row.month, row.service), row.count]));
}

/** Its subject says the month, whether it was free, and the first of its messages, which is in no other charge. */
async function chargeRun(
  tx: Tx,
  { businessId, currency, run }: { businessId: BusinessId; currency: CurrencyCode; run: MessageRun },
): Promise<void> {
  const { service, ruleId, month, free, messageIds, firstSentAt, amountMinor } = run;
  const chargeId = await chargeBusiness(tx, {
    businessId,
    service,
    ruleId,
    subjectId: `${month} ${free ? 'free' : 'paid'} ${messageIds[0]}`,
    quantity: messageIds.length,
    currency,
    amountMinor,
    at: firstSentAt,
  });
  await tx.sql`
    /* fees_usage_charged */
    update message_usage set charge_id = ${chargeId} where message_id = any(${[...messageIds]}::uuid[])`;
}
