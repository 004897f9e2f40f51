import type { Ctx } from '../context.ts';

/** How many journals one transaction chains: others wait no longer for their turn than that takes. */
const BATCH = 2_000;

/**
 * Chains every committed journal by hash, off the path of those who book, and publishes the head of each day that is
 * over. Whoever has kept a head can prove later that nothing before it was changed.
 */
export async function extendChain(ctx: Ctx): Promise<void> {
  while ((await extend(ctx)) === BATCH);
  const heads = await ctx.sql<{ day: string; position: bigint; hash: string }[]>`
    select /* ledger_publish_heads */ day::text, position, encode(hash, 'hex') as hash
    from ledger_publish_heads() order by day`;
  for (const { day, position, hash } of heads) {
    ctx.log.info({ day, position: Number(position), hash }, 'the head of the ledger chain on this day');
  }
}

async function extend(ctx: Ctx): Promise<number> {
  const [row] = await ctx.sql<{ taken: number }[]>`
    select /* ledger_chain_extend */ ledger_chain_extend(${BATCH}) as taken`;
  return row?.taken ?? 0;
}
