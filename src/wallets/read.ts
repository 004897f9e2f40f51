import { and, desc, eq, lt, or, sql, type SQL } from 'drizzle-orm';
import { viewerId, type Ctx } from '../context.ts';
import type { MoneyRequestId, PersonId, TransferId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { moneyMarkets, type MoneyMarket } from '../markets/read.ts';
import { dayIn } from '../markets/rules.ts';
import type { CurrencyCode } from '../money.ts';
import { sentBy } from './limits.ts';
import type { Sent } from './rules.ts';
import { moneyRequests, transfers, type MoneyRequest, type Transfer } from './tables.ts';

export type { MoneyRequest, Transfer };

/** What the caller sent, and what came to them: a pending or failed transfer is the sender's own affair. */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  if (ctx.actor.kind === 'person' && ctx.actor.operator) return undefined;
  const me = viewerId(ctx);
  if (!me) return sql`false`;
  const arrived = sql`${transfers.state} in ('SUCCEEDED', 'REVERSED')`;
  return or(eq(transfers.senderId, me), and(eq(transfers.recipientId, me), arrived));
}

export async function transfersByIds(ctx: Ctx, ids: readonly TransferId[]): Promise<(Transfer | null)[]> {
  const rows = await ctx.db
    .select()
    .from(transfers)
    .where(and(anyOf(transfers.id, ids), mine(ctx)));
  return byId(ids, rows);
}

export async function requestsByIds(
  ctx: Ctx,
  ids: readonly MoneyRequestId[],
): Promise<(MoneyRequest | null)[]> {
  const me = viewerId(ctx);
  const own = me ? or(eq(moneyRequests.requesterId, me), eq(moneyRequests.payerId, me)) : sql`false`;
  const rows = await ctx.db
    .select()
    .from(moneyRequests)
    .where(and(anyOf(moneyRequests.id, ids), ctx.actor.kind === 'system' ? undefined : own));
  return byId(ids, rows);
}

/** The transfers that try to pay each request, as far as the caller may see them, the newest last. */
export async function transfersByRequest(ctx: Ctx, ids: readonly MoneyRequestId[]): Promise<Transfer[][]> {
  const rows = await ctx.db
    .select()
    .from(transfers)
    .where(and(anyOf(transfers.requestId, ids), mine(ctx)))
    .orderBy(transfers.id);
  return groupBy(ids, rows, (row) => row.requestId ?? '');
}

/** What a person sent and received, newest first. The caller must have made sure that they are that person. */
export async function transfersPage(
  ctx: Ctx,
  personId: PersonId,
  page: PageRequest,
): Promise<Page<Transfer>> {
  const before = page.after ? lt(transfers.id, page.after as TransferId) : undefined;
  const side = (which: SQL | undefined) =>
    ctx.db
      .select()
      .from(transfers)
      .where(and(which, before))
      .orderBy(desc(transfers.id))
      .limit(page.limit + 1);
  // Two walks along two indexes: an `or` over both would sort everything that the person ever did.
  const arrived = sql`${transfers.state} in ('SUCCEEDED', 'REVERSED')`;
  const [sent, received] = await Promise.all([
    side(eq(transfers.senderId, personId)),
    side(and(eq(transfers.recipientId, personId), arrived)),
  ]);
  const rows = [...sent, ...received].sort((a, b) => (a.id < b.id ? 1 : -1));
  return pageOf(rows, page.limit);
}

/** The currency of a person's wallet: that of their market. */
export async function marketCurrency(ctx: Ctx, { id }: { readonly id: PersonId }): Promise<CurrencyCode> {
  const [market] = await moneyMarkets(ctx, [id]);
  if (!market) throw new Error(`person ${id} has no market`);
  return market.currency;
}

export interface WalletLimits {
  readonly market: MoneyMarket;
  readonly limits: NonNullable<MoneyMarket['limits']>;
  readonly sent: Sent;
}

/** What a person may send, and has sent today and this month; null where no money is sent. */
export async function limitsOf(ctx: Ctx, personId: PersonId): Promise<WalletLimits | null> {
  const [market] = await moneyMarkets(ctx, [personId]);
  if (!market?.limits) return null;
  const sent = await sentBy(ctx, personId, market.currency, dayIn(market.timeZone, ctx.now()));
  return { market, limits: market.limits, sent };
}
