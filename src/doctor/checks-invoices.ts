import type { Check } from './check.ts';

/** Of invoices: what they come to, what is booked of them, and their numbers. */
export const INVOICE_CHECKS: readonly Check[] = [
  {
    invariant: 4,
    rule: 'An invoice comes to its lines, and each line to its charges.',
    sql: `
      select coalesce(l.invoice_id, c.invoice_id)::text as id,
             format('%s: a line of %s for %s, charges of %s for %s', coalesce(l.service, c.service), l.quantity,
                    l.amount_minor, c.quantity, c.amount_minor) as fact
      from invoice_lines l full join (
        select invoice_id, service, rule_id, amount_minor < 0 as is_credit, sum(quantity) as quantity,
               sum(amount_minor) as amount_minor
        from fee_charges where invoice_id is not null group by 1, 2, 3, 4
      ) c on c.invoice_id = l.invoice_id and c.service = l.service and c.rule_id is not distinct from l.rule_id
        and c.is_credit = l.is_credit
      where l.quantity is distinct from c.quantity or l.amount_minor is distinct from c.amount_minor
      union all
      select i.id::text, format('%s comes to %s, its lines to %s', i.number, i.subtotal_minor, l.sum)
      from invoices i cross join lateral (
        select sum(amount_minor) as sum from invoice_lines where invoice_id = i.id
      ) l
      where i.subtotal_minor is distinct from l.sum`,
  },
  {
    // Divided without its sign, so that what is given back is rounded like what is charged.
    invariant: 4,
    rule: 'The tax of an invoice is its rate of the subtotal, and its total is both.',
    sql: `
      select id::text, format('%s: %s, tax of %s hundredths of a percent %s, total %s', number, subtotal_minor,
                              tax_basis_points, tax_minor, total_minor) as fact
      from invoices
      where tax_minor <> sign(subtotal_minor) * div(abs(subtotal_minor)::numeric * tax_basis_points + 5000, 10000)
         or total_minor <> subtotal_minor + tax_minor`,
  },
  {
    invariant: 4,
    rule: 'The tax of every invoice is booked once, from its business to the state, and nothing else is.',
    sql: `
      select coalesce(i.id, b.journal_id)::text as id,
             format('tax %s, booked %s', coalesce(i.tax_minor, 0), coalesce(b.amount, 0)) as fact
      from (select * from invoices where tax_minor <> 0) i
      full join (
        select j.id as journal_id, j.kind, j.subject_id, p.currency,
               case when t.kind = 'TAX_PAYABLE' then d.owner_id else t.owner_id end as business_id,
               sum(case 'TAX_PAYABLE' when t.kind then p.amount_minor when d.kind then -p.amount_minor end) as amount,
               bool_and(case when t.kind = 'TAX_PAYABLE' then d.kind else t.kind end in ('BUSINESS_BALANCE', 'FEES_OWED')) as known
        from ledger_journals j join ledger_postings p on p.journal_id = j.id
        join ledger_accounts d on d.id = p.debit_account_id join ledger_accounts t on t.id = p.credit_account_id
        where j.kind = 'fee_tax' or 'TAX_PAYABLE' in (d.kind, t.kind) group by 1, 2, 3, 4, 5
      ) b on b.journal_id = i.tax_journal_id and b.subject_id = i.id and b.business_id = i.business_id
        and b.currency = i.currency and b.kind = 'fee_tax'
      where i.tax_minor is distinct from b.amount or not b.known`,
  },
  {
    invariant: 4,
    rule: 'Invoices are numbered from 1 without a gap, and the next number is that of none.',
    sql: `
      select id::text, format('%s is the number of invoice %s', number, place) as fact
      from (select id, number, row_number() over (order by number, id) as place from invoices) i where number <> place
      union all
      select '00000000-0000-0000-0000-000000000000', format('the next number is %s', (select next from invoice_counter))
      where (select next from invoice_counter) is distinct from (select count(*) + 1 from invoices)`,
  },
  {
    invariant: 4,
    rule: 'An invoice has charges of its own business, of its month and of earlier ones.',
    sql: `
      select c.id::text, format('of %s for %s, on invoice %s of %s for %s', c.business_id, c.period, i.number, i.business_id,
                                i.period) as fact
      from fee_charges c join invoices i on i.id = c.invoice_id
      where c.business_id <> i.business_id or c.period > i.period or c.currency <> i.currency`,
  },
];
