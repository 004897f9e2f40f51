import { eq } from 'drizzle-orm';
import { checkVersion } from '../carts/lock.ts';
import { pricedLines, type PricedCartLine } from '../carts/read.ts';
import { closeCart } from '../carts/record.ts';
import { holdStock } from '../catalog/stock.ts';
import { requireChannel } from '../channels/require-channel.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { appendMessage } from '../conversations/append.ts';
import { once } from '../db/idempotency.ts';
import { newId, type OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { feeRuleOf } from '../fees/read.ts';
import { saleFee } from '../fees/rules.ts';
import { requireFeatures } from '../markets/require-feature.ts';
import { addTransition, recordOrder } from './change.ts';
import { lockOwnCart, lockProducts, requireSellable } from './checkout.ts';
import { readPlaceOrder, type OrderExtras, type PlaceOrder } from './place-input.ts';
import { holdExpiry, totals } from './rules.ts';
import { orderLines, orders } from './tables.ts';

/** Makes the caller's cart an order: prices frozen, stock held for a while, the order card put into the chat. */
export async function placeOrder(ctx: Ctx, input: PlaceOrder): Promise<OrderId> {
  requirePerson(ctx);
  const { idempotencyKey: key, extras } = readPlaceOrder(input);
  const { orderId } = await transact(ctx, (tx) =>
    once(tx, { name: 'orderPlace', key, input }, async () => ({ orderId: await place(tx, input, extras) })),
  );
  return orderId;
}

async function place(tx: Tx, input: PlaceOrder, extras: OrderExtras): Promise<OrderId> {
  const { personId: me } = requirePerson(tx);
  const { conversationId, cart } = await lockOwnCart(tx, input.cartId);
  checkVersion(cart, input.expectedVersion);
  const { businessId, currency } = cart;
  const [fee] = await Promise.all([
    feeRuleOf(tx, businessId, 'SALE'),
    requireFeatures(tx, { market: { businessId }, user: me, path: ['cartId'] }, ['CART']),
  ]);
  const { channel } = extras;
  await requireChannel(tx, { businessId, user: me, channel });
  await lockProducts(tx, cart.id);
  const lines = await pricedLines(tx, cart.id);
  requireSellable(lines, channel);
  const orderId = newId<'order'>();
  const holdExpiresAt = holdExpiry(tx.now());
  const sums = totals(lines);
  await tx.db.insert(orders).values({
    id: orderId,
    personId: me,
    businessId,
    conversationId,
    cartId: cart.id,
    currency,
    ...sums,
    feeRuleId: fee?.id ?? null,
    feeMinor: saleFee(fee, sums.totalMinor),
    ...extras,
    holdExpiresAt,
    placedAt: tx.now(),
    updatedAt: tx.now(),
  });
  await tx.db.insert(orderLines).values(lines.map((line, index) => lineRow(orderId, line, index + 1)));
  await holdStock(
    tx,
    orderId,
    lines.map((line) => ({ productId: line.product.id, quantity: line.quantity })),
  );
  await closeCart(tx, cart);
  await addTransition(tx, orderId, 'place', null);
  const card = await appendMessage(tx, {
    conversationId,
    sides: [me, businessId],
    sender: { kind: 'PERSON', partyId: me, personId: me },
    content: { type: 'order', orderId },
  });
  await tx.db.update(orders).set({ cardMessageId: card.id }).where(eq(orders.id, orderId));
  await appendMessage(tx, {
    conversationId,
    sides: [me, businessId],
    sender: { kind: 'BUSINESS', partyId: businessId, personId: null },
    content: { type: 'notice', code: 'ORDER_PLACED', orderId },
  });
  await tx.app.jobs.enqueue(tx, 'order.expire', { orderId }, holdExpiresAt);
  await recordOrder(tx, 'order.placed', { id: orderId, personId: me, businessId });
  return orderId;
}

function lineRow(orderId: OrderId, line: PricedCartLine, position: number): typeof orderLines.$inferInsert {
  const { product, quantity, unitPriceMinor, totalMinor } = line;
  const { id: productId, name, sku, unit, currency } = product;
  return {
    id: newId(),
    orderId,
    position,
    productId,
    name,
    sku,
    unit,
    quantity,
    currency,
    unitPriceMinor,
    totalMinor,
  };
}
