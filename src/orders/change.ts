import { eq, sql } from 'drizzle-orm';
import { roleIn } from '../businesses/staff.ts';
import { requireApp, requirePerson, viewerId, type Ctx, type Tx } from '../context.ts';
import { appendMessage, touchMessage } from '../conversations/append.ts';
import type { NoticeCode } from '../conversations/content.ts';
import type { OrderId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import { topic, type EventType } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { isGranted } from '../partners/grants.ts';
import type { OrderAction, OrderRole } from './rules.ts';
import { orderTransitions, orders, type Order } from './tables.ts';

/** An order locked until the commit, with its conversation, in the order of locks that the whole house keeps. */
export async function lockOrder(tx: Tx, orderId: OrderId): Promise<Order | null> {
  await tx.sql`
    /* order_lock_conversation */
    select from conversations where id = (select conversation_id from orders where id = ${orderId})
    for no key update`;
  const [order] = await tx.db.select().from(orders).where(eq(orders.id, orderId)).for('no key update');
  return order ?? null;
}

/** On which side of the order the caller stands; null for strangers. Who buys in their own shop is the customer. */
export async function orderRole(ctx: Ctx, order: Order): Promise<OrderRole | null> {
  if (ctx.actor.kind === 'system') return 'SYSTEM';
  if (ctx.actor.kind === 'app') {
    const grant = { appId: ctx.actor.appId, businessId: order.businessId, scope: 'WRITE_ORDERS' } as const;
    return (await isGranted(ctx, grant)) ? 'PARTNER' : null;
  }
  if (viewerId(ctx) === order.personId) return 'CUSTOMER';
  return (await roleIn(ctx, order.businessId)) ? 'BUSINESS' : null;
}

/** The order, locked, and the caller's side in it; for strangers there is no such order. */
export async function openOrder(tx: Tx, orderId: OrderId): Promise<{ order: Order; role: OrderRole }> {
  if (tx.actor.kind === 'app') requireApp(tx, 'WRITE_ORDERS');
  else if (tx.actor.kind !== 'system') requirePerson(tx);
  const order = await lockOrder(tx, orderId);
  const role = order && (await orderRole(tx, order));
  if (!order || !role) throw new NotFoundError('order', ['orderId']);
  return { order, role };
}

export interface OrderChange {
  readonly action: Exclude<OrderAction, 'place'>;
  readonly set: Partial<Pick<Order, 'state' | 'paymentState' | 'fulfillmentState' | 'holdExpiresAt'>>;
  readonly event: Extract<EventType, `order.${string}`>;
  /** Said in the chat; null when another message tells it, such as the payment's. */
  readonly notice: NoticeCode | null;
  readonly reason?: string | null;
}

/**
 * Moves a locked order on: its row, its timeline, the confirmation in the chat, the card there, the event. All of it
 * in the transaction that makes it true.
 */
export async function changeOrder(tx: Tx, order: Order, change: OrderChange): Promise<Order> {
  const [changed] = await tx.db
    .update(orders)
    .set({ ...change.set, updatedAt: tx.now() })
    .where(eq(orders.id, order.id))
    .returning();
  if (!changed) throw new NotFoundError('order', ['orderId']);
  await addTransition(tx, order.id, change.action, change.reason ?? null);
  if (change.notice) {
    await appendMessage(tx, {
      conversationId: order.conversationId,
      sides: [order.personId, order.businessId],
      sender: { kind: 'BUSINESS', partyId: order.businessId, personId: null },
      content: { type: 'notice', code: change.notice, orderId: order.id },
    });
  }
  if (order.cardMessageId) await touchMessage(tx, order.conversationId, order.cardMessageId);
  await recordOrder(tx, change.event, order);
  return changed;
}

export async function addTransition(
  tx: Tx,
  orderId: OrderId,
  action: OrderAction,
  reason: string | null,
): Promise<void> {
  await tx.db.insert(orderTransitions).values({
    orderId,
    sequence: sql`(select count(*) + 1 from ${orderTransitions} where ${orderTransitions.orderId} = ${orderId})`,
    action,
    personId: viewerId(tx),
    appId: tx.actor.kind === 'app' ? tx.actor.appId : null,
    reason,
    occurredAt: tx.now(),
  });
}

export async function recordOrder(
  tx: Tx,
  type: EventType,
  order: Pick<Order, 'id' | 'personId' | 'businessId'>,
): Promise<void> {
  await record(tx, {
    type,
    subjectId: order.id,
    topics: [topic.orders(order.personId), topic.orders(order.businessId)],
    payload: { orderId: order.id },
  });
}
