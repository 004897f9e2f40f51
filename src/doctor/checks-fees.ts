import type { Check } from './check.ts';

/** What businesses were charged, and what was counted for it. */
export const FEE_CHECKS: readonly Check[] = [
  {
    invariant: 4,
    rule: 'Every fee that was booked is charged to its business, to the minor unit, and nothing else is.',
    sql: `
      select coalesce(b.journal_id, c.journal_id)::text as id,
             format('booked %s, charged %s', coalesce(b.amount, 0), coalesce(c.amount, 0)) as fact
      from (
        select j.id as journal_id, case when t.kind = 'PLATFORM_FEES' then d.owner_id else t.owner_id end as business_id,
               p.currency, sum(case when t.kind = 'PLATFORM_FEES' then p.amount_minor else -p.amount_minor end) as amount
        from ledger_journals j join ledger_postings p on p.journal_id = j.id
        join ledger_accounts d on d.id = p.debit_account_id join ledger_accounts t on t.id = p.credit_account_id
        where j.kind in ('sale', 'refund', 'fee') and 'PLATFORM_FEES' in (d.kind, t.kind) group by 1, 2, 3
      ) b full join (
        select journal_id, business_id, currency, sum(amount_minor) as amount from fee_charges
        where journal_id is not null group by 1, 2, 3
      ) c using (journal_id, business_id, currency)
      where b.amount is distinct from c.amount`,
  },
  {
    invariant: 4,
    rule: 'A charge is of something that its business did, and has the journal of it unless it was free.',
    sql: `
      select c.id::text as id, format('%s of %s for %s, booked as %s', c.service, c.amount_minor, c.subject_id,
                                      coalesce(j.kind, 'nothing')) as fact
      from fee_charges c
      left join ledger_journals j on j.id = c.journal_id
      left join payments p on c.service = 'SALE' and c.amount_minor > 0 and p.id::text = c.subject_id
      left join refunds r on c.service = 'SALE' and c.amount_minor < 0 and r.id::text = c.subject_id
      left join payments back on back.id = r.payment_id
      where case
        when c.amount_minor = 0 then c.journal_id is not null
        when c.service = 'SALE' then coalesce(p.business_id, back.business_id) is distinct from c.business_id
          or j.kind is distinct from case when c.amount_minor > 0 then 'sale' else 'refund' end
        else j.kind is distinct from 'fee' or j.subject_id <> c.id
      end`,
  },
  {
    invariant: 4,
    rule: 'Every charge is by a rule of its service, and costs what the rule said.',
    sql: `
      select c.id::text as id, format('%s %s for %s, by a rule of %s', c.quantity, c.service, c.amount_minor, r.service) as fact
      from fee_charges c join fee_rules r on r.id = c.rule_id join businesses b on b.id = c.business_id
      where r.service <> c.service or r.country <> b.country or r.effective_from > c.charged_at
         or (c.service = 'SUBSCRIPTION' and c.amount_minor <> r.fixed_minor)
         or (c.service like 'MESSAGE_%'
             and c.amount_minor <> case when c.subject_id like '% free %' then 0 else c.quantity * r.fixed_minor end)`,
  },
  {
    invariant: 4,
    rule: 'A charge stands in a month, in the currency of its business, and a month of a plan is its own.',
    sql: `
      select c.id::text as id, format('%s in %s, of %s, for %s', c.currency, c.period, c.charged_at, c.subject_id) as fact
      from fee_charges c join businesses b on b.id = c.business_id join markets m on m.country = b.country
      where c.currency <> b.currency or extract(day from c.period) <> 1
         or c.period > (c.charged_at at time zone m.time_zone)::date
         or (c.service = 'SUBSCRIPTION' and c.subject_id not like c.business_id || ':____-__-01')`,
  },
  {
    invariant: 4,
    rule: 'A charge for messages is for as many as were counted for it.',
    sql: `
      select coalesce(c.id, u.charge_id)::text as id,
             format('%s %s charged, %s counted', coalesce(c.quantity, 0), coalesce(c.service, u.service), coalesce(u.count, 0)) as fact
      from (select * from fee_charges where service like 'MESSAGE_%') c
      full join (
        select charge_id, business_id, 'MESSAGE_' || category as service, count(*) as count from message_usage
        where charge_id is not null group by 1, 2, 3
      ) u on u.charge_id = c.id and u.business_id = c.business_id and u.service = c.service
      where c.quantity is distinct from u.count`,
  },
  {
    // Those from before messages were counted at all are not asked for.
    invariant: 4,
    rule: 'What shops write in everyday chats is counted for them, and nothing else is.',
    sql: `
      select m.id::text as id, format('of %s at %s, counted for %s at %s', m.sender_party_id, m.sent_at, u.business_id,
                                      u.sent_at) as fact
      from messages m join conversations c on c.id = m.conversation_id left join message_usage u on u.message_id = m.id
      where case
        when u.message_id is not null
          then m.sender_kind <> 'BUSINESS' or m.sender_party_id <> u.business_id or m.sent_at <> u.sent_at
            or c.ticket_id is not null
        else m.sender_kind = 'BUSINESS' and c.ticket_id is null and m.sent_at > (select min(sent_at) from message_usage)
      end`,
  },
  {
    invariant: 4,
    rule: 'A plan was chosen before its first month began.',
    sql: `
      select p.business_id::text as id, format('%s from %s, chosen at %s', p.plan, p.from_period, p.created_at) as fact
      from business_plans p join businesses b on b.id = p.business_id join markets m on m.country = b.country
      where p.created_at >= p.from_period::timestamp at time zone m.time_zone`,
  },
];
