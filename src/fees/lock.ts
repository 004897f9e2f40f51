import type { Tx } from '../context.ts';
import type { BusinessId } from '../db/id.ts';

/**
 * Nobody else prices or invoices what this business has used until the commit. It is taken before anything else, and is
 * no lock that a sale or a message would wait for.
 */
export async function lockFees(tx: Tx, businessId: BusinessId): Promise<void> {
  await tx.sql`/* fees_lock */ select from businesses where id = ${businessId} for no key update`;
}
