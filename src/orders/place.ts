import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { checkVersion, lockCart } from '../carts/lock.ts';
import { cartsByIds, pricedLines, type Cart, type PricedCartLine } from '../carts/read.ts';
import { closeCart } from '../carts/record.ts';
import { CartEmptyError } from '../carts/rules.ts';
import { personsChannel, shortage, type SalesChannel } from '../catalog/rules.ts';
import { holdStock } from '../catalog/stock.ts';
import { requireChannel } from '../channels/require-channel.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { requireUnblocked, takeSeat } from '../conversations/access.ts';
import { appendMessage } from '../conversations/append.ts';
import { conversationWithBusiness } from '../conversations/start.ts';
import { once } from '../db/idempotency.ts';
import { newId, type CartId, type ConversationId, type OrderId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { feeRuleOf } from '../fees/read.ts';
import { saleFee } from '../fees/rules.ts';
import { requireFeatures } from '../markets/require-feature.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import { addTransition, recordOrder } from './change.ts';
import { holdExpiry, totals } from './rules.ts';
import { orderLines, orders, type Address } from './tables.ts';

const Place = z.object({
  idempotencyKey,
  note: humanText(500).nullish(),
  address: z
    .object({
      name: humanText(80),
      line1: humanText(120),
      line2: humanText(120).nullish(),
      city: humanText(80),
      region: humanText(80).nullish(),
      postalCode: humanText(16).nullish(),
      country: z.string().regex(/^[A-Z]{2}$/, 'A country is its two-letter code, such as IN.'),
    })
    .nullish(),
});

export interface PlaceOrder {
  readonly cartId: CartId;
  readonly expectedVersion?: number | null | undefined;
  readonly address?: z.input<typeof Place>['address'];
  readonly note?: string | null | undefined;
  /** Where the cart came from: every line has to be sold there. The chat when left out. */
  readonly channel?: SalesChannel | null | undefined;
  readonly idempotencyKey: string;
}

/** Makes the caller's cart an order: prices frozen, stock held for a while, the order card put into the chat. */
export async function placeOrder(ctx: Ctx, input: PlaceOrder): Promise<OrderId> {
  requirePerson(ctx);
  const fields = parseInput(Place, input);
  const { orderId } = await transact(ctx, (tx) =>
    once(tx, { name: 'orderPlace', key: fields.idempotencyKey, input }, async () => {
      const id = await place(tx, input, {
        channel: personsChannel(input.channel),
        note: fields.note ?? null,
        address: addressOf(fields.address),
      });
      return { orderId: id };
    }),
  );
  return orderId;
}

async function place(
  tx: Tx,
  input: PlaceOrder,
  extras: { channel: SalesChannel; note: string | null; address: Address | null },
): Promise<OrderId> {
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

/**
 * The caller's own cart and their chat with its shop, both locked, the chat first as everywhere. Only the customer
 * orders: staff may fill the cart but not spend the customer's money.
 */
async function lockOwnCart(tx: Tx, cartId: CartId): Promise<{ conversationId: ConversationId; cart: Cart }> {
  const { personId: me } = requirePerson(tx);
  const [found] = await cartsByIds(tx, [cartId]);
  if (found?.personId !== me) throw new NotFoundError('cart', ['cartId']);
  const conversationId = await conversationWithBusiness(tx, me, found.businessId);
  requireUnblocked(await takeSeat(tx, conversationId, { lock: true }));
  return { conversationId, cart: await lockCart(tx, cartId) };
}

/** Who withdraws one of the products, or changes its price, waits for the commit or has been first. */
async function lockProducts(tx: Tx, cartId: CartId): Promise<void> {
  await tx.sql`
    /* order_lock_products */
    select from products where id in (select product_id from cart_lines where cart_id = ${cartId}) order by id for share`;
}

function requireSellable(lines: readonly PricedCartLine[], channel: SalesChannel): void {
  if (lines.length === 0) throw new CartEmptyError();
  for (const line of lines) {
    const reason = shortage(line.product, line.quantity, ['cartId'], channel);
    if (reason) throw reason;
  }
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

function addressOf(given: z.output<typeof Place>['address']): Address | null {
  if (!given) return null;
  return {
    ...given,
    line2: given.line2 ?? null,
    region: given.region ?? null,
    postalCode: given.postalCode ?? null,
  };
}
