import type { Tx } from '../context.ts';
import type { Books } from '../ledger/books.ts';
import { placeHold, resolveHolds } from '../ledger/hold.ts';
import type { Order } from '../orders/read.ts';

type Sold = Pick<Order, 'id' | 'businessId' | 'currency'>;

/**
 * What a shop earned with an order is held back until the order is complete, or for some days at most: as long as it
 * may have to go back, it can't be paid out. `books` are those that the caller has opened already.
 */
export async function holdProceeds(
  tx: Tx,
  order: Sold,
  { amountMinor, until }: { readonly amountMinor: bigint; readonly until: Date | null },
  books?: Books,
): Promise<void> {
  if (amountMinor <= 0n) return;
  const hold = {
    account: { kind: 'BUSINESS_BALANCE', ownerId: order.businessId },
    currency: order.currency,
    amountMinor,
    kind: 'sale',
    subjectId: order.id,
    expiresAt: until,
  } as const;
  await placeHold(tx, hold, books);
}

/** Gives the shop what is still held back of an order. The amount; nothing when it was given before. */
export async function releaseProceeds(tx: Tx, orderId: Order['id']): Promise<bigint> {
  const released = await resolveHolds(tx, [{ kind: 'sale', subjectId: orderId }], { state: 'VOIDED' });
  return released.reduce((sum, hold) => sum + hold.amountMinor, 0n);
}
