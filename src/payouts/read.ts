import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { ownedBy } from '../businesses/read.ts';
import { viewerId, type Ctx } from '../context.ts';
import type { BankAccountId, BusinessId, PayoutId } from '../db/id.ts';
import { anyOf, byId, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { bankAccounts, payouts, type BankAccount, type Payout } from './tables.ts';

export type { BankAccount, Payout };

/** Only those of businesses that the caller owns. */
function mine(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind === 'system') return undefined;
  const me = viewerId(ctx);
  return me ? ownedBy(payouts.businessId, me) : sql`false`;
}

export async function payoutsByIds(ctx: Ctx, ids: readonly PayoutId[]): Promise<(Payout | null)[]> {
  const rows = await ctx.db
    .select()
    .from(payouts)
    .where(and(anyOf(payouts.id, ids), mine(ctx)));
  return byId(ids, rows);
}

/** Payouts of a business, newest first. The caller must have made sure that they may see them. */
export async function payoutsPage(
  ctx: Ctx,
  businessId: BusinessId,
  page: PageRequest,
): Promise<Page<Payout>> {
  const rows = await ctx.db
    .select()
    .from(payouts)
    .where(
      and(
        eq(payouts.businessId, businessId),
        page.after ? lt(payouts.id, page.after as PayoutId) : undefined,
      ),
    )
    .orderBy(desc(payouts.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** Bank accounts of payouts that the caller may see. */
export async function bankAccountsByIds(
  ctx: Ctx,
  ids: readonly BankAccountId[],
): Promise<(BankAccount | null)[]> {
  const rows = await ctx.db.select().from(bankAccounts).where(anyOf(bankAccounts.id, ids));
  return byId(ids, rows);
}
