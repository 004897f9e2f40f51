import { UNCHAIN, type Ways } from './breakage.ts';

/** Among invoices of a shop: of something, of nothing, and a credit note; see invoices.test.ts. */
export const INVOICE_BREAKAGES: Ways<unknown> = {
  'An invoice comes to its lines, and each line to its charges.': {
    'a line is of more': () => `update invoice_lines set amount_minor = amount_minor + 1 where position = 1`,
    'a line counts more': () => `update invoice_lines set quantity = quantity + 1 where position = 1`,
    'a line is missing': () => `delete from invoice_lines where position = 2`,
    'a charge was taken off': () => `
      update fee_charges set invoice_id = null
      where id = (select id from fee_charges where invoice_id is not null order by id limit 1)`,
    'an invoice comes to something else': () => `
      update invoices set subtotal_minor = 1, total_minor = 1 where subtotal_minor = 0`,
  },
  'The tax of an invoice is its rate of the subtotal, and its total is both.': {
    'a total does not add up': () => `
      alter table invoices drop constraint invoices_total_adds_up;
      update invoices set total_minor = total_minor + 1`,
    'the rate is another': () => `update invoices set tax_basis_points = 500 where subtotal_minor > 0`,
    'the rate of what was given back is another': () =>
      `update invoices set tax_basis_points = tax_basis_points - 1 where subtotal_minor < 0`,
  },
  'The tax of every invoice is booked once, from its business to the state, and nothing else is.': {
    'it was booked for another': () =>
      `${UNCHAIN} update ledger_journals set subject_id = gen_random_uuid() where kind = 'fee_tax'`,
    'an invoice names another journal': () => `
      update invoices set tax_journal_id = (select id from ledger_journals where kind = 'fee' limit 1)
      where tax_minor <> 0`,
    'something else went to the state': () =>
      `${UNCHAIN} update ledger_journals set kind = 'test' where kind = 'fee_tax'`,
  },
  'Invoices are numbered from 1 without a gap, and the next number is that of none.': {
    'a number is left out': () =>
      `update invoices set number = number + 1 where number = (select max(number) from invoices)`,
    'the next number leaves one out': () => `update invoice_counter set next = next + 1`,
    'the next number was given': () => `update invoice_counter set next = next - 1`,
    'the counter is gone': () => `delete from invoice_counter`,
  },
  'An invoice has charges of its own business, of its month and of earlier ones.': {
    'an invoice is of an earlier month': () => `update invoices set period = period - interval '1 year'`,
    'an invoice is of another business': () => `
      update invoices set business_id = (select id from businesses where handle = 'another') where tax_minor = 0`,
    'an invoice is in another currency': () => `update invoices set currency = 'EUR' where tax_minor = 0`,
  },
};
