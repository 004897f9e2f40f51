import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { requireOperator, type Ctx } from '../context.ts';
import type { DiscrepancyId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { humanText, parseInput } from '../text.ts';
import { discrepancies, type Discrepancy } from './tables.ts';

const Resolve = z.object({ note: humanText(500) });

/** An operator has looked at it and says what came of it. Again changes nothing. */
export async function resolveDiscrepancy(
  ctx: Ctx,
  input: { readonly discrepancyId: DiscrepancyId; readonly note: string },
): Promise<Discrepancy> {
  const personId = requireOperator(ctx);
  const { note } = parseInput(Resolve, input);
  return transact(ctx, async (tx) => {
    const which = eq(discrepancies.id, input.discrepancyId);
    await tx.db
      .update(discrepancies)
      .set({ resolvedAt: tx.now(), resolvedBy: personId, resolution: note })
      .where(and(which, isNull(discrepancies.resolvedAt)));
    const [found] = await tx.db.select().from(discrepancies).where(which);
    if (!found) throw new NotFoundError('discrepancy', ['discrepancyId']);
    return found;
  });
}
