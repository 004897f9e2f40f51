import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type CardId, type OrderId, type PaymentId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { openOrder } from '../orders/change.ts';
import { HoldExpiredError, requireAction, type OrderStates } from '../orders/rules.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { charge } from './charge.ts';
import { requireNoOpenPayment } from './open.ts';
import { recordPayment } from './record.ts';
import { AlreadyPaidError, CardExpiredError, isExpired, nextAsk } from './rules.ts';
import { cards, payments, type Card } from './tables.ts';

const Pay = z.object({ idempotencyKey });

export interface PayOrder {
  readonly orderId: OrderId;
  /** The payer's default card when it is not given. */
  readonly cardId?: CardId | null | undefined;
  readonly idempotencyKey: string;
}

/**
 * Pays an order with a card. The payment is committed before the provider is called, and no transaction is open during
 * the call: whatever dies in between, the payment is there to be asked about.
 */
export async function payOrder(ctx: Ctx, input: PayOrder): Promise<PaymentId> {
  requirePerson(ctx);
  const fields = parseInput(Pay, input);
  let isNew = false;
  const { paymentId } = await transact(ctx, (tx) => {
    isNew = false;
    return once(tx, { name: 'orderPay', key: fields.idempotencyKey, input }, async () => {
      isNew = true;
      return { paymentId: await begin(tx, input) };
    });
  });
  if (isNew) await charge(ctx, paymentId);
  return paymentId;
}

async function begin(tx: Tx, input: PayOrder): Promise<PaymentId> {
  const { order, role } = await openOrder(tx, input.orderId);
  requirePayable(order, role, tx.now());
  await requireNoOpenPayment(tx, order.id);
  const card = await chosenCard(tx, input.cardId ?? null);
  const id = newId<'payment'>();
  const payment = { id, orderId: order.id, personId: order.personId, businessId: order.businessId };
  await tx.db.insert(payments).values({
    ...payment,
    cardId: card.id,
    currency: order.currency,
    amountMinor: order.totalMinor,
    createdAt: tx.now(),
    updatedAt: tx.now(),
  });
  await tx.app.jobs.enqueue(tx, 'payment.reconcile', { paymentId: id }, nextAsk(tx.now(), tx.now()));
  await recordPayment(tx, 'payment.created', payment);
  return id;
}

function requirePayable(
  order: OrderStates & { readonly holdExpiresAt: Date | null },
  role: Parameters<typeof requireAction>[2],
  now: Date,
): void {
  if (role === 'CUSTOMER' && order.paymentState === 'PAID') throw new AlreadyPaidError();
  if (order.state === 'EXPIRED' || (order.holdExpiresAt && order.holdExpiresAt <= now)) {
    throw new HoldExpiredError('The stock held for this order was given back: order again.', ['orderId']);
  }
  requireAction(order, 'pay', role);
}

async function chosenCard(tx: Tx, cardId: CardId | null): Promise<Card> {
  const { personId } = requirePerson(tx);
  const which = cardId ? eq(cards.id, cardId) : eq(cards.isDefault, true);
  const [card] = await tx.db
    .select()
    .from(cards)
    .where(and(eq(cards.personId, personId), isNull(cards.removedAt), which));
  if (!card) throw new NotFoundError(cardId ? 'card' : 'default card: register one or name one', ['cardId']);
  if (isExpired(card, tx.now())) throw new CardExpiredError(['cardId']);
  return card;
}
