import { and, asc, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import { staffOf } from '../businesses/read.ts';
import { viewerId, type Ctx } from '../context.ts';
import type { BusinessId, OrderId, PartnerAppId, PersonId, ShipmentId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import { grantedBusinesses, grantedTo } from '../partners/grants.ts';
import {
  orderLines,
  orderTransitions,
  orders,
  shipmentLines,
  shipments,
  type Order,
  type OrderLine,
  type OrderTransition,
  type Shipment,
} from './tables.ts';

export type { Order, OrderLine, OrderTransition, Shipment };

/** Only the caller's own orders, and those with a business whose staff they are; an app's, of those that let it read them. */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  if (ctx.actor.kind === 'app') {
    const { appId, scopes } = ctx.actor;
    return scopes.includes('READ_ORDERS') ? grantedTo(orders.businessId, appId, 'READ_ORDERS') : sql`false`;
  }
  const me = viewerId(ctx);
  return me ? or(eq(orders.personId, me), staffOf(orders.businessId, me)) : sql`false`;
}

export async function ordersByIds(ctx: Ctx, ids: readonly OrderId[]): Promise<(Order | null)[]> {
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(and(anyOf(orders.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** Whose orders: the caller must have made sure that they may see them. */
export interface OrdersOf {
  readonly personId?: PersonId;
  readonly businessId?: BusinessId;
  readonly state?: Order['state'] | null;
  readonly channel?: Order['channel'] | null;
}

/** Orders of a person or a business, newest first. */
export async function ordersPage(ctx: Ctx, whose: OrdersOf, page: PageRequest): Promise<Page<Order>> {
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        whose.personId ? eq(orders.personId, whose.personId) : undefined,
        whose.businessId ? eq(orders.businessId, whose.businessId) : undefined,
        whose.state ? eq(orders.state, whose.state) : undefined,
        whose.channel ? eq(orders.channel, whose.channel) : undefined,
        page.after ? lt(orders.id, page.after as OrderId) : undefined,
      ),
    )
    .orderBy(desc(orders.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

const orderRows = rowsOf(orders, 'o');

/** The orders of all the businesses that let an app read them, newest first; from each no more than the page can hold. */
export async function ordersPageOfApp(
  ctx: Ctx,
  appId: PartnerAppId,
  state: Order['state'] | null,
  page: PageRequest,
): Promise<Page<Order>> {
  const businesses = await grantedBusinesses(ctx, appId, 'READ_ORDERS');
  const rows = await ctx.sql<RawRow[]>`
    /* orders_of_app */
    select ${orderRows.columns(ctx.sql)} from unnest(${businesses}::uuid[]) as g (id) cross join lateral (
      select * from orders
      where business_id = g.id
        ${state === null ? ctx.sql`` : ctx.sql`and state = ${state}`}
        ${page.after === null ? ctx.sql`` : ctx.sql`and id < ${page.after}`}
      order by id desc limit ${page.limit + 1}
    ) o order by o.id desc limit ${page.limit + 1}`;
  return pageOf(rows.map(orderRows.read), page.limit);
}

/** A person's newest order with a shop that is neither completed, cancelled nor expired. */
export async function newestOpenOrder(
  ctx: Ctx,
  { personId, businessId }: { readonly personId: PersonId; readonly businessId: BusinessId },
): Promise<Order | null> {
  const [order] = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.personId, personId),
        eq(orders.businessId, businessId),
        inArray(orders.state, ['PLACED', 'CONFIRMED']),
        mine(ctx),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(1);
  return order ?? null;
}

export async function linesByOrder(ctx: Ctx, ids: readonly OrderId[]): Promise<OrderLine[][]> {
  const rows = await ctx.db
    .select()
    .from(orderLines)
    .where(anyOf(orderLines.orderId, ids))
    .orderBy(asc(orderLines.position));
  return groupBy(ids, rows, (row) => row.orderId);
}

export async function shipmentsByOrder(ctx: Ctx, ids: readonly OrderId[]): Promise<Shipment[][]> {
  const rows = await ctx.db
    .select()
    .from(shipments)
    .where(anyOf(shipments.orderId, ids))
    .orderBy(asc(shipments.id));
  return groupBy(ids, rows, (row) => row.orderId);
}

export interface ShipmentItem {
  readonly shipmentId: ShipmentId;
  readonly line: OrderLine;
  readonly quantity: number;
}

export async function itemsByShipment(ctx: Ctx, ids: readonly ShipmentId[]): Promise<ShipmentItem[][]> {
  const rows = await ctx.db
    .select({ shipmentId: shipmentLines.shipmentId, quantity: shipmentLines.quantity, line: orderLines })
    .from(shipmentLines)
    .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
    .where(anyOf(shipmentLines.shipmentId, ids))
    .orderBy(asc(orderLines.position));
  return groupBy(ids, rows, (row) => row.shipmentId);
}

export async function timelineByOrder(ctx: Ctx, ids: readonly OrderId[]): Promise<OrderTransition[][]> {
  const rows = await ctx.db
    .select()
    .from(orderTransitions)
    .where(anyOf(orderTransitions.orderId, ids))
    .orderBy(asc(orderTransitions.sequence));
  return groupBy(ids, rows, (row) => row.orderId);
}
