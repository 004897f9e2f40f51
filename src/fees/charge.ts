import type { Tx } from '../context.ts';
import { newId, type BusinessId, type FeeChargeId, type FeeRuleId, type JournalId } from '../db/id.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { available, openBooks } from '../ledger/books.ts';
import { post } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import type { CurrencyCode } from '../money.ts';
import type { FeeService } from './rules.ts';

export interface NewCharge {
  readonly businessId: BusinessId;
  readonly service: FeeService;
  /** Null: nobody has set a price, so that it was free. */
  readonly ruleId: FeeRuleId | null;
  /** What it is for: with the service it names the charge, which is made once. */
  readonly subjectId: string;
  readonly quantity: number;
  readonly currency: CurrencyCode;
  /** Negative: a charge that is given back. */
  readonly amountMinor: bigint;
  /** When it came about, if not just now: it stands on the invoice of that month, as long as that is not issued. */
  readonly at?: Date;
}

/** A charge that its journal has booked; without a journal when it is of nothing. */
export interface BookedCharge extends NewCharge {
  readonly journalId: JournalId | null;
}

/** Notes what a business was charged, beside the journal that booked it. One round trip. */
export async function recordCharge(tx: Tx, charge: BookedCharge): Promise<FeeChargeId> {
  const id = newId<'feeCharge'>();
  await note(tx, id, charge);
  return id;
}

/**
 * Charges a business: what its balance does not cover is owed, and collected when there is something (see collect.ts).
 * What is held of the balance is not touched. Nothing is booked for what costs nothing.
 */
export async function chargeBusiness(tx: Tx, charge: NewCharge): Promise<FeeChargeId> {
  const { businessId, currency, amountMinor } = charge;
  if (amountMinor < 0n) throw new Error('a charge is given back by the journal that pays it back');
  const id = newId<'feeCharge'>();
  if (amountMinor === 0n) {
    await note(tx, id, { ...charge, journalId: null });
    return id;
  }
  const balance = { kind: 'BUSINESS_BALANCE', ownerId: businessId } as const;
  const owed = { kind: 'FEES_OWED', ownerId: businessId } as const;
  const fees = { kind: 'PLATFORM_FEES', ownerId: PLATFORM } as const;
  const books = await openBooks(tx, currency, [balance, owed, fees]);
  const spendable = available(books.account(balance));
  const paidMinor = spendable < amountMinor ? spendable : amountMinor;
  const journal = {
    kind: 'fee',
    subjectId: id,
    description: `Fee: ${charge.service}`,
    currency,
    postings: [
      { debit: balance, credit: fees, amountMinor: paidMinor },
      { debit: owed, credit: fees, amountMinor: amountMinor - paidMinor },
    ],
  };
  await note(tx, id, { ...charge, journalId: await post(tx, journal, books) });
  return id;
}

async function note(tx: Tx, id: FeeChargeId, charge: BookedCharge): Promise<void> {
  const { businessId, service, ruleId, subjectId, quantity, currency, journalId } = charge;
  const now = tx.now().toISOString();
  const at = (charge.at ?? tx.now()).toISOString();
  const inserted = tx.sql`
    /* fee_charge */
    insert into fee_charges (id, business_id, service, rule_id, subject_id, quantity, currency, amount_minor, period,
                             charged_at, journal_id)
    select ${id}, b.id, ${service}, ${ruleId}, ${subjectId}, ${quantity}, ${currency}, ${charge.amountMinor.toString()},
           case when exists (select from invoices where business_id = b.id and period >= month.came_about)
             then month.now else month.came_about end,
           ${now}, ${journalId}
    from businesses b join markets m on m.country = b.country
    cross join lateral (
      select date_trunc('month', ${at}::timestamptz at time zone m.time_zone)::date as came_about,
             date_trunc('month', ${now}::timestamptz at time zone m.time_zone)::date as now
    ) month
    where b.id = ${businessId}`.execute();
  const recorded = record(tx, {
    type: 'fee.charged',
    subjectId: id,
    topics: [topic.fees(businessId)],
    payload: { partyId: businessId },
  });
  await Promise.all([inserted, recorded]);
}
