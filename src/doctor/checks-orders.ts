import type { Check } from './check.ts';

/** Of orders: what they total, and what they say of their money. */
export const ORDER_CHECKS: readonly Check[] = [
  {
    invariant: 3,
    rule: 'An order totals its lines, discount, shipping and tax.',
    sql: `
      select o.id::text as id, format('items %s, lines %s, total %s', o.items_minor, l.sum, o.total_minor) as fact
      from orders o cross join lateral (
        select coalesce(sum(total_minor), 0) as sum, bool_and(currency = o.currency) as one_currency
        from order_lines where order_id = o.id
      ) l
      where o.items_minor <> l.sum or l.one_currency is not true
         or o.total_minor <> o.items_minor - o.discount_minor + o.shipping_minor + o.tax_minor`,
  },
  {
    invariant: 4,
    rule: 'An order is paid exactly when one payment of its whole total succeeded.',
    sql: `
      select o.id::text as id, format('order %s is %s with %s succeeded payments of %s in all, total %s',
                                      o.number, o.payment_state, p.count, p.sum, o.total_minor) as fact
      from orders o cross join lateral (
        select count(*) as count, coalesce(sum(amount_minor), 0) as sum
        from payments where order_id = o.id and state = 'SUCCEEDED'
      ) p
      where (o.payment_state in ('UNPAID', 'AUTHORIZED')) <> (p.count = 0) or p.count > 1
         or (p.count = 1 and p.sum <> o.total_minor)`,
  },
  {
    invariant: 4,
    rule: 'An order says that money went back exactly as far as it did.',
    sql: `
      select o.id::text as id, format('order %s is %s, %s of %s went back', o.number, o.payment_state, r.sum, o.total_minor) as fact
      from orders o cross join lateral (
        select coalesce(sum(r.amount_minor), 0) as sum from refunds r join payments p on p.id = r.payment_id
        where p.order_id = o.id and r.state = 'SUCCEEDED'
      ) r
      where (o.payment_state = 'REFUNDED') <> (r.sum = o.total_minor)
         or (o.payment_state = 'PARTIALLY_REFUNDED') <> (0 < r.sum and r.sum < o.total_minor)`,
  },
];
