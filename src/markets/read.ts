import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { BusinessId, PersonId } from '../db/id.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import type { FeeTerms } from '../fees/rules.ts';
import type { CurrencyCode } from '../money.ts';
import { markets, type Market, type MoneyLimits } from './tables.ts';

export type { Market, MoneyLimits };

const marketRows = rowsOf(markets, 'm');

export function allMarkets(ctx: Ctx): Promise<Market[]> {
  return ctx.db.select().from(markets).orderBy(asc(markets.country));
}

export async function marketByCountry(ctx: Ctx, country: string): Promise<Market | null> {
  const [market] = await ctx.db.select().from(markets).where(eq(markets.country, country));
  return market ?? null;
}

export async function marketOfBusiness(ctx: Ctx, businessId: BusinessId): Promise<Market | null> {
  const [row] = await ctx.sql<RawRow[]>`
    /* market_of_business */
    select ${marketRows.columns(ctx.sql)} from markets m join businesses b on b.country = m.country
    where b.id = ${businessId}`;
  return row ? marketRows.read(row) : null;
}

/** The market of a person, as far as money between people needs it. */
export interface MoneyMarket {
  readonly personId: PersonId;
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  /** Null where no money can be sent. */
  readonly limits: Pick<MoneyLimits, 'perTransferMinor' | 'perDayMinor' | 'perMonthMinor'> | null;
  /** What sending costs the sender on top of the amount; null: nothing. */
  readonly fee: FeeTerms | null;
}

/** The markets of some people, each with its limits in its own currency. */
export async function moneyMarkets(ctx: Ctx, people: readonly PersonId[]): Promise<MoneyMarket[]> {
  const rows = await ctx.sql<
    {
      personId: PersonId;
      currency: CurrencyCode;
      timeZone: string;
      perTransferMinor: bigint | null;
      perDayMinor: bigint;
      perMonthMinor: bigint;
      shareBasisPoints: number | null;
      fixedMinor: bigint;
    }[]
  >`
    /* money_markets */
    select p.id as "personId", m.currency, m.time_zone as "timeZone", l.per_transfer_minor as "perTransferMinor",
           l.per_day_minor as "perDayMinor", l.per_month_minor as "perMonthMinor",
           f.share_basis_points as "shareBasisPoints", f.fixed_minor as "fixedMinor"
    from people p join markets m on m.country = p.country
    left join money_limits l on l.country = m.country and l.currency = m.currency
    left join lateral (
      select share_basis_points, fixed_minor from fee_rules
      where country = m.country and service = 'MONEY_TRANSFER' and plan is null
        and effective_from <= ${ctx.now().toISOString()}
      order by effective_from desc limit 1
    ) f on true
    where p.id = any(${[...people]})`;
  return rows.map(
    ({ personId, currency, timeZone, perTransferMinor, shareBasisPoints, fixedMinor, ...rest }) => ({
      personId,
      currency,
      timeZone,
      limits: perTransferMinor === null ? null : { perTransferMinor, ...rest },
      fee: shareBasisPoints === null ? null : { shareBasisPoints, fixedMinor },
    }),
  );
}
