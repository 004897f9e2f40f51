import { roleIn } from '../businesses/staff.ts';
import { mayDo } from '../businesses/rules.ts';
import { SALES_CHANNELS, type SalesChannel } from '../catalog/rules.ts';
import type { Ctx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';
import type { CurrencyCode } from '../money.ts';
import type { SalesRange } from './rules.ts';

/** What was ordered through a channel in some time. Amounts in minor units of the shop's currency. */
export interface ChannelSales {
  readonly channel: SalesChannel;
  readonly currency: CurrencyCode;
  readonly ordersPlaced: number;
  /** Of those: the ones that were paid, given back or not. */
  readonly ordersPaid: number;
  /** The totals of those that were paid. */
  readonly grossMinor: bigint;
  /** What has gone back of it until now, or is on its way. */
  readonly refundedMinor: bigint;
}

/** Every channel's sales of the orders placed in a range; null unless the caller is a manager or owner of the shop. */
export async function salesByChannel(
  ctx: Ctx,
  businessId: BusinessId,
  { from, to }: SalesRange,
): Promise<ChannelSales[] | null> {
  const role = await roleIn(ctx, businessId);
  if (!role || !mayDo(role, 'sales')) return null;
  type Row = Omit<ChannelSales, 'ordersPlaced' | 'ordersPaid'> & { ordersPlaced: bigint; ordersPaid: bigint };
  const rows = await ctx.sql<Row[]>`
    /* sales_by_channel */
    select c.channel, b.currency, count(o.id) as "ordersPlaced", count(o.id) filter (where o.paid) as "ordersPaid",
           coalesce(sum(o.total_minor) filter (where o.paid), 0)::bigint as "grossMinor",
           coalesce(sum(p.refunded_minor), 0)::bigint as "refundedMinor"
    from businesses b
    cross join unnest(${[...SALES_CHANNELS]}::text[]) with ordinality c (channel, place)
    left join lateral (
      select id, total_minor, payment_state in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') as paid
      from orders
      where business_id = b.id and channel = c.channel
        and placed_at >= ${from.toISOString()} and placed_at < ${to.toISOString()}
    ) o on true
    -- One of an order at most: payments_one_success_key.
    left join payments p on p.order_id = o.id and p.state = 'SUCCEEDED'
    where b.id = ${businessId}
    group by c.place, c.channel, b.currency
    order by c.place`;
  return rows.map((row) => ({
    ...row,
    ordersPlaced: Number(row.ordersPlaced),
    ordersPaid: Number(row.ordersPaid),
  }));
}
