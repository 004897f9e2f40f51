import { bookedAs, PLATFORM_ID } from './bookings.ts';
import type { Check } from './check.ts';

const CLEARING = [`'PROVIDER_CLEARING'`, PLATFORM_ID] as const;
const FEES = [`'PLATFORM_FEES'`, PLATFORM_ID] as const;
const SENDER = [`'WALLET'`, 't.sender_id'] as const;
const RECIPIENT = [`'WALLET'`, 't.recipient_id'] as const;
const BUSINESS = [`'BUSINESS_BALANCE'`, 'o.business_id'] as const;

const TRANSFER = { subject: 't.id', currency: 't.currency' };
const PAYOUT = { subject: 'o.id', currency: 'o.currency', amount: 'o.amount_minor' };
const SENT = `from transfers t where t.state in ('SUCCEEDED', 'REVERSED')`;

/** Of what people send each other, of payouts, and of what is set aside meanwhile. */
export const WALLET_CHECKS: readonly Check[] = [
  {
    invariant: 4,
    rule: 'Every transfer that went through is booked once, and once back when it was reversed.',
    sql: bookedAs([
      {
        ...TRANSFER,
        journal: 'transfer',
        debit: CLEARING,
        credit: SENDER,
        amount: 't.card_minor',
        from: SENT,
      },
      {
        ...TRANSFER,
        journal: 'transfer',
        debit: SENDER,
        credit: RECIPIENT,
        amount: 't.amount_minor',
        from: SENT,
      },
      { ...TRANSFER, journal: 'transfer', debit: SENDER, credit: FEES, amount: 't.fee_minor', from: SENT },
      {
        ...TRANSFER,
        journal: 'transfer_reversal',
        debit: RECIPIENT,
        credit: SENDER,
        amount: 't.amount_minor',
        from: `from transfers t where t.state = 'REVERSED'`,
      },
    ]),
  },
  {
    invariant: 4,
    rule: 'A transfer is told to its recipient when the money has moved, and not before.',
    sql: `
      select id::text as id, format('%s, message %s', state, message_id) as fact
      from transfers where (state in ('SUCCEEDED', 'REVERSED')) <> (message_id is not null)`,
  },
  {
    invariant: 4,
    rule: 'The card part of a transfer was charged by its payment.',
    sql: `
      select t.id::text as id, format('transfer %s with %s by card, payment %s of %s for %s', t.state, t.card_minor, p.state,
                                      p.amount_minor, p.purpose) as fact
      from transfers t join payments p on p.id = t.payment_id
      where p.purpose <> 'TRANSFER' or p.amount_minor - p.wallet_minor <> t.card_minor or p.currency <> t.currency
         or p.person_id <> t.sender_id or (p.state = 'SUCCEEDED') <> (t.state in ('SUCCEEDED', 'REVERSED'))`,
  },
  {
    invariant: 4,
    rule: "What counts against a sender's limits is what they sent on the day.",
    sql: `
      select coalesce(d.person_id, t.sender_id)::text as id,
             format('%s of %s: counted %s, sent %s', coalesce(d.currency, t.currency), coalesce(d.day, t.counted_on),
                    coalesce(d.sent_minor, 0), coalesce(t.sum, 0)) as fact
      from transfer_days d full join (
        select sender_id, currency, counted_on, sum(amount_minor) as sum from transfers where state <> 'FAILED'
        group by sender_id, currency, counted_on
      ) t on t.sender_id = d.person_id and t.currency = d.currency and t.counted_on = d.day
      where coalesce(d.sent_minor, 0) <> coalesce(t.sum, 0)`,
  },
  {
    invariant: 4,
    rule: 'A request is paid exactly when one transfer paid it.',
    sql: `
      select r.id::text as id, format('request is %s, transfers of it %s, of %s', r.state, t.count, t.sum) as fact
      from money_requests r cross join lateral (
        select count(*) as count, coalesce(sum(amount_minor), 0) as sum
        from transfers where request_id = r.id and state in ('SUCCEEDED', 'REVERSED')
      ) t
      where (r.state = 'PAID') <> (t.count = 1) or (t.count > 0 and t.sum <> r.amount_minor)`,
  },
  {
    invariant: 4,
    rule: 'Every payout that went out is booked once, and once back when the bank returned it.',
    sql: bookedAs([
      {
        ...PAYOUT,
        journal: 'payout',
        debit: BUSINESS,
        credit: CLEARING,
        from: `from payouts o where o.state in ('PAID', 'RETURNED')`,
      },
      {
        ...PAYOUT,
        journal: 'payout_return',
        debit: CLEARING,
        credit: BUSINESS,
        from: `from payouts o where o.state = 'RETURNED'`,
      },
    ]),
  },
  {
    invariant: 4,
    rule: 'The money of what is under way is held, once, and nothing else is.',
    sql: `
      select coalesce(d.subject_id, h.subject_id)::text as id,
             format('%s: due %s, held %s', coalesce(d.kind, h.kind), coalesce(d.amount, 0), coalesce(h.amount, 0)) as fact
      from (
        select 'payment' as kind, id as subject_id, 'WALLET' as account, person_id as owner_id, currency, wallet_minor as amount
        from payments where wallet_minor > 0 and state in ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN')
        union all
        select 'transfer', id, 'WALLET', sender_id, currency, wallet_minor from transfers
        where wallet_minor > 0 and state = 'PENDING'
        union all
        select 'payout', id, 'BUSINESS_BALANCE', business_id, currency, amount_minor from payouts where state = 'PENDING'
        union all
        select 'refund', r.id, 'BUSINESS_BALANCE', p.business_id, r.currency, r.amount_minor - r.fee_minor
        from refunds r join payments p on p.id = r.payment_id
        where r.state = 'PENDING' and p.method <> 'CASH_ON_DELIVERY' and r.amount_minor > r.fee_minor
      ) d full join (
        select h.kind, h.subject_id, a.kind as account, a.owner_id, h.currency, h.amount_minor as amount
        from ledger_holds h join ledger_accounts a on a.id = h.account_id
        where h.state = 'PENDING' and h.kind in ('payment', 'transfer', 'payout', 'refund')
      ) h using (kind, subject_id, account, owner_id, currency)
      where d.amount is distinct from h.amount`,
  },
  {
    invariant: 4,
    rule: 'What is held back of a sale is of a sale, and no more than its shop still has of it.',
    sql: `
      select h.id::text as id, format('held back %s, of the sale %s', h.amount_minor, s.net) as fact
      from ledger_holds h join ledger_accounts a on a.id = h.account_id left join lateral (
        select o.business_id, p.amount_minor - o.fee_minor - coalesce(sum(r.amount_minor - r.fee_minor), 0) as net
        from orders o join payments p on p.order_id = o.id and p.state = 'SUCCEEDED'
        left join refunds r on r.payment_id = p.id and r.state <> 'FAILED'
        where o.id = h.subject_id group by o.business_id, p.amount_minor, o.fee_minor
      ) s on s.business_id = a.owner_id
      where h.kind = 'sale' and h.state = 'PENDING' and (s.net is null or h.amount_minor > s.net)`,
  },
];
