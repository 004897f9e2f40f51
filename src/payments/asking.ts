import type { Ctx, Tx } from '../context.ts';
import { noteDiscrepancy } from '../reconciliation/note.ts';
import { CHARGE_KEY_LIVES_MS } from './provider.ts';
import { MOST_ASKS, nextAskInTheDark, nextLook } from './rules.ts';

/** A charge, refund or payout, for which the provider is asked under a key of ours. */
export interface Asked {
  readonly table: 'payments' | 'refunds' | 'payouts';
  readonly id: string;
  /** The provider's id of it; null until it answers. */
  readonly ref: string | null;
  readonly asks: number;
  readonly createdAt: Date;
}

/** How to ask for it, and what its provider's silence means. */
export interface Ways<Outcome> {
  lookUp(ref: string): Promise<Outcome>;
  /** Under our key: what was done before is told again and not done anew. */
  submit(): Promise<Outcome>;
  /** By our id that it carries; null: there is none. */
  search(): Promise<Outcome | null>;
  readonly notYet: Outcome;
  readonly never: Outcome;
}

/** Asks in the way that is safe now: by its reference, under its key on a budget, and at last by our id. */
export async function askFor<Outcome>(ctx: Ctx, asked: Asked, ways: Ways<Outcome>): Promise<Outcome> {
  if (asked.ref) return ways.lookUp(asked.ref);
  if (keyIsGood(asked, ctx.now()) && (await countAsk(ctx, asked))) return ways.submit();
  const found = await ways.search();
  if (found) return found;
  // While the key is good a call of it may still be under way somewhere: what is not there yet may come.
  return keyIsGood(asked, ctx.now()) ? ways.notYet : ways.never;
}

/**
 * When to ask again for something that is not decided. Asked as often as may be, looked for, and still unknown: the list
 * of discrepancies has it for a person.
 */
export async function askAgainAt(
  tx: Tx,
  asked: Asked,
  { what, isUnknown }: { readonly what: 'charge' | 'refund' | 'payout'; readonly isUnknown: boolean },
): Promise<Date> {
  const isLost = isUnknown && !keyIsGood(asked, tx.now());
  if (isLost) {
    await noteDiscrepancy(tx, {
      kind: 'OUTCOME_UNKNOWN',
      providerRef: asked.ref,
      subjectId: asked.id,
      detail: `asked ${asked.asks} times for a ${what} that may have been made`,
    });
  }
  if (asked.ref || isLost) return nextLook(asked.createdAt, tx.now());
  return nextAskInTheDark(asked.createdAt, asked.asks, tx.now());
}

function keyIsGood({ createdAt }: Asked, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < CHARGE_KEY_LIVES_MS;
}

/** Takes one from the budget of asks, before the call, so that also a crash has counted; false when it is spent. */
async function countAsk(ctx: Ctx, { table, id }: Asked): Promise<boolean> {
  const counted = await ctx.sql`
    /* count_ask */
    update ${ctx.sql(table)} set asks = asks + 1 where id = ${id} and asks < ${MOST_ASKS}`;
  return counted.count > 0;
}
