import { z } from 'zod';
import { lockHeldStock } from '../catalog/stock.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { onceForGood } from '../db/idempotency.ts';
import type { CardId, OrderId, PaymentId } from '../db/id.ts';
import { available, openBooks } from '../ledger/books.ts';
import { requireFeatures } from '../markets/require-feature.ts';
import type { Feature } from '../markets/rules.ts';
import { openOrder } from '../orders/change.ts';
import { orderPayableInCash } from '../orders/paid.ts';
import { HoldExpiredError, requireAction, type OrderRole, type OrderStates } from '../orders/rules.ts';
import type { Order } from '../orders/read.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { beginPayment, chosenCard } from './begin.ts';
import { charge } from './charge.ts';
import { requireNoOpenPayment } from './open.ts';
import { AlreadyPaidError, type PaymentMethod } from './rules.ts';
import { succeed } from './succeed.ts';
import type { Payment } from './tables.ts';

const Pay = z.object({ idempotencyKey });

export interface PayOrder {
  readonly orderId: OrderId;
  /** CARD when it is not given. BALANCE_AND_CARD takes the balance first and the rest from the card. */
  readonly method?: PaymentMethod | null | undefined;
  /** The payer's default card when it is not given. */
  readonly cardId?: CardId | null | undefined;
  readonly idempotencyKey: string;
}

/**
 * Pays an order. What a card pays is committed before the provider is called, and no transaction is open during the
 * call: whatever dies in between, the payment is there to be asked about. What the balance pays is paid at once.
 */
export async function payOrder(ctx: Ctx, input: PayOrder): Promise<PaymentId> {
  requirePerson(ctx);
  const fields = parseInput(Pay, input);
  const command = { name: 'orderPay', key: fields.idempotencyKey, input };
  let begun: Payment | null = null;
  const { paymentId } = await onceForGood(ctx, command, async (tx) => {
    begun = await begin(tx, input);
    return { paymentId: begun.id };
  });
  if (begun) await charge(ctx, paymentId);
  return paymentId;
}

async function begin(tx: Tx, input: PayOrder): Promise<Payment> {
  const { order, role } = await openOrder(tx, input.orderId);
  requirePayable(order, role, tx.now());
  await requireNoOpenPayment(tx, order.id);
  const parts = await partsOf(tx, order, input);
  const payment = await beginPayment(tx, {
    purpose: 'ORDER',
    order,
    currency: order.currency,
    amountMinor: order.totalMinor,
    ...parts,
  });
  if (payment.method === 'BALANCE') await succeed(tx, payment, { order, chargeRef: null });
  if (payment.method === 'CASH_ON_DELIVERY') await orderPayableInCash(tx, order);
  return payment;
}

const NEEDS: Readonly<Record<PaymentMethod, readonly Feature[]>> = {
  CARD: ['CARD_PAYMENT'],
  BALANCE: ['WALLET'],
  BALANCE_AND_CARD: ['WALLET', 'CARD_PAYMENT'],
  CASH_ON_DELIVERY: ['CASH_ON_DELIVERY'],
};

/** Which part of an order's total comes from the wallet, and which card pays the rest. */
async function partsOf(
  tx: Tx,
  order: Order,
  { method: wanted, cardId = null }: PayOrder,
): Promise<{ walletMinor: bigint; cardId: CardId | null }> {
  const method = wanted ?? 'CARD';
  await requireFeatures(
    tx,
    { market: { businessId: order.businessId }, user: order.personId, path: ['method'] },
    NEEDS[method],
  );
  // A card that is named must be the caller's, also when it is not needed.
  const named = cardId ? await chosenCard(tx, cardId) : null;
  const chosen = async () => named ?? (await chosenCard(tx, null));
  switch (method) {
    case 'CARD':
      return { walletMinor: 0n, cardId: (await chosen()).id };
    case 'BALANCE':
      return { walletMinor: order.totalMinor, cardId: null };
    case 'BALANCE_AND_CARD': {
      // The stock first, in the house's order of locks: what the balance covers is sold in this transaction. Without
      // the lock somebody else could spend meanwhile what this decides by.
      await lockHeldStock(tx, order.id);
      const spendable = await lockedBalanceOf(tx, order);
      if (spendable >= order.totalMinor) return { walletMinor: order.totalMinor, cardId: null };
      return { walletMinor: spendable, cardId: (await chosen()).id };
    }
    case 'CASH_ON_DELIVERY':
      return { walletMinor: 0n, cardId: null };
  }
}

async function lockedBalanceOf(tx: Tx, { personId, currency }: Order): Promise<bigint> {
  const wallet = { kind: 'WALLET', ownerId: personId } as const;
  return available((await openBooks(tx, currency, [wallet])).account(wallet));
}

function requirePayable(
  order: OrderStates & { readonly holdExpiresAt: Date | null },
  role: OrderRole,
  now: Date,
): void {
  if (role === 'CUSTOMER' && order.paymentState === 'PAID') throw new AlreadyPaidError();
  if (order.state === 'EXPIRED' || (order.holdExpiresAt && order.holdExpiresAt <= now)) {
    throw new HoldExpiredError('The stock held for this order was given back: order again.', ['orderId']);
  }
  requireAction(order, 'pay', role);
}
