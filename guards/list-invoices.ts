import { check, foreignKey, key, trigger, uniqueIndex, type Guard, type Removal } from './guard.ts';

/* What keeps invoices as they were issued. */

const guard = (name: string, keeps: string, removal: Removal): Guard => ({
  name,
  keeps,
  removal,
  testFile: 'src/fees/invoice-guards.test.ts',
  test: `: ${name}`,
  together: true,
});

const REFERENCES = [
  'invoices_business_id_businesses_id_fk',
  'invoices_tax_journal_id_ledger_journals_id_fk',
  'invoice_lines_invoice_id_invoices_id_fk',
  'invoice_lines_rule_id_fee_rules_id_fk',
];

export const INVOICES: readonly Guard[] = [
  guard('invoices_total_adds_up', 'a total that does not add up', check('invoices_total_adds_up')),
  guard('invoices_tax_booked', 'tax that nobody booked', check('invoices_tax_booked')),
  guard('invoices_period_first_of_month', 'half a month', check('invoices_period_first_of_month')),
  guard('invoices_number_key', 'a number that is given twice', uniqueIndex('invoices_number_key')),
  guard('invoices_period_key', 'a month that is invoiced twice', uniqueIndex('invoices_period_key')),
  guard(
    'invoice_lines_credit_is_negative',
    'something given back that costs',
    check('invoice_lines_credit_is_negative'),
  ),
  guard('invoice_lines_pkey', 'two lines in one place', key('invoice_lines_pkey', null)),
  guard('invoice_counter_one_row', 'a second counter', check('invoice_counter_one_row')),
  guard('invoices_append_only', 'another number of an invoice', trigger('invoices_append_only')),
  guard('invoice_lines_append_only', 'another line of an invoice', trigger('invoice_lines_append_only')),
  ...REFERENCES.map((name) => guard(name, 'a reference to what is not there', foreignKey(name))),
  {
    name: 'fees_lock of an invoice',
    keeps: 'two who invoice a month at once',
    removal: {
      file: 'src/fees/issue-invoice.ts',
      find: 'await lockFees(tx, businessId);',
      replace: 'void [lockFees, tx];',
    },
    testFile: 'src/fees/issue-invoice.test.ts',
    test: 'make one invoice of a month: the second sees what the first has done',
  },
];
