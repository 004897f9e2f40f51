import type { Check } from './check.ts';

/** Of shelves and what orders hold of them. */
export const STOCK_CHECKS: readonly Check[] = [
  {
    invariant: 2,
    rule: 'Stock is never negative: received = sold + held + free.',
    sql: `
      select product_id::text as id, format('received %s, sold %s, held %s, free %s', received, sold, held, free) as fact
      from stock where least(received, sold, held) < 0 or free <> received - sold - held or (tracked and free < 0)`,
  },
  {
    invariant: 2,
    rule: 'What a product says is held and sold is what the orders hold and bought.',
    sql: `
      select s.product_id::text as id,
             format('held %s by orders %s, sold %s by orders %s', s.held, h.held, s.sold, h.sold) as fact
      from stock s cross join lateral (
        select coalesce(sum(quantity) filter (where state = 'HELD'), 0) as held,
               coalesce(sum(quantity) filter (where state = 'SOLD'), 0) as sold
        from stock_holds where product_id = s.product_id
      ) h where s.held <> h.held or s.sold <> h.sold`,
  },
  {
    invariant: 2,
    rule: 'An order holds, has bought or has given back exactly what its lines say.',
    sql: `
      select o.id::text as id, format('order %s is %s and %s with holds %s', o.number, o.state, o.payment_state,
                                      array(select h.state from stock_holds h where h.order_id = o.id)) as fact
      from orders o
      where exists (
          select from (select product_id, quantity from order_lines where order_id = o.id) l
          full join (select product_id, quantity from stock_holds where order_id = o.id) h using (product_id)
          where h.quantity is distinct from l.quantity)
        or exists (
          select from stock_holds h where h.order_id = o.id and h.state <> case
            when o.state in ('CANCELLED', 'EXPIRED') then 'RELEASED'
            when o.payment_state = 'UNPAID' then 'HELD' else 'SOLD' end)`,
  },
];
