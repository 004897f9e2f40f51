import { and, asc, desc, eq, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { staffOf } from '../businesses/read.ts';
import { viewerId, type Ctx } from '../context.ts';
import type { CardId, OrderId, PaymentId, PersonId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { grantedTo } from '../partners/grants.ts';
import { cards, payments, refunds, type Card, type Payment, type Refund } from './tables.ts';

export type { Card, Payment, Refund };

/**
 * Only what the caller paid, or was paid to a business whose staff they are; operators see every payment, apps those that
 * succeeded for the orders that they may read: why a card was declined is none of their business.
 */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  if (ctx.actor.kind === 'app') {
    const { appId, scopes } = ctx.actor;
    if (!scopes.includes('READ_ORDERS')) return sql`false`;
    return and(
      eq(payments.state, 'SUCCEEDED'),
      isNotNull(payments.orderId),
      grantedTo(payments.businessId, appId, 'READ_ORDERS'),
    );
  }
  if (ctx.actor.kind === 'person' && ctx.actor.operator) return undefined;
  const me = viewerId(ctx);
  return me ? or(eq(payments.personId, me), staffOf(payments.businessId, me)) : sql`false`;
}

export async function paymentsByIds(ctx: Ctx, ids: readonly PaymentId[]): Promise<(Payment | null)[]> {
  const rows = await ctx.db
    .select()
    .from(payments)
    .where(and(anyOf(payments.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** The tries to pay each order, in the order in which they were made. */
export async function paymentsByOrder(ctx: Ctx, ids: readonly OrderId[]): Promise<Payment[][]> {
  const rows = await ctx.db
    .select()
    .from(payments)
    .where(and(anyOf(payments.orderId, ids), mine(ctx)))
    .orderBy(asc(payments.id));
  return groupBy(ids, rows, (row) => row.orderId ?? '');
}

export async function refundsByPayment(ctx: Ctx, ids: readonly PaymentId[]): Promise<Refund[][]> {
  const rows = await ctx.db
    .select()
    .from(refunds)
    .where(anyOf(refunds.paymentId, ids))
    .orderBy(asc(refunds.id));
  return groupBy(ids, rows, (row) => row.paymentId);
}

/** The caller's own cards, also removed ones, which old payments still show. */
export async function cardsByIds(ctx: Ctx, ids: readonly CardId[]): Promise<(Card | null)[]> {
  const me = viewerId(ctx);
  if (!me) return ids.map(() => null);
  const rows = await ctx.db
    .select()
    .from(cards)
    .where(and(anyOf(cards.id, ids), eq(cards.personId, me)));
  return byId(ids, rows);
}

/** A person's cards, newest first. The caller must have made sure that they are theirs. */
export async function cardsPage(ctx: Ctx, personId: PersonId, page: PageRequest): Promise<Page<Card>> {
  const rows = await ctx.db
    .select()
    .from(cards)
    .where(
      and(
        eq(cards.personId, personId),
        isNull(cards.removedAt),
        page.after ? lt(cards.id, page.after as CardId) : undefined,
      ),
    )
    .orderBy(desc(cards.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}
