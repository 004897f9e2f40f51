/** A rule that always holds, as a query for the rows that break it. `fact` says in a row's words what is wrong. */
export interface Check {
  /** The number of the invariant in docs/invariants.md. */
  readonly invariant: 1 | 2 | 3 | 4 | 5;
  readonly rule: string;
  readonly sql: string;
}

/** All events: those in the log and those that are still to be stamped. */
const EVENTS = `(select type, subject_id, sequence from event_log union all select type, subject_id, sequence from outbox) events`;

export const CHECKS: readonly Check[] = [
  {
    invariant: 1,
    rule: 'A strict account equals the sum of its postings.',
    sql: `
      select a.id::text as id, format('balance %s, postings %s', a.balance_minor, coalesce(p.sum, 0)) as fact
      from ledger_accounts a left join (
        select account_id, sum(amount) as sum from (
          select credit_account_id as account_id, amount_minor as amount from ledger_postings
          union all select debit_account_id, -amount_minor from ledger_postings
        ) moves group by account_id
      ) p on p.account_id = a.id
      where a.strict and a.balance_minor <> coalesce(p.sum, 0)`,
  },
  {
    invariant: 1,
    rule: 'No strict account is below what is held of it.',
    sql: `
      select id::text as id, format('balance %s, held %s', balance_minor, held_minor) as fact
      from ledger_accounts where strict and balance_minor < held_minor`,
  },
  {
    invariant: 1,
    rule: 'Every journal has postings.',
    sql: `
      select j.id::text as id, 'a journal without postings' as fact
      from ledger_journals j where not exists (select from ledger_postings p where p.journal_id = j.id)`,
  },
  {
    invariant: 1,
    rule: 'Both accounts of a posting are in its currency.',
    sql: `
      select p.id::text as id, format('%s from %s to %s', p.currency, d.currency, c.currency) as fact
      from ledger_postings p
      left join ledger_accounts d on d.id = p.debit_account_id left join ledger_accounts c on c.id = p.credit_account_id
      where d.currency is distinct from p.currency or c.currency is distinct from p.currency`,
  },
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
      where (o.payment_state = 'UNPAID') <> (p.count = 0) or p.count > 1
         or (p.count = 1 and p.sum <> o.total_minor)`,
  },
  {
    invariant: 4,
    rule: 'Every succeeded payment is booked once, for its amount.',
    sql: `
      select p.id::text as id, format('payment of %s booked as %s', p.amount_minor, coalesce(b.sum, 0)) as fact
      from payments p left join lateral (
        select sum(l.amount_minor) as sum from ledger_journals j join ledger_postings l on l.journal_id = j.id
        where j.kind = 'sale' and j.subject_id = p.id
      ) b on true
      where (p.state = 'SUCCEEDED' and b.sum is distinct from p.amount_minor)
         or (p.state <> 'SUCCEEDED' and b.sum is not null)`,
  },
  {
    invariant: 4,
    rule: 'No refund exceeds its payment, and each one that went through is booked once.',
    sql: `
      select p.id::text as id, format('paid %s, refunded %s, booked %s', p.amount_minor, r.sum, r.booked) as fact
      from payments p join lateral (
        select sum(r.amount_minor) filter (where r.state <> 'FAILED') as sum,
               coalesce(sum(r.amount_minor) filter (where r.state = 'SUCCEEDED'), 0) as succeeded,
               coalesce((select sum(l.amount_minor) from ledger_journals j
                         join ledger_postings l on l.journal_id = j.id join refunds own on own.id = j.subject_id
                         where j.kind = 'refund' and own.payment_id = p.id), 0) as booked
        from refunds r where r.payment_id = p.id
      ) r on true
      where r.sum > p.amount_minor or r.succeeded <> r.booked`,
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
  {
    invariant: 5,
    rule: 'Positions in the event log are dense up to its head.',
    sql: `
      select h.position::text as id, format('%s events up to position %s, the last one %s', l.count, h.position, l.last) as fact
      from event_log_head h cross join lateral (
        select count(*) as count, coalesce(max(position), 0) as last, coalesce(min(position), 1) as first from event_log
      ) l where l.last <> h.position or l.count <> l.last - l.first + 1`,
  },
  {
    invariant: 5,
    rule: "A subject's events are numbered without a gap.",
    sql: `
      select e.subject_id::text as id, format('%s events, numbered %s to %s, counted %s', e.count, e.first, e.last, s.sequence) as fact
      from (
        select subject_id, count(*) as count, min(sequence) as first, max(sequence) as last
        from ${EVENTS}
        group by subject_id
      ) e left join event_subjects s on s.subject_id = e.subject_id
      where e.first <> 1 or e.last <> e.count or s.sequence is distinct from e.last`,
  },
  {
    invariant: 5,
    rule: 'Messages of a conversation are numbered without a gap.',
    sql: `
      select c.id::text as id, format('last %s, %s messages up to %s', c.last_sequence, m.count, m.last) as fact
      from conversations c cross join lateral (
        select count(*) as count, coalesce(max(sequence), 0) as last from messages where conversation_id = c.id
      ) m where c.last_sequence <> m.last or m.count <> m.last`,
  },
  {
    invariant: 5,
    rule: 'Every message has its event, and every such event its message.',
    sql: `
      select coalesce(c.id, e.subject_id)::text as id,
             format('%s messages, %s message.sent events', coalesce(c.last_sequence, 0), coalesce(e.count, 0)) as fact
      from conversations c full join (
        select subject_id, count(*) as count from ${EVENTS} where type = 'message.sent' group by subject_id
      ) e on e.subject_id = c.id
      where coalesce(e.count, 0) is distinct from c.last_sequence`,
  },
  {
    invariant: 5,
    rule: 'The events of an order are its timeline.',
    sql: `
      select coalesce(t.id, e.id)::text as id, format('%s in the timeline: %s, in the events: %s', coalesce(t.type, e.type),
                                                      coalesce(t.count, 0), coalesce(e.count, 0)) as fact
      from (
        select order_id as id, 'order.' || case action
          when 'place' then 'placed' when 'pay' then 'paid' when 'ship' then 'shipped' when 'cancel' then 'cancelled'
          when 'confirm' then 'confirmed' when 'deliver' then 'delivered' when 'refund' then 'refunded'
          else action || 'd' end as type, count(*) as count
        from order_transitions group by order_id, action
      ) t full join (
        select subject_id as id, type, count(*) as count from ${EVENTS} where type like 'order.%' group by subject_id, type
      ) e on e.id = t.id and e.type = t.type
      where t.count is distinct from e.count
      union all
      select id::text, format('order %s was never placed', number) from orders o
      where not exists (select from order_transitions where order_id = o.id and action = 'place')`,
  },
  {
    invariant: 5,
    rule: 'Every succeeded payment has its event, and every such event its payment.',
    sql: `
      select coalesce(p.id, e.id)::text as id, format('payment is %s, payment.succeeded events: %s', p.state, coalesce(e.count, 0)) as fact
      from (select id, state from payments where state = 'SUCCEEDED') p full join (
        select subject_id as id, count(*) as count from ${EVENTS} where type = 'payment.succeeded' group by subject_id
      ) e on e.id = p.id
      where p.id is null or e.count is distinct from 1`,
  },
];
