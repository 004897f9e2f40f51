import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { markets, type Market } from './tables.ts';

export type { Market };

export function allMarkets(ctx: Ctx): Promise<Market[]> {
  return ctx.db.select().from(markets).orderBy(asc(markets.country));
}

export async function marketByCountry(ctx: Ctx, country: string): Promise<Market | null> {
  const [market] = await ctx.db.select().from(markets).where(eq(markets.country, country));
  return market ?? null;
}
