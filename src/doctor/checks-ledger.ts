import type { Check } from './check.ts';

/** Each posting twice: once for each of its accounts, with what it added there and the balance that it left. */
const MOVES = `(
  select id, credit_account_id as account_id, amount_minor as amount, credit_balance_minor as balance from ledger_postings
  union all select id, debit_account_id, -amount_minor, debit_balance_minor from ledger_postings) moves`;

/**
 * Of the ledger by itself. That all balances of a currency come to nothing follows: each posting takes from one account
 * what it gives to the other, and every balance is shown to be the sum of its postings.
 */
export const LEDGER_CHECKS: readonly Check[] = [
  {
    invariant: 1,
    rule: 'A strict account equals the sum of its postings.',
    sql: `
      select a.id::text as id, format('balance %s, postings %s', a.balance_minor, coalesce(m.sum, 0)) as fact
      from ledger_accounts a left join (
        select account_id, sum(amount) as sum from ${MOVES} group by account_id
      ) m on m.account_id = a.id
      where a.strict and a.balance_minor <> coalesce(m.sum, 0)`,
  },
  {
    invariant: 1,
    rule: 'The balance of a deferred account, by its roll-up, equals the sum of its postings.',
    sql: `
      select a.id::text as id, format('%s balance %s, postings %s', a.kind, ledger_balance(a.id), coalesce(m.sum, 0)) as fact
      from ledger_accounts a left join (
        select account_id, sum(amount) as sum from ${MOVES} group by account_id
      ) m on m.account_id = a.id
      where not a.strict and (a.balance_minor <> 0 or ledger_balance(a.id) <> coalesce(m.sum, 0))`,
  },
  {
    invariant: 1,
    rule: 'Every posting says what it left on its strict accounts.',
    sql: `
      select id::text as id, format('%s on %s, then %s', before, amount, balance) as fact
      from (
        select m.id, m.amount, m.balance, a.strict,
               coalesce(lag(m.balance) over (partition by m.account_id order by m.id), 0) as before
        from ${MOVES.replace('moves', 'm')} join ledger_accounts a on a.id = m.account_id
      ) run
      where case when strict then balance is distinct from before + amount else balance is not null end`,
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
    rule: 'What is held of an account is the sum of its pending holds, and only strict ones have any.',
    sql: `
      select a.id::text as id, format('%s held %s, pending holds %s', a.kind, a.held_minor, coalesce(h.pending, 0)) as fact
      from ledger_accounts a left join (
        select account_id, sum(amount_minor) filter (where state = 'PENDING') as pending, true as any
        from ledger_holds group by account_id
      ) h on h.account_id = a.id
      where a.held_minor <> coalesce(h.pending, 0) or (h.any and not a.strict)`,
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
    invariant: 1,
    rule: 'The chain has no gap, and leaves no journal out.',
    sql: `
      select c.last::text as id, format('%s links, from %s to %s', c.count, c.first, c.last) as fact
      from (select count(*) as count, min(position) as first, max(position) as last from ledger_chain) c
      where c.count > 0 and (c.first <> 1 or c.last <> c.count)
      union all
      select j.id::text, 'a journal from before the watermark of the chain is not in it'
      from ledger_watermarks w join ledger_journals j on j.sealed_by < w.chained_from
      where w.cluster = ledger_cluster() and not exists (select from ledger_chain c where c.journal_id = j.id)`,
  },
  {
    invariant: 1,
    rule: 'The chain has the hash of every journal in it.',
    sql: `
      select c.journal_id::text as id, format('the journal or its postings were changed after it was chained at %s', c.position) as fact
      from (select position, journal_id, hash, lag(hash) over (order by position) as previous from ledger_chain) c
      where c.hash is distinct from ledger_link(c.previous, c.journal_id)`,
  },
  {
    invariant: 1,
    rule: 'Every published head is in the chain.',
    sql: `
      select h.position::text as id, format('head of %s is %s, the chain has %s', h.day, h.hash, c.hash) as fact
      from ledger_heads h left join ledger_chain c on c.position = h.position
      where c.hash is distinct from h.hash`,
  },
];
