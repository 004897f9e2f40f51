import type { Ctx, Tx } from '../context.ts';
import { newId, type BusinessId, type InvoiceId, type JournalId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { available, openBooks } from '../ledger/books.ts';
import { post, type Posting } from '../ledger/post.ts';
import { PLATFORM } from '../ledger/rules.ts';
import { monthOf, openCharges, taxRateOf, type BusinessMonth, type OpenCharges } from './invoice-charges.ts';
import { draftInvoice, isBehind, isInvoiced, isOver, type DraftInvoice } from './invoice-rules.ts';
import { lockFees } from './lock.ts';
import { invoiceLines, invoices } from './tables.ts';

/**
 * Invoices a month that is over, once: null when there is nothing to invoice, when this month or a later one is invoiced
 * already, and when an earlier one is to be invoiced first. The invoices of a business come in the order of its months, so
 * that a charge which comes too late for its own stands on the next.
 */
export function issueInvoice(ctx: Ctx, businessId: BusinessId, period: string): Promise<InvoiceId | null> {
  return transact(ctx, async (tx) => {
    // Who comes second waits here for the first, and then sees what it has left to do.
    await lockFees(tx, businessId);
    const month = await monthOf(tx, businessId, period);
    if (!month || !isOver(month, tx.now()) || isInvoiced(month)) return null;
    const charges = await openCharges(tx, month);
    if (charges.length === 0 || isBehind(month, charges)) return null;
    const draft = draftInvoice(charges, await taxRateOf(tx, month));
    const id = newId<'invoice'>();
    const taxJournalId = await bookTax(tx, month, id, draft.taxMinor);
    await insertInvoice(tx, month, { id, taxJournalId, draft, charges });
    await record(tx, {
      type: 'invoice.issued',
      subjectId: id,
      topics: [topic.fees(businessId)],
      payload: { partyId: businessId, invoiceId: id },
    });
    return id;
  });
}

/** From what the balance has, and the rest is owed; tax that is given back goes into the balance. */
async function bookTax(
  tx: Tx,
  { businessId, currency, period }: BusinessMonth,
  invoiceId: InvoiceId,
  taxMinor: bigint,
): Promise<JournalId | null> {
  if (taxMinor === 0n) return null;
  const balance = { kind: 'BUSINESS_BALANCE', ownerId: businessId } as const;
  const owed = { kind: 'FEES_OWED', ownerId: businessId } as const;
  const payable = { kind: 'TAX_PAYABLE', ownerId: PLATFORM } as const;
  const books = await openBooks(tx, currency, [balance, owed, payable]);
  const spendable = available(books.account(balance));
  const paidMinor = spendable < taxMinor ? spendable : taxMinor;
  const postings: Posting[] =
    taxMinor < 0n
      ? [{ debit: payable, credit: balance, amountMinor: -taxMinor }]
      : [
          { debit: balance, credit: payable, amountMinor: paidMinor },
          { debit: owed, credit: payable, amountMinor: taxMinor - paidMinor },
        ];
  const description = `Tax on the fees of ${period.slice(0, 7)}`;
  return post(tx, { kind: 'fee_tax', subjectId: invoiceId, description, currency, postings }, books);
}

interface NewInvoice {
  readonly id: InvoiceId;
  readonly taxJournalId: JournalId | null;
  readonly draft: DraftInvoice;
  readonly charges: readonly OpenCharges[];
}

/** The number comes last of all that may wait: whoever issues another invoice meanwhile waits for this one's commit. */
async function insertInvoice(
  tx: Tx,
  month: BusinessMonth,
  { id, draft, ...rest }: NewInvoice,
): Promise<void> {
  const { lines, ...sums } = draft;
  const { businessId, period, currency } = month;
  await tx.db.insert(invoices).values({
    id,
    number: await nextNumber(tx),
    businessId,
    period,
    currency,
    ...sums,
    taxJournalId: rest.taxJournalId,
    issuedAt: tx.now(),
  });
  await tx.db.insert(invoiceLines).values(
    lines.map(({ rule, service, isCredit, quantity, amountMinor }, index) => ({
      invoiceId: id,
      position: index + 1,
      ruleId: rule?.id ?? null,
      service,
      isCredit,
      quantity,
      amountMinor,
    })),
  );
  await tx.sql`
    /* fee_charges_invoice */
    update fee_charges set invoice_id = ${id} where id = any(${rest.charges.flatMap(({ ids }) => ids)}::uuid[])`;
}

/** Numbers are without a gap: what is rolled back gives its number back. */
async function nextNumber(tx: Tx): Promise<number> {
  const [row] = await tx.sql<{ number: number }[]>`
    /* invoice_number */
    update invoice_counter set next = next + 1 returning (next - 1)::int as number`;
  if (!row) throw new Error('the counter of invoices is gone');
  return row.number;
}
