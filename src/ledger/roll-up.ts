import type { Ctx } from '../context.ts';

/**
 * Brings the balances of deferred accounts up to date, so that reading one sums only what came since. Exact at any
 * moment and beside any writer; see ledger_roll_up in the migrations. Processes take turns.
 */
export async function rollUpLedger(ctx: Ctx): Promise<void> {
  await ctx.sql`select /* ledger_roll_up */ ledger_roll_up()`;
}
