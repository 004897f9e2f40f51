import type { Tx } from '../context.ts';
import { newId } from '../db/id.ts';
import type { DiscrepancyKind } from './rules.ts';
import { discrepancies } from './tables.ts';

export interface NewDiscrepancy {
  readonly kind: DiscrepancyKind;
  readonly providerRef?: string | null;
  /** The payment, refund or payout. */
  readonly subjectId?: string | null;
  readonly detail: string;
}

/** Lists something for a person to look at, once while it is open, and raises the alarm in the log. */
export async function noteDiscrepancy(tx: Tx, found: NewDiscrepancy): Promise<boolean> {
  const { kind, providerRef = null, subjectId = null, detail } = found;
  const noted = await tx.db
    .insert(discrepancies)
    .values({ id: newId<'discrepancy'>(), kind, providerRef, subjectId, detail, foundAt: tx.now() })
    .onConflictDoNothing()
    .returning({ id: discrepancies.id });
  if (noted.length === 0) return false;
  tx.log.error({ kind, providerRef, subjectId }, `our books and the provider's differ: ${detail}`);
  return true;
}
