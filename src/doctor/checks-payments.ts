import { bookedAs, PLATFORM_ID } from './bookings.ts';
import type { Check } from './check.ts';

const CLEARING = [`'PROVIDER_CLEARING'`, PLATFORM_ID] as const;
const FEES = [`'PLATFORM_FEES'`, PLATFORM_ID] as const;
const BUSINESS = [`'BUSINESS_BALANCE'`, 'p.business_id'] as const;
const WALLET = [`'WALLET'`, 'p.person_id'] as const;
const FEES_OWED = [`'FEES_OWED'`, 'p.business_id'] as const;
const CASH_COLLECTED = [`'CASH_COLLECTED'`, 'p.business_id'] as const;
const CASH_CLEARING = [`'CASH_CLEARING'`, PLATFORM_ID] as const;

const PAYMENT = { subject: 'p.id', currency: 'p.currency' };
const REFUND = { subject: 'r.id', currency: 'p.currency' };
const SOLD = `from payments p join orders o on o.id = p.order_id where p.state = 'SUCCEEDED' and p.purpose = 'ORDER'`;
/** A refund that came back after it was booked has a second journal; one that never left for the card has not. */
const REFUNDED = `
  from refunds r join payments p on p.id = r.payment_id
  left join ledger_journals back on back.kind = 'refund_returned' and back.subject_id = r.id
  where r.state = 'SUCCEEDED'`;
const BY_CASH = `and p.method = 'CASH_ON_DELIVERY'`;
const NOT_BY_CASH = `and p.method <> 'CASH_ON_DELIVERY'`;

/** Of payments and refunds, and what is booked of them. */
export const PAYMENT_CHECKS: readonly Check[] = [
  {
    invariant: 4,
    rule: 'The parts of a payment are its amount, and what went back of it is the sum of its refunds.',
    sql: `
      select p.id::text as id, format('paid %s, of it %s from the wallet; refunded %s, refunds %s', p.amount_minor,
                                      p.wallet_minor, p.refunded_minor, coalesce(r.sum, 0)) as fact
      from payments p left join (
        select payment_id, sum(amount_minor) filter (where state <> 'FAILED') as sum from refunds group by payment_id
      ) r on r.payment_id = p.id
      where p.wallet_minor not between 0 and p.amount_minor or p.refunded_minor > p.amount_minor
         or p.refunded_minor <> coalesce(r.sum, 0)`,
  },
  {
    invariant: 4,
    rule: 'Every paid order is booked once, to the minor unit: to its business, and the fee from there.',
    sql: bookedAs([
      {
        ...PAYMENT,
        journal: 'sale',
        debit: CLEARING,
        credit: BUSINESS,
        amount: 'p.amount_minor - p.wallet_minor',
        from: `${SOLD} ${NOT_BY_CASH}`,
      },
      {
        ...PAYMENT,
        journal: 'sale',
        debit: WALLET,
        credit: BUSINESS,
        amount: 'p.wallet_minor',
        from: `${SOLD} ${NOT_BY_CASH}`,
      },
      {
        ...PAYMENT,
        journal: 'sale',
        debit: BUSINESS,
        credit: FEES,
        amount: 'o.fee_minor',
        from: `${SOLD} ${NOT_BY_CASH}`,
      },
      {
        ...PAYMENT,
        journal: 'sale',
        debit: CASH_CLEARING,
        credit: CASH_COLLECTED,
        amount: 'p.amount_minor',
        from: `${SOLD} ${BY_CASH}`,
      },
      {
        ...PAYMENT,
        journal: 'sale',
        debit: FEES_OWED,
        credit: FEES,
        amount: 'o.fee_minor',
        from: `${SOLD} ${BY_CASH}`,
      },
    ]),
  },
  {
    invariant: 4,
    rule: 'Every refund that went through is booked once, the way that it went.',
    sql: bookedAs([
      {
        ...REFUND,
        journal: 'refund',
        debit: FEES,
        credit: BUSINESS,
        amount: 'r.fee_minor',
        from: `${REFUNDED} ${NOT_BY_CASH}`,
      },
      {
        ...REFUND,
        journal: 'refund',
        debit: BUSINESS,
        credit: CLEARING,
        amount: 'r.card_minor',
        from: `${REFUNDED} ${NOT_BY_CASH} and (r.redirected_at is null or back.id is not null)`,
      },
      {
        ...REFUND,
        journal: 'refund',
        debit: BUSINESS,
        credit: WALLET,
        amount: 'r.card_minor',
        from: `${REFUNDED} ${NOT_BY_CASH} and r.redirected_at is not null and back.id is null`,
      },
      {
        ...REFUND,
        journal: 'refund',
        debit: BUSINESS,
        credit: WALLET,
        amount: 'r.wallet_minor',
        from: `${REFUNDED} ${NOT_BY_CASH}`,
      },
      {
        ...REFUND,
        journal: 'refund_returned',
        debit: CLEARING,
        credit: WALLET,
        amount: 'r.card_minor',
        from: `${REFUNDED} and r.redirected_at is not null and back.id is not null`,
      },
      {
        ...REFUND,
        journal: 'refund',
        debit: CASH_COLLECTED,
        credit: CASH_CLEARING,
        amount: 'r.amount_minor',
        from: `${REFUNDED} ${BY_CASH}`,
      },
      {
        ...REFUND,
        journal: 'refund',
        debit: FEES,
        credit: FEES_OWED,
        amount: 'r.fee_minor',
        from: `${REFUNDED} ${BY_CASH}`,
      },
    ]),
  },
  {
    invariant: 4,
    rule: 'What was charged into a wallet, or too late for what it was for, is booked there once.',
    sql: bookedAs([
      {
        ...PAYMENT,
        journal: 'top_up',
        debit: CLEARING,
        credit: WALLET,
        amount: 'p.amount_minor',
        from: `from payments p where p.state = 'SUCCEEDED' and p.purpose = 'TOP_UP'`,
      },
      {
        ...PAYMENT,
        journal: 'late_payment',
        debit: CLEARING,
        credit: WALLET,
        amount: 'p.amount_minor - p.wallet_minor',
        from: `from payments p where p.late_at is not null`,
      },
    ]),
  },
  {
    // With the rules on what is booked, it makes the account what the provider has taken less what it has given out.
    invariant: 4,
    rule: 'Only what the provider moved is booked on its account.',
    sql: `
      select j.id::text as id, format('%s of %s', j.kind, p.amount_minor) as fact
      from ledger_accounts a
      join ledger_postings p on a.id in (p.debit_account_id, p.credit_account_id)
      join ledger_journals j on j.id = p.journal_id
      where a.kind = 'PROVIDER_CLEARING'
        and (a.owner_id <> ${PLATFORM_ID} or j.kind not in ('sale', 'refund', 'refund_returned', 'top_up', 'late_payment',
                                                            'transfer', 'payout', 'payout_return'))`,
  },
  {
    invariant: 4,
    rule: 'No difference between the provider and the books is left open.',
    sql: `select id::text as id, format('%s: %s', kind, detail) as fact from discrepancies where resolved_at is null`,
  },
];
