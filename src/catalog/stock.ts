import type { Tx } from '../context.ts';
import type { OrderId, ProductId } from '../db/id.ts';
import { InsufficientStockError } from './rules.ts';

export interface Quantity {
  readonly productId: ProductId;
  readonly quantity: number;
}

/**
 * Takes what an order wants out of the free stock, all or nothing, in one guarded statement. Whoever comes second finds
 * the rows as the first one left them, because the rows are locked in the order of the products.
 */
export async function holdStock(tx: Tx, orderId: OrderId, wanted: readonly Quantity[]): Promise<void> {
  const ids = wanted.map((one) => one.productId);
  const quantities = wanted.map((one) => one.quantity);
  const locked = await tx.sql<{ product_id: ProductId; tracked: boolean; free: bigint }[]>`
    /* stock_lock */
    select product_id, tracked, free from stock where product_id = any(${ids}) order by product_id for no key update`;
  const rows = new Map(locked.map((row) => [row.product_id, row]));
  for (const { productId, quantity } of wanted) {
    const row = rows.get(productId);
    const available = row ? Number(row.free) : 0;
    if (!row || (row.tracked && available < quantity)) {
      throw new InsufficientStockError({ productId, requested: quantity, available }, ['cartId']);
    }
  }
  await tx.sql`
    /* stock_hold */
    with wanted as (select * from unnest(${ids}::uuid[], ${quantities}::bigint[]) as w (product_id, quantity)),
    held as (
      update stock s set held = held + w.quantity,
        -- What never runs out is received as it is sold, so that the counts stay true.
        received = received + case when tracked then 0 else w.quantity end
      from wanted w where s.product_id = w.product_id
    )
    insert into stock_holds (order_id, product_id, quantity) select ${orderId}, product_id, quantity from wanted`;
}

/** Turns what is held for an order into a sale. */
export async function sellHeldStock(tx: Tx, orderId: OrderId): Promise<void> {
  await lockHeldStock(tx, orderId);
  await tx.sql`
    /* stock_sell */
    with ended as (
      update stock_holds set state = 'SOLD' where order_id = ${orderId} and state = 'HELD' returning product_id, quantity
    )
    update stock s set held = held - e.quantity, sold = sold + e.quantity from ended e where s.product_id = e.product_id`;
}

/** Gives back what an order held or, when it had been paid, what it had bought. */
export async function releaseStock(tx: Tx, orderId: OrderId): Promise<void> {
  await lockHeldStock(tx, orderId);
  await tx.sql`
    /* stock_release */
    with before as (
      select product_id, quantity, state from stock_holds where order_id = ${orderId} and state <> 'RELEASED'
    ), ended as (
      update stock_holds set state = 'RELEASED' where order_id = ${orderId} and state <> 'RELEASED'
    )
    update stock s set
      held = held - case when b.state = 'HELD' then b.quantity else 0 end,
      sold = sold - case when b.state = 'SOLD' then b.quantity else 0 end,
      received = received - case when tracked then 0 else b.quantity end
    from before b where s.product_id = b.product_id`;
}

/** Locks the stock that an order holds, before whatever comes after it in the house's order of locks. */
export async function lockHeldStock(tx: Tx, orderId: OrderId): Promise<void> {
  await tx.sql`
    /* stock_lock_held */
    select from stock where product_id in (select product_id from stock_holds where order_id = ${orderId})
    order by product_id for no key update`;
}
