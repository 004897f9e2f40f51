import type { Tx } from '../context.ts';
import { placeHold, resolveHolds } from '../ledger/hold.ts';
import type { Order } from '../orders/read.ts';

type Sold = Pick<Order, 'id' | 'businessId' | 'currency'>;

/**
 * What a shop earned with an order is held back until the order is complete, or for some days at most: as long as it
 * may have to go back, it can't be paid out.
 */
export async function holdProceeds(
  tx: Tx,
  order: Sold,
  amountMinor: bigint,
  until: Date | null,
): Promise<void> {
  if (amountMinor <= 0n) return;
  await placeHold(tx, {
    account: { kind: 'BUSINESS_BALANCE', ownerId: order.businessId },
    currency: order.currency,
    amountMinor,
    kind: 'sale',
    subjectId: order.id,
    expiresAt: until,
  });
}

/** Gives the shop what is still held back of an order. The amount; nothing when it was given before. */
export async function releaseProceeds(tx: Tx, orderId: Order['id']): Promise<bigint> {
  const released = await resolveHolds(tx, [{ kind: 'sale', subjectId: orderId }], { state: 'VOIDED' });
  return released.reduce((sum, hold) => sum + hold.amountMinor, 0n);
}
